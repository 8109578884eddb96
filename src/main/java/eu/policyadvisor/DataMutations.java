package eu.policyadvisor;

import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.Term;
import eu.policyadvisor.rule.TermGroup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Each parameter one step up and one step down, and each group of terms without one of them. */
public final class DataMutations {
  private static final String PARAMETERS = "rules/parameters.yaml";

  private final List<Mutation> all = new ArrayList<>();

  private DataMutations() {}

  public static List<Mutation> of(List<Parameter> parameters, List<TermGroup> groups) {
    DataMutations mutations = new DataMutations();
    parameters.forEach(mutations::steps);
    groups.stream().filter(group -> group.terms().size() > 1).forEach(mutations::withoutOneTerm);
    return mutations.all.stream().sorted().toList();
  }

  private void steps(Parameter parameter) {
    for (BigDecimal other : steps(parameter.value())) {
      add(
          Mutation.Kind.BOUNDARY,
          parameter.name(),
          PARAMETERS,
          "value:",
          parameter.name() + " " + parameter.value().toPlainString(),
          other.toPlainString(),
          other.toString());
    }
  }

  private void withoutOneTerm(TermGroup group) {
    for (Term term : group.terms()) {
      add(
          Mutation.Kind.CONSTANT,
          group.name(),
          "rules/vocabularies/" + group.vocabulary() + ".yaml",
          "name:",
          group.name() + " " + term.name(),
          "",
          term.name());
    }
  }

  private void add(
      Mutation.Kind kind,
      String of,
      String file,
      String key,
      String before,
      String after,
      String text) {
    List<String> lines = lines(file);
    Pattern entry = Pattern.compile("name: " + Pattern.quote(of) + "(,|$)");
    int line = 0;
    while (line < lines.size() && !entry.matcher(lines.get(line)).find()) {
      line++;
    }
    if (line == lines.size()) {
      throw new IllegalStateException(file + " has no entry of the name " + of);
    }
    int column = lines.get(line).indexOf(key) + 1;
    all.add(new Mutation(kind, of, file, line + 1, column, before, after, text));
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

  private static List<String> lines(String file) {
    try (InputStream in = DataMutations.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the class path holds no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
