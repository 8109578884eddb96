package eu.policyadvisor.triage;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.fact.ModelBuilder;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.SubjectBuilder;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assessments made by hand of two rules that find, and one that advises. */
final class Assessed {
  static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final RuleCard ONE = card("test/one", Kind.FINDING);
  private static final RuleCard TWO = card("test/two", Kind.FINDING);
  private static final RuleCard ADVICE = card("test/advice", Kind.ADVICE);

  static final KnowledgeBase KNOWLEDGE =
      new KnowledgeBase(
          "1",
          Map.of(ONE.id(), ONE, TWO.id(), TWO, ADVICE.id(), ADVICE),
          new Catalogue(DAY, null, Map.of(), Map.of(), List.of(), List.of(), List.of()),
          List.of(),
          List.of());

  private Assessed() {}

  /**
   * An assessment.
   *
   * @param subject id of the subject
   * @param file the file of its facts
   * @param title heading of its facts, or null
   * @param conclusions such as {@code test/one on chat}
   */
  static Assessment of(String subject, String file, @Nullable String title, String... conclusions) {
    return new Assessment(
        new FactSet(
            title,
            DAY,
            SubjectBuilder.builder().id(subject).provenance(Provenance.NONE).build(),
            Map.of(),
            new Provenance(file, "", 1, 1, Map.of())),
        DAY,
        KNOWLEDGE,
        Stance.NOTHING_FOUND,
        List.of(),
        List.of(),
        Stream.of(conclusions)
            .filter(each -> !each.startsWith(ADVICE.id()))
            .map(Assessed::finding)
            .toList(),
        Stream.of(conclusions)
            .filter(each -> each.startsWith(ADVICE.id()))
            .map(Assessed::advice)
            .toList(),
        List.of(),
        List.of(),
        Set.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        Triage.NONE);
  }

  /** What an assessment concludes, as {@link #of} is told it. */
  static List<String> conclusions(Assessment assessment) {
    return Stream.concat(assessment.findings().stream(), assessment.recommendations().stream())
        .map(Assessed::words)
        .toList();
  }

  static String words(Reasoned<?> reasoned) {
    return reasoned.card().id() + " on " + reasoned.conclusion().on().id();
  }

  private static Reasoned<Finding> finding(String words) {
    RuleCard card = words.startsWith(ONE.id()) ? ONE : TWO;
    return reasoned(new Finding(card.id(), fact(words)), card);
  }

  private static Reasoned<Recommendation> advice(String words) {
    return reasoned(new Recommendation(ADVICE.id(), fact(words)), ADVICE);
  }

  private static <C extends Conclusion> Reasoned<C> reasoned(C conclusion, RuleCard card) {
    return new Reasoned<>(
        conclusion,
        Confidence.FULL,
        List.of(
            new Justification(card, List.of(new Premise.Given(conclusion.on(), List.of("id"))))));
  }

  private static Fact fact(String words) {
    return ModelBuilder.builder()
        .id(words.substring(words.indexOf(" on ") + " on ".length()))
        .provenance(Provenance.NONE)
        .build();
  }

  private static RuleCard card(String id, Kind kind) {
    return new RuleCard(
        id,
        kind,
        id,
        "",
        List.of(),
        Layer.MODELS,
        kind == Kind.FINDING ? Severity.HIGH : null,
        Confidence.FULL,
        List.of(),
        null,
        null,
        null);
  }
}
