package eu.policyadvisor;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Problem;
import java.util.List;

/**
 * What a fact file holds.
 *
 * @param factSets the valid fact sets, one for each document, in the order of the file
 * @param problems all that is wrong, in the order of the file; documents with problems yield no
 *     fact set
 */
public record FactsRead(List<FactSet> factSets, List<Problem> problems) {
  /** Copies the lists. */
  public FactsRead {
    factSets = List.copyOf(factSets);
    problems = List.copyOf(problems);
  }
}
