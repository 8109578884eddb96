package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphTest {
  private static List<String> lines(String text, int width) {
    return Paragraph.of(text, Style.PLAIN).lines(width, false);
  }

  @Test
  void breaksALongNameBehindADotUnderscoreOrHyphen() {
    assertThat(lines("the-supplier-of-chips.entity_listed_since = 2019", 38))
        .containsExactly("the-supplier-of-chips.", "entity_listed_since = 2019");
    assertThat(lines("s.entity_listed_since = 2019", 16))
        .containsExactly("s.", "entity_listed_", "since = 2019");
    assertThat(lines("the-supplier-of-chips.lists = []", 15))
        .containsExactly("the-supplier-", "of-chips.lists", "= []");
  }

  @Test
  void breaksAnotherLongWordWhereItMust() {
    assertThat(lines("a" + "b".repeat(20) + " c", 10))
        .containsExactly("a" + "b".repeat(9), "b".repeat(10), "b c");
    assertThat(lines("1.2345678901234", 10)).containsExactly("1.23456789", "01234");
    assertThat(lines("_".repeat(12), 10)).containsExactly("_".repeat(10), "__");
  }

  @Test
  void neverBreaksAnAddressOrTheIdOfARule() {
    assertThat(lines("see https://example.org/a_long.path now", 10))
        .containsExactly("see", "https://example.org/a_long.path", "now");
    assertThat(lines("export-control/entity-list", 10))
        .containsExactly("export-control/entity-list");
  }
}
