package eu.policyadvisor.screening;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Screening;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Facts with what screening lists know of them.
 *
 * @param facts the facts, with the values that lists give
 * @param screening what the lists say; null where none was asked
 */
public record ScreenedFacts(FactSet facts, @Nullable Screening screening) {

  /**
   * What lists of a day say about facts.
   *
   * @param lists the lists; null where none is asked
   */
  public static ScreenedFacts of(@Nullable ScreeningLists lists, FactSet facts, LocalDate day) {
    return lists == null ? new ScreenedFacts(facts, null) : lists.complete(facts, day);
  }
}
