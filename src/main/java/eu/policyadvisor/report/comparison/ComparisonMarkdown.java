package eu.policyadvisor.report.comparison;

import eu.policyadvisor.compare.RulesComparison;
import eu.policyadvisor.compare.SituationComparison;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Markdown;
import eu.policyadvisor.report.explanation.Reasons;

/** Comparisons as Markdown, for documents and pull requests. */
public final class ComparisonMarkdown implements ComparisonReport {
  @Override
  public String render(RulesComparison comparison) {
    return render(ComparisonOutline.of(comparison));
  }

  @Override
  public String render(SituationComparison comparison) {
    return render(ComparisonOutline.of(comparison));
  }

  private static String render(ComparisonOutline outline) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(Markdown.text(outline.title())).append("\n\n");
    text.append(Markdown.text(outline.sum())).append(".\n\n");
    for (Reasons.Line section : outline.sections()) {
      text.append(section.strong() ? "## " : "").append(Markdown.text(section.text()));
      text.append("\n\n");
      section.below().forEach(line -> item(line, 0, text));
      text.append(section.below().isEmpty() ? "" : "\n");
    }
    return text.append(Labels.DISCLAIMER).append('\n').toString();
  }

  private static void item(Reasons.Line line, int level, StringBuilder text) {
    text.append("  ".repeat(level)).append("- ").append(Markdown.text(line.text())).append('\n');
    line.below().forEach(below -> item(below, level + 1, text));
  }
}
