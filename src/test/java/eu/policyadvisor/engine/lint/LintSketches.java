package eu.policyadvisor.engine.lint;

import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.rule.Parameter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiled rules of which a test gives only the conditions. */
final class LintSketches {
  private LintSketches() {}

  /** Findings with these conditions, called {@code few/0}, {@code few/1} and so on. */
  static CompiledRules findings(Path directory, String... conditions) throws IOException {
    List<String> rules = new ArrayList<>();
    for (String each : conditions) {
      rules.add(FewRules.finding("few/" + rules.size(), "low", "0.5", each));
    }
    return compiled(directory, rules.toArray(String[]::new));
  }

  static CompiledRules compiled(Path directory, String... rules) throws IOException {
    return FewRules.advisor(directory, rules).loaded().rules().compiled();
  }

  static Parameter parameter(String name, String value) {
    return new Parameter(name, new BigDecimal(value), null, null, "", true, null);
  }
}
