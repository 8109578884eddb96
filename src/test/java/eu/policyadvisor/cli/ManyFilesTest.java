package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.run.AssessmentRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many files, JSON Lines, and runs that go on where others were interrupted. */
class ManyFilesTest {
  private static final String WRONG = "subject: {id: w, nmae: Wrong}\n";

  @TempDir Path directory;

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** So many files, of which the one numbered 5 is wrong. */
  private Path files(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      write(
          "in/%d/f%03d.yaml".formatted(i / 10, i),
          i == 5 ? WRONG : "as_of: 2026-11-01\nsubject: {id: s%d, country: SE}\n".formatted(i));
    }
    return directory.resolve("in");
  }

  private static String line(int i) {
    return "{\"as_of\": \"2026-11-01\", \"subject\": {\"id\": \"s"
        + i
        + "\", \"country\": \"SE\"}}";
  }

  private static List<String> subjects(String csv) {
    return csv.lines().skip(1).map(row -> row.split(",")[2]).distinct().toList();
  }

  private static List<String> numbered(int from, int to) {
    return IntStream.range(from, to).filter(i -> i != 5).mapToObj(i -> "s" + i).toList();
  }

  @Test
  void reportsManyFilesInTheirOrder() throws IOException {
    Run run = Run.of("assess", "--format", "csv", files(60));
    assertThat(run.code()).isEqualTo(3);
    assertThat(subjects(run.out())).isEqualTo(numbered(0, 60));
    assertThat(run.err().lines()).singleElement().asString().contains("f005.yaml:1:18", "nmae");
  }

  @Test
  void sumsUpManyFiles() throws IOException {
    Run run = Run.of("assess", "--format", "jsonl", files(AssessmentRun.MANY));
    assertThat(run.out().lines()).hasSize(AssessmentRun.MANY - 1);
    assertThat(run.err())
        .contains("assessed  99 fact sets in 100 files or lines, 1 of them with errors")
        .contains("stances   ", "slowest   ")
        .doesNotContain("\u001B");
  }

  @ParameterizedTest
  @CsvSource({
    "never, 100, --format=csv, false",
    "auto, 3, --format=csv, false",
    "auto, 100, --format=csv, true",
    "auto, 100, --quiet, false",
    "always, 3, --format=csv, true",
    "always, 3, --quiet, true"
  })
  void sumsUpWhenAskedTo(String when, int count, String printed, boolean summed)
      throws IOException {
    int wrong = count > 5 ? 3 : 0;
    Run run = Run.of("assess", printed, "--summary", when, files(count));
    assertThat(run.code()).isEqualTo(wrong);
    assertThat(run.err().contains("assessed  ")).isEqualTo(summed);
  }

  @Test
  void stopsWhereNobodyReads() throws IOException {
    Run run = Run.unread("assess", "--format=csv", "--summary=always", files(AssessmentRun.MANY));
    assertThat(run.code()).isZero();
    assertThat(run.err()).startsWith("assessed  1 fact sets in 1 files or lines");
  }

  @ParameterizedTest
  @EnumSource
  void writesTheSameToAFileAsToStandardOutput(Choice.ReportFormat format) throws IOException {
    Path file = directory.resolve("result");
    Run run =
        Run.of("assess", "--format", format, "--output", format + "=" + file, "facts/examples");
    assertThat(file).content().isEqualTo(run.out()).isNotEmpty();
  }

  @Test
  void readsJsonLinesAndSaysWhichLineIsWrong() throws IOException {
    Path lines =
        write(
            "facts.jsonl",
            line(0) + "\n\n{\"subject\": {\"id\": \"w\", \"nmae\": \"x\"}}\nno json\n" + line(4));
    Run run = Run.of("assess", "--format", "csv", lines);
    assertThat(run.code()).isEqualTo(3);
    assertThat(subjects(run.out())).containsExactly("s0", "s4");
    assertThat(run.out()).contains("facts.jsonl,5,s4,");
    assertThat(run.err().lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith(lines + ":3:25: unknown field 'nmae'"),
            second -> assertThat(second).startsWith(lines + ":4:").contains("is not valid JSON"));
  }

  @Test
  void readsStandardInputAsJsonLinesWhenAskedTo() {
    String input = line(0) + "\n" + line(1) + "\n";
    Run run = Run.reading(input, "assess", "--input", "jsonl", "--format", "csv", "-");
    assertThat(run.code()).isZero();
    assertThat(subjects(run.out())).containsExactly("s0", "s1");
    assertThat(run.out()).contains("<stdin>,2,s1,");
  }

  @Test
  void checksJsonLinesToo() throws IOException {
    Path lines = write("facts.jsonl", line(0) + "\n" + line(1) + "\n");
    assertThat(Run.of("check", lines).out()).contains("2 fact sets in 1 file are valid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken.yaml", "broken.jsonl"})
  void goesOnWithTheOthersWhereAFileCannotBeRead(String name) throws IOException {
    Path unreadable = Path.of("/proc/self/mem");
    assumeThat(unreadable).exists();
    Path broken = Files.createSymbolicLink(directory.resolve(name), unreadable);
    Path good = write("good.yaml", "subject: {id: good, country: SE}\n");
    Run run = Run.of("assess", "--format=csv", broken, good);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith(broken + ": cannot be read");
    assertThat(subjects(run.out())).containsExactly("good");
  }

  private Run resumable(Path log, Path in, String format) {
    return Run.of(
        "assess",
        in,
        "--format",
        format,
        "--output",
        "csv=" + directory.resolve("out.csv"),
        "--output",
        "json=" + directory.resolve("out.json"),
        "--resume",
        log);
  }

  private List<String> results() throws IOException {
    List<String> results = new ArrayList<>();
    for (String name : List.of("out.csv", "out.json")) {
      results.add(Files.readString(directory.resolve(name)));
    }
    return results;
  }

  /** Cuts a file as a run that was killed might leave it. */
  private static void cut(Path file, double share) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
  }

  @ParameterizedTest
  @CsvSource({"0.3,text", "0.75,jsonl", "0.99,json", "1,markdown"})
  void givesTheSameWhereverARunWasCutOff(double share, String format) throws IOException {
    Path in = files(40);
    Path log = directory.resolve("log");
    Run whole = resumable(log, in, format);
    List<String> results = results();
    assertThat(whole.code()).isEqualTo(3);
    cut(log, share);
    assertThat(resumable(log, in, format)).isEqualTo(whole);
    assertThat(results()).isEqualTo(results);
  }

  @Test
  void doesNotAssessAgainWhatIsDone() throws IOException {
    Path in = files(20);
    Path log = directory.resolve("log");
    Run whole = Run.of("assess", in, "--resume", log, "--format=jsonl");
    // It holds how long each file took, which is never the same twice.
    byte[] kept = Files.readAllBytes(log);
    assertThat(Run.of("assess", in, "--resume", log, "--format=jsonl")).isEqualTo(whole);
    assertThat(log).hasBinaryContent(kept);
  }

  @Test
  void beginsAnewWhereFilesOrOptionsDiffer() throws IOException {
    Path in = files(20);
    Path log = directory.resolve("log");
    Run.of("assess", in, "--resume", log, "--format=csv");
    write("in/0/f000.yaml", "subject: {id: other, country: SE}\n");
    Run changed = Run.of("assess", in, "--resume", log, "--format=csv");
    assertThat(changed.err()).contains("log: is of other files, rules or options");
    assertThat(subjects(changed.out())).startsWith("other", "s1").hasSize(19);
    Run asOf = Run.of("assess", in, "--resume", log, "--format=csv", "--as-of=2025-01-01");
    assertThat(asOf.err()).contains("assessed anew");
    assertThat(asOf.out()).contains("2025-01-01").doesNotContain("2026-11-01");
  }

  @Test
  void beginsAnewWhereAReportIsGone() throws IOException {
    Path in = files(20);
    Path log = directory.resolve("log");
    resumable(log, in, "csv");
    List<String> results = results();
    Files.delete(directory.resolve("out.json"));
    assertThat(resumable(log, in, "csv").err()).contains("does not hold what was written before");
    assertThat(results()).isEqualTo(results);
  }

  @Test
  void beginsAnewWhereAReportWasCut() throws IOException {
    Path in = files(20);
    Path log = directory.resolve("log");
    Run whole = resumable(log, in, "csv");
    List<String> results = results();
    cut(directory.resolve("out.csv"), 0.5);
    Run again = resumable(log, in, "csv");
    assertThat(again.err()).startsWith(directory.resolve("out.csv") + ": does not hold what was");
    assertThat(again.code()).isEqualTo(whole.code());
    assertThat(results()).isEqualTo(results);
  }

  @Test
  void refusesALogThatIsNone() throws IOException {
    Path precious = write("precious.txt", "mine\n");
    Run run = Run.of("assess", "facts/examples", "--resume", precious);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("precious.txt: cannot be used: it is no log of assessments; name another file");
    assertThat(precious).hasContent("mine");
  }

  @Test
  void refusesToGoOnWithStandardInput() {
    Run run = Run.reading("subject: {id: a}", "assess", "-", "--resume", directory.resolve("log"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("standard input cannot be read twice");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void refusesToKeepTheLogInAReport() {
    Path file = directory.resolve("x");
    Run run = Run.of("assess", "facts/examples", "--output=csv=" + file, "--resume", file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is a report and what --resume keeps");
  }

  @Test
  void stopsWhereAResumableReportCannotBeWritten() throws IOException {
    Path in = files(20);
    Path log = directory.resolve("log");
    Path report = directory.resolve("missing/out.csv");
    Run failed = Run.of("assess", in, "-q", "--output=csv=" + report, "--resume", log);
    assertThat(failed.code()).isEqualTo(2);
    assertThat(failed.err()).contains("out.csv: cannot be written");
    Files.createDirectory(report.getParent());
    Run again = Run.of("assess", in, "-q", "--output=csv=" + report, "--resume", log);
    assertThat(again.code()).isEqualTo(3);
    assertThat(subjects(Files.readString(report))).isEqualTo(numbered(0, 20));
  }

  @Test
  void tellsByItsExitCodeThatAReportCannotBeWritten() throws IOException {
    Path report = directory.resolve("missing/out.csv");
    Run run = Run.of("assess", files(3), "--format=csv", "--output=json=" + report);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith(report + ": cannot be written");
    assertThat(subjects(run.out())).as("the other one is whole").isEqualTo(numbered(0, 3));
  }

  @Test
  void leavesNothingElseBehind() throws IOException {
    Path in = files(3);
    Run.of("assess", in, "-q", "--output=csv=" + directory.resolve("a.csv"));
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(path -> path.getFileName().toString()).collect(Collectors.toSet()))
          .containsExactlyInAnyOrder("in", "a.csv");
    }
  }
}
