package eu.policyadvisor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OffsetsTest {

  @ParameterizedTest(name = "character {1} of [{0}] is at {2}:{3}")
  @CsvSource({
    "'', 0, 1, 1",
    "'ab', 0, 1, 1",
    "'ab', 1, 1, 2",
    "'a\nb', 1, 1, 2",
    "'a\nb', 2, 2, 1",
    "'a\n\nb', 2, 2, 1",
    "'a\n\nb', 3, 3, 1",
    "'a\r\nb', 1, 1, 2",
    "'a\r\nb', 2, 1, 3",
    "'a\r\nb', 3, 2, 1",
    "'a\rb', 2, 2, 1",
    "'a\r\rb', 3, 3, 1",
    "'a\n\rb', 3, 3, 1"
  })
  void aLineEndsWithALineFeedACarriageReturnOrBoth(String text, int offset, int line, int column) {
    assertThat(new Offsets(text).place(offset)).isEqualTo(new Place(line, column));
  }

  @Test
  void aCharacterOutsideTheBasicPlaneTakesTwoCharsAndOneColumn() {
    Offsets offsets = new Offsets("𝔻x\n𝔻𝔻y");

    assertThat(offsets.place(2)).isEqualTo(new Place(1, 2));
    assertThat(offsets.place(8)).isEqualTo(new Place(2, 3));
    assertThat(offsets.offset(new Place(2, 3))).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "a\nb", "a\n", "\r\n𝔻\r\n", "é\r𝔻b\n\nc", "\n\n"})
  void aPlaceLeadsBackToItsOffset(String text) {
    Offsets offsets = new Offsets(text);
    for (int at = 0; at <= text.length(); at = at < text.length() ? next(text, at) : at + 1) {
      assertThat(offsets.offset(offsets.place(at))).as("%s in [%s]", at, text).isEqualTo(at);
    }
  }

  /** The offset behind a character; both characters of an end of line are one. */
  private static int next(String text, int at) {
    return text.startsWith("\r\n", at) ? at + 2 : text.offsetByCodePoints(at, 1);
  }

  @ParameterizedTest(name = "[{0}] ends at {1}:{2}")
  @CsvSource({"'', 1, 1", "'ab', 1, 3", "'ab\n', 2, 1", "'a\r\n𝔻', 2, 2"})
  void theEndIsAfterTheLastCharacter(String text, int line, int column) {
    assertThat(new Offsets(text).end()).isEqualTo(new Place(line, column));
  }

  @Test
  void aLineBeginsBehindTheEndOfTheOneBefore() {
    Offsets offsets = new Offsets("one\r\ntwo\nthree");

    assertThat(offsets.line(1)).isZero();
    assertThat(offsets.line(2)).isEqualTo(5);
    assertThat(offsets.line(3)).isEqualTo(9);
  }

  @Test
  void whatIsOutsideTheTextIsItsNearestEnd() {
    Offsets offsets = new Offsets("one\ntwo");

    assertThat(offsets.place(-1)).isEqualTo(new Place(1, 1));
    assertThat(offsets.place(99)).isEqualTo(new Place(2, 4));
    assertThat(offsets.line(0)).isZero();
    assertThat(offsets.line(9)).isEqualTo(7);
    assertThat(offsets.offset(Place.NONE)).isZero();
    assertThat(offsets.offset(new Place(9, 9))).isEqualTo(7);
  }

  @Test
  void aColumnBehindTheEndOfALineIsThatEnd() {
    assertThat(new Offsets("one\r\ntwo").offset(new Place(1, 9))).isEqualTo(3);
  }

  @Test
  void aPartOfATextIsCountedFromWhereItBegins() {
    Offsets offsets = new Offsets("b\nc", new Place(7, 5));

    assertThat(offsets.place(0)).isEqualTo(new Place(7, 5));
    assertThat(offsets.place(1)).isEqualTo(new Place(7, 6));
    assertThat(offsets.place(2)).isEqualTo(new Place(8, 1));
    assertThat(offsets.line(8)).isEqualTo(2);
    assertThat(offsets.offset(new Place(7, 6))).isEqualTo(1);
    assertThat(offsets.offset(new Place(3, 9))).isZero();
  }
}
