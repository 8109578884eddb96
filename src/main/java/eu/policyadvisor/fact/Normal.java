package eu.policyadvisor.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One form for equal values: 0.650 is 0.65, and the order of a list that is a set is its own. */
final class Normal {
  private Normal() {}

  static @Nullable BigDecimal decimal(@Nullable BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros();
  }

  static <E extends Comparable<E>> @Nullable List<E> list(@Nullable List<E> values) {
    // Conditions ask whether a list contains what is not known.
    return values == null
        ? null
        : Collections.unmodifiableList(new ArrayList<>(new TreeSet<>(values)));
  }

  static @Nullable Map<String, BigDecimal> shares(@Nullable Map<String, BigDecimal> shares) {
    if (shares == null) {
      return null;
    }
    Map<String, BigDecimal> sorted = new TreeMap<>();
    shares.forEach((country, share) -> sorted.put(country, share.stripTrailingZeros()));
    return Collections.unmodifiableMap(sorted);
  }

  /** Facts built in Java without provenance have none. */
  static Provenance provenance(@Nullable Provenance provenance) {
    return provenance == null ? Provenance.NONE : provenance;
  }
}
