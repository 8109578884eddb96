package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/** Which dates of rules say nothing that the dates of what they build on do not say. */
public final class DateBounds {
  public static final String EFFECTIVE = "date-effective";
  public static final String EXPIRES = "date-expires";

  private final CompiledRules base;

  public DateBounds(CompiledRules base) {
    this.base = base;
  }

  /**
   * Whether a rule needs a conclusion that nothing draws outside its own window, so that its date
   * alone never keeps it from concluding.
   */
  public boolean isImplied(Rule rule, String bound) {
    LocalDate ours = day(base.cards().get(rule.getName()), bound);
    return ours != null
        && base.upstream().needed(rule).stream()
            .anyMatch(
                producers ->
                    producers.stream().allMatch(producer -> isWithin(producer, ours, bound)));
  }

  private boolean isWithin(String producer, LocalDate ours, String bound) {
    LocalDate theirs = day(base.cards().get(producer), bound);
    return theirs != null
        && (bound.equals(EFFECTIVE) ? !theirs.isBefore(ours) : !theirs.isAfter(ours));
  }

  /** The first day on which a rule holds, or no longer does; null for always. */
  public static @Nullable LocalDate day(@Nullable RuleCard card, String bound) {
    return card == null ? null : bound.equals(EFFECTIVE) ? card.effective() : card.expires();
  }
}
