package eu.policyadvisor.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which countries a text names, as the target of a measure does. */
final class CountriesTest {
  @ParameterizedTest
  @CsvSource({
    "China, CN",
    "exports to the United States and Japan, US JP",
    "US chip firms, US",
    "'CN, MO and HK', CN MO HK",
    "Hongkong, HK",
    "Hong Kong and Macau, HK MO",
    "Deutschland, DE",
    "les Pays-Bas, NL",
    "Czech Republic, CZ",
    "the European Union, EU",
    "the UK, GB"
  })
  void aCountryIsNamedByNameOrByCode(String text, String codes) {
    assertThat(Countries.namedIn(text)).containsExactlyInAnyOrderElementsOf(split(codes));
  }

  /** Else a measure against one state would be read as one against its neighbour. */
  @ParameterizedTest
  @CsvSource({
    "North Korea, KP",
    "Papua New Guinea, PG",
    "South Sudan, SS",
    "El Salvador, SV",
    "Northern Ireland, GB",
    "Hong Kong SAR China, HK",
    "North Korea and South Korea, KP KR"
  })
  void theLongestNameCounts(String text, String codes) {
    assertThat(Countries.namedIn(text)).containsExactlyInAnyOrderElementsOf(split(codes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AI chips", "Latin America", "the South China Sea", "gallium", "Indians"})
  void aWordThatHoldsANameNamesNoCountry(String text) {
    assertThat(Countries.namedIn(text)).isEmpty();
  }

  @Test
  void whatIsNoCodeIsSaidWithTheCodeThatIsMeant() {
    assertThat(Countries.problem("NL")).isEmpty();
    assertThat(Countries.problem("EEA")).isEmpty();
    assertThat(Countries.problem("UK")).isEqualTo("'UK' is not a country; write 'GB'");
    assertThat(Countries.problem("germany")).endsWith("write 'DE'");
    assertThat(Countries.problem("Atlantis"))
        .endsWith("write its ISO 3166-1 code of two letters, EU or EEA");
  }

  private static List<String> split(String codes) {
    return List.of(codes.split(" "));
  }
}
