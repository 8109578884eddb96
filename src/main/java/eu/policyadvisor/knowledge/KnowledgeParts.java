package eu.policyadvisor.knowledge;

import java.util.Set;

/**
 * Some parts of a knowledge base, by their names.
 *
 * @param rules ids of rules
 * @param parameters names of parameters, each with all its dated values
 * @param entries entries of the catalogue, as {@code part/id}; instruments are a part too
 * @param countryGroups names of groups of countries
 * @param termGroups names of groups of terms
 * @param uncovered ids of what the rules do not know
 */
public record KnowledgeParts(
    Set<String> rules,
    Set<String> parameters,
    Set<String> entries,
    Set<String> countryGroups,
    Set<String> termGroups,
    Set<String> uncovered) {
  /** Copies the names. */
  public KnowledgeParts {
    rules = Set.copyOf(rules);
    parameters = Set.copyOf(parameters);
    entries = Set.copyOf(entries);
    countryGroups = Set.copyOf(countryGroups);
    termGroups = Set.copyOf(termGroups);
    uncovered = Set.copyOf(uncovered);
  }
}
