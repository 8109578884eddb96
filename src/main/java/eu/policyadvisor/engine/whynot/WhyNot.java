package eu.policyadvisor.engine.whynot;

import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.engine.reading.FailedCondition;
import eu.policyadvisor.engine.reading.ReadComponent;
import eu.policyadvisor.engine.reading.ReadableRules;
import eu.policyadvisor.engine.reading.Trial;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Conclusion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Why rules did not conclude over the facts of one run, and what may make them conclude.
 *
 * <p>{@link NearestAttempt} finds the objects with which the fewest conditions fail; {@link
 * Obstacles} says these conditions for people, and {@link Repairs} finds edits that mend them.
 */
public final class WhyNot {
  private static final int ATTEMPTS = 4;

  private final CompiledRules base;
  private final NearestAttempt nearest;
  private final Conclusions conclusions;

  /**
   * Why rules did not conclude.
   *
   * @param rules the rules as they ran
   * @param workingMemory facts, parameters and the as-of date
   * @param conclusions what the run over them concluded
   * @param added facts of which nothing is known, one of each kind that may be added to a list
   * @param asOf the date that dated rules follow
   */
  public WhyNot(
      ReadableRules rules,
      List<Object> workingMemory,
      Conclusions conclusions,
      List<Fact> added,
      LocalDate asOf) {
    base = rules.compiled();
    nearest = new NearestAttempt(rules, workingMemory, conclusions, added, asOf);
    this.conclusions = conclusions;
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
    List<Trial> trials = nearest.of(rule, on(on), ATTEMPTS);
    // Of equally near ones that which may still succeed as it stands says more.
    return trials.stream()
        .filter(trial -> trial.cost() > 0 && trial.cost() == trials.get(0).cost())
        .max(Comparator.comparingInt(WhyNot::unknown))
        .map(trial -> new Obstacles(base, nearest.matching(), facts, premises).of(trial));
  }

  /** The lists that hold the facts a rule concludes on, or would conclude on. */
  public Set<Section> about(String rule) {
    Set<Section> about = EnumSet.noneOf(Section.class);
    for (Trial trial : nearest.of(rule, NearestAttempt.ANY, ATTEMPTS)) {
      if (trial.conclusion() != null) {
        about.add(trial.conclusion().on().section());
      }
    }
    return about;
  }

  /**
   * Edits worth trying so that a rule concludes, those with the fewest steps first.
   *
   * @param choices what they may change
   */
  public List<Edit> edits(String rule, @Nullable String on, Choices choices) {
    Repairs repairs = new Repairs(base, nearest, conclusions.matches(), choices);
    Set<Edit> edits = new LinkedHashSet<>();
    for (Trial trial : nearest.of(rule, on(on), ATTEMPTS)) {
      edits.addAll(repairs.of(trial));
    }
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(edit -> edit.changes().size()));
    return sorted;
  }

  private static int unknown(Trial trial) {
    int unknown = 0;
    for (FailedCondition snag : trial.snags()) {
      if (snag instanceof FailedCondition.Unmet unmet && !unmet.added()) {
        for (SingleConstraint failing : unmet.failing()) {
          unknown += ReadComponent.unknown(failing, unmet.object(), unmet.env()).isEmpty() ? 0 : 1;
        }
      }
    }
    return unknown;
  }

  private static Predicate<Conclusion> on(@Nullable String on) {
    return on == null ? NearestAttempt.ANY : conclusion -> conclusion.on().id().equals(on);
  }
}
