package eu.policyadvisor.problem;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where the characters of a text stand, in lines and columns as editors count them.
 *
 * <p>A line ends with a line feed, with a carriage return or with both, as for {@link
 * String#lines}. An offset counts {@code char}s from 0, a column counts code points from 1: 𝔻
 * takes two {@code char}s and one column. What lies outside the text is taken for its nearest end.
 *
 * <p>The beginnings of lines are found once, in time that grows with the text, and kept as an
 * {@code int} each. After that an answer takes a binary search and one pass over a line. Immutable.
 */
public final class Offsets {
  private final String text;
  private final Place first;
  private final int[] lines;

  /** Of a whole text. */
  public Offsets(String text) {
    this(text, new Place(1, 1));
  }

  /**
   * Of a part of a longer text.
   *
   * @param first where the part begins in the longer text
   */
  public Offsets(String text, Place first) {
    this.text = text;
    this.first = first;
    this.lines =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length()).filter(this::endsLine).map(last -> last + 1))
            .toArray();
  }

  private boolean endsLine(int at) {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r' && !text.startsWith("\n", at + 1);
  }

  /** The place of the character at an offset. */
  public Place place(int offset) {
    int at = Math.max(0, Math.min(offset, text.length()));
    int found = Arrays.binarySearch(lines, at);
    int line = found < 0 ? -found - 2 : found;
    int before = line == 0 ? first.column() : 1;
    return new Place(first.line() + line, before + text.codePointCount(lines[line], at));
  }

  /** The place after the last character. */
  public Place end() {
    return place(text.length());
  }

  /** The offset at which a line begins. */
  public int line(int line) {
    int index = line - first.line();
    return index < 0 ? 0 : index < lines.length ? lines[index] : text.length();
  }

  /** The offset of a place; of a column behind the end of its line, that of the end. */
  public int offset(Place place) {
    if (place.line() < first.line()) {
      return 0;
    }
    int at = line(place.line());
    int column = place.line() == first.line() ? first.column() : 1;
    for (; column < place.column() && at < text.length(); column++) {
      if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
        return at;
      }
      at = text.offsetByCodePoints(at, 1);
    }
    return at;
  }
}
