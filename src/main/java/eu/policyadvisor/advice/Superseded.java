package eu.policyadvisor.advice;

/**
 * A recommendation that yields to another conclusion.
 *
 * @param recommendation the recommendation that yields
 * @param by what supersedes it, and why
 */
public record Superseded(Reasoned<Recommendation> recommendation, Reasoned<Supersession> by) {}
