package eu.policyadvisor;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Screening;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.screening.ScreenedFacts;
import eu.policyadvisor.session.Conclusions;
import eu.policyadvisor.session.Outlook;
import eu.policyadvisor.session.RuleBase;
import eu.policyadvisor.session.Waiting;
import eu.policyadvisor.session.WhyNot;
import eu.policyadvisor.yaml.CountryShares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One fact set under the rules on one date, open to questions. */
public final class Inquiry {
  /** A fact of which nothing is known, for each list. */
  private static final Map<Section, Fact> ANY = new ConcurrentHashMap<>();

  private static final Waiting NOTHING = new Waiting(List.of(), List.of());

  private final Advisor advisor;
  private final FactSet stated;
  private final FactSet facts;
  private final @Nullable Screening screening;
  private final LocalDate asOf;
  private final List<Object> memory;

  /** Those that can match, or all. */
  private final RuleBase rules;

  private final Conclusions conclusions;
  private final Reasoner reasoner;
  private @Nullable WhyNot whyNot;

  Inquiry(Advisor advisor, FactSet stated, LocalDate asOf) {
    this.advisor = advisor;
    this.stated = stated;
    this.asOf = asOf;
    ScreenedFacts completed = advisor.completed(stated, asOf);
    facts = completed.facts();
    screening = completed.screening();
    memory = advisor.memory(facts, asOf);
    rules = advisor.rules(memory);
    conclusions = rules.run(memory, asOf);
    reasoner = new Reasoner(rules, advisor.knowledge().catalogue(), conclusions, asOf);
  }

  /** The facts, completed from the reference catalogue. */
  FactSet facts() {
    return facts;
  }

  /** All findings and recommendations, those that yield included. */
  List<Reasoned<?>> conclusions() {
    List<Reasoned<?>> all = new ArrayList<>(reasoner.findings());
    all.addAll(reasoner.recommendations());
    return all;
  }

  /** What the rules say, and what came of each rule. */
  public Assessment assessment() {
    Waiting asked = asked();
    List<Section> silent = notStated();
    silent.removeIf(this::isUnknown);
    return assessment(
        asked, silent.isEmpty() ? asked : waiting(advisor.rules(), notStated()), true);
  }

  /**
   * What the rules say; not what came of each rule, which takes most of the time where few lists
   * are stated.
   */
  public Assessment advice() {
    return assessment(asked(), NOTHING, false);
  }

  /**
   * The same, where what is not known is looked into for some rules only. For tests of single
   * rules.
   *
   * @param rules ids of rules
   */
  public Assessment advice(Set<String> rules) {
    return assessment(
        rules.isEmpty()
            ? NOTHING
            : advisor.rules().waiting(rules, memory, imagined(unknownLists()), conclusions, asOf),
        NOTHING,
        false);
  }

  /**
   * What the rules conclude, and the stance; nothing is said about rules that wait for values that
   * are not known. It takes a fraction of the time.
   */
  public Assessment conclusionsOnly() {
    Assessment concluded = advice(Set.of());
    return isBinding(concluded) ? concluded : concluded.withStance(advice().stance());
  }

  /**
   * What waits for what the fact set was asked about. A list about which it says nothing is taken
   * as the rules take it: it holds nothing.
   */
  private Waiting asked() {
    List<Section> lists = unknownLists();
    return waiting(lists.isEmpty() ? rules : advisor.rules(), lists);
  }

  private Waiting waiting(RuleBase rules, List<Section> lists) {
    return rules.waiting(memory, imagined(lists), conclusions, asOf);
  }

  private Assessment assessment(Waiting asked, Waiting all, boolean withStatuses) {
    Map<Recommendation, Superseded> superseded = reasoner.superseded();
    List<Reasoned<Recommendation>> live = new ArrayList<>(reasoner.recommendations());
    live.removeIf(recommendation -> superseded.containsKey(recommendation.conclusion()));
    Unknowns unknowns = new Unknowns(rules.cards(), asked, all);
    Assessment assessment =
        new Assessment(
            facts,
            asOf,
            advisor.knowledge(),
            Stance.MONITOR,
            reasoner.concepts(),
            reasoner.findings(),
            live,
            List.copyOf(superseded.values()),
            Reasoner.contradictions(live),
            unknowns.undetermined(),
            withStatuses ? statuses(live, unknowns.undetermined()) : Map.of(),
            unknowns.values(),
            notStated(),
            screening,
            Triage.NONE);
    return assessment.withStance(stance(assessment));
  }

  /**
   * What keeps a rule from concluding: the attempt in which the fewest of its conditions fail.
   * Empty when it concludes, or is not in force on the as-of date.
   *
   * @param rule id of the rule
   * @param on id of the fact that it should conclude on; null for any
   * @throws IllegalArgumentException if there is no such rule
   */
  public Optional<NearMiss> nearest(String rule, @Nullable String on) {
    return inForce(rule) ? whyNot().nearest(rule, on, facts, reasoner::premise) : Optional.empty();
  }

  private WhyNot whyNot() {
    if (whyNot == null) {
      whyNot = advisor.rules().whyNot(memory, conclusions, unknownFacts(facts), asOf);
    }
    return whyNot;
  }

  /**
   * The lists that hold the facts a rule concludes on, or would conclude on.
   *
   * @param rule id of the rule
   */
  public Set<Section> about(String rule) {
    return whyNot().about(rule);
  }

  /**
   * The smallest edit found of the facts as stated that makes a rule conclude. It was applied and
   * run, and so was each of its parts. Empty when the rule concludes already or is not in force, or
   * when no edit was found within the bound.
   *
   * @param rule id of the rule
   * @param on id of the fact that it should conclude on; null for any
   * @throws IllegalArgumentException if there is no such rule
   */
  public Optional<Edit> remedy(String rule, @Nullable String on) {
    return inForce(rule)
        ? new Remedies(advisor, stated, asOf)
            .find(rule, on)
            .filter(edit -> !edit.changes().isEmpty())
        : Optional.empty();
  }

  /** Where the run ended; rules can be read against it. */
  Outlook outlook(Set<String> lookedInto) {
    return advisor.rules().outlook(lookedInto, memory, imagined(unknownLists()), conclusions, asOf);
  }

  private boolean inForce(String rule) {
    RuleCard card = rules.cards().get(rule);
    if (card == null) {
      throw new IllegalArgumentException("there is no rule '" + rule + "'");
    }
    return card.inForce(asOf);
  }

  private static boolean isBinding(Assessment assessment) {
    return assessment.recommendations().stream()
        .anyMatch(each -> Reasoner.advice(each).strength() != Strength.INFO);
  }

  /**
   * The first stance, in the order of {@link Stance}, that a live recommendation of more than
   * information takes. Without one: investigate when values that are not known could change that,
   * else monitor. Silence is never permission.
   */
  private static Stance stance(Assessment assessment) {
    return assessment.recommendations().stream()
        .map(Reasoner::advice)
        .filter(advice -> advice.strength() != Strength.INFO)
        .map(advice -> advice.stance())
        .min(Comparator.naturalOrder())
        .orElseGet(
            () ->
                assessment.undeterminedFindings().isEmpty() ? Stance.MONITOR : Stance.INVESTIGATE);
  }

  private Map<String, RuleStatus> statuses(
      List<Reasoned<Recommendation>> live, List<Undetermined> undetermined) {
    Set<String> concluded = new HashSet<>();
    conclusions.matches().values().forEach(all -> all.forEach(m -> concluded.add(m.rule())));
    Set<String> lives = new HashSet<>();
    live.forEach(each -> each.because().forEach(way -> lives.add(way.rule().id())));
    Set<String> open = new HashSet<>();
    undetermined.forEach(waiting -> open.add(waiting.rule().id()));
    Map<String, RuleStatus> statuses = new TreeMap<>();
    for (RuleCard card : rules.cards().values()) {
      String id = card.id();
      RuleStatus status =
          concluded.contains(id)
              ? card.kind() == Kind.ADVICE && !lives.contains(id)
                  ? RuleStatus.SUPERSEDED
                  : RuleStatus.CONCLUDED
              : !card.inForce(asOf)
                  ? RuleStatus.NOT_IN_FORCE
                  : open.contains(id) ? RuleStatus.UNDETERMINED : RuleStatus.CLEAR;
      statuses.put(id, status);
    }
    return statuses;
  }

  /** The lists that rules read and the fact set does not state. */
  private List<Section> notStated() {
    List<Section> missing = new ArrayList<>(Arrays.asList(Section.values()));
    missing.removeIf(section -> section == Section.NONE || facts.states(section));
    return missing;
  }

  /** The lists that the fact set says are not known. */
  private List<Section> unknownLists() {
    return notStated().stream().filter(this::isUnknown).toList();
  }

  private boolean isUnknown(Section list) {
    return facts.provenance().fields().containsKey(list.key());
  }

  /** What a list that is not stated may hold: a fact of which nothing is known. */
  private List<Fact> imagined(List<Section> notStated) {
    if (notStated.isEmpty()) {
      return List.of();
    }
    List<Fact> imagined = new ArrayList<>();
    notStated.forEach(list -> imagined.add(ANY.computeIfAbsent(list, Inquiry::any)));
    return withShares(imagined);
  }

  private static Fact any(Section list) {
    return unknown(list, "any of " + list.key());
  }

  /**
   * Facts of which nothing is known, with ids that are not taken: one of each kind, and two where
   * one may refer to another.
   */
  static List<Fact> unknownFacts(FactSet facts) {
    Set<String> taken = new HashSet<>();
    facts.all().forEach(fact -> taken.add(fact.id()));
    List<Fact> unknown = new ArrayList<>();
    for (Section section : Section.values()) {
      Class<? extends Fact> kind = section.kind();
      int many = section == Section.NONE ? 0 : refersToItsLike(kind, section) ? 2 : 1;
      String name = "new" + Names.inFile(kind.getSimpleName()).replace('_', '-');
      for (int i = 1; many > 0; i++) {
        if (taken.add(i == 1 ? name : name + "-" + i)) {
          unknown.add(unknown(section, i == 1 ? name : name + "-" + i));
          many--;
        }
      }
    }
    return withShares(unknown);
  }

  private static boolean refersToItsLike(Class<? extends Fact> kind, Section section) {
    return Arrays.stream(kind.getRecordComponents())
        .map(component -> component.getAnnotation(Field.class))
        .anyMatch(field -> field != null && field.refersTo() == section);
  }

  private static Fact unknown(Section section, String id) {
    return Fact.unknown(section.kind(), id);
  }

  private static List<Fact> withShares(List<Fact> facts) {
    Subject nobody = Fact.unknown(Subject.class, Section.NONE.key());
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(CountryShares.of(FactSet.of(nobody, facts.toArray(Fact[]::new))));
    return all;
  }
}
