package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advice for a day that is far from that of the catalogue says so. */
final class FarDayTest {
  private static final LocalDate COMPILED = Advisor.standard().knowledge().catalogue().compiled();

  @TempDir Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void writeFacts() throws Exception {
    file = Files.writeString(directory.resolve("f.yaml"), "subject: {id: s, country: SE}\n");
  }

  @Test
  void nothingIsSaidOfDaysThatAreNear() {
    for (LocalDate near : List.of(COMPILED, COMPILED.minusYears(2), COMPILED.plusYears(1))) {
      assertThat(Run.of("assess", "--as-of", near, file).err()).as("%s", near).isEmpty();
    }
    assertThat(Run.on(COMPILED.minusYears(1), "assess", file).err()).isEmpty();
  }

  @Test
  void adviceForADayLongBeforeSaysSo() {
    LocalDate before = COMPILED.minusYears(2).minusDays(1);
    Run run = Run.of("assess", "--as-of", before, file);
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualToIgnoringNewLines(
            "%s: advice for %s rests on a catalogue of %s: what held then and ended since may be missing"
                .formatted(file, before, COMPILED));
  }

  @Test
  void adviceForADayFarAfterSaysSo() {
    LocalDate after = COMPILED.plusYears(1).plusDays(1);
    String said =
        "advice for %s rests on a catalogue of %s: what came since is missing"
            .formatted(after, COMPILED);
    assertThat(Run.of("assess", "--as-of", after, file).err()).contains(said);
    assertThat(Run.on(after, "assess", file).err()).contains(said);
    assertThat(Run.of("ask", "--questions", "--as-of", after, file).err()).contains(said);
  }

  @Test
  void aClockThatIsAYearBehindTheCatalogueIsDoubted() {
    LocalDate wrong = COMPILED.minusYears(1).minusDays(1);
    assertThat(Run.on(wrong, "assess", file).err())
        .contains(
            "the clock says %s, more than a year before the catalogue of %s was made; set it right, or say --as-of"
                .formatted(wrong, COMPILED));
    assertThat(Run.of("assess", "--as-of", wrong, file).err()).isEmpty();
  }
}
