package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.explain.Questions;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Uncovered;
import eu.policyadvisor.say.FactSentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to what was asked, in words: of the whole and of each item, and what would turn it.
 */
final class Answers {
  /** Values that are told of one turn. */
  private static final int MOST_VALUES = 3;

  private static final int MOST_ACTIONS = 3;

  /** What makes an answer graver, and as much again that makes it better. */
  private static final int MOST_TURNS = 2;

  private final Assessment assessment;
  private final FactNames names;

  Answers(Assessment assessment, FactNames names) {
    this.assessment = assessment;
    this.names = names;
  }

  /**
   * What is said of one item, or of several on which the same is said.
   *
   * @param stance the stance on it
   * @param name what it is called
   * @param reason why, or what is missing; empty where nothing is to be said
   * @param turns what would turn it, one sentence each
   */
  record Line(Stance stance, String name, String reason, List<String> turns) {
    Line {
      turns = List.copyOf(turns);
    }
  }

  /** Such as {@code NOTHING FOUND}. */
  static String word(Stance stance) {
    return stance.name().replace('_', ' ');
  }

  /** What the stance of the whole rests on, such as {@code for Kimi K2}; empty where on nothing. */
  String carriedBy() {
    List<String> carrying =
        assessment.carrying().stream().map(item -> called(item.fact())).toList();
    return carrying.isEmpty() ? "" : "for " + Names.list(carrying, "and");
  }

  /** What would turn the stance of the whole. */
  List<String> turns() {
    return turns(assessment.facts().subject());
  }

  /** How far it was looked for what would turn the answers; empty where it was not. */
  String limits() {
    Range range = assessment.range();
    if (range == null || range.tried().isEmpty()) {
      return "";
    }
    int turning = range.tried().size() - range.idle().size();
    String tried =
        Labels.count(range.tried().size(), "open value was", "open values were")
            + " tried, one at a time: "
            + (turning == 0
                ? "none changes an answer"
                : Labels.count(turning, "changes an answer", "change an answer"));
    return range.untried().isEmpty()
        ? tried + "."
        : tried + "; " + range.untried().size() + " more were not tried.";
  }

  /** One line for each item; those on which the same silence is kept together. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Map<String, List<Item>> alike = new LinkedHashMap<>();
    for (Item item : assessment.items()) {
      List<String> turns = turnsOf(item);
      String silence = item.stance() + reason(item);
      if (item.stance().isSilence() && turns.isEmpty()) {
        alike.computeIfAbsent(silence, any -> new ArrayList<>()).add(item);
      } else {
        lines.add(new Line(item.stance(), called(item.fact()), reason(item), turns));
      }
    }
    for (List<Item> items : alike.values()) {
      Item first = items.get(0);
      List<String> names = items.stream().map(item -> called(item.fact())).toList();
      lines.add(new Line(first.stance(), Names.list(names, "and"), reason(first), List.of()));
    }
    return lines;
  }

  /** The first things to do, beginning with one that gives the stance of the whole. */
  List<Ranked> first() {
    List<Ranked> all =
        Ranked.all(assessment).stream()
            .filter(each -> each.advice().strength() != Strength.INFO && but(each).isEmpty())
            .toList();
    List<Ranked> first = new ArrayList<>(all.stream().limit(MOST_ACTIONS).toList());
    if (first.stream().noneMatch(this::givesTheStance)) {
      all.stream().filter(this::givesTheStance).findFirst().ifPresent(each -> first.add(0, each));
    }
    return first.stream().limit(MOST_ACTIONS).toList();
  }

  /** What has to be found out before some items can be answered, as questions. */
  List<String> findOut() {
    return assessment.items().stream()
        .filter(item -> item.stance() == Stance.NOT_DETERMINED && item.through() == null)
        .flatMap(item -> item.awaits().stream())
        .distinct()
        .map(value -> question(value, null))
        .limit(MOST_ACTIONS)
        .toList();
  }

  /** What a go-ahead does not hold for, because an item rests on another one; empty for nothing. */
  String but(Ranked ranked) {
    return ranked.advice().stance() != Stance.PERMIT
        ? ""
        : assessment.items().stream()
            .filter(item -> item.through() != null)
            .filter(
                item ->
                    ranked.recommendations().stream()
                        .anyMatch(each -> each.conclusion().on().equals(item.fact())))
            .map(
                item ->
                    "%s rests on %s, whose answer is %s"
                        .formatted(
                            names.label(item.fact()),
                            names.label(Objects.requireNonNull(item.through())),
                            word(item.stance())))
            .collect(Collectors.joining("; "));
  }

  private boolean givesTheStance(Ranked ranked) {
    return ranked.advice().stance() == assessment.stance();
  }

  /** Those of the subject are about the whole, and stand with its answer. */
  private List<String> turnsOf(Item item) {
    return item.fact() instanceof Subject ? List.of() : turns(item.fact());
  }

  /** What the rules leave out of questions that they answer otherwise, one sentence each. */
  List<String> alsoNotCovered() {
    return assessment.items().stream()
        .filter(item -> item.stance() != Stance.NOT_COVERED)
        .flatMap(item -> item.uncovered().stream())
        .filter(question -> question.question() == Uncovered.Question.MAIN)
        .map(this::covered)
        .distinct()
        .toList();
  }

  private String called(Fact fact) {
    return fact instanceof Subject ? names.label(fact) + " as a whole" : names.label(fact);
  }

  String reason(Item item) {
    return switch (item.stance()) {
      case NOT_DETERMINED ->
          (item.through() == null ? "" : "rests on " + names.label(item.through()) + "; ")
              + "not known: "
              + item.awaits().stream()
                  .map(value -> question(value, item.fact()))
                  .collect(Collectors.joining(" "))
              + (mayBeStopped(item) ? " Decide nothing before." : "");
      case NOT_COVERED -> covered(item.uncovered().get(0));
      case NOTHING_FOUND ->
          item.tried().isEmpty()
              ? "no rule looks at such facts"
              : "none of the rules that look at such facts concludes anything";
      case NOT_STATED -> "";
      default -> advised(item);
    };
  }

  private boolean mayBeStopped(Item item) {
    Range range = assessment.range();
    return range != null
        && range.of(item.fact()).stream()
            .filter(Answers::isTelling)
            .anyMatch(turn -> turn.then().compareTo(Stance.RESTRICT) <= 0);
  }

  /** The advice that gives the stance, and the finding that it answers. */
  private String advised(Item item) {
    Optional<Reasoned<Recommendation>> carrying =
        item.advice().stream()
            .filter(each -> Ranked.advice(each).stance() == item.stance())
            .findFirst();
    List<Reasoned<Finding>> answered =
        carrying.map(each -> FactNames.findings(List.of(each))).orElse(item.findings());
    String because =
        answered.isEmpty()
            ? ""
            : answered.get(0).card().title()
                + " ("
                + Labels.of(Assessment.severity(answered.get(0)))
                + ")";
    return Stream.of(
            carrying.map(each -> each.card().title()).orElse(""),
            because,
            item.through() == null ? "" : "as " + names.label(item.through()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private String covered(Uncovered question) {
    List<String> law =
        question.citesOn(assessment.asOf()).stream().map(Citation::text).distinct().toList();
    return question.title()
        + " (law: "
        + (law.isEmpty() ? question.law() : String.join(", ", law))
        + "; ask "
        + question.turnTo()
        + ")";
  }

  private List<String> turns(Fact item) {
    Range range = assessment.range();
    if (range == null) {
      return List.of();
    }
    List<Range.Turn> all =
        new ArrayList<>(range.of(item).stream().filter(Answers::isTelling).toList());
    List<Range.Turn> telling = new ArrayList<>(first(all, Answers::isGraver));
    Collections.reverse(all);
    telling.addAll(first(all, Answers::isBetter));
    return telling.stream().map(this::sentence).distinct().toList();
  }

  /** Those that turn the answer most, of what the file says to be unknown first. */
  private static List<Range.Turn> first(List<Range.Turn> all, Predicate<Range.Turn> kind) {
    return all.stream()
        .filter(kind)
        .sorted(Comparator.comparing(turn -> !turn.value().asked()))
        .limit(MOST_TURNS)
        .toList();
  }

  /**
   * What the file says to be unknown, what would tell what a thing is, and what would make the
   * answer a better one is told; what nobody had reason to ask is left to the JSON report.
   */
  private static boolean isTelling(Range.Turn turn) {
    return turn.value().asked()
        || Item.isEssential(turn.value())
        || isBetter(turn) && !isOpen(turn);
  }

  private static boolean isGraver(Range.Turn turn) {
    return turn.then().compareTo(turn.now()) < 0 && turn.then() != Stance.PERMIT;
  }

  /** Whether it lets something go on that would not, or only under conditions. */
  private static boolean isBetter(Range.Turn turn) {
    return turn.now().compareTo(Stance.INVESTIGATE) <= 0
        && turn.then().compareTo(turn.now()) > 0
        && turn.then() != Stance.NOT_DETERMINED;
  }

  /** Whether the values that were tried stand for others between them. */
  private static boolean isOpen(Range.Turn turn) {
    Object value = turn.when().get(0);
    return value instanceof Number || value instanceof LocalDate;
  }

  String sentence(Range.Turn turn) {
    OpenValue value = turn.value();
    List<String> supposed =
        turn.when().stream()
            .limit(MOST_VALUES)
            .map(
                each ->
                    FactSentences.supposed(
                        assessment.facts(),
                        assessment.knowledge().catalogue(),
                        value.fact(),
                        value.field(),
                        each))
            .distinct()
            .toList();
    String whose =
        Item.key(turn.on()).equals(Item.key(value.fact())) ? "" : names.alone(value.fact()) + ": ";
    String whole = turn.on() instanceof Subject ? "the whole would be " : "would be ";
    if (isOpen(turn)) {
      return whole
          + "%s for some answers to '%s', such as %s"
              .formatted(
                  word(turn.then()), question(value, turn.on()), Plain.text(supposed.get(0)));
    }
    boolean either = turn.when().containsAll(List.of(true, false));
    return whole
        + "%s %s %s%s%s"
            .formatted(
                word(turn.then()),
                either ? "once it is known, either way:" : "if",
                whose,
                Plain.text(Names.list(supposed, "or")),
                turn.when().size() > MOST_VALUES ? " or the like" : "");
  }

  /** What is asked for a value, with the name of its fact where it is not the item itself. */
  private String question(OpenValue value, @Nullable Fact item) {
    String question =
        Questions.text(value.fact().section().key() + "." + value.field()).orElse(value.field());
    return item != null && Item.key(item).equals(Item.key(value.fact()))
        ? question
        : names.alone(value.fact()) + ": " + question;
  }

  /** The question, as it was asked; the title where there is none. */
  static String asked(Assessment assessment) {
    return Plain.text(
        Objects.requireNonNullElse(
            assessment.facts().question(),
            Objects.requireNonNullElse(assessment.facts().title(), "")));
  }
}
