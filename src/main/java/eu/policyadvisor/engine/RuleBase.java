package eu.policyadvisor.engine;

import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.engine.reading.ReadableRules;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.time.SessionPseudoClock;

/** Compiled rules, ready to run. Immutable and thread-safe: each run has a session of its own. */
public final class RuleBase {
  /** Enough for the usual kinds of conditions to be among them. */
  private static final int FEW = 20;

  private final ReadableRules rules;
  private final KieSessionConfiguration configuration;

  /** What may be kept from the engine; null where nothing may, as added rules can do all. */
  private final @Nullable Relevance relevance;

  private volatile @Nullable InternalKnowledgeBase network;

  private RuleBase(ReadableRules rules, @Nullable Relevance relevance) {
    this.rules = rules;
    this.relevance = relevance;
    this.configuration = RuleBaseFactory.newKnowledgeSessionConfiguration();
    this.configuration.setOption(ClockTypeOption.PSEUDO);
  }

  private RuleBase(CompiledRules rules, List<CompiledRule> located) {
    this(
        new ReadableRules(rules),
        new Relevance(located.stream().map(CompiledRule::needs).toList()));
  }

  /** Of rules that may read whatever is in working memory. */
  public RuleBase(ReadableRules rules) {
    this(rules, null);
  }

  /** Of rules that may read whatever is in working memory. */
  public RuleBase(CompiledRules rules) {
    this(new ReadableRules(rules));
  }

  /**
   * The rules that were compiled in the build, with the cards that the build read from them.
   *
   * @param cards the card of each rule, by id
   * @param located where the rules are, and what each needs
   */
  public static RuleBase builtIn(Map<String, RuleCard> cards, List<CompiledRule> located) {
    return new RuleBase(CompiledRules.builtIn(cards), located);
  }

  /**
   * Those of the rules compiled in the build that can match some facts at all, so that a process
   * that assesses one fact set loads no more than it needs.
   *
   * @param cards the card of each rule, by id, those of other rules included
   * @param located where the rules are, and what each needs
   * @param workingMemory facts, parameters and the as-of date
   */
  public static RuleBase reaching(
      Map<String, RuleCard> cards, List<CompiledRule> located, List<Object> workingMemory) {
    List<CompiledRule> reached = Reach.of(located, workingMemory);
    RuleBase reaching = new RuleBase(CompiledRules.builtIn(cards, reached), reached);
    // While the engine runs them, what is not known will be read from the same conditions.
    Thread reader = new Thread(reaching.rules::prepare, "conditions");
    reader.setDaemon(true);
    // Whoever needs the conditions meets the same fault, and can say what it means.
    reader.setUncaughtExceptionHandler((thread, fault) -> {});
    reader.start();
    return reaching;
  }

  /**
   * Ids of those of the rules compiled in the build that can match some objects at all.
   *
   * @param located where the rules are, and what each needs
   * @param workingMemory facts, parameters and the as-of date
   */
  public static Set<String> reached(List<CompiledRule> located, List<Object> workingMemory) {
    return Reach.of(located, workingMemory).stream()
        .map(CompiledRule::id)
        .collect(Collectors.toSet());
  }

  /**
   * Runs a few rules over nothing, so that the classes of the engine are there when they are
   * needed.
   *
   * @param located where the rules are
   */
  public static void warmUp(List<CompiledRule> located) {
    List<CompiledRule> few = located.subList(0, Math.min(FEW, located.size()));
    new RuleBase(CompiledRules.builtIn(Map.of(), few), few).run(List.of(), LocalDate.EPOCH);
  }

  /** Ids of the rules of a kind that need a thing of some type, in order. */
  public List<String> needing(Class<?> type, Kind kind) {
    return rules.needing(type, kind);
  }

  /** The rules, ready to be read. */
  public ReadableRules rules() {
    return rules;
  }

  /** The rules as the compiler left them. */
  public CompiledRules compiled() {
    return rules.compiled();
  }

  private InternalKnowledgeBase network() {
    InternalKnowledgeBase built = network;
    if (built == null) {
      synchronized (this) {
        built = network;
        if (built == null) {
          built = KieBaseBuilder.createKieBaseFromModel(compiled().models());
          network = built;
        }
      }
    }
    return built;
  }

  /**
   * Fires the rules over the given objects.
   *
   * @param workingMemory facts, parameters and the as-of date
   * @param asOf the date that dated rules follow
   * @return what was concluded, with every match that justifies it
   * @throws RuleBaseException if a rule fails, fires for ever or inserts other than logically,
   *     naming the rule and the facts
   */
  public Conclusions run(List<Object> workingMemory, LocalDate asOf) {
    List<Object> given = relevant(workingMemory);
    KieSession session = null;
    try {
      session = session(network(), given, asOf);
      new Firing(session, given).run();
      return Conclusions.collect(session, rules);
    } catch (Conclusions.InsertedException e) {
      throw inserted(e.conclusion(), given, asOf);
    } catch (RuntimeException | Error e) {
      throw failure(e, session == null ? given : session.getObjects(), asOf);
    } finally {
      if (session != null) {
        session.dispose();
      }
    }
  }

  /**
   * Enough rules to tell whether one of them concludes: those that it builds on, however far up,
   * and all where rules may do more than conclude.
   *
   * @param id the rule
   */
  public RuleBase upTo(String id) {
    return relevance == null
        ? this
        : new RuleBase(
            new ReadableRules(compiled().only(compiled().closure(Set.of(id)))), relevance);
  }

  /**
   * Whether these are all the rules that can match some objects.
   *
   * @param located where all rules of the build are, and what each needs
   * @param workingMemory facts, parameters and the as-of date
   */
  public boolean reachesAsFar(List<CompiledRule> located, List<Object> workingMemory) {
    return Reach.of(located, workingMemory).stream()
        .allMatch(rule -> compiled().rules().containsKey(rule.id()));
  }

  /** Which rule failed, and over what. */
  RuntimeException failure(Throwable thrown, Collection<?> objects, LocalDate asOf) {
    return new RuleFailure(compiled(), (some, of) -> rerun(some, of, asOf)).of(thrown, objects);
  }

  /** What of a working memory the engine gets. */
  public List<Object> relevant(List<Object> workingMemory) {
    return relevance == null ? workingMemory : relevance.in(workingMemory);
  }

  /** A session for working memories that differ in little, all of one date. */
  public Variations vary(LocalDate asOf) {
    return new Variations(this, session(network(), List.of(), asOf), asOf);
  }

  private KieSession session(InternalKnowledgeBase network, List<Object> given, LocalDate asOf) {
    KieSession session = network.newKieSession(configuration, null);
    SessionPseudoClock clock = session.getSessionClock();
    clock.advanceTime(noon(asOf), TimeUnit.MILLISECONDS);
    given.forEach(session::insert);
    return session;
  }

  /** Which rule inserted a conclusion: it is run again, and watched. */
  private RuleBaseException inserted(Conclusion conclusion, List<Object> given, LocalDate asOf) {
    KieSession session = session(network(), given, asOf);
    try {
      Firing firing = new Firing(session, given);
      firing.watch();
      firing.run();
      return new RuleBaseException(
          List.of(
              compiled()
                  .sources()
                  .problem(
                      firing.origin(conclusion),
                      "inserts a "
                          + conclusion.getClass().getSimpleName()
                          + " with insert; write insertLogical, so that it falls with its"
                          + " reasons")));
    } finally {
      session.dispose();
    }
  }

  private void rerun(CompiledRules some, List<Object> objects, LocalDate asOf) {
    KieSession session =
        session(KieBaseBuilder.createKieBaseFromModel(some.models()), objects, asOf);
    try {
      new Firing(session, objects).run();
    } finally {
      session.dispose();
    }
  }

  /**
   * Midday in the zone of the machine: Drools places the dates of a rule at midnight in that zone
   * and holds a rule effective strictly after it.
   */
  private static long noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
  }
}
