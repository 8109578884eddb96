package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.explain.OpenValues;
import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.say.FactSentences;
import eu.policyadvisor.say.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a page says of an assessment below the brief, in words; what it looks like is up to the
 * page.
 *
 * @param layers the layers of the stack, from the ground up
 * @param sureness how grave the findings are and how sure
 * @param advice all recommendations, in their order
 * @param findings the findings, the gravest first
 * @param superseded the recommendations that yielded
 * @param open what is not known, what can turn an answer first
 * @param notStated the lists about which the facts say nothing
 * @param facts the facts, read back
 * @param sources all that is cited, each once
 * @param remarks what else is to be said, such as of waivers and of contradictions
 */
public record Dossier(
    List<Layered> layers,
    List<Sureness> sureness,
    List<Advised> advice,
    List<Found> findings,
    List<Yielded> superseded,
    List<Open> open,
    List<String> notStated,
    List<String> facts,
    List<Source> sources,
    List<String> remarks) {

  /** The lists whose facts make a layer. */
  private static final Map<Layer, List<Section>> STACK =
      Map.ofEntries(
          Map.entry(Layer.MATERIALS, List.of(Section.CRITICAL_INPUTS, Section.DEPENDENCIES)),
          Map.entry(Layer.CHIPS, List.of(Section.ACCELERATORS)),
          Map.entry(Layer.COMPUTE, List.of(Section.CLOUD_SERVICES)),
          Map.entry(Layer.FRAMEWORKS, List.of(Section.FRAMEWORKS)),
          Map.entry(Layer.MODELS, List.of(Section.MODELS)),
          Map.entry(Layer.APPLICATIONS, List.of(Section.APPLICATIONS)),
          Map.entry(Layer.DATA, List.of(Section.DATA_FLOWS)));

  private static final List<Layer> ORDER =
      List.of(
          Layer.MATERIALS,
          Layer.CHIPS,
          Layer.COMPUTE,
          Layer.FRAMEWORKS,
          Layer.MODELS,
          Layer.APPLICATIONS,
          Layer.DATA);

  /** Copies the lists. */
  public Dossier {
    layers = List.copyOf(layers);
    sureness = List.copyOf(sureness);
    advice = List.copyOf(advice);
    findings = List.copyOf(findings);
    superseded = List.copyOf(superseded);
    open = List.copyOf(open);
    notStated = List.copyOf(notStated);
    facts = List.copyOf(facts);
    sources = List.copyOf(sources);
    remarks = List.copyOf(remarks);
  }

  /**
   * A layer of the stack.
   *
   * @param name what it is called
   * @param items what stands in it; empty where nothing does
   * @param stance the gravest answer on these; not stated where nothing stands in it
   * @param severity the gravest finding on these; null where there is none
   * @param findings how many findings there are on these
   */
  public record Layered(
      String name, List<String> items, Stance stance, @Nullable Severity severity, int findings) {
    /** Copies the list. */
    public Layered {
      items = List.copyOf(items);
    }
  }

  /**
   * How many findings are as grave, by how sure they are.
   *
   * @param severity how grave
   * @param high how many are sure
   * @param medium how many are less so
   * @param low how many are little so
   */
  public record Sureness(Severity severity, int high, int medium, int low) {}

  /**
   * A recommendation with its proof.
   *
   * @param rank its number
   * @param part the part of the report it belongs to
   * @param action what to do
   * @param terms who, how urgent, how binding, how sure
   * @param stance the stance it takes
   * @param done by what one sees that it is done; empty where the rule does not say
   * @param because the findings behind it
   * @param facts the values that it rests on, with their places
   * @param basis what it cites, with its state
   * @param doubts what it rests on and is in doubt
   * @param rule the id of its rule
   */
  public record Advised(
      int rank,
      String part,
      String action,
      String terms,
      Stance stance,
      String done,
      List<String> because,
      List<String> facts,
      List<String> basis,
      List<String> doubts,
      String rule) {
    /** Copies the lists. */
    public Advised {
      because = List.copyOf(because);
      facts = List.copyOf(facts);
      basis = List.copyOf(basis);
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * Findings of one rule that are as grave.
   *
   * @param severity how grave
   * @param title what was found
   * @param summary the same in a sentence
   * @param on what it was found on
   * @param confidence how sure
   * @param decided what was decided about it, such as a waiver; empty for nothing
   * @param rule the id of the rule
   * @param places where the facts stand
   */
  public record Found(
      Severity severity,
      String title,
      String summary,
      List<String> on,
      String confidence,
      List<String> decided,
      String rule,
      List<String> places) {
    /** Copies the lists. */
    public Found {
      on = List.copyOf(on);
      decided = List.copyOf(decided);
      places = List.copyOf(places);
    }
  }

  /**
   * A recommendation that yielded.
   *
   * @param action what it asked for
   * @param to what prevails
   * @param why why
   */
  public record Yielded(String action, String to, String why) {}

  /**
   * A value that is not known.
   *
   * @param question what to ask
   * @param asked whether the file says that it is unknown
   * @param leads what answers lead to
   */
  public record Open(String question, boolean asked, List<String> leads) {
    /** Copies the list. */
    public Open {
      leads = List.copyOf(leads);
    }
  }

  /**
   * A source.
   *
   * @param text the source, with the places in it
   * @param status its state, in words
   * @param link where it can be read; empty where no address is known
   */
  public record Source(String text, String status, String link) {}

  /** Of an assessment; of facts that nothing tells apart the first is told of. */
  public static Dossier of(Assessment assessment) {
    LikeFacts like = LikeTold.in(assessment);
    return new Maker(
            assessment, LikeTold.of(assessment, like), new FactNames(assessment.facts(), like))
        .dossier();
  }

  /** Makes one. */
  private static final class Maker {
    private final Assessment whole;
    private final Assessment assessment;
    private final FactNames names;
    private final Turns turns;

    Maker(Assessment whole, Assessment assessment, FactNames names) {
      this.whole = whole;
      this.assessment = assessment;
      this.names = names;
      this.turns = new Turns(assessment, names);
    }

    Dossier dossier() {
      return new Dossier(
          ORDER.stream().map(this::layer).toList(),
          Stream.of(Severity.values())
              .sorted(Comparator.reverseOrder())
              .map(this::sureness)
              .toList(),
          Ranked.all(assessment).stream().map(this::advised).toList(),
          FactNames.together(assessment.findings()).stream().map(this::found).toList(),
          assessment.superseded().stream().map(this::yielded).toList(),
          open(),
          assessment.notStated().stream().map(Labels::of).toList(),
          FactSentences.of(assessment.facts(), assessment.knowledge().catalogue()).stream()
              .map(Sentence::text)
              .map(Plain::text)
              .toList(),
          FactNames.basis(FactNames.citations(assessment.recommendations(), assessment)).stream()
              .map(this::source)
              .toList(),
          remarks());
    }

    private Layered layer(Layer layer) {
      List<Section> sections = STACK.getOrDefault(layer, List.of());
      List<Item> items =
          assessment.items().stream()
              .filter(item -> sections.contains(item.fact().section()))
              .toList();
      return new Layered(
          Labels.of(layer),
          items.stream().map(item -> names.label(item.fact())).toList(),
          items.stream().map(Item::stance).min(Comparator.naturalOrder()).orElse(Stance.NOT_STATED),
          items.stream()
              .flatMap(item -> item.gravest().stream())
              .max(Comparator.naturalOrder())
              .orElse(null),
          items.stream().mapToInt(item -> item.findings().size()).sum());
    }

    private Sureness sureness(Severity severity) {
      List<String> words =
          assessment.open().stream()
              .filter(finding -> Assessment.severity(finding) == severity)
              .map(finding -> finding.confidence().words())
              .toList();
      return new Sureness(
          severity, count(words, "high"), count(words, "medium"), count(words, "low"));
    }

    private static int count(List<String> words, String word) {
      return (int) words.stream().filter(word::equals).count();
    }

    private Advised advised(Ranked ranked) {
      List<Reasoned<Recommendation>> recommendations = ranked.recommendations();
      String done = names.doneWhen(recommendations);
      List<String> because = new ArrayList<>();
      for (List<Reasoned<Finding>> reasons :
          FactNames.together(FactNames.findings(recommendations))) {
        because.add(
            "%s (%s%s). %s"
                .formatted(
                    reasons.get(0).card().title(),
                    Labels.of(Assessment.severity(reasons.get(0))),
                    TriageWords.waived(reasons, assessment) ? ", waived" : "",
                    reasons.get(0).card().summary()));
      }
      List<FactNames.Line> evidence = names.told(FactNames.evidence(recommendations));
      List<String> facts = new ArrayList<>();
      evidence.stream().filter(line -> !line.applied()).map(Maker::value).forEach(facts::add);
      facts.addAll(names.applied(evidence));
      return new Advised(
          ranked.rank(),
          ranked.part().title(),
          names.action(recommendations),
          String.join(
              " · ",
              names.addressee(recommendations.get(0)),
              Labels.of(ranked.advice().urgency()),
              Labels.of(ranked.advice().strength()),
              "confidence " + FactNames.confidence(recommendations)),
          ranked.advice().stance(),
          done == null ? "" : done,
          because,
          facts,
          FactNames.basis(FactNames.citations(recommendations, assessment)).stream()
              .map(
                  basis -> basis.text() + " " + Labels.doubt(basis.instrument(), assessment.asOf()))
              .toList(),
          FactNames.doubts(recommendations, assessment, true),
          ranked.card().id());
    }

    private static String value(FactNames.Line line) {
      String place = line.place().isEmpty() ? "" : " (" + line.place() + ")";
      if (line.text() == null) {
        return "presumed: %s is %s%s"
            .formatted(
                line.named(), line.askedAndUnknown() ? "said to be unknown" : "not stated", place);
      }
      String from =
          !line.catalogued().isEmpty()
              ? " (catalogue: " + line.catalogued() + ")"
              : line.listed().isEmpty() ? "" : " (list: " + line.listed() + ")";
      return line.named() + " = " + line.text() + from + place;
    }

    private Found found(List<Reasoned<Finding>> findings) {
      Reasoned<Finding> first = findings.get(0);
      return new Found(
          Assessment.severity(first),
          first.card().title(),
          first.card().summary(),
          findings.stream().map(each -> names.label(each.conclusion().on())).toList(),
          FactNames.confidence(findings),
          TriageWords.decided(findings, assessment),
          first.card().id(),
          findings.stream()
              .map(each -> FactNames.place(each.conclusion().on(), 0))
              .filter(place -> !place.isEmpty())
              .distinct()
              .toList());
    }

    private Yielded yielded(Superseded superseded) {
      return new Yielded(
          names.action(superseded.recommendation()),
          names.named(superseded.by().conclusion().by()),
          superseded.by().card().summary());
    }

    private List<Open> open() {
      OpenValues open = new OpenValues(assessment);
      return open.all().stream()
          .map(Assessment.Unknown::value)
          .map(
              value ->
                  new Open(
                      turns.question(value, null),
                      value.asked(),
                      open.turns(value).stream().map(turns::lead).distinct().toList()))
          .toList();
    }

    private Source source(FactNames.Basis basis) {
      String link = basis.instrument().link();
      return new Source(
          basis.text(),
          Labels.doubt(basis.instrument(), assessment.asOf()),
          Optional.ofNullable(link).map(Markdown::target).orElse(""));
    }

    private List<String> remarks() {
      List<String> remarks = new ArrayList<>();
      if (!assessment.contradictions().isEmpty()) {
        remarks.add(
            "Error of the knowledge base: contradictory advice. Rely on neither, and report this: "
                + String.join(
                    "; ",
                    assessment.contradictions().stream()
                        .map(each -> each.one().card().id() + " and " + each.other().card().id())
                        .toList()));
      }
      String compared = TriageWords.compared(whole);
      if (compared != null) {
        remarks.add(compared);
      }
      ScreeningWords words = ScreeningWords.of(whole);
      remarks.addAll(words.lists());
      words
          .remarks()
          .forEach(
              each -> remarks.add(each.label() + " " + each.text() + " · " + each.reference()));
      return remarks;
    }
  }
}
