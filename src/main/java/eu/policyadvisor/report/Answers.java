package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.explain.Planned;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Inventoried;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Uncovered;
import eu.policyadvisor.rule.Urgency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to what was asked, in words: of the whole and of each item, and what would turn it.
 */
final class Answers {
  /** Conditions of one item that are told. */
  private static final int MOST_CONDITIONS = 3;

  /** Silence is no permission. */
  private static final String UNSTOPPED = "no rule here stops it meanwhile";

  /** What a subject uses, starts or does, as opposed to what it meets. */
  private static final Set<Section> USED =
      Set.of(
          Section.ACCELERATORS,
          Section.CLOUD_SERVICES,
          Section.FRAMEWORKS,
          Section.MODELS,
          Section.APPLICATIONS,
          Section.DATA_FLOWS,
          Section.EXPORTS);

  private final Assessment assessment;
  private final FactNames names;
  private final Turns turns;
  private final Planned planned;

  Answers(Assessment assessment, FactNames names) {
    this.assessment = assessment;
    this.names = names;
    this.turns = new Turns(assessment, names);
    this.planned = new Planned(assessment.facts());
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

  /** What the stance of the whole rests on, such as {@code for Kimi K2}; empty where on nothing. */
  String carriedBy() {
    List<String> carrying =
        assessment.carrying().stream().map(item -> called(item.fact())).toList();
    return carrying.isEmpty() ? "" : "for " + Names.list(carrying, "and");
  }

  /** What would turn the stance of the whole. */
  List<String> turns() {
    return turns.of(assessment.facts().subject(), List.of());
  }

  /** How far it was looked for what would turn the answers; empty where it was not. */
  String limits() {
    return turns.limits();
  }

  /** One line for each item; those on which the same silence is kept together. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Map<String, List<Item>> alike = new LinkedHashMap<>();
    for (Item item : assessment.items()) {
      // Those of the subject are about the whole, and stand with its answer.
      List<String> turning =
          item.fact() instanceof Subject ? List.of() : turns.of(item.fact(), item.awaits());
      String silence = item.stance() + reason(item);
      if (item.stance().isSilence() && turning.isEmpty()) {
        alike.computeIfAbsent(silence, any -> new ArrayList<>()).add(item);
      } else {
        lines.add(new Line(item.stance(), called(item.fact()), reason(item), turning));
      }
    }
    for (List<Item> items : alike.values()) {
      Item first = items.get(0);
      List<String> names = items.stream().map(item -> called(item.fact())).toList();
      lines.add(new Line(first.stance(), Names.list(names, "and"), reason(first), List.of()));
    }
    return lines;
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
                            Labels.word(item.stance())))
            .collect(Collectors.joining("; "));
  }

  /** What to do first. */
  List<FirstSteps.Step> first() {
    return new FirstSteps(assessment, names, turns)
        .all(Ranked.all(assessment).stream().filter(each -> but(each).isEmpty()).toList());
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
                  .map(value -> turns.question(value, item.fact()))
                  .collect(Collectors.joining(" "))
              + (turns.mayStop(item.fact()) ? " · " + waiting(item) : "");
      case NOT_COVERED -> covered(item.uncovered().get(0));
      case NOTHING_FOUND -> nothing(item);
      case NOT_STATED -> "";
      default -> advised(item);
    };
  }

  private static String nothing(Item item) {
    if (item.tried().isEmpty()) {
      return "no rule looks at such facts";
    }
    return item.fact() instanceof Party party && List.of().equals(party.lists())
        ? "on no list that is stated or known here; that is no clearance"
        : "no rule here speaks for or against it; that is no clearance";
  }

  /** What the advice that gives the stance asks for, and the finding that it answers. */
  private String advised(Item item) {
    return Stream.of(item.through() == null ? own(item) : through(item), meanwhile(item))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String through(Item item) {
    String what = item.carrying().map(each -> ": " + each.card().title()).orElse("");
    return "as " + names.label(Objects.requireNonNull(item.through())) + what;
  }

  private String own(Item item) {
    List<List<Reasoned<Recommendation>>> asked = asked(item);
    List<Reasoned<Finding>> answered =
        asked.isEmpty() ? item.findings() : FactNames.findings(asked.get(0));
    String what =
        asked.stream()
            .map(each -> names.shortForm(each, item.fact()))
            .collect(Collectors.joining("; "));
    if (answered.isEmpty()) {
      return what;
    }
    String because =
        "%s (%s)"
            .formatted(
                answered.get(0).card().title(), Labels.of(Assessment.severity(answered.get(0))));
    return what.isEmpty() ? because : what + " · " + because;
  }

  /** The advice that gives the stance; of conditions several. */
  private static List<List<Reasoned<Recommendation>>> asked(Item item) {
    Map<String, List<Reasoned<Recommendation>>> asked = new LinkedHashMap<>();
    item.advice().stream()
        .filter(each -> Ranked.advice(each).stance() == item.stance())
        .forEach(
            each -> asked.computeIfAbsent(each.card().id(), any -> new ArrayList<>()).add(each));
    return asked.values().stream()
        .limit(item.stance() == Stance.CONDITIONAL ? MOST_CONDITIONS : 1)
        .toList();
  }

  /** Whether what is used goes on while advice on it is followed. */
  private String meanwhile(Item item) {
    boolean pressing =
        item.carrying().stream().anyMatch(each -> Ranked.advice(each).urgency() == Urgency.NOW);
    if (!USED.contains(item.fact().section())) {
      return "";
    }
    boolean idea = planned.all(List.of(item.fact()));
    return switch (item.stance()) {
      case CONDITIONAL ->
          idea ? "may start once this is done" : pressing ? "" : "may go on while this is done";
      case INVESTIGATE -> idea || pressing ? waiting(item) : UNSTOPPED;
      case DIVERSIFY, MONITOR -> UNSTOPPED;
      default -> "";
    };
  }

  /** What not to do while something is found out. */
  private String waiting(Item item) {
    if (!USED.contains(item.fact().section())) {
      return "decide nothing before";
    } else if (item.fact().section() == Section.EXPORTS) {
      return "do not deliver before";
    }
    return planned.all(List.of(item.fact()))
        ? "do not start before"
        : "start nothing new with it before";
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

  /** How much of an inventory no fact is made of, and where it is told; null where nothing is. */
  static @Nullable String left(Assessment assessment) {
    Inventoried inventoried = assessment.inventoried();
    return inventoried == null || inventoried.unused() == 0
        ? null
        : String.format(
            Locale.ROOT,
            "%,d of %,d entries of the inventory concern no fact; 'advisor import' lists them",
            inventoried.unused(),
            inventoried.entries());
  }

  /** The question, as it was asked; the title where there is none. */
  static String asked(Assessment assessment) {
    return Plain.text(
        Objects.requireNonNullElse(
            assessment.facts().question(),
            Objects.requireNonNullElse(assessment.facts().title(), "")));
  }
}
