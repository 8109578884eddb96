package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as inventories write them. */
class NumbersTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "' 8 ', 8", "007, 7", "999999999, 999999999"})
  void aCountIsAWholeNumber(String text, int number) {
    assertThat(Numbers.whole(text)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.0", "1e3", "two", "1000000000", "1 2"})
  void anythingElseIsNoCount(String text) {
    assertThat(Numbers.whole(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "1.0", "0.25", "5E-1", " 0.9 ", "1e0"})
  void aShareLiesBetweenNoughtAndOne(String text) {
    assertThat(Numbers.share(text)).contains(new BigDecimal(text.strip()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.01", "2", "-0.1", ".5", "1e1", "0.5e-10", "half", "0,5"})
  void anythingElseIsNoShare(String text) {
    assertThat(Numbers.share(text)).isEmpty();
  }
}
