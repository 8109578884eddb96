package eu.policyadvisor.rule;

/**
 * What rules look up by its name: a number, a group of countries, a group of terms or the legal
 * state of an instrument. Each is in working memory, whatever the facts are.
 */
public sealed interface Named permits Parameter, CountryGroup, TermGroup, LegalState {
  /** The name by which rules look it up. */
  String name();
}
