package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Stance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answers could become: for each value that is not known, the other stance to which it
 * leads, or the same stance by more pressing advice. Each turn was run; that there is none for a
 * value says something only where the value was tried.
 *
 * @param turns the turns, those of the subject first, then of the items in their order; of one item
 *     the gravest stance first
 * @param tried the values that were tried one at a time, with everything else as it is
 * @param untried values that were not tried, because the number of runs is bounded or nothing is
 *     known that is worth trying
 * @param runs how often the rules were run for it
 */
public record Range(List<Turn> turns, List<OpenValue> tried, List<OpenValue> untried, int runs) {

  /** Copies the lists. */
  public Range {
    turns = List.copyOf(turns);
    tried = List.copyOf(tried);
    untried = List.copyOf(untried);
  }

  /**
   * That the stance on an item would be another one, or rest on advice that presses more.
   *
   * @param on the item; the subject for the stance of the whole
   * @param now the stance on it
   * @param then what it would be
   * @param value the value that is not known
   * @param when what it would have to be: one or more values of the type of the field
   * @param otherwise the other values that were tried for it
   * @param rule id of the rule whose advice would give the stance; null where none would
   */
  public record Turn(
      Fact on,
      Stance now,
      Stance then,
      OpenValue value,
      List<Object> when,
      List<Object> otherwise,
      @Nullable String rule) {
    /** Copies the lists. */
    public Turn {
      when = List.copyOf(when);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** The turns of an item. */
  public List<Turn> of(Fact item) {
    return turns.stream().filter(turn -> Item.key(turn.on()).equals(Item.key(item))).toList();
  }

  /** Those of the values that were tried that change no answer. */
  public List<OpenValue> idle() {
    return tried.stream()
        .filter(value -> turns.stream().noneMatch(turn -> turn.value().equals(value)))
        .toList();
  }
}
