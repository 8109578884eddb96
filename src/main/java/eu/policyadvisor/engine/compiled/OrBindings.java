package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.engine.drl.DrlCondition;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The variables that alternatives bind. The compiler of Drools takes a variable for that of the
 * first alternative, and says nothing where another one binds it to something else, or does not
 * bind it: the rule then concludes in one of the cases only.
 */
public final class OrBindings {
  private final DrlRule rule;

  private OrBindings(DrlRule rule) {
    this.rule = rule;
  }

  /** The first variable of a rule that its alternatives do not bind alike; empty without one. */
  public static Optional<Problem> problem(DrlRule rule) {
    OrBindings bindings = new OrBindings(rule);
    return rule.conditions().stream()
        .flatMap(OrBindings::alternatives)
        .flatMap(or -> bindings.problem(or).stream())
        .findFirst();
  }

  private static Stream<DrlCondition> alternatives(DrlCondition condition) {
    return switch (condition.kind()) {
      case OR ->
          Stream.concat(
              Stream.of(condition),
              condition.children().stream().flatMap(OrBindings::alternatives));
      case AND -> condition.children().stream().flatMap(OrBindings::alternatives);
      default -> Stream.of();
    };
  }

  private Optional<Problem> problem(DrlCondition or) {
    List<Map<String, String>> branches = new ArrayList<>();
    Set<String> all = new TreeSet<>();
    for (DrlCondition branch : or.children()) {
      Map<String, String> bound = new TreeMap<>();
      bind(branch, bound);
      branches.add(bound);
      all.addAll(bound.keySet());
    }
    for (String variable : all) {
      List<String> types =
          branches.stream()
              .filter(bound -> bound.containsKey(variable))
              .map(bound -> bound.get(variable))
              .distinct()
              .toList();
      if (types.size() > 1) {
        return Optional.of(
            rule.problem(
                or.from(),
                "binds "
                    + variable
                    + " to "
                    + String.join(" or to ", types)
                    + ", of which it would conclude on the first only; write a rule for each"));
      } else if (branches.stream().anyMatch(bound -> !bound.containsKey(variable))
          && isReadAfter(or, variable)) {
        return Optional.of(
            rule.problem(
                or.from(),
                "binds "
                    + variable
                    + ", which it reads later, in some of the alternatives only; bind it in each,"
                    + " or write a rule for each"));
      }
    }
    return Optional.empty();
  }

  /** What a condition binds for those behind it, with the type of the pattern that is bound. */
  private void bind(DrlCondition condition, Map<String, String> bound) {
    switch (condition.kind()) {
      case OR, AND -> condition.children().forEach(child -> bind(child, bound));
      case PATTERN -> {
        List<DrlToken> tokens = rule.tokens(condition);
        for (int i = 0; i + 1 < tokens.size(); i++) {
          if (tokens.get(i).variable() && tokens.get(i + 1).is(":")) {
            bound.put(tokens.get(i).text(), i == 0 ? condition.type() : "a value");
          }
        }
      }
      default -> {
        // What is not there, or is added up, is bound for nothing behind it.
      }
    }
  }

  private boolean isReadAfter(DrlCondition or, String variable) {
    return Stream.concat(rule.conditionTokens().stream(), rule.consequenceTokens().stream())
        .anyMatch(token -> token.from() >= or.to() && token.is(variable));
  }
}
