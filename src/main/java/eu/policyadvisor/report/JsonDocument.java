package eu.policyadvisor.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.fact.Screening;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.rule.Addressee;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Urgency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the JSON report; the JSON Schema of results is made from it.
 *
 * @param schema the schema this document follows
 * @param madeBy what made it
 * @param assessments one for each fact set
 */
public record JsonDocument(String schema, MadeBy madeBy, List<OfSubject> assessments) {

  /** What stands before the assessments. */
  record Head(String schema, MadeBy madeBy) {}

  /** A line of JSON Lines; the JSON Schema of lines is made from it. */
  record Line(
      String schema,
      MadeBy madeBy,
      @Nullable String file,
      @Nullable Integer line,
      @JsonUnwrapped OfSubject assessment) {}

  /** Versions of everything the result depends on besides the facts. */
  public record MadeBy(
      String program,
      @Nullable String rules,
      @Nullable LocalDate catalogue,
      @Nullable String sourcesTo,
      String drools) {}

  /** The assessment of one fact set. */
  public record OfSubject(
      Actor subject,
      @Nullable String title,
      @Nullable String question,
      LocalDate asOf,
      Stance stance,
      List<String> carriedBy,
      List<OfItem> items,
      @Nullable Range range,
      List<Found> findings,
      List<Advised> recommendations,
      List<Yielding> superseded,
      List<Open> unknowns,
      List<String> notStated,
      List<Waiting> undetermined,
      @Nullable List<OfRule> rules,
      List<Clash> contradictions,
      List<Derived> concepts,
      @Nullable Screened screening,
      @Nullable Inventory inventory,
      @Nullable Compared baseline) {}

  /** The answer on one item. */
  public record OfItem(
      Place on,
      Stance stance,
      @Nullable Severity severity,
      String reason,
      List<String> advice,
      List<String> findings,
      List<String> awaits,
      List<String> tried,
      List<NotCovered> notCovered,
      @Nullable String through) {}

  /** A question that the rules do not answer. */
  public record NotCovered(String id, String title, String law, String turnTo, String says) {}

  /** What the answers could become. */
  public record Range(List<Turn> turns, List<String> tried, List<String> untried, int runs) {}

  /** That a value would turn an answer. */
  public record Turn(
      Place on,
      Stance now,
      Stance then,
      String path,
      List<String> when,
      @Nullable String rule,
      String text) {}

  /** What came of a rule. */
  public record OfRule(String rule, RuleStatus status) {}

  /** The actor that is advised. */
  public record Actor(
      String id, String label, @Nullable List<SubjectType> type, @Nullable String country) {}

  /** A finding. */
  public record Found(
      String rule,
      String title,
      String summary,
      Severity severity,
      Sureness confidence,
      List<Integer> keyPoints,
      Layer layer,
      Place on,
      List<Value> evidence,
      List<Threshold> thresholds,
      List<Derived> chain,
      List<Cited> citations,
      List<Doubted> doubts,
      String fingerprint,
      @Nullable Waived waiver) {}

  /** A waiver. */
  public record Waived(
      String reason,
      String approver,
      LocalDate expires,
      boolean expired,
      @Nullable String ticket,
      String file,
      int line) {}

  /** What an earlier report held. */
  public record Compared(String file, List<Earlier> unchanged, List<Earlier> gone) {}

  /** A finding or recommendation of an earlier report. */
  public record Earlier(
      Triage.Kind kind, String rule, String on, String fingerprint, @Nullable String file) {}

  /** Something that is in doubt. */
  public record Doubted(
      Doubt.Kind kind, Doubt.Of of, String id, String title, @Nullable LocalDate since) {}

  /** How far something can be relied on. */
  public record Sureness(BigDecimal value, String words) {}

  /** A fact and where it stands. */
  public record Place(
      String id,
      String label,
      String section,
      @Nullable String path,
      @Nullable String file,
      @Nullable Integer line,
      @Nullable Integer column) {}

  /** A value of a fact. */
  public record Value(
      String path,
      String fact,
      String field,
      @Nullable String text,
      FieldOrigin.@Nullable Kind origin,
      @Nullable String file,
      @Nullable Integer line,
      @Nullable Integer column,
      @Nullable String catalogueEntry,
      @Nullable Row listedRow) {}

  /** A row of a screening list. */
  public record Row(
      String list,
      LocalDate date,
      int line,
      String name,
      String source,
      String effect,
      @Nullable LocalDate since,
      String how) {}

  /** What an inventory lists from which facts were made. */
  public record Inventory(int entries, int unused) {}

  /** What screening lists say. */
  public record Screened(List<Asked> lists, List<Remarked> remarks) {}

  /** A screening list that was asked. */
  public record Asked(
      String id,
      String title,
      LocalDate date,
      boolean dated,
      long days,
      boolean old,
      int rows,
      String sha256) {}

  /** What a screening list says about a fact. */
  public record Remarked(
      Screening.Kind kind, String fact, @Nullable String field, String text, Row row) {}

  /** A number that a rule compared with. */
  public record Threshold(String name, BigDecimal value, String reference, boolean verified) {}

  /** A derived concept. */
  public record Derived(List<String> rules, String text, String on, Sureness confidence) {}

  /** A place in a law, guidance or report. */
  public record Cited(
      String instrument,
      String title,
      @Nullable String pinpoint,
      @Nullable String reference,
      LocalDate date,
      @Nullable String link,
      InstrumentStatus status,
      boolean verified,
      @Nullable LocalDate reviewOn,
      @Nullable Confirmed confirmed) {}

  /** Whose word a legal state is that the catalogue does not know. */
  public record Confirmed(
      String who,
      LocalDate date,
      @Nullable LocalDate until,
      String source,
      @Nullable String note,
      @Nullable String file,
      @Nullable Integer line) {}

  /** A recommendation. */
  public record Advised(
      int rank,
      String rule,
      String action,
      @Nullable String shortForm,
      @Nullable String doneWhen,
      Addressee addressee,
      String addresseeLabel,
      Urgency urgency,
      Strength strength,
      Stance stance,
      Place on,
      List<String> because,
      Sureness confidence,
      List<Cited> citations,
      List<Doubted> doubts,
      String fingerprint,
      boolean presumed,
      boolean waived) {}

  /** A recommendation that yields. */
  public record Yielding(
      String rule, String action, Place on, String by, String precedence, String why) {}

  /** A value that is not known. */
  public record Open(
      String path,
      String fact,
      String field,
      boolean asked,
      List<String> rules,
      @Nullable String file,
      @Nullable Integer line) {}

  /** A rule that waits for values. */
  public record Waiting(String rule, String title, List<String> awaits) {}

  /** Two recommendations that cannot both be followed. */
  public record Clash(List<String> rules, Place on) {}
}
