package eu.policyadvisor.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.fact.Screening;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.rule.Addressee;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Urgency;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the JSON report; the JSON Schema of results is made from it.
 *
 * @param schema the schema this document follows
 * @param madeBy what made it
 * @param assessments one for each fact set
 */
public record JsonDocument(
    @JsonPropertyDescription(
            "The schema this document follows; its number changes when a reader must.")
        String schema,
    @JsonPropertyDescription("What made it.") MadeBy madeBy,
    @JsonPropertyDescription("One for each fact set, in the order in which they were given.")
        List<OfSubject> assessments) {

  /** What a component holds, in words; empty where its name says it. */
  public static Optional<String> description(RecordComponent component) {
    return Optional.ofNullable(component.getAccessor().getAnnotation(JsonPropertyDescription.class))
        .map(JsonPropertyDescription::value);
  }

  /** What stands before the assessments. */
  record Head(String schema, MadeBy madeBy) {}

  /** A line of JSON Lines; the JSON Schema of lines is made from it. */
  record Line(
      @JsonPropertyDescription(
              "The schema this line follows; its number changes when a reader must.")
          String schema,
      @JsonPropertyDescription("What made it.") MadeBy madeBy,
      @JsonPropertyDescription("The file that holds the fact set.") @Nullable String file,
      @JsonPropertyDescription("The line at which the fact set begins, from 1.")
          @Nullable Integer line,
      @JsonUnwrapped OfSubject assessment) {}

  /** Versions of everything the result depends on besides the facts. */
  public record MadeBy(
      @JsonPropertyDescription("Version of the program.") String program,
      @JsonPropertyDescription("Version of the rules.") @Nullable String rules,
      @JsonPropertyDescription("The day the reference catalogue was compiled.")
          @Nullable LocalDate catalogue,
      @JsonPropertyDescription("Version of the rule engine.") String drools) {}

  /** The assessment of one fact set. */
  public record OfSubject(
      @JsonPropertyDescription("Who the advice is for.") Actor subject,
      @JsonPropertyDescription("The heading of the fact set.") @Nullable String title,
      @JsonPropertyDescription("The date the advice is given for.") LocalDate asOf,
      @JsonPropertyDescription("The sum of the live recommendations.") Stance stance,
      @JsonPropertyDescription("What the rules hold true, the gravest first.") List<Found> findings,
      @JsonPropertyDescription(
              "What someone should do: the subject first, then others; the most pressing first.")
          List<Advised> recommendations,
      @JsonPropertyDescription("Recommendations that yield to something else.")
          List<Yielding> superseded,
      @JsonPropertyDescription(
              "Values that are not known and matter, those that settle most rules first.")
          List<Open> unknowns,
      @JsonPropertyDescription(
              "Lists that the fact set does not state; an empty list would say that there are"
                  + " none.")
          List<String> notStated,
      @JsonPropertyDescription("Rules that can neither conclude nor be cleared.")
          List<Waiting> undetermined,
      @JsonPropertyDescription("What came of each rule, where that was asked for.")
          @Nullable List<OfRule> rules,
      @JsonPropertyDescription(
              "Recommendations that cannot both be followed: an error of the knowledge base.")
          List<Clash> contradictions,
      @JsonPropertyDescription("Derived concepts on which the findings build.")
          List<Derived> concepts,
      @JsonPropertyDescription("What screening lists say, where they were asked.")
          @Nullable Screened screening,
      @JsonPropertyDescription(
              "How it compares with an earlier report, where that was asked for; findings and"
                  + " recommendations are those that are new.")
          @Nullable Compared baseline) {}

  /** What came of a rule. */
  public record OfRule(
      @JsonPropertyDescription("Id of the rule.") String rule, RuleStatus status) {}

  /** The actor that is advised. */
  public record Actor(
      String id,
      @JsonPropertyDescription("What a report calls it.") String label,
      @Nullable SubjectType type,
      @JsonPropertyDescription("ISO 3166-1 alpha-2.") @Nullable String country) {}

  /** A finding. */
  public record Found(
      @JsonPropertyDescription("Id of the rule.") String rule,
      String title,
      @JsonPropertyDescription("One sentence that says what is so.") String summary,
      Severity severity,
      Sureness confidence,
      @JsonPropertyDescription("The key points, 1 to 7, that the rule serves.")
          List<Integer> keyPoints,
      @JsonPropertyDescription("The layer of the AI stack.") Layer layer,
      @JsonPropertyDescription("The fact it is about.") Place on,
      @JsonPropertyDescription("The values it rests on.") List<Value> evidence,
      @JsonPropertyDescription("The thresholds it was compared with.") List<Threshold> thresholds,
      @JsonPropertyDescription("The derived concepts it rests on, nearest first.")
          List<Derived> chain,
      List<Cited> citations,
      @JsonPropertyDescription("What it rests on that is not verified or to be confirmed.")
          List<Doubted> doubts,
      @JsonPropertyDescription(
              "What tells it from others over time: rule, subject, fact, severity and the values it"
                  + " rests on.")
          String fingerprint,
      @JsonPropertyDescription("The waiver that accepts or accepted it.")
          @Nullable Waived waiver) {}

  /** A waiver. */
  public record Waived(
      @JsonPropertyDescription("Why the finding is accepted.") String reason,
      @JsonPropertyDescription("Who accepts it.") String approver,
      @JsonPropertyDescription("The first day on which the waiver no longer counts.")
          LocalDate expires,
      @JsonPropertyDescription("Whether that day has come, so that the finding counts.")
          boolean expired,
      @JsonPropertyDescription("Where the decision is recorded.") @Nullable String ticket,
      @JsonPropertyDescription("The file of waivers.") String file,
      @JsonPropertyDescription("The line of the waiver, from 1.") int line) {}

  /** What an earlier report held. */
  public record Compared(
      @JsonPropertyDescription("The earlier report.") String file,
      @JsonPropertyDescription("What both hold; it is not among findings and recommendations.")
          List<Earlier> unchanged,
      @JsonPropertyDescription("What only the earlier one holds.") List<Earlier> gone) {}

  /** A finding or recommendation of an earlier report. */
  public record Earlier(
      Triage.Kind kind,
      @JsonPropertyDescription("Id of the rule.") String rule,
      @JsonPropertyDescription("Id of the fact it is about.") String on,
      String fingerprint,
      @JsonPropertyDescription("The file of the facts.") @Nullable String file) {}

  /** Something that is in doubt. */
  public record Doubted(
      @JsonPropertyDescription("Why it is in doubt.") Doubt.Kind kind,
      @JsonPropertyDescription("What is in doubt.") Doubt.Of of,
      @JsonPropertyDescription("Its id; of a catalogue entry with its part before it.") String id,
      String title,
      @JsonPropertyDescription(
              "The day from which its status is to be confirmed, or from which a rule has a basis.")
          @Nullable LocalDate since) {}

  /** How far something can be relied on. */
  public record Sureness(
      @JsonPropertyDescription(
              "From 0 to 1: the weakest link of the strongest chain, times nine tenths for each"
                  + " kind of doubt.")
          BigDecimal value,
      @JsonPropertyDescription("high from 0.75, medium from 0.5, low below.") String words) {}

  /** A fact and where it stands. */
  public record Place(
      String id,
      @JsonPropertyDescription("What a report calls it.") String label,
      @JsonPropertyDescription("The list it stands in, or subject.") String section,
      @JsonPropertyDescription("Such as accelerators[0].") @Nullable String path,
      @Nullable String file,
      @JsonPropertyDescription("From 1.") @Nullable Integer line,
      @JsonPropertyDescription("From 1.") @Nullable Integer column) {}

  /** A value of a fact. */
  public record Value(
      @JsonPropertyDescription("Such as accelerators[0].product.") String path,
      @JsonPropertyDescription("Id of the fact.") String fact,
      String field,
      @JsonPropertyDescription("The value as written; missing when it is not known.")
          @Nullable String text,
      @JsonPropertyDescription(
              "How the field came by its value; missing for facts that stand in no file, and for"
                  + " fields on which the file is silent.")
          FieldOrigin.@Nullable Kind origin,
      @Nullable String file,
      @Nullable Integer line,
      @Nullable Integer column,
      @JsonPropertyDescription("The catalogue entry the value was taken from.")
          @Nullable String catalogueEntry,
      @JsonPropertyDescription("The row of a screening list the value was taken from.")
          @Nullable Row listedRow) {}

  /** A row of a screening list. */
  public record Row(
      @JsonPropertyDescription("Id of the list.") String list,
      @JsonPropertyDescription("The day the list is of.") LocalDate date,
      @JsonPropertyDescription("From 1, in the file of the list.") int line,
      @JsonPropertyDescription("The name as listed.") String name,
      @JsonPropertyDescription("Whose list it is.") String source,
      @JsonPropertyDescription("What the listing does in law, in the words of the list.")
          String effect,
      @JsonPropertyDescription("The day it was listed.") @Nullable LocalDate since,
      @JsonPropertyDescription("Which words agree, and what does not.") String how) {}

  /** What screening lists say. */
  public record Screened(
      @JsonPropertyDescription("The lists that were asked.") List<Asked> lists,
      @JsonPropertyDescription("What they say about the facts.") List<Remarked> remarks) {}

  /** A screening list that was asked. */
  public record Asked(
      String id,
      @JsonPropertyDescription("What it is.") String title,
      @JsonPropertyDescription("The day it is of.") LocalDate date,
      @JsonPropertyDescription("Whether somebody says so; else it is the day of import.")
          boolean dated,
      @JsonPropertyDescription("How old it is on the date of the advice.") long days,
      @JsonPropertyDescription("Whether it is older than 30 days then.") boolean old,
      @JsonPropertyDescription("How many parties it holds.") int rows,
      String sha256) {}

  /** What a screening list says about a fact. */
  public record Remarked(
      @JsonPropertyDescription("What follows from it.") Screening.Kind kind,
      @JsonPropertyDescription("Id of the fact.") String fact,
      @JsonPropertyDescription("The field that it concerns.") @Nullable String field,
      @JsonPropertyDescription("In a sentence.") String text,
      Row row) {}

  /** A number that a rule compared with. */
  public record Threshold(
      String name,
      BigDecimal value,
      String reference,
      @JsonPropertyDescription("Whether it was checked against its source.") boolean verified) {}

  /** A derived concept. */
  public record Derived(
      @JsonPropertyDescription("Ids of the rules that derived it.") List<String> rules,
      @JsonPropertyDescription("The concept in words.") String text,
      @JsonPropertyDescription("Id of the fact it is about.") String on,
      Sureness confidence) {}

  /** A place in a law, guidance or report. */
  public record Cited(
      @JsonPropertyDescription("Its id in the reference catalogue.") String instrument,
      String title,
      @JsonPropertyDescription("The place in it; missing for the whole of it.")
          @Nullable String pinpoint,
      @JsonPropertyDescription("Its official identifier.") @Nullable String reference,
      @Nullable LocalDate date,
      @JsonPropertyDescription("Where it can be read.") @Nullable String link,
      @JsonPropertyDescription("Its legal state.") Instrument.Status status,
      @JsonPropertyDescription("Whether its content was checked against a source.")
          boolean verified,
      @JsonPropertyDescription("The day from which its status is to be confirmed.")
          @Nullable LocalDate reviewOn) {}

  /** A recommendation. */
  public record Advised(
      @JsonPropertyDescription(
              "Its number, the same in every format; what one rule recommends about several facts"
                  + " shares one.")
          int rank,
      @JsonPropertyDescription("Id of the rule.") String rule,
      @JsonPropertyDescription("What to do.") String action,
      Addressee addressee,
      @JsonPropertyDescription("Who that is here.") String addresseeLabel,
      Urgency urgency,
      Strength strength,
      Stance stance,
      @JsonPropertyDescription("The fact it is about.") Place on,
      @JsonPropertyDescription("Ids of the rules whose findings it answers.") List<String> because,
      Sureness confidence,
      List<Cited> citations,
      @JsonPropertyDescription("What it rests on that is not verified or to be confirmed.")
          List<Doubted> doubts,
      @JsonPropertyDescription(
              "What tells it from others over time: rule, subject, fact and the values it rests"
                  + " on.")
          String fingerprint,
      @JsonPropertyDescription("Whether waivers accept every finding it answers; it stands.")
          boolean waived) {}

  /** A recommendation that yields. */
  public record Yielding(
      @JsonPropertyDescription("Id of the rule whose recommendation yields.") String rule,
      @JsonPropertyDescription("What it recommended.") String action,
      @JsonPropertyDescription("The fact it is about.") Place on,
      @JsonPropertyDescription("What prevails: id of a rule, or a derived concept in words.")
          String by,
      @JsonPropertyDescription("Id of the rule of precedence.") String precedence,
      @JsonPropertyDescription("Why it prevails.") String why) {}

  /** A value that is not known. */
  public record Open(
      @JsonPropertyDescription("Such as accelerators[0].purpose.") String path,
      @JsonPropertyDescription("Id of the fact.") String fact,
      String field,
      @JsonPropertyDescription("Whether the file says unknown, as opposed to saying nothing.")
          boolean asked,
      @JsonPropertyDescription("Ids of the rules it settles.") List<String> rules,
      @Nullable String file,
      @Nullable Integer line) {}

  /** A rule that waits for values. */
  public record Waiting(
      @JsonPropertyDescription("Id of the rule.") String rule,
      String title,
      @JsonPropertyDescription("The values, as paths.") List<String> awaits) {}

  /** Two recommendations that cannot both be followed. */
  public record Clash(
      @JsonPropertyDescription("Ids of the two rules.") List<String> rules,
      @JsonPropertyDescription("The fact they are about.") Place on) {}
}
