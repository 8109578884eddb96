package eu.policyadvisor.fact;

/**
 * Says that the fact set states a list, so that what is not on it does not exist. A rule that draws
 * conclusions from the absence of a fact matches this first: silence is not absence.
 *
 * @param section the list that was stated
 */
public record StatedList(Section section) {}
