package eu.policyadvisor.calendar;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when to when each answer holds, for the whole or for one item.
 *
 * @param item the item; null for the whole
 * @param stretches in order, two neighbours with different stances; days between two that belong to
 *     none are days on which there is no such item, such as a measure before it is announced
 */
public record Course(@Nullable Fact item, List<Stretch> stretches) {
  /** Copies the list. */
  public Course {
    stretches = List.copyOf(stretches);
  }

  /**
   * Days on which one answer holds.
   *
   * @param from the first day
   * @param to the last day
   * @param stance the answer
   * @param rule the rule of the advice that gives it on the first day; null for a silence
   * @param fell the rule of the advice that gave the answer before, where that advice is gone; else
   *     null
   * @param begins the rules behind this answer that begin to hold on the first day
   * @param ended the rules behind the answer before that no longer hold from the first day on
   * @param turned the rules whose conditions ask for the day and that are behind this answer and
   *     not behind the one before, then those of which it is the other way round
   */
  public record Stretch(
      LocalDate from,
      LocalDate to,
      Stance stance,
      @Nullable RuleCard rule,
      @Nullable RuleCard fell,
      List<RuleCard> begins,
      List<RuleCard> ended,
      List<RuleCard> turned) {
    /** Copies the lists. */
    public Stretch {
      begins = List.copyOf(begins);
      ended = List.copyOf(ended);
      turned = List.copyOf(turned);
    }

    /** The same up to another day. */
    Stretch until(LocalDate day) {
      return new Stretch(from, day, stance, rule, fell, begins, ended, turned);
    }
  }

  /** The answer on a day; empty where there is no such item then. */
  public Optional<Stance> on(LocalDate day) {
    return stretches.stream()
        .filter(each -> !day.isBefore(each.from()) && !day.isAfter(each.to()))
        .map(Stretch::stance)
        .findFirst();
  }
}
