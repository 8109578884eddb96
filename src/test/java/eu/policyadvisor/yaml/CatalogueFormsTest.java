package eu.policyadvisor.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.rule.Instrument;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Addresses and identifiers in the reference data have the form that their registers give them. */
class CatalogueFormsTest {
  private static final ReferenceData DATA = ReferenceData.builtIn();

  /** Sector, year, kind of act, number: 32016R0679, 62018CJ0311; treaties: 12016E/TXT. */
  private static final Pattern CELEX =
      Pattern.compile("(3\\d{4}[RLDH]|6\\d{4}(CJ|TJ))\\d{4}|1\\d{4}[EMP]/TXT");

  private static final Pattern CFR =
      Pattern.compile("\\d{1,2} CFR (Part )?\\d{3}(\\.\\d+)?(\\([a-z0-9]+\\))*( Supp\\. \\d)?.*");
  private static final Pattern FEDERAL_REGISTER = Pattern.compile("\\d{2,3} FR \\d{1,6}");
  private static final Pattern ECCN = Pattern.compile("[0-9][A-E]\\d{3}(\\.[a-z](\\.\\d)?)?");

  @Test
  void everyCelexNumberIsOneAndItsLinkLeadsThere() {
    for (Instrument instrument : DATA.catalogue().instruments().values()) {
      String reference = instrument.reference();
      if (reference != null && reference.startsWith("CELEX")) {
        String number = reference.substring("CELEX ".length());
        assertThat(number).as(instrument.id()).matches(CELEX);
        assertThat(instrument.link()).as(instrument.id()).endsWith("CELEX:" + number);
      }
      if (instrument.link() != null && instrument.link().contains("eur-lex")) {
        assertThat(reference).as(instrument.id()).startsWith("CELEX ");
      }
    }
  }

  @Test
  void everyReferenceToTheCodeOrTheRegisterIsOne() {
    for (Instrument instrument : DATA.catalogue().instruments().values()) {
      String reference = instrument.reference();
      if (reference == null) {
        continue;
      }
      if (reference.contains(" CFR ")) {
        assertThat(reference).as(instrument.id()).matches(CFR);
      }
      for (Matcher each = Pattern.compile("\\S+ FR \\S+").matcher(reference); each.find(); ) {
        assertThat(each.group().replaceAll("[,;]$", ""))
            .as(instrument.id())
            .matches(FEDERAL_REGISTER);
      }
    }
  }

  @Test
  void everyControlNumberIsOne() {
    Stream.concat(
            DATA.catalogue().instruments().values().stream().map(Instrument::title),
            DATA.parameters().stream().map(parameter -> parameter.reference()))
        .forEach(
            text -> {
              for (Matcher each = Pattern.compile("ECCN (\\S+)").matcher(text); each.find(); ) {
                assertThat(each.group(1).replaceAll("[,;]$", "")).as(text).matches(ECCN);
              }
            });
  }

  @Test
  void everyAddressIsOne() {
    List<String> wrong = new ArrayList<>();
    for (Instrument instrument : DATA.catalogue().instruments().values()) {
      addresses(instrument.link()).filter(url -> !isAddress(url)).forEach(wrong::add);
      addresses(instrument.source()).filter(url -> !isAddress(url)).forEach(wrong::add);
    }
    DATA.catalogue()
        .entries()
        .values()
        .forEach(
            entries ->
                entries
                    .values()
                    .forEach(
                        entry ->
                            addresses(entry.source())
                                .filter(url -> !isAddress(url))
                                .forEach(wrong::add)));
    assertThat(wrong).isEmpty();
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
