package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Waiver;
import eu.policyadvisor.fact.Provenance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people read of findings that were accepted or known before. */
class TriageWordsTest {
  private static final String WAIVED =
      "waived by CISO, expires 2027-03-31 (RISK-12): in use until the exit";
  private static final String EXPIRED = "waiver by CISO expired on 2026-10-01: no other chips then";
  private static final String COMPARED =
      "Only what is new since base.json is shown; 1 finding and 0 recommendations unchanged,"
          + " 2 findings and 0 recommendations gone.";

  private static final String STANDS = "every finding behind it is waived; the advice stands";

  private static String text(Assessment assessment) {
    return new TextReport(200, false).render(List.of(assessment));
  }

  @Test
  void standInText() {
    assertThat(text(Scenario.waived()))
        .contains("Findings  1 moderate · 1 low · 1 waived", WAIVED, EXPIRED)
        .contains("  waived    Export-control breach risk", STANDS)
        .contains("(high, confidence high 0.75, waived)");
    assertThat(text(Scenario.compared())).contains(COMPARED);
    assertThat(text(Scenario.compared().withRecommendations(List.of())))
        .contains("No new recommendation. What is unchanged still holds.")
        .doesNotContain("No recommendation");
  }

  @Test
  void standInMarkdown() {
    String markdown = new MarkdownReport().render(List.of(Scenario.waived()));
    assertThat(markdown)
        .contains("1 moderate · 1 low · 1 waived", "| high, waived |", WAIVED)
        .contains(EXPIRED, "- waived: " + STANDS);
    assertThat(new MarkdownReport().render(List.of(Scenario.compared()))).contains(COMPARED);
  }

  @Test
  void areNoMarkupInMarkdown() {
    Assessment rich = Scenario.rich();
    Waiver waiver =
        new Waiver(
            "",
            null,
            null,
            null,
            "[x](y)",
            "<b>",
            LocalDate.of(2027, 3, 31),
            "*1*",
            Provenance.NONE);
    Assessment waived =
        rich.withTriage(
            new Triage(
                true,
                Map.of(Triage.key(rich.findings().get(0).conclusion()), waiver),
                Map.of(),
                null));

    assertThat(new MarkdownReport().render(List.of(waived)))
        .contains("waived by \\<b\\>, expires 2027-03-31 (\\*1\\*): \\[x\\](y)");
  }
}
