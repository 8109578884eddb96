package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.explain.Explanation;
import java.util.List;

/** Explanations as Markdown, for documents. */
public final class ExplanationMarkdown implements ExplanationReport {

  @Override
  public String render(List<Explained> explained) {
    StringBuilder text = new StringBuilder();
    for (Explained each : explained) {
      Assessment assessment = each.assessment();
      Wording wording = new Wording(assessment.facts());
      text.append("# ")
          .append(escaped(wording.label(assessment.facts().subject())))
          .append(", as of ")
          .append(assessment.asOf())
          .append("\n\n");
      each.explanations().forEach(one -> explanation(one, assessment, wording, text));
    }
    return text.append(Words.DISCLAIMER).append('\n').toString();
  }

  private static void explanation(
      Explanation explanation, Assessment assessment, Wording wording, StringBuilder text) {
    text.append("## `").append(explanation.rule().id()).append("`: ");
    text.append(escaped(explanation.rule().title())).append("\n\n");
    text.append("**").append(Reasons.status(explanation, assessment.asOf())).append("**. ");
    text.append(escaped(explanation.rule().summary())).append("\n\n");
    String waits = Reasons.waits(explanation.waits());
    if (waits != null) {
      text.append("Waits for ").append(escaped(waits)).append(".\n\n");
    }
    explanation.proofs().forEach(proof -> outline(Reasons.proof(proof), 0, text));
    explanation
        .superseded()
        .forEach(
            each ->
                text.append("\nIt yields to ")
                    .append(escaped(wording.named(each.by().conclusion().by())))
                    .append(": ")
                    .append(escaped(each.by().card().summary()))
                    .append(" (`")
                    .append(each.by().card().id())
                    .append("`)\n"));
    if (explanation.nearest() != null) {
      text.append("What keeps it from concluding, for the nearest facts:\n\n");
      Reasons.obstacles(explanation.nearest()).forEach(line -> outline(line, 0, text));
      if (explanation.remedy() == null) {
        text.append(
            "\nNo edit of the facts was found that makes it conclude; the search is bounded.\n");
      } else {
        text.append(
            "\nThe smallest edit found that makes it conclude, applied and run:\n\n```yaml\n");
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
