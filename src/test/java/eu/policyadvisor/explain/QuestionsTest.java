package eu.policyadvisor.explain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Leaves;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.CriticalInput;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be answered, and which question stands first. */
class QuestionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Advisor ADVISOR = Advisor.standard();

  private static RecordComponent component(Class<?> kind, String field) {
    return Arrays.stream(kind.getRecordComponents())
        .filter(each -> Names.inFile(each.getName()).equals(field))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Accelerator | publicly_funded | yes or no",
        "Accelerator | lifecycle | one of planned, tender, contracted, operating, phase_out,"
            + " retired",
        "Accelerator | quantity | a whole number of at least 0",
        "Accelerator | share_of_compute | a number from 0 to 1",
        "Accelerator | tpp | a number of at least 0",
        "Accelerator | designer_hq | a country of two letters, such as CN, US or DE",
        "Accelerator | product | an id of the reference catalogue (accelerators)",
        "Accelerator | name | text",
        "Model | accelerator | the id of one of the accelerators",
        "CriticalInput | shares | countries with their shares, such as CN: 0.66, DE: 0.34",
        "Party | entity_listed_since | a date, such as 2025-05-13",
        "PolicyEvent | concerns | the id of another fact of the file",
      })
  void whatMayBeAnsweredIsToldByTheField(String kind, String field, String words)
      throws ClassNotFoundException {
    Class<?> type = Class.forName("eu.policyadvisor.fact." + kind);
    assertThat(Questions.allowed(component(type, field))).isEqualTo(words);
  }

  @Test
  void ofAListAnyConstantsMayBeAnswered() {
    assertThat(Questions.allowed(component(Subject.class, "us_nexus")))
        .isEqualTo(
            "any of subsidiary, us_persons, usd_finance, us_origin_technology, with commas between;"
                + " none if there is none");
  }

  private static Assessment assessment(String yaml) throws IOException {
    FactSet facts =
        ADVISOR
            .read("x", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
            .factSets()
            .get(0);
    return ADVISOR.assess(facts, DAY);
  }

  private static Assessment pool() throws IOException {
    return assessment(
        "subject: {id: s, name: Centre, country: SE}\naccelerators: [{id: a}, {id: b}]\n");
  }

  private static RuleCard rule(Assessment of, Severity severity, int nth) {
    return of.knowledge().cards().values().stream()
        .filter(card -> card.severity() == severity)
        .skip(nth)
        .findFirst()
        .orElseThrow();
  }

  private static String told(Question question) {
    OpenValue value = question.value();
    return "%s %s %s: %s"
        .formatted(
            question.list().key(),
            value == null ? "list" : value.fact().id() + "." + value.field(),
            question.weight().stripTrailingZeros().toPlainString(),
            question.waiting().size());
  }

  @Test
  void whatSettlesMostIsAskedFirstAndListsLast() throws IOException {
    Assessment real = pool();
    Fact a = real.facts().facts(Section.ACCELERATORS).get(0);
    Fact b = real.facts().facts(Section.ACCELERATORS).get(1);
    RuleCard critical = rule(real, Severity.CRITICAL, 0);
    RuleCard high = rule(real, Severity.HIGH, 0);
    RuleCard moderate = rule(real, Severity.MODERATE, 0);
    RuleCard low = rule(real, Severity.LOW, 0);
    RuleCard advice =
        real.knowledge().cards().values().stream()
            .filter(card -> card.severity() == null && card.advice() != null)
            .findFirst()
            .orElseThrow();
    OpenValue lifecycle = new OpenValue(a, "lifecycle");
    OpenValue purpose = new OpenValue(a, "purpose");
    OpenValue quantity = new OpenValue(b, "quantity");
    OpenValue name = new OpenValue(b, "name");
    Assessment asked =
        real.withUndetermined(
                List.of(
                    new Undetermined(
                        critical, List.of(lifecycle, purpose, quantity, name), List.of(), true),
                    new Undetermined(high, List.of(purpose), List.of(Section.MODELS), true),
                    new Undetermined(
                        moderate, List.of(), List.of(Section.MODELS, Section.PARTIES), false),
                    new Undetermined(low, List.of(), List.of(Section.FRAMEWORKS), false),
                    new Undetermined(advice, List.of(), List.of(Section.TALENT), false)))
            .withUnknowns(
                List.of(
                    new Assessment.Unknown(lifecycle, List.of(critical.id())),
                    new Assessment.Unknown(name, List.of(critical.id())),
                    new Assessment.Unknown(purpose, List.of(critical.id(), high.id())),
                    new Assessment.Unknown(quantity, List.of(critical.id(), low.id()))))
            .withNotStated(
                List.of(Section.FRAMEWORKS, Section.TALENT, Section.PARTIES, Section.MODELS));
    List<Question> questions = Questions.of(asked);
    assertThat(questions.stream().map(QuestionsTest::told))
        .as(
            "8 for critical shared by 4, 4 for high, 2 for moderate, 1 for low; names are not"
                + " asked")
        .containsExactly(
            "accelerators a.purpose 6: 2",
            "accelerators b.quantity 3: 2",
            "accelerators a.lifecycle 2: 1",
            "models list 6: 2",
            "parties list 2: 1",
            "frameworks list 1: 1");
    assertThat(questions.get(3).text()).isEqualTo("Centre: Does it use, plan or offer AI models?");
    assertThat(questions.get(3).allowed()).isEqualTo("yes or no");
    assertThat(questions.get(3).constants()).isEmpty();
    assertThat(questions.get(2).text()).startsWith("a: ").endsWith("?");
    assertThat(questions.get(2).constants())
        .extracting(Question.Constant::value)
        .startsWith("planned", "tender")
        .hasSize(Lifecycle.values().length);
    assertThat(questions.get(1).constants()).isEmpty();
  }

  @Test
  void theFactsOfAProofAloneGiveTheSameConclusion() throws IOException {
    Assessment whole =
        assessment(
            """
            subject: {id: s, name: Centre, type: member_state, country: SE}
            accelerators:
              - {id: a, name: Pool, product: huawei-ascend-910c, lifecycle: operating, quantity: 9}
              - {id: other, product: nvidia-h100}
            critical_inputs: [{id: ree, shares: {CN: 0.9, DE: 0.1}, material: rare earths}]
            parties: []
            """
                .replace(", material: rare earths", ""));
    assertThat(whole.findings().size()).isGreaterThan(1);
    for (Reasoned<?> finding : whole.findings()) {
      FactSet alone = Leaves.alone(finding, whole.facts());
      assertThat(ADVISOR.assess(alone, DAY).findings())
          .as(finding.conclusion().toString())
          .anySatisfy(
              again -> {
                assertThat(again.card()).isEqualTo(finding.card());
                assertThat(again.conclusion().on().id()).isEqualTo(finding.conclusion().on().id());
              });
      assertThat(alone.subject().name()).isNull();
      for (Fact fact : alone.all()) {
        assertThat(fact.name()).as("no rule reads a name").isNull();
        if (fact instanceof Accelerator chip) {
          assertThat(chip.quantity()).as("no rule of these reads how many").isNull();
        }
        assertThat(fact.id()).isNotEqualTo("other");
        assertThat(fact).isNotInstanceOf(Model.class);
      }
      assertThat(alone.all().stream().filter(CriticalInput.class::isInstance).map(Fact::id))
          .hasSizeLessThanOrEqualTo(1);
    }
  }
}
