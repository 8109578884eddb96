package eu.policyadvisor.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Parameter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Addresses and identifiers in the reference data have the form that their registers give them. */
class CatalogueFormsTest {
  private static final ReferenceData DATA = ReferenceData.builtIn();

  /**
   * Sector, year, kind of act, number: 32016R0679, 62018CJ0311; treaties: 12016E/TXT; documents of
   * the Commission and notices, by day and number: 52023JC0020, 52022XC0406(08).
   */
  private static final Pattern CELEX =
      Pattern.compile(
          "(3\\d{4}[RLDHE]|6\\d{4}(CJ|TJ)|5\\d{4}[DJP]C)\\d{4}|5\\d{4}XC\\d{4}\\(\\d{2}\\)"
              + "|1\\d{4}[EMP]/TXT");

  private static final Pattern CFR =
      Pattern.compile("\\d{1,2} CFR (Part )?\\d{3}(\\.\\d+)?(\\([a-z0-9]+\\))*( Supp\\. \\d)?.*");
  private static final Pattern FEDERAL_REGISTER = Pattern.compile("\\d{2,3} FR \\d{1,6}");
  private static final Pattern ECCN = Pattern.compile("[0-9][A-E]\\d{3}(\\.[a-z](\\.\\d)?)?");

  private static final List<Instrument> INSTRUMENTS =
      List.copyOf(DATA.catalogue().instruments().values());

  @Test
  void everyCelexNumberIsOneAndItsLinkLeadsThere() {
    assertThat(INSTRUMENTS)
        .filteredOn(each -> reference(each).startsWith("CELEX"))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              String number = reference(each).replaceFirst("^CELEX ", "");
              assertThat(number).matches(CELEX);
              assertThat(each.link()).endsWith("CELEX:" + number);
            });
  }

  @Test
  void everyLinkToTheLawOfTheUnionIsThatOfACelexNumber() {
    assertThat(INSTRUMENTS)
        .filteredOn(each -> String.valueOf(each.link()).contains("eur-lex"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.reference()).startsWith("CELEX "));
  }

  @Test
  void everyReferenceToTheCodeOrTheRegisterIsOne() {
    assertThat(INSTRUMENTS)
        .extracting(CatalogueFormsTest::reference)
        .filteredOn(reference -> reference.contains(" CFR "))
        .isNotEmpty()
        .allSatisfy(reference -> assertThat(reference).matches(CFR));
    assertThat(found("\\S+ FR \\S+", INSTRUMENTS.stream().map(CatalogueFormsTest::reference)))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).matches(FEDERAL_REGISTER));
  }

  @Test
  void everyControlNumberIsOne() {
    assertThat(found("(?<=ECCN )\\S+", INSTRUMENTS.stream().map(Instrument::title)))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).matches(ECCN));
    assertThat(found("(?<=ECCN )\\S+", DATA.parameters().stream().map(Parameter::reference)))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each).matches(ECCN));
  }

  @Test
  void everyAddressIsOne() {
    List<CatalogueEntry> entries =
        DATA.catalogue().entries().values().stream()
            .flatMap(part -> part.values().stream())
            .toList();
    assertAddresses(INSTRUMENTS.stream().map(Instrument::link));
    assertAddresses(INSTRUMENTS.stream().map(Instrument::source));
    assertAddresses(entries.stream().map(CatalogueEntry::source));
    assertAddresses(entries.stream().map(entry -> entry.names().source()));
  }

  private static void assertAddresses(Stream<@Nullable String> texts) {
    assertThat(texts.flatMap(CatalogueFormsTest::addresses))
        .isNotEmpty()
        .allMatch(CatalogueFormsTest::isAddress);
  }

  private static String reference(Instrument instrument) {
    return Objects.requireNonNullElse(instrument.reference(), "");
  }

  /** What a pattern finds, without the comma after it. */
  private static List<String> found(String pattern, Stream<String> texts) {
    return texts
        .flatMap(text -> Pattern.compile(pattern).matcher(text).results())
        .map(each -> each.group().replaceAll("[,;]$", ""))
        .toList();
  }

  /** A source may be several addresses, and words. */
  private static Stream<String> addresses(@Nullable String text) {
    return text == null
        ? Stream.of()
        : Stream.of(text.split(",?\\s+")).filter(each -> each.contains("://"));
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return List.of("http", "https").contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getHost().contains(".");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
