package eu.policyadvisor;

import static eu.policyadvisor.FewRules.ALWAYS;
import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.DUE;
import static eu.policyadvisor.FewRules.concept;
import static eu.policyadvisor.FewRules.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.ListedRow;
import eu.policyadvisor.fact.PartyBuilder;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.report.JsonReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The confidence of a conclusion: the weakest link of its surest way, less for each kind of doubt.
 */
final class WeakestLinkTest {
  private static final String SENSITIVE = "SensitiveUse( on == $on )";
  private static Advisor advisor;

  @BeforeAll
  static void load(@TempDir Path directory) throws IOException {
    advisor =
        FewRules.advisor(
            directory,
            finding("of/fact", "low", "0.8", "$on : Accelerator( quantity == 1 )"),
            finding("of/row", "low", "0.8", "$on : Party( lists contains PartyList.EU_SANCTIONS )"),
            finding("of/country", "low", "0.8", "$on : Party( hq == \"CN\" )"),
            concept("by/sure", "0.9", "plain", "$on : Accelerator( quantity == 2 )"),
            concept("by/unsure", "0.6", "plain", "$on : Accelerator( quantity == 3 )"),
            concept("by/way-a", "0.5", "plain", "$on : Accelerator( quantity == 4 )"),
            concept("by/way-b", "0.7", "plain", "$on : Accelerator( quantity == 4 )"),
            concept("by/way-c", "0.4", "plain", "$on : Accelerator( quantity == 4 )"),
            concept("by/doubted", "0.9", "unseen; due", "$on : Accelerator( quantity == 5 )"),
            concept("by/undoubted", "0.75", "plain", "$on : Accelerator( quantity == 5 )"),
            concept("by/unseen", "0.9", "unseen", "$on : Accelerator( quantity == 6 )"),
            finding("on/concept", "low", "0.8", "$on : Accelerator() " + SENSITIVE),
            finding("on/due-concept", "low", "0.7", "due", "$on : Accelerator() " + SENSITIVE),
            finding("doubt/none", "low", "0.8", "plain", ALWAYS),
            finding("doubt/unseen", "low", "0.8", "unseen", ALWAYS),
            finding("doubt/unseen-twice", "low", "0.8", "unseen; unread", ALWAYS),
            finding("doubt/due", "low", "0.8", "due", ALWAYS),
            finding("doubt/both", "low", "0.8", "unseen; due", ALWAYS));
  }

  private static Assessment ofAccelerators(String facts) throws IOException {
    return advisor.assess(
        FewRules.facts(advisor, "subject: {id: s}\naccelerators: [" + facts + "]\n"), DAY);
  }

  private static Assessment ofSubject(LocalDate day) {
    return advisor.assess(FactSet.of(Fact.unknown(Subject.class, "s")), day);
  }

  private static Reasoned<Finding> concluded(Assessment assessment, String rule) {
    return assessment.findings().stream()
        .filter(each -> each.card().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static void assertConfidence(Assessment assessment, String rule, String expected) {
    assertThat(concluded(assessment, rule).confidence().value())
        .as(rule)
        .isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.3", "0.79, 0.79", "0.81, 0.8", "1, 0.8", "0, 0"})
  void aFactIsNoSurerThanItSaysAndARuleNoSurerThanItsCard(String stated, String expected)
      throws IOException {
    assertConfidence(
        ofAccelerators(
            "{id: a, quantity: 1, confidence: %s}, {id: other, confidence: 0.1}".formatted(stated)),
        "of/fact",
        expected);
  }

  @Test
  void aFactThatSaysNothingOfItsConfidenceDoesNotLowerIt() throws IOException {
    assertConfidence(ofAccelerators("{id: a, quantity: 1}"), "of/fact", "0.8");
  }

  @Test
  void whatAScreeningListSaysIsNoSurerThanTheMatchWithItsRow() {
    assertConfidence(ofListed("0.55", null), "of/row", "0.55");
    assertConfidence(ofListed("0.95", null), "of/row", "0.8");
  }

  @Test
  void aMatchDoesNotLowerWhatIsReadFromOtherFields() {
    assertConfidence(ofListed("0.55", null), "of/country", "0.8");
  }

  @Test
  void ofAMatchAndItsFactTheLessSureCounts() {
    assertConfidence(ofListed("0.55", "0.45"), "of/row", "0.45");
    assertConfidence(ofListed("0.55", "0.65"), "of/row", "0.55");
  }

  /** A supplier that a list of the day before names, by a match of some confidence. */
  private static Assessment ofListed(String ofRow, String ofFact) {
    ListedRow row =
        new ListedRow(
            "eu",
            DAY.minusDays(1),
            true,
            7,
            "Listed",
            "EU",
            "freeze",
            null,
            "name agrees",
            new BigDecimal(ofRow));
    return advisor.assess(
        FactSet.of(
            Fact.unknown(Subject.class, "s"),
            PartyBuilder.builder()
                .id("party")
                .hq("CN")
                .lists(List.of(PartyList.EU_SANCTIONS))
                .confidence(ofFact == null ? null : new BigDecimal(ofFact))
                .provenance(
                    new Provenance(
                        "", "", 0, 0, Map.of("lists", FieldOrigin.listed("eu_sanctions", row))))
                .build()),
        DAY);
  }

  @ParameterizedTest
  @CsvSource({"2, 0.8", "3, 0.6"})
  void aConclusionIsNoSurerThanWhatItRestsOn(int quantity, String expected) throws IOException {
    assertConfidence(
        ofAccelerators("{id: a, quantity: %d}".formatted(quantity)), "on/concept", expected);
  }

  @Test
  void whatIsStatedOfAFactLowersAllThatRestsOnIt() throws IOException {
    assertConfidence(ofAccelerators("{id: a, quantity: 2, confidence: 0.3}"), "on/concept", "0.3");
  }

  @Test
  void ofSeveralWaysTheSurestCounts() throws IOException {
    Assessment assessment = ofAccelerators("{id: a, quantity: 4}");

    assertThat(assessment.concepts())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.because()).hasSize(3);
              assertThat(each.confidence().value()).isEqualByComparingTo("0.7");
            });
    assertConfidence(assessment, "on/concept", "0.7");
  }

  @Test
  void ofSeveralWaysTheSurestIsThatWithItsDoubts() throws IOException {
    assertConfidence(ofAccelerators("{id: a, quantity: 5}"), "on/concept", "0.75");
  }

  @ParameterizedTest
  @CsvSource({
    "doubt/none, 0.8",
    "doubt/unseen, 0.72",
    "doubt/unseen-twice, 0.72",
    "doubt/due, 0.72",
    "doubt/both, 0.648"
  })
  void eachKindOfDoubtLowersConfidenceOnce(String rule, String expected) {
    assertConfidence(ofSubject(DAY), rule, expected);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0.8", "0, 0.72", "1, 0.72"})
  void aReviewIsDueFromItsDayOn(int days, String expected) {
    Assessment assessment = ofSubject(DUE.plusDays(days));
    assertConfidence(assessment, "doubt/due", expected);
    assertThat(doubts(assessment, "doubt/due")).hasSize(days < 0 ? 0 : 1);
  }

  /** 0.7, the card of the finding, is below 0.9, the card of the concept. */
  @Test
  void doubtsAboutWhatAConclusionRestsOnAddToItsOwn() throws IOException {
    Assessment assessment = ofAccelerators("{id: a, quantity: 6}");
    assertConfidence(assessment, "on/due-concept", "0.567");
    assertConfidence(assessment, "on/concept", "0.72");
  }

  @Test
  void bothKindsOfDoubtAreShown() {
    Assessment assessment = ofSubject(DAY);

    assertThat(doubts(assessment, "doubt/both"))
        .extracting(Doubt::kind, Doubt::id, Doubt::since)
        .containsExactly(
            tuple(Doubt.Kind.UNVERIFIED, "unseen", null),
            tuple(Doubt.Kind.STATUS_TO_BE_CONFIRMED, "due", DUE));
    JsonNode shown = inJson(assessment, "doubt/both");
    assertThat(shown.at("/confidence/value").decimalValue()).isEqualByComparingTo("0.648");
    assertThat(shown.path("doubts").findValuesAsString("id")).containsExactly("unseen", "due");
  }

  private static List<Doubt> doubts(Assessment assessment, String rule) {
    return Doubt.of(
        concluded(assessment, rule), assessment.knowledge().catalogue(), assessment.asOf());
  }

  private static JsonNode inJson(Assessment assessment, String rule) {
    String json = new JsonReport().render(List.of(assessment));
    for (JsonNode each : JsonMapper.shared().readTree(json).at("/assessments/0/findings")) {
      if (each.path("rule").asString().equals(rule)) {
        return each;
      }
    }
    throw new AssertionError("no finding of " + rule + " in " + json);
  }
}
