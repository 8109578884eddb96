package eu.policyadvisor.report.explanation;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.explain.ProofNode;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.report.FactNames;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.report.YamlPatch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explanations as JSON, for other programs; {@code explanation.schema.json} describes them. */
public final class ExplanationJson implements ExplanationReport {
  /** The schema that every document names; the number changes when a reader must change. */
  public static final String SCHEMA = "https://eu-ai-policy-advisor.example/schema/explanation-2";

  /** The shape of a document; the JSON Schema is made from it. */
  record Document(
      @JsonPropertyDescription("The schema this document follows.") String schema,
      @JsonPropertyDescription("One for each fact set.") List<OfSubject> explained) {}

  /** What is explained for one fact set. */
  record OfSubject(
      @JsonPropertyDescription("Id of the subject.") String subject,
      @JsonPropertyDescription("The file, as it was named.") @Nullable String file,
      @JsonPropertyDescription("The date the advice is given for.") LocalDate asOf,
      @JsonPropertyDescription("The rules that are explained.") List<OfRule> rules) {}

  /** What came of one rule. */
  record OfRule(
      @JsonPropertyDescription("Id of the rule.") String rule,
      @JsonPropertyDescription("Its title.") String title,
      @JsonPropertyDescription("What came of it.") RuleStatus status,
      @JsonPropertyDescription("First day on which the rule holds.") @Nullable LocalDate effective,
      @JsonPropertyDescription("First day on which it no longer holds.")
          @Nullable LocalDate expires,
      @JsonPropertyDescription("The reasons of each conclusion.") List<Reason> proofs,
      @JsonPropertyDescription("What its recommendations yield to: ids of rules of precedence.")
          List<String> yieldsTo,
      @JsonPropertyDescription("What keeps it from concluding, for the nearest facts.")
          List<Reason> obstacles,
      @JsonPropertyDescription(
              "The smallest edit found that makes it conclude, as YAML in the shape of a fact file;"
                  + " it was applied and run.")
          @Nullable String remedy,
      @JsonPropertyDescription("Whether an edit was looked for and none was found.")
          boolean editSearchedInVain,
      @JsonPropertyDescription(
              "What the fact that was asked about has to do with the rule, when it is of another"
                  + " kind than the rule is about.")
          @Nullable String elsewhere,
      @JsonPropertyDescription("The values it waits for.") List<Open> waitsFor,
      @JsonPropertyDescription("The lists it waits for, which the fact set does not state.")
          List<String> waitsForLists) {}

  /** A value that is not known. */
  record Open(
      @JsonPropertyDescription("Id of the fact.") String fact,
      @JsonPropertyDescription("The list that holds it, or subject.") String list,
      @JsonPropertyDescription("The field, as a fact file names it.") String field) {}

  /** A line of reasons. */
  record Reason(
      @JsonPropertyDescription("What it says.") String text,
      @JsonPropertyDescription("What stands here.") ProofNode.@Nullable Kind kind,
      @JsonPropertyDescription("The number by which a conclusion is referred to.")
          @Nullable Integer number,
      @JsonPropertyDescription("The rule that concluded it.") @Nullable String rule,
      @JsonPropertyDescription("How sure the conclusion is, from 0 to 1.")
          @Nullable BigDecimal confidence,
      @JsonPropertyDescription("The legal basis.") @Nullable List<String> basis,
      @JsonPropertyDescription("Id of the fact that it is about.") @Nullable String fact,
      @JsonPropertyDescription("Where a value stands in the file, such as accelerators[0].product.")
          @Nullable String path,
      @JsonPropertyDescription(
              "The file a value stands in; of a catalogue value that of the fact it completes.")
          @Nullable String file,
      @JsonPropertyDescription("Its line, from 1.") @Nullable Integer line,
      @JsonPropertyDescription("Its column, from 1.") @Nullable Integer column,
      @JsonPropertyDescription("The value as written.") @Nullable String value,
      @JsonPropertyDescription("Where a value comes from that no file states.")
          @Nullable String source,
      @JsonPropertyDescription("What it rests on.") List<Reason> because) {

    /** A line that says all in words. */
    Reason(String text, List<Reason> because) {
      this(text, null, null, null, null, null, null, null, null, null, null, null, null, because);
    }
  }

  @Override
  public String render(List<Explained> explained) {
    return JsonReport.document(
        new Document(SCHEMA, explained.stream().map(ExplanationJson::of).toList()));
  }

  private static OfSubject of(Explained explained) {
    var facts = explained.assessment().facts();
    String file = facts.provenance().file();
    return new OfSubject(
        facts.subject().id(),
        JsonReport.stated(file),
        explained.assessment().asOf(),
        explained.explanations().stream().map(each -> of(each, explained)).toList());
  }

  private static OfRule of(Explanation explanation, Explained explained) {
    return new OfRule(
        explanation.rule().id(),
        explanation.rule().title(),
        explanation.status(),
        explanation.rule().effective(),
        explanation.rule().expires(),
        explanation.proofs().stream().map(ExplanationJson::of).toList(),
        explanation.superseded().stream().map(each -> each.by().card().id()).toList(),
        explanation.nearest() == null
            ? List.of()
            : Reasons.obstacles(explanation.nearest()).stream().map(ExplanationJson::of).toList(),
        explanation.remedy() == null
            ? null
            : String.join("\n", YamlPatch.of(explanation.remedy(), explained.assessment().facts())),
        explanation.searchedInVain(),
        explanation.elsewhere() == null
            ? null
            : Reasons.status(explanation, explained.assessment().asOf()),
        explanation.waits() == null
            ? List.of()
            : explanation.waits().awaits().stream()
                .map(open -> new Open(open.fact().id(), open.fact().section().key(), open.field()))
                .toList(),
        explanation.waits() == null
            ? List.of()
            : explanation.waits().lists().stream().map(Section::key).toList());
  }

  private static Reason of(ProofNode node) {
    boolean inFile = node.line() > 0 && node.number() == 0;
    return new Reason(
        node.text(),
        node.kind(),
        JsonReport.position(node.number()),
        node.rule() == null ? null : node.rule().id(),
        node.confidence() == null ? null : node.confidence().value(),
        node.citations().isEmpty()
            ? null
            : FactNames.basis(node.citations()).stream().map(FactNames.Basis::text).toList(),
        JsonReport.stated(node.fact()),
        JsonReport.stated(node.path()),
        inFile ? node.file() : null,
        inFile ? node.line() : null,
        inFile ? node.column() : null,
        node.value(),
        JsonReport.stated(node.source()),
        node.children().stream().map(ExplanationJson::of).toList());
  }

  private static Reason of(Reasons.Line line) {
    return new Reason(line.text(), line.below().stream().map(ExplanationJson::of).toList());
  }
}
