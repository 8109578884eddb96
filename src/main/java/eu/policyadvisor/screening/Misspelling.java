package eu.policyadvisor.screening;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Whether two words are one name spelt in two ways: by another system of transliteration, or with a
 * slip. Words that differ in a consonant that sounds different are two names.
 */
final class Misspelling {
  private static final double NEAR = 0.9;
  private static final int SHORTEST_CONFIRMED = 3;
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
  private static final List<String> ALIKE =
      List.of("aeiouy", "ckqg", "szxc", "bp", "dt", "gj", "vwf", "mn", "lr", "ij");

  private Misspelling() {}

  /**
   * Whether they are.
   *
   * @param confirmed whether other words that name the party agree, so that a slip is likelier than
   *     another name
   */
  static boolean between(String one, String other, boolean confirmed) {
    int shorter = Math.min(one.length(), other.length());
    if (shorter >= NameIndex.LONG_ENOUGH && sameSound(one, other)) {
      return true;
    } else if (confirmed) {
      return shorter >= SHORTEST_CONFIRMED && isSlip(one, other);
    }
    return shorter > NameIndex.LONG_ENOUGH
        && alike(one.charAt(0), other.charAt(0))
        && SIMILARITY.apply(one, other) >= NEAR
        && isSlip(one, other);
  }

  static boolean sameSound(String one, String other) {
    return Spelling.sound(one).equals(Spelling.sound(other));
  }

  /**
   * One letter too many, doubled or left out; two in the wrong order; one for one that sounds
   * alike.
   */
  static boolean isSlip(String one, String other) {
    int from = 0;
    while (from < Math.min(one.length(), other.length())
        && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    int back = 0;
    while (back < Math.min(one.length(), other.length()) - from
        && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
      back++;
    }
    String left = one.substring(from, one.length() - back);
    String right = other.substring(from, other.length() - back);
    if (left.length() + right.length() == 1) {
      return true;
    } else if (left.length() == 1 && right.length() == 1) {
      return alike(left.charAt(0), right.charAt(0));
    }
    return left.length() == 2
        && right.length() == 2
        && left.charAt(0) == right.charAt(1)
        && left.charAt(1) == right.charAt(0);
  }

  private static boolean alike(char one, char other) {
    return one == other
        || ALIKE.stream().anyMatch(set -> set.indexOf(one) >= 0 && set.indexOf(other) >= 0);
  }
}
