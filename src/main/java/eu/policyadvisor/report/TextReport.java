package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Contradiction;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Supersession;
import eu.policyadvisor.explain.OpenValues;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Assessments for people who read them on a terminal. */
public final class TextReport implements Report {
  private static final int NARROWEST = 60;
  private static final int WIDEST = 200;
  private static final int MOST_UNKNOWNS = 8;

  /** What an answer leads to, of one value. */
  private static final int MOST_LEADS = 2;

  /** Where the text of a numbered entry begins, and that of a labelled line in it. */
  private static final int ENTRY = 5;

  private static final int LABELLED = ENTRY + 11;

  /** Where the text of the answer begins, and that of an item: behind the longest stance. */
  private static final int ANSWER = 9;

  private static final int ITEM = 18;

  private static final int ALSO = 20;

  private final int width;
  private final boolean colour;
  private final Detail detail;
  private final Extras extras;

  /** How much is told. */
  private enum Detail {
    /** The answers, what to do first, and each finding on a line. */
    SHORT,
    /** What calls for action, with its reasons. */
    REASONED,
    /** Every value that is not known, and derived concepts. */
    FULL
  }

  /**
   * A report of everything that calls for action.
   *
   * @param width columns of the terminal; held between 60 and 200
   * @param colour whether to colour and emphasise; the words say the same without
   */
  public TextReport(int width, boolean colour) {
    this(width, colour, Detail.REASONED, Extras.NONE);
  }

  private TextReport(int width, boolean colour, Detail detail, Extras extras) {
    this.width = Math.max(NARROWEST, Math.min(WIDEST, width));
    this.colour = colour;
    this.detail = detail;
    this.extras = extras;
  }

  /** The same with every value that is not known, the rules that wait, and derived concepts. */
  public TextReport inFull() {
    return new TextReport(width, colour, Detail.FULL, extras);
  }

  /** The same with the answers, what to do first, and each finding on a line; no reasons. */
  public TextReport inShort() {
    return new TextReport(width, colour, Detail.SHORT, extras);
  }

  /** The same with more than the advice. */
  public TextReport with(Extras more) {
    return new TextReport(width, colour, detail, more);
  }

  @Override
  public String entry(Assessment assessment) {
    StringBuilder text = new StringBuilder();
    new Page(assessment).print().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  @Override
  public boolean tellsRange() {
    return true;
  }

  @Override
  public String between() {
    String line = "─".repeat(width);
    return "\n" + (colour ? Style.FAINT.apply(line) : line) + "\n\n";
  }

  @Override
  public String tail(KnowledgeBase knowledge) {
    String basis =
        "Rules " + knowledge.version() + ", catalogue " + knowledge.catalogue().stated() + ".";
    StringBuilder text = new StringBuilder("\n");
    Paragraph.of(Labels.DISCLAIMER + " " + Paragraph.tied(basis), Style.FAINT)
        .append(text, "", "", width, colour);
    return text.toString();
  }

  private static Style style(Stance stance) {
    return switch (stance) {
      case PROHIBIT, RESTRICT, COUNTERMEASURE -> Style.ALARM;
      case PERMIT -> Style.GREEN;
      case NOT_DETERMINED, NOT_COVERED, NOTHING_FOUND, NOT_STATED -> Style.PLAIN;
      default -> Style.STRONG;
    };
  }

  private static Style style(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Style.ALARM;
      case HIGH -> Style.RED;
      case MODERATE -> Style.YELLOW;
      case LOW -> Style.BLUE;
    };
  }

  /** The lines for one subject. */
  private final class Page {
    private final Assessment whole;

    /** What is told of it. */
    private final Assessment assessment;

    private final FactNames wording;
    private final Answers answers;
    private final List<String> lines = new ArrayList<>();

    private Page(Assessment assessment) {
      this.whole = assessment;
      LikeFacts like = LikeTold.in(assessment);
      this.assessment = LikeTold.of(assessment, like);
      this.wording = new FactNames(assessment.facts(), like);
      this.answers = new Answers(this.assessment, wording);
    }

    private List<String> print() {
      header();
      answers();
      assessment.contradictions().forEach(this::contradiction);
      if (detail == Detail.SHORT) {
        outline();
      } else {
        recommendations();
        findings();
        concepts();
        superseded();
        unknowns();
        notStated();
      }
      screening();
      if (extras.keyReasons()) {
        keyReasons();
      }
      if (extras.statuses()) {
        statuses();
      }
      return lines;
    }

    private void header() {
      Subject subject = assessment.facts().subject();
      Paragraph header = Paragraph.of(wording.label(subject), Style.STRONG);
      if (subject.country() != null) {
        header.add(Paragraph.tied("· " + Plain.text(subject.country())));
      }
      if (subject.type() != null) {
        header.add(Paragraph.tied("· " + Labels.of(subject.type())));
      }
      header.add(Paragraph.tied("· advice as of " + assessment.asOf()));
      String stance = Labels.word(assessment.stance());
      int room = width - stance.length() - 2;
      List<String> bare = header.lines(room, false);
      List<String> shown = header.lines(room, colour);
      int gap = width - stance.length() - Columns.of(bare.get(0));
      lines.add(
          shown.get(0)
              + " ".repeat(gap)
              + (colour ? style(assessment.stance()).apply(stance) : stance));
      lines.addAll(shown.subList(1, shown.size()));
      String asked = Answers.asked(assessment);
      Paragraph about = new Paragraph();
      if (!asked.isEmpty()) {
        about.add(asked, assessment.facts().question() == null ? Style.FAINT : Style.STRONG);
      }
      if (!wording.file().isEmpty()) {
        about.add(Paragraph.tied((asked.isEmpty() ? "" : "· ") + wording.file()), Style.FAINT);
      }
      put(about, 0);
      Stream.of(Answers.left(assessment), TriageWords.compared(assessment))
          .flatMap(Stream::ofNullable)
          .forEach(each -> put(Paragraph.of(each, Style.FAINT), 0));
    }

    private void answers() {
      lines.add("");
      Paragraph whole = Paragraph.of(Labels.word(assessment.stance()), style(assessment.stance()));
      if (!answers.carriedBy().isEmpty()) {
        whole.add(answers.carriedBy());
      }
      put("Answer", Style.STRONG, whole, ANSWER);
      answers.turns().forEach(turn -> put(Paragraph.of(turn.text()), ANSWER));
      if (!answers.limits().isEmpty()) {
        put(Paragraph.of(answers.limits(), Style.FAINT), ANSWER);
      }
      if (assessment.items().isEmpty()) {
        return;
      }
      lines.add("");
      heading("Item by item");
      for (Answers.Line line : answers.lines()) {
        Paragraph text = Paragraph.of(line.name(), Style.STRONG);
        String reason = line.reason().text();
        if (!reason.isEmpty()) {
          text.add("· " + reason);
        }
        put("  " + Labels.word(line.stance()), style(line.stance()), text, ITEM);
        line.sentences().forEach(turn -> put(Paragraph.of(turn, Style.FAINT), ITEM));
      }
      answers
          .alsoNotCovered()
          .forEach(each -> put("  also not covered", Style.FAINT, Paragraph.of(each), ALSO));
      first();
    }

    private void first() {
      List<FirstSteps.Step> first = answers.first();
      if (first.isEmpty()) {
        return;
      }
      lines.add("");
      heading("What to do first");
      for (FirstSteps.Step step : first) {
        Paragraph text = Paragraph.of(step.line());
        if (!step.doer().isEmpty()) {
          text.add(Paragraph.tied("· " + step.doer()), Style.FAINT);
        }
        put(
            "  " + (step.isQuestion() ? "?" : "-"),
            text.add(Paragraph.tied("· " + step.due()), Style.FAINT),
            ENTRY);
      }
    }

    private void contradiction(Contradiction contradiction) {
      lines.add("");
      put(Paragraph.of("ERROR OF THE KNOWLEDGE BASE: CONTRADICTORY ADVICE", Style.ALARM), 0);
      for (Reasoned<Recommendation> side : List.of(contradiction.one(), contradiction.other())) {
        put(
            "  ✗",
            Paragraph.of(wording.action(side), Style.STRONG)
                .add("(" + Labels.of(Ranked.advice(side).stance()) + ",")
                .add(side.card().id() + ")"),
            ENTRY);
      }
      put(
          Paragraph.of(
              "Both cannot be followed, and no rule says which one prevails."
                  + " Rely on neither, and report this."),
          ENTRY);
    }

    private void recommendations() {
      List<Ranked> all = Ranked.all(assessment);
      if (all.isEmpty()) {
        lines.add("");
        put(Paragraph.of(TriageWords.none(assessment), Style.STRONG), 0);
      }
      Ranked.Part part = null;
      for (Ranked ranked : all) {
        lines.add("");
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
      put(
          String.format(Locale.ROOT, "%3d", ranked.rank()),
          Paragraph.of(wording.action(recommendations), Style.STRONG),
          ENTRY);
      put(
          Paragraph.of(wording.addressee(recommendations.get(0)))
              .add(Paragraph.tied("· " + Labels.of(advice.urgency())))
              .add(Paragraph.tied("· " + Labels.of(advice.strength())))
              .add(Paragraph.tied("· " + Labels.of(advice.stance())))
              .add(Paragraph.tied("· confidence " + FactNames.confidence(recommendations))),
          ENTRY);
      String done = wording.doneWhen(recommendations);
      if (done != null) {
        labelled("done when", Paragraph.of(done));
      }
      String but = answers.but(ranked);
      if (!but.isEmpty()) {
        labelled("but", Paragraph.of(but));
      }
      if (TriageWords.stands(recommendations, assessment)) {
        labelled("waived", Paragraph.of(TriageWords.STANDS));
      }
      String label = "because";
      for (List<Reasoned<Finding>> reasons :
          FactNames.together(FactNames.findings(recommendations))) {
        labelled(label, because(reasons));
        label = "";
      }
      evidence(recommendations);
      List<FactNames.Basis> bases =
          FactNames.basis(FactNames.citations(recommendations, assessment));
      if (!bases.isEmpty()) {
        labelled("basis", basis(bases));
      }
      List<String> doubts = FactNames.doubts(recommendations, assessment, true);
      if (!doubts.isEmpty()) {
        labelled("in doubt", Paragraph.of(String.join(" · ", doubts)));
      }
      labelled("rule", Paragraph.of(ranked.card().id(), Style.FAINT));
    }

    /** Such as {@code Title (high, confidence medium 0.7) · id}. */
    private Paragraph because(List<Reasoned<Finding>> reasons) {
      RuleCard card = reasons.get(0).card();
      Severity severity = Assessment.severity(reasons.get(0));
      Paragraph text =
          Paragraph.of(card.title())
              .add("(" + Labels.of(severity) + ",", style(severity))
              .add(
                  Paragraph.tied(
                      "confidence "
                          + FactNames.confidence(reasons)
                          + (TriageWords.waived(reasons, assessment) ? ", waived)" : ")")));
      return text.add("· " + card.id(), Style.FAINT);
    }

    private void evidence(List<? extends Reasoned<?>> conclusions) {
      List<FactNames.Line> all = wording.told(FactNames.evidence(conclusions));
      List<FactNames.Line> evidence = all.stream().filter(line -> !line.applied()).toList();
      int place =
          evidence.stream()
              .filter(line -> line.text() != null)
              .mapToInt(line -> Columns.of(line.place()))
              .max()
              .orElse(0);
      String label = "facts";
      Map<String, List<String>> silent = new LinkedHashMap<>();
      for (FactNames.Line line : evidence) {
        if (line.text() == null) {
          silent
              .computeIfAbsent(wording.alone(line.fact()), fact -> new ArrayList<>())
              .add(line.field() + (line.askedAndUnknown() ? " said to be unknown" : " not stated"));
          continue;
        }
        boolean column = place > 0 && place <= width / 3;
        Paragraph text = new Paragraph();
        if (!column) {
          text.add(line.place(), Style.FAINT);
        }
        text.add(line.named()).add("=").add(line.text());
        if (!line.catalogued().isEmpty()) {
          text.add(Paragraph.tied("(catalogue: " + line.catalogued() + ")"), Style.FAINT);
        } else if (!line.listed().isEmpty()) {
          text.add("(list: " + line.listed() + ")", Style.FAINT);
        }
        if (column) {
          String mark = " ".repeat(ENTRY) + label;
          String front = mark + " ".repeat(LABELLED - mark.length()) + line.place();
          put(front, Style.FAINT, text, LABELLED + place + 2);
        } else {
          labelled(label, text);
        }
        label = "";
      }
      for (String measure : wording.applied(all)) {
        labelled(label, Paragraph.of(measure).add("(from the catalogue)", Style.FAINT));
        label = "";
      }
      label = "presumed";
      for (Map.Entry<String, List<String>> fact : silent.entrySet()) {
        labelled(label, Paragraph.of(fact.getKey() + ": " + String.join(", ", fact.getValue())));
        label = "";
      }
    }

    private Paragraph basis(List<FactNames.Basis> bases) {
      Paragraph text = new Paragraph();
      for (FactNames.Basis basis : bases) {
        text.add(basis.equals(bases.get(0)) ? "" : "·").add(basis.text());
        text.add(Labels.doubt(basis.instrument(), assessment.asOf()), Style.FAINT);
      }
      return text;
    }

    /** Each finding on a line, and how much more there is to read. */
    private void outline() {
      if (assessment.recommendations().isEmpty()) {
        lines.add("");
        put(Paragraph.of(TriageWords.none(assessment), Style.STRONG), 0);
      }
      lines.add("");
      heading("Findings", TriageWords.counts(whole));
      for (List<Reasoned<Finding>> findings : FactNames.together(assessment.findings())) {
        Severity severity = Assessment.severity(findings.get(0));
        boolean waived = TriageWords.waived(findings, assessment);
        List<String> on =
            findings.stream().map(each -> wording.label(each.conclusion().on())).toList();
        Set<String> places = new LinkedHashSet<>();
        findings.forEach(each -> places.add(FactNames.place(each.conclusion().on(), 0)));
        places.remove("");
        RuleCard card = findings.get(0).card();
        put(
            "  " + (waived ? "waived" : Labels.of(severity)),
            waived ? Style.FAINT : style(severity),
            Paragraph.of(card.title(), Style.STRONG)
                .add("· on " + Names.list(on, "and"))
                .add("· " + card.id(), Style.FAINT)
                .add(places.isEmpty() ? "" : "· " + String.join(", ", places), Style.FAINT),
            12);
        TriageWords.decided(findings, assessment)
            .forEach(decision -> put(Paragraph.of(decision), 12));
      }
      int open = new OpenValues(assessment).all().size();
      lines.add("");
      put(
          Paragraph.of(
              "%s, %s: --detail full says all, with reasons and sources."
                  .formatted(
                      Labels.count(
                          Ranked.all(assessment).size(), "recommendation", "recommendations"),
                      Labels.count(open, "value not known", "values not known")),
              Style.FAINT),
          0);
    }

    private void findings() {
      lines.add("");
      heading("Findings", TriageWords.counts(whole));
      FactNames.together(assessment.open()).forEach(this::finding);
      FactNames.together(
              assessment.findings().stream()
                  .filter(finding -> assessment.waiver(finding).isPresent())
                  .toList())
          .forEach(this::finding);
    }

    private void finding(List<Reasoned<Finding>> findings) {
      RuleCard card = findings.get(0).card();
      Severity severity = Assessment.severity(findings.get(0));
      Paragraph first = Paragraph.of(card.title(), Style.STRONG);
      List<String> on = new ArrayList<>();
      Set<String> places = new LinkedHashSet<>();
      for (Reasoned<Finding> finding : findings) {
        on.add(wording.label(finding.conclusion().on()));
        places.add(FactNames.place(finding.conclusion().on(), 0));
      }
      first
          .add("· on " + Names.list(on, "and"))
          .add(Paragraph.tied("· confidence " + FactNames.confidence(findings)));
      boolean waived = TriageWords.waived(findings, assessment);
      put(
          "  " + (waived ? "waived" : Labels.of(severity)),
          waived ? Style.FAINT : style(severity),
          first,
          12);
      put(Paragraph.of(card.summary()), 12);
      TriageWords.decided(findings, assessment)
          .forEach(decision -> put(Paragraph.of(decision), 12));
      List<String> doubts = FactNames.doubts(findings, assessment, false);
      if (!doubts.isEmpty()) {
        put(Paragraph.of("in doubt: " + String.join(" · ", doubts), Style.FAINT), 12);
      }
      places.remove("");
      put(
          Paragraph.of(
              card.id() + (places.isEmpty() ? "" : " · " + String.join(", ", places)), Style.FAINT),
          12);
    }

    private void concepts() {
      if (detail != Detail.FULL || assessment.concepts().isEmpty()) {
        return;
      }
      lines.add("");
      heading("Derived");
      assessment
          .concepts()
          .forEach(
              concept ->
                  hang(
                      Paragraph.of(
                              "%s: %s%s ·"
                                  .formatted(
                                      wording.label(concept.conclusion().on()),
                                      concept.conclusion().text(),
                                      Paragraph.tied(
                                          " · confidence " + Labels.of(concept.confidence()))))
                          .add(String.join(", ", FactNames.rules(concept)), Style.FAINT)));
    }

    private void superseded() {
      if (assessment.superseded().isEmpty()) {
        return;
      }
      lines.add("");
      heading("Superseded");
      for (Superseded superseded : assessment.superseded()) {
        Supersession supersession = superseded.by().conclusion();
        put("  ✗", Paragraph.of(wording.action(superseded.recommendation()), Style.STRUCK), ENTRY);
        labelled("yields to", Paragraph.of(wording.named(supersession.by())));
        labelled("why", Paragraph.of(superseded.by().card().summary()));
        labelled(
            "rule",
            Paragraph.of(
                superseded.recommendation().card().id() + ", by " + supersession.rule(),
                Style.FAINT));
      }
    }

    private void unknowns() {
      OpenValues open = new OpenValues(assessment);
      if (open.all().isEmpty()) {
        return;
      }
      lines.add("");
      heading(
          "Not known",
          Labels.count(open.all().size(), "value matters", "values matter")
              + (assessment.undeterminedFindings().isEmpty()
                  ? ""
                  : " · "
                      + Labels.count(
                          assessment.undeterminedFindings().size(), "rule waits", "rules wait")));
      int shown = 0;
      int left = 0;
      for (Assessment.Unknown unknown : open.all()) {
        if (detail != Detail.FULL && shown >= MOST_UNKNOWNS && !unknown.value().asked()) {
          left++;
          continue;
        }
        shown++;
        hang(unknown(unknown, Leads.of(open.turns(unknown.value()))));
      }
      if (left > 0) {
        hang(Paragraph.of("and " + left + " more that turn or settle less", Style.FAINT));
      }
    }

    private Paragraph unknown(Assessment.Unknown unknown, List<String> leads) {
      Paragraph text =
          Paragraph.of(unknown.value().field(), Style.STRONG)
              .add("of " + wording.label(unknown.value().fact()));
      leads.stream()
          .limit(detail == Detail.FULL ? Integer.MAX_VALUE : MOST_LEADS)
          .forEach(lead -> text.add("· " + lead));
      if (!unknown.rules().isEmpty()) {
        text.add(
            Paragraph.tied("· settles " + Labels.count(unknown.rules().size(), "rule", "rules")));
      }
      text.add(Paragraph.tied(unknown.value().asked() ? "· said to be unknown" : "· not stated"));
      if (detail == Detail.FULL && !unknown.rules().isEmpty()) {
        text.add("· " + String.join(", ", unknown.rules()), Style.FAINT);
      }
      return text;
    }

    private void notStated() {
      if (assessment.notStated().isEmpty()) {
        return;
      }
      lines.add("");
      heading("Not stated");
      put(
          Paragraph.of(
              String.join(", ", assessment.notStated().stream().map(Labels::of).toList())
                  + "; an empty list would say that there are none"),
          2);
    }

    private void screening() {
      ScreeningWords words = ScreeningWords.of(assessment);
      if (words.isEmpty()) {
        return;
      }
      lines.add("");
      heading("Screening lists");
      words.lists().forEach(each -> hang(Paragraph.of(each)));
      words
          .remarks()
          .forEach(
              each ->
                  hang(
                      Paragraph.of(each.label(), Style.STRONG)
                          .add(each.text())
                          .add("· " + each.reference(), Style.FAINT)));
    }

    private void keyReasons() {
      lines.add("");
      heading(Appendix.KEY_REASONS);
      for (Appendix.KeyReason each : Appendix.keyReasons(assessment)) {
        hang(Paragraph.of(each.conclusion() + ":").add(each.reason()));
      }
    }

    private void statuses() {
      lines.add("");
      heading(
          "Rules for %s as of %s"
              .formatted(wording.label(assessment.facts().subject()), assessment.asOf()));
      put(Paragraph.of(Appendix.COUNTS, Style.FAINT), 2);
      Appendix.statuses(assessment)
          .forEach(
              (title, ids) -> {
                lines.add("");
                put(Paragraph.of(title + " (" + ids.size() + ")"), 2);
                ids.forEach(id -> lines.add("    " + id));
              });
    }

    private void heading(String title) {
      heading(title, "");
    }

    private void heading(String title, String rest) {
      Paragraph heading = Paragraph.of(title, Style.STRONG);
      if (!rest.isEmpty()) {
        heading.add(Paragraph.TIE + Paragraph.tied(rest));
      }
      lines.addAll(heading.lines(width, colour));
    }

    private void labelled(String label, Paragraph text) {
      put(" ".repeat(ENTRY) + label, Style.FAINT, text, LABELLED);
    }

    private void put(Paragraph text, int indent) {
      put("", text, indent);
    }

    private void put(String mark, Paragraph text, int indent) {
      put(mark, Style.PLAIN, text, indent);
    }

    /** Lines behind a mark; the mark keeps clear of the text. */
    private void put(String mark, Style style, Paragraph text, int indent) {
      List<String> body = text.lines(width - indent, colour);
      for (int i = 0; i < body.size(); i++) {
        String front = i == 0 ? mark : "";
        String shown = front.isBlank() || !colour ? front : styled(front, style);
        lines.add(shown + " ".repeat(indent - Columns.of(front)) + body.get(i));
      }
    }

    /** Lines of an entry without a mark: those after the first one further in. */
    private void hang(Paragraph text) {
      String indent = "  ";
      for (String line : text.lines(width - 4, colour)) {
        lines.add(indent + line);
        indent = "    ";
      }
    }

    private String styled(String front, Style style) {
      String text = front.stripLeading();
      return front.substring(0, front.length() - text.length()) + style.apply(text);
    }
  }
}
