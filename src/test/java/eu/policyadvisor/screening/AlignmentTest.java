package eu.policyadvisor.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names need to be laid side by side. */
class AlignmentTest {
  private static Name name(String written) {
    return Objects.requireNonNull(Name.of(written));
  }

  @ParameterizedTest
  @CsvSource({
    "Zetalon, Zetalon, true",
    // The first or the last letter is the same, or a letter is lacking in front.
    "Zetalon, Zwwwwwk, true",
    "Zetalon, Wwwwwwn, true",
    "Zetalon, Xzewwwk, true",
    "Zetalon, Etwwwwk, true",
    "Zetalon, Wwwwwwk, false",
    "Zetalon, Xyzewwk, false",
    "Zetalon, Xzowwwk, false",
    // Short words may always be alike.
    "Zeta, Wwwk, true",
    "Zeta, Wwwkk, false",
    // Each word that tells parties apart needs its like.
    "Zetalon Acmetrok, Zetalon, false",
    "Zetalon Acmetrok, Zetalonacmetrok, true",
    "Zetalon Trading, Zetalon Beijing, true",
    "Zetalon Acmetron Dravik, Zetalon, false",
    "Zetalon Acmetron, Zetalon Wwwwwwk, false",
  })
  void eachTellingWordNeedsOneThatMayBeIt(String one, String other, boolean possible) {
    assertThat(Alignment.isPossible(name(one), name(other))).isEqualTo(possible);
    assertThat(Alignment.isPossible(name(other), name(one))).isEqualTo(possible);
  }
}
