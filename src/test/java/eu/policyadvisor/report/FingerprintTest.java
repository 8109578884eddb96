package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Fingerprint;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PartyBuilder;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleCardBuilder;
import eu.policyadvisor.rule.Severity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes a finding another one, and what does not. */
class FingerprintTest {
  private static final Assessment RICH = Scenario.rich();
  private static final Reasoned<Finding> SHARE = RICH.findings().get(1);

  private static String of(Reasoned<Finding> finding) {
    return Fingerprint.of(RICH.facts(), finding);
  }

  /** The same finding on another fact, which holds another value. */
  private static Reasoned<Finding> on(Accelerator fact, List<String> fields) {
    return new Reasoned<>(
        new Finding(SHARE.card().id(), fact),
        SHARE.confidence(),
        List.of(new Justification(SHARE.card(), List.of(new Premise.Given(fact, fields)))));
  }

  private static Accelerator pool() {
    return (Accelerator) SHARE.conclusion().on();
  }

  private static final List<String> FIELDS = List.of("share_of_compute");

  @Test
  void isThirtyTwoHexadecimalDigits() {
    assertThat(of(SHARE)).matches("[0-9a-f]{32}").isEqualTo(RICH.fingerprint(SHARE));
  }

  @Test
  void isThatOfTheValueNotOfHowItIsWritten() {
    Accelerator same = (Accelerator) pool().with("share_of_compute", new BigDecimal("0.7"));
    assertThat(of(on(same, FIELDS))).isEqualTo(of(on(pool(), FIELDS)));
  }

  @Test
  void changesWithAValueThatIsReadOnly() {
    Accelerator more = (Accelerator) pool().with("share_of_compute", new BigDecimal("0.8"));
    Accelerator unknown = (Accelerator) pool().with("share_of_compute", null);
    Accelerator renamed = (Accelerator) pool().with("name", "Another name");
    assertThat(of(on(more, FIELDS))).isNotEqualTo(of(on(pool(), FIELDS)));
    assertThat(of(on(unknown, FIELDS))).isNotEqualTo(of(on(pool(), FIELDS)));
    assertThat(of(on(renamed, FIELDS))).isEqualTo(of(on(pool(), FIELDS)));
    assertThat(of(on(pool(), List.of("share_of_compute", "lifecycle"))))
        .isNotEqualTo(of(on(pool(), FIELDS)));
  }

  @Test
  void changesWithTheSeverityTheFactAndTheRule() {
    Reasoned<Finding> graver =
        new Reasoned<>(
            new Finding(SHARE.card().id(), pool(), Severity.CRITICAL),
            SHARE.confidence(),
            SHARE.because());
    Accelerator other = (Accelerator) pool().with("id", "other");
    assertThat(of(graver)).isNotEqualTo(of(SHARE));
    assertThat(of(on(other, FIELDS))).isNotEqualTo(of(on(pool(), FIELDS)));
    assertThat(RICH.findings().stream().map(FingerprintTest::of)).doesNotHaveDuplicates();
  }

  @Test
  void doesNotMindTheOrderOfReasons() {
    Premise.Given one = new Premise.Given(pool(), List.of("share_of_compute", "lifecycle"));
    Premise.Given other = new Premise.Given(pool(), List.of("lifecycle", "share_of_compute"));
    assertThat(of(because(List.of(one)))).isEqualTo(of(because(List.of(other, one))));
  }

  private static Reasoned<Finding> because(List<Premise> premises) {
    return new Reasoned<>(
        SHARE.conclusion(), SHARE.confidence(), List.of(new Justification(SHARE.card(), premises)));
  }

  @Test
  void changesWithTheSubjectAndNotWithItsName() {
    Subject subject = RICH.facts().subject();
    assertThat(Fingerprint.of(of(subject.with("id", "another")), SHARE)).isNotEqualTo(of(SHARE));
    assertThat(Fingerprint.of(of(subject.with("name", "Another name")), SHARE))
        .isEqualTo(of(SHARE));
  }

  private static FactSet of(Fact subject) {
    FactSet facts = RICH.facts();
    return new FactSet(
        facts.title(), facts.asOf(), (Subject) subject, facts.lists(), facts.provenance());
  }

  /**
   * Waivers and earlier reports keep fingerprints: the same case has the same one for ever. What is
   * expected was worked out by hand: SHA-256 over rule, subject, fact, severity and values in order
   * of their letters, each behind its length and a colon.
   */
  @Test
  void isTheOneThatAnEarlierVersionGave() {
    assertThat(ofListed(PartyList.US_ENTITY_LIST, PartyList.EU_SANCTIONS))
        .isEqualTo(ofListed(PartyList.EU_SANCTIONS, PartyList.US_ENTITY_LIST))
        .isEqualTo("3ca2b1abd314fcb746cc4e119562cd25");
  }

  private static String ofListed(PartyList... lists) {
    Party party =
        PartyBuilder.builder()
            .id("party")
            .hq("SG")
            .share(new BigDecimal("0.70"))
            .lists(List.of(lists))
            .build();
    RuleCard card = RuleCardBuilder.builder(SHARE.card()).id("few/listed").build();
    Reasoned<Finding> finding =
        new Reasoned<>(
            new Finding(card.id(), party, Severity.HIGH),
            SHARE.confidence(),
            List.of(
                new Justification(
                    card, List.of(new Premise.Given(party, List.of("share", "lists", "hq"))))));
    return Fingerprint.of(FactSet.of(Fact.unknown(Subject.class, "agency")), finding);
  }
}
