package eu.policyadvisor.engine.drl;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a rule, to be compared with that of another rule: comments and white space do not
 * count.
 *
 * @param words its words
 * @param text how they are written, on one line
 */
public record DrlPart(List<String> words, String text) {
  /** Copies the words. */
  public DrlPart {
    words = List.copyOf(words);
  }

  static DrlPart of(List<DrlToken> tokens, boolean spaced) {
    List<String> words = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int end = -1;
    for (DrlToken token : tokens) {
      text.append(end >= 0 && (spaced || token.from() > end) ? " " : "").append(token.text());
      words.add(token.text());
      end = token.to();
    }
    return new DrlPart(words, text.toString());
  }

  /** Whether both say the same. */
  public boolean sameAs(DrlPart other) {
    return words.equals(other.words);
  }
}
