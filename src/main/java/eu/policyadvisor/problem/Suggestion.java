package eu.policyadvisor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the word that was probably meant. */
public final class Suggestion {
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
  private static final double NEAR = 0.8;

  private Suggestion() {}

  /** {@code ; did you mean 'a' or 'b'?}, the nearest first; empty when nothing is near. */
  public static String question(String word, Collection<String> candidates, int most) {
    if (word.length() > Plain.LONGEST) {
      return ""; // Nothing that is meant is as long, and to compare takes time with the square.
    }
    record Candidate(String word, double similarity) {}
    List<String> near =
        candidates.stream()
            .filter(candidate -> candidate.length() <= Plain.LONGEST)
            .map(candidate -> new Candidate(candidate, similarity(word, candidate)))
            .filter(candidate -> candidate.similarity > NEAR)
            .sorted(
                Comparator.comparingDouble(Candidate::similarity)
                    .reversed()
                    .thenComparing(Candidate::word))
            .limit(most)
            .map(candidate -> "'" + Plain.quoted(candidate.word) + "'")
            .toList();
    if (near.isEmpty()) {
      return "";
    }
    int last = near.size() - 1;
    return "; did you mean "
        + (last == 0 ? "" : String.join(", ", near.subList(0, last)) + " or ")
        + near.get(last)
        + "?";
  }

  private static double similarity(String word, String candidate) {
    return SIMILARITY.apply(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
  }
}
