package eu.policyadvisor.explain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.Inquiry;
import eu.policyadvisor.check.Case;
import eu.policyadvisor.check.CaseReader;
import eu.policyadvisor.check.CaseRunner;
import eu.policyadvisor.check.TestRun;
import eu.policyadvisor.report.Golden;
import eu.policyadvisor.report.explanation.ExplanationJson;
import eu.policyadvisor.report.explanation.ExplanationMarkdown;
import eu.policyadvisor.report.explanation.ExplanationReport.Explained;
import eu.policyadvisor.report.explanation.ExplanationText;
import eu.policyadvisor.report.rules.TestReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules of one condition each that do not conclude: which conditions fail, and which edit of the
 * facts makes them conclude.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallRulesTest {
  private static final Path KEPT = Path.of("src/test/resources/golden/small-rules");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private Advisor advisor;
  private List<String> rules;
  private String facts;

  @BeforeAll
  void compile(@TempDir Path directory) throws IOException {
    for (String file : List.of("small.drl", "parameters.yaml")) {
      Files.copy(KEPT.resolve(file), directory.resolve(file));
    }
    Path catalog = Files.createDirectories(directory.resolve("catalog"));
    for (String file : List.of("instruments.yaml", "accelerators.yaml", "country-groups.yaml")) {
      Files.copy(KEPT.resolve(file), catalog.resolve(file));
    }
    advisor = Advisor.standard().withRules(directory);
    rules = List.copyOf(advisor.knowledge().cards().keySet());
    facts = Files.readString(KEPT.resolve("facts.yaml"));
  }

  private Inquiry inquiry() throws IOException {
    FactsRead reading =
        advisor.read(
            "facts.yaml", new ByteArrayInputStream(facts.getBytes(StandardCharsets.UTF_8)));
    assertThat(reading.problems()).isEmpty();
    return advisor.inquire(reading.factSets().get(0), DAY);
  }

  private List<Explained> explained(List<String> rules, Depth depth, @Nullable String on)
      throws IOException {
    Explainer explainer = new Explainer(inquiry(), depth);
    List<Explanation> explanations = new ArrayList<>();
    for (String rule : rules) {
      explanations.add(explainer.explain(rule, on));
    }
    return List.of(new Explained(explainer.assessment(), explanations));
  }

  @Test
  void areExplainedAsKept() throws IOException {
    Golden.assertSame(
        KEPT.resolve("explained.txt"),
        new ExplanationText(100, false).render(explained(rules, Depth.FULL, null)));
  }

  @Test
  void areExplainedInOtherFormatsAsKept() throws IOException {
    List<String> some =
        Stream.of("advice", "advice-holds", "advice-yields", "later", "missing", "none", "prevails")
            .map("small/"::concat)
            .toList();
    List<Explained> explained = explained(some, Depth.FULL, null);
    Golden.assertSame(
        KEPT.resolve("explained.ansi"), new ExplanationText(80, true).render(explained));
    Golden.assertSame(KEPT.resolve("explained.md"), new ExplanationMarkdown().render(explained));
    Golden.assertSame(KEPT.resolve("explained.json"), new ExplanationJson().render(explained));
  }

  @Test
  void areExplainedInShortAndAboutOneFactAsKept() throws IOException {
    Golden.assertSame(
        KEPT.resolve("short.txt"),
        new ExplanationText(100, false).render(explained(rules, Depth.SHORT, null)));
    Golden.assertSame(
        KEPT.resolve("about-b.txt"),
        new ExplanationText(100, false).render(explained(rules, Depth.NORMAL, "b")));
  }

  @Test
  void areTheReasonsOfATestThatFails() throws IOException {
    String test = "- {case: a, as_of: 2026-11-01, facts: {}, expect: {}}";
    List<Case> cases =
        CaseReader.read("a.yaml", new ByteArrayInputStream(test.getBytes(StandardCharsets.UTF_8)))
            .cases();
    List<CaseRunner.Failure> failures =
        rules.stream().map(rule -> new CaseRunner.Failure(rule, rule, null)).toList();
    Explainer explainer = new Explainer(inquiry(), Depth.SHORT);
    TestReport report =
        new TestReport(
            new TestRun(List.of(new TestRun.Outcome(cases.get(0), failures, Duration.ZERO))),
            (any, failure) -> Optional.of(explainer.explain(failure.message(), null)));
    Golden.assertSame(KEPT.resolve("failures.txt"), report.text(1, 60, false));
  }
}
