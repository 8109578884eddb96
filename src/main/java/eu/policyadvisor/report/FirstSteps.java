package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.explain.DueDay;
import eu.policyadvisor.explain.OpenValues;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Urgency;
import eu.policyadvisor.say.Informants;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to do first: a few actions and a few questions, in the order of the days by which they are
 * due.
 *
 * <p>{@link DueDay} says when an action is due. A question is due as soon as what may follow from
 * it.
 */
public final class FirstSteps {
  private static final int MOST_ACTIONS = 3;
  private static final int MOST_QUESTIONS = 3;

  /** What answers lead to, of one question. */
  private static final int MOST_LEADS = 2;

  private final Assessment assessment;
  private final FactNames names;
  private final Turns turns;
  private final OpenValues open;

  /** The items on which something is due at once. */
  private final Set<String> pressing;

  FirstSteps(Assessment assessment, FactNames names, Turns turns) {
    this.assessment = assessment;
    this.names = names;
    this.turns = turns;
    this.open = new OpenValues(assessment);
    this.pressing =
        assessment.items().stream()
            .filter(
                item ->
                    item.carrying().stream()
                        .anyMatch(each -> Ranked.advice(each).urgency() == Urgency.NOW))
            .map(item -> Item.key(item.fact()))
            .collect(Collectors.toSet());
  }

  /**
   * One step.
   *
   * @param isQuestion whether something is to be asked, and not to be done
   * @param text what to do, or the question
   * @param who who does it, or who is asked
   * @param on what it is about
   * @param isOwn whether the subject does it
   * @param leads what answers lead to, one for each; empty for an action
   * @param urgency how urgent it is
   * @param by the day by which it is due; null where its urgency names none
   */
  public record Step(
      boolean isQuestion,
      String text,
      String who,
      Fact on,
      boolean isOwn,
      List<String> leads,
      Urgency urgency,
      @Nullable LocalDate by) {
    /** Copies the list. */
    public Step {
      leads = List.copyOf(leads);
    }

    /** What to do or whom to ask what. */
    String line() {
      return isQuestion ? "Ask %s: %s".formatted(who, text) : text;
    }

    /** Who does it; empty for a question, which anybody may ask. */
    String doer() {
      return isQuestion ? "" : who;
    }

    /** By when, in words. */
    String due() {
      return by == null ? Labels.of(urgency) : "by " + by;
    }

    /** The day by which it is due; words where there is none. */
    public String day() {
      return by == null ? Labels.of(urgency) : by.toString();
    }
  }

  /**
   * The steps, by the days on which they are due; the gravest action before others, and questions
   * last.
   */
  List<Step> all(List<Ranked> actions) {
    return Stream.concat(
            first(actions).stream().map(this::action), questions().stream().map(this::asking))
        .sorted(
            Comparator.comparing(
                Step::by, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
        .toList();
  }

  /** The most pressing actions, one that gives the answer of the whole among them. */
  private List<Ranked> first(List<Ranked> actions) {
    List<Ranked> all =
        actions.stream().filter(each -> each.advice().strength() != Strength.INFO).toList();
    List<Ranked> first = new ArrayList<>(all.stream().limit(MOST_ACTIONS).toList());
    if (first.stream().noneMatch(this::givesTheStance)) {
      all.stream().filter(this::givesTheStance).findFirst().ifPresent(each -> first.add(0, each));
    }
    return first.stream()
        .limit(MOST_ACTIONS)
        .sorted(Comparator.comparing(ranked -> ranked.advice().stance()))
        .toList();
  }

  private boolean givesTheStance(Ranked ranked) {
    return ranked.advice().stance() == assessment.stance();
  }

  private Step action(Ranked ranked) {
    List<Reasoned<Recommendation>> recommendations = ranked.recommendations();
    String brief = names.shortForm(recommendations);
    Reasoned<Recommendation> lead = recommendations.get(0);
    Fact on = lead.conclusion().on();
    return new Step(
        false,
        brief == null ? names.action(recommendations) : brief,
        names.addressee(lead),
        on,
        ranked.advice().addressee().means(assessment.facts().subject(), on),
        List.of(),
        ranked.advice().urgency(),
        DueDay.of(recommendations, assessment.asOf()));
  }

  /**
   * What items wait for, then what the file says to be unknown and an answer turns on, where more
   * is at stake first.
   */
  private List<OpenValue> questions() {
    Set<OpenValue> awaited =
        assessment.items().stream()
            .filter(item -> item.stance() == Stance.NOT_DETERMINED && item.through() == null)
            .flatMap(item -> item.awaits().stream())
            .collect(Collectors.toSet());
    // Who owns a provider is asked once, for its cloud and for itself.
    Set<String> asked = new HashSet<>();
    return open.all().stream()
        .map(Assessment.Unknown::value)
        .filter(value -> awaited.contains(value) || value.asked() && !telling(value).isEmpty())
        .sorted(
            Comparator.comparing((OpenValue value) -> !isPressing(value))
                .thenComparing(value -> !awaited.contains(value)))
        .filter(value -> asked.add(whom(value) + " " + value.field()))
        .limit(MOST_QUESTIONS)
        .toList();
  }

  private List<Range.Turn> telling(OpenValue value) {
    return open.turns(value).stream().filter(turn -> !Turns.isVerdict(turn)).toList();
  }

  /** Whether an answer would stop something, let go on what is stopped, or ask for haste. */
  private boolean isPressing(OpenValue value) {
    return telling(value).stream()
        .anyMatch(
            turn ->
                turn.then().compareTo(Stance.RESTRICT) <= 0
                    || turn.now().compareTo(Stance.RESTRICT) <= 0
                    || pressing.contains(Item.key(turn.on()))
                    || asksForHaste(turn));
  }

  private boolean asksForHaste(Range.Turn turn) {
    return turn.rule() != null
        && assessment
            .knowledge()
            .rule(turn.rule())
            .map(RuleCard::advice)
            .filter(advice -> advice.urgency() == Urgency.NOW)
            .isPresent();
  }

  private String whom(OpenValue value) {
    return Informants.of(assessment.facts(), assessment.knowledge().catalogue(), value);
  }

  private Step asking(OpenValue value) {
    String whom = whom(value);
    String question =
        turns.question(value, whom.equals(value.fact().label()) ? value.fact() : null);
    Urgency urgency = isPressing(value) ? Urgency.NOW : Urgency.SHORT;
    return new Step(
        true,
        question,
        Plain.text(whom),
        value.fact(),
        true,
        telling(value).stream().map(turns::lead).distinct().limit(MOST_LEADS).toList(),
        urgency,
        DueDay.of(urgency, assessment.asOf()));
  }
}
