package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How what advice rests on is put together, an instrument once. */
final class BasisTest {
  private static final Instrument ACT =
      Advisor.standard().knowledge().catalogue().instruments().get("gdpr");

  @Test
  void namesEachPlaceOnce() {
    assertThat(FactNames.basis(List.of(cited("Art. 44"), cited("Art. 46"), cited("Art. 44"))))
        .extracting(FactNames.Basis::pinpoints)
        .containsExactly("Art. 44; Art. 46");
  }

  @Test
  void leavesOutTheWholeBesideAPlace() {
    assertThat(FactNames.basis(List.of(cited(""), cited("Art. 44"))))
        .extracting(FactNames.Basis::text)
        .containsExactly("General Data Protection Regulation (EU) 2016/679, Art. 44");
    assertThat(FactNames.basis(List.of(cited(""))))
        .extracting(FactNames.Basis::text)
        .containsExactly("General Data Protection Regulation (EU) 2016/679");
  }

  @Test
  void keepsJudgementsApartAndLast() {
    assertThat(FactNames.basis(List.of(new Citation(ACT, "Art. 32", true), cited("Art. 44"))))
        .extracting(FactNames.Basis::inSpirit)
        .containsExactly(false, true);
  }

  private static Citation cited(String pinpoint) {
    return new Citation(ACT, pinpoint);
  }
}
