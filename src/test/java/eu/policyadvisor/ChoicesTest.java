package eu.policyadvisor;

import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.finding;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What would have to change is asked over what a person can choose. */
@ExtendWith(Seed.class)
final class ChoicesTest {
  @TempDir private static Path directory;
  private static Advisor advisor = Advisor.standard();

  @BeforeAll
  static void load() throws IOException {
    Files.createDirectories(directory.resolve("catalog"));
    Files.writeString(
        directory.resolve("catalog/models.yaml"),
        """
        models:
          - {id: east, name: East, developer_hq: CN, verified: false}
          - {id: north, name: North, developer_hq: SE, verified: false}
          - {id: west, name: West, developer_hq: US, verified: false}
        """);
    advisor =
        FewRules.advisor(
            directory,
            finding("seat/swedish", "low", "0.8", "$on : Model( developerHq == \"SE\" )"),
            finding("seat/none", "low", "0.8", "$on : Model( developerHq == \"NO\" )"),
            finding(
                "seat/or-region",
                "low",
                "0.8",
                "$on : Model( developerHq == \"NO\" || hostingCountry == \"NO\" )"),
            finding(
                "measure/exempt",
                "low",
                "0.8",
                "$on : PolicyEvent( exempt == true ) Model( egressBlocked == true )"),
            finding(
                "owner/german", "low", "0.8", "$on : CloudService( ultimateParentHq == \"DE\" )"),
            finding(
                "seat/not-chinese",
                "low",
                "0.8",
                "$on : Model( ownUse == true ) not Model( this == $on, developerHq == \"CN\" )"),
            finding("subject/state", "low", "0.8", "$on : Subject( sme == true )"));
  }

  private static FactSet facts(String yaml) throws IOException {
    return FewRules.facts(advisor, "subject: {id: s}\n" + yaml);
  }

  private static List<String> choice(String rule, String on, String yaml) throws IOException {
    return advisor.inquire(facts(yaml), DAY).choice(rule, on).map(Edit::changes).stream()
        .flatMap(List::stream)
        .map(ChoicesTest::said)
        .toList();
  }

  private static String said(Change change) {
    return change instanceof Change.Put put
        ? put.id() + "." + put.field() + " = " + put.value()
        : change.toString();
  }

  @Test
  void aDeveloperIsNotMovedButAnotherProductIsChosen() throws IOException {
    assertThat(choice("seat/swedish", "m", "models: [{id: m, product: east}]"))
        .containsExactly("m.product = north");
    assertThat(
            advisor
                .inquire(facts("models: [{id: m, product: east}]"), DAY)
                .remedy("seat/swedish", "m"))
        .map(Edit::changes)
        .hasValueSatisfying(changes -> assertThat(said(changes.get(0))).contains("developer_hq"));
  }

  @Test
  void whatTheFileStatesOfTheWorldChangesOnlyWithTheProduct() throws IOException {
    assertThat(choice("seat/swedish", "m", "models: [{id: m, product: east, developer_hq: CN}]"))
        .containsExactlyInAnyOrder("m.product = north", "m.developer_hq = SE");
    assertThat(choice("seat/swedish", "m", "models: [{id: m, developer_hq: CN}]"))
        .as("no product is named that another one could take the place of")
        .isEmpty();
    assertThat(choice("seat/none", "m", "models: [{id: m, product: east, developer_hq: CN}]"))
        .as("no product of the catalogue comes from there")
        .isEmpty();
  }

  @Test
  void anOwnerChangesOnlyWithTheProvider() throws IOException {
    assertThat(
            choice(
                "owner/german",
                "c",
                "cloud_services: [{id: c, provider: Big, ultimate_parent_hq: US}]"))
        .containsExactlyInAnyOrder("c.provider = another provider", "c.ultimate_parent_hq = DE");
  }

  @Test
  void whatMustNotBeThereIsTakenAwayByAChoiceToo() throws IOException {
    assertThat(choice("seat/not-chinese", "m", "models: [{id: m, product: east, own_use: true}]"))
        .singleElement()
        .asString()
        .startsWith("m.product = ");
  }

  @Test
  void ofAlternativesTheOneThatCanBeChosenIsTaken() throws IOException {
    assertThat(choice("seat/or-region", "m", "models: [{id: m, product: east}]"))
        .containsExactly("m.hosting_country = NO");
  }

  @Test
  void anotherThingMayBeTakenUpWithAllThatItIs() throws IOException {
    Edit edit = advisor.inquire(facts("models: []"), DAY).choice("seat/none", null).orElseThrow();
    assertThat(edit.changes()).hasAtLeastOneElementOfType(Change.Add.class);
  }

  @Test
  void aMeasureIsNotMadeAndSaysWhatItSays() throws IOException {
    assertThat(
            choice(
                "measure/exempt",
                "e",
                "models: [{id: m}]\npolicy_events: [{id: e, exempt: false}]"))
        .isEmpty();
    assertThat(
            choice(
                "measure/exempt", "e", "models: [{id: m}]\npolicy_events: [{id: e, exempt: true}]"))
        .containsExactly("m.egress_blocked = true");
  }

  @Test
  void theSubjectDoesNotBecomeAnotherOne() throws IOException {
    assertThat(choice("subject/state", null, "")).isEmpty();
  }

  @Test
  void everyChoiceMakesItsRuleConcludeAndLeavesTheWorldAsItIs() {
    Advisor standard = Advisor.standard();
    int chosen = 0;
    for (FactSet set : Drawn.sets(20261218, 2)) {
      Inquiry inquiry = standard.inquire(set, Drawn.day(set));
      List<String> clear =
          inquiry.assessment().statuses().entrySet().stream()
              .filter(each -> each.getValue() == RuleStatus.CLEAR)
              .map(Map.Entry::getKey)
              .filter(rule -> rule.hashCode() % 12 == 0)
              .toList();
      for (String rule : clear) {
        Edit edit = inquiry.choice(rule, null).orElse(null);
        if (edit != null) {
          chosen++;
          assertThat(inquiry.unchosen(edit)).as(rule + " by " + edit).isEmpty();
          assertThat(edit.changes())
              .extracting(Change::section)
              .doesNotContain(Section.POLICY_EVENTS, Section.POSITIONS);
          assertThat(standard.inquire(edit.apply(set), Drawn.day(set)).assessment().statuses())
              .as(rule + " after " + edit)
              .extractingByKey(rule)
              .isIn(RuleStatus.CONCLUDED, RuleStatus.SUPERSEDED);
        }
      }
    }
    assertThat(chosen).isPositive();
  }
}
