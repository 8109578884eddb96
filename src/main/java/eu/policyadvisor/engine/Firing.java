package eu.policyadvisor.engine;

import eu.policyadvisor.engine.reading.ChainLength;
import eu.policyadvisor.problem.Deadline;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.MatchCreatedEvent;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/**
 * Fires rules until nothing is left to fire, and ends rules that fire for ever.
 *
 * <p><b>Idea.</b> Whether rules end cannot be told ahead, so that what they do is held against what
 * the facts can explain. Rules that build on each other reach as far as a chain of facts does, and
 * each rule matches each fact with a few others: a longer chain of conclusions, or more matches, is
 * a rule that feeds itself. What is bound is the number of matches, not of firings, as rules that
 * join what they insert make ever more matches of each. A loop inside a consequence is not seen: no
 * listener is called in it, and Java has no way to end a thread that does not want to end.
 *
 * <p><b>Data.</b> A map from each conclusion to the longest chain that ends in it, and how often
 * each rule matched and changed something, to name the one that keeps all going.
 *
 * <p><b>Cost.</b> A look at a map for each match and each conclusion. The first firings are not
 * watched, unless there are many facts: most runs need no more.
 */
public final class Firing extends DefaultAgendaEventListener implements RuleRuntimeEventListener {
  private static final int UNWATCHED = 100;

  /** From so many objects on all firings are watched: they may be told to end. */
  private static final int LARGE = 2_000;

  private static final int MOST_MATCHES = 100_000;
  private static final int MATCHES_FOR_EACH = 3_000;

  private final KieSession session;
  private final int mostMatches;

  /** Whether the first firings may take long. */
  private final boolean isLarge;

  private final int longestChain;

  /** What rules inserted, and what that was concluded from. */
  private final IdentityHashMap<Object, Link> links = new IdentityHashMap<>();

  private final Map<String, Integer> matches = new HashMap<>();

  /** How often each rule changed or deleted what is there: that makes all others fire again. */
  private final Map<String, Integer> changes = new HashMap<>();

  private @Nullable Match fired;
  private int created;
  private boolean watched;

  /**
   * A conclusion in a chain of them.
   *
   * @param rule that inserted it
   * @param before the conclusion with the longest chain among those it rests on
   * @param length of the chain
   */
  private record Link(String rule, @Nullable Link before, int length) {}

  /** Rules fire for ever. */
  static final class EndlessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String what;

    private EndlessException(String rule, String what) {
      super("rule '" + rule + "' " + what);
      this.rule = rule;
      this.what = what;
    }

    /** The id of a rule that keeps it going. */
    String rule() {
      return rule;
    }

    /** What the rule does. */
    String what() {
      return what;
    }
  }

  /** Of the rules of a session into which the facts were inserted. */
  Firing(KieSession session, Collection<?> workingMemory) {
    this.session = session;
    this.mostMatches = MOST_MATCHES + ChainLength.forFacts(MATCHES_FOR_EACH, workingMemory);
    this.isLarge = workingMemory.size() > LARGE;
    this.longestChain = ChainLength.longest(workingMemory);
  }

  /**
   * Fires.
   *
   * @throws EndlessException if rules fire for ever, in the chain of causes of what is thrown
   */
  void run() {
    Deadline.check();
    if (!watched && !isLarge && session.fireAllRules(UNWATCHED) < UNWATCHED) {
      return;
    }
    watch();
    try {
      if (session.fireAllRules(mostMatches) >= mostMatches) {
        throw endless();
      }
    } finally {
      // A session that is kept would tell all who ever watched it.
      session.removeEventListener((AgendaEventListener) this);
      session.removeEventListener((RuleRuntimeEventListener) this);
    }
  }

  /** Takes note of which rule inserts what. */
  void watch() {
    if (watched) {
      return;
    }
    watched = true;
    session.addEventListener((AgendaEventListener) this);
    session.addEventListener((RuleRuntimeEventListener) this);
  }

  /** The id of the rule that first inserted a thing equal to this one; empty where none did. */
  String origin(Object inserted) {
    return links.entrySet().stream()
        .filter(each -> each.getKey().equals(inserted))
        .map(each -> each.getValue().rule())
        .findFirst()
        .orElse("");
  }

  @Override
  public void matchCreated(MatchCreatedEvent event) {
    Deadline.check();
    matches.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
    if (++created > mostMatches) {
      throw endless();
    }
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    Deadline.check();
    fired = event.getMatch();
  }

  @Override
  public void afterMatchFired(AfterMatchFiredEvent event) {
    fired = null;
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (fired == null) {
      return;
    }
    Link longest = null;
    for (Object object : fired.getObjects()) {
      Link link = links.get(object);
      if (link != null && (longest == null || link.length() > longest.length())) {
        longest = link;
      }
    }
    Link link =
        new Link(fired.getRule().getName(), longest, longest == null ? 1 : longest.length() + 1);
    links.put(event.getObject(), link);
    if (link.length() > longestChain) {
      throw new EndlessException(
          mostFrequent(link),
          "concludes from its own conclusions without end: stopped after "
              + longestChain
              + " in a row");
    }
  }

  @Override
  public void objectUpdated(ObjectUpdatedEvent event) {
    changed();
  }

  @Override
  public void objectDeleted(ObjectDeletedEvent event) {
    changed();
  }

  private void changed() {
    if (fired != null) {
      changes.merge(fired.getRule().getName(), 1, Integer::sum);
    }
  }

  private static String mostFrequent(Link end) {
    Map<String, Integer> rules = new HashMap<>();
    for (Link link = end; link != null; link = link.before()) {
      rules.merge(link.rule(), 1, Integer::sum);
    }
    return first(rules);
  }

  private EndlessException endless() {
    return new EndlessException(
        first(changes.isEmpty() ? matches : changes),
        "triggers itself without end: stopped after " + created + " matches");
  }

  /** The rule that did something most often. */
  private static String first(Map<String, Integer> counted) {
    return counted.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
