package eu.policyadvisor.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which fields of a fact name parties. */
final class NamedPartyTest {
  @Test
  void anAcquisitionNamesWhoBuysAndWhatIsBought() {
    Fact sale =
        Fact.unknown(Transaction.class, "sale")
            .with("acquirer", "Wingtech")
            .with("target", "Nexperia");
    assertThat(NamedParty.in(sale))
        .containsExactlyInAnyOrder(
            new NamedParty(sale, "acquirer", "Wingtech", PartyRole.ACQUIRER),
            new NamedParty(sale, "target", "Nexperia", PartyRole.TARGET));
  }

  @Test
  void aFieldThatIsEmptyOrUnknownNamesNobody() {
    Fact export = Fact.unknown(Export.class, "export");
    assertThat(NamedParty.in(export)).isEmpty();
    assertThat(NamedParty.in(export.with("customer", null))).isEmpty();
    assertThat(NamedParty.in(export.with("item", "Huawei"))).isEmpty();
  }
}
