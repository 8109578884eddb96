package eu.policyadvisor.session;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Conclusion;
import java.util.Set;

/**
 * What a rule would conclude on some completion of the facts, or concludes and would not on some.
 *
 * @param rule id of the rule
 * @param conclusion what it would conclude, as far as known
 * @param awaits the values it waits for
 * @param lists the lists it waits for, which are not stated
 */
public record Possible(
    String rule, Conclusion conclusion, Set<OpenValue> awaits, Set<Section> lists) {}
