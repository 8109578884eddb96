package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.explain.Planned;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Inventoried;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
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
public final class Answers {
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

  /** Of an assessment; of facts that nothing tells apart the first is told of. */
  public static Answers of(Assessment assessment) {
    LikeFacts like = LikeTold.in(assessment);
    return new Answers(LikeTold.of(assessment, like), new FactNames(assessment.facts(), like));
  }

  Answers(Assessment assessment, FactNames names) {
    this.assessment = assessment;
    this.names = names;
    this.turns = new Turns(assessment, names);
    this.planned = new Planned(assessment.facts());
  }

  /**
   * What is said of one item, or of several on which the same is said.
   *
   * @param items the items, at least one
   * @param name what they are called
   * @param reason why, or what is missing; empty where nothing is to be said
   * @param turns what would turn it
   * @param untold how many open values turn it besides, which nobody had reason to ask
   * @param idle what is open and turns nothing, one sentence; empty for nothing
   */
  public record Line(
      List<Item> items,
      String name,
      Reason reason,
      List<Turns.Told> turns,
      int untold,
      String idle) {
    /** Copies the lists. */
    public Line {
      items = List.copyOf(items);
      turns = List.copyOf(turns);
    }

    /** The answer. */
    public Stance stance() {
      return items.get(0).stance();
    }

    /** What would turn it and what would not, one sentence each. */
    List<String> sentences() {
      return Stream.concat(
              turns.stream().map(Turns.Told::text), Stream.of(idle).filter(each -> !each.isEmpty()))
          .toList();
    }
  }

  /**
   * Why an item has its answer.
   *
   * @param action what to do, in a few words; empty for nothing
   * @param finding the title of what is answered, or what is missing; empty for nothing
   * @param summary the same as a sentence; empty where there is no finding
   * @param severity how grave it is; null where there is no finding
   * @param meanwhile what goes on while that is done; empty where it is not said
   */
  public record Reason(
      String action,
      String finding,
      String summary,
      @Nullable Severity severity,
      String meanwhile) {
    /** All of it in one line. */
    String text() {
      return Stream.of(
              action,
              severity == null ? finding : "%s (%s)".formatted(finding, Labels.of(severity)),
              meanwhile)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(" · "));
    }

    private static Reason of(String text) {
      return new Reason("", text, "", null, "");
    }
  }

  /** What the stance of the whole rests on, such as {@code for Kimi K2}; empty where on nothing. */
  public String carriedBy() {
    List<String> carrying =
        assessment.carrying().stream().map(item -> called(item.fact())).toList();
    return carrying.isEmpty() ? "" : "for " + Names.list(carrying, "and");
  }

  /** What would turn the stance of the whole. */
  public List<Turns.Told> turns() {
    return turns.inWords(assessment.facts().subject(), List.of());
  }

  /** How far it was looked for what would turn the answers; empty where it was not. */
  String limits() {
    return limits("JSON report");
  }

  /**
   * The same.
   *
   * @param where what tells the turns that are not told here
   */
  public String limits(String where) {
    return turns.limits(where);
  }

  /** One line for each item; those on which the same silence is kept together. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Map<String, List<Item>> alike = new LinkedHashMap<>();
    for (Item item : assessment.items()) {
      // Those of the subject are about the whole, and stand with its answer.
      boolean whole = item.fact() instanceof Subject;
      List<Turns.Told> turning = whole ? List.of() : turns.inWords(item.fact(), item.awaits());
      String idle = whole ? "" : turns.idle(item.fact(), item.awaits()).orElse("");
      if (item.stance().isSilence() && turning.isEmpty() && idle.isEmpty()) {
        String silence = item.stance() + reason(item).text();
        alike.computeIfAbsent(silence, any -> new ArrayList<>()).add(item);
      } else {
        int untold = whole ? 0 : turns.untold(item.fact(), item.awaits());
        lines.add(
            new Line(List.of(item), called(item.fact()), reason(item), turning, untold, idle));
      }
    }
    for (List<Item> items : alike.values()) {
      List<String> names = items.stream().map(item -> called(item.fact())).toList();
      lines.add(new Line(items, Names.list(names, "and"), reason(items.get(0)), List.of(), 0, ""));
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
  public List<FirstSteps.Step> first() {
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

  Reason reason(Item item) {
    return switch (item.stance()) {
      case NOT_DETERMINED ->
          new Reason(
              "",
              (item.through() == null ? "" : "rests on " + names.label(item.through()) + "; ")
                  + "not known: "
                  + item.awaits().stream()
                      .map(value -> turns.question(value, item.fact()))
                      .collect(Collectors.joining(" ")),
              "",
              null,
              turns.mayStop(item.fact()) ? waiting(item) : "");
      case NOT_COVERED -> Reason.of(covered(item.uncovered().get(0)));
      case NOTHING_FOUND -> Reason.of(nothing(item));
      case NOT_STATED -> Reason.of("");
      default -> item.through() == null ? own(item) : through(item, item.through());
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

  private Reason through(Item item, Fact on) {
    String what = item.carrying().map(each -> ": " + each.card().title()).orElse("");
    return new Reason("as " + names.label(on) + what, "", "", null, meanwhile(item));
  }

  /** What the advice that gives the stance asks for, and the finding that it answers. */
  private Reason own(Item item) {
    List<List<Reasoned<Recommendation>>> asked = asked(item);
    List<Reasoned<Finding>> answered =
        asked.isEmpty() ? item.findings() : FactNames.findings(asked.get(0));
    String what =
        asked.stream()
            .map(each -> names.shortForm(each, item.fact()))
            .collect(Collectors.joining("; "));
    if (answered.isEmpty()) {
      return new Reason(what, "", "", null, meanwhile(item));
    }
    RuleCard card = answered.get(0).card();
    return new Reason(
        what, card.title(), card.summary(), Assessment.severity(answered.get(0)), meanwhile(item));
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
