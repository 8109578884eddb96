package eu.policyadvisor.engine.reading;

import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.problem.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.rule.consequence.InternalMatch;
import org.drools.tms.LogicalDependency;
import org.drools.tms.SimpleMode;
import org.drools.tms.TruthMaintenanceSystemEqualityKey;
import org.drools.tms.beliefsystem.BeliefSet;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * What a run concluded, with every match that justifies it, as truth maintenance holds it at the
 * end.
 *
 * @param matches the live matches of each conclusion
 */
public record Conclusions(Map<Conclusion, List<Match>> matches) {

  /**
   * One match of a rule.
   *
   * @param rule id of the rule
   * @param objects what it matched: facts, parameters, the as-of date, other conclusions
   */
  public record Match(String rule, List<Object> objects) {
    /** Copies the objects. */
    public Match {
      objects = List.copyOf(objects);
    }
  }

  /** A rule inserted a conclusion that nothing justifies. */
  public static final class InsertedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Conclusion conclusion;

    InsertedException(Conclusion conclusion) {
      this.conclusion = conclusion;
    }

    /** What was inserted. */
    public Conclusion conclusion() {
      return conclusion;
    }
  }

  /** Keeps the map from being changed. */
  public Conclusions {
    matches = Collections.unmodifiableMap(matches);
  }

  public static Conclusions collect(KieSession session, ReadableRules rules) {
    Memory memory = new Memory();
    Collection<FactHandle> handles = session.getFactHandles();
    handles.forEach(handle -> memory.add(((InternalFactHandle) handle).getObject()));
    Support support = new Support(memory, rules.criteria());
    Map<Conclusion, List<Match>> matches = new LinkedHashMap<>();
    for (FactHandle handle : handles) {
      Deadline.check();
      if (((InternalFactHandle) handle).getObject() instanceof Conclusion conclusion) {
        matches.put(conclusion, justifications(handle, conclusion, support, rules));
      }
    }
    return new Conclusions(matches);
  }

  private static List<Match> justifications(
      FactHandle handle, Conclusion conclusion, Support support, ReadableRules rules) {
    BeliefSet<?> beliefs =
        ((InternalFactHandle) handle).getEqualityKey()
                instanceof TruthMaintenanceSystemEqualityKey key
            ? key.getBeliefSet()
            : null;
    if (beliefs == null) {
      throw new InsertedException(conclusion);
    }
    List<Match> matches = new ArrayList<>();
    for (SimpleMode mode = (SimpleMode) beliefs.getFirst(); mode != null; mode = mode.getNext()) {
      LogicalDependency<SimpleMode> dependency = mode.getObject();
      InternalMatch justifier = dependency.getJustifier();
      String rule = justifier.getRule().getName();
      matches.add(
          new Match(
              rule,
              rules.needsSupport(rule)
                  ? support.of(
                      Objects.requireNonNull(rules.compiled().rules().get(rule)), justifier)
                  : justifier.getObjectsDeep()));
    }
    return matches;
  }
}
