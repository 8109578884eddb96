package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds of confidence, and its words. */
final class ConfidenceTest {
  private static Confidence of(String value) {
    return new Confidence(new BigDecimal(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, low",
    "0.4999, low",
    "0.5, medium",
    "0.50, medium",
    "0.7499, medium",
    "0.75, high",
    "0.750, high",
    "1, high"
  })
  void isInWordsHighFromThreeQuartersAndMediumFromAHalf(String value, String words) {
    assertThat(of(value).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.0001", "1.0001", "2"})
  void isNeverBelowNoughtOrAboveOne(String value) {
    assertThatThrownBy(() -> of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence " + value + " is not in 0..1");
  }

  @Test
  void theLowerOfTwoIsTheSameWhicheverIsAsked() {
    assertThat(of("0.3").min(of("0.6"))).isEqualTo(of("0.3"));
    assertThat(of("0.6").min(of("0.3"))).isEqualTo(of("0.3"));
  }

  @Test
  void isTheSameHoweverItIsWritten() {
    assertThat(of("0.50")).isEqualTo(of("0.5")).isEqualByComparingTo(of("0.500"));
  }
}
