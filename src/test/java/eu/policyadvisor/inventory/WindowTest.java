package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.policyadvisor.problem.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places of characters on their way to a parser. */
class WindowTest {
  private static final String FACE = Character.toString(0x1F917);

  private static Window of(String text) {
    return new Window(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String read(Window window, int piece) throws IOException {
    StringBuilder read = new StringBuilder();
    char[] target = new char[piece + 3];
    for (int some = window.read(target, 3, piece);
        some >= 0;
        some = window.read(target, 3, piece)) {
      read.append(target, 3, some);
    }
    return read.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "'ab', 2, 1, 3",
    "'a\nb', 2, 2, 1",
    "'a\r\nb', 3, 2, 1",
    "'a\rb', 2, 2, 1",
    "'a\r\rb', 3, 3, 1",
    "'a\n\nb', 3, 3, 1",
    "'a\r\n\r\nb', 5, 3, 1",
    "'a\n\rb', 3, 3, 1",
    "'a\rb\nc', 4, 3, 1",
    "'昇é', 2, 1, 3",
  })
  void linesEndAsInEditors(String text, int number, int line, int column) throws IOException {
    Window window = of(text);
    assertThat(read(window, 10)).isEqualTo(text);
    assertThat(window.advance(number)).isEqualTo(new Place(line, column));
  }

  @Test
  void columnsCountCodePoints() throws IOException {
    Window window = of(FACE + FACE + "x");
    read(window, 10);
    assertThat(window.advance(4)).isEqualTo(new Place(1, 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100_000})
  void whatWasAdvancedOverIsDroppedAndTheRestKept(int piece) throws IOException {
    String text = ("0123456789é昇\n").repeat(5_000);
    Window window = of(text);
    assertThat(read(window, piece)).isEqualTo(text);
    assertThat(window.start()).isZero();
    assertThat(window.end()).isEqualTo(65_000);
    assertThat(window.advance(13 * 4_000 + 5)).isEqualTo(new Place(4_001, 6));
    assertThat(window.start()).isEqualTo(13 * 4_000 + 5);
    assertThat(window.at(13 * 4_000 + 5)).isEqualTo('5');
    assertThat(window.at(window.end() - 1)).isEqualTo('\n');
    assertThat(window.text(13 * 4_000 + 9, 13 * 4_000 + 14)).isEqualTo("9é昇\n0");
  }

  @Test
  void placesStayRightWhereTheBeginningIsDroppedAsItIsRead() throws IOException {
    Window window = of(("0123456789é昇\n").repeat(5_000));
    char[] target = new char[1_300];
    for (int line = 100; line <= 5_000; line += 100) {
      int read = 0;
      while (read < 1_300) {
        read += window.read(target, read, 1_300 - read);
      }
      assertThat(window.text(window.end() - 13, window.end())).isEqualTo("0123456789é昇\n");
      assertThat(window.advance(window.end() - 650)).isEqualTo(new Place(line - 49, 1));
    }
    assertThat(window.read(target, 0, 1)).isEqualTo(-1);
  }

  @Test
  void nothingBeforeTheFirstOrBehindTheLastCharacterIsGoneTo() throws IOException {
    Window window = of("abc");
    read(window, 10);
    assertThat(window.advance(2)).isEqualTo(new Place(1, 3));
    assertThat(window.advance(1)).isEqualTo(new Place(1, 3));
    assertThat(window.advance(9)).isEqualTo(new Place(1, 4));
    assertThat(window.start()).isEqualTo(window.end()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10})
  void aByteOrderMarkIsNoCharacter(int piece) throws IOException {
    Window window = of("\uFEFFa\uFEFF");
    assertThat(read(window, piece)).isEqualTo("a\uFEFF");
    assertThat(window.end()).isEqualTo(2);
    assertThat(read(of("\uFEFF"), piece)).isEmpty();
  }

  @Test
  void oneCharacterIsNotEnoughForTwoHalves() throws IOException {
    Window window = of(FACE);
    assertThat(window.read(new char[1], 0, 1)).isZero();
    assertThat(window.read(new char[2], 0, 2)).isEqualTo(2);
  }

  @Test
  void whatIsNoUtf8IsReportedBehindWhatIs() throws IOException {
    Window window = new Window(new ByteArrayInputStream(new byte[] {'a', 'b', (byte) 0xFF, 'c'}));
    assertThat(window.read(new char[9], 0, 9)).isEqualTo(2);
    assertThatThrownBy(() -> window.read(new char[9], 0, 9))
        .isInstanceOf(CharacterCodingException.class);
    Window cut = new Window(new ByteArrayInputStream(new byte[] {'a', (byte) 0xC3}));
    assertThat(cut.read(new char[9], 0, 9)).isEqualTo(1);
    assertThatThrownBy(() -> cut.read(new char[9], 0, 9))
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void closesWhatItReads() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream in =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    new Window(in).close();
    assertThat(closed).isTrue();
  }
}
