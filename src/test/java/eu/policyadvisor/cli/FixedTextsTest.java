package eu.policyadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.cli.io.Door;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that the build keeps, against what the command line says when it is asked. */
final class FixedTextsTest {
  private static String kept(int columns, boolean colour, String... args) {
    byte[] kept = FixedTexts.find(args, columns, colour);
    assertThat(kept).isNotNull();
    return new String(kept, UTF_8);
  }

  private static String said(int columns, boolean colour, String word) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    Door door =
        new Door(
            () -> {
              throw new IllegalStateException("not needed");
            },
            InputStream.nullInputStream(),
            writer,
            writer,
            columns,
            colour,
            colour,
            0,
            LocalDate::now);
    assertThat(Main.commandLine(door, new String[] {word}).execute(word)).isZero();
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({"80, false", "80, true", "100, false", "100, true", "140, false", "140, true"})
  void helpIsThatOfTheCommandLine(int columns, boolean colour) {
    String help = said(columns, colour, "--help");
    assertThat(help.contains("\u001B[")).isEqualTo(colour);
    assertThat(kept(columns, colour, "--help")).isEqualTo(help);
    assertThat(kept(columns, colour, "-h")).isEqualTo(help);
  }

  @Test
  void theScriptForShellsIsThatOfTheCommandLine() {
    assertThat(kept(100, false, "completion"))
        .isEqualTo(Run.of("completion").out())
        .contains("fmt");
  }

  @Test
  void versionsAreThoseOfTheCommandLine() {
    String version = Run.of("--version").out().replace("development", "VERSION");
    assertThat(version)
        .containsPattern("catalogue 2026-\\d\\d-\\d\\d, sources read to July 2026\\R");
    assertThat(kept(100, false, "--version").replaceFirst("advisor \\S+", "advisor VERSION"))
        .isEqualTo(kept(100, false, "-V").replaceFirst("advisor \\S+", "advisor VERSION"))
        .isEqualTo(
            version.replaceFirst(
                "rules VERSION", "rules " + kept(100, false, "-V").split("\\s")[1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"assess", "rules", "help", "", "--helps"})
  void nothingElseIsKept(String word) {
    assertThat(FixedTexts.find(new String[] {word}, 100, false)).isNull();
  }

  @Test
  void nothingIsKeptForAWidthOfWhichTheBuildDidNotKnow() {
    assertThat(FixedTexts.find(new String[] {"--help"}, 72, false)).isNull();
  }

  @Test
  void nothingIsKeptOfOneCommand() {
    assertThat(FixedTexts.find(new String[] {"assess", "--help"}, 100, false)).isNull();
    assertThat(FixedTexts.find(new String[] {}, 100, false)).isNull();
  }
}
