package eu.policyadvisor.screening;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Screening;
import org.jspecify.annotations.Nullable;

/**
 * Facts with what screening lists know of them.
 *
 * @param facts the facts, with the values that lists give
 * @param screening what the lists say; null where none was asked
 */
public record ScreenedFacts(FactSet facts, @Nullable Screening screening) {}
