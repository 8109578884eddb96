package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InquiryTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

  @Test
  void conclusionsAloneAreThoseOfTheWholeAssessment() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts/cases"))) {
      for (Path file : files.sorted().toList()) {
        for (FactSet facts : ADVISOR.read(file).factSets()) {
          Inquiry inquiry = ADVISOR.inquire(facts, NOVEMBER);
          Assessment whole = inquiry.assessment();
          Assessment alone = inquiry.conclusionsOnly();
          assertThat(alone.stance()).as(file.toString()).isEqualTo(whole.stance());
          assertThat(alone.findings()).isEqualTo(whole.findings());
          assertThat(alone.recommendations()).isEqualTo(whole.recommendations());
          assertThat(alone.superseded()).isEqualTo(whole.superseded());
        }
      }
    }
  }
}
