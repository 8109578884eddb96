package eu.policyadvisor.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labelled names in a list of realistic size; prints what it measures. */
final class ScreeningMeasureTest {
  private static final double PRECISION = 0.99;
  private static final double RECALL = 0.97;

  /** Firms of a group whose names have another word of their own: who owns whom is in no name. */
  private static final Set<String> UNDER_ANOTHER_NAME =
      Set.of(
          "Hikrobot Co Ltd",
          "Nexperia B.V.",
          "Nexperia Germany GmbH",
          "NAURA Akrion Inc",
          "Elvees NeoTek AO",
          "Semiconductor Manufacturing North China (Beijing) Corporation");

  private static final List<Labelled> NAMES = Labelled.all();

  /** Of 20,000 parties: made once for all tests. */
  private static final Screener SCREENER = Labelled.screener();

  @Test
  void enoughNamesAreLabelled() {
    assertThat(NAMES).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
    assertThat(NAMES).filteredOn(each -> each.expect().isEmpty()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(NAMES)
        .filteredOn(each -> !each.part().equals("tuning"))
        .hasSizeGreaterThanOrEqualTo(NAMES.size() / 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tuning", "held-out", "unseen"})
  void takesNoLookAlikeForAListedPartyWhateverThePart(String part) {
    ScreeningMeasure measure =
        measure(part, NAMES.stream().filter(each -> each.part().equals(part)).toList());
    assertThat(measure.precision()).isGreaterThanOrEqualTo(PRECISION);
  }

  @Test
  void findsWhoIsMeantAndNobodyElse() {
    ScreeningMeasure all = measure("all", NAMES);
    assertThat(all.precision()).isGreaterThanOrEqualTo(PRECISION);
    assertThat(all.recall()).isGreaterThanOrEqualTo(RECALL);
  }

  @Test
  void findsWhoIsMeantAsClerksTypeIt() {
    Screener asked = Labelled.clerksScreener();
    ScreeningMeasure all = measure("clerks", Labelled.clerks(), asked);
    assertThat(all.precision()).isGreaterThanOrEqualTo(PRECISION);
    assertThat(all.recall()).isGreaterThanOrEqualTo(0.95);

    List<Labelled> told = Labelled.clerks().stream().filter(each -> !isAffiliate(each)).toList();
    ScreeningMeasure telling = measure("clerks, without other names of a group", told, asked);
    assertThat(telling.recall()).isGreaterThanOrEqualTo(RECALL);
  }

  private static boolean isAffiliate(Labelled name) {
    return UNDER_ANOTHER_NAME.contains(name.name());
  }

  @Test
  void findsWhoIsMeantInNamesOfTheSameKinds() {
    ScreeningMeasure further = measure("further", Labelled.further(), Labelled.furtherScreener());
    assertThat(further.precision()).isGreaterThanOrEqualTo(PRECISION);
  }

  private ScreeningMeasure measure(String part, List<Labelled> of) {
    return measure(part, of, SCREENER);
  }

  private static ScreeningMeasure measure(String part, List<Labelled> of, Screener screener) {
    ScreeningMeasure measure = ScreeningMeasure.of(of, screener);
    System.out.println("screening, " + part + ": " + measure);
    measure.missed().forEach(each -> System.out.println("  missed " + each));
    measure.wrong().forEach(each -> System.out.println("  wrong  " + each));
    return measure;
  }
}
