package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.drl.DrlCondition;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.CoveredCondition;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Coverage of rules by condition, after modified condition/decision coverage: of each condition,
 * whether it was seen to hold when its rule concluded, and whether it was seen to be the only one
 * that kept it from concluding. Not thread-safe.
 *
 * <p>MC/DC (Chilenski and Miller, 1994) asks of a test suite that each condition is shown to change
 * the decision by itself. Here the decision is that the rule concludes and the tests are fact sets,
 * so that the two halves of such a pair may come from different ones. What was seen is a mark or
 * two for each {@link Point} of a rule; a condition that has both is not asked again. The cost of a
 * fact set is at most two readings by a {@link Probe} for each condition that is still open.
 */
public final class Coverage {
  private final CompiledRules base;
  private final Criteria.Known criteria;
  private final Map<String, List<Seen>> seen = new TreeMap<>();

  /** A condition, and what was seen of it. */
  private static final class Seen {
    private final @Nullable Point point;
    private final String text;
    private boolean held;
    private boolean blocked;

    Seen(@Nullable Point point, String text) {
      this.point = point;
      this.text = text;
    }

    boolean open() {
      return !held || !blocked;
    }

    /** Where it next stands in the rule from a place on; null where that is not found. */
    DrlRule.@Nullable Span span(DrlRule rule, int from) {
      if (point == null) {
        return rule.item(text).map(DrlRule.HeadItem::nameSpan).orElse(null);
      }
      return switch (point.kind()) {
        case ABSENT -> rule.next(DrlCondition.Kind.NOT, from).orElse(null);
        case EXISTS -> rule.next(DrlCondition.Kind.EXISTS, from).orElse(null);
        default -> rule.find(text, from).orElse(null);
      };
    }
  }

  /** Of rules of which nothing was seen yet. */
  public Coverage(ReadableRules rules) {
    this.base = rules.compiled();
    this.criteria = rules.criteria();
    DateBounds dates = new DateBounds(base);
    base.rules()
        .forEach(
            (id, rule) -> {
              List<Seen> conditions = new ArrayList<>();
              for (String bound : List.of(DateBounds.EFFECTIVE, DateBounds.EXPIRES)) {
                if (DateBounds.day(card(id), bound) != null && !dates.isImplied(rule, bound)) {
                  conditions.add(new Seen(null, bound));
                }
              }
              Point.of(rule).stream()
                  .filter(point -> !isAlwaysSo(point))
                  .forEach(point -> conditions.add(new Seen(point, point.text())));
              seen.put(id, conditions);
            });
  }

  /** Whether every rule that concludes what a condition is about concludes it so. */
  private boolean isAlwaysSo(Point point) {
    SingleConstraint constraint = point.constraint();
    if (constraint == null
        || constraint.getVariables().length != 1
        || !(point.condition() instanceof Pattern<?> pattern)
        || !Conclusion.class.isAssignableFrom(pattern.getPatternVariable().getType())) {
      return false;
    }
    List<Rule> producers = base.producers(pattern.getPatternVariable().getType());
    return !producers.isEmpty()
        && producers.stream()
            .map(base::prototype)
            .allMatch(
                concluded ->
                    Constraints.holds(
                        constraint, Bindings.EMPTY.bind(pattern.getPatternVariable(), concluded)));
  }

  private RuleCard card(String rule) {
    return Objects.requireNonNull(base.cards().get(rule));
  }

  /**
   * Looks at one run.
   *
   * @param workingMemory facts, parameters and the as-of date
   * @param conclusions what the run over them concluded
   * @param asOf the date that dated rules followed
   */
  public void observe(List<Object> workingMemory, Conclusions conclusions, LocalDate asOf) {
    Memory memory = new Memory();
    workingMemory.forEach(object -> memory.add(object));
    conclusions.matches().keySet().forEach(conclusion -> memory.add(conclusion));
    Probe probe = new Probe(memory, criteria);
    base.rules()
        .forEach(
            (id, rule) ->
                Objects.requireNonNull(seen.get(id)).stream()
                    .filter(Seen::open)
                    .forEach(each -> observe(rule, each, probe, asOf)));
  }

  private void observe(Rule rule, Seen condition, Probe probe, LocalDate asOf) {
    boolean inForce = card(rule.getName()).inForce(asOf);
    Point point = condition.point;
    if (point == null) {
      boolean matches = probe.concludes(rule);
      condition.held |= matches && inForce;
      condition.blocked |= matches && isBeyond(rule.getName(), condition.text, asOf);
    } else if (inForce) {
      condition.held = condition.held || probe.holds(rule, point);
      condition.blocked = condition.blocked || probe.blocks(rule, point);
    }
  }

  private boolean isBeyond(String rule, String bound, LocalDate asOf) {
    LocalDate day = DateBounds.day(card(rule), bound);
    return day != null && asOf.isBefore(day) == bound.equals(DateBounds.EFFECTIVE);
  }

  /** What was seen of every condition of every rule, by rule. */
  public Map<String, List<CoveredCondition>> conditions() {
    Map<String, List<CoveredCondition>> conditions = new TreeMap<>();
    seen.forEach(
        (id, all) -> {
          DrlRule written = base.sources().rule(id).orElse(null);
          int at = DrlRule.START;
          List<CoveredCondition> covered = new ArrayList<>();
          for (Seen each : all) {
            DrlRule.Span span = written == null ? null : each.span(written, at);
            at = span == null || each.point == null ? at : span.to();
            int start = written == null ? 0 : written.start();
            covered.add(
                new CoveredCondition(
                    id,
                    each.text,
                    span == null ? -1 : span.from() - start,
                    span == null ? -1 : span.to() - start,
                    each.held,
                    each.blocked));
          }
          conditions.put(id, covered);
        });
    return conditions;
  }
}
