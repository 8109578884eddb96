package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.fact.AcceleratorBuilder;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.PartyBuilder;
import eu.policyadvisor.fact.PolicyEventBuilder;
import eu.policyadvisor.fact.PolicyEventStatus;
import eu.policyadvisor.fact.SubjectBuilder;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.report.MarkdownReport;
import eu.policyadvisor.report.TextReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate REVIEW = LocalDate.of(2026, 11, 10);
  private static final String SUSPENSIONS = "inputs/suspension-expiry-watch";
  private static final String PRESUMPTION = "export-control/prc-3a090-presumption";

  @Test
  void saysThatAStatusIsToBeConfirmedFromTheReviewDateOn() {
    Assessment before = ADVISOR.assess(suspension(), REVIEW.minusDays(1));
    Assessment after = ADVISOR.assess(suspension(), REVIEW);

    assertThat(doubts(before, SUSPENSIONS))
        .noneMatch(doubt -> doubt.kind() == Doubt.Kind.STATUS_TO_BE_CONFIRMED);
    assertThat(doubts(after, SUSPENSIONS))
        .anyMatch(
            doubt ->
                doubt.kind() == Doubt.Kind.STATUS_TO_BE_CONFIRMED
                    && doubt.id().equals("mofcom-70-2025")
                    && REVIEW.equals(doubt.since()));
    assertThat(confidence(after, SUSPENSIONS))
        .isEqualByComparingTo(confidence(before, SUSPENSIONS).multiply(new BigDecimal("0.9")));
    everyFormatSays(after, "status to be confirmed since 2026-11-10", "2026-11-10");
    assertThat(text(before)).doesNotContain("to be confirmed");
  }

  @Test
  void namesEveryKindOfEntryThatNobodyVerified() {
    Assessment assessment = ADVISOR.assess(chip(), REVIEW);

    assertThat(doubts(assessment, PRESUMPTION))
        .extracting(Doubt::of)
        .contains(Doubt.Of.PARAMETER, Doubt.Of.COUNTRY_GROUP, Doubt.Of.CATALOGUE_ENTRY);
    assertThat(doubts(ADVISOR.assess(sanctioned(), REVIEW), "export-control/eu-sanctioned-party"))
        .extracting(Doubt::of)
        .contains(Doubt.Of.INSTRUMENT);
    everyFormatSays(assessment, "threshold us.3a090.tpp (not verified)", "us.3a090.tpp");
    everyFormatSays(assessment, "countries us-d5-or-macau (not verified)", "us-d5-or-macau");
    everyFormatSays(assessment, "catalogue Kunlun P800 (not verified)", "accelerators/kunlun-p800");
  }

  @Test
  void saysWhereNothingThatARuleCitesWasThereYet() {
    Assessment assessment = ADVISOR.assess(suspension(), LocalDate.of(2025, 1, 1));

    assertThat(doubts(assessment, SUSPENSIONS))
        .anyMatch(
            doubt -> doubt.kind() == Doubt.Kind.BASIS_LATER && doubt.id().equals(SUSPENSIONS));
    everyFormatSays(
        assessment,
        "rule inputs/suspension-expiry-watch (what it cites is later, from 2025-09-29)",
        "basis_later");
  }

  @Test
  void confidenceIsTheWeakestLinkTimesTheQualityOfTheEvidence() {
    // The figure of the chip is the weakest link; that something was not verified counts once.
    assertThat(confidence(ADVISOR.assess(chip(), REVIEW), PRESUMPTION))
        .isEqualByComparingTo("0.45");
  }

  private static void everyFormatSays(Assessment assessment, String words, String json) {
    assertThat(text(assessment).replaceAll("\\s+", " ")).contains(words);
    assertThat(new MarkdownReport().render(List.of(assessment))).contains(words);
    assertThat(new JsonReport().render(List.of(assessment))).contains("\"doubts\"", json);
  }

  private static String text(Assessment assessment) {
    return new TextReport(100, false).render(List.of(assessment));
  }

  private static List<Doubt> doubts(Assessment assessment, String rule) {
    return assessment.findings().stream()
        .filter(finding -> finding.card().id().equals(rule))
        .flatMap(
            finding ->
                Doubt.of(finding, assessment.knowledge().catalogue(), assessment.asOf()).stream())
        .toList();
  }

  private static BigDecimal confidence(Assessment assessment, String rule) {
    return assessment.findings().stream()
        .filter(finding -> finding.card().id().equals(rule))
        .map(finding -> finding.confidence().value())
        .findFirst()
        .orElseThrow();
  }

  private static FactSet suspension() {
    return FactSet.of(
        SubjectBuilder.builder().id("subject").build(),
        PolicyEventBuilder.builder()
            .id("pause")
            .imposingCountry("CN")
            .status(PolicyEventStatus.SUSPENDED)
            .suspendedUntil(LocalDate.of(2027, 1, 1))
            .build());
  }

  private static FactSet chip() {
    return FactSet.of(
        SubjectBuilder.builder().id("subject").build(),
        AcceleratorBuilder.builder()
            .id("pool")
            .product("kunlun-p800")
            .lifecycle(Lifecycle.OPERATING)
            .build());
  }

  private static FactSet sanctioned() {
    return FactSet.of(
        SubjectBuilder.builder()
            .id("subject")
            .type(List.of(SubjectType.COMPANY))
            .country("DE")
            .build(),
        PartyBuilder.builder().id("diodes").vendor("yangzhou-yangjie").build());
  }
}
