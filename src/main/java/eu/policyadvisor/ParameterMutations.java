package eu.policyadvisor;

import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Each parameter one step up and one step down. */
final class ParameterMutations {
  private static final String FILE = "rules/parameters.yaml";

  private ParameterMutations() {}

  static List<Mutation> of(List<Parameter> parameters) {
    List<String> lines = lines();
    List<Mutation> all = new ArrayList<>();
    for (Parameter parameter : parameters) {
      String start = "name: " + parameter.name() + ",";
      int line = 0;
      while (line < lines.size() && !lines.get(line).contains(start)) {
        line++;
      }
      if (line == lines.size()) {
        throw new IllegalStateException(FILE + " has no line with '" + start + "'");
      }
      int column = lines.get(line).indexOf("value:") + 1;
      for (BigDecimal other : steps(parameter.value())) {
        all.add(
            new Mutation(
                Mutation.Kind.BOUNDARY,
                parameter.name(),
                FILE,
                line + 1,
                column,
                parameter.name() + " " + parameter.value().toPlainString(),
                other.toPlainString(),
                other.toString()));
      }
    }
    return all.stream().sorted().toList();
  }

  /** Shares move by a hundredth, larger numbers by one, very large ones by a tenth. */
  private static List<BigDecimal> steps(BigDecimal value) {
    BigDecimal step =
        value.compareTo(BigDecimal.ONE) <= 0
            ? new BigDecimal("0.01")
            : value.scale() < -6
                ? value.movePointLeft(1)
                : value.scale() > 0 ? new BigDecimal("0.1") : BigDecimal.ONE;
    return List.of(value.add(step), value.subtract(step));
  }

  private static List<String> lines() {
    try (InputStream in = ParameterMutations.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the class path holds no " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
