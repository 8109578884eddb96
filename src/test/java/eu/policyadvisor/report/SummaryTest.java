package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.rule.Stance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static String text(Summary summary) {
    return summary.text(id -> null, Duration.ofMillis(1500));
  }

  @Test
  void countsStancesInTheirOrder() {
    Summary summary = new Summary();
    for (int i = 0; i < 1200; i++) {
      summary.add("f", false, Duration.ZERO, List.of(Stance.MONITOR), List.of());
    }
    summary.add("g", true, Duration.ZERO, List.of(Stance.PROHIBIT, Stance.MONITOR), List.of());
    assertThat(text(summary).lines())
        .contains(
            "assessed  1,202 fact sets in 1,201 files or lines, 1 of them with errors, in 1.50 s",
            "stances   prohibit 1, monitor 1,201");
  }

  @Test
  void namesTheMostFrequentFindingsAndTheSlowestFilesOnly() {
    Summary summary = new Summary();
    for (int i = 0; i < 9; i++) {
      summary.add(
          "file-" + i,
          false,
          Duration.ofMillis(10 * (i % 5) + i),
          List.of(Stance.MONITOR),
          List.of("a/1", "a/2", "a/3", "a/4", "a/5", "a/6").subList(0, i % 6 + 1));
    }
    assertThat(text(summary))
        .containsSubsequence("9  a/1", "7  a/2", "5  a/3", "3  a/4", "2  a/5")
        .doesNotContain("a/6")
        .containsSubsequence("0.04 s  file-4", "file-8", "file-3", "file-7", "file-2")
        .doesNotContain("file-0", "file-1");
  }
}
