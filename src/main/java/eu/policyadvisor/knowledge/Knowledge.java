package eu.policyadvisor.knowledge;

import eu.policyadvisor.engine.RuleBase;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.engine.words.WordsOfRule;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.LegalState;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleNeeds;
import eu.policyadvisor.rule.RuleText;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.yaml.ConfirmationReader;
import eu.policyadvisor.yaml.CountryShares;
import eu.policyadvisor.yaml.FactCheck;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reference data, and the rules that read them. Immutable and thread-safe; rules are loaded when
 * they are first needed.
 */
public final class Knowledge {
  private final ReferenceData reference;
  private final @Nullable RuleDirectory ownRules;

  /** What the build worked out ahead; null where anything is not as in the build. */
  private final @Nullable KnowledgeFile built;

  /** Ids of the rules that look for findings about facts of a kind. */
  private final Map<Class<?>, List<String>> trying = new ConcurrentHashMap<>();

  private final AtomicBoolean ran = new AtomicBoolean();
  private volatile @Nullable RuleBase loaded;
  private volatile @Nullable KnowledgeBase known;

  private Knowledge(
      ReferenceData reference,
      @Nullable RuleDirectory ownRules,
      @Nullable KnowledgeFile built,
      @Nullable RuleBase loaded) {
    this.reference = reference;
    this.ownRules = ownRules;
    this.built = built;
    this.loaded = loaded;
  }

  /** The knowledge that ships with this library. */
  public static Knowledge builtIn() {
    return KnowledgeFile.builtIn()
        .map(built -> new Knowledge(built.reference(), null, built, null))
        .orElseGet(() -> new Knowledge(ReferenceData.builtIn(), null, null, null));
  }

  /**
   * The built-in knowledge with rules and catalogue files of a directory over it, or, where it
   * holds {@code parameters.yaml}, the knowledge of the directory alone.
   *
   * @param directory holds DRL files, at any depth
   * @throws RuleBaseException if rules do not compile, or parameters or catalogue are wrong, naming
   *     file and line
   */
  public static Knowledge of(Path directory) {
    Checked<ReferenceData> own = ReferenceData.read(directory);
    if (!own.problems().isEmpty()) {
      throw new RuleBaseException(own.problems());
    }
    Knowledge knowledge = new Knowledge(own.value(), RuleDirectory.of(directory), null, null);
    knowledge.rules();
    return knowledge;
  }

  /**
   * With some parts as they are in other knowledge; what is missing there is left out. So one can
   * see what a single change to rules comes to. The text of rules stays as it is here.
   *
   * @param parts what is taken
   * @param other where it is taken from
   */
  public Knowledge with(KnowledgeParts parts, Knowledge other) {
    ReferenceData mixed = Mixture.of(reference, other.reference, parts);
    CompiledRules rules =
        rules().compiled().with(parts.rules(), other.rules().compiled(), mixed.catalogue());
    return new Knowledge(mixed, ownRules, null, new RuleBase(rules));
  }

  /** The same with other rules. */
  public Knowledge with(RuleBase rules) {
    return new Knowledge(reference, ownRules, null, rules);
  }

  /** The same with other parameters and groups of terms. */
  public Knowledge with(List<Parameter> parameters, List<TermGroup> groups) {
    return new Knowledge(
        new ReferenceData(
            reference.catalogue().with(groups), parameters, reference.countryGroups()),
        ownRules,
        null,
        rules());
  }

  /**
   * Begins to load the rules, so that facts can be read meanwhile. What is wrong with rules is
   * thrown where they are needed. Where it is not asked for, the first assessment loads only the
   * rules that its facts can reach.
   */
  public void prepare() {
    ran.set(true);
    begin(this::rules, "rules");
  }

  /**
   * Begins to load the engine, for a process that assesses one fact set, so that facts can be read
   * meanwhile.
   */
  public void warmUp() {
    if (built != null) {
      begin(() -> RuleBase.warmUp(built.compiled()), "engine");
    }
  }

  private static void begin(Runnable work, String name) {
    Thread loader = new Thread(work, name);
    loader.setDaemon(true);
    // Whoever needs the rules meets the same fault, and can say what it means.
    loader.setUncaughtExceptionHandler((thread, fault) -> {});
    loader.start();
  }

  /** Cards of rules, catalogue, parameters and country groups, as data. */
  public KnowledgeBase base() {
    KnowledgeBase base = known;
    if (base == null) {
      base =
          new KnowledgeBase(
              Version.of(Knowledge.class),
              cards(),
              reference.catalogue(),
              reference.parameters(),
              reference.countryGroups());
      known = base;
    }
    return base;
  }

  private Map<String, RuleCard> cards() {
    return built == null ? rules().compiled().cards() : built.cards();
  }

  /** The directory of rules that take the place of built-in ones; null where there is none. */
  public @Nullable RuleDirectory ownRules() {
    return ownRules;
  }

  /** A rule as it is written; empty when there is no rule of that id. */
  public Optional<RuleText> source(String rule) {
    return WordsOfRule.text(rule, rules().compiled(), base());
  }

  /** All rules as they are written, by id. */
  public Map<String, DrlRule> written() {
    return rules().compiled().sources().rules();
  }

  /** Where facts contradict each other or name what does not exist. */
  public List<Problem> check(FactSet facts) {
    return FactCheck.check(facts, reference.catalogue());
  }

  /** The same, and where confirmations do not go with the day of the advice. */
  public List<Problem> check(FactSet facts, LocalDate asOf) {
    List<Problem> problems = check(facts);
    return problems.isEmpty()
        ? ConfirmationReader.check(facts.confirmations(), reference.catalogue(), asOf)
        : problems;
  }

  /**
   * What is valid in facts and hardly meant, such as an end before its beginning, values that
   * contradict the catalogue, or a material that no vocabulary knows.
   *
   * @param facts facts in which nothing is wrong
   * @return in order of place; empty when there is nothing
   */
  public List<Problem> warnings(FactSet facts) {
    return FactWarnings.of(facts, reference.catalogue(), reference.countryGroups());
  }

  /**
   * The facts with what the catalogue says of them, of the parties that they name, of what their
   * providers rent out, and of measures that hold for them.
   *
   * @param asOf the day of the advice
   */
  public FactSet completed(FactSet facts, LocalDate asOf) {
    Catalogue catalogue = reference.catalogue().confirmed(facts.confirmations());
    FactSet products = CatalogueCompletion.complete(facts, catalogue, asOf);
    FactSet parties = PartyCompletion.complete(products, catalogue, asOf);
    FactSet served = ProviderCompletion.complete(parties, catalogue, reference.countryGroups());
    return MeasureCompletion.complete(served, catalogue, reference.countryGroups(), asOf);
  }

  /**
   * What goes into a session.
   *
   * @param facts facts that are completed
   * @param asOf the date that dated rules and parameters follow
   */
  public List<Object> memory(FactSet facts, LocalDate asOf) {
    List<Object> memory = new ArrayList<>();
    memory.add(new AsOf(asOf));
    reference.parameters().stream().filter(p -> p.holdsOn(asOf)).forEach(memory::add);
    memory.addAll(reference.countryGroups());
    memory.addAll(reference.catalogue().termGroups());
    reference.catalogue().confirmed(facts.confirmations()).instruments().values().stream()
        .filter(each -> each.existsOn(asOf))
        .map(each -> new LegalState(each.id(), each.on(asOf).status()))
        .forEach(memory::add);
    facts.lists().keySet().stream().sorted().map(StatedList::new).forEach(memory::add);
    memory.addAll(facts.all());
    memory.addAll(CountryShares.of(facts));
    return memory;
  }

  /**
   * The rules for some facts: many a process assesses one fact set, and loads no more for it.
   *
   * @param memory what {@link #memory} makes of the facts
   */
  public RuleBase rules(List<Object> memory) {
    return built != null && loaded == null && ran.compareAndSet(false, true)
        ? RuleBase.reaching(built.cards(), built.compiled(), memory)
        : rules();
  }

  /**
   * The rules for some objects: those at hand where they reach as far.
   *
   * @param memory facts, parameters and the as-of date, of one working memory or of several
   * @param atHand rules that were given for much the same memory
   */
  public RuleBase rulesFor(List<Object> memory, RuleBase atHand) {
    if (built == null || loaded != null) {
      return rules();
    }
    return atHand.reachesAsFar(built.compiled(), memory)
        ? atHand
        : RuleBase.reaching(built.cards(), built.compiled(), memory);
  }

  /**
   * Ids of the rules that can match some objects, whatever the day; all where nobody knows what
   * rules may do.
   *
   * @param memory what {@link #memory} makes of facts, on one day or on several
   */
  public Set<String> reached(List<Object> memory) {
    return built == null ? cards().keySet() : RuleBase.reached(built.compiled(), memory);
  }

  /**
   * Ids of the rules that look for findings about facts of a kind and are in force on a day, in
   * order.
   */
  public List<String> tried(Class<? extends Fact> kind, LocalDate day) {
    return trying.computeIfAbsent(kind, this::trying).stream()
        .filter(id -> Objects.requireNonNull(cards().get(id)).inForce(day))
        .toList();
  }

  private List<String> trying(Class<?> kind) {
    List<String> ids =
        built == null || loaded != null
            ? rules().needing(kind, Kind.FINDING)
            : built.compiled().stream()
                .map(CompiledRule::needs)
                .filter(
                    rule ->
                        rule.needs().stream().anyMatch(need -> need.type().equals(kind.getName())))
                .map(RuleNeeds::id)
                .sorted()
                .toList();
    return ids.stream()
        .filter(id -> Objects.requireNonNull(cards().get(id)).kind() == Kind.FINDING)
        .toList();
  }

  /** All rules. */
  public RuleBase rules() {
    RuleBase rules = loaded;
    if (rules == null) {
      synchronized (this) {
        rules = loaded;
        if (rules == null) {
          rules = load();
          loaded = rules;
        }
      }
    }
    return rules;
  }

  private RuleBase load() {
    return built != null
        ? RuleBase.builtIn(built.cards(), built.compiled())
        : new RuleBase(
            ownRules == null
                ? CompiledRules.builtIn(reference.catalogue())
                : CompiledRules.of(ownRules, reference.catalogue()));
  }
}
