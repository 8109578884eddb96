package eu.policyadvisor.report.rules;

import eu.policyadvisor.check.Case;
import eu.policyadvisor.check.CaseRunner.Failure;
import eu.policyadvisor.check.TestRun;
import eu.policyadvisor.check.TestRun.Outcome;
import eu.policyadvisor.check.TestRun.Result;
import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.explain.ProofNode;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.JunitSuite;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.report.Style;
import eu.policyadvisor.report.Xml;
import eu.policyadvisor.report.explanation.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What became of cases, for a terminal or as JUnit XML. */
public final class TestReport {
  /** A reason is to be seen at once; the whole of it is what {@code explain} shows. */
  private static final int DEEPEST = 6;

  private static final int MOST_LINES = 12;

  private final TestRun run;
  private final BiFunction<Case, Failure, Optional<Explanation>> why;

  /**
   * A report of cases.
   *
   * @param run what became of each
   * @param why what came of the rule that a failure is about; empty where it is about no single one
   */
  public TestReport(TestRun run, BiFunction<Case, Failure, Optional<Explanation>> why) {
    this.run = run;
    this.why = why;
  }

  /**
   * The cases that fail, each with its reasons, and the sum of all.
   *
   * @param rules how many rules there are
   */
  public String text(int rules, int columns, boolean colour) {
    StringBuilder text = new StringBuilder();
    for (Outcome outcome : run.outcomes()) {
      if (outcome.result() != Result.PASSED) {
        failing(outcome, columns, colour).forEach(line -> text.append(line).append('\n'));
        text.append('\n');
      } else if (outcome.test().todo()) {
        text.append(place(outcome.test())).append(" passes now; take out 'todo: true'\n\n");
      }
    }
    Paragraph.of(sum(rules), run.count(Result.FAILED) > 0 ? Style.RED : Style.GREEN)
        .lines(columns, colour)
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static String place(Case test) {
    return Plain.text(test.file()) + ":" + test.line() + " " + Plain.text(test.name());
  }

  private String sum(int rules) {
    int gaps = run.count(Result.KNOWN_GAP);
    return Labels.count(run.outcomes().size(), "case", "cases")
        + " for "
        + Labels.count(rules, "rule", "rules")
        + ": "
        + run.count(Result.PASSED)
        + " passed, "
        + run.count(Result.FAILED)
        + " failed"
        + (gaps == 0 ? "" : ", " + Labels.count(gaps, "known gap", "known gaps"));
  }

  private List<String> failing(Outcome outcome, int columns, boolean colour) {
    Case test = outcome.test();
    Style style = test.todo() ? Style.YELLOW : Style.RED;
    List<String> lines =
        new ArrayList<>(
            Paragraph.of((test.todo() ? "known gap " : "✗ ") + place(test), style)
                .lines(columns, colour));
    for (Failure failure : outcome.failures()) {
      put(lines, "    ", Plain.text(failure.message()), columns, colour);
      reason(test, failure).forEach(line -> put(lines, "      ", line, columns, colour));
    }
    return lines;
  }

  private static void put(
      List<String> lines, String indent, String text, int columns, boolean colour) {
    String own = indent + " ".repeat(text.length() - text.stripLeading().length());
    Paragraph.of(text.strip(), Style.PLAIN)
        .lines(Math.max(30, columns - own.length()), colour)
        .forEach(line -> lines.add(own + line));
  }

  /** Why a rule concluded, or why not, in a few lines. */
  private List<String> reason(Case test, Failure failure) {
    Explanation explanation = why.apply(test, failure).orElse(null);
    if (explanation == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    if (explanation.nearest() != null) {
      Reasons.obstacles(explanation.nearest()).forEach(line -> outline(line, 0, lines));
    }
    for (ProofNode proof : explanation.proofs()) {
      outline(Reasons.proof(proof), 0, lines);
    }
    String waits = Reasons.waits(explanation);
    if (waits != null) {
      lines.add("waits for " + waits);
    }
    return lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES);
  }

  private static void outline(Reasons.Line line, int depth, List<String> lines) {
    lines.add("  ".repeat(depth) + line.text());
    if (depth < DEEPEST) {
      line.below().forEach(each -> outline(each, depth + 1, lines));
    }
  }

  /** The same as JUnit XML, one suite a file; a gap that is known is skipped. */
  public String junit() {
    Xml xml = new Xml();
    xml.open(
            "testsuites",
            "tests",
            run.outcomes().size(),
            "failures",
            run.count(Result.FAILED),
            "skipped",
            run.count(Result.KNOWN_GAP))
        .text("\n");
    for (String file :
        run.outcomes().stream().map(each -> each.test().file()).distinct().toList()) {
      new JunitSuite(
              file,
              run.outcomes().stream()
                  .filter(each -> each.test().file().equals(file))
                  .map(this::testCase)
                  .toList())
          .write(xml);
    }
    xml.close();
    return xml.text() + "\n";
  }

  private JunitSuite.Case testCase(Outcome outcome) {
    Case test = outcome.test();
    boolean gap = outcome.result() == Result.KNOWN_GAP;
    return new JunitSuite.Case(
        test.file(),
        test.name(),
        test.file(),
        test.line(),
        outcome.took(),
        gap
            ? List.of()
            : outcome.failures().stream()
                .map(
                    failure ->
                        new JunitSuite.Failure(
                            failure.message(), null, String.join("\n", reason(test, failure))))
                .toList(),
        gap ? "known gap: " + outcome.failures().get(0).message() : null);
  }
}
