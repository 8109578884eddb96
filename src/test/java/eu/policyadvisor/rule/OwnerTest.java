package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.rule.Offer.Kind;
import eu.policyadvisor.rule.Offer.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who controls a party, and whether its offer can be had, on a day. */
final class OwnerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 2, 2);
  private static final CatalogueEntry PARTY =
      new CatalogueEntry(
          PartyNames.VENDORS,
          "p",
          Map.of("hq", "DE", "ultimate_parent_hq", "DE"),
          Map.of(),
          null,
          false,
          null,
          InventoryNames.NONE,
          List.of(),
          List.of(
              new Owner("First", "FR", DAY.minusYears(1), DAY.minusDays(2)),
              new Owner("Second", "US", DAY, null)),
          null);

  private static Owner owner(@Nullable LocalDate since, @Nullable LocalDate until) {
    return new Owner("o", null, since, until);
  }

  @Test
  void holdsOnItsFirstAndOnItsLastDay() {
    Owner owner = owner(DAY, DAY.plusDays(1));

    assertThat(owner.holdsOn(DAY.minusDays(1))).isFalse();
    assertThat(owner.holdsOn(DAY)).isTrue();
    assertThat(owner.holdsOn(DAY.plusDays(1))).isTrue();
    assertThat(owner.holdsOn(DAY.plusDays(2))).isFalse();
    assertThat(owner(null, null).holdsOn(DAY)).isTrue();
  }

  @Test
  void twoOverlapWhereOneDayHasBoth() {
    assertThat(owner(null, DAY).overlaps(owner(DAY, null))).isTrue();
    assertThat(owner(DAY, null).overlaps(owner(null, DAY))).isTrue();
    assertThat(owner(null, null).overlaps(owner(DAY, DAY))).isTrue();
    assertThat(owner(null, DAY).overlaps(owner(DAY.plusDays(1), null))).isFalse();
    assertThat(owner(DAY.plusDays(1), null).overlaps(owner(null, DAY))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2025-02-02, FR", "2026-01-31, FR", "2026-02-01, DE", "2026-02-02, US"})
  void theTopOfTheChainIsThatOfTheOwnerOfTheDay(LocalDate day, String top) {
    assertThat(PARTY.on(day).values()).containsEntry("ultimate_parent_hq", top);
    assertThat(PARTY.on(day).values()).containsEntry("hq", "DE");
  }

  @ParameterizedTest
  @CsvSource({
    "PLANNED, 2026-02-02, false, false",
    "AVAILABLE, 2026-02-02, false, true",
    "AVAILABLE, , true, true",
    "CLOSED, 2026-02-02, true, false",
    "CLOSED, , false, false",
  })
  void anOfferCanBeHadFromItsFirstDayUntilItIsClosed(
      Status status, @Nullable LocalDate since, boolean before, boolean then) {
    Offer offer = new Offer(List.of(Kind.MODELS), null, status, since, null, false, null);

    assertThat(offer.isToBeHadOn(DAY.minusDays(1))).isEqualTo(before);
    assertThat(offer.isToBeHadOn(DAY)).isEqualTo(then);
  }

  @Test
  void whoRentsOutMachinesTooDoesNotServeModelsOnly() {
    assertThat(offer(Kind.MODELS).servesModelsOnly()).isTrue();
    assertThat(offer(Kind.MACHINES).servesModelsOnly()).isFalse();
    assertThat(offer(Kind.MACHINES, Kind.MODELS).servesModelsOnly()).isFalse();
  }

  private static Offer offer(Kind... serves) {
    return new Offer(List.of(serves), null, Status.AVAILABLE, null, null, false, null);
  }
}
