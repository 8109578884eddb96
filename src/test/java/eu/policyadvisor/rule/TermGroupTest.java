package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts a group of terms covers. */
final class TermGroupTest {

  private static Term term(String name, String... spellings) {
    return new Term(name, Stream.of(spellings).map(each -> Spelling.of(each, false)).toList());
  }

  private static TermGroup group(Term... terms) {
    return new TermGroup(
        "group", "test", List.of(terms), "a law", LocalDate.of(2026, 1, 1), Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rare earth magnet",
        "rare-earth magnets",
        "Rare_Earth MAGNETS",
        "bonded rare earth magnets for motors",
        "(rare earth magnets)"
      })
  void wordsStandWhereTheyFollowEachOtherWhateverTheirCaseAndHyphens(String text) {
    assertThat(group(term("rare earth magnet", "rare earth magnet")).covers(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rare earths and magnets", "magnets", "rare earth magnetite", "a rare earth", ""})
  void andNowhereElse(String text) {
    assertThat(group(term("rare earth magnet", "rare earth magnet")).covers(text)).isFalse();
  }

  @Test
  void aWordIsNoPartOfAnother() {
    TermGroup ai = group(term("AI", "AI"));
    assertThat(ai.covers("AI services")).isTrue();
    assertThat(ai.covers("ai-driven trade")).isTrue();
    assertThat(ai.covers("retail of sails")).isFalse();
    assertThat(group(term("chip", "chip")).covers("chipboard")).isFalse();
  }

  @Test
  void theLastWordMayHaveAPluralSAndWithAStarItMayGoOn() {
    assertThat(group(term("port", "port")).covers("ports")).isTrue();
    assertThat(group(term("ports", "ports")).covers("port")).isFalse();
    TermGroup open = group(term("semiconductors", "Halbleiter*"));
    assertThat(open.covers("Halbleiterfertigung")).isTrue();
    assertThat(open.covers("Leistungshalbleiter")).isFalse();
  }

  @Test
  void aWordWithAStarAndWithoutAreTwoSpellings() {
    assertThat(group(term("gallium", "gallium", "gallium*")).covers("Galliumarsenid")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Künstliche Intelligenz", "Kuenstliche Intelligenz", "kunstliche intelligenz"})
  void accentsDoNotCountHoweverTheyAreWritten(String text) {
    assertThat(group(term("AI", "künstliche Intelligenz")).covers(text)).isTrue();
  }

  @Test
  void lettersOfOtherSortsAreFolded() {
    assertThat(group(term("wholesale", "Großhandel")).covers("GROSSHANDEL")).isTrue();
    assertThat(group(term("gallium oxide", "Ga2O3")).covers("Ga₂O₃")).isTrue();
  }

  @Test
  void aSymbolCountsAsItIsWrittenOnly() {
    TermGroup gallium = group(new Term("gallium", List.of(Spelling.of("Ga", true))));
    assertThat(gallium.covers("Ga")).isTrue();
    assertThat(gallium.covers("metal (Ga, 99.99 %)")).isTrue();
    assertThat(gallium.covers("GA")).isFalse();
    assertThat(gallium.covers("Gate oxide")).isFalse();
  }

  @Test
  void whatIsNotKnownNamesNothing() {
    assertThat(group(term("gallium", "gallium")).covers(null)).isFalse();
    assertThat(group().covers("gallium")).isFalse();
  }

  @Test
  void fewTermsAreToldWithSpellingsAndManyWithout() {
    Term chips =
        term("semiconductors", "semiconductors", "semiconductor", "chip", "wafer", "IC", "Chip*");
    Term energy = term("energy", "energy");
    assertThat(group(chips, energy).inWords())
        .isEqualTo("semiconductors (chip, wafer, IC, ...), energy");
    assertThat(group(chips, energy, energy, energy).inWords())
        .isEqualTo("semiconductors, energy, energy, energy");
  }
}
