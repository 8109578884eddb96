package eu.policyadvisor.report.explanation;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.FactNames;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.YamlPatch;
import eu.policyadvisor.rule.RuleCard;
import java.util.List;

/** Explanations as Markdown, for documents. */
public final class ExplanationMarkdown implements ExplanationReport {

  @Override
  public String render(List<Explained> explained) {
    StringBuilder text = new StringBuilder();
    for (Explained each : explained) {
      Assessment assessment = each.assessment();
      FactNames wording = new FactNames(assessment.facts());
      text.append(
          "# %s, as of %s\n\n"
              .formatted(escaped(wording.label(assessment.facts().subject())), assessment.asOf()));
      List<Explanation> again =
          each.explanations().stream().filter(Reasons::isShownElsewhere).toList();
      each.explanations().stream()
          .filter(one -> !again.contains(one))
          .forEach(one -> explanation(one, assessment, wording, text));
      if (!again.isEmpty()) {
        text.append("## Findings whose proofs stand within those above\n\n");
        again.forEach(one -> outline(Reasons.reference(one), 0, text));
        text.append('\n');
      }
    }
    return text.append(Labels.DISCLAIMER).append('\n').toString();
  }

  private static void explanation(
      Explanation explanation, Assessment assessment, FactNames wording, StringBuilder text) {
    RuleCard rule = explanation.rule();
    text.append("## `%s`: %s\n\n".formatted(rule.id(), escaped(rule.title())));
    text.append("**%s**. ".formatted(escaped(Reasons.status(explanation, assessment.asOf()))));
    text.append(escaped(rule.summary())).append("\n\n");
    boolean concluded = !explanation.proofs().isEmpty();
    String waits = Reasons.waits(explanation);
    if (waits != null && !concluded) {
      text.append(escaped(waits)).append(".\n\n");
    }
    Reasons.proofs(explanation).forEach(proof -> outline(proof, 0, text));
    if (waits != null && concluded) {
      text.append('\n').append(escaped(waits)).append(".\n");
    }
    explanation
        .superseded()
        .forEach(
            each ->
                text.append(
                    "\nIt yields to %s: %s (`%s`)\n"
                        .formatted(
                            escaped(wording.named(each.by().conclusion().by())),
                            escaped(each.by().card().summary()),
                            each.by().card().id())));
    if (explanation.nearest() != null) {
      text.append(Reasons.heading(explanation.nearest())).append(":\n\n");
      Reasons.obstacles(explanation.nearest()).forEach(line -> outline(line, 0, text));
      if (explanation.remedy() == null) {
        text.append('\n')
            .append(escaped(Reasons.withoutEdit(explanation, assessment.facts())))
            .append('\n');
      } else {
        text.append(
            "\nThe smallest edit found of what can be chosen that makes it conclude, applied and"
                + " run:\n\n```yaml\n");
        YamlPatch.of(explanation.remedy(), assessment.facts())
            .forEach(line -> text.append(line).append('\n'));
        text.append("```\n");
      }
    }
    text.append('\n');
  }

  private static void outline(Reasons.Line line, int level, StringBuilder text) {
    text.append("  ".repeat(level)).append("- ").append(escaped(line.text())).append('\n');
    line.below().forEach(below -> outline(below, level + 1, text));
  }

  private static String escaped(String text) {
    return Plain.text(text).replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
  }
}
