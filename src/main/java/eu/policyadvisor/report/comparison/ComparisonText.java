package eu.policyadvisor.report.comparison;

import eu.policyadvisor.compare.RulesComparison;
import eu.policyadvisor.compare.SituationComparison;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.report.Style;
import eu.policyadvisor.report.explanation.Reasons;

/** Comparisons for people who read them on a terminal. */
public final class ComparisonText implements ComparisonReport {
  private static final int NARROWEST = 60;
  private static final int WIDEST = 160;

  private final int width;
  private final boolean colour;

  /**
   * A report of a width.
   *
   * @param width columns of the terminal; held between 60 and 160
   * @param colour whether to colour and emphasise; the words say the same without
   */
  public ComparisonText(int width, boolean colour) {
    this.width = Math.max(NARROWEST, Math.min(WIDEST, width));
    this.colour = colour;
  }

  @Override
  public String render(RulesComparison comparison) {
    return render(ComparisonOutline.of(comparison));
  }

  @Override
  public String render(SituationComparison comparison) {
    return render(ComparisonOutline.of(comparison));
  }

  private String render(ComparisonOutline outline) {
    StringBuilder text = new StringBuilder();
    Paragraph.of(outline.title(), Style.STRONG).append(text, "", "", width, colour);
    Paragraph.of(outline.sum()).append(text, "", "", width, colour);
    for (Reasons.Line section : outline.sections()) {
      text.append('\n');
      put(section, 0, text);
    }
    text.append('\n');
    Paragraph.of(Labels.DISCLAIMER, Style.FAINT).append(text, "", "", width, colour);
    return text.toString();
  }

  private void put(Reasons.Line line, int level, StringBuilder text) {
    String indent = "  ".repeat(level);
    Paragraph.of(line.text(), style(line)).append(text, indent, indent + "  ", width, colour);
    line.below().forEach(below -> put(below, level + 1, text));
  }

  private static Style style(Reasons.Line line) {
    return line.strong()
        ? Style.STRONG
        : line.text().startsWith("+ ")
            ? Style.GREEN
            : line.text().startsWith("- ")
                ? Style.RED
                : line.text().startsWith("~ ") ? Style.YELLOW : Style.PLAIN;
  }
}
