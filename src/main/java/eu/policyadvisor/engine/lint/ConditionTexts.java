package eu.policyadvisor.engine.lint;

import eu.policyadvisor.engine.drl.Clause;
import eu.policyadvisor.engine.drl.DrlToken;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What stands in conditions as the compiler keeps them. */
final class ConditionTexts {
  private static final Set<String> NAMES = Set.of("name", "rule");

  /** Conditions are few and asked often. */
  private static final Map<String, List<DrlToken>> TOKENS = new ConcurrentHashMap<>();

  private ConditionTexts() {}

  /** A condition taken apart. */
  static List<DrlToken> tokens(String condition) {
    return TOKENS.computeIfAbsent(condition, DrlToken::read);
  }

  /** All texts, without their quotes. */
  static Stream<String> in(String condition) {
    return tokens(condition).stream()
        .filter(token -> token.kind() == DrlToken.Kind.STRING)
        .map(DrlToken::content);
  }

  /**
   * The whole names that a condition asks for, as in {@code name == "limit"} and {@code rule in (
   * "a/one", "a/two" )}. A text that is put together with others is a part of names only.
   */
  static Stream<String> names(String condition) {
    return names(Clause.of(condition));
  }

  private static Stream<String> names(Clause clause) {
    if (clause instanceof Clause.Test test) {
      return NAMES.contains(test.left())
          ? test.right().stream()
              .filter(each -> tokens(each).size() == 1)
              .flatMap(ConditionTexts::in)
          : Stream.of();
    }
    return (clause instanceof Clause.All all ? all.parts() : ((Clause.Any) clause).parts())
        .stream().flatMap(ConditionTexts::names);
  }
}
