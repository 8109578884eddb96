package eu.policyadvisor.rule;

/**
 * What rules look up by its name: a number, a group of countries or a group of terms. Each is in
 * working memory, whatever the facts are.
 */
public sealed interface Named permits Parameter, CountryGroup, TermGroup {
  /** The name by which rules look it up. */
  String name();
}
