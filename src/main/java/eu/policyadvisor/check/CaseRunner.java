package eu.policyadvisor.check;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Contradiction;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs cases and says what differs from what they expect. */
public final class CaseRunner {
  private final Advisor advisor;

  /** Runs cases with the rules of an advisor. */
  public CaseRunner(Advisor advisor) {
    this.advisor = advisor;
  }

  /** What differs, one line each; empty when the case passes. */
  public List<String> run(Case test) {
    Assessment assessment = advisor.assess(test.facts(), test.asOf());
    List<String> failures = new ArrayList<>();
    failures.addAll(missing(test));
    for (Case.Expected expected : test.concludes()) {
      if (live(assessment).noneMatch(reasoned -> matches(expected, reasoned))) {
        failures.add("expected " + expected + ", concluded " + ids(assessment));
      }
    }
    for (Case.Expected expected : test.silent()) {
      if (all(assessment).anyMatch(reasoned -> matches(expected, reasoned))) {
        failures.add("did not expect " + expected);
      }
      if (assessment.undeterminedFindings().stream()
          .anyMatch(waiting -> waiting.rule().id().equals(expected.rule()))) {
        failures.add("expected " + expected + " to be clear, not undetermined");
      }
    }
    for (Case.Expected expected : test.undetermined()) {
      if (assessment.undetermined().stream()
          .filter(waiting -> !waiting.awaits().isEmpty())
          .noneMatch(waiting -> waiting.rule().id().equals(expected.rule()))) {
        failures.add("expected " + expected + " to be undetermined");
      }
    }
    for (Case.Expected expected : test.superseded()) {
      if (assessment.superseded().stream()
          .map(Superseded::recommendation)
          .noneMatch(reasoned -> matches(expected, reasoned))) {
        failures.add("expected " + expected + " to be superseded");
      }
    }
    compare(test, assessment, failures);
    assessment.contradictions().forEach(each -> failures.add(words(each)));
    return failures;
  }

  /** The rules that the case names and that do not exist, each with its line. */
  private List<String> missing(Case test) {
    List<String> missing = new ArrayList<>();
    test.rules()
        .forEach(
            (rule, line) -> {
              if (advisor.knowledge().rule(rule).isEmpty()) {
                missing.add(
                    new Problem(
                            test.file(),
                            line.line(),
                            line.column(),
                            BacktestReader.unknownRule(rule, advisor.knowledge()))
                        .toString());
              }
            });
    return missing;
  }

  static String words(Contradiction contradiction) {
    return "contradiction without precedence: "
        + contradiction.one().card().id()
        + " and "
        + contradiction.other().card().id()
        + " on "
        + contradiction.one().conclusion().on().id();
  }

  private static void compare(Case test, Assessment assessment, List<String> failures) {
    if (test.stance() != null && test.stance() != assessment.stance()) {
      failures.add(
          "expected the stance "
              + Names.inFile(test.stance())
              + ", got "
              + Names.inFile(assessment.stance()));
    }
    test.severity()
        .forEach(
            (rule, severity) ->
                compare(
                    rule,
                    "severity",
                    Names.inFile(severity),
                    assessment.findings().stream()
                        .filter(reasoned -> concludedBy(rule, reasoned))
                        .map(reasoned -> Names.inFile(Assessment.severity(reasoned))),
                    failures));
    test.stances()
        .forEach(
            (rule, stance) ->
                compare(
                    rule,
                    "stance",
                    Names.inFile(stance),
                    all(assessment)
                        .flatMap(reasoned -> reasoned.because().stream())
                        .filter(way -> way.rule().id().equals(rule))
                        .map(way -> way.rule().advice())
                        .filter(Objects::nonNull)
                        .map(advice -> Names.inFile(advice.stance())),
                    failures));
    test.confidenceAtMost()
        .forEach(
            (rule, bound) ->
                all(assessment)
                    .filter(reasoned -> concludedBy(rule, reasoned))
                    .filter(reasoned -> exceeds(reasoned, bound))
                    .forEach(
                        reasoned ->
                            failures.add(
                                "expected a confidence of at most "
                                    + bound
                                    + " for "
                                    + rule
                                    + ", got "
                                    + reasoned.confidence().value())));
    for (String awaited : test.awaits()) {
      if (assessment.unknowns().stream()
          .map(unknown -> unknown.value().field() + " of " + unknown.value().fact().id())
          .noneMatch(awaited::equals)) {
        failures.add("expected '" + awaited + "' to be named as not known");
      }
    }
  }

  /** Whether there is something of a rule, and all of it has that severity or stance. */
  private static void compare(
      String rule, String what, String expected, Stream<String> found, List<String> failures) {
    List<String> all = found.distinct().sorted().toList();
    if (!all.equals(List.of(expected))) {
      failures.add(
          "expected the "
              + what
              + " "
              + expected
              + " for "
              + rule
              + ", got "
              + (all.isEmpty() ? "nothing of it" : String.join(" and ", all)));
    }
  }

  private static boolean exceeds(Reasoned<?> reasoned, BigDecimal bound) {
    return reasoned.confidence().value().compareTo(bound) > 0;
  }

  /** What is concluded and not superseded. */
  static Stream<Reasoned<?>> live(Assessment assessment) {
    return Stream.of(
            assessment.concepts(),
            assessment.findings(),
            assessment.recommendations(),
            assessment.superseded().stream().map(Superseded::by).toList())
        .flatMap(List::stream);
  }

  /** What is concluded, superseded or not. */
  static Stream<Reasoned<?>> all(Assessment assessment) {
    return Stream.concat(
        live(assessment), assessment.superseded().stream().map(Superseded::recommendation));
  }

  static boolean matches(Case.Expected expected, Reasoned<?> reasoned) {
    return concludedBy(expected.rule(), reasoned)
        && expected.on().map(id -> id.equals(reasoned.conclusion().on().id())).orElse(true);
  }

  private static boolean concludedBy(String rule, Reasoned<?> reasoned) {
    return reasoned.because().stream()
        .anyMatch(justification -> justification.rule().id().equals(rule));
  }

  private static List<String> ids(Assessment assessment) {
    return live(assessment)
        .map(reasoned -> reasoned.card().id() + " on " + reasoned.conclusion().on().id())
        .toList();
  }
}
