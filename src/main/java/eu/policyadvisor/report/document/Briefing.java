package eu.policyadvisor.report.document;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.explain.Questions;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactText;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Records;
import eu.policyadvisor.fact.Roles;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.Answers;
import eu.policyadvisor.report.FactNames;
import eu.policyadvisor.report.FirstSteps;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.NamedUuid;
import eu.policyadvisor.report.Turns;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts together what a brief says of an assessment. What does not fit on a page is counted, and
 * stands in the report.
 */
public final class Briefing {
  private static final int MOST_ROWS = 7;
  private static final int MOST_TURNS = 2;
  private static final int MOST_STEPS = 3;
  private static final int MOST_SURE = 4;
  private static final int MOST_SOURCES = 8;
  private static final int MOST_PLACES = 2;

  private static final String NONE = "-";

  private static final ResourceBundle ITEMS =
      ResourceBundle.getBundle("eu.policyadvisor.report.document.items", Locale.ROOT);

  private static final ResourceBundle ROLES =
      ResourceBundle.getBundle("eu.policyadvisor.report.document.roles", Locale.ROOT);

  /**
   * What is said of the facts of a list; a dash stands for nothing.
   *
   * @param name what they are called
   * @param stage the field that tells how far one has come
   * @param country the field that tells whose it is
   * @param role who acts on it, by the name in {@link Roles}
   */
  private record Kind(String name, String stage, String country, String role) {
    static Kind of(Fact fact) {
      String[] said = ITEMS.getString(fact.section().key()).split(" \\| ", 4);
      return new Kind(said[0], said[1], said[2], said[3]);
    }
  }

  private final Assessment assessment;
  private final FactNames names;
  private final Answers answers;
  private final List<Answers.Line> lines;

  private Briefing(Assessment assessment) {
    this.assessment = assessment;
    this.names = new FactNames(assessment.facts());
    this.answers = Answers.of(assessment);
    this.lines = joined(answers.lines());
  }

  /** The brief of an assessment. */
  public static Brief of(Assessment assessment) {
    return new Briefing(assessment).brief();
  }

  private Brief brief() {
    Subject subject = assessment.facts().subject();
    List<String> about = new ArrayList<>();
    if (subject.type() != null) {
      about.add(Labels.of(subject.type()));
    }
    if (subject.country() != null) {
      about.add(Plain.text(subject.country()));
    }
    List<Answers.Line> shown = Brief.first(lines, Answers.Line::stance, MOST_ROWS);
    List<Brief.Source> sources = sources(shown);
    return new Brief(
        names.label(subject),
        String.join(", ", about),
        assessment.asOf(),
        Plain.text(Objects.requireNonNullElse(assessment.facts().reader(), "")),
        Plain.text(Objects.requireNonNullElse(assessment.facts().question(), "")),
        Plain.text(Objects.requireNonNullElse(assessment.facts().title(), "")),
        answer(),
        shown.stream().map(this::row).toList(),
        counts(lines.stream().filter(line -> !shown.contains(line)).toList()),
        steps(false).map(this::action).toList(),
        steps(true).map(step -> new Brief.Asked(step.who(), step.text(), step.leads())).toList(),
        sure(shown),
        sources.stream().limit(MOST_SOURCES).toList(),
        Math.max(0, sources.size() - MOST_SOURCES),
        List.of(
            Labels.DISCLAIMER,
            "Rules %s, catalogue %s, facts %s."
                .formatted(
                    assessment.knowledge().version(),
                    assessment.knowledge().catalogue().stated(),
                    digest())));
  }

  /** Lines on which the very same is said are one. */
  private static List<Answers.Line> joined(List<Answers.Line> lines) {
    Map<Object, List<Answers.Line>> alike = new LinkedHashMap<>();
    for (Answers.Line line : lines) {
      Object key = List.of(line.stance(), line.reason(), line.turns());
      alike.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
    }
    return alike.values().stream()
        .map(
            each ->
                new Answers.Line(
                    each.stream().flatMap(line -> line.items().stream()).toList(),
                    Names.list(each.stream().map(Answers.Line::name).toList(), "and"),
                    each.get(0).reason(),
                    each.get(0).turns(),
                    each.stream().mapToInt(Answers.Line::untold).sum(),
                    ""))
        .toList();
  }

  private Brief.Answer answer() {
    List<Answers.Line> carrying =
        lines.stream()
            .filter(line -> line.stance() == assessment.stance() && !line.stance().isSilence())
            .toList();
    List<String> rest = new ArrayList<>();
    if (carrying.size() == 1) {
      rest.add(carrying.get(0).reason().summary());
    }
    if (carrying.stream().anyMatch(this::restsOnLawOfTheUnitedStates)) {
      rest.add("What US law says here is a risk to weigh, not illegality in the Union.");
    }
    graver(carrying).ifPresent(rest::add);
    String others =
        BriefWords.counts(counts(lines.stream().filter(line -> !carrying.contains(line)).toList()));
    if (!carrying.isEmpty() && !others.isEmpty()) {
      rest.add("The rest: " + others + ".");
    }
    rest.removeIf(String::isEmpty);
    return new Brief.Answer(
        assessment.stance(),
        carrying.isEmpty()
            ? silence()
            : carrying.stream()
                .map(this::sentence)
                .distinct()
                .limit(MOST_STEPS)
                .collect(Collectors.joining(" ")),
        rest,
        turns(answers.turns()),
        answers.limits("report"));
  }

  /** What to do about what carries the answer. */
  private String sentence(Answers.Line line) {
    Reasoned<Recommendation> advice = line.items().get(0).carrying().orElse(null);
    String action = advice == null ? null : names.shortForm(alike(advice, line));
    return sentence(action == null ? line.name() + ": " + line.reason().action() : action);
  }

  /** The same advice on all items for which it gives the answer of the whole. */
  private List<Reasoned<Recommendation>> alike(Reasoned<Recommendation> advice, Answers.Line line) {
    return lines.stream()
        .filter(each -> each.stance() == line.stance())
        .flatMap(each -> each.items().stream())
        .flatMap(item -> item.carrying().stream())
        .filter(each -> each.card().id().equals(advice.card().id()))
        .toList();
  }

  private static String sentence(String text) {
    return text.isEmpty() || text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  private String silence() {
    return switch (assessment.stance()) {
      case NOTHING_FOUND ->
          "No rule here speaks for or against what is stated. That is no clearance.";
      case NOT_DETERMINED -> "Not enough is stated for an answer. What to find out stands below.";
      case NOT_COVERED ->
          "What is asked is outside of what the rules know. Whom to ask stands below.";
      default -> "Nothing is stated about which the rules could say anything.";
    };
  }

  private boolean restsOnLawOfTheUnitedStates(Answers.Line line) {
    return FactNames.citations(advice(line), assessment).stream()
        .map(Citation::instrument)
        .anyMatch(instrument -> instrument.jurisdiction().equals("US"));
  }

  private static List<Reasoned<Recommendation>> advice(Answers.Line line) {
    return line.items().stream().flatMap(item -> item.carrying().stream()).toList();
  }

  /** The gravest finding, where the answer does not rest on it and on none as grave. */
  private Optional<String> graver(List<Answers.Line> carrying) {
    Severity known =
        carrying.stream()
            .map(line -> line.reason().severity())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return assessment.open().stream()
        .max(Comparator.<Reasoned<Finding>, Severity>comparing(Assessment::severity))
        .filter(finding -> known == null || Assessment.severity(finding).compareTo(known) > 0)
        .map(
            finding ->
                "The gravest finding is %s (%s), on %s."
                    .formatted(
                        finding.card().title(),
                        Labels.of(Assessment.severity(finding)),
                        names.label(finding.conclusion().on())));
  }

  private static Map<Stance, Integer> counts(List<Answers.Line> lines) {
    Map<Stance, Integer> counts = new EnumMap<>(Stance.class);
    lines.forEach(line -> counts.merge(line.stance(), line.items().size(), Integer::sum));
    return counts;
  }

  private static List<Brief.Turn> turns(List<Turns.Told> told) {
    return told.stream()
        .limit(MOST_TURNS)
        .map(turn -> new Brief.Turn(turn.then(), condition(turn)))
        .toList();
  }

  /** Behind 'Yes, if' no other 'if' stands. */
  private static String condition(Turns.Told turn) {
    return turn.then() == Stance.CONDITIONAL && turn.condition().startsWith("if ")
        ? turn.condition().substring("if ".length())
        : turn.condition();
  }

  /** The first sentence of the reason; the title where there is no more. */
  private static String why(Answers.Reason reason) {
    String summary = reason.summary();
    int end = summary.indexOf(". ");
    return summary.isEmpty() ? reason.finding() : end < 0 ? summary : summary.substring(0, end + 1);
  }

  private Brief.Row row(Answers.Line line) {
    Answers.Reason reason = line.reason();
    String because =
        Stream.of(reason.action(), why(reason), reason.severity() == null ? reason.meanwhile() : "")
            .filter(part -> !part.isEmpty())
            .map(Briefing::begun)
            .map(Briefing::sentence)
            .collect(Collectors.joining(" "));
    return new Brief.Row(
        line.stance(),
        line.name(),
        about(line.items().get(0).fact()),
        because,
        turns(line.turns()),
        remark(line),
        line.items().size());
  }

  /** What is said in place of turns, or beside them. */
  private String remark(Answers.Line line) {
    int more = line.untold() + Math.max(0, line.turns().size() - MOST_TURNS);
    if (answers.limits("").isEmpty()) {
      return "not tried";
    } else if (more > 0) {
      return Labels.count(more, "more open answer changes it", "more open answers change it")
          + "; see the report";
    }
    return line.turns().isEmpty() ? "no open answer changes it" : "";
  }

  private static String begun(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String about(Fact fact) {
    Kind kind = Kind.of(fact);
    return Stream.of(kind.name(), value(fact, kind.stage()), value(fact, kind.country()))
        .filter(each -> !each.equals(NONE))
        .collect(Collectors.joining(" · "));
  }

  private static String value(Fact fact, String field) {
    Object value = field.equals(NONE) ? null : fact.value(field);
    return value == null ? NONE : Plain.text(Names.value(value).replace('_', ' '));
  }

  private Stream<FirstSteps.Step> steps(boolean questions) {
    return answers.first().stream()
        .filter(step -> step.isQuestion() == questions)
        .limit(MOST_STEPS);
  }

  private Brief.Action action(FirstSteps.Step step) {
    String role = step.isOwn() ? Kind.of(step.on()).role() : NONE;
    if (role.equals(NONE)) {
      return new Brief.Action(sentence(step.text()), step.who(), false, step.day());
    }
    Object named = Records.value(assessment.facts().roles(), role);
    return new Brief.Action(
        sentence(step.text()),
        named == null ? ROLES.getString(role) : Plain.text(named.toString()),
        named == null,
        step.day());
  }

  /** Items that are as sure, for the same reason, together. */
  private List<Brief.Sure> sure(List<Answers.Line> shown) {
    Map<List<String>, List<String>> alike = new LinkedHashMap<>();
    for (Answers.Line line : shown) {
      List<Reasoned<Recommendation>> advice = advice(line);
      advice.stream()
          .map(Reasoned::confidence)
          .min(Comparator.naturalOrder())
          .ifPresent(
              least ->
                  alike
                      .computeIfAbsent(
                          List.of(least.words(), weakness(advice)), any -> new ArrayList<>())
                      .add(line.name()));
    }
    return alike.entrySet().stream()
        .limit(MOST_SURE)
        .map(
            each ->
                new Brief.Sure(
                    Names.list(each.getValue(), "and"), each.getKey().get(0), each.getKey().get(1)))
        .toList();
  }

  /** What a piece of advice presumes, or what nobody has confirmed. */
  private String weakness(List<Reasoned<Recommendation>> advice) {
    List<String> presumed =
        advice.stream()
            .flatMap(each -> Evidence.of(each).stream())
            .filter(evidence -> evidence.fact().value(evidence.field()) == null)
            .map(evidence -> evidence.fact().section().key() + "." + evidence.field())
            .distinct()
            .flatMap(field -> Questions.text(field).stream())
            .toList();
    if (!presumed.isEmpty()) {
      return "Presumed, since it is not stated: " + presumed.get(0);
    }
    List<String> doubts =
        advice.stream()
            .flatMap(
                each ->
                    Doubt.of(each, assessment.knowledge().catalogue(), assessment.asOf()).stream())
            .map(doubt -> Plain.text(doubt.title()) + " " + Labels.of(doubt))
            .distinct()
            .toList();
    return doubts.isEmpty()
        ? "It rests on what is stated and on sources that were seen."
        : "In doubt: " + doubts.get(0) + ".";
  }

  private List<Brief.Source> sources(List<Answers.Line> shown) {
    List<Reasoned<Recommendation>> advice =
        shown.stream().flatMap(line -> advice(line).stream()).toList();
    return FactNames.basis(FactNames.citations(advice, assessment)).stream()
        .map(this::source)
        .toList();
  }

  private Brief.Source source(FactNames.Basis basis) {
    Instrument instrument = basis.instrument();
    if (basis.inSpirit()) {
      return new Brief.Source(
          new Citation(instrument, fewer(basis.pinpoints())).text(),
          "our judgement, in its spirit",
          Brief.Mark.OWN);
    }
    String status = Labels.doubt(instrument, assessment.asOf());
    return new Brief.Source(
        new Citation(instrument, fewer(basis.pinpoints())).text(),
        whose(instrument) + status.substring(1, status.length() - 1).replace(") (", ", "),
        mark(instrument));
  }

  /** The first places; that there are more stands behind them. */
  private static String fewer(String pinpoints) {
    List<String> places = List.of(pinpoints.split("; "));
    return places.size() <= MOST_PLACES
        ? pinpoints
        : String.join("; ", places.subList(0, MOST_PLACES)) + " and other places";
  }

  private static String whose(Instrument instrument) {
    return switch (instrument.jurisdiction()) {
      case Instrument.GENERAL -> "";
      case "CN" -> "China, ";
      default -> instrument.jurisdiction() + ", ";
    };
  }

  private Brief.Mark mark(Instrument instrument) {
    if (!instrument.verified() || instrument.unconfirmedSince(assessment.asOf()) != null) {
      return Brief.Mark.IN_DOUBT;
    } else if (instrument.status() == InstrumentStatus.NOT_BINDING) {
      return Brief.Mark.SOFT;
    }
    return switch (instrument.kind()) {
      case LAW, JUDGMENT, DECISION ->
          instrument.status() == InstrumentStatus.IN_FORCE
                  || instrument.status() == InstrumentStatus.PARTLY_APPLICABLE
              ? Brief.Mark.IN_FORCE
              : Brief.Mark.IN_DOUBT;
      default -> Brief.Mark.SOFT;
    };
  }

  /** Tells whether two briefs are about the same facts. */
  private String digest() {
    byte[] facts =
        String.join("\n", FactText.lines(assessment.facts())).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(NamedUuid.digest("SHA-256").digest(facts)).substring(0, 8);
  }
}
