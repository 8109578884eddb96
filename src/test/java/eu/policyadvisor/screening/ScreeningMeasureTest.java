package eu.policyadvisor.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labelled names in a list of realistic size; prints what it measures. */
final class ScreeningMeasureTest {
  private static final double PRECISION = 0.99;
  private static final double RECALL = 0.97;

  private final List<Labelled> names = Labelled.all();
  private final Screener screener = Labelled.screener();

  @Test
  void enoughNamesAreLabelled() {
    assertThat(names).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
    assertThat(names).filteredOn(each -> each.expect().isEmpty()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(names)
        .filteredOn(each -> !each.part().equals("tuning"))
        .hasSizeGreaterThanOrEqualTo(names.size() / 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tuning", "held-out", "unseen"})
  void takesNoLookAlikeForAListedPartyWhateverThePart(String part) {
    ScreeningMeasure measure =
        measure(part, names.stream().filter(each -> each.part().equals(part)).toList());
    assertThat(measure.precision()).isGreaterThanOrEqualTo(PRECISION);
  }

  @Test
  void findsWhoIsMeantAndNobodyElse() {
    ScreeningMeasure all = measure("all", names);
    assertThat(all.precision()).isGreaterThanOrEqualTo(PRECISION);
    assertThat(all.recall()).isGreaterThanOrEqualTo(RECALL);
  }

  @Test
  void findsWhoIsMeantAsClerksTypeIt() {
    ScreeningMeasure clerks = measure("clerks", Labelled.clerks(), Labelled.clerksScreener());
    assertThat(clerks.precision()).isGreaterThanOrEqualTo(0.97);
    assertThat(clerks.recall()).isGreaterThanOrEqualTo(0.75);
  }

  private ScreeningMeasure measure(String part, List<Labelled> of) {
    return measure(part, of, screener);
  }

  private static ScreeningMeasure measure(String part, List<Labelled> of, Screener screener) {
    ScreeningMeasure measure = ScreeningMeasure.of(of, screener);
    System.out.println("screening, " + part + ": " + measure);
    measure.missed().forEach(each -> System.out.println("  missed " + each));
    measure.wrong().forEach(each -> System.out.println("  wrong  " + each));
    return measure;
  }
}
