package eu.policyadvisor.session;

import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.time.SessionPseudoClock;

/** Compiled rules, ready to run. Immutable and thread-safe: each run has a session of its own. */
public final class RuleBase {
  /**
   * Far above what any fact set needs, with more for each fact, as rules may join each with many
   * others; only rules that trigger themselves without end reach it.
   */
  private static final int MOST_FIRINGS = 1_000_000;

  private static final int MORE_FOR_EACH = 1_000;

  /** Enough for the usual kinds of conditions to be among them. */
  private static final int FEW = 20;

  private final List<Model> models;
  private final Supplier<DrlSources> sources;
  private final KieSessionConfiguration configuration;
  private final Map<String, Rule> rules;
  private final Map<String, RuleCard> cards;
  private final Map<String, FieldsRead> fieldsRead = new ConcurrentHashMap<>();
  private final Map<String, Optional<Conclusion>> prototypes = new ConcurrentHashMap<>();
  private final Map<String, Boolean> needSupport = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<Rule>> producers = new ConcurrentHashMap<>();
  private final Criteria.Known criteria;

  /** What may be kept from the engine; null where nothing may, as rules of one's own can do all. */
  private final @Nullable Relevance relevance;

  private volatile @Nullable InternalKnowledgeBase network;
  private volatile @Nullable Upstream upstream;
  private volatile @Nullable Readings readings;

  private RuleBase(List<Model> models, Catalogue catalogue, Supplier<DrlSources> sources) {
    this(models, Cards.read(rules(models), catalogue, sources), sources);
  }

  private RuleBase(List<Model> models, Map<String, RuleCard> cards, Supplier<DrlSources> sources) {
    this(models, cards, sources, null);
  }

  private RuleBase(List<Model> models, Map<String, RuleCard> cards, List<CompiledRule> compiled) {
    this(
        models,
        cards,
        DrlSources.ofTheBuild(),
        new Relevance(compiled.stream().map(CompiledRule::needs).toList()));
  }

  private RuleBase(
      List<Model> models,
      Map<String, RuleCard> cards,
      Supplier<DrlSources> sources,
      @Nullable Relevance relevance) {
    this.relevance = relevance;
    this.models = models;
    this.sources = sources;
    this.criteria = new Criteria.Known();
    this.configuration = RuleBaseFactory.newKnowledgeSessionConfiguration();
    this.configuration.setOption(ClockTypeOption.PSEUDO);
    this.cards = Collections.unmodifiableMap(cards);
    Map<String, Rule> byId = new TreeMap<>();
    rules(models).forEach(rule -> byId.put(rule.getName(), rule));
    this.rules = Collections.unmodifiableMap(byId);
  }

  private static List<Rule> rules(List<Model> models) {
    return models.stream().map(Model::getRules).flatMap(Collection::stream).toList();
  }

  /** The same rules, of which one is replaced. */
  private RuleBase(RuleBase original, Model replacement, Rule rule, RuleCard card) {
    this.models = Overlay.replace(original.models, List.of(replacement));
    this.sources = original.sources;
    this.criteria = new Criteria.Known(original.criteria);
    this.configuration = original.configuration;
    this.relevance = null;
    this.cards = with(original.cards, card.id(), card);
    this.rules = with(original.rules, rule.getName(), rule);
    this.fieldsRead.putAll(original.fieldsRead);
    this.fieldsRead.remove(rule.getName());
    this.prototypes.putAll(original.prototypes);
    this.prototypes.remove(rule.getName());
    this.upstream = new Upstream(this, original.upstream(), rule);
  }

  private static <T> Map<String, T> with(Map<String, T> all, String id, T replacement) {
    Map<String, T> replaced = new TreeMap<>(all);
    replaced.put(id, replacement);
    return Collections.unmodifiableMap(replaced);
  }

  /**
   * The same rules, of which the one with the id of the given one is replaced.
   *
   * @param replacement a model that holds nothing but this rule
   */
  RuleBase replacing(Model replacement, RuleCard card) {
    return new RuleBase(this, replacement, replacement.getRules().get(0), card);
  }

  /**
   * The rules with one small change each.
   *
   * @param mutations changes of rules of this rule base
   * @param catalogue the instruments that rules cite
   * @return by the change; a change that does not compile is left out
   */
  public Map<Mutation, ChangedRule> changed(List<Mutation> mutations, Catalogue catalogue) {
    return MutantCompiler.compile(this, mutations, catalogue);
  }

  /**
   * What rules can be read against where a run ended.
   *
   * @param lookedInto ids of the rules of which it matters what they wait for
   * @param workingMemory facts, parameters and the as-of date
   * @param imagined facts of which nothing is known, one for each list that was not stated
   * @param conclusions what the run over them concluded
   * @param asOf the date that dated rules follow
   */
  public Outlook outlook(
      Set<String> lookedInto,
      List<Object> workingMemory,
      List<Fact> imagined,
      Conclusions conclusions,
      LocalDate asOf) {
    Set<String> closure = upstream().closure(lookedInto);
    ThreeValued reading =
        closure.isEmpty()
            ? null
            : ThreeValued.complete(
                this, closure::contains, workingMemory, imagined, conclusions, asOf);
    return new Outlook(this, conclusions, asOf, workingMemory, closure, reading);
  }

  /**
   * The rules that were compiled in the build.
   *
   * @param catalogue the instruments that rules cite
   * @throws RuleBaseException if a rule lacks metadata or cites what the catalogue does not list
   */
  public static RuleBase builtIn(Catalogue catalogue) {
    return new RuleBase(CompiledModels.builtIn(), catalogue, DrlSources.ofTheBuild());
  }

  /**
   * The rules that were compiled in the build, with the cards that the build read from them.
   *
   * @param cards the card of each rule, by id
   * @param compiled what each rule needs
   */
  public static RuleBase builtIn(Map<String, RuleCard> cards, List<CompiledRule> compiled) {
    return new RuleBase(CompiledModels.builtIn(), cards, compiled);
  }

  /**
   * Those of the rules compiled in the build that can match some facts at all, so that a process
   * that assesses one fact set loads no more than it needs.
   *
   * @param cards the card of each rule, by id, those of other rules included
   * @param compiled where the rules are, and what each needs
   * @param workingMemory facts, parameters and the as-of date
   */
  public static RuleBase reaching(
      Map<String, RuleCard> cards, List<CompiledRule> compiled, List<Object> workingMemory) {
    List<CompiledRule> reached = Reach.of(compiled, workingMemory);
    RuleBase rules = new RuleBase(CompiledModels.builtIn(reached), cards, reached);
    // While the engine runs them, what is not known will be read from the same conditions.
    Thread reader = new Thread(rules::readConditions, "conditions");
    reader.setDaemon(true);
    // Whoever needs the conditions meets the same fault, and can say what it means.
    reader.setUncaughtExceptionHandler((thread, fault) -> {});
    reader.start();
    return rules;
  }

  private void readConditions() {
    readings().all().forEach(reading -> reading.patterns().forEach(criteria::of));
  }

  /**
   * Runs a few rules over nothing, so that the classes of the engine are there when they are
   * needed.
   *
   * @param compiled where the rules are
   */
  public static void warmUp(List<CompiledRule> compiled) {
    List<CompiledRule> few = compiled.subList(0, Math.min(FEW, compiled.size()));
    new RuleBase(CompiledModels.builtIn(few), Map.of(), few).run(List.of(), LocalDate.EPOCH);
  }

  /** Where the build put the rules that it compiled, and what each needs. */
  public static List<CompiledRule> located(RuleBase builtIn) {
    return RuleIndex.of(builtIn);
  }

  /**
   * The rules of the build, extended and where ids agree replaced by rules of one's own.
   *
   * @param directory holds DRL files, at any depth
   * @param catalogue the instruments that rules cite
   * @throws RuleBaseException if the rules do not compile, lack metadata or cite what the catalogue
   *     does not list
   */
  public static RuleBase extended(Path directory, Catalogue catalogue) {
    return of(new RuleDirectory(directory, false), catalogue);
  }

  /**
   * The rules of a directory, over the built-in ones or, when it is a whole knowledge base, in
   * their place. Files that are as in the build are not compiled again.
   *
   * @param directory holds DRL files, at any depth
   * @param catalogue the instruments that rules cite
   * @throws RuleBaseException if the rules do not compile, lack metadata or cite what the catalogue
   *     does not list
   */
  public static RuleBase of(RuleDirectory directory, Catalogue catalogue) {
    OwnRules own = OwnRules.read(directory);
    return new RuleBase(own.load(CompiledModels.builtIn()), catalogue, own::sources);
  }

  /**
   * With some rules as they are in another rule base; those that are missing there are left out.
   *
   * @param ids the rules
   * @param other where they are taken from
   * @param catalogue the instruments that rules cite
   */
  public RuleBase with(Set<String> ids, RuleBase other, Catalogue catalogue) {
    return new RuleBase(
        Overlay.join(
            Overlay.kept(models, id -> !ids.contains(id)),
            Overlay.kept(other.models, ids::contains)),
        catalogue,
        sources);
  }

  /** The card of each rule, by id. */
  public Map<String, RuleCard> cards() {
    return cards;
  }

  /** A rule as its right-hand side sees it. */
  org.kie.api.definition.rule.Rule named(Rule rule) {
    return new NamedRule(rule);
  }

  /** Worked out when it is asked for: an assessment asks it of few rules. */
  private @Nullable FieldsRead reads(String id) {
    Rule rule = rules.get(id);
    if (rule == null) {
      return null;
    }
    FieldsRead known = fieldsRead.get(id);
    return known != null ? known : fieldsRead.computeIfAbsent(id, any -> FieldsRead.of(rule));
  }

  /** Whether matches of a rule rest on more than the engine names. */
  boolean needsSupport(String rule) {
    Boolean known = needSupport.get(rule);
    return known != null
        ? known
        : needSupport.computeIfAbsent(
            rule, id -> Support.isNeeded(Objects.requireNonNull(rules.get(id))));
  }

  /** The rules that conclude something of a type. */
  List<Rule> producers(Class<?> type) {
    return producers.computeIfAbsent(
        type,
        any -> rules.values().stream().filter(rule -> type.isInstance(prototype(rule))).toList());
  }

  /** The rules in order of id, ready to be read. */
  Readings readings() {
    Readings known = readings;
    if (known == null) {
      known =
          new Readings(
              rules.values().stream()
                  .filter(rule -> cards.containsKey(rule.getName()))
                  .map(rule -> Reading.of(rule, Objects.requireNonNull(cards.get(rule.getName()))))
                  .toList(),
              criteria);
      readings = known;
    }
    return known;
  }

  /** What is known of the patterns of the rules. */
  Criteria.Known criteria() {
    return criteria;
  }

  Upstream upstream() {
    Upstream known = upstream;
    if (known == null) {
      known = new Upstream(this);
      upstream = known;
    }
    return known;
  }

  /** What a rule concludes, of nothing in particular; null when that cannot be told. */
  @Nullable Conclusion prototype(Rule rule) {
    return prototypes
        .computeIfAbsent(
            rule.getName(),
            any -> new Consequences().of(rule, named(rule), Env.EMPTY).stream().findFirst())
        .orElse(null);
  }

  /** The rules as compiled, by id. */
  Map<String, Rule> rules() {
    return rules;
  }

  /**
   * The fields of a fact that the conditions of a rule read, by the name they have in a fact file.
   */
  public List<String> fieldsRead(String rule, Fact fact) {
    FieldsRead reads = reads(rule);
    return reads == null ? List.of() : reads.inFile(fact.getClass());
  }

  private InternalKnowledgeBase network() {
    InternalKnowledgeBase built = network;
    if (built == null) {
      synchronized (this) {
        built = network;
        if (built == null) {
          built = KieBaseBuilder.createKieBaseFromModel(models);
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
   * @throws RuleBaseException if rules trigger themselves without end, or insert other than
   *     logically
   */
  public Conclusions run(List<Object> workingMemory, LocalDate asOf) {
    KieSession session = network().newKieSession(configuration, null);
    try {
      SessionPseudoClock clock = session.getSessionClock();
      clock.advanceTime(noon(asOf), TimeUnit.MILLISECONDS);
      (relevance == null ? workingMemory : relevance.in(workingMemory)).forEach(session::insert);
      int most = MOST_FIRINGS + MORE_FOR_EACH * Math.min(workingMemory.size(), MOST_FIRINGS);
      if (session.fireAllRules(most) >= most) {
        throw Endless.rule(session, most);
      }
      return Conclusions.collect(session, this);
    } finally {
      session.dispose();
    }
  }

  /**
   * Which rules wait for values that are not known.
   *
   * @param workingMemory facts, parameters and the as-of date
   * @param imagined facts of which nothing is known, one for each list that was not stated
   * @param conclusions what the run over them concluded
   * @param asOf the date that dated rules follow
   */
  public Waiting waiting(
      List<Object> workingMemory, List<Fact> imagined, Conclusions conclusions, LocalDate asOf) {
    return ThreeValued.analyse(this, any -> true, workingMemory, imagined, conclusions, asOf);
  }

  /**
   * Which of some rules, and of those that they build on, wait for values that are not known.
   *
   * @param of ids of rules
   * @param workingMemory facts, parameters and the as-of date
   * @param imagined facts of which nothing is known, one for each list that was not stated
   * @param conclusions what the run over them concluded
   * @param asOf the date that dated rules follow
   */
  public Waiting waiting(
      Set<String> of,
      List<Object> workingMemory,
      List<Fact> imagined,
      Conclusions conclusions,
      LocalDate asOf) {
    return ThreeValued.analyse(
        this, upstream().closure(of)::contains, workingMemory, imagined, conclusions, asOf);
  }

  /**
   * Why rules did not conclude.
   *
   * @param workingMemory facts, parameters and the as-of date
   * @param conclusions what the run over them concluded
   * @param added facts of which nothing is known, one of each kind that may be added to a list
   * @param asOf the date that dated rules follow
   */
  public WhyNot whyNot(
      List<Object> workingMemory, Conclusions conclusions, List<Fact> added, LocalDate asOf) {
    return new WhyNot(this, workingMemory, conclusions, added, asOf);
  }

  /** The fields of a kind of fact that the conditions of a rule read. */
  List<String> fieldsRead(String rule, Class<?> kind) {
    FieldsRead reads = reads(rule);
    return reads == null ? List.of() : reads.inFile(kind);
  }

  /**
   * What can be said against the rules without running them.
   *
   * @param parameters the thresholds that they may read
   * @param groups the country groups that they may read
   * @param catalogue what facts may name
   * @param ownRules a directory with rules that take the place of built-in ones, or null
   */
  public List<Complaint> complaints(
      List<Parameter> parameters,
      List<CountryGroup> groups,
      Catalogue catalogue,
      @Nullable RuleDirectory ownRules) {
    return new Structure(this, parameters, groups, catalogue, ownRules).complaints();
  }

  /** Ids of a rule and of all rules that it builds on, however far up. */
  public Set<String> buildsOn(String rule) {
    return upstream().closure(Set.of(rule));
  }

  /** Where the rules are written. */
  public DrlSources sources() {
    return sources.get();
  }

  /**
   * A rule as it is written, with its conditions in words; empty when there is no rule of that id.
   *
   * @param rule its id
   * @param knowledge what its conditions are compared with
   */
  public Optional<RuleText> text(String rule, KnowledgeBase knowledge) {
    return sources()
        .rule(rule)
        .map(
            written ->
                RuleWords.text(
                    sources().withParents(written),
                    knowledge,
                    type -> producers(type).stream().map(Rule::getName).sorted().toList()));
  }

  /** Coverage of the rules by condition, of which nothing has been seen. */
  public Coverage coverage() {
    return new Coverage(this);
  }

  /**
   * Midday in the zone of the machine: Drools places the dates of a rule at midnight in that zone
   * and holds a rule effective strictly after it.
   */
  private static long noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
  }
}
