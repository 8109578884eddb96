package eu.policyadvisor.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips in words, and words that are other words. */
class MisspellingTest {
  @ParameterizedTest
  @CsvSource({
    "vision, visin, true",
    "visin, vision, true",
    "vision, vission, true",
    "vision, visino, true",
    "vision, vizion, true",
    "vision, fision, true",
    "vision, visioon, true",
    "a, '', true",
    "vision, mission, false",
    "vision, vition, false",
    "vision, visionar, false",
    "vision, viison, true",
    "vision, iviosn, false",
    "abcd, abef, false",
    "abcd, abdd, false",
    "abcd, badc, false",
    "aa, a, true",
    "ab, cd, false",
    "ab, bc, false",
    "ab, cb, false",
    "vision, vision, false",
    "abc, xabc, true",
    "abc, abcx, true",
    "kan, can, true",
    "gan, jan, true",
    "nan, man, true",
    "lan, ran, true",
    "ban, pan, true",
    "dan, tan, true",
    "ian, jan, true",
    "ban, kan, false",
  })
  void aSlipIsOneLetterOrTwoInTheWrongOrder(String one, String other, boolean slip) {
    assertThat(Misspelling.isSlip(one, other)).isEqualTo(slip);
    assertThat(Misspelling.isSlip(other, one)).isEqualTo(slip);
  }

  @ParameterizedTest
  @CsvSource({
    // Five letters that sound the same; four do not do.
    "kaspi, caspi, false, false",
    "yansk, iansk, false, true",
    "yank, iank, false, false",
    "yank, iank, true, true",
    // Confirmed by others: a slip in three letters, not in two.
    "abc, abd, true, false",
    "abc, apc, true, true",
    "abc, apc, false, false",
    "ab, ap, true, false",
    "abc, ab, true, false",
    "abcd, abc, true, true",
    // Alone: a slip in a word of six letters that begins alike.
    "visions, visionss, false, true",
    "visiom, vision, false, true",
    "visio, vision, false, false",
    "petrov, betrov, false, false",
    "hikvison, hikvision, false, true",
    "xikvision, hikvision, false, false",
    "hikvision, hikwission, false, true",
    "hikvision, hikmission, false, false",
  })
  void aSlipIsLikelierWhereOtherWordsAgree(
      String one, String other, boolean confirmed, boolean misspelt) {
    assertThat(Misspelling.between(one, other, confirmed)).isEqualTo(misspelt);
    assertThat(Misspelling.between(other, one, confirmed)).isEqualTo(misspelt);
  }
}
