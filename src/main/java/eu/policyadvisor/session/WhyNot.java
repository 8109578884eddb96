package eu.policyadvisor.session;

import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.finding.Conclusion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Why rules did not conclude over the facts of one run, and what may make them conclude. */
public final class WhyNot {
  private static final int ATTEMPTS = 4;

  private final Nearest nearest;
  private final Repairs repairs;
  private final RuleBase base;

  WhyNot(
      RuleBase base,
      List<Object> workingMemory,
      Conclusions conclusions,
      List<Fact> added,
      LocalDate asOf) {
    this.base = base;
    nearest = new Nearest(base, workingMemory, conclusions, added, asOf);
    repairs = new Repairs(base, nearest, conclusions.matches());
  }

  /**
   * The attempt with the fewest failing conditions; empty when the rule concludes.
   *
   * @param rule id of the rule
   * @param on id of the fact that it should conclude on; null for any
   * @param facts the facts
   * @param premises a premise of an object that a rule matched; null for what is none
   */
  public Optional<NearMiss> nearest(
      String rule,
      @Nullable String on,
      FactSet facts,
      BiFunction<String, Object, @Nullable Premise> premises) {
    return nearest.of(rule, about(on), 1).stream()
        .filter(trial -> trial.cost() > 0)
        .findFirst()
        .map(trial -> new Obstacles(base, nearest.matching(), facts, premises).of(trial));
  }

  /** Edits worth trying so that a rule concludes, those with the fewest steps first. */
  public List<Edit> edits(String rule, @Nullable String on) {
    Set<Edit> edits = new LinkedHashSet<>();
    for (Trial trial : nearest.of(rule, about(on), ATTEMPTS)) {
      edits.addAll(repairs.of(trial));
    }
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(edit -> edit.changes().size()));
    return sorted;
  }

  private static Predicate<Conclusion> about(@Nullable String on) {
    return on == null ? Nearest.ANY : conclusion -> conclusion.on().id().equals(on);
  }
}
