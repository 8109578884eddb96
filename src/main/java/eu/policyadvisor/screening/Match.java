package eu.policyadvisor.screening;

import java.util.List;

/**
 * That a name is that of a party on a list, or resembles it.
 *
 * @param kind which of the two
 * @param name the name that was asked for
 * @param listed the name as listed that it was compared with
 * @param row the row of the list
 * @param list the list
 * @param agree the words that agree, in the words of the name and of the list
 * @param differ what does not agree, in words; empty when all does
 * @param countryAgrees whether the party is known to be in a country of the listed one
 * @param score how much of both names agrees, by the weight of words, from 0 to 1
 */
public record Match(
    Kind kind,
    String name,
    String listed,
    ListRow row,
    KeptList list,
    List<String> agree,
    List<String> differ,
    boolean countryAgrees,
    double score) {

  /** Whether a match can be relied on. */
  public enum Kind {
    /** It is the name of the party. */
    EXACT,
    /** It resembles the name: somebody has to look. */
    NEAR
  }

  /** Copies the lists. */
  public Match {
    agree = List.copyOf(agree);
    differ = List.copyOf(differ);
  }

  /** Which words agree and what does not, in a sentence. */
  public String how() {
    return (agree.isEmpty() ? "" : "agree: " + String.join(", ", agree))
        + (agree.isEmpty() || differ.isEmpty() ? "" : "; ")
        + (differ.isEmpty() ? "" : "differ: " + String.join("; ", differ));
  }
}
