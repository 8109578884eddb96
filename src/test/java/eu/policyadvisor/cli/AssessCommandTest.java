package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.cli.io.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AssessCommandTest {
  private static final String CLUSTER =
      """
      as_of: 2026-11-01
      subject: {id: nhc, name: Nordic HPC Centre, type: research_organisation, country: SE, us_nexus: [us_origin_technology]}
      accelerators:
        - {id: pool, product: huawei-ascend-910c, lifecycle: operating, purpose: production, authorisation: none, publicly_funded: unknown}
      """;
  private static final String QUIET = "subject: {id: q, name: Quiet Ltd, country: SE}\n";
  private static final String WRONG = "subject: {id: w, nmae: Wrong}\n";
  private static final String GP10 = "export-control/huawei-ascend-gp10";

  @TempDir Path directory;
  private Path cluster;

  @BeforeEach
  void writeFacts() throws IOException {
    cluster = write("cluster.yaml", CLUSTER);
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void advisesAsOfTodayWhereFactsHaveNoDate() throws IOException {
    Run run = Run.of("assess", "--format", "json", write("quiet.yaml", QUIET));
    assertThat(run.code()).isZero();
    assertThat(new JsonMapper().readTree(run.out()).at("/assessments/0/as_of").asString())
        .isEqualTo("2026-11-01");
  }

  @Test
  void printsTheAdvice() {
    Run run = Run.of("assess", cluster);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Nordic HPC Centre · SE · research organisation · advice as of 2026-11-01")
        .contains("HOLD BACK", "What to do first", GP10, "cluster.yaml:4")
        .contains("This is decision support, not legal advice.")
        .doesNotContain("15 CFR 736.2(b)(10)");
    assertThat(run.out().lines().count()).isLessThanOrEqualTo(70);
    assertThat(Run.of("assess", "--detail=full", cluster).out())
        .contains("HOLD BACK", "Do first", GP10, "cluster.yaml:4", "15 CFR 736.2(b)(10)");
  }

  @ParameterizedTest
  @CsvSource({"text,Nordic HPC Centre ·", "json,{", "markdown,# Nordic HPC Centre"})
  void printsTheFormatAskedFor(String format, String start) {
    Run run = Run.of("assess", "--format", format, cluster);
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(start).endsWith("\n");
  }

  @Test
  void refusesAFormatThatIsNone() {
    Run run = Run.of("assess", "--format", "xml", cluster);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("'xml' is none of text, json, markdown", "Try 'advisor assess --help'.");
  }

  @Test
  void writesSeveralReportsInOneRun() throws IOException {
    Path json = directory.resolve("result.json");
    Path text = directory.resolve("result.txt");
    Run run =
        Run.of("assess", "--output", "json=" + json, "--output=text=" + text, "--quiet", cluster);
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(json).content().startsWith("{");
    assertThat(text).content().startsWith("Nordic HPC Centre").doesNotContain("\u001B");
    assertThat(names()).containsExactly("cluster.yaml", "result.json", "result.txt");
  }

  @Test
  void replacesAReportAsAWhole() throws IOException {
    Path report = write("result.md", "old and very much longer than nothing");
    assertThat(Run.of("assess", "-q", "--output", "markdown=" + report, cluster).code()).isZero();
    assertThat(report).content().startsWith("# Nordic HPC Centre").doesNotContain("old and");
  }

  @Test
  void saysWhatItCannotWriteAndStillPrints() throws IOException {
    Run run =
        Run.of(
            "assess",
            "--output",
            "json=" + directory.resolve("missing/result.json"),
            "--output",
            "text=" + directory,
            cluster);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("result.json: cannot be written: there is no such file or directory")
        .contains("cannot be written: it is a directory");
    assertThat(run.out()).startsWith("Nordic HPC Centre");
    assertThat(names()).containsExactly("cluster.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "json=", "=file", "xml=file"})
  void refusesAnOutputThatIsNone(String output) {
    Run run = Run.of("assess", "--output", output, cluster);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--output");
  }

  @Test
  void refusesTwoReportsInOneFile() {
    Path file = directory.resolve("result");
    Run run = Run.of("assess", "--output", "json=" + file, "--output", "text=" + file, cluster);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("two reports go to");
    assertThat(file).doesNotExist();
  }

  @Test
  void followsTheDateAskedFor() {
    assertThat(Run.of("assess", cluster).out()).contains(GP10);
    Run run = Run.of("assess", "--as-of", "2025-05-12", cluster);
    assertThat(run.out()).contains("advice as of 2025-05-12").doesNotContain("risk · " + GP10);
    assertThat(run.out()).doesNotContain("Export-control breach risk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-01",
        "2026-02-30",
        "1 May 2026",
        "2026-1-1",
        "+12026-01-01",
        "0000-01-01",
        ""
      })
  void refusesAWrongDate(String date) {
    Run run = Run.of("assess", "--as-of", date, cluster);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("'" + date + "' is not a date; write year-month-day, such as 2026-11-01");
  }

  @ParameterizedTest
  @CsvSource({"none,0", "low,1", "moderate,1", "high,1", "critical,0"})
  void failsOnFindingsAsGraveAsAskedFor(String severity, int code) {
    Run run = Run.of("assess", "--fail-on", severity, cluster);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.out()).contains(GP10);
  }

  @ParameterizedTest
  @CsvSource({"ignore,0", "fail,4"})
  void failsOnItemsThatAreNotDeterminedWhenAskedTo(String unknowns, int code) throws IOException {
    Path open =
        Files.writeString(
            directory.resolve("open.yaml"),
            "subject: {id: s}\n"
                + "models: [{id: m, deployment: vendor_api, hosting_country: unknown}]\n");
    assertThat(Run.of("assess", "--unknowns", unknowns, open).code()).isEqualTo(code);
    assertThat(Run.of("assess", "--unknowns", unknowns, cluster).code()).isZero();
  }

  @Test
  void saysMoreWhenAskedTo() {
    assertThat(Run.of("assess", cluster).out()).doesNotContain("\nDerived\n");
    assertThat(Run.of("assess", "--verbose", cluster).out()).contains("\nDerived\n");
  }

  @Test
  void coloursForATerminalOnly() {
    assertThat(Run.of("assess", cluster).out()).doesNotContain("\u001B");
    assertThat(Run.inColour("assess", cluster).out()).contains("\u001B[1;31mHOLD BACK\u001B[0m");
  }

  @Test
  void readsStandardInput() {
    Run run = Run.reading(CLUSTER, "assess", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("<stdin>:4", GP10);
    Run wrong = Run.reading(WRONG, "assess", "-");
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.err()).startsWith("<stdin>:1:");
  }

  @Test
  void readsDirectoriesSortedAndAtAnyDepth() throws IOException {
    write("all/b.yml", QUIET.replace("Quiet", "Bravo"));
    write("all/a/z.yaml", QUIET.replace("Quiet", "Alpha"));
    write("all/.hidden/no.yaml", WRONG);
    write("all/notes.txt", WRONG);
    Run run = Run.of("assess", directory.resolve("all"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).containsSubsequence("Alpha Ltd", "Bravo Ltd");
  }

  @Test
  void expandsPatternsThatNoShellExpanded() throws IOException {
    assumeThat(directory.getFileSystem().getSeparator()).isEqualTo("/");
    write("p/a.yaml", QUIET.replace("Quiet", "Alpha"));
    write("p/b.yaml", QUIET.replace("Quiet", "Bravo"));
    write("p/q/c.yaml", QUIET.replace("Quiet", "Charlie"));
    assertThat(Run.of("assess", directory + "/p/[ab].yaml").out())
        .containsSubsequence("Alpha Ltd", "Bravo Ltd")
        .doesNotContain("Charlie Ltd");
    assertThat(Run.of("assess", directory + "/p/**.yaml").out()).contains("Charlie Ltd");
    Run none = Run.of("assess", directory + "/p/x*.yaml");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("no file matches");
  }

  @Test
  void readsAFileOnceThatIsNamedTwice() {
    Run run = Run.of("assess", "--format", "json", cluster, directory, cluster);
    assertThat(run.out().split("\"as_of\"", -1)).hasSize(2);
  }

  @Test
  void refusesWhatIsNotThere() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    Run run = Run.of("assess", directory.resolve("missing.yaml"), empty);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactly(
            directory.resolve("missing.yaml") + ": there is no such file or directory",
            empty + ": the directory holds no fact files (*.yaml, *.yml, *.json or *.jsonl)");
  }

  @Test
  void refusesToRunWithoutAFile() {
    Run run = Run.of("assess");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Missing required parameter: 'FILE'");
  }

  @Test
  void assessesTheGoodFilesBesideABadOne() throws IOException {
    Path wrong = write("a-wrong.yaml", WRONG);
    Run run = Run.of("assess", wrong, cluster);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith(wrong + ":1:").contains("nmae");
    assertThat(run.out()).startsWith("Nordic HPC Centre");
  }

  @Test
  void assessesEachDocumentOfAFile() throws IOException {
    Path two = write("two.yaml", QUIET + "---\n" + QUIET.replace("Quiet", "Second"));
    assertThat(Run.of("assess", two).out()).containsSubsequence("Quiet Ltd", "Second Ltd");
  }

  @Test
  void givesTheGravestOfSeveralExitCodes() throws IOException {
    Path wrong = write("wrong.yaml", WRONG);
    Path missing = directory.resolve("missing.yaml");
    assertThat(Run.of("assess", "--fail-on=low", "--unknowns=fail", cluster).code()).isEqualTo(1);
    assertThat(Run.of("assess", "--fail-on=low", wrong, cluster).code()).isEqualTo(3);
    assertThat(Run.of("assess", "--fail-on=low", wrong, missing, cluster).code()).isEqualTo(2);
  }

  @Test
  void takesRulesOfOnesOwn() throws IOException {
    write(
        "rules/own.drl",
        """
        package eu.policyadvisor.rules.own

        import eu.policyadvisor.fact.Accelerator
        import eu.policyadvisor.finding.Finding

        rule "own/any-accelerator"
            @kind("finding")
            @title("Any accelerator at all")
            @summary("There is an accelerator.")
            @keyPoints("3") @layer("chips") @severity("critical") @confidence(1)
            @cites("merics-ai-2025")
        when
            $chip : Accelerator( lifecycle != null )
        then
            insertLogical( new Finding( drools.getRule().getName(), $chip ) );
        end
        """);
    Run run =
        Run.of("assess", "--rules", directory.resolve("rules"), "--fail-on=critical", cluster);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("own/any-accelerator", GP10);
  }

  @Test
  void saysWhereRulesDoNotCompile() throws IOException {
    write("rules/own.drl", "package own\n\nrule \"own/broken\"\nwhen\n  Nothing( \nthen\nend\n");
    Run run = Run.of("assess", "--rules", directory.resolve("rules"), cluster);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("own.drl:").doesNotContain("Exception");
  }

  @Test
  void refusesADirectoryOfRulesThatIsNone() {
    assertThat(Run.of("assess", "--rules", directory.resolve("no"), cluster))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(2);
              assertThat(run.err()).contains("there is no directory");
            });
    assertThat(Run.of("assess", "--rules", cluster, cluster).err()).contains("is not a directory");
  }

  @Test
  void owesAnInternalErrorOneLine() {
    Run run = Run.broken("assess", cluster);
    assertThat(run.code()).isEqualTo(70);
    assertThat(run.err().lines())
        .containsExactly(
            "advisor: internal error: the bridge is out (IllegalStateException);"
                + " please report it with what --verbose shows");
    assertThat(Run.broken("assess", "--verbose", cluster).err()).contains("at eu.policyadvisor");
  }

  @Test
  void owesAnErrorOfTheMachineOneLine() {
    for (Error error :
        List.of(
            new StackOverflowError(),
            new OutOfMemoryError("Java heap space"),
            new NoClassDefFoundError("com/example/Absent"))) {
      for (List<Object> command :
          List.<List<Object>>of(
              List.of("assess", cluster),
              List.of("explain", cluster),
              List.of("ask", "--questions", cluster),
              List.of("rules"),
              List.of("--version"))) {
        Run run = Run.failing(error, command.toArray());
        assertThat(run.code()).as("%s", command).isEqualTo(70);
        assertThat(run.err())
            .hasLineCount(1)
            .startsWith(
                error instanceof OutOfMemoryError
                    ? "advisor: out of memory: Java may take "
                    : "advisor: internal error: ")
            .contains(error instanceof OutOfMemoryError ? " MB" : error.getClass().getSimpleName());
      }
    }
  }

  @Test
  void suggestsTheOptionThatWasMeant() {
    Run run = Run.of("assess", "--formt=json", cluster);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly(
            "advisor assess: Unknown option: '--formt=json'; did you mean '--format' or '--force'?",
            "Try 'advisor assess --help'.");
  }

  @Test
  void doesNotTakeAnArgumentForAFileOfArguments() {
    assertThat(Run.of("assess", "@" + cluster).err()).contains("there is no such file");
  }

  @Test
  void writesResultsOfAllExamplesThatTheSchemaAllows() {
    Run run = Run.of("assess", "--format", "json", "facts/examples");
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Run.of("schema", "results").out(), InputFormat.JSON);
    assertThat(run.code()).isZero();
    assertThat(schema.validate(run.out(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void keepsEveryExampleWithinTheWidth() {
    assertThat(Run.of("assess", "--verbose", "facts/examples").out().lines())
        .allSatisfy(
            line -> assertThat(line).hasSizeLessThanOrEqualTo(Door.COLUMNS).doesNotMatch(".*\\s$"));
  }

  @Test
  void printsTheSameBytesInEveryLocaleAndTimeZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      List<String> expected = everyFormat();
      for (String tag : List.of("ar-EG-u-nu-arab", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(
            TimeZone.getTimeZone(
                tag.startsWith("ar") ? "Pacific/Kiritimati" : "Pacific/Pago_Pago"));
        assertThat(everyFormat()).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private List<String> everyFormat() {
    Path json = directory.resolve("result.json");
    Path markdown = directory.resolve("result.md");
    Run run =
        Run.of(
            "assess", "facts/examples", "--output=json=" + json, "--output=markdown=" + markdown);
    try {
      return List.of(run.out(), Files.readString(json), Files.readString(markdown));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
