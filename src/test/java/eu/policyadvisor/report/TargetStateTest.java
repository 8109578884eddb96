package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who looks at an acquisition: the state in which the firm is, and nobody in its stead. */
final class TargetStateTest {
  @TempDir Path directory;

  @Test
  void aStateLooksAtAFirmOfItsOwn() throws IOException {
    assertThat(advice("member_state, country: NL", "NL"))
        .contains("Do first", "NL · now, within 7 days")
        .doesNotContain("For others");
  }

  @Test
  void aStateOutsideTheUnionLooksAtAFirmOfItsOwn() throws IOException {
    assertThat(advice("third_country_state, country: GB", "GB"))
        .contains("Do first", "GB · now, within 7 days")
        .doesNotContain("For others", "the member state");
  }

  @Test
  void aFirmInAnotherStateIsLeftToThatState() throws IOException {
    assertThat(advice("member_state, country: NL", "FR"))
        .contains("For others", "the state of the target, FR")
        .doesNotContain("Do first");
  }

  @Test
  void aCompanyLeavesItToTheStateOfTheTarget() throws IOException {
    assertThat(advice("company, country: DE", "FR"))
        .contains("For others", "the state of the target, FR")
        .doesNotContain("the member state, DE");
  }

  @Test
  void aStateThatDoesNotSayWhereTheFirmIsLooksAtItItself() throws IOException {
    assertThat(advice("member_state, country: NL", "unknown")).contains("Do first");
  }

  @Test
  void nobodyIsNamedWhereItIsNotSaidWhereTheFirmIs() throws IOException {
    assertThat(advice("company, country: DE", "unknown"))
        .contains("the state of the target · now, within 7 days");
  }

  private String advice(String subject, String target) throws IOException {
    Path facts =
        Files.writeString(
            directory.resolve("facts.yaml"),
            """
            as_of: 2026-11-01
            subject: {id: asker, name: %2$s, type: %1$s}
            transactions:
              - {id: deal, target_sector: chip design, target_country: %3$s, acquirer_ultimate_hq: JP, stake: 1, status: planned}
            """
                .formatted(subject, subject.substring(subject.length() - 2), target));
    Run run = Run.of("assess", facts, "--detail=full");
    assertThat(run.err()).isEmpty();
    return run.out();
  }
}
