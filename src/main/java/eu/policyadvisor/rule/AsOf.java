package eu.policyadvisor.rule;

import java.time.LocalDate;

/**
 * The day the advice is given for, as a fact that rules can compare dates with.
 *
 * @param day the as-of date
 */
public record AsOf(LocalDate day) {}
