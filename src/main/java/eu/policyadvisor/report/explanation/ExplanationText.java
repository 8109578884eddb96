package eu.policyadvisor.report.explanation;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.report.FactNames;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.report.Style;
import eu.policyadvisor.report.YamlPatch;
import java.util.ArrayList;
import java.util.List;

/** Explanations for people who read them on a terminal. */
public final class ExplanationText implements ExplanationReport {
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
  public ExplanationText(int width, boolean colour) {
    this.width = Math.max(NARROWEST, Math.min(WIDEST, width));
    this.colour = colour;
  }

  @Override
  public String render(List<Explained> explained) {
    StringBuilder text = new StringBuilder();
    for (Explained each : explained) {
      if (!text.isEmpty()) {
        text.append("─".repeat(width)).append("\n\n");
      }
      new Page(each.assessment())
          .print(each.explanations())
          .forEach(line -> text.append(line).append('\n'));
    }
    Paragraph.of(Labels.DISCLAIMER, Style.FAINT).append(text, "", "", width, colour);
    return text.toString();
  }

  private final class Page {
    private final Assessment assessment;
    private final FactNames wording;
    private final List<String> lines = new ArrayList<>();

    Page(Assessment assessment) {
      this.assessment = assessment;
      this.wording = new FactNames(assessment.facts());
    }

    List<String> print(List<Explanation> explanations) {
      put(
          Paragraph.of(wording.label(assessment.facts().subject()), Style.STRONG)
              .add("· as of " + assessment.asOf())
              .add(wording.file().isEmpty() ? "" : "· " + wording.file(), Style.FAINT));
      lines.add("");
      List<Explanation> shown = new ArrayList<>();
      explanations.stream().filter(e -> !Reasons.isShownElsewhere(e)).forEach(shown::add);
      List<Explanation> again = new ArrayList<>(explanations);
      again.removeAll(shown);
      shown.forEach(this::explanation);
      if (!again.isEmpty()) {
        put(Paragraph.of("Findings whose proofs stand within those above", Style.STRONG));
        again.forEach(each -> tree(Reasons.reference(each), "  ", "    "));
        lines.add("");
      }
      return lines;
    }

    private void explanation(Explanation explanation) {
      put(
          Paragraph.of(explanation.rule().id(), Style.STRONG)
              .add("· " + explanation.rule().title()));
      put(
          Paragraph.of(
              Reasons.status(explanation, assessment.asOf()), style(explanation.status())));
      put(Paragraph.of(explanation.rule().summary(), Style.FAINT));
      boolean concluded = !explanation.proofs().isEmpty();
      String waits = Reasons.waits(explanation);
      if (waits != null && !concluded) {
        put(Paragraph.of(waits + "."));
      }
      lines.add("");
      for (Reasons.Line proof : Reasons.proofs(explanation)) {
        tree(proof, "", "  ");
        lines.add("");
      }
      if (waits != null && concluded) {
        put(Paragraph.of(waits + "."));
        lines.add("");
      }
      explanation.superseded().forEach(this::superseded);
      NearMiss nearest = explanation.nearest();
      if (nearest != null) {
        nearest(nearest);
        remedy(explanation);
      }
    }

    private void superseded(Superseded superseded) {
      put(
          Paragraph.of("It yields to", Style.STRONG)
              .add(wording.named(superseded.by().conclusion().by()) + ":")
              .add(superseded.by().card().summary())
              .add("(" + superseded.by().card().id() + ")", Style.FAINT));
      lines.add("");
    }

    private void nearest(NearMiss nearest) {
      put(Paragraph.of(Reasons.heading(nearest), Style.STRONG));
      Reasons.obstacles(nearest).forEach(line -> tree(line, "  ✗ ", "    "));
      String holding =
          String.join(", ", nearest.matched().stream().map(Reasons::premise).distinct().toList());
      if (!holding.isEmpty()) {
        Paragraph.of("what holds: " + holding, Style.FAINT)
            .lines(width - 2, colour)
            .forEach(line -> lines.add("  " + line));
      }
      lines.add("");
    }

    private void remedy(Explanation explanation) {
      if (explanation.remedy() == null) {
        put(Paragraph.of(Reasons.withoutEdit(explanation, assessment.facts())));
      } else {
        put(
            Paragraph.of(
                "The smallest edit found of what can be chosen that makes it conclude; it was"
                    + " applied and run:",
                Style.STRONG));
        YamlPatch.of(explanation.remedy(), assessment.facts())
            .forEach(line -> lines.add("    " + line));
      }
      lines.add("");
    }

    /** A line with what stands below it, joined by strokes. */
    private void tree(Reasons.Line line, String first, String rest) {
      Style style = line.strong() ? Style.PLAIN : Style.FAINT;
      List<String> text =
          Paragraph.of(line.text(), style).lines(Math.max(30, width - rest.length() - 2), colour);
      for (int i = 0; i < text.size(); i++) {
        lines.add((i == 0 ? first : rest) + text.get(i));
      }
      int last = line.below().size() - 1;
      for (int i = 0; i <= last; i++) {
        String indent = rest.substring(0, Math.max(0, rest.length() - 2));
        tree(
            line.below().get(i),
            indent + (i == last ? "└─ " : "├─ "),
            indent + (i == last ? "     " : "│    "));
      }
    }

    private void put(Paragraph text) {
      lines.addAll(text.lines(width, colour));
    }
  }

  private static Style style(RuleStatus status) {
    return switch (status) {
      case CONCLUDED -> Style.STRONG;
      case UNDETERMINED -> Style.YELLOW;
      default -> Style.PLAIN;
    };
  }
}
