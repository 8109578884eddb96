package eu.policyadvisor;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.engine.RuleBase;
import eu.policyadvisor.engine.mutants.Outlook;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.engine.reading.ThreeValued;
import eu.policyadvisor.engine.reading.Waiting;
import eu.policyadvisor.engine.whynot.WhyNot;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.fact.Screening;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.knowledge.Knowledge;
import eu.policyadvisor.reasoning.Items;
import eu.policyadvisor.reasoning.LikeConclusions;
import eu.policyadvisor.reasoning.RangeFinder;
import eu.policyadvisor.reasoning.Reasoner;
import eu.policyadvisor.reasoning.Remedies;
import eu.policyadvisor.reasoning.UnknownFacts;
import eu.policyadvisor.reasoning.Unknowns;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Urgency;
import eu.policyadvisor.screening.ScreenedFacts;
import eu.policyadvisor.screening.ScreeningLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One fact set under the rules on one date, open to questions. */
public final class Inquiry {
  private final Knowledge knowledge;

  /** With what the facts confirm. */
  private final KnowledgeBase base;

  private final @Nullable ScreeningLists lists;
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
  private @Nullable Few few;

  /**
   * What is read for what is not known.
   *
   * @param like facts that nothing tells apart
   * @param inquiry about a few of them; the whole one where all differ
   * @param told what is told of the few, said of all
   */
  private record Few(LikeFacts like, Inquiry inquiry, LikeConclusions told) {}

  Inquiry(Knowledge knowledge, @Nullable ScreeningLists lists, FactSet stated, LocalDate asOf) {
    this(knowledge, lists, stated, asOf, knowledge::rules);
  }

  private Inquiry(
      Knowledge knowledge,
      @Nullable ScreeningLists lists,
      FactSet stated,
      LocalDate asOf,
      Function<List<Object>, RuleBase> rulesFor) {
    this.knowledge = knowledge;
    base = knowledge.base().confirmed(stated.confirmations());
    this.lists = lists;
    this.stated = stated;
    this.asOf = asOf;
    ScreenedFacts completed = ScreenedFacts.of(lists, knowledge.completed(stated, asOf), asOf);
    facts = completed.facts();
    screening = completed.screening();
    memory = knowledge.memory(facts, asOf);
    rules = rulesFor.apply(memory);
    conclusions = rules.run(memory, asOf);
    reasoner = new Reasoner(rules.compiled(), base.catalogue(), conclusions, asOf);
  }

  /**
   * Facts that rules cannot tell apart are read once. Where the rules conclude otherwise of a few
   * of them than of all, they can, and each is read.
   */
  private Few few() {
    Few known = few;
    if (known == null) {
      LikeFacts like = LikeFacts.of(facts, rules.compiled()::mayStandForOthers);
      LikeConclusions told = new LikeConclusions(like);
      known = new Few(LikeFacts.NONE, this, told);
      if (!like.isEmpty()) {
        Inquiry some =
            new Inquiry(
                knowledge,
                lists,
                like.few(stated),
                asOf,
                objects -> knowledge.rulesFor(objects, rules));
        if (told.agree(conclusions.matches().keySet(), some.conclusions.matches().keySet())) {
          known = new Few(like, some, told);
        }
      }
      few = known;
    }
    return known;
  }

  /** The same that reads each of the facts that nothing tells apart. For tests. */
  Inquiry oneByOne() {
    few = new Few(LikeFacts.NONE, this, new LikeConclusions(LikeFacts.NONE));
    return this;
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
        asked, silent.isEmpty() ? asked : waiting(knowledge.rules(), notStated()), true);
  }

  /**
   * What the rules say; not what came of each rule, which takes most of the time where few lists
   * are stated.
   */
  public Assessment advice() {
    return assessment(asked(), Waiting.NOTHING, false);
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
            ? Waiting.NOTHING
            : waiting(
                knowledge.rules(),
                knowledge.rules().compiled().closure(rules)::contains,
                unknownLists()),
        Waiting.NOTHING,
        false);
  }

  /**
   * What the rules conclude, and the stance; nothing is said about rules that wait for values that
   * are not known, and nothing is ranked by what is presumed, save where that decides about the
   * stance. It takes a fraction of the time.
   */
  public Assessment conclusionsOnly() {
    Assessment concluded = advice(Set.of());
    return concluded.stance().mayBeCapped() ? advice() : concluded;
  }

  /**
   * What waits for what the fact set was asked about. A list about which it says nothing is taken
   * as the rules take it: it holds nothing.
   */
  private Waiting asked() {
    List<Section> lists = unknownLists();
    return waiting(lists.isEmpty() ? rules : knowledge.rules(), lists);
  }

  private Waiting waiting(RuleBase rules, List<Section> lists) {
    return waiting(rules, any -> true, lists);
  }

  private Waiting waiting(RuleBase rules, Predicate<String> of, List<Section> lists) {
    Few few = few();
    Inquiry read = few.inquiry();
    Waiting waiting =
        ThreeValued.analyse(
            rules.rules(), of, read.memory, UnknownFacts.imagined(lists), read.conclusions, asOf);
    return read == this ? waiting : few.told().of(waiting);
  }

  private Assessment assessment(Waiting asked, Waiting all, boolean withStatuses) {
    Map<Recommendation, Superseded> superseded = reasoner.superseded();
    List<Reasoned<Recommendation>> live = new ArrayList<>(reasoner.recommendations());
    live.removeIf(recommendation -> superseded.containsKey(recommendation.conclusion()));
    Set<Conclusion> presumed = presuming(asked);
    // Of equally urgent advice that stands last which presumes what a thing is.
    live.sort(
        Comparator.<Reasoned<Recommendation>, Urgency>comparing(
                each -> Reasoner.advice(each).urgency())
            .thenComparing(each -> presumed.contains(each.conclusion())));
    List<Reasoned<Finding>> findings = reasoner.findings();
    Unknowns unknowns = new Unknowns(rules.compiled().cards(), asked, all);
    Assessment assessment =
        new Assessment(
            facts,
            asOf,
            base,
            Stance.NOT_STATED,
            new Items(
                    knowledge, facts, like(asked), asOf, findings, live, superseded.values(), asked)
                .all(),
            reasoner.concepts(),
            findings,
            live,
            List.copyOf(superseded.values()),
            Reasoner.contradictions(live),
            presumed,
            unknowns.undetermined(),
            withStatuses ? statuses(live, unknowns.undetermined()) : Map.of(),
            unknowns.values(),
            notStated(),
            null,
            screening,
            null,
            Triage.NONE);
    return assessment.withStance(Items.stance(assessment.items(), facts));
  }

  @SuppressWarnings("ReferenceEquality") // the one that stands for not having asked
  private LikeFacts like(Waiting asked) {
    return asked == Waiting.NOTHING ? LikeFacts.NONE : few().like();
  }

  /** What presumes what a thing is. Advice to find it out does not. */
  private Set<Conclusion> presuming(Waiting asked) {
    Map<String, RuleCard> cards = rules.compiled().cards();
    Set<Conclusion> presuming = new HashSet<>();
    asked
        .mayFall()
        .forEach(
            (conclusion, awaits) -> {
              boolean finds =
                  conclusion instanceof Recommendation advice
                      && Objects.requireNonNull(
                                  Objects.requireNonNull(cards.get(advice.rule())).advice())
                              .stance()
                          == Stance.INVESTIGATE;
              if (!finds && awaits.stream().anyMatch(Item::isEssential)) {
                presuming.add(conclusion);
              }
            });
    return presuming.isEmpty() || like(asked).isEmpty()
        ? presuming
        : few().told().among(conclusions.matches().keySet(), presuming);
  }

  /**
   * What the answers could become: each value that is not known is put in, one at a time, and the
   * rules are run. The number of runs is bounded; the result says what was not tried.
   *
   * @param advice the assessment of the same facts
   */
  public Range range(Assessment advice) {
    return few().inquiry().range(advice.items(), few().like());
  }

  private Range range(List<Item> items, LikeFacts like) {
    Waiting waiting = ThreeValued.analyseEach(rules.rules(), memory, conclusions, asOf);
    return new RangeFinder(
            stated,
            like,
            items,
            this::world,
            objects -> knowledge.rulesFor(objects, rules).vary(asOf),
            this::answers)
        .find(memory, waiting.alone());
  }

  private RangeFinder.@Nullable World world(FactSet edited) {
    if (!knowledge.check(edited).isEmpty()) {
      return null;
    }
    FactSet completed = ScreenedFacts.of(lists, knowledge.completed(edited, asOf), asOf).facts();
    return new RangeFinder.World(completed, knowledge.memory(completed, asOf));
  }

  private Function<Boolean, List<Item>> answers(
      RangeFinder.World world, RuleBase rules, Conclusions conclusions) {
    Reasoner reasoner = new Reasoner(rules.compiled(), base.catalogue(), conclusions, asOf);
    Map<Recommendation, Superseded> superseded = reasoner.superseded();
    List<Reasoned<Recommendation>> live = new ArrayList<>(reasoner.recommendations());
    live.removeIf(recommendation -> superseded.containsKey(recommendation.conclusion()));
    List<Reasoned<Finding>> findings = reasoner.findings();
    return silences ->
        new Items(
                knowledge,
                world.facts(),
                LikeFacts.NONE,
                asOf,
                findings,
                live,
                superseded.values(),
                silences
                    ? ThreeValued.analyse(
                        rules.rules(), any -> true, world.memory(), List.of(), conclusions, asOf)
                    : Waiting.NOTHING)
            .all();
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
      whyNot =
          new WhyNot(
              knowledge.rules().rules(), memory, conclusions, UnknownFacts.beside(facts), asOf);
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
        ? Remedies.ofAnything(knowledge, lists, stated, asOf)
            .find(rule, on)
            .filter(edit -> !edit.changes().isEmpty())
        : Optional.empty();
  }

  /**
   * The same, where only what the person who asks can choose is changed; see {@link
   * eu.policyadvisor.fact.WorldFacts}.
   *
   * @param rule id of the rule
   * @param on id of the fact that it should conclude on; null for any
   * @throws IllegalArgumentException if there is no such rule
   */
  public Optional<Edit> choice(String rule, @Nullable String on) {
    return inForce(rule)
        ? Remedies.ofChoices(knowledge, lists, stated, asOf)
            .find(rule, on)
            .filter(edit -> !edit.changes().isEmpty())
        : Optional.empty();
  }

  /** Those steps of an edit of the facts that the person who asks cannot choose. */
  public List<Change> unchosen(Edit edit) {
    return Remedies.unchosen(edit, stated, knowledge, asOf);
  }

  /**
   * Where the run ended; rules can be read against it.
   *
   * @param lookedInto ids of the rules of which it matters what they wait for
   */
  public Outlook outlook(Set<String> lookedInto) {
    return new Outlook(
        knowledge.rules().rules(),
        lookedInto,
        memory,
        UnknownFacts.imagined(unknownLists()),
        conclusions,
        asOf);
  }

  private boolean inForce(String rule) {
    RuleCard card = rules.compiled().cards().get(rule);
    if (card == null) {
      throw new IllegalArgumentException("there is no rule '" + rule + "'");
    }
    return card.inForce(asOf);
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
    for (RuleCard card : rules.compiled().cards().values()) {
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
}
