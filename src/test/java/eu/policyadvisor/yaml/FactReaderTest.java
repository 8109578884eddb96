package eu.policyadvisor.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Dependency;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.fact.Use;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FactReaderTest {
  private static final String SUBJECT = "subject: {type: company, country: NO}\n";

  @Test
  void readsAFactSet() throws IOException {
    FactSet set =
        facts(
            """
            title: A cluster
            question: May we buy it?
            as_of: 2026-11-01
            subject:
              name: Nordic HPC Centre
              type: research_organisation
              country: NO
              us_nexus: []
            accelerators:
              - id: a1
                product: huawei-ascend-910c
                quantity: 64
                share_of_compute: 0.650
                lifecycle: tender
                frontier_training: false
                as_of: 2026-10-01
            models:
              - {id: m1, uses: [code, research]}
            """);

    assertThat(set.title()).isEqualTo("A cluster");
    assertThat(set.question()).isEqualTo("May we buy it?");
    assertThat(set.asOf()).isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(set.subject().id()).isEqualTo("subject");
    assertThat(set.subject().type()).containsExactly(SubjectType.RESEARCH_ORGANISATION);
    assertThat(set.subject().country()).isEqualTo("NO");
    assertThat(set.subject().usNexus()).isEmpty();
    Accelerator accelerator = (Accelerator) set.facts(Section.ACCELERATORS).get(0);
    assertThat(accelerator.shareOfCompute()).isEqualTo(new BigDecimal("0.65"));
    assertThat(accelerator.quantity()).isEqualTo(64);
    assertThat(accelerator.lifecycle()).isEqualTo(Lifecycle.TENDER);
    assertThat(accelerator.frontierTraining()).isFalse();
    assertThat(accelerator.asOf()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(accelerator.vendor()).isNull();
    assertThat(((Model) set.facts(Section.MODELS).get(0)).uses())
        .containsExactlyInAnyOrder(Use.CODE, Use.RESEARCH);
  }

  @Test
  void remembersWhereEachFactAndEachValueStands() throws IOException {
    Accelerator accelerator =
        (Accelerator)
            facts(SUBJECT + "accelerators:\n  - id: a1\n    tpp: unknown\n    quantity: 010\n")
                .facts(Section.ACCELERATORS)
                .get(0);

    assertThat(accelerator.provenance().file()).isEqualTo("facts/x.yaml");
    assertThat(accelerator.provenance().path()).isEqualTo("accelerators[0]");
    assertThat(accelerator.provenance().line()).isEqualTo(3);
    assertThat(accelerator.provenance().column()).isEqualTo(5);
    assertThat(accelerator.provenance().fields())
        .containsOnlyKeys("id", "tpp", "quantity")
        .containsEntry("id", new FieldOrigin(FieldOrigin.Kind.STATED, 3, 9, 3, 11, "a1", null))
        .containsEntry(
            "tpp", new FieldOrigin(FieldOrigin.Kind.UNKNOWN, 4, 10, 4, 17, "unknown", null))
        .containsEntry(
            "quantity", new FieldOrigin(FieldOrigin.Kind.STATED, 5, 15, 5, 18, "010", null));
    assertThat(accelerator.tpp()).isNull();
    assertThat(accelerator.quantity()).isEqualTo(10);
  }

  @Test
  void remembersWhereTheSubjectAndItsListsStand() throws IOException {
    FactSet set = facts("title: x\nmodels: unknown\nsubject: {type: union}\ntalent: []\n");

    assertThat(set.subject().provenance().path()).isEqualTo("subject");
    assertThat(set.subject().provenance().line()).isEqualTo(3);
    assertThat(set.provenance().fields()).containsOnlyKeys("title", "models", "talent");
    assertThat(set.provenance().fields().get("models").kind()).isEqualTo(FieldOrigin.Kind.UNKNOWN);
  }

  @Test
  void tellsAnEmptyListFromOneThatIsUnknownOrLeftOut() throws IOException {
    FactSet set = facts(SUBJECT + "models: []\naccelerators: unknown\n");

    assertThat(set.states(Section.MODELS)).isTrue();
    assertThat(set.states(Section.ACCELERATORS)).isFalse();
    assertThat(set.states(Section.PARTIES)).isFalse();
  }

  @Test
  void readsPartiesUnderTheirFormerName() throws IOException {
    FactSet set = facts(SUBJECT + "suppliers: [{id: a}]\nparties: [{id: b}]");

    assertThat(set.facts(Section.PARTIES)).extracting(Fact::id).containsExactly("a", "b");
    assertThat(set.facts(Section.PARTIES).get(0).provenance().path()).isEqualTo("suppliers[0]");
    assertThat(messages(SUBJECT + "suppliers: {id: a}"))
        .containsExactly("suppliers must be a list of facts, each beginning with '- id:'");
  }

  @Test
  void readsAListOfOneWithoutItsBrackets() throws IOException {
    FactSet set =
        facts(
            "subject: {type: court}\n"
                + "policy_events: [{id: p, target: Japan, target_countries: [JP]}]");

    assertThat(set.subject().type()).containsExactly(SubjectType.COURT);
    PolicyEvent event = (PolicyEvent) set.facts(Section.POLICY_EVENTS).get(0);
    assertThat(event.target()).containsExactly("Japan");
    assertThat(messages(SUBJECT + "policy_events: [{id: p, target_countries: JP}]"))
        .containsExactly("target_countries must be a list; write [JP]");
    assertThat(messages(SUBJECT + "policy_events: [{id: p, target_countries: [UK]}]"))
        .containsExactly("'UK' is not a country; write 'GB'");
  }

  @Test
  void readsSharesByCountryAndTheirPlaces() throws IOException {
    Dependency dependency =
        (Dependency)
            facts(SUBJECT + "dependencies: [{id: ga, shares: {CN: 0.66, NO: 0.34}}]\n")
                .facts(Section.DEPENDENCIES)
                .get(0);

    assertThat(dependency.shares())
        .containsOnly(
            java.util.Map.entry("CN", new BigDecimal("0.66")),
            java.util.Map.entry("NO", new BigDecimal("0.34")));
    assertThat(dependency.provenance().fields())
        .containsEntry(
            "shares",
            new FieldOrigin(FieldOrigin.Kind.STATED, 2, 33, 2, 53, "{CN: 0.66, NO: 0.34}", null))
        .containsEntry(
            "shares.CN", new FieldOrigin(FieldOrigin.Kind.STATED, 2, 38, 2, 42, "0.66", null));
  }

  @Test
  void readsExactlyWhatIsWritten() throws IOException {
    Model model =
        (Model)
            facts(SUBJECT + "models: [{id: 010, name: NO, licence: 1.10, training_flop: 1e25}]\n")
                .facts(Section.MODELS)
                .get(0);

    assertThat(model.id()).isEqualTo("010");
    assertThat(model.name()).isEqualTo("NO");
    assertThat(model.licence()).isEqualTo("1.10");
    assertThat(model.trainingFlop()).isEqualByComparingTo("10000000000000000000000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "vendr: huawei|unknown field 'vendr' of accelerator; did you mean 'vendor'?",
        "share_of_compute: 1.4|share_of_compute is 1.4; it must be between 0 and 1",
        "share_of_compute: -0.1|share_of_compute is -0.1; it must be between 0 and 1",
        "quantity: -1|quantity is -1; it must be at least 0",
        "quantity: 2.5|quantity is 2.5; it must be a whole number",
        "quantity: 1e12|quantity is 1e12; it must be at most 2147483647",
        "quantity: 1_000|quantity is '1_000'; write 1000",
        "lifecycle: aktive|'aktive' is not a lifecycle; it is one of planned, tender, contracted,"
            + " operating, phase_out, retired, unknown",
        "lifecycle: Operating|'Operating' is not a lifecycle; it is one of planned, tender,"
            + " contracted, operating, phase_out, retired, unknown; did you mean 'operating'?",
        "share_of_compute: 65 %|share_of_compute is '65 %'; write 0.65",
        "share_of_compute: 66,5%|share_of_compute is '66,5%'; write 0.665",
        "share_of_compute: 0,65|share_of_compute is '0,65'; write 0.65",
        "share_of_compute: \"0.65\"|share_of_compute is the text '0.65'; write a number without"
            + " quotes",
        "share_of_compute: most|share_of_compute is 'most'; write a number in digits, with a point"
            + " for decimals, such as 0.65",
        "tpp: .inf|tpp is '.inf'; write a number in digits, with a point for decimals, such as"
            + " 0.65",
        "tpp: 1e999999999|tpp is a number of more than 60 digits, which no quantity is",
        "tpp: 1e99999999999|tpp is 1e99999999999, which no quantity is",
        "tpp: [1]|tpp must be a number, not a list",
        "frontier_training: yes|frontier_training is 'yes'; write true",
        "frontier_training: no|frontier_training is 'no'; write false",
        "frontier_training: on|frontier_training is 'on'; write true",
        "frontier_training: True|frontier_training is 'True'; write true",
        "frontier_training: perhaps|frontier_training is 'perhaps'; write true, false or unknown",
        "frontier_training: 'true'|frontier_training is the text 'true'; write true or false"
            + " without quotes",
        "as_of: 2026-02-30|'2026-02-30' is not a day of the calendar",
        "as_of: 13.5.2025|'13.5.2025' is not a date; write 2025-05-13",
        "as_of: 5/13/2025|'5/13/2025' is not a date; write year-month-day, such as 2025-05-13",
        "as_of: 2025-05-13T00:00:00Z|'2025-05-13T00:00:00Z' is not a date; write year-month-day,"
            + " such as 2025-05-13",
        "designer_hq: UK|'UK' is not a country; write 'GB'",
        "designer_hq: china|'china' is not a country; write 'CN'",
        "designer_hq: no|'no' is not a country; write 'NO'",
        "designer_hq: XX|'XX' is not a country; write its ISO 3166-1 code of two letters, EU or"
            + " EEA",
        "name: {a: b}|name must be text, not a mapping",
        "tpp:|tpp has no value; write unknown if it is not known, or leave the field out",
        "tpp: ~|tpp has no value; write unknown if it is not known, or leave the field out",
        "name: ''|name has no value; write unknown if it is not known, or leave the field out",
      })
  void saysWhatIsWrongWithAValue(String line, String message) throws IOException {
    assertThat(messages(SUBJECT + "accelerators:\n  - id: a1\n    " + line + "\n"))
        .containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "models: [{id: m, uses: code}]|uses must be a list; write [code]",
        "models: [{id: m, uses: {a: b}}]|uses must be a list, not a mapping",
        "models: [{id: m, uses: [unknown]}]|unknown cannot stand in a list; write uses: unknown"
            + " instead of it",
        "models: [{id: m, uses: [~]}]|an entry of uses has no value",
        "models: [{name: m}]|model has no id; it needs one",
        "models: [{id: }]|id has no value",
        "models: [{id: unknown}]|id must be known",
        "models: [m1]|models[0] must be a mapping with keys, not text",
        "models: {id: m1}|models must be a list of facts, each beginning with '- id:'",
        "models:|models has no value; write [] if there is none, unknown if it is not known, or"
            + " leave it out",
        "modls: []|unknown field 'modls' of fact set; did you mean 'models'?",
        "as_of: soon|'soon' is not a date; write year-month-day, such as 2025-05-13",
        "dependencies: [{id: d, shares: {CN: 0.7, US: 0.4}}]|shares add up to 1.1; they must not"
            + " exceed 1",
        "dependencies: [{id: d, shares: {CN: 1.4}}]|shares.CN is 1.4; it must be between 0 and 1",
        "dependencies: [{id: d, shares: {UK: 0.4}}]|'UK' is not a country; write 'GB'",
        "dependencies: [{id: d, shares: {CN: unknown}}]|shares.CN has no value; leave it out if it"
            + " is not known",
        "dependencies: [{id: d, shares: {CN: \"0.4\"}}]|shares.CN is the text '0.4'; write a number"
            + " without quotes",
        "dependencies: [{id: d, shares: {}}]|shares must name countries with their shares, such as"
            + " {CN: 0.66, DE: 0.34}",
        "dependencies: [{id: d, shares: 0.4}]|shares must name countries with their shares, such as"
            + " {CN: 0.66, DE: 0.34}",
      })
  void saysWhatIsWrongWithAFactSet(String line, String message) throws IOException {
    assertThat(messages(SUBJECT + line + "\n")).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dependencies: [{id: d, shares: {CN: 0}}]|``",
        "dependencies: [{id: d, shares: {CN: 1}}]|``",
        "dependencies: [{id: d, shares: {CN: -0.001}}]|shares.CN is -0.001; it must be between 0"
            + " and 1",
        "dependencies: [{id: d, shares: {CN: 1.001}}]|shares.CN is 1.001; it must be between 0 and"
            + " 1",
        "dependencies: [{id: d, shares: {CN: 0.6, US: 0.4}}]|``",
        "parties: [{id: s, share: 0}]|``",
        "parties: [{id: s, share: 1}]|``",
        "parties: [{id: s, share: -0.001}]|share is -0.001; it must be between 0 and 1",
        "parties: [{id: s, share: 1.001}]|share is 1.001; it must be between 0 and 1",
        "accelerators: [{id: a, tpp: 0}]|``",
        "accelerators: [{id: a, tpp: SIXTY}]|``",
        "accelerators: [{id: a, tpp: SIXTY1}]|tpp is a number of more than 60 digits, which no"
            + " quantity is",
        "accelerators: [{id: a, tpp: 1e60}]|``",
        "accelerators: [{id: a, tpp: 1e61}]|tpp is a number of more than 60 digits, which no"
            + " quantity is",
        "accelerators: [{id: a, tpp: 1e-60}]|``",
        "accelerators: [{id: a, tpp: 1e-61}]|tpp is a number of more than 60 digits, which no"
            + " quantity is",
        "accelerators: [{id: a, tpp: 1e99999999999}]|tpp is 1e99999999999, which no quantity is",
        "accelerators: [{id: a, quantity: 2147483647}]|``",
        "accelerators: [{id: a, quantity: 2147483648}]|quantity is 2147483648; it must be at most"
            + " 2147483647",
      })
  void takesNumbersUpToTheirBounds(String line, String message) throws IOException {
    assertThat(read(SUBJECT + line.replace("SIXTY", "1".repeat(60)) + "\n").problems())
        .extracting(Problem::message)
        .isEqualTo(message.isEmpty() ? List.of() : List.of(message));
  }

  @Test
  void checksWhatCanBeReadOfADocumentThatIsWrong() throws IOException {
    assertThat(checked("models: [{id: m, uses: 1}]")).containsExactly("checked m");
    assertThat(checked("title: [a]\nmodels: [{id: m}]")).containsExactly("checked m");
    assertThat(checked("models: [{id: m}]")).as("nothing is wrong: others check").isEmpty();
  }

  @Test
  void checksTheOthersWhereAFactHasNoId() throws IOException {
    assertThat(checked("models: [{id: m}, {name: n}]")).containsExactly("checked m");
    assertThat(checked("models: [{id: m}, text]")).containsExactly("checked m");
    assertThat(
            checked("models: [{id: m}, {name: n}]\n---\n" + SUBJECT + "models: [{id: o, uses: 1}]"))
        .containsExactly("checked m", "checked o");
  }

  /** What a check says that finds something wrong in whatever it is given. */
  private static List<String> checked(String facts) throws IOException {
    return FactReader.read(
            "facts/x.yaml",
            stream(SUBJECT + facts + "\n"),
            set ->
                List.of(
                    new Problem(
                        "facts/x.yaml", 1, 1, "checked " + set.facts(Section.MODELS).get(0).id())))
        .problems()
        .stream()
        .map(Problem::message)
        .filter(message -> message.startsWith("checked "))
        .toList();
  }

  @Test
  void listsTheFieldsWhenNothingIsNear() throws IOException {
    assertThat(messages(SUBJECT + "talent: [{id: t, zzz: 1}]"))
        .singleElement()
        .asString()
        .startsWith("unknown field 'zzz' of talent; its fields are id, name, field, vacancy_rate,");
  }

  @Test
  void pointsAtTheKeyOrTheValue() throws IOException {
    assertThat(
            read("subject: {type: company}\naccelerators:\n  - id: a\n    vendr: x\n    tpp: -1\n")
                .problems())
        .extracting(Object::toString)
        .containsExactly(
            "facts/x.yaml:4:5: unknown field 'vendr' of accelerator; did you mean 'vendor'?",
            "facts/x.yaml:5:10: tpp is -1; it must be at least 0");
  }

  @Test
  void needsASubject() throws IOException {
    assertThat(messages("# x\nmodels: []\n"))
        .containsExactly(
            "says nothing about a subject; add one, such as subject: {type: company, country: DE}");
    assertThat(messages("subject:\n")).containsExactly("subject has no value");
    assertThat(messages("subject: Siemens\n"))
        .containsExactly("subject must be a mapping with keys, not text");
  }

  @Test
  void saysThatAFileHoldsNoFacts() throws IOException {
    assertThat(messages("")).containsExactly("holds no facts; it needs at least a subject");
    assertThat(messages("# only a comment\n---\n"))
        .containsExactly("holds no facts; it needs at least a subject");
    assertThat(messages("[a, b]"))
        .containsExactly("fact set must be a mapping with keys, not a list");
  }

  @Test
  void reportsAllProblemsOfAFileInOrderAndReadsTheOtherDocuments() throws IOException {
    Checked<List<FactSet>> reading =
        read(
            SUBJECT
                + "models: [{id: *a, uses: 1}, {nam: b}]\n---\n"
                + SUBJECT
                + "title: two\n---\na: ]\n");

    assertThat(reading.problems())
        .extracting(Object::toString)
        .containsExactly(
            "facts/x.yaml:2:15: aliases are not supported; write the value out",
            "facts/x.yaml:2:25: uses must be a list; write [1]",
            "facts/x.yaml:2:29: model has no id; it needs one",
            "facts/x.yaml:2:30: unknown field 'nam' of model; did you mean 'name'?",
            "facts/x.yaml:7:4: a value is missing here");
    assertThat(reading.value()).extracting(FactSet::title).containsExactly("two");
  }

  @Test
  void givesNoFactSetWhereAValueWasRefused() throws IOException {
    for (String refused :
        List.of(
            "title: *a",
            "models: *a",
            "models: [*a]",
            "models: [{id: m, uses: [*a]}]",
            "dependencies: [{id: d, shares: {CN: *a}}]",
            "title: a\ntitle: b")) {
      Checked<List<FactSet>> reading = read(SUBJECT + refused + "\n");
      assertThat(reading.problems()).as(refused).hasSize(1);
      assertThat(reading.value()).as(refused).isEmpty();
    }
  }

  @Test
  void readsAFactSetInsideAnotherDocumentWithoutASubject() throws IOException {
    Node.Mapping root =
        (Node.Mapping)
            YamlReader.read("c.yaml", stream("facts: {models: [{id: m}]}\n")).value().get(0);

    Checked<Optional<FactSet>> reading =
        FactReader.read("c.yaml", root.find("facts").orElseThrow().value());

    assertThat(reading.problems()).isEmpty();
    FactSet set = reading.value().orElseThrow();
    assertThat(set.subject().id()).isEqualTo("subject");
    assertThat(set.subject().type()).isNull();
    assertThat(set.facts(Section.MODELS)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Section.class)
  void readsEveryKindOfFactAndTheWordUnknownForEveryField(Section section) throws IOException {
    List<String> lines = new ArrayList<>(List.of("id: x"));
    for (Component component : Component.of(section.kind())) {
      if (component.nullable()) {
        lines.add(component.key() + ": unknown");
      }
    }
    String fact = "{" + String.join(", ", lines) + "}";

    FactSet set =
        facts(
            section == Section.NONE
                ? "subject: " + fact
                : SUBJECT + section.key() + ": [" + fact + "]");

    assertThat(set.all())
        .anySatisfy(
            each -> {
              assertThat(each.section()).isEqualTo(section);
              assertThat(each.id()).isEqualTo("x");
              assertThat(each.provenance().fields().values())
                  .filteredOn(origin -> origin.kind() == FieldOrigin.Kind.UNKNOWN)
                  .hasSize(lines.size() - 1);
            });
  }

  private static FactSet facts(String yaml) throws IOException {
    Checked<List<FactSet>> reading = read(yaml);
    assertThat(reading.problems()).isEmpty();
    return reading.value().get(0);
  }

  private static List<String> messages(String yaml) throws IOException {
    Checked<List<FactSet>> reading = read(yaml);
    assertThat(reading.value()).isEmpty();
    return reading.problems().stream().map(Problem::message).toList();
  }

  private static Checked<List<FactSet>> read(String yaml) throws IOException {
    return FactReader.read("facts/x.yaml", stream(yaml));
  }

  private static ByteArrayInputStream stream(String yaml) {
    return new ByteArrayInputStream(yaml.getBytes(UTF_8));
  }
}
