package eu.policyadvisor;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Inventoried;
import eu.policyadvisor.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fact file holds.
 *
 * @param factSets the valid fact sets, one for each document, in the order of the file
 * @param problems all that is wrong, in the order of the file; documents with problems yield no
 *     fact set
 * @param inventoried what the inventory lists that the file is; null where it is none
 */
public record FactsRead(
    List<FactSet> factSets, List<Problem> problems, @Nullable Inventoried inventoried) {
  /** Copies the lists. */
  public FactsRead {
    factSets = List.copyOf(factSets);
    problems = List.copyOf(problems);
  }

  /** Of a file that is no inventory. */
  public FactsRead(List<FactSet> factSets, List<Problem> problems) {
    this(factSets, problems, null);
  }
}
