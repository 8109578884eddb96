package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.explain.Questions;
import eu.policyadvisor.fact.AiActClass;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.say.FactSentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would turn an answer, in words, and what would not.
 *
 * <p>Of all turns that were run few are told: first of what the item waits for and of what the file
 * says to be unknown, the graver before the better, one of each value before a second one of the
 * same. That a value turns nothing is told too, where the file says that it is unknown: whoever
 * wrote that wants to know.
 */
public final class Turns {
  /** Values that are told of one turn. */
  private static final int MOST_VALUES = 3;

  /** What makes an answer graver. */
  private static final int MOST_GRAVER = 3;

  /** What makes an answer better. */
  private static final int MOST_BETTER = 2;

  private final Assessment assessment;
  private final FactNames names;
  private final @Nullable Range range;

  Turns(Assessment assessment, FactNames names) {
    this.assessment = assessment;
    this.names = names;
    this.range = assessment.range();
  }

  /**
   * A turn in words.
   *
   * @param then the answer that would follow
   * @param condition what leads to it, such as {@code if hosted in China}
   * @param answer the word for the answer, with what goes with it
   * @param advice the title of the advice that would give it; empty where none would
   */
  public record Told(Stance then, String condition, String answer, String advice) {
    /** Such as {@code if hosted in China: STOP · Suspend the transfer}. */
    String text() {
      return condition + ": " + answer + (advice.isEmpty() ? "" : " · " + advice);
    }
  }

  /** What would turn the answer on an item, or on the whole, and which answers would not. */
  List<String> of(Fact item, List<OpenValue> awaits) {
    return Stream.concat(
            inWords(item, awaits).stream().map(Told::text), idle(item, awaits).stream())
        .distinct()
        .toList();
  }

  /** What would turn the answer on an item, or on the whole. */
  List<Told> inWords(Fact item, List<OpenValue> awaits) {
    return told(item, awaits).stream().map(this::words).distinct().toList();
  }

  /** How many open values turn the answer on an item, and are not told. */
  int untold(Fact item, List<OpenValue> awaits) {
    if (range == null) {
      return 0;
    }
    Set<OpenValue> untold = new HashSet<>();
    range.of(item).forEach(turn -> untold.add(turn.value()));
    told(item, awaits).forEach(turn -> untold.remove(turn.value()));
    return untold.size();
  }

  private List<Range.Turn> told(Fact item, List<OpenValue> awaits) {
    if (range == null) {
      return List.of();
    }
    List<Range.Turn> all =
        new ArrayList<>(range.of(item).stream().filter(Turns::isTelling).toList());
    if (item instanceof Subject || !all.stream().allMatch(Turns::isVerdict)) {
      all.removeIf(Turns::isVerdict);
    }
    List<Range.Turn> told = new ArrayList<>(first(all, Turns::isGraver, MOST_GRAVER, awaits));
    if (!(item instanceof Subject)) {
      // Where one item is let go, the next one gives the answer of the whole.
      Collections.reverse(all);
      Predicate<Range.Turn> better =
          turn ->
              isBetter(turn)
                  && (turn.now() != Stance.NOT_DETERMINED || awaits.contains(turn.value()));
      told.addAll(first(all, better, MOST_BETTER, awaits));
    }
    return told;
  }

  /** Whether something not known would stop what an item stands for. */
  boolean mayStop(Fact item) {
    return range != null
        && range.of(item).stream()
            .filter(Turns::isTelling)
            .anyMatch(turn -> turn.then().compareTo(Stance.RESTRICT) <= 0);
  }

  /**
   * How far it was looked for what would turn the answers; empty where it was not.
   *
   * @param where what tells the rest
   */
  String limits(String where) {
    if (range == null || range.tried().isEmpty()) {
      return "";
    }
    Set<OpenValue> turning = new HashSet<>();
    range.turns().forEach(turn -> turning.add(turn.value()));
    Set<OpenValue> untold = new HashSet<>(turning);
    told(assessment.facts().subject(), List.of()).forEach(turn -> untold.remove(turn.value()));
    for (Item item : assessment.items()) {
      told(item.fact(), item.awaits()).forEach(turn -> untold.remove(turn.value()));
    }
    return Labels.count(range.tried().size(), "open value was", "open values were")
        + " tried, one at a time: "
        + (turning.isEmpty()
            ? "none changes an answer"
            : Labels.count(turning.size(), "changes an answer", "change an answer"))
        + (untold.isEmpty()
            ? ""
            : ", %d of them told in the %s only".formatted(untold.size(), where))
        + (range.untried().isEmpty()
            ? "."
            : "; "
                + Labels.count(
                    range.untried().size(), "more was not tried.", "more were not tried."));
  }

  /** What the file says to be unknown of an item, and whose every answer leaves it as it is. */
  Optional<String> idle(Fact item, List<OpenValue> awaits) {
    if (range == null || item instanceof Subject) {
      return Optional.empty();
    }
    List<String> questions =
        range.tried().stream()
            .filter(OpenValue::asked)
            .filter(value -> Item.key(value.fact()).equals(Item.key(item)))
            .filter(value -> !awaits.contains(value))
            .filter(value -> range.of(item).stream().noneMatch(turn -> turn.value().equals(value)))
            .map(value -> question(value, item))
            .toList();
    int more = questions.size() - MOST_VALUES;
    return questions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "open, and the rules here do not turn on it alone: "
                + String.join(" ", questions.stream().limit(MOST_VALUES).toList())
                + (more > 0 ? " And " + more + " more." : ""));
  }

  private List<Range.Turn> first(
      List<Range.Turn> all, Predicate<Range.Turn> kind, int most, List<OpenValue> awaits) {
    List<Range.Turn> sorted =
        all.stream()
            .filter(kind)
            .sorted(
                Comparator.comparing((Range.Turn turn) -> !awaits.contains(turn.value()))
                    .thenComparing(turn -> !turn.value().asked()))
            .toList();
    Set<OpenValue> told = new HashSet<>();
    Set<Range.Turn> first = new LinkedHashSet<>();
    sorted.stream().filter(turn -> told.add(turn.value())).limit(most).forEach(first::add);
    sorted.stream()
        .filter(turn -> !first.contains(turn))
        .limit(most - first.size())
        .toList()
        .forEach(first::add);
    return sorted.stream().filter(first::contains).toList();
  }

  /**
   * What the file says to be unknown, what would tell what a thing is, and what would let go on
   * what is held is told; what nobody had reason to ask is left to the JSON report.
   */
  private static boolean isTelling(Range.Turn turn) {
    if (turn.now() == Stance.NOT_DETERMINED) {
      boolean anyAnswer = turn.then() == Stance.NOTHING_FOUND && turn.otherwise().isEmpty();
      return !anyAnswer && (turn.value().asked() || Item.isEssential(turn.value()));
    }
    return turn.value().asked()
        || Item.isEssential(turn.value()) && turn.then().compareTo(Stance.CONDITIONAL) <= 0
        || turn.now().compareTo(Stance.CONDITIONAL) <= 0 && isBetter(turn) && !isOpen(turn);
  }

  /** Whether the values that were tried say by themselves that a thing is forbidden. */
  static boolean isVerdict(Range.Turn turn) {
    return turn.when().stream()
        .allMatch(value -> value instanceof AiActClass named && named.isProhibited());
  }

  private static boolean isGraver(Range.Turn turn) {
    return turn.now() == Stance.NOT_DETERMINED
        ? turn.then().compareTo(Stance.INVESTIGATE) <= 0 && turn.then() != Stance.CONDITIONAL
        : asksAnew(turn) || turn.then().compareTo(turn.now()) <= 0 && turn.then() != Stance.PERMIT;
  }

  /** Whether what may go on, if something is done, has to be looked into again. */
  private static boolean asksAnew(Range.Turn turn) {
    return turn.then() == Stance.INVESTIGATE
        && (turn.now() == Stance.CONDITIONAL || turn.now() == Stance.DIVERSIFY);
  }

  /** Whether it lets something go on that would not, or only under conditions. */
  private static boolean isBetter(Range.Turn turn) {
    return turn.now() == Stance.NOT_DETERMINED
        ? !isGraver(turn)
        : turn.now().compareTo(Stance.INVESTIGATE) <= 0
            && turn.then().compareTo(turn.now()) > 0
            && turn.then() != Stance.NOT_DETERMINED
            && turn.then() != Stance.NOT_COVERED
            && !asksAnew(turn);
  }

  /** Whether the values that were tried stand for others between them. */
  private static boolean isOpen(Range.Turn turn) {
    return isOrdered(turn.when().get(0));
  }

  private static boolean isOrdered(Object value) {
    return value instanceof Number || value instanceof LocalDate;
  }

  /** Such as {@code if hosted in China: STOP · Suspend the transfer}. */
  String sentence(Range.Turn turn) {
    return words(turn).text();
  }

  /** Such as {@code if hosted in China: Stop for the assistant}. */
  String lead(Range.Turn turn) {
    return words(turn).condition()
        + ": "
        + Labels.phrase(turn.then())
        + (turn.on() instanceof Subject ? " for the whole" : " for " + names.label(turn.on()));
  }

  private Told words(Range.Turn turn) {
    String answer =
        Labels.word(turn.then())
            + (turn.then() == Stance.NOTHING_FOUND && !turn.now().isSilence() ? " any more" : "")
            + (turn.on() instanceof Subject ? " for the whole" : "");
    String advice =
        Stream.ofNullable(turn.rule())
            .flatMap(rule -> assessment.knowledge().rule(rule).stream())
            .map(RuleCard::title)
            .collect(Collectors.joining());
    if (turn.when().containsAll(List.of(true, false))) {
      return new Told(
          turn.then(),
          "whatever the answer to '%s'".formatted(question(turn.value(), turn.on())),
          answer,
          advice);
    }
    String whose =
        Item.key(turn.on()).equals(Item.key(turn.value().fact()))
            ? ""
            : " [" + names.alone(turn.value().fact()) + "]";
    return new Told(turn.then(), "if " + Plain.text(supposed(turn)) + whose, answer, advice);
  }

  private String supposed(Range.Turn turn) {
    if (isOpen(turn)) {
      return interval(turn);
    }
    List<Object> when =
        turn.when().stream().filter(each -> !holdsAnother(each, turn.when())).toList();
    List<String> supposed =
        when.stream().limit(MOST_VALUES).map(each -> said(turn, each)).distinct().toList();
    return Names.list(when.get(0) instanceof List<?> ? supposed : alike(supposed), "or")
        + (when.size() > MOST_VALUES ? " or the like" : "");
  }

  /** Whether it is a list with all of another one: what that one does, it does. */
  private static boolean holdsAnother(Object value, List<Object> all) {
    return value instanceof List<?> list
        && all.stream()
            .anyMatch(
                other ->
                    other instanceof List<?> less
                        && !less.isEmpty()
                        && less.size() < list.size()
                        && list.containsAll(less));
  }

  /** What all begin with is said once. */
  private static List<String> alike(List<String> supposed) {
    String first = supposed.get(0);
    int same = 0;
    for (int at = first.indexOf(' '); at >= 0; at = first.indexOf(' ', at + 1)) {
      String front = first.substring(0, at + 1);
      if (supposed.stream().allMatch(each -> each.startsWith(front))) {
        same = front.length();
      }
    }
    List<String> alike = new ArrayList<>();
    for (String each : supposed) {
      alike.add(alike.isEmpty() ? each : each.substring(same));
    }
    return alike;
  }

  private String said(Range.Turn turn, Object value) {
    return FactSentences.supposed(
        assessment.facts(),
        assessment.knowledge().catalogue(),
        turn.value().fact(),
        turn.value().field(),
        value);
  }

  /** Of numbers and days that were tried, how far up or down the turn holds. */
  private String interval(Range.Turn turn) {
    List<Object> when = turn.when().stream().sorted(Turns::compare).toList();
    List<Object> otherwise =
        turn.otherwise().stream().filter(Turns::isOrdered).sorted(Turns::compare).toList();
    Object least = when.get(0);
    Object most = when.get(when.size() - 1);
    boolean below = otherwise.stream().anyMatch(other -> compare(other, least) < 0);
    boolean above = otherwise.stream().anyMatch(other -> compare(other, most) > 0);
    boolean whole =
        otherwise.stream()
            .noneMatch(other -> compare(other, least) > 0 && compare(other, most) < 0);
    if (whole && below && !above) {
      return said(turn, least) + (isDay(least) ? " or later" : " or more");
    } else if (whole && above && !below) {
      return said(turn, most) + (isDay(most) ? " or earlier" : " or less");
    } else if (whole && above && !least.equals(most)) {
      return said(turn, least) + " to " + said(turn, most);
    }
    return said(turn, least) + ", for example";
  }

  private static boolean isDay(Object value) {
    return value instanceof LocalDate;
  }

  @SuppressWarnings("unchecked") // values of one field are of one type
  private static int compare(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }

  /** What is asked for a value, with the name of its fact where it is not the item itself. */
  String question(OpenValue value, @Nullable Fact item) {
    String question =
        Questions.text(value.fact().section().key() + "." + value.field()).orElse(value.field());
    return item != null && Item.key(item).equals(Item.key(value.fact()))
        ? question
        : names.alone(value.fact()) + ": " + question;
  }
}
