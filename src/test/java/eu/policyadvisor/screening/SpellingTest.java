package eu.policyadvisor.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of any script and spelling as plain words, and how they sound. */
class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "Śląska MÜLLER, slaska muller",
    "'a.b.c. d-e f', abcdef",
    "x Ab y z Cd, x ab yz cd",
    "I.B.M. 5, ibm 5",
    "'54th, 1st 2nd 3rd 4ths', 54 1 2 3 4ths",
    "R & D, research and development",
    "r and d Center, research and development center",
    "AT&T, at and t",
    "O'Neil’s d`or, oneils dor",
    "Straße Øre Đuro Ðor Łódź Æ Œuvre ıx Þor ə ħa, strasse ore duro dor lodz ae oeuvre ix thor a"
        + " ha",
    "ﬁne Ｈ２, fine h2",
    "Привет, privet",
    "华为, huawei",
    "'  ', ''",
  })
  void wordsArePlain(String text, String words) {
    assertThat(Spelling.words(text))
        .isEqualTo(words.isEmpty() ? List.of() : List.of(words.split(" ", -1)));
  }

  @ParameterizedTest
  @CsvSource({
    "Möller Ångström Æsir Øre Đuro, Moeller aangstroem aesir oere djuro",
    "KŐ TŰ ÜÖÄ, Koe Tue ueoeae",
    "Mo\u0308ller, Moeller",
    "Straße Łódź Çelik, Straße Łódź Çelik",
    "Mueller, Mueller",
  })
  void aMarkMayBeWrittenOut(String text, String writtenOut) {
    assertThat(Spelling.writtenOut(text)).isEqualToIgnoringCase(writtenOut);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "Łódź", "ə1", "5 + 6 ≥ 7", "Ａ", "ﬁ", "Ấ"})
  void latinIsWhatHasLatinLettersOnly(String text) {
    assertThat(Spelling.isLatin(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Привет", "abc д", "华为", "α", "ʰа"})
  void anyOtherScriptIsNotLatin(String text) {
    assertThat(Spelling.isLatin(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "khabarovsk, habarovsk",
    "shchuka, suka",
    "schuka, suka",
    "phoenix, foniks",
    "packer, paker",
    "zhukov, zukov",
    "tsar, car",
    "lee, li",
    "zoom, zum",
    "ou, u",
    "huey, hui",
    "loewe, love",
    "mae, ma",
    "xu, ksu",
    "qatar, katar",
    "yury, iuri",
    "jan, ian",
    "walter, valter",
    "anna, ana",
    "mariia, maria",
    "marie, mare",
    "aab, ab",
  })
  void spellingsOfOneNameSoundTheSame(String word, String sound) {
    assertThat(Spelling.sound(word)).isEqualTo(sound);
  }
}
