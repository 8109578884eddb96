package eu.policyadvisor.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final String ERASE = "\r\u001B[K";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Door door(boolean terminal, int progress) {
    return new Door(
        Advisor::standard,
        InputStream.nullInputStream(),
        new PrintWriter(out),
        new PrintWriter(err),
        Door.COLUMNS,
        false,
        terminal,
        progress,
        () -> LocalDate.of(2026, 11, 1));
  }

  private void run(Door door, int before, int total) {
    try (Progress progress = Progress.of(door, "files", before, total)) {
      for (int i = before; i < total; i++) {
        progress.print(door.err(), "wrong\n");
        progress.print(door.out(), "advice\n");
        progress.note("2 survived");
        progress.step();
      }
    }
    door.out().flush();
    door.err().flush();
  }

  @Test
  void showsHowFarARunIsAndTakesTheLineOffAtTheEnd() {
    run(door(false, 80), 0, 3);
    assertThat(err.toString())
        .contains("3/3 files (0:00:0", "files/s 2 survived", ERASE + "wrong\n")
        .endsWith(ERASE);
    assertThat(err.toString().split("[\r\n]"))
        .allSatisfy(line -> assertThat(line.replace("\u001B[K", "")).hasSizeLessThan(80));
  }

  @Test
  void countsFromWhereAnEarlierRunStopped() {
    run(door(false, 80), 7, 9);
    assertThat(err.toString()).contains("9/9 files").doesNotContain(" 1/9 files");
  }

  @Test
  void makesRoomForResultsOnTheSameTerminal() {
    int erasures = erasures(false);
    assertThat(erasures(true)).isGreaterThan(erasures);
    assertThat(out.toString()).contains("advice\n");
  }

  private int erasures(boolean terminal) {
    err.getBuffer().setLength(0);
    try (Progress progress = Progress.of(door(terminal, 80), "files", 0, 1)) {
      for (int i = 0; i < 1000; i++) {
        progress.print(door(terminal, 80).out(), "advice\n");
      }
    }
    return err.toString().split(Pattern.quote(ERASE), -1).length;
  }

  @Test
  void showsNothingWhereThereIsNoTerminal() {
    run(door(false, 0), 0, 3);
    assertThat(err).hasToString("wrong\n".repeat(3));
    assertThat(out).hasToString("advice\n".repeat(3));
  }
}
