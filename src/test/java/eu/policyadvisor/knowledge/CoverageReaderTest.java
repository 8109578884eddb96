package eu.policyadvisor.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.FieldCondition;
import eu.policyadvisor.rule.Uncovered;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules do not know, as its file states it. */
final class CoverageReaderTest {
  private static final Map<String, String> OTHERS =
      Map.of(
          "rules/catalog/accelerators.yaml", "accelerators: []",
          "rules/catalog/models.yaml", "models: []",
          "rules/catalog/frameworks.yaml", "compiled: 2026-11-23\nframeworks: []",
          "rules/catalog/vendors.yaml", "vendors: []",
          "rules/catalog/measures.yaml", "measures: []",
          "rules/catalog/instruments.yaml",
              "instruments:\n"
                  + "  - {id: act, title: An act, date: 2020-05-05, status: in_force, verified:"
                  + " false}",
          "rules/catalog/country-groups.yaml",
              "groups:\n  - {name: near, countries: [DE, FR], reference: r, verified: true}",
          "rules/parameters.yaml", "parameters: []",
          "rules/vocabularies/domains.yaml",
              "source: s\ndate: 2026-11-23\nterms: [{name: hiring}]\n"
                  + "groups: [{name: work, terms: [hiring], reference: r, date: 2026-01-01}]");
  private static final String EMPTY = "source: s\ndate: 2026-11-23\nterms: []\ngroups: []";

  private static final String ENTRY =
      """
      coverage:
        - id: one
          title: One
          question: main
          where:
            - WHERE
          law: labour law
          turn_to: a lawyer
          says: The rules do not know it.
      """;

  private static List<Uncovered> read(String coverage) {
    return ReferenceData.read(
            file ->
                new ByteArrayInputStream(
                    (file.equals("rules/catalog/coverage.yaml")
                            ? coverage
                            : OTHERS.getOrDefault(file, EMPTY))
                        .getBytes(UTF_8)))
        .catalogue()
        .uncovered();
  }

  @Test
  void readsAllThatAnEntryStates() {
    Uncovered entry =
        read(ENTRY
                .replace(
                    "WHERE",
                    "{lists: [applications, models], fields: {name: [work]}, except: {stage:"
                        + " [pilot, idea]}, subject: {type: [company], country: [near, IT]}}")
                .replace("    law:", "    not_for: {country: {outside: [near]}}\n    law:")
                .replace("    says:", "    cites: [act Art. 3, act]\n    says:"))
            .get(0);
    assertThat(entry.id()).isEqualTo("one");
    assertThat(entry.title()).isEqualTo("One");
    assertThat(entry.question()).isEqualTo(Uncovered.Question.MAIN);
    assertThat(entry.law()).isEqualTo("labour law");
    assertThat(entry.turnTo()).isEqualTo("a lawyer");
    assertThat(entry.says()).isEqualTo("The rules do not know it.");
    assertThat(entry.cites())
        .extracting(Citation::text)
        .containsExactly("An act, Art. 3", "An act");
    assertThat(entry.where())
        .singleElement()
        .satisfies(
            pattern -> {
              assertThat(pattern.lists()).containsExactly(Section.APPLICATIONS, Section.MODELS);
              assertThat(pattern.inWords())
                  .isEqualTo(
                      "applications, models: name work; not stage pilot or idea; subject: type"
                          + " company, country near or IT");
              assertThat(pattern.subject().get(1).values()).isEqualTo(Set.of("DE", "FR", "IT"));
            });
    assertThat(entry.notFor())
        .containsExactly(
            new FieldCondition("country", List.of("near"), true, Set.of("DE", "FR"), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{list: [models]}|6:10: unknown field 'list' of pattern; did you mean 'lists'?",
        "{lists: [model]}|6:18: 'model' is no list of facts; did you mean 'models'?",
        "{lists: models}|6:17: lists must be a list; write [models]",
        "{lists: [models], fields: {stge: [pilot]}}|6:36: unknown field 'stge' of models; did you"
            + " mean 'stage'?",
        "{lists: [models, exports], fields: {stage: [pilot]}}|6:45: unknown field 'stage' of"
            + " exports; there are id, name, item, product, eccn, tpp, performance_density,"
            + " datacentre_use, quantity, end_use, eu_controlled, destination, customer,"
            + " customer_ultimate_hq, kind, for_training, end_use_verified, red_flags, licensed,"
            + " nationally_controlled, subject_to_ear, source, confidence, as_of",
        "{lists: [models], fields: {stage: [pilt]}}|6:44: 'pilt' is not a stage; it is one of"
            + " idea, pilot, service; did you mean 'pilot'?",
        "{lists: [models], fields: {stage: [unknown]}}|6:44: 'unknown' is not a stage; it is one"
            + " of idea, pilot, service",
        "{lists: [models], fields: {stage: pilot}}|6:43: stage must be a list of values",
        "{lists: [models], fields: {agentic: [yes]}}|6:46: agentic is 'yes'; write true",
        "{lists: [models], fields: {share_of_calls: [1]}}|6:36: 'share_of_calls' cannot be asked"
            + " here; ask for words, true or false, countries or texts",
        "{lists: [models], fields: {name: [werk]}}|6:43: 'werk' is no group of terms that a"
            + " vocabulary holds; did you mean 'work'?",
        "{lists: [models], fields: {hosting_country: [neer]}}|6:54: 'neer' is no country and no"
            + " group of rules/catalog/country-groups.yaml; did you mean 'near'?",
        "{lists: [models], fields: {hosting_country: {inside: [near]}}}|6:53: hosting_country must"
            + " be a list of values, or {outside: [...]} with countries and groups of countries",
        "{lists: [models], fields: {stage: {outside: [pilot]}}}|6:43: stage must be a list of"
            + " values",
        "{lists: [models], fields: 1}|6:35: condition must be a mapping with keys, not text",
        "{fields: {stage: [pilot]}, subject: {sme: [true]}}|6:10: fields asks for fields of facts;"
            + " write beside it which lists",
        "{except: {stage: [pilot]}, subject: {sme: [true]}}|6:10: except asks for fields of facts;"
            + " write beside it which lists",
        "{}|6:9: pattern fits every fact; write lists, or conditions on the subject",
        "{lists: [], subject: {}}|6:9: pattern fits every fact; write lists, or conditions on the"
            + " subject",
        "{subject: {tpe: [court]}}|6:20: unknown field 'tpe' of subject; did you mean 'type'?",
        "{subject: {type: [cort]}}|6:27: 'cort' is not a subject type; it is one of company,"
            + " research_organisation, public_authority, critical_entity, member_state,"
            + " eu_institution, union, data_protection_authority, third_country_state, court,"
            + " consumer_authority, competition_authority, market_authority,"
            + " international_organisation; did you mean 'court'?",
        "x|6:9: pattern must be a mapping with keys, not text",
      })
  void saysWhatIsWrongWithAPatternAndWhatToWrite(String pattern, String message) {
    assertRefused(ENTRY.replace("WHERE", pattern), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "question: main|question: mian|4:15: 'mian' is not a question; it is one of main, further;"
            + " did you mean 'main'?",
        "title: One|titel: One|2:5: entry has no title; it needs one",
        "title: One|titel: One|3:5: unknown field 'titel' of entry; did you mean 'title'?",
        "law: labour law|law:|7:9: law has no value",
        "turn_to: a lawyer|cites: [actt Art. 3]|8:13: cites 'actt', which the catalogue does not"
            + " list; did you mean 'act'?",
        "turn_to: a lawyer|cites: act|8:12: cites must be a list, such as [gdpr Art. 9]",
        "turn_to: a lawyer|not_for: {contry: [DE]}|8:15: unknown field 'contry' of subject; did"
            + " you mean 'country'?",
        "- {lists: [models]}|[]|5:5: where must be a list of patterns",
      })
  void saysWhatIsWrongWithAnEntryAndWhatToWrite(String right, String wrong, String message) {
    assertRefused(ENTRY.replace("WHERE", "{lists: [models]}").replace(right, wrong), message);
  }

  @Test
  void anIdStandsOnce() {
    String entry = ENTRY.replace("WHERE", "{lists: [models]}");
    assertRefused(
        entry + entry.substring(entry.indexOf('\n') + 1), "10:5: entry 'one' stands twice");
  }

  @Test
  void anEntrySaysWhereItApplies() {
    assertRefused(
        ENTRY.replace("    where:\n      - WHERE\n", ""), "2:5: entry has no where; it needs one");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                read(
                    ENTRY
                        .replace("WHERE", "{lists: [modls], subject: {tipe: [court]}}")
                        .replace("main", "mane")))
        .satisfies(wrong -> assertThat(wrong.getMessage().lines()).hasSize(3));
  }

  private static void assertRefused(String coverage, String message) {
    assertThatIllegalStateException()
        .isThrownBy(() -> read(coverage))
        .satisfies(
            wrong ->
                assertThat(wrong.getMessage().lines())
                    .anyMatch(line -> line.startsWith("rules/catalog/coverage.yaml:" + message)));
  }
}
