package eu.policyadvisor.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin.Kind;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.PolicyEventStatus;
import eu.policyadvisor.fact.PolicyEventType;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.yaml.FactReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which measures of the catalogue hold for a supply on a day, and at whom a measure is aimed. */
final class MeasureCompletionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
  private static final String GALLIUM =
      "critical_inputs: [{id: ga, material: gallium, shares: {CN: 0.9}}]\n";
  private static final String TO_THE_US = "exports: [{id: e, destination: US}]\n";

  private static FactSet complete(String yaml, LocalDate day) throws IOException {
    FactSet read =
        FactReader.read(
                "x.yaml",
                new ByteArrayInputStream(("subject: {country: IT}\n" + yaml).getBytes(UTF_8)))
            .value()
            .get(0);
    return KNOWLEDGE.completed(read, day);
  }

  private static List<PolicyEvent> applied(FactSet set) {
    return set.derived().stream().map(PolicyEvent.class::cast).toList();
  }

  private static PolicyEvent stated(FactSet set) {
    return (PolicyEvent) set.facts(Section.POLICY_EVENTS).get(0);
  }

  @Test
  void aLicenceForEverybodyHoldsForASupplyFromTheStateThatAsksForIt() throws IOException {
    assertThat(applied(complete(GALLIUM, DAY)))
        .singleElement()
        .satisfies(
            measure -> {
              assertThat(measure.id()).isEqualTo("mofcom-23-2023");
              assertThat(measure.type()).isEqualTo(PolicyEventType.EXPORT_LICENCE);
              assertThat(measure.status()).isEqualTo(PolicyEventStatus.IN_FORCE);
              assertThat(measure.concerns()).isEqualTo("ga");
              assertThat(measure.againstUnion()).isTrue();
              assertThat(measure.provenance().fields().get("type").kind())
                  .isEqualTo(Kind.CATALOGUE);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "critical_inputs: [{id: ga, material: gallium, shares: {JP: 0.9}}]",
        "critical_inputs: [{id: ga, material: gallium, shares: {CN: 0}}]",
        "critical_inputs: [{id: ga, material: gallium}]",
        "critical_inputs: [{id: ni, material: nickel, shares: {CN: 0.9}}]",
        "critical_inputs: [{id: ga, material: unknown, shares: {CN: 0.9}}]"
      })
  void noMeasureHoldsForAnotherOriginAnUnknownOneOrAnotherMaterial(String yaml) throws IOException {
    assertThat(complete(yaml, DAY).derived()).isEmpty();
  }

  @Test
  void aBanOnACountryHoldsForWhoSellsThere() throws IOException {
    assertThat(applied(complete(GALLIUM + TO_THE_US, DAY)))
        .extracting(PolicyEvent::id)
        .containsExactly("mofcom-23-2023", "mofcom-46-2024-ban", "mofcom-46-2024-military");
    assertThat(applied(complete(GALLIUM + "exports: [{id: e, destination: CA}]", DAY)))
        .extracting(PolicyEvent::id)
        .containsExactly("mofcom-23-2023");
  }

  @Test
  void aBanOnMilitaryUseLeavesCivilUseAlone() throws IOException {
    assertThat(
            applied(complete(GALLIUM + "exports: [{id: e, destination: US, end_use: civil}]", DAY)))
        .extracting(PolicyEvent::id)
        .doesNotContain("mofcom-46-2024-military");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-02, none, none",
    "2024-12-03, in_force, none",
    "2025-11-08, in_force, none",
    "2025-11-09, suspended, 2026-11-27",
    "2026-11-30, suspended, 2026-11-27"
  })
  void aMeasureStandsAsItDidOnTheDay(LocalDate day, String status, String until)
      throws IOException {
    List<PolicyEvent> bans =
        applied(complete(GALLIUM + TO_THE_US, day)).stream()
            .filter(measure -> measure.id().equals("mofcom-46-2024-ban"))
            .toList();

    if (status.equals("none")) {
      assertThat(bans).isEmpty();
    } else {
      assertThat(bans.get(0).status()).hasToString(status.toUpperCase(java.util.Locale.ROOT));
      assertThat(String.valueOf(bans.get(0).suspendedUntil()))
          .isEqualTo(until.equals("none") ? "null" : until);
    }
  }

  @Test
  void aMeasureThatWillApplyIsAnnounced() throws IOException {
    String holmium = "critical_inputs: [{id: ho, material: holmium, shares: {CN: 0.9}}]";

    assertThat(applied(complete(holmium, LocalDate.of(2025, 10, 20))))
        .singleElement()
        .satisfies(measure -> assertThat(measure.status()).isEqualTo(PolicyEventStatus.ANNOUNCED));
  }

  @Test
  void aTypedEventOfTheSameInstrumentIsNotAppliedTwiceAndIsFilledIn() throws IOException {
    FactSet set =
        complete(
            GALLIUM
                + TO_THE_US
                + "policy_events: [{id: ban, type: export_ban, instrument: mofcom-46-2024,"
                + " demand_attached: true}]",
            DAY);

    assertThat(applied(set))
        .extracting(PolicyEvent::id)
        .containsExactly("mofcom-23-2023", "mofcom-46-2024-military");
    assertThat(stated(set).imposingCountry()).isEqualTo("CN");
    assertThat(stated(set).suspendedUntil()).isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(stated(set).concerns()).isEqualTo("ga");
    assertThat(stated(set).demandAttached()).isTrue();
  }

  @Test
  void twoSuppliesHaveAMeasureEach() throws IOException {
    FactSet set =
        complete(
            "critical_inputs: [{id: ga, material: gallium, shares: {CN: 0.9}},"
                + " {id: ge, material: germanium, shares: {CN: 0.6}}]",
            DAY);

    assertThat(applied(set)).extracting(PolicyEvent::concerns).containsExactly("ga", "ge");
    assertThat(applied(set)).extracting(PolicyEvent::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CN | everybody | true | true",
        "CN | military users in Japan | false | false",
        "US | China | false | false",
        "CN | Lithuania | true | false",
        "CN | [IT, FR] | true | true",
        "CN | European Union | true | true",
        "CN | output of Nexperia in China | true | false",
        "TW | South Africa | false | false",
        "US | CN and MO | false | false",
        "US | AI chips | null | null",
      })
  void tellsAtWhomAMeasureIsAimed(
      String state, String target, String againstUnion, String againstSubject) throws IOException {
    PolicyEvent measure =
        stated(
            complete(
                "policy_events: [{id: p, imposing_country: %s, target: %s}]"
                    .formatted(state, target),
                DAY));

    assertThat(String.valueOf(measure.againstUnion())).isEqualTo(againstUnion);
    assertThat(String.valueOf(measure.againstSubject())).isEqualTo(againstSubject);
  }

  @Test
  void whatTheFileSaysOfTheAimWins() throws IOException {
    assertThat(
            stated(complete("policy_events: [{id: p, target: Japan, against_union: true}]", DAY))
                .againstUnion())
        .isTrue();
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    FactSet once = complete(GALLIUM + TO_THE_US, DAY);

    assertThat(KNOWLEDGE.completed(once, DAY)).isEqualTo(once);
  }

  @Test
  void aTargetNamesPartiesOfTheFileByNameOrByWhatTheCatalogueCallsThem() throws IOException {
    String parties =
        "parties: [{id: hw, vendor: huawei}, {id: works, name: 'Diode Works Co., Ltd.'},"
            + " {id: other, name: Resistor Works}]\n";
    assertThat(stated(complete(parties + target("Huawei Technologies"), DAY)).targetParties())
        .containsExactly("hw");
    assertThat(stated(complete(parties + target("diode works and others"), DAY)).targetParties())
        .containsExactly("works");
    assertThat(stated(complete(parties + target("Diode Workshop"), DAY)).targetParties()).isNull();
  }

  private static String target(String name) {
    return "policy_events: [{id: p, type: sanctions, imposing_country: EU, target: " + name + "}]";
  }
}
