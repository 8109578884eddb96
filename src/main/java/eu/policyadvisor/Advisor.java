package eu.policyadvisor;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleText;
import eu.policyadvisor.screening.KeptList;
import eu.policyadvisor.screening.ScreenedFacts;
import eu.policyadvisor.screening.ScreeningLists;
import eu.policyadvisor.session.DrlSources;
import eu.policyadvisor.session.Mutations;
import eu.policyadvisor.session.RuleBase;
import eu.policyadvisor.session.RuleBaseException;
import eu.policyadvisor.session.RuleDirectory;
import eu.policyadvisor.yaml.CatalogueCompletion;
import eu.policyadvisor.yaml.CountryShares;
import eu.policyadvisor.yaml.FactCheck;
import eu.policyadvisor.yaml.FactReader;
import eu.policyadvisor.yaml.KnowledgeFile;
import eu.policyadvisor.yaml.ReferenceData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Assesses fact sets with a knowledge base.
 *
 * <pre>{@code
 * Advisor advisor = Advisor.standard();
 * FactSet facts = advisor.read(Path.of("facts/examples/ascend-cluster.yaml")).factSets().get(0);
 * Assessment assessment = advisor.assess(facts);
 * assessment.findings().forEach(finding -> System.out.println(finding.card().title()));
 * }</pre>
 *
 * <p>Immutable and thread-safe; make one and share it. Rules are loaded when they are first needed.
 */
public final class Advisor {
  private final ReferenceData reference;
  private final @Nullable RuleDirectory ownRules;

  /** What the build worked out ahead; null where rules of one's own or other changes are in. */
  private final @Nullable KnowledgeFile built;

  private final AtomicBoolean ran = new AtomicBoolean();

  /** Whose rules these are; null where they are its own. */
  private final @Nullable Advisor like;

  private final @Nullable ScreeningLists lists;

  private volatile @Nullable RuleBase loaded;
  private volatile @Nullable KnowledgeBase known;

  private Advisor(
      ReferenceData reference,
      @Nullable RuleDirectory ownRules,
      @Nullable KnowledgeFile built,
      @Nullable Advisor like,
      @Nullable ScreeningLists lists) {
    this.reference = reference;
    this.ownRules = ownRules;
    this.built = built;
    this.like = like;
    this.lists = lists;
  }

  private Advisor(
      ReferenceData reference, @Nullable RuleDirectory ownRules, @Nullable KnowledgeFile built) {
    this(reference, ownRules, built, null, null);
  }

  private Advisor(ReferenceData reference, @Nullable RuleDirectory ownRules) {
    this(reference, ownRules, null);
  }

  /** With the knowledge base that ships with this library. */
  public static Advisor standard() {
    return KnowledgeFile.builtIn()
        .map(built -> new Advisor(built.reference(), null, built))
        .orElseGet(() -> new Advisor(ReferenceData.builtIn(), null));
  }

  /**
   * The same that asks screening lists about suppliers, once facts are completed from the
   * catalogue.
   */
  public Advisor withLists(ScreeningLists lists) {
    return new Advisor(reference, ownRules, built, this, lists);
  }

  /** The versions of screening lists that may be asked; empty where none is. */
  public List<KeptList> lists() {
    return lists == null ? List.of() : lists.all();
  }

  /**
   * Begins to load the rules, so that facts can be read meanwhile. What is wrong with rules is
   * thrown where they are needed. Where it is not asked for, the first assessment loads only the
   * rules that its facts can reach.
   */
  public void prepare() {
    if (like != null) {
      like.prepare();
    } else {
      ran.set(true);
      begin(this::rules, "rules");
    }
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

  /**
   * With rules of one's own beside the built-in ones; a rule with the id of a built-in one takes
   * its place. Rules are code: they can do whatever Java can, so load none that you do not trust.
   *
   * <p>{@code catalog/*.yaml} in the directory stands in place of the built-in file of that name. A
   * directory that holds {@code parameters.yaml} is a whole knowledge base, as {@code rules/} of
   * this project is: built-in rules that it does not hold do not exist then. DRL files with the
   * path and the text of built-in ones are taken as the build compiled them.
   *
   * @param directory holds DRL files, at any depth
   * @throws RuleBaseException if rules do not compile, or parameters or catalogue are wrong, naming
   *     file and line
   */
  public Advisor withRules(Path directory) {
    eu.policyadvisor.yaml.Reading<ReferenceData> own = ReferenceData.read(directory);
    if (!own.problems().isEmpty()) {
      throw new RuleBaseException(own.problems());
    }
    Advisor advisor = new Advisor(own.value(), RuleDirectory.of(directory));
    advisor.rules();
    return advisor;
  }

  /**
   * With some parts of the knowledge base as they are in that of another advisor; what is missing
   * there is left out. So one can see what a single change to rules comes to. {@link #source} and
   * {@link #drl} of the mixture are those of this advisor.
   *
   * @param parts what is taken
   * @param other whose rules, parameters and catalogue they are taken from
   */
  public Advisor with(KnowledgeParts parts, Advisor other) {
    Advisor mixed = new Advisor(Mixture.of(reference, other.reference, parts), ownRules);
    mixed.loaded = rules().with(parts.rules(), other.rules(), mixed.reference.catalogue());
    return mixed;
  }

  /**
   * Reads a fact file. Nothing that is wrong with it is thrown; all of it is reported.
   *
   * @throws IOException if the file cannot be read
   */
  public Reading read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    }
  }

  /**
   * Reads facts as YAML. Nothing that is wrong with them is thrown; all of it is reported.
   *
   * @param label what messages call the source
   * @param in UTF-8 text; not closed
   * @throws IOException if the stream cannot be read
   */
  public Reading read(String label, InputStream in) throws IOException {
    eu.policyadvisor.yaml.Reading<List<FactSet>> read =
        FactReader.read(label, in, facts -> FactCheck.check(facts, reference.catalogue()));
    List<FactSet> valid = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(read.problems());
    for (FactSet facts : read.value()) {
      List<Problem> wrong = FactCheck.check(facts, reference.catalogue());
      if (wrong.isEmpty()) {
        valid.add(facts);
      }
      problems.addAll(wrong);
    }
    return new Reading(valid, problems.stream().sorted().toList());
  }

  /**
   * Reads a line of JSON Lines, which holds one fact set. Nothing that is wrong with it is thrown;
   * all of it is reported.
   *
   * @param label what messages call the source
   * @param line the number of the line in it, from 1
   * @param text the line in UTF-8, without its end
   */
  public Reading readLine(String label, int line, byte[] text) {
    eu.policyadvisor.yaml.Reading<Optional<FactSet>> read =
        FactReader.readLine(
            label, line, text, facts -> FactCheck.check(facts, reference.catalogue()));
    return new Reading(read.value().stream().toList(), read.problems());
  }

  /** The rules, the catalogue and the parameters this advisor works with. */
  public KnowledgeBase knowledge() {
    KnowledgeBase knowledge = known;
    if (knowledge == null) {
      knowledge =
          new KnowledgeBase(
              Version.of(Advisor.class),
              cards(),
              reference.catalogue(),
              reference.parameters(),
              reference.countryGroups());
      known = knowledge;
    }
    return knowledge;
  }

  private Map<String, RuleCard> cards() {
    return built == null ? rules().cards() : built.cards();
  }

  /**
   * What can be said against the rules without running them. That a rule is subsumed is to be
   * confirmed by runs; {@code check.RuleCheck} does so.
   */
  public List<Complaint> complaints() {
    return rules()
        .complaints(
            reference.parameters(), reference.countryGroups(), reference.catalogue(), ownRules);
  }

  /** Ids of a rule and of all rules that it builds on, however far up. */
  public Set<String> buildsOn(String rule) {
    return rules().buildsOn(rule);
  }

  /** What is wrong with a rule, where it stands. */
  public Problem problem(String rule, String message) {
    return RuleBase.problem(rule, ownRules, message);
  }

  /** A rule as it is written; empty when there is no rule of that id. */
  public Optional<RuleText> source(String rule) {
    return DrlSources.find(rule, ownRules, knowledge(), rules());
  }

  /** The DRL of all rules by id, without the comments above them. */
  public Map<String, String> drl() {
    return DrlSources.all(ownRules);
  }

  /**
   * Assesses facts on the date they name, else today.
   *
   * @throws InvalidFactsException if the facts contradict each other or name what does not exist
   */
  public Assessment assess(FactSet facts) {
    LocalDate asOf = facts.asOf();
    return assess(facts, asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf);
  }

  /**
   * Assesses facts on a date.
   *
   * @param facts what is given
   * @param asOf the date the advice is given for; dated rules follow it
   * @throws InvalidFactsException if the facts contradict each other or name what does not exist
   */
  public Assessment assess(FactSet facts, LocalDate asOf) {
    require(facts);
    return new Inquiry(this, facts, asOf).assessment();
  }

  /**
   * Assesses facts on a date without saying what came of each rule, which takes most of the time
   * where few lists are stated.
   *
   * @param facts what is given
   * @param asOf the date the advice is given for; dated rules follow it
   * @throws InvalidFactsException if the facts contradict each other or name what does not exist
   */
  public Assessment advise(FactSet facts, LocalDate asOf) {
    require(facts);
    return new Inquiry(this, facts, asOf).advice();
  }

  /**
   * Opens facts to questions about a date: why, why not, and what would change the advice.
   *
   * @param facts what is given
   * @param asOf the date the advice is given for; dated rules follow it
   * @throws InvalidFactsException if the facts contradict each other or name what does not exist
   */
  public Inquiry inquire(FactSet facts, LocalDate asOf) {
    require(facts);
    return new Inquiry(this, facts, asOf);
  }

  /**
   * The small changes of rules and parameters that cases should notice: of one's own rules where
   * this advisor has some, else of the built-in rules and parameters. Some do not compile.
   */
  public List<Mutation> mutations() {
    List<Mutation> all = new ArrayList<>(Mutations.of(ownRules));
    if (ownRules == null) {
      all.addAll(ParameterMutations.of(reference.parameters()));
    }
    return all;
  }

  /**
   * This advisor with one change each.
   *
   * @param mutations some of {@link #mutations()}
   * @return by the change; changes that do not compile are left out
   */
  public Map<Mutation, Variation> vary(List<Mutation> mutations) {
    Map<Mutation, Variation> varied = new LinkedHashMap<>();
    for (Mutation mutation : mutations) {
      if (mutation.isParameter()) {
        varied.put(mutation, new Variation(this, mutation, null));
      }
    }
    rules()
        .changed(
            mutations.stream().filter(each -> !each.isParameter()).toList(), reference.catalogue())
        .forEach(
            (mutation, changed) -> varied.put(mutation, new Variation(this, mutation, changed)));
    return varied;
  }

  /** The same with other rules. */
  Advisor with(RuleBase rules) {
    Advisor advisor = new Advisor(reference, ownRules);
    advisor.loaded = rules;
    return advisor;
  }

  /** The same with other parameters. */
  Advisor with(List<Parameter> parameters) {
    Advisor advisor =
        new Advisor(
            new ReferenceData(reference.catalogue(), parameters, reference.countryGroups()),
            ownRules);
    advisor.loaded = rules();
    return advisor;
  }

  List<Parameter> parameters() {
    return reference.parameters();
  }

  /** Coverage of the rules by condition, of which nothing has been seen yet. */
  public ConditionCoverage coverage() {
    return new ConditionCoverage(this);
  }

  /**
   * What should be looked at in facts though nothing is wrong with them: materials and sectors that
   * no vocabulary knows.
   *
   * @return in order of place; empty when there is nothing
   */
  public List<Problem> doubtful(FactSet facts) {
    return FactCheck.doubtful(facts, reference.catalogue());
  }

  private void require(FactSet facts) {
    List<Problem> problems = FactCheck.check(facts, reference.catalogue());
    if (!problems.isEmpty()) {
      throw new InvalidFactsException(problems);
    }
  }

  /** Whether facts contradict each other or name what does not exist. */
  boolean isValid(FactSet facts) {
    return FactCheck.check(facts, reference.catalogue()).isEmpty();
  }

  FactSet completed(FactSet facts) {
    return CatalogueCompletion.complete(facts, reference.catalogue());
  }

  /** The facts, completed from the catalogue and then from screening lists. */
  ScreenedFacts completed(FactSet facts, LocalDate asOf) {
    FactSet completed = completed(facts);
    return lists == null ? new ScreenedFacts(completed, null) : lists.complete(completed, asOf);
  }

  /**
   * What a KIE session needs to fire the same rules: the facts, completed from the catalogue, with
   * the parameters and the as-of date. The clock of the session must stand at midday of that date.
   */
  public List<Object> workingMemory(FactSet facts, LocalDate asOf) {
    return memory(completed(facts, asOf).facts(), asOf);
  }

  /** What goes into a session, of facts that are completed. */
  List<Object> memory(FactSet facts, LocalDate asOf) {
    List<Object> memory = new ArrayList<>();
    memory.add(new AsOf(asOf));
    reference.parameters().stream().filter(p -> p.holdsOn(asOf)).forEach(memory::add);
    memory.addAll(reference.countryGroups());
    memory.addAll(reference.catalogue().termGroups());
    facts.lists().keySet().stream().sorted().map(StatedList::new).forEach(memory::add);
    memory.addAll(facts.all());
    memory.addAll(CountryShares.of(facts));
    return memory;
  }

  /** The rules for some facts: many a process assesses one fact set, and loads no more for it. */
  RuleBase rules(List<Object> memory) {
    if (like != null) {
      return like.rules(memory);
    }
    return built != null && loaded == null && ran.compareAndSet(false, true)
        ? RuleBase.reaching(built.cards(), built.compiled(), memory)
        : rules();
  }

  /** All rules. */
  RuleBase rules() {
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
    if (like != null) {
      return like.rules();
    }
    if (built != null) {
      return RuleBase.builtIn(built.cards(), built.compiled());
    }
    return ownRules == null
        ? RuleBase.builtIn(reference.catalogue())
        : RuleBase.of(ownRules, reference.catalogue());
  }
}
