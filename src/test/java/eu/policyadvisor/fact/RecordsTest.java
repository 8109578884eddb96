package eu.policyadvisor.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records by the names that their components have in a file. */
final class RecordsTest {
  private record Share(String country, @Nullable Integer yearlyNeed) {
    Share {
      if (country.isEmpty()) {
        throw new IllegalArgumentException("no country");
      }
    }
  }

  @Test
  void areReadByTheNamesInAFile() {
    Share share = new Share("CN", 3);
    assertThat(Records.value(share, "yearly_need")).isEqualTo(3);
    assertThat(Records.values(share)).containsExactly("CN", 3);
    assertThatThrownBy(() -> Records.value(share, "yearlyNeed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Share has no field yearlyNeed");
  }

  @Test
  void areMadeOfTheValuesThatAreThere() {
    assertThat(Records.make(Share.class, Map.of("country", "CN")::get))
        .isEqualTo(new Share("CN", null));
  }

  @Test
  void areNotMadeOfValuesThatTheyRefuse() {
    assertThatThrownBy(() -> Records.make(Share.class, key -> key.equals("country") ? "" : null))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("no country");
  }
}
