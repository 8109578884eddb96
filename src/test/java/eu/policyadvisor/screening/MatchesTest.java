package eu.policyadvisor.screening;

import eu.policyadvisor.report.Golden;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each labelled name is found to match in a short list, with all that agrees and differs. */
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
                match.listed(),
                match.how()));
      }
    }
    Golden.assertSame(KEPT, told.toString());
  }
}
