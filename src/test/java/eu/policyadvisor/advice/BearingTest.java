package eu.policyadvisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.CloudService;
import eu.policyadvisor.fact.CloudServiceBuilder;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PartyBuilder;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.PolicyEventBuilder;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Instrument.Kind;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BearingTest {
  /** A catalogue in which nothing is confirmed. */
  private static final Catalogue NOTHING =
      new Catalogue(LocalDate.EPOCH, null, Map.of(), Map.of(), List.of(), List.of(), List.of());

  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final LocalDate LONG_AGO = LocalDate.of(2017, 1, 1);

  private static final Instrument CHINESE_LAW = act("chinese-law", "CN", false, Set.of());
  private static final Instrument AMERICAN_LAW = act("american-law", "US", false, Set.of());
  private static final Instrument TAIWANESE_LAW = act("taiwanese-law", "TW", false, Set.of());
  private static final Instrument UNION_LAW = act("union-law", "EU", false, Set.of());

  @Test
  void lawOfACountryBearsOnlyWhereTheCaseIsAboutThatCountry() {
    CloudService american =
        CloudServiceBuilder.builder()
            .id("cloud")
            .ultimateParentHq("US")
            .region("DE")
            .provenance(Provenance.NONE)
            .build();
    Premise parent = new Premise.Given(american, List.of("ultimate_parent_hq"));

    assertThat(bearing(parent, CHINESE_LAW, AMERICAN_LAW, UNION_LAW))
        .containsExactly("american-law", "union-law");
  }

  @Test
  void whatIsNotReadOfAFactDoesNotCount() {
    CloudService elsewhere =
        CloudServiceBuilder.builder()
            .id("cloud")
            .ultimateParentHq("US")
            .region("CN")
            .provenance(Provenance.NONE)
            .build();

    assertThat(
            bearing(
                new Premise.Given(elsewhere, List.of("id", "ultimate_parent_hq")),
                CHINESE_LAW,
                AMERICAN_LAW))
        .containsExactly("american-law");
  }

  @Test
  void lawThatReachesAbroadBearsWithoutTheCountry() {
    Instrument reaching = act("reaching", "US", true, Set.of());

    assertThat(bearing(new Premise.Day(new AsOf(DAY)), reaching)).containsExactly("reaching");
  }

  @Test
  void aDecisionOnACountryBearsOnThatCountryOnly() {
    Instrument decision = act("on-china", "EU", false, Set.of("CN"));
    Instrument other = act("on-russia", "EU", false, Set.of("RU"));
    Party party = PartyBuilder.builder().id("party").hq("CN").provenance(Provenance.NONE).build();

    assertThat(bearing(new Premise.Given(party, List.of("hq")), decision, other))
        .containsExactly("on-china");
  }

  @Test
  void aListOfPartiesIsThatOfItsState() {
    Party listed =
        PartyBuilder.builder()
            .id("party")
            .lists(List.of(PartyList.TAIWAN_SHTC))
            .provenance(Provenance.NONE)
            .build();

    assertThat(bearing(new Premise.Given(listed, List.of("lists")), AMERICAN_LAW, TAIWANESE_LAW))
        .containsExactly("taiwanese-law");
  }

  @Test
  void aMeasureIsThatOfTheStateThatImposedIt() {
    PolicyEvent measure =
        PolicyEventBuilder.builder()
            .id("measure")
            .imposingCountry("US")
            .targetCountries(List.of("CN"))
            .provenance(Provenance.NONE)
            .build();

    assertThat(bearing(new Premise.Given(measure, List.of("status")), CHINESE_LAW, AMERICAN_LAW))
        .containsExactly("american-law");
  }

  @Test
  void whatCameLaterDoesNotBear() {
    Instrument later =
        new Instrument(
            "later",
            "later",
            null,
            DAY.plusDays(1),
            Kind.LAW,
            "EU",
            false,
            Set.of(),
            List.of(new Instrument.State(DAY.plusDays(1), InstrumentStatus.IN_FORCE)),
            null,
            null,
            true,
            null);

    assertThat(bearing(new Premise.Day(new AsOf(DAY)), later)).isEmpty();
  }

  @Test
  void anInstrumentStandsAsItDidOnTheDay() {
    Instrument act =
        new Instrument(
            "act",
            "act",
            null,
            LONG_AGO,
            Kind.LAW,
            "EU",
            false,
            Set.of(),
            List.of(
                new Instrument.State(LONG_AGO, InstrumentStatus.PROPOSED),
                new Instrument.State(DAY, InstrumentStatus.IN_FORCE)),
            null,
            null,
            true,
            null);
    Justification way = way(new Premise.Day(new AsOf(DAY)), act);

    assertThat(Bearing.of(way, NOTHING, DAY.minusDays(1)))
        .extracting(each -> each.instrument().status())
        .containsExactly(InstrumentStatus.PROPOSED);
    assertThat(Bearing.of(way, NOTHING, DAY))
        .extracting(each -> each.instrument().status())
        .containsExactly(InstrumentStatus.IN_FORCE);
  }

  private static List<String> bearing(Premise premise, Instrument... cited) {
    return Bearing.of(way(premise, cited), NOTHING, DAY).stream()
        .map(each -> each.instrument().id())
        .toList();
  }

  private static Justification way(Premise premise, Instrument... cited) {
    RuleCard card =
        new RuleCard(
            "theme/rule",
            eu.policyadvisor.rule.Kind.CONCEPT,
            "Title",
            "Summary.",
            List.of(1),
            Layer.CHIPS,
            null,
            Confidence.FULL,
            Stream.of(cited).map(each -> new Citation(each, "")).toList(),
            null,
            null,
            null);
    return new Justification(card, List.of(premise));
  }

  private static Instrument act(
      String id, String jurisdiction, boolean reachesAbroad, Set<String> concerns) {
    return new Instrument(
        id,
        id,
        null,
        LONG_AGO,
        Kind.LAW,
        jurisdiction,
        reachesAbroad,
        concerns,
        List.of(new Instrument.State(LONG_AGO, InstrumentStatus.IN_FORCE)),
        null,
        null,
        true,
        null);
  }
}
