package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.cli.Run;
import eu.policyadvisor.engine.RuleSketches;
import eu.policyadvisor.knowledge.Knowledge;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the knowledge is old is named; what is old for long stops a maintainer's build. */
class AgeingTest {
  private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
  private static final LocalDate RELEASE = LocalDate.of(2026, 11, 30);

  @TempDir Path directory;

  @Test
  void nothingThatShipsIsOverdueForLong() {
    assertThat(Ageing.overdueForLong(KNOWLEDGE, RELEASE)).isEmpty();
  }

  @Test
  void whatIsToBeConfirmedIsNamedWithItsPlace() {
    assertThat(Ageing.of(KNOWLEDGE, LocalDate.of(2026, 11, 10)))
        .extracting(Problem::file, Problem::message)
        .contains(
            tuple(
                "rules/catalog/instruments.yaml",
                "'us-affiliates-rule' was to be confirmed by 2026-11-10, today; look it up in a"
                    + " source, and set review_on to the day of the next review"),
            tuple(
                "rules/catalog/measures.yaml",
                "'mofcom-57-2025' was to be confirmed by 2026-11-10, today; look it up in a"
                    + " source, and set review_on to the day of the next review"));
    assertThat(Ageing.of(KNOWLEDGE, RELEASE))
        .allSatisfy(each -> assertThat(each.line()).isPositive());
  }

  @Test
  void aReviewMayWaitSixtyDays() {
    LocalDate last = LocalDate.of(2026, 11, 10).plusDays(Ageing.MOST_DAYS);

    assertThat(Ageing.overdueForLong(KNOWLEDGE, last)).isEmpty();
    assertThat(Ageing.overdueForLong(KNOWLEDGE, last.plusDays(1)))
        .extracting(Problem::message)
        .anyMatch(each -> each.contains("'us-affiliates-rule'") && each.contains("61 days ago"));
  }

  @Test
  void sourcesAreOldAfterSixMonths() {
    String old = "sources were read to July 2026, more than six months before 2027-02-01";

    assertThat(Ageing.of(KNOWLEDGE, LocalDate.of(2027, 1, 31)))
        .noneMatch(each -> each.message().contains("sources were read"));
    assertThat(Ageing.of(KNOWLEDGE, LocalDate.of(2027, 2, 1)))
        .anyMatch(each -> each.message().startsWith(old));
  }

  @Test
  void theCheckOfTheRulesWarnsAndFailsWhereItIsStrict() throws IOException {
    new RuleSketches().finding("own/a", "").in(directory);
    Files.createDirectories(directory.resolve("catalog"));
    Files.writeString(
        directory.resolve("catalog/country-groups.yaml"),
        "groups:\n"
            + "  - {name: eu, countries: [DE], reference: a treaty, verified: true, review_on:"
            + " 2026-10-02}\n");
    LocalDate day = LocalDate.of(2026, 10, 3);
    String warning =
        "%s:2:12: warning: 'eu' was to be confirmed by 2026-10-02, 1 day ago; look it up in a source, and set review_on to the day of the next review\n"
            .formatted(directory.resolve("catalog/country-groups.yaml"));

    Run before = Run.on(day.minusDays(2), "check", "--rules", directory, "--strict");
    Run after = Run.on(day, "check", "--rules", directory);
    Run strict = Run.on(day, "check", "--rules", directory, "--strict");

    assertThat(before.err()).isEmpty();
    assertThat(after.err()).isEqualTo(warning);
    assertThat(after.code()).isEqualTo(before.code());
    assertThat(strict.err()).isEqualTo(warning);
    assertThat(strict.code()).isEqualTo(3);
  }
}
