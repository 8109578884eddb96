package eu.policyadvisor.report.explanation;

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
  record Document(String schema, List<OfSubject> explained) {}

  /** What is explained for one fact set. */
  record OfSubject(String subject, @Nullable String file, LocalDate asOf, List<OfRule> rules) {}

  /** What came of one rule. */
  record OfRule(
      String rule,
      String title,
      RuleStatus status,
      @Nullable LocalDate effective,
      @Nullable LocalDate expires,
      List<Reason> proofs,
      List<String> yieldsTo,
      List<Reason> obstacles,
      @Nullable String remedy,
      boolean editSearchedInVain,
      List<String> turnsOn,
      @Nullable String elsewhere,
      List<Open> waitsFor,
      List<String> waitsForLists) {}

  /** A value that is not known. */
  record Open(String fact, String list, String field) {}

  /** A line of reasons. */
  record Reason(
      String text,
      ProofNode.@Nullable Kind kind,
      @Nullable Integer number,
      @Nullable String rule,
      @Nullable BigDecimal confidence,
      @Nullable List<String> basis,
      @Nullable String fact,
      @Nullable String path,
      @Nullable String file,
      @Nullable Integer line,
      @Nullable Integer column,
      @Nullable String value,
      @Nullable String source,
      List<Reason> because) {

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
        Reasons.turnsOn(explanation, explained.assessment().facts()),
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
            : FactNames.basis(node.citations()).stream().map(FactNames.Basis::stated).toList(),
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
