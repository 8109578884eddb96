package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text must say to name a party of the catalogue. */
final class PartyNamesTest {
  private static final PartyNames NAMES =
      PartyNames.of(
          new Catalogue(
              LocalDate.EPOCH,
              null,
              Map.of(
                  PartyNames.VENDORS,
                  Map.of(
                      "huawei", party("huawei", "Huawei", "Huawei Technologies", "华为"),
                      "acme-fr", party("acme-fr", "Acme France", "Acme"),
                      "acme-us", party("acme-us", "Acme America", "Acme"))),
              Map.of(),
              List.of(),
              List.of(),
              List.of()));

  private static CatalogueEntry party(String id, String name, String... aliases) {
    InventoryNames none = InventoryNames.NONE;
    InventoryNames names =
        new InventoryNames(
            List.of(aliases),
            none.packages(),
            none.resources(),
            none.slices(),
            none.images(),
            none.organisations(),
            none.families(),
            none.traces(),
            none.hosts(),
            none.gateways(),
            "a test");
    return new CatalogueEntry(
        PartyNames.VENDORS,
        id,
        Map.of("name", name),
        Map.of(),
        null,
        false,
        null,
        names,
        List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "huawei",
        "HUAWEI",
        "Huawei Technologies Co., Ltd.",
        "huawei-technologies co ltd",
        "华为"
      })
  void findsAPartyByIdNameAndAliasWhateverItsLegalForm(String name) {
    assertThat(NAMES.called(name)).containsExactly("huawei");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Huawei Cloud", "Hua Wei", "a dealer of Huawei", "", "Ltd."})
  void guessesNothing(String name) {
    assertThat(NAMES.called(name)).isEmpty();
  }

  @Test
  void tellsAllPartiesOfANameThatIsShared() {
    assertThat(NAMES.called("Acme Inc.")).containsExactly("acme-fr", "acme-us");
  }

  @Test
  void findsAPartyThatALongerTextNames() {
    assertThat(NAMES.namedIn("chips of Huawei and its units")).containsExactly("huawei");
    assertThat(NAMES.namedIn("chips of Huaweichen")).isEmpty();
  }
}
