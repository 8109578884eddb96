package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Rules as the compiler leaves them, each with its card and what can be told from it alone.
 * Immutable and thread-safe: what is worked out when it is asked for is always the same.
 */
public final class CompiledRules {
  private final List<Model> models;
  private final Supplier<DrlSources> sources;
  private final Map<String, Rule> rules;
  private final Map<String, RuleCard> cards;
  private final Map<String, FieldsRead> fieldsRead = new ConcurrentHashMap<>();
  private final Map<String, Optional<Conclusion>> prototypes = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<Rule>> producers = new ConcurrentHashMap<>();
  private final Set<Class<?>> gathered;

  /** Whether rules read what tells facts of a type apart for people only. */
  private final Map<Class<?>, Boolean> readForPeople = new ConcurrentHashMap<>();

  private volatile @Nullable Upstream upstream;

  private CompiledRules(List<Model> models, Catalogue catalogue, Supplier<DrlSources> sources) {
    this(models, Cards.read(rules(models), catalogue, sources), sources);
  }

  private CompiledRules(
      List<Model> models, Map<String, RuleCard> cards, Supplier<DrlSources> sources) {
    this.models = models;
    this.sources = sources;
    this.cards = Collections.unmodifiableMap(cards);
    Map<String, Rule> byId = new TreeMap<>();
    rules(models).forEach(rule -> byId.put(rule.getName(), rule));
    this.rules = Collections.unmodifiableMap(byId);
    this.gathered = Sums.multiply(byId.values());
  }

  /** The same rules, of which one is replaced. */
  private CompiledRules(CompiledRules original, Model replacement, Rule rule, RuleCard card) {
    this.models = Overlay.replace(original.models, List.of(replacement));
    this.sources = original.sources;
    this.cards = with(original.cards, card.id(), card);
    this.rules = with(original.rules, rule.getName(), rule);
    this.gathered = new HashSet<>(original.gathered);
    this.gathered.addAll(Sums.multiply(List.of(rule)));
    this.fieldsRead.putAll(original.fieldsRead);
    this.fieldsRead.remove(rule.getName());
    this.prototypes.putAll(original.prototypes);
    this.prototypes.remove(rule.getName());
    this.upstream = new Upstream(this, original.upstream(), rule);
  }

  private static List<Rule> rules(List<Model> models) {
    return models.stream().map(Model::getRules).flatMap(Collection::stream).toList();
  }

  private static <T> Map<String, T> with(Map<String, T> all, String id, T replacement) {
    Map<String, T> replaced = new TreeMap<>(all);
    replaced.put(id, replacement);
    return Collections.unmodifiableMap(replaced);
  }

  /**
   * The rules that were compiled in the build.
   *
   * @param catalogue the instruments that rules cite
   * @throws RuleBaseException if a rule lacks metadata or cites what the catalogue does not list
   */
  public static CompiledRules builtIn(Catalogue catalogue) {
    return new CompiledRules(CompiledModels.builtIn(), catalogue, DrlSources.ofTheBuild());
  }

  /**
   * The rules that were compiled in the build, with the cards that the build read from them.
   *
   * @param cards the card of each rule, by id
   */
  public static CompiledRules builtIn(Map<String, RuleCard> cards) {
    return new CompiledRules(CompiledModels.builtIn(), cards, DrlSources.ofTheBuild());
  }

  /**
   * Some of the rules that were compiled in the build.
   *
   * @param cards the card of each rule, by id, those of other rules included
   * @param located where these rules are
   */
  public static CompiledRules builtIn(Map<String, RuleCard> cards, List<CompiledRule> located) {
    return new CompiledRules(CompiledModels.builtIn(located), cards, DrlSources.ofTheBuild());
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
  public static CompiledRules of(RuleDirectory directory, Catalogue catalogue) {
    OwnRules own = OwnRules.read(directory);
    CompiledRules rules =
        new CompiledRules(own.load(CompiledModels.builtIn()), catalogue, own::sources);
    List<Problem> problems = new ArrayList<>();
    for (DrlFile file : own.sources().files()) {
      for (DrlRule written : file.rules()) {
        Rule rule = rules.rules.get(written.id());
        ConditionForms.Unaskable found =
            rule == null ? null : ConditionForms.unaskable(Conditions.of(rule));
        if (found != null) {
          problems.add(own.sources().problem(written.id(), found.text(), found.message()));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleBaseException(problems);
    }
    return rules;
  }

  /**
   * With some rules as they are elsewhere; those that are missing there are left out.
   *
   * @param ids the rules
   * @param other where they are taken from
   * @param catalogue the instruments that rules cite
   */
  public CompiledRules with(Set<String> ids, CompiledRules other, Catalogue catalogue) {
    return new CompiledRules(
        Overlay.join(
            Overlay.kept(models, id -> !ids.contains(id)),
            Overlay.kept(other.models, ids::contains)),
        catalogue,
        sources);
  }

  /**
   * The same rules, of which the one with the id of the given one is replaced.
   *
   * @param replacement a model that holds nothing but this rule
   */
  public CompiledRules replacing(Model replacement, RuleCard card) {
    return new CompiledRules(this, replacement, replacement.getRules().get(0), card);
  }

  /** Some of the rules by themselves. */
  public CompiledRules only(Set<String> ids) {
    return new CompiledRules(Overlay.kept(models, ids::contains), cards, sources);
  }

  /**
   * Whether facts of a type may stand for others that are like them: rules add up what they state,
   * but do not count them, and look at no name.
   */
  public boolean mayStandForOthers(Class<?> type) {
    return !gathered.contains(type)
        && !readForPeople.computeIfAbsent(
            type,
            any ->
                rules.keySet().stream()
                    .flatMap(rule -> fieldsRead(rule, type).stream())
                    .anyMatch(LikeFacts.FOR_PEOPLE_ONLY::contains));
  }

  /** Where the rules are written. */
  public DrlSources sources() {
    return sources.get();
  }

  /** What the engine is built from. */
  public List<Model> models() {
    return models;
  }

  /** The rules by id. */
  public Map<String, Rule> rules() {
    return rules;
  }

  /** The card of each rule, by id. */
  public Map<String, RuleCard> cards() {
    return cards;
  }

  /** The card of one of the rules. */
  public RuleCard card(String id) {
    return Objects.requireNonNull(cards.get(id));
  }

  /** A rule as its right-hand side sees it. */
  public org.kie.api.definition.rule.Rule named(Rule rule) {
    return new NamedRule(rule);
  }

  /** What a rule concludes, of nothing in particular; null when that cannot be told. */
  public @Nullable Conclusion prototype(Rule rule) {
    return prototypes
        .computeIfAbsent(
            rule.getName(),
            any -> new Consequences().of(rule, named(rule), Bindings.EMPTY).stream().findFirst())
        .orElse(null);
  }

  /** The rules that conclude something of a type. */
  public List<Rule> producers(Class<?> type) {
    return producers.computeIfAbsent(
        type,
        any -> rules.values().stream().filter(rule -> type.isInstance(prototype(rule))).toList());
  }

  /** Which rules build on which others. */
  public Upstream upstream() {
    Upstream known = upstream;
    if (known == null) {
      known = new Upstream(this);
      upstream = known;
    }
    return known;
  }

  /** Ids of rules and of all rules that they build on, however far up. */
  public Set<String> closure(Set<String> ids) {
    return upstream().closure(ids);
  }

  /**
   * The fields of a fact that the conditions of a rule read, by the name they have in a fact file.
   */
  public List<String> fieldsRead(String rule, Fact fact) {
    return fieldsRead(rule, fact.getClass());
  }

  /** The fields of a kind of fact that the conditions of a rule read. */
  public List<String> fieldsRead(String id, Class<?> kind) {
    Rule rule = rules.get(id);
    return rule == null
        ? List.of()
        : fieldsRead.computeIfAbsent(id, any -> FieldsRead.of(rule)).inFile(kind);
  }
}
