package eu.policyadvisor.report.comparison;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.compare.Aspect;
import eu.policyadvisor.compare.Cause;
import eu.policyadvisor.compare.Difference;
import eu.policyadvisor.compare.FactDifference;
import eu.policyadvisor.compare.KnowledgeEdit;
import eu.policyadvisor.compare.RulesComparison;
import eu.policyadvisor.compare.SituationComparison;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.explanation.Reasons.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison says, before it is laid out.
 *
 * @param title what was compared
 * @param sum what came of it, in one line
 * @param sections a cause each, with what it comes to
 */
record ComparisonOutline(String title, String sum, List<Line> sections) {
  private static final String ONLY_SEEN =
      "* The cause stands in no proof of this, as where a rule asks that something be absent; it"
          + " was seen by taking the cause alone and running the rules.";

  private static final String BOUNDED =
      "The search for causes was cut short: some may be missing, others larger than they need be.";

  static ComparisonOutline of(RulesComparison comparison) {
    List<Line> sections = new ArrayList<>();
    for (RulesComparison.Impact impact : comparison.impacts()) {
      sections.add(impact(impact, comparison));
    }
    if (!comparison.unexplained().isEmpty()) {
      sections.add(
          new Line("No edit was found that causes this", true, changes(comparison.unexplained())));
    }
    if (!comparison.withoutEffect().isEmpty()) {
      sections.add(
          new Line(
              "Without effect on these facts",
              true,
              ComparisonWords.listed(comparison.withoutEffect())));
    }
    footnotes(
        comparison.impacts().stream()
            .flatMap(impact -> impact.changes().stream())
            .map(RulesComparison.Change::cause)
            .toList(),
        comparison.bounded(),
        sections);
    return new ComparisonOutline(
        "Rules: " + Plain.text(comparison.before()) + " → " + Plain.text(comparison.after()),
        sum(comparison),
        sections);
  }

  private static String sum(RulesComparison comparison) {
    long differing =
        Stream.concat(
                comparison.impacts().stream().flatMap(impact -> impact.changes().stream()),
                comparison.unexplained().stream())
            .map(RulesComparison.Change::facts)
            .distinct()
            .count();
    String edits =
        comparison.edits().isEmpty()
            ? "no edit that matters"
            : Labels.count(comparison.edits().size(), "edit", "edits");
    return edits
        + "; advice "
        + (differing == 0 ? "is the same for " : "differs for " + differing + " of ")
        + Labels.count(comparison.factSets(), "fact set", "fact sets");
  }

  private static Line impact(RulesComparison.Impact impact, RulesComparison comparison) {
    List<Line> below = new ArrayList<>(changes(impact.changes()));
    RulesComparison.Change explained = impact.explained();
    below.add(
        new Line(
            "Why: %s in %s"
                .formatted(
                    ComparisonWords.aspect(explained.cause().difference().aspect()),
                    file(explained.facts())),
            false,
            ComparisonWords.witness(impact.witness(), explained.cause().difference(), comparison)));
    return new Line(ComparisonWords.edits(impact.edits()), true, below);
  }

  /** The differences by fact set. */
  private static List<Line> changes(List<RulesComparison.Change> changes) {
    Map<FactSet, List<Line>> bySet = new LinkedHashMap<>();
    Map<FactSet, LocalDate> days = new HashMap<>();
    for (RulesComparison.Change change : changes) {
      days.put(change.facts(), change.asOf());
      bySet
          .computeIfAbsent(change.facts(), any -> new ArrayList<>())
          .add(Line.of(ComparisonWords.difference(change.cause().difference()) + rest(change)));
    }
    return bySet.entrySet().stream()
        .map(
            each ->
                new Line(
                    "%s · %s as of %s"
                        .formatted(
                            file(each.getKey()),
                            Plain.text(each.getKey().subject().label()),
                            days.get(each.getKey())),
                    false,
                    each.getValue()))
        .toList();
  }

  private static String rest(RulesComparison.Change change) {
    Cause<KnowledgeEdit> cause = change.cause();
    String others =
        cause.ways().stream()
            .skip(1)
            .map(
                way ->
                    way.stream().map(ComparisonWords::named).collect(Collectors.joining(" with ")))
            .collect(Collectors.joining(", "));
    return (others.isEmpty() ? "" : " (by itself also: " + others + ")") + seen(cause);
  }

  private static String seen(Cause<?> cause) {
    return cause.inProof() || cause.ways().isEmpty() ? "" : " *";
  }

  private static void footnotes(
      List<? extends Cause<?>> causes, boolean bounded, List<Line> sections) {
    if (causes.stream().anyMatch(cause -> !seen(cause).isEmpty())) {
      sections.add(Line.of(ONLY_SEEN));
    }
    if (bounded) {
      sections.add(Line.of(BOUNDED));
    }
  }

  /** The file, or what the subject is called where there is none. */
  private static String file(FactSet facts) {
    String file = facts.provenance().file();
    return Plain.text(file.isEmpty() ? facts.subject().label() : file);
  }

  static ComparisonOutline of(SituationComparison comparison) {
    Map<List<FactDifference>, List<Line>> byCause = new LinkedHashMap<>();
    List<Line> unexplained = new ArrayList<>();
    Map<Aspect, Cause<FactDifference>> sorted = new TreeMap<>();
    comparison.causes().forEach(cause -> sorted.put(cause.difference().aspect(), cause));
    for (Cause<FactDifference> cause : sorted.values()) {
      Line line = Line.of(ComparisonWords.difference(cause.difference()) + others(cause));
      if (cause.ways().isEmpty()) {
        unexplained.add(line);
      } else {
        byCause.computeIfAbsent(cause.ways().get(0), any -> new ArrayList<>()).add(line);
      }
    }
    List<Line> sections = new ArrayList<>();
    byCause.forEach(
        (facts, lines) ->
            sections.add(
                new Line(
                    (facts.size() > 1 ? "Together: " : "")
                        + facts.stream()
                            .map(ComparisonWords::fact)
                            .collect(Collectors.joining("; and ")),
                    true,
                    lines)));
    if (!unexplained.isEmpty()) {
      sections.add(new Line("No differing fact was found that causes this", true, unexplained));
    }
    if (!comparison.withoutEffect().isEmpty()) {
      sections.add(
          new Line(
              "Without effect on the advice",
              true,
              comparison.withoutEffect().stream()
                  .map(fact -> Line.of(ComparisonWords.fact(fact)))
                  .toList()));
    }
    footnotes(comparison.causes(), comparison.bounded(), sections);
    return new ComparisonOutline(
        situation(comparison.before()) + " → " + situation(comparison.after()),
        sum(comparison),
        sections);
  }

  private static String others(Cause<FactDifference> cause) {
    String others =
        cause.ways().stream()
            .skip(1)
            .map(
                way -> way.stream().map(FactDifference::path).collect(Collectors.joining(" with ")))
            .collect(Collectors.joining(", "));
    return (others.isEmpty() ? "" : " (by itself also: " + Plain.text(others) + ")") + seen(cause);
  }

  private static String situation(Assessment assessment) {
    return file(assessment.facts()) + " (as of " + assessment.asOf() + ")";
  }

  private static String sum(SituationComparison comparison) {
    int facts = comparison.facts().size();
    int differences = comparison.causes().size();
    @Nullable Difference stance =
        comparison.causes().stream()
            .map(Cause::difference)
            .filter(each -> each.aspect().equals(Aspect.STANCE))
            .findFirst()
            .orElse(null);
    return Labels.count(facts, "fact differs", "facts differ")
        + "; "
        + (differences == 0
            ? "the advice is the same"
            : Labels.count(differences, "difference", "differences")
                + " in advice"
                + (stance == null
                    ? ", the stance stays " + Labels.of(comparison.after().stance())
                    : ""));
  }
}
