package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Contradiction;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.explain.OpenValues;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assessments as Markdown, for a code forge or a wiki. */
public final class MarkdownReport implements Report {
  private final Extras extras;

  /** A report of the advice. */
  public MarkdownReport() {
    this(Extras.NONE);
  }

  /** A report that gives more than the advice. */
  public MarkdownReport(Extras extras) {
    this.extras = extras;
  }

  @Override
  public boolean tellsRange() {
    return true;
  }

  @Override
  public String entry(Assessment assessment) {
    return new Page(assessment).print();
  }

  @Override
  public String tail(KnowledgeBase knowledge) {
    return "---\n\n*%s Rules %s, catalogue %s.*\n"
        .formatted(
            Labels.DISCLAIMER, Markdown.text(knowledge.version()), knowledge.catalogue().stated());
  }

  /** The text for one subject. */
  private final class Page {
    private final Assessment whole;

    /** What is told of it. */
    private final Assessment assessment;

    private final FactNames wording;
    private final StringBuilder text = new StringBuilder();

    private Page(Assessment assessment) {
      this.whole = assessment;
      LikeFacts like = LikeTold.in(assessment);
      this.assessment = LikeTold.of(assessment, like);
      this.wording = new FactNames(assessment.facts(), like);
    }

    private String print() {
      header();
      answers();
      assessment.contradictions().forEach(this::contradiction);
      recommendations();
      findings();
      superseded();
      unknowns();
      if (!assessment.notStated().isEmpty()) {
        heading("Not stated");
        line(
            "Lists on which the facts are silent: "
                + assessment.notStated().stream()
                    .map(section -> "`" + section.key() + "`")
                    .collect(Collectors.joining(", "))
                + ". An empty list would say that there are none.");
        line("");
      }
      screening();
      if (extras.keyReasons()) {
        heading(Appendix.KEY_REASONS);
        for (Appendix.KeyReason each : Appendix.keyReasons(assessment)) {
          line("- " + Markdown.text(each.conclusion() + ": " + each.reason()));
        }
        line("");
      }
      if (extras.statuses()) {
        heading("Rules");
        line(Appendix.COUNTS);
        line("");
        Appendix.statuses(assessment)
            .forEach(
                (title, ids) -> {
                  line("**" + title + "** (" + ids.size() + ")");
                  line("");
                  ids.forEach(id -> line("- " + Markdown.code(id)));
                  line("");
                });
      }
      return text.toString();
    }

    private void screening() {
      ScreeningWords words = ScreeningWords.of(assessment);
      if (!words.isEmpty()) {
        heading("Screening lists");
        words.lists().forEach(each -> line("- " + Markdown.text(each)));
        words
            .remarks()
            .forEach(
                each ->
                    line(
                        "- **%s** %s · %s"
                            .formatted(
                                each.label(),
                                Markdown.text(each.text()),
                                Markdown.code(each.reference()))));
        line("");
      }
    }

    private void header() {
      Subject subject = assessment.facts().subject();
      line("# " + Markdown.text(wording.label(subject)));
      line("");
      List<String> about = new ArrayList<>();
      about.add("**" + Labels.word(assessment.stance()) + "**");
      if (subject.country() != null) {
        about.add(Markdown.text(subject.country()));
      }
      if (subject.type() != null) {
        about.add(Labels.of(subject.type()));
      }
      about.add("advice as of " + assessment.asOf());
      line(String.join(" · ", about));
      line("");
      List<String> source = new ArrayList<>();
      String asked = Answers.asked(assessment);
      if (!asked.isEmpty()) {
        source.add(Markdown.text(asked));
      }
      if (!wording.file().isEmpty()) {
        source.add(Markdown.code(wording.file()));
      }
      if (!source.isEmpty()) {
        line(String.join(" · ", source));
        line("");
      }
      Stream.of(Answers.left(assessment), TriageWords.compared(assessment))
          .flatMap(Stream::ofNullable)
          .forEach(
              each -> {
                line(Markdown.text(each));
                line("");
              });
    }

    private void answers() {
      Answers answers = new Answers(assessment, wording);
      line(
          "**Answer:** %s %s"
              .formatted(Labels.word(assessment.stance()), Markdown.text(answers.carriedBy()))
              .strip());
      answers.turns().forEach(turn -> line("- " + Markdown.text(turn.text())));
      if (!answers.limits().isEmpty()) {
        line("");
        line(Markdown.text(answers.limits()));
      }
      line("");
      if (assessment.items().isEmpty()) {
        return;
      }
      heading("Item by item");
      for (Answers.Line line : answers.lines()) {
        String reason = line.reason().text();
        line(
            "- %s · **%s**%s"
                .formatted(
                    Labels.word(line.stance()),
                    Markdown.text(line.name()),
                    reason.isEmpty() ? "" : " · " + Markdown.text(reason)));
        line.sentences().forEach(turn -> line("  - " + Markdown.text(turn)));
      }
      answers.alsoNotCovered().forEach(each -> line("- also not covered: " + Markdown.text(each)));
      line("");
      List<FirstSteps.Step> first = answers.first();
      if (!first.isEmpty()) {
        heading("What to do first");
        first.forEach(
            step ->
                line(
                    "- %s%s · %s"
                        .formatted(
                            Markdown.text(step.line()),
                            step.doer().isEmpty() ? "" : " · " + Markdown.text(step.doer()),
                            step.due())));
        line("");
      }
    }

    private void contradiction(Contradiction contradiction) {
      line("> **Error of the knowledge base: contradictory advice.**");
      line(
          "> Both cannot be followed, and no rule says which one prevails."
              + " Rely on neither, and report this.");
      line(">");
      for (Reasoned<Recommendation> side : List.of(contradiction.one(), contradiction.other())) {
        line(
            "> - %s (%s, `%s`)"
                .formatted(
                    Markdown.text(wording.action(side)),
                    Labels.of(Ranked.advice(side).stance()),
                    side.card().id()));
      }
      line("");
    }

    private void recommendations() {
      List<Ranked> all = Ranked.all(assessment);
      if (all.isEmpty()) {
        line("**" + TriageWords.none(assessment) + "**");
        line("");
      }
      Ranked.Part part = null;
      for (Ranked ranked : all) {
        if (part != ranked.part()) {
          part = ranked.part();
          heading(part.title());
        }
        recommendation(ranked);
      }
    }

    private void recommendation(Ranked ranked) {
      List<Reasoned<Recommendation>> recommendations = ranked.recommendations();
      RuleCard.Advice advice = ranked.advice();
      String indent = " ".repeat(String.valueOf(ranked.rank()).length() + 2);
      line(ranked.rank() + ". **" + Markdown.text(wording.action(recommendations)) + "**\\");
      line(
          indent
              + String.join(
                  " · ",
                  Markdown.text(wording.addressee(recommendations.get(0))),
                  Labels.of(advice.urgency()),
                  Labels.of(advice.strength()),
                  Labels.of(advice.stance()),
                  "confidence " + FactNames.confidence(recommendations)));
      String done = wording.doneWhen(recommendations);
      if (done != null) {
        line(indent + "- done when: " + Markdown.text(done));
      }
      if (TriageWords.stands(recommendations, assessment)) {
        line(indent + "- waived: " + TriageWords.STANDS);
      }
      for (List<Reasoned<Finding>> reasons :
          FactNames.together(FactNames.findings(recommendations))) {
        RuleCard card = reasons.get(0).card();
        line(
            "%s- because: %s (%s, confidence %s%s) `%s`"
                .formatted(
                    indent,
                    Markdown.text(card.title()),
                    Labels.of(Assessment.severity(reasons.get(0))),
                    FactNames.confidence(reasons),
                    TriageWords.waived(reasons, assessment) ? ", waived" : "",
                    card.id()));
      }
      List<FactNames.Line> evidence = wording.told(FactNames.evidence(recommendations));
      for (FactNames.Line value : evidence) {
        if (!value.applied()) {
          line(indent + "- fact: " + value(value));
        }
      }
      for (String measure : wording.applied(evidence)) {
        line(indent + "- from the catalogue: " + Markdown.text(measure));
      }
      for (FactNames.Basis basis :
          FactNames.basis(FactNames.citations(recommendations, assessment))) {
        line(indent + "- basis: " + basis(basis));
      }
      for (String doubt : FactNames.doubts(recommendations, assessment, true)) {
        line(indent + "- in doubt: " + Markdown.text(doubt));
      }
      line(indent + "- rule: `" + ranked.card().id() + "`");
      line("");
    }

    private static String value(FactNames.Line value) {
      String place = value.place().isEmpty() ? "" : Markdown.code(value.place()) + " ";
      if (value.text() == null) {
        return place
            + Markdown.code(value.named())
            + (value.askedAndUnknown() ? " is said to be unknown" : " is not stated");
      }
      return place
          + Markdown.code(value.named() + " = " + value.text())
          + (value.catalogued().isEmpty()
              ? ""
              : " (catalogue: " + Markdown.code(value.catalogued()) + ")")
          + (value.listed().isEmpty() ? "" : " (list: " + Markdown.code(value.listed()) + ")");
    }

    private String basis(FactNames.Basis basis) {
      var instrument = basis.instrument();
      return (basis.inSpirit() ? FactNames.JUDGEMENT : "")
          + Markdown.link(instrument.title(), instrument.link())
          + (basis.pinpoints().isEmpty() ? "" : ", " + Markdown.text(basis.pinpoints()))
          + " "
          + Labels.doubt(instrument, assessment.asOf());
    }

    private void findings() {
      heading("Findings");
      line(TriageWords.counts(whole));
      line("");
      if (assessment.findings().isEmpty()) {
        return;
      }
      line("| Severity | Finding | On | Confidence | Rule |");
      line("|---|---|---|---|---|");
      for (Reasoned<Finding> finding : assessment.findings()) {
        var on = finding.conclusion().on();
        String place = FactNames.place(on, 0);
        List<String> doubts = FactNames.doubts(List.of(finding), assessment, false);
        String decided = TriageWords.decided(finding, assessment);
        line(
            "| %s%s | **%s.** %s%s%s | %s%s | %s | `%s` |"
                .formatted(
                    Labels.of(Assessment.severity(finding)),
                    assessment.waiver(finding).isPresent() ? ", waived" : "",
                    Markdown.text(finding.card().title()),
                    Markdown.text(finding.card().summary()),
                    doubts.isEmpty()
                        ? ""
                        : " *In doubt: " + Markdown.text(String.join(" · ", doubts)) + ".*",
                    decided == null ? "" : " *" + Markdown.text(decided) + ".*",
                    Markdown.text(wording.label(on)),
                    place.isEmpty() ? "" : " " + Markdown.cell(place),
                    Labels.of(finding.confidence()),
                    finding.card().id()));
      }
      line("");
    }

    private void superseded() {
      if (assessment.superseded().isEmpty()) {
        return;
      }
      heading("Superseded");
      for (Superseded superseded : assessment.superseded()) {
        line(
            "- ~~%s~~ (`%s`)\\"
                .formatted(
                    Markdown.text(wording.action(superseded.recommendation())),
                    superseded.recommendation().card().id()));
        line(
            "  yields to %s by `%s`: %s"
                .formatted(
                    Markdown.code(wording.named(superseded.by().conclusion().by())),
                    superseded.by().card().id(),
                    Markdown.text(superseded.by().card().summary())));
      }
      line("");
    }

    private void unknowns() {
      OpenValues open = new OpenValues(assessment);
      if (open.all().isEmpty()) {
        return;
      }
      heading("Not known");
      for (Assessment.Unknown unknown : open.all()) {
        line(
            "- %s of %s, %s%s%s"
                .formatted(
                    Markdown.code(unknown.value().field()),
                    Markdown.text(wording.label(unknown.value().fact())),
                    unknown.value().asked() ? "said to be unknown" : "not stated",
                    Leads.of(open.turns(unknown.value())).stream()
                        .map(lead -> "; " + Markdown.text(lead))
                        .collect(Collectors.joining()),
                    unknown.rules().isEmpty()
                        ? ""
                        : unknown.rules().stream()
                            .map(rule -> "`" + rule + "`")
                            .collect(Collectors.joining(", ", "; settles ", ""))));
      }
      line("");
    }

    private void heading(String title) {
      line("## " + title);
      line("");
    }

    private void line(String line) {
      text.append(line).append('\n');
    }
  }
}
