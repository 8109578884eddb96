package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.cli.io.Door;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TestCommandTest {
  private static final String PASSES =
      """
      - case: an evaluation is an exception
        as_of: 2026-11-01
        facts:
          accelerators: [{id: a, product: huawei-ascend-910c, lifecycle: operating, purpose: technical_evaluation}]
        expect:
          concludes: [export-control/gp10-evaluation-exception on a]
      """;

  private static final String FAILS =
      """
      - case: an evaluation is a "breach" & more
        as_of: 2026-11-01
        facts:
          accelerators: [{id: a, product: huawei-ascend-910c, lifecycle: operating, purpose: technical_evaluation}]
        expect:
          concludes: [export-control/huawei-ascend-gp10 on a]
          stance: permit
      """;

  @TempDir private Path directory;

  private Path cases(String... texts) throws IOException {
    return Files.writeString(directory.resolve("own.cases.yaml"), String.join("\n", texts));
  }

  @Test
  void passesTheBuiltInCases() {
    Run run = Run.of("test", "--require-tests");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsPattern("\\d{3,} cases for \\d{3} rules: \\d{3,} passed, 0 failed");
  }

  @Test
  void coversNearlyAllConditionsOfTheBuiltInRules() {
    Run run = Run.of("test", "--coverage", "--threshold", "98");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).containsPattern("condition coverage (98|99|100)\\.\\d %");
  }

  @Test
  void saysWhatDiffersAndWhichValueIsInTheWay() throws IOException {
    Run run = Run.of("test", cases(PASSES, FAILS));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("own.cases.yaml:8 an evaluation is a \"breach\" & more")
        .contains("did not conclude export-control/huawei-ascend-gp10 on a")
        .contains("purpose")
        .contains("the stance is conditional and should be permit")
        .contains("2 cases for")
        .contains("1 passed, 1 failed");
  }

  private static final String YIELDS =
      """
      - case: a prohibited practice stops
        as_of: 2026-11-01
        facts:
          applications: [{id: a, ai_act_class: prohibited, chatbot: true, discloses_ai: false, stage: pilot}]
        expect:
          superseded: [apps/disclose-ai on a by apps/stop-prohibited-practice]
      """;

  @Test
  void aCaseCanSayWhatPrevails() throws IOException {
    assertThat(Run.of("test", cases(YIELDS)).code()).isZero();
    Run other =
        Run.of(
            "test",
            cases(YIELDS.replace("by apps/stop-prohibited-practice", "by apps/warn-consumers")));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out().replaceAll("\\s+", " "))
        .contains(
            "apps/disclose-ai is superseded by apps/stop-prohibited-practice and should be by"
                + " apps/warn-consumers");
  }

  @Test
  void onlyWhatIsSupersededCanSayByWhat() throws IOException {
    Run run = Run.of("test", cases(YIELDS.replace("superseded:", "concludes:")));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "own.cases.yaml:6:17: 'apps/disclose-ai on a by apps/stop-prohibited-practice' says by"
                + " what; only 'superseded' does: leave out 'by'");
  }

  @Test
  void namesARuleThatPrevailsAndDoesNotExist() throws IOException {
    Run run = Run.of("test", cases(YIELDS.replace("stop-prohibited-practice", "stop-it")));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("own.cases.yaml:6:18")
        .contains("apps/stop-it");
  }

  @Test
  void aCaseCanSayOfWhatLevelAConceptIs() throws IOException {
    String text =
        """
        - case: little supply under European control
          as_of: 2026-11-01
          facts:
            dependencies: [{id: d, eu_controlled_share: 0.1}]
          expect:
            severity: {derived/sovereign-capacity-gap: high}
        """;
    assertThat(Run.of("test", cases(text)).code()).isZero();
    Run other = Run.of("test", cases(text.replace("gap: high", "gap: low")));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out())
        .contains("the severity of derived/sovereign-capacity-gap is high and should be low");
  }

  @Test
  void countsAGapThatIsKnownAndDoesNotFailForIt() throws IOException {
    Run run = Run.of("test", cases(FAILS.replace("  as_of:", "  todo: true\n  as_of:")));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("0 passed, 0 failed, 1 known gap");
  }

  @Test
  void saysWhenAKnownGapIsClosed() throws IOException {
    Run run = Run.of("test", cases(PASSES.replace("  as_of:", "  todo: true\n  as_of:")));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("passes now; take out 'todo: true'");
  }

  @Test
  void writesJunitXmlThatParses() throws Exception {
    Run run = Run.of("test", cases(PASSES, FAILS), "--format", "junit");
    assertThat(run.code()).isEqualTo(1);
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(run.out())));
    assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("2");
    assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("1");
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(2);
  }

  @Test
  void runsOnlyTheCasesThatAreAskedFor() throws IOException {
    Run run = Run.of("test", cases(PASSES, FAILS), "--filter", "is an exception");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 case for");
  }

  @Test
  void failsBelowTheThresholdOfCoverage() throws IOException {
    Run run = Run.of("test", cases(PASSES), "--threshold", "98");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .containsPattern("condition coverage is \\d+\\.\\d %, below the threshold");
  }

  @Test
  void failsForRulesWithoutCases() throws IOException {
    Run run = Run.of("test", cases(PASSES), "--require-tests");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("apps/ai-act-high-risk has no case in which it concludes")
        .doesNotContain(
            "export-control/gp10-evaluation-exception has no case in which it concludes");
  }

  @Test
  void marksUncoveredConditionsOnAPage() throws Exception {
    Path page = directory.resolve("coverage.html");
    Run run = Run.of("test", cases(PASSES), "--html", page);
    assertThat(run.code()).isZero();
    String html = Files.readString(page);
    assertThat(html)
        .contains("<h2 id=\"chips/hbm-exposure\">")
        .contains("<mark title=\"never held when the rule concluded");
    // XHTML: the page is well-formed
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  @Test
  void saysWhereACasesFileIsWrong() throws IOException {
    Run run = Run.of("test", cases(PASSES.replace("concludes:", "conclude:")));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("own.cases.yaml:6:5: unknown field 'conclude'", "did you mean 'concludes'");
  }

  @Test
  void saysWhereTheFactsOfACaseAreWrong() throws IOException {
    Run run = Run.of("test", cases(PASSES.replace("lifecycle:", "lifecicle:")));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("own.cases.yaml:4:", "unknown field 'lifecicle'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject: {id: s, type: [company, court]} | 11:28: one subject cannot be company and"
            + " court;",
        "parties: [{id: b, owned_by: c}, {id: c, owned_by: b}] | 11:33: owners form a cycle: 'b'",
        "data_flows: [{id: b, model: nothing}] | 11:33: model names 'nothing'"
      })
  void saysWhichFactsOfACaseContradictEachOther(String facts, String message) throws IOException {
    Run run =
        Run.of(
            "test", cases(PASSES, PASSES.replace("accelerators:", facts + "\n    accelerators:")));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains(message).hasLineCount(1);
    assertThat(run.out()).as("the case that is right").contains("1 passed, 0 failed");
  }

  @Test
  void saysWhatYamlRefusesInACase() throws IOException {
    Run run = Run.of("test", cases(YIELDS.replace("as_of: 2026", "as_of: !!str 2026")));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("own.cases.yaml:2:10: the tag !!str is not supported; remove it");
  }

  @Test
  void namesTheRuleThatDoesNotExist() throws IOException {
    Run run = Run.of("test", cases(PASSES.replace("gp10-evaluation-exception", "gp10-evaluation")));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("own.cases.yaml:6:", "'export-control/gp10-evaluation'");
  }

  @Test
  @Timeout(120)
  void runsAgainWhenACasesFileChanges() throws Exception {
    Path file = cases(PASSES);
    PipedReader output = new PipedReader(1 << 16);
    Door door =
        new Door(
            Advisor::standard,
            InputStream.nullInputStream(),
            new PrintWriter(new PipedWriter(output)),
            new PrintWriter(Writer.nullWriter()),
            Door.COLUMNS,
            false,
            false,
            0,
            () -> LocalDate.of(2026, 11, 1));
    Thread watching =
        new Thread(() -> Main.commandLine(door, "1").execute("test", file.toString(), "--watch"));
    watching.start();
    try (BufferedReader lines = new BufferedReader(output)) {
      assertThat(until("watching for changes", lines)).contains("1 passed, 0 failed");
      Files.writeString(file, FAILS);
      assertThat(until("watching for changes", lines)).contains("0 passed, 1 failed");
    } finally {
      watching.interrupt();
      watching.join();
    }
  }

  private static String until(String end, BufferedReader lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      text.append(line).append('\n');
      if (line.contains(end)) {
        return text.toString();
      }
    }
    throw new AssertionError("ended after " + text);
  }

  @Test
  void watchesNothingThatIsNotNamed() {
    Run run = Run.of("test", "--watch");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--watch needs --rules DIR or a PATH to watch");
  }

  @Test
  void refusesAPathThatIsNotThereAndAFilterThatNothingMeets() throws IOException {
    assertThat(Run.of("test", directory.resolve("none")).code()).isEqualTo(2);
    Run run = Run.of("test", cases(PASSES), "--filter", "zebra");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no case has 'zebra' in its file, name or rules");
  }
}
