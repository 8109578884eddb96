package eu.policyadvisor.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Uncovered;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which facts raise a question that the rules do not know, and which do not. */
final class CoverageTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final KnowledgeBase KNOWLEDGE = ADVISOR.knowledge();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

  /** Facts that an ordinary user states: no law but those that the rules know is what they ask. */
  private static final List<String> ORDINARY =
      List.of(
          "subject: {id: s, type: public_authority, country: FR, sector: education}\n"
              + "models: [{id: x, product: mistral-large-3, deployment: on_prem,"
              + " hosting_country: FR, uses: [education]}]\n"
              + "applications: [{id: a, uses_model: x, use: education, domain: exercises for"
              + " pupils, chatbot: true, discloses_ai: true}]",
          "subject: {id: s, type: company, country: DE}\n"
              + "accelerators: [{id: x, product: nvidia-h100, location: DE, quantity: 200}]",
          "subject: {id: s, type: company, country: DE}\n"
              + "data_flows: [{id: x, origin: DE, to_country: FR, categories: [personal],"
              + " exporter_in_eu: true}]",
          "subject: {id: s, type: company, country: IE, sector: banking}\n"
              + "data_flows: [{id: x, origin: IE, to_country: JP, categories: [personal],"
              + " exporter_in_eu: true, mechanism: adequacy}]",
          "subject: {id: s, type: company, country: NL}\n"
              + "exports: [{id: x, item: industrial pumps, destination: CA, eu_controlled: false,"
              + " end_use: civil}]",
          "subject: {id: s, type: company, country: IT}\n"
              + "critical_inputs: [{id: x, material: dysprosium, shares: {CN: 0.9}}]",
          "subject: {id: s, type: company, country: ES}\n"
              + "applications: [{id: x, domain: answers to customers, use: customer_service,"
              + " chatbot: true, discloses_ai: true, consumer_facing: true}]",
          "subject: {id: s, type: company, country: PL}\n"
              + "applications: [{id: x, domain: writing of software, use: code}]",
          "subject: {id: s, type: public_authority, country: SE, sector: tax administration}\n"
              + "applications: [{id: x, domain: answers to taxpayers, use: public_information}]",
          "subject: {id: s, type: research_organisation, country: AT}\n"
              + "models: [{id: x, product: qwen3, deployment: on_prem, hosting_country: AT,"
              + " uses: [research]}]",
          "subject: {id: s, type: company, country: DE, sector: automotive}\n"
              + "cloud_services: [{id: x, region: DE, ultimate_parent_hq: US, critical: true}]",
          "subject: {id: s, type: company, country: FI}\n"
              + "transactions: [{id: x, target_country: DE, target_sector: semiconductors,"
              + " acquirer_ultimate_hq: CN, stake: 0.1, influence: none}]",
          "subject: {id: s, type: critical_entity, country: CZ}\n"
              + "parties: [{id: x, hq: SE, ultimate_parent_hq: SE, role: [supplier],"
              + " critical_infrastructure: true}]",
          "subject: {id: s, type: union, country: EU}\n"
              + "policy_events: [{id: x, type: tariff, imposing_country: US, target: [EU]}]",
          "subject: {id: s, type: company}\n"
              + "data_flows: [{id: x, categories: [personal]}]\n"
              + "transactions: [{id: t, target: Acme}]\nexports: [{id: e, item: servers}]");

  private static FactSet completed(FactSet facts) {
    LocalDate day = facts.asOf();
    return ADVISOR.loaded().completed(facts, day == null ? DAY : day);
  }

  private static FactSet facts(String yaml) throws IOException {
    FactsRead read = ADVISOR.read("facts.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    assertThat(read.problems()).isEmpty();
    return completed(read.factSets().get(0));
  }

  private static Set<String> questions(FactSet facts, Uncovered.Question... of) {
    return facts.all().stream()
        .flatMap(fact -> KNOWLEDGE.uncovered(fact, facts).stream())
        .filter(each -> List.of(of).contains(each.question()))
        .map(Uncovered::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void ordinaryFactsRaiseNoQuestionThatIsNotCovered() throws IOException {
    assertThat(ORDINARY).hasSizeGreaterThan(12);
    for (String yaml : ORDINARY) {
      assertThat(questions(facts(yaml), Uncovered.Question.values())).as(yaml).isEmpty();
    }
  }

  /** Words that stand near those of another law and mean something else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "triage of support tickets",
        "vehicle diagnostics",
        "device fingerprints against fraud",
        "promotions of products",
        "answers on prices and delivery",
        "chat about a police d'assurance",
        "summaries of tax files",
        "settlement of insurance claims",
        "performance review of code",
        "translation of credit agreements",
        "image search",
        "planning of production shifts",
      })
  void aWordThatComesNearRaisesNoQuestion(String domain) throws IOException {
    FactSet facts =
        facts(
            "subject: {id: s, type: company, country: FR}\napplications: [{id: x, domain: \"%s\"}]"
                .formatted(domain));
    assertThat(questions(facts, Uncovered.Question.values())).isEmpty();
  }

  @Test
  void noExampleIsNotCovered() throws IOException {
    try (Stream<Path> examples = Files.list(Path.of("facts/examples"))) {
      for (Path example : examples.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        for (FactSet facts : ADVISOR.read(example).factSets()) {
          assertThat(questions(completed(facts), Uncovered.Question.MAIN))
              .as(example.toString())
              .isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "applications: [{id: x, domain: face recognition at stadium gates}]",
        "applications: [{id: x, name: Gesichtserkennungssystem}]",
        "applications: [{id: x, domain: reconnaissance faciale}]",
        "applications: [{id: x, domain: emotion recognition in calls}]",
      })
  void biometricsInsideTheUnionAreNotCovered(String yaml) throws IOException {
    FactSet facts = facts("subject: {id: s, type: company, country: FR}\n" + yaml);
    assertThat(questions(facts, Uncovered.Question.MAIN)).containsExactly("biometrics");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: company, country: DE|applications: [{id: x, domain: CV screening}]"
            + "|equal-treatment-at-work",
        "type: company, country: DE|applications: [{id: x, name: Bewerberauswahl}]"
            + "|equal-treatment-at-work",
        "type: public_authority, country: AT|applications: [{id: x, domain: score of the chances of"
            + " job seekers}]|equal-treatment-at-work",
        "type: company, country: ES|applications: [{id: x, domain: monitoring of workers}]"
            + "|equal-treatment-at-work",
        "type: company, country: FR|transactions: [{id: x, acquirer_ultimate_hq: FR,"
            + " target_country: DE, stake: 1.0, influence: control}]|merger-control",
        "type: company, country: FR|transactions: [{id: x, acquirer_ultimate_hq: FR,"
            + " target_country: DE, target_sector: banking, stake: 1.0}]"
            + "|merger-control, holdings-in-financial-firms",
        "type: public_authority, country: PT|transactions: [{id: x, public_tender: true,"
            + " acquirer_ultimate_hq: ES}]|procurement-procedure",
        "type: company, country: FR|transactions: [{id: x, acquirer_ultimate_hq: FR,"
            + " target_country: GB, stake: 1.0}]|target-outside-the-union",
        "type: third_country_state, country: JP|exports: [{id: x, item: photoresist, destination:"
            + " KR}]|law-of-another-state",
        "type: data_protection_authority, country: GB|applications: [{id: x, chatbot: true}]"
            + "|law-of-another-state",
        "type: public_authority, country: CH|cloud_services: [{id: x, region: CH}]"
            + "|law-of-another-state",
        "type: company, country: JP|exports: [{id: x, item: servers, destination: MY}]"
            + "|law-of-another-seat",
        "type: company, country: DE|data_flows: [{id: x, origin: GB, to_country: US, categories:"
            + " [personal], exporter_in_eu: false}]|data-from-outside-the-union",
        "type: data_protection_authority, country: IT|data_flows: [{id: x, origin: IT, to_country:"
            + " IE, categories: [personal]}]|lawful-basis-before-an-authority",
        "type: competition_authority, country: IT|applications: [{id: x, chatbot: true}]"
            + "|competition",
        "type: company, country: SE|applications: [{id: x, domain: text and data mining for"
            + " training}]|copyright",
        "type: court, country: DE|models: [{id: x, own_use: false}]|court-proceedings",
        "type: public_authority, country: NL|applications: [{id: x, use: law_enforcement}]"
            + "|policing",
        "type: member_state, country: EE|applications: [{id: x, use: defence}]|defence",
        "type: company, country: DE|exports: [{id: x, item: cameras, destination: UA, end_use:"
            + " military}]|arms-exports",
        "type: consumer_authority, country: IT|applications: [{id: x, chatbot: true}]"
            + "|consumer-law-before-an-authority",
        "type: company, country: HU|applications: [{id: x, domain: political advertising}]"
            + "|political-advertising",
        "type: company, country: BE|policy_events: [{id: x, type: tariff, imposing_country: EU,"
            + " target: [CN]}]|customs-and-tax",
        "type: international_organisation, country: CH|models: [{id: x, deployment: vendor_app}]"
            + "|international-organisation",
      })
  void whatAnotherLawGovernsIsNotCovered(String subject, String yaml, String ids)
      throws IOException {
    FactSet facts = facts("subject: {id: s, " + subject + "}\n" + yaml);
    assertThat(questions(facts, Uncovered.Question.MAIN)).contains(ids.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: company, country: DE, sector: health|applications: [{id: x, domain: radiology}]"
            + "|medical-devices",
        "type: company, country: DE, sector: health|applications: [{id: x, use: clinical}]"
            + "|medical-devices",
        "type: company, country: NL|applications: [{id: x, domain: dynamic pricing}]|pricing",
        "type: company, country: SE|applications: [{id: x, domain: claims of product liability}]"
            + "|product-liability",
        "type: company, country: SE|applications: [{id: x, domain: generation of images}]"
            + "|rights-in-generated-works",
        "type: company, country: SE|applications: [{id: x, domain: dark patterns in shops}]"
            + "|consumer-contracts",
        "type: company, country: DE, sector: banking|cloud_services: [{id: x, region: DE}]"
            + "|digital-resilience-of-financial-firms",
        "type: company, country: DE|applications: [{id: x, domain: credit scoring}]"
            + "|equal-treatment-of-customers",
        "type: company, country: DE|data_flows: [{id: x, origin: DE, to_country: FR, categories:"
            + " [special]}]|lawful-basis-of-special-data",
        "type: company, country: DE|applications: [{id: x, domain: autonomous driving}]"
            + "|regulated-products",
        "type: public_authority, country: NL|applications: [{id: x, domain: welfare fraud}]"
            + "|decisions-of-public-power",
        "type: public_authority, country: FR|applications: [{id: x, domain: video platform}]"
            + "|online-platforms",
        "type: member_state, country: PL|transactions: [{id: x, acquirer_ultimate_hq: CN,"
            + " target_country: PL, influence: control}]"
            + "|national-screening, merger-control-of-foreign-buyer",
        "type: public_authority, country: RO|transactions: [{id: x, acquirer_ultimate_hq: CN,"
            + " public_tender: true}]|procurement-of-foreign-bidder",
        "type: critical_entity, country: HU|parties: [{id: x, ultimate_parent_hq: CN,"
            + " critical_infrastructure: true}]|components-of-critical-networks",
      })
  void whatStandsBesideTheAnswerOfTheRulesTakesNothingAwayFromIt(
      String subject, String yaml, String ids) throws IOException {
    FactSet facts = facts("subject: {id: s, " + subject + "}\n" + yaml);
    assertThat(questions(facts, Uncovered.Question.MAIN)).isEmpty();
    assertThat(questions(facts, Uncovered.Question.FURTHER)).contains(ids.split(", "));
  }

  /** Union law is not told to those whom it does not bind. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "applications: [{id: x, domain: face recognition}]",
        "applications: [{id: x, domain: CV screening}]",
        "applications: [{id: x, use: law_enforcement}]",
        "transactions: [{id: x, public_tender: true, acquirer_ultimate_hq: US, target_country:"
            + " CH}]",
      })
  void outsideTheUnionItsLawIsNotTheAnswer(String yaml) throws IOException {
    FactSet facts = facts("subject: {id: s, type: third_country_state, country: CH}\n" + yaml);
    assertThat(
            facts.all().stream()
                .flatMap(fact -> KNOWLEDGE.uncovered(fact, facts).stream())
                .flatMap(each -> each.cites().stream()))
        .isEmpty();
    assertThat(questions(facts, Uncovered.Question.MAIN)).contains("law-of-another-state");
  }

  @Test
  void aDecisionUnderCompetitionLawIsNotCovered() throws IOException {
    FactSet facts =
        completed(
            ADVISOR.read(Path.of("facts/cases/agcm-meta-whatsapp-2025.yaml")).factSets().get(0));
    List<String> raised = new ArrayList<>();
    for (Fact fact : facts.all()) {
      KNOWLEDGE.uncovered(fact, facts).forEach(each -> raised.add(fact.id() + ": " + each.id()));
    }
    assertThat(raised)
        .containsExactly(
            "agcm: competition",
            "meta-ai: competition",
            "chatgpt: competition",
            "copilot: competition",
            "poke: competition");
  }

  @Test
  void everyEntryTellsTheReaderWhichLawAndWhereToTurn() {
    assertThat(KNOWLEDGE.uncovered())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            each -> {
              assertThat(each.says()).as(each.id()).endsWith(".").hasSizeLessThan(260);
              assertThat(each.title()).as(each.id()).doesNotEndWith(".");
              assertThat(each.law()).as(each.id()).isNotBlank();
              assertThat(each.turnTo()).as(each.id()).isNotBlank();
            });
  }

  /** A sentence that names an act would cite it on days on which it was not there. */
  @Test
  void noSentenceNamesAnActThatMayComeLater() {
    assertThat(KNOWLEDGE.uncovered())
        .allSatisfy(
            each ->
                assertThat(each.law() + each.turnTo() + each.says())
                    .as(each.id())
                    .doesNotContainPattern("\\d{4}|AI Act|GDPR|DORA|NIS"));
  }
}
