package eu.policyadvisor.screening;

import eu.policyadvisor.report.Golden;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rows of a short list each labelled name is found to match, and why. */
class MatchesTest {
  private static final Path KEPT = Path.of("src/test/resources/golden/screening/matches.txt");

  @Test
  void areThoseThatAreKept() {
    ScreeningList rows = Labelled.rows();
    KeptList list =
        new KeptList(
            "us-csl",
            "labelled names",
            Labelled.DAY,
            KeptList.Dated.BY_USER,
            Labelled.DAY,
            rows.rows().size(),
            "0",
            "rows.csv",
            Path.of("rows.csv"));
    Screener screener = Screener.of(Map.of(list, rows));
    StringBuilder told = new StringBuilder();
    for (Labelled each : Labelled.all()) {
      told.append(each.name()).append('\n');
      for (Match match : screener.screen(each.name(), null, Labelled.DAY)) {
        told.append(
            String.format(
                Locale.ROOT,
                "  %s %.3f '%s' %s\n",
                match.kind().name().toLowerCase(Locale.ROOT),
                match.score(),
                match.row().name(),
                how(match)));
      }
    }
    Golden.assertSame(KEPT, told.toString());
  }

  /** In kinds only: which of several names of one row is compared is left open. */
  private static String how(Match match) {
    long differ =
        match.differ().stream()
            .filter(each -> !each.matches("listed with.*|an? .*|abbr.*"))
            .count();
    return "%d agree, %d differ".formatted(match.agree().size(), differ);
  }
}
