package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What someone typed as the value of a field, read as a fact file would be.
 *
 * @param value the value; empty when it cannot be one
 * @param problem what is wrong with it; empty when nothing is
 */
public record Answer(Optional<Object> value, String problem) {

  /**
   * Reads an answer.
   *
   * @param kind the kind of fact
   * @param field the field, by the name it has in a fact file
   * @param typed what was typed, such as {@code yes}, {@code operating} or {@code CN: 0.6, DE: 0.4}
   */
  public static Answer read(Class<? extends Fact> kind, String field, String typed) {
    Component component =
        Component.of(kind).stream()
            .filter(each -> each.key().equals(field))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(kind + " has no field " + field));
    Problems problems = new Problems("");
    Optional<Object> value =
        Values.read(component, node(component, typed.strip(), problems), problems);
    List<Problem> found = problems.sorted();
    return new Answer(value, value.isPresent() || found.isEmpty() ? "" : found.get(0).message());
  }

  private static Node node(Component component, String typed, Problems problems) {
    Class<?> type = component.origin().getType();
    if (type == Boolean.class) {
      return switch (typed.toLowerCase(Locale.ROOT)) {
        case "yes", "y", "true" -> scalar("true");
        case "no", "n", "false" -> scalar("false");
        default ->
            refused("'" + Plain.quoted(typed) + "' is none of yes, no and unknown", problems);
      };
    } else if (type.isEnum()) {
      return scalar(constant(type, typed));
    } else if (component.isCountry()) {
      return scalar(typed.length() == 2 ? typed.toUpperCase(Locale.ROOT) : typed);
    } else if (type != List.class && type != Map.class) {
      return scalar(typed);
    }
    boolean list = type == List.class;
    String values = typed.replaceAll("^[\\[{]|[\\]}]$", "");
    if (list && List.of("none", "no", "").contains(values.strip().toLowerCase(Locale.ROOT))) {
      return new Node.Sequence(List.of(), Place.NONE);
    }
    String text =
        list
            ? "[" + constants(component, values) + "]"
            : "{" + values.replaceAll(":(?=\\S)", ": ") + "}";
    Checked<List<Node>> read;
    try {
      read = YamlReader.read("", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (read.value().size() == 1 && read.problems().isEmpty()) {
      return read.value().get(0);
    }
    return refused(
        list
            ? "'" + Plain.quoted(typed) + "' is no list; write values with commas between"
            : "'" + Plain.quoted(typed) + "' is no list of shares; write it as CN: 0.66, DE: 0.34",
        problems);
  }

  private static Node scalar(String text) {
    return new Node.Scalar(text, false, Place.NONE);
  }

  private static Node refused(String problem, Problems problems) {
    problems.add(Place.NONE, problem);
    return new Node.Refused(Place.NONE);
  }

  /** People write {@code Technical evaluation}. */
  private static String constant(Class<?> type, String typed) {
    String written = typed.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
    return Stream.of(type.getEnumConstants())
            .anyMatch(each -> Names.inFile((Enum<?>) each).equals(written))
        ? written
        : typed;
  }

  private static String constants(Component component, String typed) {
    Class<?> type = (Class<?>) ((ParameterizedType) component.type()).getActualTypeArguments()[0];
    return Stream.of(typed.split(","))
        .map(each -> type.isEnum() ? constant(type, each.strip()) : each.strip())
        .collect(Collectors.joining(", "));
  }
}
