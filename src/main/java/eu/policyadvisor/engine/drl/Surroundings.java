package eu.policyadvisor.engine.drl;

import java.util.List;

/**
 * What a rule needs around it to compile by itself as it does in its file: the package, what is
 * imported and declared there, and the rules whose conditions it takes over.
 *
 * @param before what stands before the rule
 * @param after what stands behind it
 */
public record Surroundings(String before, String after) {

  /** Those of a rule. */
  public static Surroundings of(DrlRule rule, DrlSources sources) {
    DrlFile file = rule.file();
    List<DrlRule> rules = file.rules();
    StringBuilder after = new StringBuilder("\n");
    for (int i = 0; i < rules.size(); i++) {
      int end = i + 1 < rules.size() ? rules.get(i + 1).from() : file.text().length();
      after.append(statements(file, rules.get(i).to(), end));
    }
    sources.withParents(rule).stream()
        .filter(parent -> parent != rule)
        .forEach(parent -> after.append(parent.text()).append('\n'));
    after.append(sources.importsBeside(file));
    return new Surroundings(file.text().substring(0, rules.get(0).from()), after.toString());
  }

  /** What stands between two rules, comments at both ends left out. */
  private static String statements(DrlFile file, int from, int to) {
    List<DrlToken> tokens =
        file.tokens().stream()
            .filter(token -> token.from() >= from && token.to() <= to && !token.comment())
            .toList();
    return tokens.isEmpty()
        ? ""
        : file.text().substring(tokens.get(0).from(), tokens.get(tokens.size() - 1).to()) + "\n";
  }

  /** A text in which the rule stands by itself, as it is or changed. */
  public String with(String rule) {
    return before + rule + after;
  }
}
