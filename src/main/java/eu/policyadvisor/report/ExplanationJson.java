package eu.policyadvisor.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.explain.Node;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explanations as JSON, for other programs; {@code explanation.schema.json} describes them. */
public final class ExplanationJson implements ExplanationReport {
  /** The schema that every document names; the number changes when a reader must change. */
  public static final String SCHEMA = "https://eu-ai-policy-advisor.example/schema/explanation-1";

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
      @JsonPropertyDescription("What it waits for.") @Nullable String waitsFor) {}

  /** A line of reasons. */
  record Reason(
      @JsonPropertyDescription("What it says.") String text,
      @JsonPropertyDescription("What stands here.") Node.@Nullable Kind kind,
      @JsonPropertyDescription("The number by which a conclusion is referred to.")
          @Nullable Integer number,
      @JsonPropertyDescription("The rule that concluded it.") @Nullable String rule,
      @JsonPropertyDescription("How sure the conclusion is, from 0 to 1.")
          @Nullable BigDecimal confidence,
      @JsonPropertyDescription("The legal basis.") @Nullable List<String> basis,
      @JsonPropertyDescription("The file a value stands in.") @Nullable String file,
      @JsonPropertyDescription("Its line, from 1.") @Nullable Integer line,
      @JsonPropertyDescription("Its column, from 1.") @Nullable Integer column,
      @JsonPropertyDescription("The value as written.") @Nullable String value,
      @JsonPropertyDescription("Where a value comes from that no file states.")
          @Nullable String source,
      @JsonPropertyDescription("What it rests on.") List<Reason> because) {}

  @Override
  public String render(List<Explained> explained) {
    return JsonReport.pretty(
            new Document(SCHEMA, explained.stream().map(ExplanationJson::of).toList()))
        + "\n";
  }

  private static OfSubject of(Explained explained) {
    var facts = explained.assessment().facts();
    String file = facts.provenance().file();
    return new OfSubject(
        facts.subject().id(),
        file.isEmpty() ? null : file,
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
        Reasons.waits(explanation.waits()));
  }

  private static Reason of(Node node) {
    boolean inFile = node.line() > 0 && node.number() == 0 && node.kind() != Node.Kind.CATALOGUE;
    return new Reason(
        node.text(),
        node.kind(),
        node.number() == 0 ? null : node.number(),
        node.rule() == null ? null : node.rule().id(),
        node.confidence() == null ? null : node.confidence().value(),
        node.citations().isEmpty()
            ? null
            : Wording.basis(node.citations()).stream().map(Wording.Basis::text).toList(),
        inFile ? node.file() : null,
        inFile ? node.line() : null,
        inFile ? node.column() : null,
        node.value(),
        node.source().isEmpty() ? null : node.source(),
        node.children().stream().map(ExplanationJson::of).toList());
  }

  private static Reason of(Reasons.Line line) {
    return new Reason(
        line.text(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        line.below().stream().map(ExplanationJson::of).toList());
  }
}
