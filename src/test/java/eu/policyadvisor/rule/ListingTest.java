package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.PartyList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A listing counts from its first day to its last, and for no other day. */
final class ListingTest {
  private static final Listing ENDED =
      new Listing(
          PartyList.US_ENTITY_LIST,
          LocalDate.of(2016, 3, 8),
          LocalDate.of(2017, 3, 28),
          null,
          false,
          null);
  private static final CatalogueEntry PARTY =
      new CatalogueEntry(
          PartyNames.VENDORS,
          "zte",
          Map.of("hq", "CN"),
          Map.of(),
          null,
          false,
          null,
          InventoryNames.NONE,
          List.of(
              ENDED,
              new Listing(
                  PartyList.EU_HIGH_RISK_VENDOR,
                  LocalDate.of(2023, 6, 15),
                  null,
                  null,
                  false,
                  null)));

  @Test
  void holdsOnItsFirstAndOnItsLastDay() {
    assertThat(ENDED.holdsOn(LocalDate.of(2016, 3, 7))).isFalse();
    assertThat(ENDED.holdsOn(LocalDate.of(2016, 3, 8))).isTrue();
    assertThat(ENDED.holdsOn(LocalDate.of(2017, 3, 28))).isTrue();
    assertThat(ENDED.holdsOn(LocalDate.of(2017, 3, 29))).isFalse();
  }

  @Test
  void aPartyStatesTheListsOfTheDay() {
    assertThat(PARTY.on(LocalDate.of(2016, 5, 1)).values())
        .containsEntry("lists", "[us_entity_list]")
        .containsEntry("entity_listed_since", "2016-03-08")
        .doesNotContainKey("high_risk_vendor");
    assertThat(PARTY.on(LocalDate.of(2024, 1, 1)).values())
        .containsEntry("lists", "[eu_high_risk_vendor]")
        .containsEntry("high_risk_vendor", "true")
        .doesNotContainKey("entity_listed_since");
  }

  @Test
  void aPartySaysNothingOfListsBetweenItsListings() {
    assertThat(PARTY.on(LocalDate.of(2020, 1, 1)).values()).isEqualTo(Map.of("hq", "CN"));
  }
}
