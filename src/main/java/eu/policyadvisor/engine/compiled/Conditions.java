package eu.policyadvisor.engine.compiled;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;

/** The conditions of a compiled rule. */
public final class Conditions {
  private Conditions() {}

  /** Those of a rule as they are written, one after the other. */
  public static List<Condition> of(Rule rule) {
    return ((Condition) rule.getView()).getSubConditions();
  }

  /** The patterns of a rule, at any depth. */
  public static Stream<Pattern<?>> patterns(Rule rule) {
    return of(rule).stream().flatMap(Conditions::patterns);
  }

  /** The patterns of a condition, at any depth. */
  static Stream<Pattern<?>> patterns(Condition condition) {
    Stream<Pattern<?>> inside =
        FieldsRead.children(condition).stream().flatMap(Conditions::patterns);
    return condition instanceof Pattern<?> pattern
        ? Stream.concat(Stream.of(pattern), inside)
        : inside;
  }

  /** The conditions of a pattern as they are written. */
  public static Stream<String> texts(Pattern<?> pattern) {
    return FieldsRead.singles(pattern.getConstraint()).stream().map(FieldsRead::text);
  }

  /** Whether there is a condition of one of these kinds, at any depth. */
  public static boolean holdsAny(List<Condition> conditions, Set<Condition.Type> kinds) {
    return conditions.stream()
        .anyMatch(
            condition ->
                kinds.contains(condition.getType())
                    || holdsAny(FieldsRead.children(condition), kinds));
  }
}
