package eu.policyadvisor.report.comparison;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.compare.Aspect;
import eu.policyadvisor.compare.Cause;
import eu.policyadvisor.compare.Difference;
import eu.policyadvisor.compare.FactDifference;
import eu.policyadvisor.compare.KnowledgeEdit;
import eu.policyadvisor.compare.RulesComparison;
import eu.policyadvisor.compare.SituationComparison;
import eu.policyadvisor.compare.Witness;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comparisons as JSON, for other programs; {@code comparison.schema.json} describes them. */
public final class ComparisonJson implements ComparisonReport {
  /** The schema that every document names; the number changes when a reader must change. */
  public static final String SCHEMA = "https://eu-ai-policy-advisor.example/schema/comparison-1";

  /** The shape of a document; the JSON Schema is made from it. */
  record Document(String schema, @Nullable OfRules rules, @Nullable OfSituations situations) {}

  /** What an edit of the rules comes to. */
  record OfRules(
      String before,
      String after,
      int factSets,
      boolean differs,
      List<OfEdits> impacts,
      List<OfFactSet> unexplained,
      List<OneEdit> withoutEffect,
      boolean bounded) {}

  /** What one edit comes to, or several that are needed together. */
  record OfEdits(
      List<OneEdit> edits,
      List<OfFactSet> changes,
      OfFactSet explained,
      @Nullable String concluded,
      @Nullable String notConcluded) {}

  /** An edit. */
  record OneEdit(
      KnowledgeEdit.What what,
      String name,
      Difference.How how,
      List<KnowledgeEdit.Detail> details,
      @Nullable String place) {}

  /** A difference on a fact set. */
  record OfFactSet(
      @Nullable String file,
      String subject,
      LocalDate asOf,
      Advised difference,
      List<List<String>> alsoBy,
      boolean inProof) {}

  /** A difference in advice. */
  record Advised(
      Aspect.Of of,
      @Nullable String rule,
      @Nullable String list,
      @Nullable String on,
      @Nullable String attribute,
      Difference.How how,
      @Nullable String before,
      @Nullable String after) {}

  /** What differs between two situations. */
  record OfSituations(
      Situation before,
      Situation after,
      boolean differs,
      List<OneCause> differences,
      List<OneFact> withoutEffect,
      boolean bounded) {}

  /** A situation. */
  record Situation(@Nullable String file, String subject, LocalDate asOf, Stance stance) {}

  /** A difference in advice with its cause. */
  record OneCause(Advised difference, List<List<OneFact>> causes, boolean inProof) {}

  /** A differing fact. */
  record OneFact(
      FactDifference.Kind kind,
      String path,
      FactDifference.Spot before,
      FactDifference.Spot after) {}

  @Override
  public String render(RulesComparison comparison) {
    return document(
        new OfRules(
            comparison.before(),
            comparison.after(),
            comparison.factSets(),
            comparison.differs(),
            comparison.impacts().stream().map(ComparisonJson::of).toList(),
            comparison.unexplained().stream().map(ComparisonJson::of).toList(),
            comparison.withoutEffect().stream().map(ComparisonJson::of).toList(),
            comparison.bounded()),
        null);
  }

  private static String document(@Nullable OfRules rules, @Nullable OfSituations situations) {
    return JsonReport.document(new Document(SCHEMA, rules, situations));
  }

  private static OfEdits of(RulesComparison.Impact impact) {
    Witness witness = impact.witness();

    return new OfEdits(
        impact.edits().stream().map(ComparisonJson::of).toList(),
        impact.changes().stream().map(ComparisonJson::of).toList(),
        of(impact.explained()),
        witness.conclusion() == null
            ? null
            : ComparisonWords.because(witness.conclusion(), witness.catalogue()),
        JsonReport.stated(ComparisonWords.otherwise(witness.otherwise())));
  }

  private static OneEdit of(KnowledgeEdit edit) {
    return new OneEdit(
        edit.what(), edit.name(), edit.how(), edit.details(), JsonReport.stated(edit.place()));
  }

  private static OfFactSet of(RulesComparison.Change change) {
    Cause<KnowledgeEdit> cause = change.cause();
    return new OfFactSet(
        file(change.facts()),
        change.facts().subject().id(),
        change.asOf(),
        of(cause.difference()),
        cause.ways().stream()
            .skip(1)
            .map(way -> way.stream().map(ComparisonWords::named).toList())
            .toList(),
        cause.inProof());
  }

  private static @Nullable String file(FactSet facts) {
    return JsonReport.stated(facts.provenance().file());
  }

  private static Advised of(Difference difference) {
    Aspect aspect = difference.aspect();
    boolean stance = aspect.of() == Aspect.Of.STANCE;
    return new Advised(
        aspect.of(),
        stance ? null : aspect.rule(),
        stance ? null : aspect.section().key(),
        stance ? null : aspect.fact(),
        JsonReport.stated(aspect.attribute()),
        difference.how(),
        difference.before(),
        difference.after());
  }

  @Override
  public String render(SituationComparison comparison) {
    return document(
        null,
        new OfSituations(
            of(comparison.before()),
            of(comparison.after()),
            !comparison.causes().isEmpty(),
            comparison.causes().stream()
                .map(
                    cause ->
                        new OneCause(
                            of(cause.difference()),
                            cause.ways().stream().map(ComparisonJson::facts).toList(),
                            cause.inProof()))
                .toList(),
            facts(comparison.withoutEffect()),
            comparison.bounded()));
  }

  private static Situation of(Assessment assessment) {
    return new Situation(
        file(assessment.facts()),
        assessment.facts().subject().id(),
        assessment.asOf(),
        assessment.stance());
  }

  private static List<OneFact> facts(List<FactDifference> facts) {
    return facts.stream()
        .map(fact -> new OneFact(fact.kind(), fact.path(), fact.before(), fact.after()))
        .toList();
  }
}
