package eu.policyadvisor.session;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The word that was meant. */
final class Suggestion {
  private static final double NEAR = 0.8;

  private Suggestion() {}

  /** A question that names the nearest known word; empty when none is near. */
  static String of(String word, Collection<String> known) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    return known.stream()
        .filter(each -> similarity.apply(word, each) > NEAR)
        .max(
            Comparator.<String>comparingDouble(each -> similarity.apply(word, each))
                .thenComparing(Comparator.reverseOrder()))
        .map(each -> "; did you mean '" + each + "'?")
        .orElse("");
  }
}
