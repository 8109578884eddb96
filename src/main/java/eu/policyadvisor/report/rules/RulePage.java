package eu.policyadvisor.report.rules;

import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.report.Style;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleText;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All about one rule, for people who read it on a terminal. */
public final class RulePage {
  private static final int LABELLED = 13;
  private static final Pattern COMMAS = Pattern.compile(",\\s+");

  private final int width;
  private final boolean colour;

  /**
   * A page of a width.
   *
   * @param width columns of the terminal
   * @param colour whether to colour and emphasise; the words say the same without
   */
  public RulePage(int width, boolean colour) {
    this.width = Math.max(60, Math.min(200, width));
    this.colour = colour;
  }

  /**
   * The page.
   *
   * @param card what is known about the rule
   * @param source the rule as it is written, or null
   * @param answers rules whose advice answers it
   * @param day the day on which it is in force or not
   */
  public String render(
      RuleCard card, @Nullable RuleText source, List<RuleCard> answers, LocalDate day) {
    StringBuilder page = new StringBuilder();
    put(page, "", 0, Paragraph.of(card.title(), Style.STRONG).add("· " + card.id(), Style.FAINT));
    put(page, "", 0, Paragraph.of(card.summary()));
    page.append('\n');
    field(page, "kind", Labels.of(card.kind()));
    if (card.severity() != null) {
      field(page, "severity", Labels.of(card.severity()));
    }
    field(page, "confidence", Labels.of(card.confidence()));
    field(
        page,
        card.keyPoints().size() == 1 ? "key point" : "key points",
        card.keyPoints().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    field(page, "layer", Labels.of(card.layer()));
    field(page, "in force", force(card, day));
    if (card.advice() != null) {
      advice(page, card.advice());
    }
    for (RuleCard answer : answers) {
      field(page, answer.equals(answers.get(0)) ? "answered by" : "", answer.id());
      if (answer.advice() != null) {
        put(page, "", LABELLED, Paragraph.of(answer.advice().action()));
      }
    }
    basis(page, card, day);
    if (source != null) {
      source(page, source);
    }
    return page.toString();
  }

  private static String force(RuleCard card, LocalDate day) {
    String span =
        (card.effective() == null ? "" : " from " + card.effective())
            + (card.expires() == null ? "" : " until " + card.expires().minusDays(1));
    return (card.inForce(day) ? "yes" : "no")
        + " on "
        + day
        + (span.isEmpty() ? ", always" : "," + span);
  }

  private void advice(StringBuilder page, RuleCard.Advice advice) {
    field(page, "advice", advice.action());
    if (advice.beforehand() != null) {
      field(page, "beforehand", advice.beforehand());
    }
    if (advice.shortForm() != null) {
      field(page, "in short", advice.shortForm());
    }
    if (advice.doneWhen() != null) {
      field(page, "done when", advice.doneWhen());
    }
    field(
        page,
        "",
        String.join(
            " · ",
            Labels.of(advice.addressee()),
            Labels.of(advice.urgency()),
            Labels.of(advice.strength()),
            Labels.of(advice.stance())));
  }

  private void basis(StringBuilder page, RuleCard card, LocalDate day) {
    page.append('\n');
    heading(page, "Basis");
    for (Citation citation : card.citations()) {
      Instrument instrument = citation.instrument();
      put(page, "  ", 4, Paragraph.of(citation.text()));
      String about =
          (instrument.reference() == null ? "" : instrument.reference() + " · ")
              + instrument.date()
              + " · "
              + Labels.of(instrument.status())
              + (instrument.verified() ? "" : " · not verified")
              + (instrument.unconfirmedSince(day) == null
                  ? ""
                  : " · status to be confirmed since " + instrument.unconfirmedSince(day));
      put(page, "", 4, Paragraph.of(about, Style.FAINT));
      String link = instrument.link() == null ? instrument.source() : instrument.link();
      if (link != null) {
        // An address that is broken cannot be followed, so it may be wider than the terminal.
        COMMAS
            .splitAsStream(link)
            .map(address -> colour ? Style.FAINT.apply(address) : address)
            .forEach(address -> page.append("    ").append(address).append('\n'));
      }
    }
  }

  private void source(StringBuilder page, RuleText source) {
    page.append('\n');
    heading(page, "Conditions");
    for (String condition : source.conditions()) {
      put(page, "  · ", 4, Paragraph.of(condition));
    }
    if (!source.terms().isEmpty()) {
      page.append('\n');
      heading(page, "What they mention");
    }
    for (RuleText.Term term : source.terms()) {
      put(
          page,
          "  · ",
          4,
          Paragraph.of(term.name() + ":", Style.STRONG).add(term.meaning(), Style.FAINT));
    }
    page.append('\n');
    heading(page, source.file() + ":" + source.line());
    page.append(source.drl().stripTrailing()).append('\n');
  }

  private void heading(StringBuilder page, String title) {
    put(page, "", 0, Paragraph.of(title, Style.STRONG));
  }

  private void field(StringBuilder page, String label, String text) {
    put(page, label, LABELLED, Paragraph.of(text));
  }

  private void put(StringBuilder page, String mark, int indent, Paragraph text) {
    List<String> lines = text.lines(width - indent, colour);
    for (int i = 0; i < lines.size(); i++) {
      String front = i == 0 ? mark : "";
      String shown = colour && !front.isBlank() ? Style.FAINT.apply(front) : front;
      page.append(shown).append(" ".repeat(indent - front.length())).append(lines.get(i));
      page.append('\n');
    }
  }
}
