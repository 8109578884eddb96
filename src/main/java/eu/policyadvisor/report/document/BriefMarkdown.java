package eu.policyadvisor.report.document;

import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Briefs in Markdown, for wikis and mail. */
public final class BriefMarkdown {
  private final List<String> lines = new ArrayList<>();

  private BriefMarkdown() {}

  /** The text of briefs, with a line feed at its end. */
  public static String of(List<Brief> briefs) {
    BriefMarkdown markdown = new BriefMarkdown();
    for (Brief brief : briefs) {
      if (!markdown.lines.isEmpty()) {
        markdown.line("---");
      }
      markdown.print(brief);
    }
    return String.join("\n", markdown.lines).stripTrailing() + "\n";
  }

  private void print(Brief brief) {
    line("# " + Markdown.text(brief.heading()));
    List<String> head = new ArrayList<>(List.of(BriefWords.TITLE, brief.subject()));
    head.addAll(BriefWords.head(brief));
    line(Markdown.text(String.join(" · ", head)));
    line(
        "**%s.** **%s** %s"
            .formatted(
                Labels.phrase(brief.answer().stance()),
                Markdown.text(brief.answer().sentence()),
                Markdown.text(String.join(" ", brief.answer().rest()))));
    list(brief.answer().turns().stream().map(BriefWords::turn).map(Markdown::text).toList());
    if (!brief.answer().limits().isEmpty()) {
      line(Markdown.text(brief.answer().limits()));
    }
    items(brief);
    if (!brief.actions().isEmpty()) {
      line("## " + BriefWords.actions(brief));
      list(
          brief.actions().stream()
              .map(
                  action ->
                      Markdown.text(
                          "%s · %s%s · %s"
                              .formatted(
                                  action.text(),
                                  action.who(),
                                  action.isProposed() ? " (proposed)" : "",
                                  action.by())))
              .toList());
    }
    section(
        BriefWords.QUESTIONS,
        brief.questions().stream()
            .map(
                asked ->
                    "**%s:** %s %s"
                        .formatted(
                            Markdown.text(asked.whom()),
                            Markdown.text(asked.question()),
                            Markdown.text(String.join("; ", asked.leads()))))
            .toList());
    section(
        BriefWords.SURE,
        brief.sure().stream()
            .map(
                sure ->
                    "**%s: %s.** %s"
                        .formatted(
                            Markdown.text(sure.name()), sure.word(), Markdown.text(sure.because())))
            .toList());
    List<String> sources =
        new ArrayList<>(
            brief.sources().stream()
                .map(source -> Markdown.text(source.text() + " (" + source.status() + ")"))
                .toList());
    if (brief.moreSources() > 0) {
      sources.add(BriefWords.moreSources(brief));
    }
    section(BriefWords.SOURCES, sources);
    line(Markdown.text(String.join(" ", brief.foot())));
  }

  private void items(Brief brief) {
    if (brief.items().isEmpty()) {
      return;
    }
    line("## " + BriefWords.ITEMS);
    lines.add("| Item | Today | What to do, and why | Could become |");
    lines.add("|---|---|---|---|");
    for (Brief.Row row : brief.items()) {
      List<String> turns =
          Stream.concat(
                  row.turns().stream()
                      .map(turn -> Labels.phrase(turn.stance()) + " " + turn.condition()),
                  Stream.of(row.remark()).filter(remark -> !remark.isEmpty()))
              .toList();
      lines.add(
          "| **%s**%s | %s | %s | %s |"
              .formatted(
                  Markdown.text(row.name()),
                  row.about().isEmpty() ? "" : " (" + Markdown.text(row.about()) + ")",
                  Labels.phrase(row.stance()),
                  Markdown.text(row.because()),
                  Markdown.text(String.join("; ", turns))));
    }
    lines.add("");
    if (!brief.more().isEmpty()) {
      line(Markdown.text(BriefWords.more(brief)));
    }
  }

  private void section(String title, List<String> entries) {
    if (!entries.isEmpty()) {
      line("## " + title);
      list(entries);
    }
  }

  private void list(List<String> entries) {
    entries.forEach(entry -> lines.add("- " + entry));
    if (!entries.isEmpty()) {
      lines.add("");
    }
  }

  private void line(String text) {
    lines.add(text);
    lines.add("");
  }
}
