package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InquiryTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

  @Test
  void conclusionsAloneAreThoseOfTheWholeAssessment() throws IOException {
    for (FactSet facts : decisions()) {
      Inquiry inquiry = ADVISOR.inquire(facts, NOVEMBER);
      Assessment whole = inquiry.assessment();
      Assessment alone = inquiry.conclusionsOnly();
      assertThat(alone.stance()).as(facts.subject().id()).isEqualTo(whole.stance());
      assertThat(alone.findings()).isEqualTo(whole.findings());
      assertThat(alone.recommendations()).isEqualTo(whole.recommendations());
      assertThat(alone.superseded()).isEqualTo(whole.superseded());
    }
  }

  private static List<FactSet> decisions() throws IOException {
    List<FactSet> decisions = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("facts/cases"))) {
      for (Path file : files.sorted().toList()) {
        decisions.addAll(ADVISOR.read(file).factSets());
      }
    }
    return decisions;
  }

  @Test
  void adviceLeavesOutNothingButWhatCameOfEachRule() throws IOException {
    for (FactSet facts : decisions()) {
      Inquiry inquiry = ADVISOR.inquire(facts, NOVEMBER);
      Assessment whole = inquiry.assessment();
      Assessment advice = inquiry.advice();
      assertThat(advice.undeterminedFindings())
          .extracting(Undetermined::rule, Undetermined::awaits)
          .isEqualTo(
              whole.undeterminedFindings().stream()
                  .map(each -> tuple(each.rule(), each.awaits()))
                  .toList());
      assertThat(advice.statuses()).isEmpty();
      assertThat(advice)
          .isEqualTo(whole.withStatuses(advice.statuses()).withUndetermined(advice.undetermined()));
    }
  }
}
