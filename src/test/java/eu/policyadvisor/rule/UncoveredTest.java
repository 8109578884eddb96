package eu.policyadvisor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.Application;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Mitigation;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Stage;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.SubjectType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a fact raises a question that the rules do not know. */
final class UncoveredTest {
  private static final Subject GERMAN_FIRM =
      Fact.of(
          Subject.class,
          Map.of("id", "me", "type", List.of(SubjectType.COMPANY), "country", "DE"),
          Provenance.NONE);

  private static Application application(Map<String, ?> values) {
    return Fact.of(Application.class, values, Provenance.NONE);
  }

  private static FieldCondition condition(String field, String... values) {
    return new FieldCondition(field, List.of(values), false, Set.of(values), List.of());
  }

  private static FieldCondition outside(String field, String... values) {
    return new FieldCondition(field, List.of(values), true, Set.of(values), List.of());
  }

  private static FactPattern applications(
      List<FieldCondition> fields, List<FieldCondition> except, List<FieldCondition> subject) {
    return new FactPattern(List.of(Section.APPLICATIONS), fields, except, subject);
  }

  private static Uncovered where(FactPattern... patterns) {
    return new Uncovered(
        "id",
        "Title",
        Uncovered.Question.MAIN,
        List.of(patterns),
        List.of(),
        "law",
        List.of(),
        "counsel",
        "Sentence.");
  }

  private static boolean concerns(Uncovered question, Fact fact) {
    return question.concerns(fact, FactSet.of(GERMAN_FIRM));
  }

  @Test
  void aFactOfAnotherListRaisesNone() {
    Uncovered question = where(applications(List.of(), List.of(), List.of()));
    assertThat(concerns(question, application(Map.of("id", "a")))).isTrue();
    assertThat(concerns(question, GERMAN_FIRM)).isFalse();
  }

  @Test
  void withoutListsAnyFactDoesTheSubjectIncluded() {
    Uncovered question =
        where(
            new FactPattern(
                List.of(), List.of(), List.of(), List.of(condition("type", "company"))));
    assertThat(concerns(question, application(Map.of("id", "a")))).isTrue();
    assertThat(concerns(question, GERMAN_FIRM)).isTrue();
  }

  @Test
  void oneOfTheValuesIsEnoughAndAllConditionsMustHold() {
    Uncovered question =
        where(
            applications(
                List.of(condition("stage", "pilot", "service"), condition("chatbot", "true")),
                List.of(),
                List.of()));
    assertThat(concerns(question, application(Map.of("id", "a", "stage", Stage.PILOT)))).isFalse();
    assertThat(
            concerns(
                question, application(Map.of("id", "a", "stage", Stage.PILOT, "chatbot", true))))
        .isTrue();
    assertThat(
            concerns(
                question, application(Map.of("id", "a", "stage", Stage.IDEA, "chatbot", true))))
        .isFalse();
  }

  @Test
  void onePatternIsEnough() {
    Uncovered question =
        where(
            applications(List.of(condition("stage", "pilot")), List.of(), List.of()),
            applications(List.of(condition("stage", "idea")), List.of(), List.of()));
    assertThat(concerns(question, application(Map.of("id", "a", "stage", Stage.IDEA)))).isTrue();
  }

  @Test
  void whatIsNotKnownFitsNeitherAValueNorTheOthers() {
    Application unknown = application(Map.of("id", "a"));
    for (FieldCondition each :
        List.of(condition("operator_ultimate_hq", "DE"), outside("operator_ultimate_hq", "DE"))) {
      assertThat(concerns(where(applications(List.of(each), List.of(), List.of())), unknown))
          .isFalse();
    }
  }

  @Test
  void outsideMeansAnyOtherValue() {
    Uncovered question =
        where(
            applications(
                List.of(outside("operator_ultimate_hq", "DE", "FR")), List.of(), List.of()));
    assertThat(concerns(question, application(Map.of("id", "a", "operator_ultimate_hq", "US"))))
        .isTrue();
    assertThat(concerns(question, application(Map.of("id", "a", "operator_ultimate_hq", "FR"))))
        .isFalse();
  }

  @Test
  void anExceptionTakesTheFactOutAndTheUnknownIsNone() {
    Uncovered question =
        where(applications(List.of(), List.of(condition("stage", "idea")), List.of()));
    assertThat(concerns(question, application(Map.of("id", "a", "stage", Stage.IDEA)))).isFalse();
    assertThat(concerns(question, application(Map.of("id", "a")))).isTrue();
  }

  @Test
  void aFieldOfSeveralValuesFitsWithOne() {
    Uncovered question =
        where(applications(List.of(condition("mitigations", "encryption")), List.of(), List.of()));
    assertThat(
            concerns(
                question,
                application(
                    Map.of(
                        "id",
                        "a",
                        "mitigations",
                        List.of(Mitigation.SEPARATION, Mitigation.ENCRYPTION)))))
        .isTrue();
  }

  @Test
  void aTextFitsThatNamesATermOfAGroup() {
    TermGroup hiring =
        new TermGroup(
            "hiring",
            "domains",
            List.of(new Term("hiring", List.of(Spelling.of("recruit*", false)))),
            "r",
            LocalDate.EPOCH,
            Map.of());
    FieldCondition domain =
        new FieldCondition("domain", List.of("hiring"), false, Set.of(), List.of(hiring));
    Uncovered question = where(applications(List.of(domain), List.of(), List.of()));
    assertThat(concerns(question, application(Map.of("id", "a", "domain", "Recruitment of staff"))))
        .isTrue();
    assertThat(concerns(question, application(Map.of("id", "a", "domain", "translation"))))
        .isFalse();
  }

  @Test
  void aSubjectThatAnotherLawGovernsRaisesNone() {
    Uncovered union =
        new Uncovered(
            "id",
            "Title",
            Uncovered.Question.MAIN,
            List.of(applications(List.of(), List.of(), List.of())),
            List.of(outside("country", "DE")),
            "law",
            List.of(),
            "counsel",
            "Sentence.");
    Application application = application(Map.of("id", "a"));
    assertThat(union.concerns(application, FactSet.of(GERMAN_FIRM))).isTrue();
    assertThat(union.concerns(application, FactSet.of((Subject) GERMAN_FIRM.with("country", "JP"))))
        .isFalse();
    assertThat(union.concerns(application, FactSet.of((Subject) GERMAN_FIRM.with("country", null))))
        .isTrue();
  }

  @Test
  void citesNoInstrumentThatCameLater() {
    Instrument act =
        new Instrument(
            "act",
            "Act",
            null,
            LocalDate.of(2024, 6, 13),
            Instrument.Kind.LAW,
            "EU",
            false,
            Set.of(),
            List.of(new Instrument.State(LocalDate.of(2024, 6, 13), InstrumentStatus.IN_FORCE)),
            null,
            null,
            false,
            null);
    Uncovered question =
        new Uncovered(
            "id",
            "Title",
            Uncovered.Question.FURTHER,
            List.of(),
            List.of(),
            "law",
            List.of(new Citation(act, "Art. 5")),
            "counsel",
            "Sentence.");
    assertThat(question.citesOn(LocalDate.of(2024, 6, 12))).isEmpty();
    assertThat(question.citesOn(LocalDate.of(2024, 6, 13)))
        .extracting(Citation::text)
        .containsExactly("Act, Art. 5");
  }
}
