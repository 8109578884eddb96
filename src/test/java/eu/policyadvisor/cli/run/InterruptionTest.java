package eu.policyadvisor.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.cli.PseudoTerminal;
import eu.policyadvisor.cli.Run;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a run over many files when its process is told to end, or watched. */
@DisabledOnOs(OS.WINDOWS)
class InterruptionTest {
  /** As many as it shall think it has, whatever the machine has. */
  private static final int CORES = 2;

  /** More than are open at a time and fit into a pipe that nobody reads. */
  private static final int FILES = InOrder.OPEN_PER_THREAD * CORES + AssessmentRun.MANY;

  @TempDir private static Path given;
  private static Run whole = new Run(0, "", "");

  @TempDir Path directory;

  @BeforeAll
  static void writeFactsAndAssessThemInOneGo() throws IOException {
    Files.createDirectory(given.resolve("in"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(
          given.resolve("in/f%04d.yaml".formatted(i)),
          i % 50 == 3
              ? "subject: {nmae: x}\n"
              : "as_of: 2026-11-01\nsubject: {id: s%d, country: SE}\n".formatted(i));
    }
    whole =
        Run.of(
            "assess",
            given.resolve("in"),
            "--format=jsonl",
            "--summary=never",
            "--output=json=" + given.resolve("whole.json"));
    assertThat(whole.code()).isEqualTo(3);
  }

  /** Where a parent ignores Ctrl-C, as a shell does for what runs behind it, its children would. */
  private static List<String> heedingCtrlC() throws IOException, InterruptedException {
    List<String> env = List.of("env", "--default-signal=INT");
    Process trial =
        new ProcessBuilder(Stream.concat(env.stream(), Stream.of("true")).toList())
            .redirectErrorStream(true)
            .start();
    return trial.waitFor() == 0 ? env : List.of();
  }

  private static List<String> java(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.add("-XX:ActiveProcessorCount=" + CORES);
    command.addAll(List.of(options));
    command.add("eu.policyadvisor.cli.Main");
    return command;
  }

  private ProcessBuilder builder(List<String> command) {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("CLASSPATH", classPath);
    return builder;
  }

  private Process start(String name, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(heedingCtrlC());
    command.addAll(java());
    command.addAll(
        List.of(
            "assess",
            given.resolve("in").toString(),
            "--format=jsonl",
            "--summary=never",
            "--output=json=" + name));
    command.addAll(List.of(options));
    return builder(command).redirectError(directory.resolve(name + ".err").toFile()).start();
  }

  private static String rest(BufferedReader out, Process process)
      throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      text.append(line).append('\n');
    }
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return text.toString();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Ends a run by a signal after its first result; it cannot end before, as nobody reads on. */
  private String interrupted(String signal, int code, String name, String... options)
      throws IOException, InterruptedException {
    Process process = start(name, options);
    try (BufferedReader out = reader(process)) {
      String first = out.readLine();
      assertThat(first).startsWith("{");
      Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
      assertThat(kill.waitFor()).isZero();
      String text = first + "\n" + rest(out, process);
      assertThat(process.exitValue()).isEqualTo(code);
      return text;
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143", "KILL,137"})
  void givesTheSameBytesResumedAsRunThrough(String signal, int code) throws Exception {
    interrupted(signal, code, "resumed", "--resume=log");
    Process process = start("resumed", "--resume=log");
    try (BufferedReader out = reader(process)) {
      assertThat(rest(out, process)).isEqualTo(whole.out());
    }
    assertThat(process.exitValue()).isEqualTo(whole.code());
    assertThat(read(directory.resolve("resumed"))).isEqualTo(read(given.resolve("whole.json")));
    assertThat(read(directory.resolve("resumed.err"))).isEqualTo(whole.err());
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143"})
  void leavesWhatWasDoneWhole(String signal, int code) throws Exception {
    String lines = interrupted(signal, code, "some");
    assertThat(whole.out()).startsWith(lines);
    assertThat(lines).endsWith("\n").hasSizeLessThan(whole.out().length());
    String json = read(directory.resolve("some"));
    String tail = "\n  ]\n}\n";
    assertThat(json).endsWith(tail);
    assertThat(read(given.resolve("whole.json")))
        .startsWith(json.substring(0, json.length() - tail.length()));
    assertThat(json.split("\"as_of\"", -1)).hasSize((int) lines.lines().count() + 1);
    assertThat(read(directory.resolve("some.err")))
        .contains("interrupted after ", "the reports hold what was done");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("some", "some.err");
    }
  }

  @Test
  void showsProgressOnATerminalOnly() throws Exception {
    List<String> command = java("-Dadvisor.progress=80");
    command.addAll(
        List.of("assess", given.resolve("in").toString(), "--format=csv", "--summary=always"));
    Path log = directory.resolve("screen");
    Path table = directory.resolve("table.csv");
    Process process =
        builder(
                PseudoTerminal.running(
                    "'" + String.join("' '", command) + "' >'" + table + "'", log))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String screen = read(log);
    assertThat(screen)
        .containsPattern(
            "\r\u001B\\[K +\\d+%% \\[=* *] +\\d+/%d files \\(0:00:\\d\\d / [0-9:?]+\\) "
                .formatted(FILES))
        .contains("files/s")
        .contains("f0053.yaml:1:11: unknown field 'nmae'")
        .contains(" fact sets in %d files".formatted(FILES));
    assertThat(table).content().startsWith("file,line").doesNotContain("\u001B");
  }
}
