package eu.policyadvisor.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Inventoried;
import eu.policyadvisor.fact.ListedRow;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Screening;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Assessments as JSON, for other programs; {@code assessment.schema.json} describes it. */
public final class JsonReport implements Report {
  /** The schema that every document names; the number changes when a reader must change. */
  public static final String SCHEMA = "https://eu-ai-policy-advisor.example/schema/assessment-1";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(
              any -> any.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter(
                      PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(
                          Separators.Spacing.AFTER))
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")))
          .addModule(new SimpleModule().addSerializer(new Constants()))
          .build();

  private static final ObjectWriter PRETTY = MAPPER.writer();
  private static final ObjectWriter COMPACT = PRETTY.without(SerializationFeature.INDENT_OUTPUT);

  private final Versions versions;
  private final boolean statuses;

  /** A report that names the versions at hand. */
  public JsonReport() {
    this(Versions.current());
  }

  /** A report that names given versions. */
  public JsonReport(Versions versions) {
    this(versions, false);
  }

  private JsonReport(Versions versions, boolean statuses) {
    this.versions = versions;
    this.statuses = statuses;
  }

  /** The same with what came of each rule. */
  public JsonReport withStatuses() {
    return new JsonReport(versions, true);
  }

  @Override
  public String head(KnowledgeBase knowledge) {
    String head = pretty(new JsonDocument.Head(SCHEMA, madeBy(knowledge)));
    return head.substring(0, head.lastIndexOf('\n')) + ",\n  \"assessments\": [\n    ";
  }

  @Override
  public String entry(Assessment assessment) {
    // A string in JSON holds no line feed, so that all of them are layout.
    return pretty(ofSubject(assessment)).replace("\n", "\n    ");
  }

  @Override
  public boolean tellsRange() {
    return true;
  }

  @Override
  public String between() {
    return ",\n    ";
  }

  @Override
  public String tail(KnowledgeBase knowledge) {
    return "\n  ]\n}\n";
  }

  @Override
  public String render(List<Assessment> assessments) {
    return assessments.isEmpty()
        ? document(new JsonDocument(SCHEMA, madeBy(null), List.of()))
        : Report.super.render(assessments);
  }

  /** Writes JSON as this report does, under other names. */
  static ObjectWriter writer(PropertyNamingStrategy names) {
    return MAPPER.rebuild().propertyNamingStrategy(names).build().writer();
  }

  /** JSON in which nothing is hidden from a person who reads it. */
  static String written(ObjectWriter writer, Object value) {
    return Plain.json(writer.writeValueAsString(value));
  }

  /** JSON as this report lays it out. */
  public static String pretty(Object value) {
    return written(PRETTY, value);
  }

  /** The same with a line feed at its end. */
  public static String document(Object value) {
    return pretty(value) + "\n";
  }

  /** JSON on one line. */
  static String compact(Object value) {
    return written(COMPACT, value);
  }

  JsonDocument.MadeBy madeBy(@Nullable KnowledgeBase knowledge) {
    YearMonth sourcesTo = knowledge == null ? null : knowledge.catalogue().sourcesTo();
    return new JsonDocument.MadeBy(
        versions.program(),
        knowledge == null ? null : knowledge.version(),
        knowledge == null ? null : knowledge.catalogue().compiled(),
        sourcesTo == null ? null : sourcesTo.toString(),
        versions.drools());
  }

  /** One assessment of the document. */
  public JsonDocument.OfSubject ofSubject(Assessment assessment) {
    Subject subject = assessment.facts().subject();
    FactNames wording = new FactNames(assessment.facts());
    Answers answers = new Answers(assessment, wording);
    return new JsonDocument.OfSubject(
        new JsonDocument.Actor(subject.id(), subject.label(), subject.type(), subject.country()),
        assessment.facts().title(),
        assessment.facts().question(),
        assessment.asOf(),
        assessment.stance(),
        assessment.carrying().stream().map(item -> item.fact().id()).toList(),
        assessment.items().stream().map(item -> item(item, answers)).toList(),
        range(assessment.range(), new Turns(assessment, wording)),
        assessment.findings().stream().map(each -> found(each, assessment)).toList(),
        Ranked.all(assessment).stream()
            .flatMap(
                ranked ->
                    ranked.recommendations().stream()
                        .map(each -> advised(ranked.rank(), each, wording, assessment)))
            .toList(),
        assessment.superseded().stream().map(each -> yielding(each, wording)).toList(),
        assessment.unknowns().stream().map(JsonReport::open).toList(),
        assessment.notStated().stream().map(Section::key).toList(),
        assessment.undeterminedFindings().stream()
            .map(
                each ->
                    new JsonDocument.Waiting(
                        each.rule().id(),
                        each.rule().title(),
                        each.awaits().stream().map(JsonReport::path).toList()))
            .toList(),
        statuses
            ? assessment.statuses().entrySet().stream()
                .map(each -> new JsonDocument.OfRule(each.getKey(), each.getValue()))
                .toList()
            : null,
        assessment.contradictions().stream()
            .map(
                each ->
                    new JsonDocument.Clash(
                        List.of(each.one().card().id(), each.other().card().id()),
                        place(each.one().conclusion().on())))
            .toList(),
        assessment.concepts().stream().map(JsonReport::derived).toList(),
        assessment.screening() == null ? null : screened(assessment.screening()),
        inventory(assessment.inventoried()),
        compared(assessment));
  }

  private static JsonDocument.OfItem item(Item item, Answers answers) {
    return new JsonDocument.OfItem(
        place(item.fact()),
        item.stance(),
        item.gravest().orElse(null),
        answers.reason(item).text(),
        item.advice().stream().map(each -> each.card().id()).distinct().toList(),
        item.findings().stream().map(each -> each.card().id()).distinct().toList(),
        item.awaits().stream().map(JsonReport::path).toList(),
        item.tried(),
        item.uncovered().stream()
            .map(
                each ->
                    new JsonDocument.NotCovered(
                        each.id(), each.title(), each.law(), each.turnTo(), each.says()))
            .toList(),
        item.through() == null ? null : item.through().id());
  }

  private static JsonDocument.@Nullable Range range(@Nullable Range range, Turns turns) {
    return range == null
        ? null
        : new JsonDocument.Range(
            range.turns().stream()
                .map(
                    turn ->
                        new JsonDocument.Turn(
                            place(turn.on()),
                            turn.now(),
                            turn.then(),
                            path(turn.value()),
                            turn.when().stream().map(Names::value).toList(),
                            turn.rule(),
                            turns.sentence(turn)))
                .toList(),
            range.tried().stream().map(JsonReport::path).toList(),
            range.untried().stream().map(JsonReport::path).toList(),
            range.runs());
  }

  private static JsonDocument.@Nullable Inventory inventory(@Nullable Inventoried inventoried) {
    return inventoried == null
        ? null
        : new JsonDocument.Inventory(inventoried.entries(), inventoried.unused());
  }

  private static JsonDocument.Screened screened(Screening screening) {
    return new JsonDocument.Screened(
        screening.lists().stream()
            .map(
                each ->
                    new JsonDocument.Asked(
                        each.id(),
                        each.title(),
                        each.date(),
                        each.dated(),
                        each.days(),
                        each.old(),
                        each.rows(),
                        each.sha256()))
            .toList(),
        screening.remarks().stream()
            .map(
                each ->
                    new JsonDocument.Remarked(
                        each.kind(), each.fact(), each.field(), each.text(), row(each.row())))
            .toList());
  }

  private static JsonDocument.Row row(ListedRow row) {
    return new JsonDocument.Row(
        row.list(),
        row.date(),
        row.line(),
        row.name(),
        row.source(),
        row.effect(),
        row.since(),
        row.how());
  }

  private static JsonDocument.@Nullable Compared compared(Assessment assessment) {
    Triage.Since since = assessment.triage().since();
    if (since == null) {
      return null;
    }
    String file = stated(assessment.facts().provenance().file());
    return new JsonDocument.Compared(
        since.file(),
        since.unchanged().stream().map(each -> earlier(each, file)).toList(),
        since.gone().stream().map(each -> earlier(each, null)).toList());
  }

  private static JsonDocument.Earlier earlier(Triage.Known known, @Nullable String file) {
    return new JsonDocument.Earlier(
        known.kind(), known.rule(), known.on(), known.fingerprint(), file);
  }

  private static JsonDocument.@Nullable Waived waived(
      Reasoned<Finding> finding, Assessment assessment) {
    return assessment
        .waiver(finding)
        .or(() -> assessment.expiredWaiver(finding))
        .map(
            waiver ->
                new JsonDocument.Waived(
                    waiver.reason(),
                    waiver.approver(),
                    waiver.expires(),
                    waiver.isExpired(assessment.asOf()),
                    waiver.ticket(),
                    waiver.provenance().file(),
                    waiver.provenance().line()))
        .orElse(null);
  }

  private static JsonDocument.Found found(Reasoned<Finding> finding, Assessment assessment) {
    RuleCard card = finding.card();
    return new JsonDocument.Found(
        card.id(),
        card.title(),
        card.summary(),
        Assessment.severity(finding),
        sureness(finding.confidence()),
        card.keyPoints(),
        card.layer(),
        place(finding.conclusion().on()),
        FactNames.evidence(List.of(finding)).stream().map(JsonReport::value).toList(),
        FactNames.thresholds(finding).stream()
            .map(p -> new JsonDocument.Threshold(p.name(), p.value(), p.reference(), p.verified()))
            .toList(),
        FactNames.concepts(finding).stream().map(JsonReport::derived).toList(),
        FactNames.citations(List.of(finding), assessment).stream().map(JsonReport::cited).toList(),
        doubts(finding, assessment),
        assessment.fingerprint(finding),
        waived(finding, assessment));
  }

  private static JsonDocument.Advised advised(
      int rank, Reasoned<Recommendation> recommendation, FactNames wording, Assessment assessment) {
    RuleCard.Advice advice = Ranked.advice(recommendation);
    return new JsonDocument.Advised(
        rank,
        recommendation.card().id(),
        wording.action(recommendation),
        wording.shortForm(List.of(recommendation)),
        wording.doneWhen(List.of(recommendation)),
        advice.addressee(),
        wording.addressee(recommendation),
        advice.urgency(),
        advice.strength(),
        advice.stance(),
        place(recommendation.conclusion().on()),
        FactNames.findings(List.of(recommendation)).stream()
            .map(f -> f.card().id())
            .distinct()
            .toList(),
        sureness(recommendation.confidence()),
        FactNames.citations(List.of(recommendation), assessment).stream()
            .map(JsonReport::cited)
            .toList(),
        doubts(recommendation, assessment),
        assessment.fingerprint(recommendation),
        assessment.isPresumed(recommendation),
        assessment.restsOnWaivers(recommendation));
  }

  private static List<JsonDocument.Doubted> doubts(Reasoned<?> conclusion, Assessment assessment) {
    return FactNames.doubts(conclusion, assessment).stream()
        .map(d -> new JsonDocument.Doubted(d.kind(), d.of(), d.id(), d.title(), d.since()))
        .toList();
  }

  private static JsonDocument.Yielding yielding(Superseded superseded, FactNames wording) {
    Reasoned<Recommendation> recommendation = superseded.recommendation();
    return new JsonDocument.Yielding(
        recommendation.card().id(),
        wording.action(recommendation),
        place(recommendation.conclusion().on()),
        wording.named(superseded.by().conclusion().by()),
        superseded.by().card().id(),
        superseded.by().card().summary());
  }

  private static JsonDocument.Open open(Assessment.Unknown unknown) {
    OpenValue value = unknown.value();
    FieldOrigin origin = value.fact().provenance().fields().get(value.field());
    boolean inFile = value.fact().provenance().inFile();
    return new JsonDocument.Open(
        path(value),
        value.fact().id(),
        value.field(),
        value.asked(),
        unknown.rules(),
        inFile ? value.fact().provenance().file() : null,
        position(
            origin == null || origin.line() == 0
                ? value.fact().provenance().line()
                : origin.line()));
  }

  private static String path(OpenValue value) {
    return FactNames.path(value.fact(), value.field());
  }

  private static JsonDocument.Place place(Fact fact) {
    var provenance = fact.provenance();
    return new JsonDocument.Place(
        fact.id(),
        fact.label(),
        fact.section().key(),
        stated(provenance.path()),
        stated(provenance.file()),
        position(provenance.line()),
        position(provenance.column()));
  }

  private static JsonDocument.Value value(FactNames.Line line) {
    FieldOrigin origin = line.evidence().origin();
    var provenance = line.fact().provenance();
    return new JsonDocument.Value(
        line.path(),
        line.fact().id(),
        line.field(),
        line.text(),
        origin == null ? null : origin.kind(),
        stated(provenance.file()),
        position(line.line()),
        position(origin != null && origin.line() > 0 ? origin.column() : provenance.column()),
        origin == null ? null : origin.catalogueEntry(),
        origin == null || origin.listedRow() == null ? null : row(origin.listedRow()));
  }

  private static JsonDocument.Derived derived(Reasoned<Concept> concept) {
    return new JsonDocument.Derived(
        FactNames.rules(concept),
        concept.conclusion().text(),
        concept.conclusion().on().id(),
        sureness(concept.confidence()));
  }

  static JsonDocument.Cited cited(Citation citation) {
    Instrument instrument = citation.instrument();
    return new JsonDocument.Cited(
        instrument.id(),
        instrument.title(),
        stated(citation.pinpoint()),
        instrument.reference(),
        instrument.date(),
        instrument.link(),
        instrument.status(),
        instrument.verified(),
        instrument.reviewOn(),
        confirmed(instrument.confirmation()));
  }

  private static JsonDocument.@Nullable Confirmed confirmed(@Nullable Confirmation word) {
    return word == null
        ? null
        : new JsonDocument.Confirmed(
            word.who(),
            word.date(),
            word.until(),
            word.source(),
            word.note(),
            stated(word.provenance().file()),
            position(word.provenance().line()));
  }

  private static JsonDocument.Sureness sureness(Confidence confidence) {
    return new JsonDocument.Sureness(confidence.value(), confidence.words());
  }

  /** The text; null where there is none. */
  public static @Nullable String stated(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The number; null where there is none. */
  public static @Nullable Integer position(int number) {
    return number > 0 ? number : null;
  }

  /** Writes constants as fact files do. */
  @SuppressWarnings("rawtypes") // Jackson asks for the raw type
  private static final class Constants extends StdSerializer<Enum> {
    private Constants() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum value, JsonGenerator out, SerializationContext context) {
      out.writeString(Names.inFile(value));
    }
  }
}
