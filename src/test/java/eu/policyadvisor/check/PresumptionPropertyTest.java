package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Drawn;
import eu.policyadvisor.Seed;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.TransactionStatus;
import eu.policyadvisor.fact.TransferAssessment;
import eu.policyadvisor.fact.TransferMechanism;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.reasoning.Conclusive;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Urgency;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a value that is not known may do, and what it may not: {@code
 * docs/decisions/0017-what-may-be-presumed.md}.
 */
@ExtendWith(Seed.class)
class PresumptionPropertyTest {
  private static final Advisor ADVISOR = Advisor.standard();

  /**
   * Values that accuse, and what they are where nothing is wrong. A licence under a ban of Union
   * law is not here: an exception is for who relies on it to show. Nor is {@code repeated}: a flow
   * that is listed goes on.
   */
  private static final Map<String, Object> INNOCENT =
      Map.ofEntries(
          Map.entry("transactions.key_capability", false),
          Map.entry("data_flows.tia", TransferAssessment.DONE),
          Map.entry("data_flows.mechanism", TransferMechanism.SCC),
          Map.entry("exports.end_use_verified", true),
          Map.entry("exports.red_flags", List.of()),
          Map.entry("parties.high_risk_vendor", false),
          Map.entry("parties.critical_infrastructure", false),
          Map.entry("parties.access_to_data", false),
          Map.entry("parties.lists", List.of()),
          Map.entry("models.unlawful_training", false),
          Map.entry("models.authority_ignored", false),
          Map.entry("models.hijack_prone", false),
          Map.entry("models.licence_excludes_eu", false),
          Map.entry("applications.official_device", false),
          Map.entry("talent.military_linked_partner", false),
          Map.entry("policy_events.demand_attached", false));

  /** Values that stand by the way: they say nothing about guilt, and authors leave them out. */
  private static final Set<String> BY_THE_WAY =
      Set.of(
          "exports.kind",
          "applications.stage",
          "models.stage",
          "cloud_services.critical",
          "dependencies.substitution_months",
          "dependencies.impact",
          "critical_inputs.substitution_months",
          "critical_inputs.impact",
          "critical_inputs.stage",
          "accelerators.substitution_months",
          "accelerators.lifecycle",
          "accelerators.quantity",
          "transactions.status",
          "parties.item",
          "parties.layer",
          "policy_events.announced",
          "policy_events.effective_from");

  @Test
  void nothingIsProhibitedBecauseAValueThatAccusesIsNotKnown() {
    Set<String> wrong = new TreeSet<>();
    int prohibitions = 0;
    for (FactSet set : Drawn.sets(20261217, 400)) {
      Assessment assessment = assess(set);
      for (Reasoned<?> each : prohibitions(assessment)) {
        prohibitions++;
        for (Evidence silent : Evidence.of(each)) {
          String field = silent.fact().section().key() + "." + silent.field();
          if (silent.fact().value(silent.field()) != null || !INNOCENT.containsKey(field)) {
            continue;
          }
          FactSet innocent = with(set, silent.fact(), silent.field(), INNOCENT.get(field));
          if (!ADVISOR.loaded().check(innocent).isEmpty()) {
            continue;
          }
          Set<String> left = new TreeSet<>();
          prohibitions(assess(innocent)).forEach(other -> left.add(text(other)));
          if (!left.contains(text(each))) {
            wrong.add(each.card().id() + " rests on silence about " + field);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(prohibitions).as("prohibitions").isGreaterThan(50);
  }

  @Test
  void whatStandsByTheWayDoesNotSwitchOffAFinding() {
    Set<String> wrong = new TreeSet<>();
    int blanked = 0;
    for (FactSet set : Drawn.sets(20261218, 300)) {
      for (Reasoned<Finding> finding : assess(set).findings()) {
        if (Assessment.severity(finding).compareTo(Severity.HIGH) < 0) {
          continue;
        }
        Fact on = finding.conclusion().on();
        for (Evidence said : Evidence.of(finding)) {
          String field = said.fact().section().key() + "." + said.field();
          Object value = said.fact().value(said.field());
          // That an authority prohibited a deal is the finding itself.
          if (value == null
              || value == TransactionStatus.PROHIBITED
              || !BY_THE_WAY.contains(field)) {
            continue;
          }
          FactSet silent = with(set, said.fact(), said.field(), null);
          if (!ADVISOR.loaded().check(silent).isEmpty()) {
            continue;
          }
          blanked++;
          if (assess(silent).findings().stream()
              .noneMatch(
                  left ->
                      left.conclusion().on().id().equals(on.id())
                          && Assessment.severity(left).compareTo(Severity.MODERATE) >= 0)) {
            wrong.add(finding.card().id() + " without " + field);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(blanked).as("values that were taken away").isGreaterThan(50);
  }

  private static final List<String> SUBJECTS =
      List.of(
          "type: company, country: DE",
          "type: company, country: DE, nis2_class: essential",
          "type: research_organisation, country: DE",
          "type: public_authority, country: FR",
          "type: critical_entity, country: FR",
          "type: member_state, country: NL",
          "type: eu_institution, country: BE",
          "type: union",
          "type: court, country: NL",
          "type: data_protection_authority, country: IT",
          "type: consumer_authority, country: IT",
          "type: competition_authority, country: IT",
          "type: market_authority, country: IT",
          "type: international_organisation, country: NL",
          "country: DE");

  /** Whoever asks: nothing but the subject differs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "models: [{id: x, developer_hq: CN, deployment: vendor_app}]",
        "models: [{id: x, hosting_country: CN}]",
        "data_flows: [{id: x, origin: FR, to_country: CN, categories: [special]}]",
        "data_flows: [{id: x, origin: FR, to_country: IN, categories: [special], mechanism: scc}]",
        "data_flows: [{id: x, origin: FR, remote_access_from: IN, categories: [special]}]",
        "exports: [{id: x, product: nvidia-h200, destination: CN}]",
        "exports: [{id: x, eccn: 3A090, destination: MY}]",
        "exports: [{id: x, product: nvidia-h200, kind: remote_access, customer_ultimate_hq: CN}]",
        "exports: [{id: x, nationally_controlled: true, destination: CN}]",
        "exports: [{id: x, eu_controlled: true, destination: CN}]",
        "exports: [{id: x, red_flags: [new_customer, volume_inconsistent]}]",
        "parties: [{id: x, hq: CN, critical_infrastructure: true}]",
        "accelerators: [{id: x, product: huawei-ascend-910c}]",
        "transactions: [{id: x, target_sector: semiconductors, acquirer_ultimate_hq: CN}]",
        "talent: [{id: x, military_linked_partner: true}]"
      })
  void aStatedRiskIsAskedAboutAtOnceWhoeverAsks(String risk) throws IOException {
    assertThat(SUBJECTS).allSatisfy(subject -> asked(subject, risk));
  }

  /** Where it is the subject's own dealings, or those of whom others depend on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: company, country: DE | parties: [{id: x, lists: [us_entity_list]}]",
        "type: member_state, country: NL | parties: [{id: x, lists: [us_entity_list]}]",
        "type: company, country: DE | parties: [{id: x, lists: [us_entity_list], role:"
            + " [customer]}]",
        "type: company, country: DE | parties: [{id: x, lists: [eu_sanctions]}]",
        "type: company, country: DE | exports: [{id: x, item: gadgets, destination: RU}]",
        "type: company, country: DE | exports: [{id: x, item: gadgets, destination: BY}]",
        "type: critical_entity | parties: [{id: x, high_risk_vendor: true, item: radio}]",
        "type: member_state, country: NL | parties: [{id: x, high_risk_vendor: true}]",
        "type: company, nis2_class: essential | parties: [{id: x, high_risk_vendor: true}]",
        "type: court, country: NL | cloud_services: [{id: x, ultimate_parent_hq: CN}]",
        "type: company, nis2_class: essential | cloud_services: [{id: x, ultimate_parent_hq: CN}]"
      })
  void aStatedRiskOfOwnDealingsIsAskedAboutAtOnce(String subject, String risk) throws IOException {
    asked(subject, risk);
  }

  private static void asked(String subject, String risk) throws IOException {
    String text = "as_of: 2026-11-30\nsubject: {id: s, " + subject + "}\n" + risk + "\n";
    FactSet set =
        ADVISOR
            .read("risk.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .factSets()
            .get(0);
    Assessment assessment = assess(set);
    assertThat(assessment.findings())
        .as(subject + ", " + risk)
        .anyMatch(
            each ->
                each.conclusion().on().id().equals("x")
                    && Assessment.severity(each).compareTo(Severity.MODERATE) >= 0);
    assertThat(assessment.recommendations())
        .as(subject + ", " + risk)
        .anyMatch(
            each ->
                each.conclusion().on().id().equals("x")
                    && Objects.requireNonNull(each.card().advice()).urgency() == Urgency.NOW);
  }

  private static List<Reasoned<?>> prohibitions(Assessment assessment) {
    List<Reasoned<?>> all = new ArrayList<>(assessment.recommendations());
    assessment.superseded().forEach(each -> all.add(each.recommendation()));
    all.removeIf(each -> Objects.requireNonNull(each.card().advice()).stance() != Stance.PROHIBIT);
    return all;
  }

  private static String text(Reasoned<?> each) {
    return each.card().id() + " on " + each.conclusion().on().id();
  }

  private static FactSet with(FactSet set, Fact fact, String field, @Nullable Object value) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Put(fact.section(), fact.id(), field, value));
    if (field.equals("mechanism") && value != null) {
      changes.add(new Change.Put(fact.section(), fact.id(), "tia", TransferAssessment.DONE));
    }
    return set.all().stream().anyMatch(each -> each.id().equals(fact.id()))
        ? new Edit(changes).apply(set)
        : set;
  }

  private static Assessment assess(FactSet set) {
    LocalDate day = Objects.requireNonNull(set.asOf());
    return Conclusive.assess(ADVISOR, set, day);
  }
}
