package eu.policyadvisor.advice;

/**
 * Two live recommendations that pull one thing in opposite directions: an error of the knowledge
 * base, which lacks a rule of precedence.
 *
 * @param one one of them
 * @param other the other one
 */
public record Contradiction(Reasoned<Recommendation> one, Reasoned<Recommendation> other) {}
