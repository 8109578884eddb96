package eu.policyadvisor.fact;

/**
 * What an inventory lists from which facts were made.
 *
 * @param entries how many things it lists of which a fact might be made
 * @param unused of how many of them no fact is made
 */
public record Inventoried(int entries, int unused) {}
