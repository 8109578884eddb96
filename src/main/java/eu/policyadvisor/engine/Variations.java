package eu.policyadvisor.engine;

import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.finding.Conclusion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * One session that runs the same rules over one working memory after another, for many that differ
 * in little.
 *
 * <p>Idea: what differs is taken out and put in, and truth maintenance lets fall what rested on it,
 * so that a run costs what the difference costs. Data: the handle of each object that is in.
 *
 * <p>Drools loses a conclusion at times where a total changes under it: of 46 generated fact sets
 * with some 25 edits each, one came out other than in a session of its own. So this tells quickly
 * where something is likely to change; what is told to anybody is run {@link #anew}.
 */
public final class Variations implements AutoCloseable {
  private final RuleBase rules;
  private final KieSession session;
  private final LocalDate asOf;
  private final Map<Object, FactHandle> handles = new HashMap<>();

  Variations(RuleBase rules, KieSession session, LocalDate asOf) {
    this.rules = rules;
    this.session = session;
    this.asOf = asOf;
  }

  /**
   * What is concluded over a working memory.
   *
   * @param workingMemory facts, parameters and the as-of date; with another date the result is
   *     wrong
   * @throws eu.policyadvisor.engine.compiled.RuleBaseException if a rule fails or fires for ever,
   *     naming the rule and the facts
   */
  public Set<Conclusion> conclusions(List<Object> workingMemory) {
    try {
      return run(rules.relevant(workingMemory));
    } catch (RuntimeException | Error e) {
      throw rules.failure(e, session.getObjects(), asOf);
    }
  }

  private Set<Conclusion> run(List<Object> given) {
    Set<Object> wanted = Set.copyOf(given);
    for (Iterator<Map.Entry<Object, FactHandle>> in = handles.entrySet().iterator();
        in.hasNext(); ) {
      Map.Entry<Object, FactHandle> each = in.next();
      if (!wanted.contains(each.getKey())) {
        session.delete(each.getValue());
        in.remove();
      }
    }
    for (Object object : given) {
      handles.computeIfAbsent(object, session::insert);
    }
    new Firing(session, given).run();
    return session.getObjects(Conclusion.class::isInstance).stream()
        .map(Conclusion.class::cast)
        .collect(Collectors.toSet());
  }

  /** The rules that it runs. */
  public RuleBase rules() {
    return rules;
  }

  /**
   * What a session of its own concludes over a working memory, with its reasons.
   *
   * @param workingMemory facts, parameters and the as-of date; with another date the result is
   *     wrong
   */
  public Conclusions anew(List<Object> workingMemory) {
    return rules.run(workingMemory, asOf);
  }

  @Override
  public void close() {
    session.dispose();
  }
}
