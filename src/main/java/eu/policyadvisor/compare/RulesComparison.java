package eu.policyadvisor.compare;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Problem;
import java.time.LocalDate;
import java.util.List;

/**
 * What differs in the advice of two knowledge bases on the same fact sets, and which edits of the
 * rules cause it.
 *
 * @param before name of the first knowledge base
 * @param after name of the second
 * @param factSets how many fact sets were assessed under both
 * @param edits all edits
 * @param impacts the differences, by the edits that cause them, in the order of the edits
 * @param unexplained differences for which no cause was found
 * @param withoutEffect edits that cause no difference on these fact sets
 * @param invalid facts that one of the knowledge bases does not accept
 * @param bounded whether the search for causes was cut short
 */
public record RulesComparison(
    String before,
    String after,
    int factSets,
    List<KnowledgeEdit> edits,
    List<Impact> impacts,
    List<Change> unexplained,
    List<KnowledgeEdit> withoutEffect,
    List<Problem> invalid,
    boolean bounded) {

  /**
   * What edits come to that are needed together, or one edit alone.
   *
   * @param edits the edits
   * @param changes the differences that they cause
   * @param explained the one of the differences that is explained
   * @param witness why it came about
   */
  public record Impact(
      List<KnowledgeEdit> edits, List<Change> changes, Change explained, Witness witness) {
    /** Copies the lists. */
    public Impact {
      edits = List.copyOf(edits);
      changes = List.copyOf(changes);
    }
  }

  /**
   * A difference in the advice on one fact set.
   *
   * @param facts the fact set
   * @param asOf the date the advice is given for
   * @param cause the difference with its causes
   */
  public record Change(FactSet facts, LocalDate asOf, Cause<KnowledgeEdit> cause) {}

  /** Copies the lists. */
  public RulesComparison {
    edits = List.copyOf(edits);
    impacts = List.copyOf(impacts);
    unexplained = List.copyOf(unexplained);
    withoutEffect = List.copyOf(withoutEffect);
    invalid = List.copyOf(invalid);
  }

  /** Whether advice differs on some fact set. */
  public boolean differs() {
    return !impacts.isEmpty() || !unexplained.isEmpty();
  }
}
