package eu.policyadvisor.reasoning;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.engine.reading.Waiting;
import eu.policyadvisor.fact.Application;
import eu.policyadvisor.fact.DataFlow;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Position;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.knowledge.Knowledge;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Uncovered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer on each item.
 *
 * <p>Idea: an item takes the first stance, in the order of {@link Stance}, of the live
 * recommendations about it. Where there is none, of those that answer a finding about it, wherever
 * they stand: a transfer is ended by advice on the model that makes it. Where all advice on it
 * yielded, of that to which it yielded. What only informs is watched, and so is a finding to which
 * no advice belongs. An application or a transfer is no better than the model it uses, and an
 * application of which nothing else is said has its conditions. What is hit by a measure on which
 * there is advice takes the answer on the measure. What is left is silent, and {@link Stance} says
 * which silences there are.
 *
 * <p>The cost is that of a walk through the reasons of each recommendation.
 */
public final class Items {
  private static final Comparator<Integer> REVERSED = Comparator.reverseOrder();

  private final Knowledge knowledge;
  private final FactSet facts;
  private final LikeFacts like;
  private final LocalDate asOf;
  private final List<Reasoned<Recommendation>> live;
  private final Collection<Superseded> superseded;
  private final Map<String, List<Reasoned<Finding>>> findings = new HashMap<>();
  private final Map<String, List<Reasoned<Recommendation>>> direct = new LinkedHashMap<>();
  private final Map<String, List<Reasoned<Recommendation>>> answering = new HashMap<>();
  private final Map<String, Open> open = new HashMap<>();
  private final Map<Class<? extends Fact>, List<String>> tried = new HashMap<>();

  /** The measure on which there is the most pressing advice that rests on an item. */
  private final Map<String, String> measures = new HashMap<>();

  /** The gravest finding that may come on an item, and what it waits for. */
  private record Open(Severity severity, Set<OpenValue> awaits) {}

  /**
   * Of what was concluded.
   *
   * @param knowledge the rules, and what they do not know
   * @param facts the completed facts
   * @param like facts of which the first was read for what is not known, in place of all
   * @param asOf the date of the advice
   * @param findings all findings, the gravest first
   * @param live live recommendations, the most pressing first
   * @param superseded those that yield
   * @param waiting what depends on values that are not known
   */
  public Items(
      Knowledge knowledge,
      FactSet facts,
      LikeFacts like,
      LocalDate asOf,
      List<Reasoned<Finding>> findings,
      List<Reasoned<Recommendation>> live,
      Collection<Superseded> superseded,
      Waiting waiting) {
    this.knowledge = knowledge;
    this.asOf = asOf;
    this.facts = facts;
    this.like = like;
    this.live = live;
    this.superseded = superseded;
    findings.forEach(each -> add(this.findings, Item.key(each.conclusion().on()), each));
    for (Reasoned<Recommendation> each : live) {
      if (isForOthers(each)) {
        continue;
      }
      add(direct, Item.key(each.conclusion().on()), each);
      // That somebody is exempt from a measure lets nothing else go ahead.
      if (each.conclusion().on() instanceof PolicyEvent measure
          && isBinding(each)
          && Reasoner.advice(each).stance() != Stance.PERMIT) {
        Evidence.of(each).stream()
            .map(Evidence::fact)
            .filter(fact -> fact.section() != Section.NONE && !(fact instanceof PolicyEvent))
            .forEach(fact -> measures.putIfAbsent(Item.key(fact), Item.key(measure)));
      }
      Evidence.chain(each).stream()
          .map(Reasoned::conclusion)
          .filter(Finding.class::isInstance)
          .map(on -> Item.key(on.on()))
          .distinct()
          .forEach(key -> add(answering, key, each));
    }
    waiting.mayCome().forEach(this::mayCome);
  }

  private void mayCome(Conclusion conclusion, Set<OpenValue> awaits) {
    Severity severity = Severity.LOW;
    if (conclusion instanceof Finding finding) {
      severity = Assessment.gravity(finding, card(finding.rule()));
    } else if (conclusion instanceof Recommendation advice) {
      RuleCard.Advice says = Objects.requireNonNull(card(advice.rule()).advice());
      boolean stops = says.stance().compareTo(Stance.RESTRICT) <= 0;
      severity = stops && says.strength() != Strength.INFO ? Severity.HIGH : Severity.LOW;
    }
    boolean counts =
        severity.compareTo(Severity.HIGH) >= 0 || awaits.stream().anyMatch(Items::isSaidOpen);
    if (counts && isToBeAsked(awaits, conclusion.on())) {
      open.merge(Item.key(conclusion.on()), new Open(severity, awaits), Items::graver);
    }
  }

  /** Whether the file says that it does not know what a thing is. */
  private static boolean isSaidOpen(OpenValue value) {
    return value.asked() && Item.isEssential(value);
  }

  private RuleCard card(String rule) {
    return knowledge.base().rule(rule).orElseThrow();
  }

  /**
   * Whether one of the values is; one of another fact where nothing else of the item is awaited.
   */
  private static boolean isToBeAsked(Set<OpenValue> awaits, Fact item) {
    List<OpenValue> own =
        awaits.stream().filter(value -> Item.key(value.fact()).equals(Item.key(item))).toList();
    return own.stream().anyMatch(value -> isToBeAsked(value, item))
        || own.isEmpty() && awaits.stream().anyMatch(value -> isToBeAsked(value, item));
  }

  /** Whether the file says that it is unknown, or leaves open what the item is. */
  private static boolean isToBeAsked(OpenValue value, Fact item) {
    return value.asked()
        || Item.key(value.fact()).equals(Item.key(item)) && Item.isEssential(value);
  }

  private static Open graver(Open one, Open other) {
    int order = one.severity().compareTo(other.severity());
    order = order == 0 ? Integer.compare(other.awaits().size(), one.awaits().size()) : order;
    return order >= 0 ? one : other;
  }

  private static <T> void add(Map<String, List<T>> map, String key, T value) {
    map.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
  }

  /** The items that are stated, and others about which something is said, the gravest first. */
  public List<Item> all() {
    Map<String, Item> own = new LinkedHashMap<>();
    facts.all().forEach(fact -> own.put(Item.key(fact), of(fact)));
    Map<String, Item> all = new LinkedHashMap<>(own);
    List<Fact> flows = new ArrayList<>(facts.facts(Section.DATA_FLOWS));
    flows.sort(Comparator.comparing(Fact::id));
    for (Fact flow : flows) {
      String model = key(Section.MODELS, ((DataFlow) flow).model());
      all.computeIfPresent(model, (key, item) -> silentOn(item, own.get(Item.key(flow))));
    }
    Map<String, Item> models = new LinkedHashMap<>(all);
    all.replaceAll((key, item) -> capped(item, models.get(key(Section.MODELS, model(item)))));
    all.replaceAll((key, item) -> hit(item, all.get(measures.get(key))));
    Set<String> listed = new HashSet<>();
    facts.lists().values().forEach(list -> list.forEach(fact -> listed.add(Item.key(fact))));
    List<Item> items = new ArrayList<>();
    for (Item item : all.values()) {
      Fact fact = item.fact();
      boolean stated = listed.contains(Item.key(fact));
      boolean uncovered = fact.section() == Section.NONE && item.stance() == Stance.NOT_COVERED;
      if (stated || !item.stance().isSilence() || uncovered) {
        items.add(item);
      }
    }
    items.sort(
        Comparator.comparing(Item::stance)
            .thenComparing(item -> item.gravest().map(Severity::ordinal).orElse(-1), REVERSED)
            .thenComparing(item -> item.fact().section())
            .thenComparing(item -> item.fact().id()));
    return items;
  }

  private static String key(Section section, @Nullable String id) {
    return section.key() + '/' + id;
  }

  /** The model on which an item rests, by id. */
  private static @Nullable String model(Item item) {
    return item.fact() instanceof Application application
        ? application.usesModel()
        : item.fact() instanceof DataFlow flow ? flow.model() : null;
  }

  /** A model on which nothing was found is no better than what flows to it. */
  private static Item silentOn(Item model, @Nullable Item flow) {
    return flow != null
            && model.stance() == Stance.NOTHING_FOUND
            && (isAgainst(flow) || flow.stance() == Stance.INVESTIGATE)
        ? model.resting(flow)
        : model;
  }

  /** Nothing goes on with a model that does not, and nothing is clear while its model is not. */
  private static Item capped(Item item, @Nullable Item model) {
    boolean calm = item.stance().mayBeCapped() && item.stance() != Stance.NOT_COVERED;
    boolean conditions =
        item.stance() == Stance.NOTHING_FOUND && item.fact().section() == Section.APPLICATIONS;
    return model != null
            && (isAgainst(model) && model.stance().compareTo(item.stance()) < 0
                || calm && model.stance() == Stance.NOT_DETERMINED
                || conditions
                    && (model.stance() == Stance.CONDITIONAL
                        || model.stance() == Stance.INVESTIGATE))
        ? item.resting(model)
        : item;
  }

  /** What nothing else is said of takes the answer on a measure that hits it. */
  private static Item hit(Item item, @Nullable Item measure) {
    return measure != null && item.stance() == Stance.NOTHING_FOUND ? item.resting(measure) : item;
  }

  private static boolean isAgainst(Item item) {
    return item.stance() == Stance.PROHIBIT || item.stance() == Stance.RESTRICT;
  }

  /** The stance of the whole: that of the gravest item, else what is said of lists. */
  public static Stance stance(List<Item> items, FactSet facts) {
    return items.stream()
        .map(Item::stance)
        .min(Comparator.naturalOrder())
        .orElseGet(
            () ->
                Stream.of(Section.values()).anyMatch(facts::saysUnknown)
                    ? Stance.NOT_DETERMINED
                    : facts.lists().isEmpty() ? Stance.NOT_STATED : Stance.NOTHING_FOUND);
  }

  private Item of(Fact fact) {
    Deadline.check();
    String key = Item.key(fact);
    List<Reasoned<Finding>> found = findings.getOrDefault(key, List.of());
    List<Reasoned<Recommendation>> advice = advice(key);
    List<Uncovered> uncovered =
        knowledge.base().uncovered(fact, facts).stream()
            .sorted(Comparator.comparing(Uncovered::question))
            .toList();
    if (!advice.isEmpty() || !found.isEmpty()) {
      Stance stance = advice.isEmpty() ? Stance.MONITOR : first(advice);
      return new Item(fact, stance, advice, found, List.of(), List.of(), uncovered, null);
    }
    Fact read = like.first(fact);
    Open waits = open.get(Item.key(read));
    List<OpenValue> awaits =
        waits == null
            ? List.of()
            : waits.awaits().stream()
                .map(value -> exchanged(value, read, fact))
                .filter(value -> isToBeAsked(value, fact))
                .toList();
    Stance silence =
        uncovered.stream().anyMatch(each -> each.question() == Uncovered.Question.MAIN)
            ? Stance.NOT_COVERED
            : awaits.isEmpty() ? Stance.NOTHING_FOUND : Stance.NOT_DETERMINED;
    List<String> tried =
        silence == Stance.NOTHING_FOUND
            ? this.tried.computeIfAbsent(fact.getClass(), kind -> knowledge.tried(kind, asOf))
            : List.of();
    return new Item(
        fact,
        silence,
        advice,
        found,
        silence == Stance.NOT_DETERMINED ? awaits : List.of(),
        tried,
        uncovered,
        null);
  }

  /** What awaits a value of one fact awaits, of another one that is like it, the same of that. */
  private static OpenValue exchanged(OpenValue value, Fact one, Fact other) {
    if (one == other) {
      return value;
    }
    String of = Item.key(value.fact());
    return of.equals(Item.key(one))
        ? new OpenValue(other, value.field())
        : of.equals(Item.key(other)) ? new OpenValue(one, value.field()) : value;
  }

  private List<Reasoned<Recommendation>> advice(String key) {
    List<Reasoned<Recommendation>> own = direct.getOrDefault(key, List.of());
    if (!own.isEmpty()) {
      return own;
    }
    List<Reasoned<Recommendation>> answers = answering.getOrDefault(key, List.of());
    if (!answers.isEmpty()) {
      return answers;
    }
    return superseded.stream()
        .filter(each -> Item.key(each.recommendation().conclusion().on()).equals(key))
        .map(each -> each.by().conclusion().by())
        .flatMap(by -> live.stream().filter(each -> each.conclusion().equals(by)))
        .distinct()
        .toList();
  }

  /** What others should do about the subject or about what it holds is no answer to it. */
  private boolean isForOthers(Reasoned<Recommendation> advice) {
    Fact on = advice.conclusion().on();
    return (on instanceof Subject || on instanceof Position)
        && !Reasoner.advice(advice).addressee().means(facts.subject(), on);
  }

  /** The first stance of advice that binds anyone; what only informs is watched. */
  private static Stance first(List<Reasoned<Recommendation>> advice) {
    return advice.stream()
        .filter(Items::isBinding)
        .map(each -> Reasoner.advice(each).stance())
        .min(Comparator.naturalOrder())
        .orElse(Stance.MONITOR);
  }

  private static boolean isBinding(Reasoned<Recommendation> advice) {
    return Reasoner.advice(advice).strength() != Strength.INFO;
  }
}
