package eu.policyadvisor.explain;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.RuleCard;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answer may change the advice.
 *
 * @param value the value that is asked for; null for a question about a whole list
 * @param list the list that is asked about; of a value the list its fact stands in
 * @param text the question, in plain words
 * @param allowed what may be answered, in plain words
 * @param constants the constants of which {@code allowed} speaks; empty for other values
 * @param waiting the rules that wait for the answer
 * @param weight how much the answer settles: the severities of these rules, each shared among the
 *     values it waits for
 * @param turns the answers that it can turn on its own, the whole first; empty where it turns none,
 *     or where that was not looked for
 */
public record Question(
    @Nullable OpenValue value,
    Section list,
    String text,
    String allowed,
    List<Constant> constants,
    List<RuleCard> waiting,
    BigDecimal weight,
    List<Range.Turn> turns) {
  /**
   * A constant that may be answered.
   *
   * @param value as a fact file writes it
   * @param meaning what it means; empty where the value says so itself
   */
  public record Constant(String value, String meaning) {}

  /** Copies the lists. */
  public Question {
    constants = List.copyOf(constants);
    waiting = List.copyOf(waiting);
    turns = List.copyOf(turns);
  }
}
