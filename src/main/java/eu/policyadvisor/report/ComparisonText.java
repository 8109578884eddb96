package eu.policyadvisor.report;

import eu.policyadvisor.compare.RulesComparison;
import eu.policyadvisor.compare.SituationComparison;

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
    put(outline.title(), Style.STRONG, "", "", text);
    put(outline.sum(), Style.PLAIN, "", "", text);
    for (Reasons.Line section : outline.sections()) {
      text.append('\n');
      put(section, 0, text);
    }
    text.append('\n');
    put(Words.DISCLAIMER, Style.FAINT, "", "", text);
    return text.toString();
  }

  private void put(Reasons.Line line, int level, StringBuilder text) {
    String indent = "  ".repeat(level);
    put(line.text(), style(line), indent, indent + "  ", text);
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

  private void put(String words, Style style, String first, String rest, StringBuilder text) {
    String indent = first;
    for (String line : Paragraph.of(words, style).lines(width - rest.length(), colour)) {
      text.append(indent).append(line).append('\n');
      indent = rest;
    }
  }
}
