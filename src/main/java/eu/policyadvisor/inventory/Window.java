package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The characters of a file on their way to a parser, kept until the place of what the parser made
 * of them is known: parsers count otherwise than editors, or not exactly.
 */
final class Window extends Reader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
  private boolean ended;
  private boolean begun;
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
  Window(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int read = decode(target, offset, length);
    if (!begun && read > 0) {
      begun = true;
      if (target[offset] == BYTE_ORDER_MARK) {
        System.arraycopy(target, offset + 1, target, offset, read - 1);
        read = read > 1 ? read - 1 : decode(target, offset, length);
      }
    }
    if (read > 0) {
      keep(target, offset, read);
    }
    return read;
  }

  /** A fault is thrown when all before it was handed out, so that its place is known. */
  private int decode(char[] target, int offset, int length) throws IOException {
    CharBuffer to = CharBuffer.wrap(target, offset, length);
    while (true) {
      CoderResult result = decoder.decode(bytes, to, ended);
      if (to.position() > offset) {
        return to.position() - offset;
      } else if (result.isError()) {
        result.throwException();
      } else if (ended) {
        return -1;
      } else if (result.isOverflow()) {
        return 0; // One place is not enough for two halves of a character.
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int some = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = some < 0;
    bytes.position(bytes.position() + Math.max(0, some));
    bytes.flip();
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
