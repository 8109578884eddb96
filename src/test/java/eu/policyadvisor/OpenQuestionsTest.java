package eu.policyadvisor;

import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.advice;
import static eu.policyadvisor.FewRules.concept;
import static eu.policyadvisor.FewRules.finding;
import static eu.policyadvisor.FewRules.precedence;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which values are asked for, in which order, and what would make a rule conclude. */
final class OpenQuestionsTest {
  private static Advisor advisor;

  @BeforeAll
  static void load(@TempDir Path directory) throws IOException {
    advisor =
        FewRules.advisor(
            directory,
            finding("few/a", "low", "0.8", "$on : Model( agentic == true )"),
            finding("most/a", "low", "0.8", "$on : Model( evaluated == true )"),
            finding("most/b", "low", "0.8", "$on : Model( evaluated == false )"),
            finding("most/c", "low", "0.8", "$on : Model( evaluated == true, ownUse == false )"),
            finding("more/a", "low", "0.8", "$on : Model( hijackProne == true )"),
            finding("more/b", "low", "0.8", "$on : Model( hijackProne == false )"),
            concept("none/concept", "0.8", "plain", "$on : Model( integrityChecked == true )"),
            advice(
                "none/advice",
                "now",
                "may",
                "permit",
                "0.8",
                "$on : Model( integrityChecked == true )"),
            finding(
                "presumed/critical",
                "low",
                "0.8",
                "$on : CloudService( critical == null || critical == true )"),
            finding("app/found", "low", "0.8", "$on : Application()"),
            advice("app/advised", "now", "may", "permit", "0.8", "$on : Application()"),
            precedence(
                "app/yields",
                """
                Application( $application : this, chatbot == true )
                $prevails : Finding( rule == "app/found", on == $application )
                $yields : Recommendation( rule == "app/advised", on == $application )
                """),
            finding(
                "pair/replaces",
                "low",
                "0.8",
                """
                $on : Accelerator( quantity == 1, $replaced : replaces )
                Accelerator( id == $replaced, quantity == 2 )
                """));
  }

  private static FactSet facts(String yaml) throws IOException {
    return FewRules.facts(advisor, "subject: {id: s}\n" + yaml);
  }

  private static List<String> questions(String yaml) throws IOException {
    return advisor.assess(facts(yaml), DAY).unknowns().stream()
        .map(each -> each.value().fact().id() + " " + each.value().field() + " " + each.rules())
        .toList();
  }

  @Test
  void whatSettlesTheMostRulesIsAskedFirst() throws IOException {
    assertThat(questions("models: [{id: m, own_use: false}]"))
        .containsExactly(
            "m evaluated [most/a, most/b, most/c]",
            "m hijack_prone [more/a, more/b]",
            "m agentic [few/a]");
  }

  @Test
  void questionsThatSettleAsManyStandInTheOrderOfFactAndField() throws IOException {
    assertThat(
            questions(
                """
                applications: [{id: a}]
                models:
                  - {id: n, own_use: true, evaluated: false}
                  - {id: m, own_use: true, evaluated: false, hijack_prone: true}
                """))
        .containsExactly(
            "n hijack_prone [more/a, more/b]",
            "m agentic [few/a]",
            "n agentic [few/a]",
            "a chatbot [app/yields]");
  }

  @Test
  void aRuleOfPrecedenceRaisesAQuestion() throws IOException {
    assertThat(questions("applications: [{id: a}]")).containsExactly("a chatbot [app/yields]");
    assertThat(questions("applications: [{id: a, chatbot: false}]")).isEmpty();
  }

  @Test
  void whatIsPresumedRaisesAQuestion() throws IOException {
    FactSet presumed = facts("cloud_services: [{id: c}]");
    assertThat(FewRules.named(advisor.assess(presumed, DAY).findings()))
        .containsExactly("presumed/critical on c");
    assertThat(questions("cloud_services: [{id: c}]"))
        .containsExactly("c critical [presumed/critical]");
    assertThat(questions("cloud_services: [{id: c, critical: true}]")).isEmpty();
  }

  /** Nothing would change but what leads to no finding. */
  @Test
  void conceptsAndAdviceAloneRaiseNoQuestion() throws IOException {
    assertThat(
            questions(
                "models: [{id: m, own_use: true, evaluated: true, hijack_prone: true, agentic:"
                    + " true}]"))
        .isEmpty();
  }

  @Test
  void factsThatReferToOneAnotherAreAddedTogether() throws IOException {
    FactSet none = facts("accelerators: []");

    Edit edit = advisor.inquire(none, DAY).remedy("pair/replaces", null).orElseThrow();

    assertThat(edit.changes()).filteredOn(Change.Add.class::isInstance).hasSize(2);
    assertThat(FewRules.named(advisor.assess(edit.apply(none), DAY).findings()))
        .singleElement()
        .asString()
        .startsWith("pair/replaces on ");
  }
}
