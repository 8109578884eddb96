package eu.policyadvisor.check;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Inquiry;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Contradiction;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs cases and says what differs from what they expect. */
public final class CaseRunner {
  private final Advisor advisor;

  /** Runs cases with the rules of an advisor. */
  public CaseRunner(Advisor advisor) {
    this.advisor = advisor;
  }

  /**
   * A way in which a case fails.
   *
   * @param message what was expected and what came instead
   * @param rule the rule that did or did not conclude; null where it is about no single rule
   * @param on the fact that it was expected on; null for any
   */
  public record Failure(String message, @Nullable String rule, @Nullable String on) {
    @Override
    public String toString() {
      return message;
    }
  }

  /** What differs; empty when the case passes. */
  public List<Failure> run(Case test) {
    Inquiry inquiry = advisor.inquire(test.facts(), test.asOf());
    // To look into what is not known takes longest. What is found for a few rules is found for
    // all; only silence says that nothing is, and only what goes on yields to what is waited for.
    if (!hangsOnWhatIsNotKnown(test.stance())
        && compare(test, inquiry.advice(watched(test))).isEmpty()) {
      return List.of();
    }
    return compare(test, inquiry.advice());
  }

  /** Whether nothing differs; quicker than to say what does. */
  public boolean passes(Case test) {
    Inquiry inquiry = advisor.inquire(test.facts(), test.asOf());
    return looksIntoAll(test)
        ? compare(test, inquiry.advice()).isEmpty()
        : compare(test, inquiry.advice(watched(test))).isEmpty();
  }

  /** The rules whose being undetermined can decide whether the case passes. */
  public Set<String> lookedInto(Case test) {
    return looksIntoAll(test) ? advisor.knowledge().cards().keySet() : watched(test);
  }

  /** What any rule waits for can be awaited, or tell one silence from another. */
  private static boolean looksIntoAll(Case test) {
    return !test.awaits().isEmpty() || hangsOnWhatIsNotKnown(test.stance());
  }

  private static boolean hangsOnWhatIsNotKnown(@Nullable Stance stance) {
    return stance != null && stance.mayBeCapped();
  }

  /** The rules of which it matters to the case whether they are undetermined. */
  private Set<String> watched(Case test) {
    if (looksIntoAll(test)) {
      return test.rules().keySet();
    }
    Set<String> watched = new HashSet<>();
    test.undetermined().forEach(expected -> watched.add(expected.rule()));
    test.silent().stream()
        .map(Case.Expected::rule)
        .filter(id -> advisor.knowledge().rule(id).map(r -> r.kind() == Kind.FINDING).orElse(false))
        .forEach(watched::add);
    return watched;
  }

  private List<Failure> compare(Case test, Assessment assessment) {
    List<Failure> failures = new ArrayList<>(missing(test));
    for (Case.Expected expected : test.concludes()) {
      if (live(assessment).noneMatch(reasoned -> matches(expected, reasoned))) {
        failures.add(failure(expected, "did not conclude " + expected));
      }
    }
    for (Case.Expected expected : test.silent()) {
      if (all(assessment).anyMatch(reasoned -> matches(expected, reasoned))) {
        failures.add(failure(expected, "concluded " + expected + ", which should be silent"));
      }
      if (assessment.undeterminedFindings().stream()
          .anyMatch(waiting -> waiting.rule().id().equals(expected.rule()))) {
        failures.add(failure(expected, expected + " is undetermined and should be clear"));
      }
    }
    for (Case.Expected expected : test.undetermined()) {
      if (assessment.undetermined().stream()
          .filter(waiting -> !waiting.awaits().isEmpty())
          .noneMatch(waiting -> waiting.rule().id().equals(expected.rule()))) {
        failures.add(failure(expected, expected + " is not undetermined"));
      }
    }
    for (Case.Expected expected : test.superseded()) {
      if (assessment.superseded().stream().noneMatch(each -> matches(expected, each))) {
        failures.add(failure(expected, notSuperseded(expected, assessment)));
      }
    }
    compare(test, assessment, failures);
    assessment
        .contradictions()
        .forEach(each -> failures.add(new Failure(words(each), each.one().card().id(), null)));
    return failures;
  }

  private static String notSuperseded(Case.Expected expected, Assessment assessment) {
    String by =
        assessment.superseded().stream()
            .filter(each -> matches(expected, each.recommendation()))
            .map(CaseRunner::prevailing)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return by.isEmpty() || expected.by().isEmpty()
        ? expected + " is not superseded"
        : expected.rule()
            + " is superseded by "
            + by
            + " and should be by "
            + expected.by().orElseThrow();
  }

  private static Failure failure(Case.Expected expected, String message) {
    return new Failure(message, expected.rule(), expected.on().orElse(null));
  }

  /** The rules that the case names and that do not exist, each with its line. */
  private List<Failure> missing(Case test) {
    List<Failure> missing = new ArrayList<>();
    test.rules()
        .forEach(
            (rule, line) -> {
              if (advisor.knowledge().rule(rule).isEmpty()) {
                missing.add(
                    new Failure(
                        new Problem(
                                test.file(),
                                line.line(),
                                line.column(),
                                BacktestReader.unknownRule(rule, advisor.knowledge()))
                            .toString(),
                        null,
                        null));
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

  private static void compare(Case test, Assessment assessment, List<Failure> failures) {
    if (test.stance() != null && test.stance() != assessment.stance()) {
      failures.add(
          new Failure(
              "the stance is "
                  + Names.inFile(assessment.stance())
                  + " and should be "
                  + Names.inFile(test.stance()),
              null,
              null));
    }
    test.severity()
        .forEach(
            (rule, severity) ->
                compare(
                    rule,
                    "severity",
                    Names.inFile(severity),
                    severities(rule, assessment).map(Names::inFile),
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
                                new Failure(
                                    rule
                                        + " has a confidence of "
                                        + reasoned.confidence().value()
                                        + " and should have at most "
                                        + bound,
                                    rule,
                                    null))));
    for (String awaited : test.awaits()) {
      if (assessment.unknowns().stream()
          .map(unknown -> unknown.value().field() + " of " + unknown.value().fact().id())
          .noneMatch(awaited::equals)) {
        failures.add(new Failure("'" + awaited + "' is not named as not known", null, null));
      }
    }
  }

  /** How grave the findings of a rule are, and the levels of the concepts that it derives. */
  private static Stream<Severity> severities(String rule, Assessment assessment) {
    return Stream.concat(
        assessment.findings().stream()
            .filter(reasoned -> concludedBy(rule, reasoned))
            .map(Assessment::severity),
        assessment.concepts().stream()
            .filter(reasoned -> concludedBy(rule, reasoned))
            .map(reasoned -> reasoned.conclusion().level())
            .flatMap(Stream::ofNullable));
  }

  /** Whether there is something of a rule, and all of it has that severity or stance. */
  private static void compare(
      String rule, String what, String expected, Stream<String> found, List<Failure> failures) {
    List<String> all = found.distinct().sorted().toList();
    if (!all.equals(List.of(expected))) {
      failures.add(
          new Failure(
              "the "
                  + what
                  + " of "
                  + rule
                  + " is "
                  + (all.isEmpty() ? "not there" : String.join(" and ", all))
                  + " and should be "
                  + expected,
              rule,
              null));
    }
  }

  private static boolean exceeds(Reasoned<?> reasoned, BigDecimal bound) {
    return reasoned.confidence().value().compareTo(bound) > 0;
  }

  /** What is concluded and not superseded. */
  public static Stream<Reasoned<?>> live(Assessment assessment) {
    return Stream.of(
            assessment.concepts(),
            assessment.findings(),
            assessment.recommendations(),
            assessment.superseded().stream().map(Superseded::by).toList())
        .flatMap(List::stream);
  }

  /** What is concluded, superseded or not. */
  public static Stream<Reasoned<?>> all(Assessment assessment) {
    return Stream.concat(
        live(assessment), assessment.superseded().stream().map(Superseded::recommendation));
  }

  static boolean matches(Case.Expected expected, Reasoned<?> reasoned) {
    return concludedBy(expected.rule(), reasoned)
        && expected.on().map(id -> id.equals(reasoned.conclusion().on().id())).orElse(true);
  }

  private static boolean matches(Case.Expected expected, Superseded superseded) {
    return matches(expected, superseded.recommendation())
        && expected.by().map(prevailing(superseded)::equals).orElse(true);
  }

  /** The rule of what prevails over a recommendation. */
  public static String prevailing(Superseded superseded) {
    return superseded.by().conclusion().by() instanceof Finding finding
        ? finding.rule()
        : ((Recommendation) superseded.by().conclusion().by()).rule();
  }

  private static boolean concludedBy(String rule, Reasoned<?> reasoned) {
    return reasoned.because().stream()
        .anyMatch(justification -> justification.rule().id().equals(rule));
  }
}
