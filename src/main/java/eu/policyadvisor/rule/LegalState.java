package eu.policyadvisor.rule;

import eu.policyadvisor.fact.InstrumentStatus;

/**
 * How an instrument stands on the day of the advice, so that rules can ask for it: by the
 * catalogue, or by what somebody confirmed.
 *
 * @param name id of the instrument
 * @param status its legal state on that day
 */
public record LegalState(String name, InstrumentStatus status) implements Named {}
