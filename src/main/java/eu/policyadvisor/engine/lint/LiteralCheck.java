package eu.policyadvisor.engine.lint;

import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.drl.Literals;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.Concern;
import java.util.List;
import java.util.Optional;
import org.drools.model.Rule;

/**
 * Looks for numbers that stand in conditions and ought to be parameters. A parameter holds no day:
 * a day that law lays down stands in the condition, and the summary of the rule names it.
 */
final class LiteralCheck {
  private final CompiledRules base;

  LiteralCheck(CompiledRules base) {
    this.base = base;
  }

  /** The numbers and days in a rule that have no name. */
  List<Complaint> of(Rule rule) {
    return Conditions.patterns(rule)
        .flatMap(Conditions::texts)
        .flatMap(condition -> of(rule.getName(), condition).stream())
        .toList();
  }

  private Optional<Complaint> of(String rule, String condition) {
    return Literals.first(condition)
        .filter(
            literal -> {
              String day = Literals.day(literal);
              return day.isEmpty() || !base.card(rule).summary().contains(day);
            })
        .map(
            literal ->
                new Complaint(
                    Concern.LITERAL,
                    base.sources().problem(rule, condition, message(literal)),
                    rule));
  }

  private static String message(String literal) {
    String day = Literals.day(literal);
    return day.isEmpty()
        ? "compares with "
            + literal
            + " written in its conditions; give it a name in rules/parameters.yaml and match that"
            + " Parameter"
        : "compares with the day "
            + literal
            + ", which its summary does not name; write there what happened on "
            + day
            + ", or correct the day";
  }
}
