package eu.policyadvisor.yaml;

import eu.policyadvisor.rule.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the parameters that rules compare with. */
public final class ParameterReader {
  private static final String BUNDLED = "rules/parameters.yaml";
  private static final String LIST = "parameters";

  private ParameterReader() {}

  /**
   * Reads a file of parameters: one list, {@code parameters}, in the order of the file. A name may
   * stand more than once when the times in which its values hold do not overlap.
   *
   * @param label the file as the user named it
   * @param in the file; not closed
   * @throws IOException if the stream cannot be read
   */
  public static Reading<List<Parameter>> read(String label, InputStream in) throws IOException {
    Reading<List<Node>> documents = YamlReader.read(label, in);
    Problems problems = new Problems(label);
    problems.addAll(documents.problems());
    if (documents.value().isEmpty() && problems.none()) {
      problems.add(Place.NONE, "holds no parameters");
    }
    List<Parameter> parameters = new ArrayList<>();
    Map<String, List<Parameter>> byName = new HashMap<>();
    for (Node document : documents.value()) {
      for (Node item : RecordReader.list(LIST, document, problems)) {
        RecordReader.read(Parameter.class, "parameter", item, problems)
            .ifPresent(
                parameter -> {
                  List<Parameter> same =
                      byName.computeIfAbsent(parameter.name(), name -> new ArrayList<>());
                  if (same.stream().anyMatch(other -> overlap(parameter, other))) {
                    problems.add(
                        item.at(), "'" + parameter.name() + "' has two values at the same time");
                  }
                  same.add(parameter);
                  parameters.add(parameter);
                });
      }
    }
    return new Reading<>(List.copyOf(parameters), problems.sorted());
  }

  /**
   * The parameters that come with the program.
   *
   * @throws IllegalStateException if they are damaged
   */
  public static List<Parameter> bundled() {
    return Bundled.read(BUNDLED, ParameterReader::read);
  }

  private static boolean overlap(Parameter one, Parameter other) {
    return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
  }

  private static boolean startsBeforeEnd(Parameter one, Parameter other) {
    return one.validFrom() == null
        || other.validTo() == null
        || !one.validFrom().isAfter(other.validTo());
  }
}
