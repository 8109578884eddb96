package eu.policyadvisor.inventory;

import eu.policyadvisor.yaml.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The characters of a file on their way to a parser, kept until the place of what the parser made
 * of them is known: parsers count otherwise than editors, or not exactly.
 */
final class Window extends Reader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader in;
  private char[] kept = new char[1 << 14];
  private int from;
  private int to;
  private long start;
  private int line = 1;
  private int column = 1;
  private boolean afterReturn;

  /**
   * Opens a file.
   *
   * @param in text in UTF-8; what is not gives a {@link java.nio.charset.CharacterCodingException}
   */
  Window(InputStream in) throws IOException {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    this.in.mark(1);
    if (this.in.read() != BYTE_ORDER_MARK) {
      this.in.reset();
    }
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    if (read > 0) {
      keep(target, offset, read);
    }
    return read;
  }

  private void keep(char[] characters, int offset, int length) {
    if (to + length > kept.length) {
      int held = to - from;
      char[] home = held + length > kept.length / 2 ? new char[2 * (held + length)] : kept;
      System.arraycopy(kept, from, home, 0, held);
      kept = home;
      from = 0;
      to = held;
    }
    System.arraycopy(characters, offset, kept, to, length);
    to += length;
  }

  /** How many characters were dropped: the first that is kept has this number. */
  long start() {
    return start;
  }

  /** The number after that of the last character that was read. */
  long end() {
    return start + to - from;
  }

  /** A character by its number. */
  char at(long number) {
    return kept[from + (int) (number - start)];
  }

  /** Characters by their numbers. */
  String text(long first, long end) {
    return String.valueOf(
        Arrays.copyOfRange(kept, from + (int) (first - start), from + (int) (end - start)));
  }

  /** The place of a character; all before it are dropped. */
  Place advance(long number) {
    long until = Math.min(Math.max(number, start), end());
    for (; start < until; start++) {
      pass(kept[from++]);
    }
    return new Place(line, column);
  }

  private void pass(char character) {
    if (character == '\n' || character == '\r') {
      if (character == '\r' || !afterReturn) {
        line++;
      }
      column = 1;
    } else if (!Character.isLowSurrogate(character)) {
      column++;
    }
    afterReturn = character == '\r';
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
