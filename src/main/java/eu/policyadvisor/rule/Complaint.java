package eu.policyadvisor.rule;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Problem;
import java.util.List;

/**
 * Something wrong with rules that compile, and facts that show it.
 *
 * @param concern what is wrong
 * @param problem where, in words, with what to do
 * @param rules ids of the rules it is about, the one to be changed first; empty where it is about a
 *     parameter or an entry that no rule makes use of
 * @param witnesses facts that were run and show it
 */
public record Complaint(
    Concern concern, Problem problem, List<String> rules, List<Witness> witnesses)
    implements Comparable<Complaint> {

  /**
   * Facts that were run.
   *
   * @param shows what came of them, in words
   * @param facts the facts, with their date
   */
  public record Witness(String shows, FactSet facts) {}

  /** Copies the lists. */
  public Complaint {
    rules = List.copyOf(rules);
    witnesses = List.copyOf(witnesses);
  }

  /** Without facts that show it. */
  public Complaint(Concern concern, Problem problem, String... rules) {
    this(concern, problem, List.of(rules), List.of());
  }

  /** The same with other facts to show it. */
  public Complaint shownBy(List<Witness> others) {
    return new Complaint(concern, problem, rules, others);
  }

  @Override
  public int compareTo(Complaint other) {
    return problem.compareTo(other.problem);
  }
}
