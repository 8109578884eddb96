package eu.policyadvisor.report.document;

import eu.policyadvisor.report.Columns;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.report.Style;
import java.util.ArrayList;
import java.util.List;

/** Briefs for people who read them on a terminal. */
public final class BriefText {
  private static final int NARROWEST = 60;
  private static final int WIDEST = 120;

  /** Where the text of an item begins: behind the longest word for an answer. */
  private static final int ITEM = 18;

  private static final int ENTRY = 5;

  private final int width;
  private final boolean colour;
  private final List<String> lines = new ArrayList<>();

  private BriefText(int width, boolean colour) {
    this.width = Math.max(NARROWEST, Math.min(WIDEST, width));
    this.colour = colour;
  }

  /**
   * The text of briefs, with a line feed at its end.
   *
   * @param width columns of the terminal; held between 60 and 120
   * @param colour whether to emphasise; the words say the same without
   */
  public static String of(List<Brief> briefs, int width, boolean colour) {
    BriefText text = new BriefText(width, colour);
    for (Brief brief : briefs) {
      if (!text.lines.isEmpty()) {
        text.lines.add("");
        text.lines.add("─".repeat(text.width));
        text.lines.add("");
      }
      text.print(brief);
    }
    return String.join("\n", text.lines) + "\n";
  }

  private void print(Brief brief) {
    Paragraph head = Paragraph.of(brief.subject(), Style.STRONG);
    BriefWords.head(brief).forEach(each -> head.add("· " + each));
    put("", head, 0);
    if (!brief.heading().equals(brief.subject())) {
      put("", Paragraph.of(brief.heading(), Style.STRONG), 0);
    }
    answer(brief.answer());
    heading(BriefWords.ITEMS, brief.items());
    brief.items().forEach(this::row);
    if (!brief.more().isEmpty()) {
      put("", Paragraph.of(BriefWords.more(brief), Style.FAINT), ITEM);
    }
    heading(BriefWords.actions(brief), brief.actions());
    int number = 0;
    for (Brief.Action action : brief.actions()) {
      number++;
      put(
          "  " + number,
          Paragraph.of(action.text())
              .add("· " + action.who() + (action.isProposed() ? " (proposed)" : ""), Style.FAINT)
              .add("· " + action.by(), Style.FAINT),
          ENTRY);
    }
    heading(BriefWords.QUESTIONS, brief.questions());
    for (Brief.Asked asked : brief.questions()) {
      Paragraph text = Paragraph.of(asked.whom() + ":", Style.STRONG).add(asked.question());
      asked.leads().forEach(lead -> text.add("· " + lead, Style.FAINT));
      put("  ?", text, ENTRY);
    }
    heading(BriefWords.SURE, brief.sure());
    brief
        .sure()
        .forEach(
            sure ->
                put(
                    "  -",
                    Paragraph.of(sure.name() + ": " + sure.word() + ".", Style.STRONG)
                        .add(sure.because()),
                    ENTRY));
    heading(BriefWords.SOURCES, brief.sources());
    brief
        .sources()
        .forEach(
            source ->
                put(
                    "  -",
                    Paragraph.of(source.text()).add("(" + source.status() + ")", Style.FAINT),
                    ENTRY));
    if (brief.moreSources() > 0) {
      put("", Paragraph.of(BriefWords.moreSources(brief), Style.FAINT), ENTRY);
    }
    lines.add("");
    put("", Paragraph.of(String.join(" ", brief.foot()), Style.FAINT), 0);
  }

  private void answer(Brief.Answer answer) {
    lines.add("");
    put(Labels.word(answer.stance()), Paragraph.of(answer.sentence(), Style.STRONG), ITEM);
    answer.rest().forEach(each -> put("", Paragraph.of(each), ITEM));
    turns(answer.turns());
    if (!answer.limits().isEmpty()) {
      put("", Paragraph.of(answer.limits(), Style.FAINT), ITEM);
    }
  }

  private void row(Brief.Row row) {
    Paragraph text = Paragraph.of(row.name(), Style.STRONG);
    if (!row.about().isEmpty()) {
      text.add("(" + row.about() + ")", Style.FAINT);
    }
    if (!row.because().isEmpty()) {
      text.add("· " + row.because());
    }
    put("  " + Labels.word(row.stance()), text, ITEM);
    turns(row.turns());
    if (!row.remark().isEmpty()) {
      put("", Paragraph.of(row.remark(), Style.FAINT), ITEM);
    }
  }

  private void turns(List<Brief.Turn> turns) {
    turns.forEach(turn -> put("", Paragraph.of(BriefWords.turn(turn), Style.FAINT), ITEM));
  }

  private void heading(String title, List<?> below) {
    if (!below.isEmpty()) {
      lines.add("");
      put("", Paragraph.of(title, Style.STRONG), 0);
    }
  }

  private void put(String mark, Paragraph text, int indent) {
    String front = mark;
    for (String line : text.lines(width - indent, colour)) {
      String shown = colour && !front.isBlank() ? Style.STRONG.apply(front) : front;
      lines.add((shown + " ".repeat(indent - Columns.of(front)) + line).stripTrailing());
      front = "";
    }
  }
}
