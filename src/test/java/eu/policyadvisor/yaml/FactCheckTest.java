package eu.policyadvisor.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.AcceleratorBuilder;
import eu.policyadvisor.fact.DependencyBuilder;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.PartyBuilder;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.SubjectBuilder;
import eu.policyadvisor.knowledge.ReferenceData;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactCheckTest {
  private static final Catalogue CATALOGUE = ReferenceData.builtIn().catalogue();
  private static final Subject SUBJECT = SubjectBuilder.builder().id("subject").build();

  @Test
  void acceptsFactsThatReferToEachOther() throws IOException {
    assertThat(
            problems(
                """
                accelerators: [{id: h, product: nvidia-h100}, {id: a, replaces: h}]
                models: [{id: m, product: deepseek-r1}]
                applications: [{id: app, uses_model: m}]
                parties: [{id: s, vendor: nexperia, owned_by: t}, {id: t, owned_by: u}, {id: u}]
                policy_events: [{id: e, instrument: mofcom-61-2025, concerns: h}]
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "models: [{id: a}, {id: a}]|2:24|id 'a' stands twice; models[0] in line 2 has it too",
        "models: [{id: subject}]|2:15|id 'subject' stands twice; subject in line 1 has it too",
        "applications: [{id: a, uses_model: m1}]|2:36|uses_model names 'm1', which is not among the"
            + " models",
        "applications: [{id: a, uses_model: chat}]\\n"
            + "models: [{id: chat1}]|2:36|uses_model names 'chat', which is not among the models;"
            + " did you mean 'chat1'?",
        "applications: [{id: a, uses_model: a}]|2:36|uses_model names 'a', which is not among the"
            + " models but among the applications",
        "applications: [{id: a, uses_model: subject}]|2:36|uses_model names 'subject', which is not"
            + " among the models but the subject",
        "policy_events: [{id: e, concerns: magnet}]\\n"
            + "critical_inputs: [{id: magnets}]|2:35|concerns names 'magnet', which is the id of no"
            + " fact; did you mean 'magnets'?",
        "policy_events: [{id: e, concerns: subject}]|2:35|concerns names 'subject', which is the id"
            + " of no fact",
        "accelerators: [{id: a, product: huawei-ascend-910}]|2:33|product 'huawei-ascend-910' is"
            + " not among the accelerators of the catalogue; did you mean 'huawei-ascend-910a',"
            + " 'huawei-ascend-910b' or 'huawei-ascend-910c'?",
        "accelerators: [{id: a, product: qqq}]|2:33|product 'qqq' is not among the accelerators of"
            + " the catalogue",
        "parties: [{id: s, vendor: huawai}]|2:27|vendor 'huawai' is not among the vendors of the"
            + " catalogue; did you mean 'huawei' or 'huawei-cloud'?",
        "policy_events: [{id: e, instrument: gpdr}]|2:37|instrument 'gpdr' is not among the"
            + " instruments of the catalogue; did you mean 'gdpr'?",
        "parties: [{id: s, owned_by: s}]|2:29|owners form a cycle: 's' is owned by 's'",
        "parties: [{id: z, owned_by: a}, {id: a, owned_by: b}, {id: b, owned_by: c}, {id: c,"
            + " owned_by: a}]|2:51|owners form a cycle: 'a' is owned by 'b' is owned by 'c' is"
            + " owned by 'a'",
        "models: [{id: m, as_of: 0202-05-01}]|2:25|as_of is 0202-05-01; it must be between"
            + " 2000-01-01 and 2100-12-31",
        "as_of: 2202-05-01|2:8|as_of is 2202-05-01; it must be between 2000-01-01 and 2100-12-31",
      })
  void saysWhatIsWrongAndWhere(String yaml, String at, String message) throws IOException {
    assertThat(problems(yaml.replace("\\n", "\n")))
        .extracting(Object::toString)
        .containsExactly("f.yaml:" + at + ": " + message);
  }

  @Test
  void reportsEveryCycleOnce() throws IOException {
    assertThat(
            problems(
                "parties: [{id: a, owned_by: b}, {id: b, owned_by: a},"
                    + " {id: c, owned_by: d}, {id: d, owned_by: c}]"))
        .extracting(Problem::message)
        .containsExactly(
            "owners form a cycle: 'a' is owned by 'b' is owned by 'a'",
            "owners form a cycle: 'c' is owned by 'd' is owned by 'c'");
  }

  @Test
  void checksFactsBuiltInJavaAndNamesThemByListAndId() {
    FactSet set =
        FactSet.of(
            SUBJECT,
            AcceleratorBuilder.builder()
                .id("a")
                .product("nvidia-h1000")
                .shareOfCompute(new BigDecimal("1.4"))
                .build(),
            AcceleratorBuilder.builder().id("a").designerHq("UK").quantity(-1).build(),
            DependencyBuilder.builder()
                .id("d")
                .shares(Map.of("CN", new BigDecimal("0.7"), "US", new BigDecimal("0.4")))
                .asOf(LocalDate.of(1820, 1, 1))
                .build(),
            DependencyBuilder.builder()
                .id("d2")
                .shares(Map.of("CN", new BigDecimal("-0.7")))
                .build(),
            DependencyBuilder.builder().id("d3").shares(Map.of("UK", BigDecimal.ONE)).build(),
            PartyBuilder.builder().id("s").ownedBy("t").build());

    assertThat(FactCheck.check(set, CATALOGUE))
        .extracting(Object::toString)
        .containsExactly(
            "accelerators/a: 'UK' is not a country; write 'GB'",
            "accelerators/a: id 'a' stands twice; accelerators/a has it too",
            "accelerators/a: product 'nvidia-h1000' is not among the accelerators of the catalogue;"
                + " did you mean 'nvidia-h100', 'nvidia-a100' or 'nvidia-b100'?",
            "accelerators/a: quantity is -1; it must be at least 0",
            "accelerators/a: share_of_compute is 1.4; it must be between 0 and 1",
            "dependencies/d: as_of is 1820-01-01; it must be between 2000-01-01 and 2100-12-31",
            "dependencies/d: shares add up to 1.1; they must not exceed 1",
            "dependencies/d2: shares.CN is -0.7; it must be between 0 and 1",
            "dependencies/d3: 'UK' is not a country; write 'GB'",
            "parties/s: owned_by names 't', which is not among the parties");
  }

  @Test
  void acceptsSharesThatAddUpToExactlyOne() {
    FactSet set =
        FactSet.of(
            SUBJECT,
            DependencyBuilder.builder()
                .id("d")
                .shares(
                    Map.of(
                        "CN", new BigDecimal("0.7"),
                        "US", new BigDecimal("0.2"),
                        "DE", new BigDecimal("0.1")))
                .build());

    assertThat(FactCheck.check(set, CATALOGUE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[union, company] | company and union",
        "[member_state, third_country_state] | member_state and third_country_state",
        "[company, court] | company and court"
      })
  void refusesTypesThatExcludeEachOther(String types, String both) throws IOException {
    assertThat(read("subject: {type: %s}".formatted(types)))
        .extracting(Problem::toString)
        .containsExactly("f.yaml:1:17: one subject cannot be " + both + "; keep one of them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[public_authority, critical_entity]", "[company, critical_entity]", "court"})
  void acceptsTypesThatGoTogether(String types) throws IOException {
    assertThat(read("subject: {type: %s}".formatted(types))).isEmpty();
  }

  @Test
  void asksWhichPartyIsMeantWhereTwoAreCalledSo() throws IOException {
    assertThat(
            problems(
                """
                parties: [{id: a, name: Acme GmbH}, {id: b, name: Acme Ltd.}]
                exports: [{id: e, customer: Acme}]
                """))
        .extracting(Problem::toString)
        .containsExactly(
            "f.yaml:3:29: customer 'Acme' may be 'a' or 'b'; write the id of the one that is"
                + " meant");
  }

  @Test
  void warnsOfATargetThatNamesNothingKnown() throws IOException {
    String yaml = "policy_events: [{id: p, target: 'buyers in Japann'}]";

    assertThat(problems(yaml)).isEmpty();
    assertThat(FactCheck.doubtful(set(yaml), CATALOGUE))
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .startsWith("target 'buyers in Japann' names no country, party, material or sector");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "everybody",
        "JP",
        "military users in Japan",
        "Huawei",
        "gallium",
        "own",
        "Own Ltd."
      })
  void knowsTargetsByCountryPartyMaterialAndId(String target) throws IOException {
    String yaml =
        "parties: [{id: own, name: Own Ltd.}]\npolicy_events: [{id: p, target: [%s]}]"
            .formatted(target);

    assertThat(FactCheck.doubtful(set(yaml), CATALOGUE)).isEmpty();
  }

  private static FactSet set(String yaml) throws IOException {
    return FactReader.read(
            "f.yaml", new ByteArrayInputStream(("subject: {}\n" + yaml).getBytes(UTF_8)))
        .value()
        .get(0);
  }

  private static List<Problem> read(String yaml) throws IOException {
    return FactCheck.check(
        FactReader.read("f.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8))).value().get(0),
        CATALOGUE);
  }

  private static List<Problem> problems(String yaml) throws IOException {
    Checked<List<FactSet>> reading =
        FactReader.read(
            "f.yaml",
            new ByteArrayInputStream(("subject: {type: company}\n" + yaml).getBytes(UTF_8)));
    assertThat(reading.problems()).isEmpty();
    return FactCheck.check(reading.value().get(0), CATALOGUE);
  }
}
