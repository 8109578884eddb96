package eu.policyadvisor.engine;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.engine.reading.Memory;
import eu.policyadvisor.engine.reading.ReadableRules;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.drools.model.Rule;

/**
 * A few rules over a few facts, run once: what the readers of rules start from.
 *
 * @param rules the rules
 * @param facts the facts, of which the subject is called {@code s}
 * @param given facts, parameters and the as-of date
 * @param conclusions what the engine concluded
 */
public record SmallWorld(
    ReadableRules rules, FactSet facts, List<Object> given, Conclusions conclusions) {

  /** Runs the rules of an advisor over facts, which are written without the subject. */
  public static SmallWorld of(Advisor advisor, String yaml) throws IOException {
    FactSet facts = FewRules.facts(advisor, "subject: {id: s}\n" + yaml);
    List<Object> given = advisor.workingMemory(facts, FewRules.DAY);
    return new SmallWorld(
        advisor.loaded().rules().rules(),
        facts,
        given,
        advisor.loaded().rules().run(given, FewRules.DAY));
  }

  public Rule rule(String id) {
    return Objects.requireNonNull(rules.compiled().rules().get(id));
  }

  /** All that is given and was concluded. */
  public Memory memory() {
    Memory memory = new Memory();
    given.forEach(object -> memory.add(object));
    conclusions.matches().keySet().forEach(conclusion -> memory.add(conclusion));
    return memory;
  }

  /** The ids of the facts among objects. */
  public static List<String> ids(Collection<?> objects) {
    return objects.stream()
        .filter(Fact.class::isInstance)
        .map(object -> ((Fact) object).id())
        .toList();
  }
}
