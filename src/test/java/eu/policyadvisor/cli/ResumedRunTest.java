package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was kept of a run counts for the same command only: with another option all begins anew. */
class ResumedRunTest {
  private static final Path FACTS = Path.of("facts/examples/ascend-cluster.yaml");

  /** One item of them is not determined. */
  private static final Path OPEN = Path.of("facts/examples/union-position.yaml");

  private static final Path ROWS = Path.of("src/test/resources/screening/rows.csv");

  @TempDir Path directory;
  private Path log;

  @BeforeEach
  void nameTheLog() {
    log = directory.resolve("log");
  }

  private static Run assess(Path facts, Object... options) {
    return Run.of(
        Stream.concat(Stream.of("assess", facts), Arrays.stream(options)).toArray(Object[]::new));
  }

  private void assertBegunAnew(Run run, Run fresh) {
    String said = log + ": is of other files, rules or options; all files are assessed anew\n";
    assertThat(run).isEqualTo(new Run(fresh.code(), fresh.out(), said + fresh.err()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--fail-on=low",
        "--unknowns=fail",
        "--as-of=2025-05-01",
        "--show=all",
        "--explain=short",
        "--verbose",
        "--format=csv",
        "--input=jsonl"
      })
  void beginsAnewWithAnotherOption(String option) {
    Run before = assess(OPEN, "--resume", log);
    Run fresh = assess(OPEN, option);
    assertThat(before.code()).isZero();
    assertThat(fresh).as("with the option and without it").isNotEqualTo(before);
    assertBegunAnew(assess(OPEN, "--resume", log, option), fresh);
  }

  /** What the log holds of an input is then read anew; only its first line says that it is one. */
  @Test
  void aByteThatIsFlippedCostsTimeOnly() throws IOException {
    Object[] options = {"--format=csv", "--range=never", "--resume", log};
    Run before = assess(FACTS, options);
    byte[] written = Files.readAllBytes(log);
    for (int i = "advisor assessment log 2\n".length(); i < written.length; i += i < 90 ? 5 : 97) {
      byte[] flipped = written.clone();
      flipped[i] ^= 0x40;
      Files.write(log, flipped);
      Run again = assess(FACTS, options);
      assertThat(again.out()).as("byte %s of %s", i, written.length).isEqualTo(before.out());
      assertThat(again.code()).isZero();
    }
  }

  @Test
  void beginsAnewWithAnotherVersionOfAScreeningList() throws IOException {
    Path facts =
        Files.writeString(
            directory.resolve("facts.yaml"),
            """
            subject: {id: agency}
            parties: [{id: listed, name: Gryphon Aerospace, hq: SG, subject_to_ear: true}]
            """);
    Path lists = directory.resolve("lists");
    Path small = directory.resolve("small.csv");
    Files.write(small, Files.readAllLines(ROWS).subList(0, 3));
    keep(lists, small, "2026-09-01");
    Object[] options = {"--lists", lists, "--format=csv"};
    Object[] resumed = {"--lists", lists, "--format=csv", "--resume", log};

    Run before = assess(facts, resumed);
    assertThat(before.code()).isZero();
    assertThat(before.out()).doesNotContain("export-control/entity-list-counterparty");
    keep(lists, ROWS, "2026-10-01");
    Run after = assess(facts, resumed);
    assertThat(after.out()).contains("export-control/entity-list-counterparty");
    assertBegunAnew(after, assess(facts, options));
  }

  private static void keep(Path lists, Path file, String date) {
    assertThat(Run.of("lists", "import", "--lists", lists, "--date", date, file).code()).isZero();
  }

  /** What accepted a finding that was found before accepts none of those found now. */
  @Test
  void saysOfNoWaiverThatItAcceptsNothing() throws IOException {
    Path waivers =
        Files.writeString(
            directory.resolve("waivers.yaml"),
            """
            waivers:
              - rule: export-control/huawei-ascend-gp10
                fact: ascend-pool
                reason: in use until the exit
                approver: CISO
                expires: 2027-01-01
            """);
    Run first = assess(FACTS, "--quiet", "--waivers", waivers, "--resume", log);
    Run again = assess(FACTS, "--quiet", "--waivers", waivers, "--resume", log);
    assertThat(List.of(first, again)).containsOnly(new Run(0, "", ""));
  }

  /** A run over midnight gives advice for one day. */
  @Test
  void goesOnWithTheDayOnWhichItBegan() throws IOException {
    for (String id : List.of("a", "b", "c", "d")) {
      Files.writeString(directory.resolve(id + ".yaml"), "subject: {id: %s}\n".formatted(id));
    }
    Object[] command = {"assess", directory + "/*.yaml", "--format=csv", "--resume", log};
    Run first = Run.on(LocalDate.of(2031, 3, 4), command);
    assertThat(first.code()).isZero();
    assertThat(first.out()).contains("2031-03-04");
    byte[] kept = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(kept, kept.length / 2));

    assertThat(Run.on(LocalDate.of(2031, 3, 5), command)).isEqualTo(first);
  }

  @Test
  void givesAdviceForTheDayOfTheRunWhereTheFactsNameNone() throws IOException {
    Path none = Files.writeString(directory.resolve("none.yaml"), "subject: {id: a}\n");
    Path named =
        Files.writeString(directory.resolve("named.yaml"), "as_of: 2027-08-09\nsubject: {id: b}\n");
    LocalDate today = LocalDate.of(2031, 3, 4);
    assertThat(asOf(Run.on(today, "assess", none, named, "--format=jsonl")))
        .containsExactly("2031-03-04", "2027-08-09");
    assertThat(asOf(Run.on(today, "assess", none, named, "--format=jsonl", "--as-of=2025-06-07")))
        .as("what is asked for counts more than either")
        .containsExactly("2025-06-07", "2025-06-07");
  }

  private static List<String> asOf(Run run) {
    assertThat(run.code()).isZero();
    return run.out()
        .lines()
        .map(line -> line.replaceFirst(".*\"as_of\": ?\"([^\"]*)\".*", "$1"))
        .toList();
  }
}
