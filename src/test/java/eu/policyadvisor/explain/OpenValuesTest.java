package eu.policyadvisor.explain;

import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.advice;
import static eu.policyadvisor.FewRules.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.Inquiry;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.rule.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can turn an answer is asked for first. */
final class OpenValuesTest {
  private static Advisor advisor = Advisor.standard();

  @BeforeAll
  static void load(@TempDir Path directory) throws IOException {
    Files.createDirectories(directory.resolve("catalog"));
    Files.writeString(
        directory.resolve("catalog/vendors.yaml"),
        "vendors:\n  - {id: maker, name: Maker, hq: CN, verified: false}\n");
    Files.writeString(
        directory.resolve("catalog/models.yaml"),
        "models:\n  - {id: east, name: East, developer_hq: CN, verified: false}\n");
    advisor =
        FewRules.advisor(
            directory,
            finding("party/access", "low", "0.8", "$on : Party( accessToData == true )"),
            finding("model/chinese", "low", "0.8", "$on : Model( developerHq == \"CN\" )"),
            advice("advice/go", "now", "may", "permit", "0.8", "$on : Model( weights != null )"),
            advice(
                "advice/stop",
                "now",
                "must",
                "prohibit",
                "0.8",
                "$on : Model( hostingCountry == \"CN\" )"),
            advice(
                "advice/limit", "now", "must", "restrict", "0.8", "$on : Model( agentic == true )"),
            finding("found/agentic", "low", "0.8", "$on : Model( agentic == true )"),
            finding("heavy/evaluated", "critical", "0.8", "$on : Model( evaluated == true )"),
            finding("cloud/tested", "high", "0.8", "$on : CloudService( exitTested == false )"),
            finding("cloud/plan", "low", "0.8", "$on : CloudService( exitPlan == false )"));
  }

  private static List<Question> questions(String yaml) throws IOException {
    return Questions.of(advisor.inquire(FewRules.facts(advisor, "subject: {id: s}\n" + yaml), DAY));
  }

  private static List<String> asked(String yaml) throws IOException {
    return questions(yaml).stream()
        .filter(each -> each.value() != null)
        .map(each -> each.value().fact().id() + "." + each.value().field())
        .toList();
  }

  /** Although most weight lies on the value that turns nothing. */
  @Test
  void whatCanTurnTheWholeComesFirstTheGravestBeforeTheOthers() throws IOException {
    assertThat(asked("models: [{id: m, product: east, weights: open}]"))
        .containsExactly("m.hosting_country", "m.agentic", "m.evaluated");
  }

  @Test
  void whatCanTurnAnItemOnlyComesNext() throws IOException {
    assertThat(
            asked(
                "models: [{id: m, product: east, hosting_country: CN, agentic: true, evaluated:"
                    + " true}, {id: n, product: east, weights: open, hosting_country: DE}]"))
        .as("the whole stays prohibited, whatever n is")
        .containsExactly("n.agentic", "n.evaluated");
  }

  @Test
  void saysWhatEachAnswerLeadsTo() throws IOException {
    assertThat(questions("models: [{id: m, weights: open}]").get(1).turns())
        .extracting(turn -> turn.on().id(), Range.Turn::now, Range.Turn::then, Range.Turn::when)
        .containsExactly(
            tuple("s", Stance.PERMIT, Stance.RESTRICT, List.of(true)),
            tuple("m", Stance.PERMIT, Stance.RESTRICT, List.of(true)));
  }

  @Test
  void withoutARangeTheOrderIsThatOfTheAssessment() throws IOException {
    Inquiry inquiry =
        advisor.inquire(
            FewRules.facts(advisor, "subject: {id: s}\nmodels: [{id: m, weights: open}]\n"), DAY);
    Assessment assessment = inquiry.assessment();

    OpenValues open = new OpenValues(assessment);

    assertThat(open.all()).isEqualTo(assessment.unknowns());
    assertThat(open.all()).allSatisfy(each -> assertThat(open.turns(each.value())).isEmpty());
  }

  @Test
  void aPlanIsTestedOnlyWhereThereIsOne() throws IOException {
    assertThat(asked("cloud_services: [{id: c}]")).containsExactly("c.exit_plan");
    assertThat(asked("cloud_services: [{id: c, exit_plan: unknown}]"))
        .containsExactly("c.exit_plan");
    assertThat(asked("cloud_services: [{id: c, exit_plan: false}]")).isEmpty();
    assertThat(asked("cloud_services: [{id: c, exit_plan: true}]"))
        .containsExactly("c.exit_tested");
  }

  @Test
  void aPartyThatIsOnlyNamedIsNotAskedAboutAndOneThatIsListedIs() throws IOException {
    String export = "exports: [{id: e, customer: maker}]\n";
    Assessment named = advisor.assess(FewRules.facts(advisor, "subject: {id: s}\n" + export), DAY);

    assertThat(named.unknowns())
        .extracting(each -> each.value().fact().id() + "." + each.value().field())
        .as("it matters all the same")
        .contains("maker.access_to_data");
    assertThat(asked(export)).doesNotContain("maker.access_to_data");
    assertThat(asked(export + "parties: [{id: maker}]\n")).contains("maker.access_to_data");
  }

  @Test
  void whatTheCatalogueStatesOfTheProductIsNotAsked() throws IOException {
    String rest = "weights: open, hosting_country: DE, agentic: false, evaluated: false";
    assertThat(asked("models: [{id: m, " + rest + "}]")).containsExactly("m.developer_hq");
    assertThat(asked("models: [{id: m, product: east, " + rest + "}]")).isEmpty();
  }

  /** The file counts before the catalogue, so that the rules wait. */
  @Test
  void whereTheFileSaysThatItIsUnknownTheQuestionTellsWhatTheCatalogueStates() throws IOException {
    assertThat(
            questions(
                    "models: [{id: m, product: east, developer_hq: unknown, weights: open,"
                        + " hosting_country: DE, agentic: false, evaluated: false}]")
                .get(0)
                .text())
        .endsWith("? The catalogue says CN.");
  }
}
