package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
    if (component.type() == Boolean.class) {
      return new Node.Scalar(
          switch (typed.toLowerCase(Locale.ROOT)) {
            case "yes", "y" -> "true";
            case "no", "n" -> "false";
            default -> typed;
          },
          false,
          Place.NONE);
    }
    boolean list = component.origin().getType() == List.class;
    boolean map = component.origin().getType() == Map.class;
    if (!list && !map) {
      return new Node.Scalar(typed, false, Place.NONE);
    }
    String open = list ? "[" : "{";
    String text = typed.startsWith(open) ? typed : open + typed + (list ? "]" : "}");
    Reading<List<Node>> read;
    try {
      read = YamlReader.read("", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (read.value().size() == 1 && read.problems().isEmpty()) {
      return read.value().get(0);
    }
    problems.add(Place.NONE, "'" + typed + "' is neither a list nor a mapping of values");
    return new Node.Refused(Place.NONE);
  }
}
