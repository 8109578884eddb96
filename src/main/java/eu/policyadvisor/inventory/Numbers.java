package eu.policyadvisor.inventory;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers as inventories write them. */
final class Numbers {
  private Numbers() {}

  /** A count that is not negative. */
  static Optional<Integer> whole(String text) {
    return text.strip().matches("\\d{1,9}")
        ? Optional.of(Integer.valueOf(text.strip()))
        : Optional.empty();
  }

  /** A number between 0 and 1. */
  static Optional<BigDecimal> share(String text) {
    if (!text.strip().matches("\\d{1,9}(\\.\\d{1,20})?([eE]-?\\d)?")) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text.strip());
    return number.compareTo(BigDecimal.ONE) <= 0 ? Optional.of(number) : Optional.empty();
  }
}
