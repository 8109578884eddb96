package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Bearing;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.explain.PauseEnd;
import eu.policyadvisor.explain.Planned;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.FieldOrigin.Kind;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.Transaction;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a report says about the conclusions for one subject, before it is laid out. */
public final class FactNames {
  /** Before an instrument that does not say so. */
  static final String JUDGEMENT = "our judgement, in the spirit of ";

  /** Where no single member state is meant. */
  private static final Set<String> SEVERAL = Set.of("EU", "EEA");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(on|subject|until)}");

  private final Subject subject;
  private final Planned planned;
  private final String file;
  private final Map<String, Long> sharing;
  private final LikeFacts like;

  public FactNames(FactSet facts) {
    this(facts, LikeFacts.NONE);
  }

  /**
   * Names of facts, some of which are told of together.
   *
   * @param like facts of which the first is named in place of all
   */
  FactNames(FactSet facts, LikeFacts like) {
    this.like = like;
    subject = facts.subject();
    planned = new Planned(facts);
    file = facts.provenance().file();
    sharing =
        facts.all().stream().collect(Collectors.groupingBy(FactNames::name, Collectors.counting()));
  }

  /** What to do about one fact. */
  String action(Reasoned<Recommendation> recommendation) {
    return action(List.of(recommendation));
  }

  /** What to do, with the names of what it is about filled in. */
  public String action(List<Reasoned<Recommendation>> recommendations) {
    List<Fact> facts = recommendations.stream().map(each -> each.conclusion().on()).toList();
    return filled(
        Ranked.advice(recommendations.get(0)).action(planned.all(facts)), recommendations);
  }

  /**
   * What to do in at most twelve words, names not counted; null where the rule has no such form.
   */
  public @Nullable String shortForm(List<Reasoned<Recommendation>> recommendations) {
    String text = Ranked.advice(recommendations.get(0)).shortForm();
    return text == null ? null : filled(text, recommendations);
  }

  /**
   * The same of one item, which is called 'it'; where the advice is about other facts, or the rule
   * has no short form, what identifies it.
   */
  String shortForm(List<Reasoned<Recommendation>> recommendations, Fact item) {
    String text = Ranked.advice(recommendations.get(0)).shortForm();
    if (text == null) {
      return recommendations.get(0).card().title();
    }
    boolean own =
        !(item instanceof Subject)
            && recommendations.stream()
                .allMatch(each -> Item.key(each.conclusion().on()).equals(Item.key(item)));
    return filled(own ? text.replace("{on}", "it") : text, recommendations);
  }

  /** By what one sees that it is done; null where the rule does not say. */
  @Nullable String doneWhen(List<Reasoned<Recommendation>> recommendations) {
    String text = Ranked.advice(recommendations.get(0)).doneWhen();
    return text == null ? null : filled(text, recommendations);
  }

  private String filled(String text, List<Reasoned<Recommendation>> recommendations) {
    List<Fact> facts = recommendations.stream().map(each -> each.conclusion().on()).toList();
    String all = Names.list(facts.stream().map(this::label).distinct().toList(), "and");
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    switch (place.group(1)) {
                      case "on" -> all;
                      case "until" -> PauseEnd.of(facts);
                      default -> label(subject);
                    }));
  }

  /** Who should do it. */
  public String addressee(Reasoned<Recommendation> recommendation) {
    var addressee = Ranked.advice(recommendation).addressee();
    Fact on = recommendation.conclusion().on();
    if (addressee.means(subject, on)) {
      return label(subject);
    }
    return switch (addressee) {
      case MEMBER_STATE ->
          subject.country() == null
              ? "the member state"
              : SEVERAL.contains(subject.country())
                  ? "the member states"
                  : "the member state, " + Plain.text(subject.country());
      case TARGET_STATE ->
          on instanceof Transaction deal && deal.targetCountry() != null
              ? "the state of the target, " + Plain.text(deal.targetCountry())
              : "the state of the target";
      case COMMISSION -> "the European Commission";
      case AI_OFFICE -> "the AI Office";
      case DATA_PROTECTION_AUTHORITY -> "the data protection authority";
      case MODEL_PROVIDER -> "the model provider";
      case SUBJECT -> label(subject);
    };
  }

  /** The name of a fact, and how many are told of together with it. */
  public String label(Fact fact) {
    int others = like.isLater(fact) ? 0 : like.others(fact);
    return others == 0 ? alone(fact) : alone(fact) + " and " + others + " like it";
  }

  /** The name of a fact, with its id where several facts share the name. */
  String alone(Fact fact) {
    Fact named = fact instanceof CountryShare share ? share.of() : fact;
    String name = name(named);
    return sharing.getOrDefault(name, 0L) > 1 ? name + " (" + Plain.text(named.id()) + ")" : name;
  }

  private static String name(Fact fact) {
    String name = Plain.text(fact.label());
    return name.isEmpty() ? Plain.text(fact.id()) : name;
  }

  /** Such as {@code accelerators[0]}; with the id for a fact that stands in no file. */
  static String path(Fact fact) {
    String path = Plain.text(fact.provenance().path());
    if (!path.isEmpty()) {
      return path;
    }
    return fact instanceof Subject
        ? fact.section().key()
        : fact.section().key() + "[" + Plain.text(fact.id()) + "]";
  }

  /** Such as {@code accelerators[0].product}; a share stands where its country does. */
  static String path(Fact fact, String field) {
    return fact instanceof CountryShare ? path(fact) : path(fact) + "." + field;
  }

  /** Such as {@code ascend-pool.lifecycle}: a reader looks for the id, not for a number. */
  public static String named(Fact fact, String field) {
    if (fact instanceof CountryShare share) {
      return Plain.text(share.of().id()) + ".shares." + share.country();
    }
    return (fact instanceof Subject ? fact.section().key() : Plain.text(fact.id())) + "." + field;
  }

  /** Such as {@code cluster.yaml:14}; empty for a fact that stands in no file. */
  public static String place(Fact fact, int line) {
    String file = fact.provenance().file();
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return fact.provenance().inFile()
        ? Plain.text(last) + ":" + (line > 0 ? line : fact.provenance().line())
        : "";
  }

  /** The file that all of this is about, as the user named it; empty when there is none. */
  public String file() {
    return Plain.text(file);
  }

  /** The findings that conclusions rest on, nearest first; of one rule on one fact the gravest. */
  static List<Reasoned<Finding>> findings(Collection<? extends Reasoned<?>> conclusions) {
    Map<List<Object>, Reasoned<Finding>> findings = new LinkedHashMap<>();
    for (Reasoned<?> conclusion : conclusions) {
      for (Reasoned<Finding> finding : reasons(conclusion, Finding.class)) {
        findings.merge(
            List.of(finding.card().id(), finding.conclusion().on()),
            finding,
            (one, other) ->
                Assessment.severity(one).compareTo(Assessment.severity(other)) >= 0 ? one : other);
      }
    }
    return List.copyOf(findings.values());
  }

  /** The live recommendations that answer a finding. */
  static List<Reasoned<Recommendation>> answers(Reasoned<Finding> finding, Assessment assessment) {
    return assessment.recommendations().stream()
        .filter(
            advice ->
                findings(List.of(advice)).stream()
                    .anyMatch(
                        each ->
                            Triage.key(each.conclusion()).equals(Triage.key(finding.conclusion()))))
        .toList();
  }

  /** Findings of one rule that are equally grave, together. */
  static Collection<List<Reasoned<Finding>>> together(Collection<Reasoned<Finding>> findings) {
    return findings.stream()
        .collect(
            Collectors.groupingBy(
                finding -> List.of(finding.card().id(), Assessment.severity(finding)),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  /** How far conclusions can be relied on: one number, or the lowest and the highest. */
  static String confidence(Collection<? extends Reasoned<?>> findings) {
    Confidence lowest =
        findings.stream()
            .<Confidence>map(Reasoned::confidence)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Confidence highest =
        findings.stream()
            .<Confidence>map(Reasoned::confidence)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return lowest.equals(highest)
        ? Labels.of(lowest)
        : Labels.of(lowest) + " to " + Labels.of(highest);
  }

  /** The derived concepts that a conclusion rests on, nearest first. */
  static List<Reasoned<Concept>> concepts(Reasoned<?> conclusion) {
    return reasons(conclusion, Concept.class);
  }

  @SuppressWarnings("unchecked") // what is concluded is looked at
  private static <C extends Conclusion> List<Reasoned<C>> reasons(Reasoned<?> of, Class<C> type) {
    return Evidence.chain(of).stream()
        .skip(1) // itself
        .filter(link -> type.isInstance(link.conclusion()))
        .map(link -> (Reasoned<C>) link)
        .toList();
  }

  /** Ids of the rules that reached a conclusion. */
  static List<String> rules(Reasoned<?> conclusion) {
    return conclusion.because().stream()
        .map(Justification::rule)
        .map(RuleCard::id)
        .distinct()
        .toList();
  }

  /** Everything that conclusions and their reasons cite and that bears on them, nearest first. */
  public static List<Citation> citations(
      Collection<? extends Reasoned<?>> conclusions, Assessment assessment) {
    return Bearing.of(conclusions, assessment.knowledge().catalogue(), assessment.asOf());
  }

  /**
   * An instrument with all the places in it that are cited.
   *
   * @param instrument the instrument
   * @param pinpoints the places; empty for the whole of it
   * @param inSpirit whether it does not say so: the project judges in its spirit
   */
  public record Basis(Instrument instrument, String pinpoints, boolean inSpirit) {
    /** Such as {@code Art. 32 of an act}, or {@code our judgement, in the spirit of a strategy}. */
    public String text() {
      String text = new Citation(instrument, pinpoints).text();
      return inSpirit ? JUDGEMENT + text : text;
    }

    /** The same with what the instrument is and its status, as it stands on the day it is given. */
    public String stated() {
      return text() + " " + Labels.status(instrument);
    }
  }

  /**
   * What conclusions rest on and is in doubt, in words: all of it, or what a list of instruments
   * does not show.
   */
  static List<String> doubts(
      Collection<? extends Reasoned<?>> conclusions, Assessment assessment, boolean besides) {
    return conclusions.stream()
        .flatMap(each -> doubts(each, assessment).stream())
        .distinct()
        .filter(doubt -> !besides || doubt.of() != Doubt.Of.INSTRUMENT)
        .map(doubt -> Plain.text(doubt.title()) + " " + Labels.of(doubt))
        .toList();
  }

  static List<Doubt> doubts(Reasoned<?> conclusion, Assessment assessment) {
    return Doubt.of(conclusion, assessment.knowledge().catalogue(), assessment.asOf());
  }

  /** Citations with each instrument once: first what says so, then in whose spirit it is. */
  public static List<Basis> basis(Collection<Citation> citations) {
    Map<Basis, Set<String>> places = new LinkedHashMap<>();
    for (Citation citation : citations) {
      Set<String> cited =
          places.computeIfAbsent(
              new Basis(citation.instrument(), "", citation.inSpirit()),
              any -> new LinkedHashSet<>());
      if (!citation.pinpoint().isEmpty()) {
        cited.add(citation.pinpoint());
      }
    }
    return places.entrySet().stream()
        .map(
            entry ->
                new Basis(
                    entry.getKey().instrument(),
                    String.join("; ", entry.getValue()),
                    entry.getKey().inSpirit()))
        .sorted(Comparator.comparing(Basis::inSpirit))
        .toList();
  }

  /** The thresholds that a conclusion was compared with. */
  public static List<Parameter> thresholds(Reasoned<?> conclusion) {
    Set<Parameter> parameters = new LinkedHashSet<>();
    for (Reasoned<?> link : Evidence.chain(conclusion)) {
      for (Justification way : link.because()) {
        for (Premise premise : way.premises()) {
          if (premise instanceof Premise.Threshold threshold) {
            parameters.add(threshold.parameter());
          }
        }
      }
    }
    return List.copyOf(parameters);
  }

  /**
   * A value that a conclusion rests on.
   *
   * @param evidence the value
   * @param line its line; that of the fact when it has none
   * @param path such as {@code accelerators[0].product}
   * @param text the value as written; null when it is not known
   */
  record Line(Evidence evidence, int line, String path, @Nullable String text) {
    static Line of(Evidence evidence) {
      FieldOrigin origin = evidence.origin();
      return new Line(
          evidence,
          origin != null && origin.line() > 0 ? origin.line() : evidence.fact().provenance().line(),
          FactNames.path(evidence.fact(), evidence.field()),
          written(evidence));
    }

    Fact fact() {
      return evidence.fact();
    }

    /** The catalogue entry it was taken from; empty when it was stated. */
    String catalogued() {
      FieldOrigin origin = evidence.origin();
      String entry = origin == null ? null : origin.catalogueEntry();
      return entry == null ? "" : Plain.text(entry.substring(entry.indexOf('/') + 1));
    }

    /** The row of a screening list it was taken from; empty when it was stated. */
    String listed() {
      FieldOrigin origin = evidence.origin();
      return origin == null || origin.listedRow() == null
          ? ""
          : Plain.text(origin.listedRow().reference());
    }

    /** The value, by the id of its fact. */
    String named() {
      return FactNames.named(fact(), evidence.field());
    }

    /** The field, as a reader looks for it. */
    String field() {
      return fact() instanceof CountryShare ? "shares" : evidence.field();
    }

    /** Whether it is a known value of a measure of the catalogue that nobody typed. */
    boolean applied() {
      FieldOrigin origin = evidence.origin();
      return text != null
          && fact() instanceof PolicyEvent
          && !fact().provenance().inFile()
          && origin != null
          && (origin.kind() == Kind.CATALOGUE
              || origin.kind() == Kind.DERIVED
              || origin.kind() == Kind.CONFIRMED);
    }

    /** Its value, with whose word it is where the catalogue does not state it. */
    private String value() {
      FieldOrigin origin = evidence.origin();
      return origin != null && origin.kind() == Kind.CONFIRMED
          ? origin.text()
          : Names.value(Objects.requireNonNull(fact().value(field())));
    }

    boolean askedAndUnknown() {
      return evidence.origin() != null && evidence.origin().kind() == FieldOrigin.Kind.UNKNOWN;
    }

    String place() {
      return FactNames.place(fact(), line);
    }
  }

  /**
   * The measures of the catalogue that apply, each with the values that conclusions rest on, such
   * as {@code Chinese licences for graphite (mofcom-39-2023): type export_licence, status
   * in_force}.
   */
  List<String> applied(List<Line> evidence) {
    Map<Fact, List<String>> values = new LinkedHashMap<>();
    for (Line line : evidence) {
      if (line.applied()) {
        values
            .computeIfAbsent(line.fact(), fact -> new ArrayList<>())
            .add(line.field() + " " + line.value());
      }
    }
    return values.entrySet().stream()
        .map(each -> label(each.getKey()) + ": " + String.join(", ", each.getValue()))
        .toList();
  }

  /** The values that conclusions rest on, as they stand in the files; unknown values last. */
  static List<Line> evidence(Collection<? extends Reasoned<?>> conclusions) {
    Map<String, Line> lines = new LinkedHashMap<>();
    conclusions.stream()
        .flatMap(conclusion -> Evidence.of(conclusion).stream())
        .filter(evidence -> !"id".equals(evidence.field()))
        .filter(evidence -> !isOwner(evidence))
        .map(Line::of)
        .forEach(line -> lines.putIfAbsent(line.path(), line));
    return lines.values().stream()
        .sorted(
            Comparator.comparing((Line line) -> line.text() == null)
                .thenComparing(line -> line.fact().provenance().file())
                .thenComparing(line -> line.fact().section())
                .thenComparing(Line::line)
                .thenComparing(line -> line.fact().id())
                .thenComparing(Line::path))
        .toList();
  }

  /** The values without those of facts that are told of together with others. */
  List<Line> told(List<Line> evidence) {
    return evidence.stream().filter(line -> !like.isLater(line.fact())).toList();
  }

  /** What a conclusion says, for other conclusions to refer to. */
  public String named(Conclusion conclusion) {
    if (conclusion instanceof Finding finding) {
      return finding.rule();
    } else if (conclusion instanceof Recommendation recommendation) {
      return recommendation.rule();
    } else if (conclusion instanceof Concept concept) {
      return concept.text();
    }
    return label(conclusion.on());
  }

  /** A share is of a supply; the supply itself is no value of it. */
  private static boolean isOwner(Evidence evidence) {
    return evidence.fact() instanceof CountryShare && "of".equals(evidence.field());
  }

  /** What a rule waits for: values, else lists. */
  static String awaited(Undetermined waiting) {
    return waiting.awaits().isEmpty()
        ? waiting.lists().stream().map(Labels::of).distinct().collect(Collectors.joining(", "))
        : waiting.awaits().stream()
            .map(value -> named(value.fact(), value.field()))
            .collect(Collectors.joining(", "));
  }

  private static @Nullable String written(Evidence evidence) {
    FieldOrigin origin = evidence.origin();
    if (origin != null && origin.kind() == FieldOrigin.Kind.UNKNOWN) {
      return null;
    }
    Object value = evidence.fact().value(evidence.field());
    if (value == null) {
      return origin == null ? null : Plain.text(origin.text());
    }
    return Plain.text(FieldOrigin.shown(origin, value));
  }
}
