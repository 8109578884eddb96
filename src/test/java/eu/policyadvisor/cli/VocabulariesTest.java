package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users see of the vocabularies of sectors and materials. */
final class VocabulariesTest {
  private static final String RULE =
      """
      package own
      import eu.policyadvisor.fact.Transaction
      import eu.policyadvisor.finding.Finding
      import eu.policyadvisor.rule.TermGroup

      rule "own/chips"
          @kind("finding")
          @title("Own")
          @summary("A firm that makes chips is bought.")
          @keyPoints("3") @layer("chips") @severity("low") @confidence(0.5)
          @cites("crma Art. 5")
      when
          $chips : TermGroup( name == "chips" )
          $on : Transaction( $chips.covers( targetSector ) )
      then
          insertLogical( new Finding( drools.getRule().getName(), $on ) );
      end
      """;

  @TempDir Path directory;

  private Path file(String name, String text) throws IOException {
    Files.createDirectories(directory.resolve(name).getParent());
    return Files.writeString(directory.resolve(name), text);
  }

  private Path input(String material) throws IOException {
    return file(
        "facts.yaml",
        "subject: {id: me}\ncritical_inputs:\n  - {id: x, material: " + material + "}\n");
  }

  @Test
  void noRulePageHoldsWhatOnlyAMachineReads() {
    Set<String> rules = Advisor.standard().knowledge().cards().keySet();
    assertThat(rules).hasSizeGreaterThan(400);
    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(Run.of("rules", "show", rule).out())
                    .as(rule)
                    .contains(rule)
                    .doesNotContain(" matches ", "?<", "?!", ".*", "\\\\", "(?i)", "*)"));
  }

  @Test
  void aRulePageSaysTheTermsOfAGroupWithItsSource() {
    assertThat(flat(Run.of("rules", "show", "inputs/gallium-germanium-exposure")))
        .contains(
            "its material names one of: gallium (Ga, GaAs, GaN, ...), germanium",
            "mofcom-23-2023: the group gallium (",
            "source: Announcement No. 23 of MOFCOM");
    assertThat(flat(Run.of("rules", "show", "investment/control-of-key-capability")))
        .contains("its target_sector does not name any of: semiconductors (chip,");
  }

  @Test
  void explainSaysWhichTermsASectorWouldHaveToName() throws IOException {
    Path facts =
        file(
            "facts.yaml",
            """
            subject: {id: me}
            transactions:
              - {id: t, target_sector: furniture, acquirer_ultimate_hq: CN, status: planned}
            """);
    assertThat(flat(Run.of("explain", facts, "investment/screening-sensitive-target")))
        .contains(
            "target_sector must name one of: semiconductors, photonics, artificial intelligence,",
            "t.target_sector = furniture",
            "it turns on: target_sector of t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gallium",
        "Ga",
        "Seltene Erden",
        "terres rares",
        "NdFeB magnets",
        "permanent magnets",
        "rare earths",
        "rare-earth",
        "Wolframcarbid",
        "permanent magnets for motors of NdFeB",
        "Ga₂O₃ wafers",
        "copper"
      })
  void checkIsSilentOnMaterialsThatAVocabularyKnows(String material) throws IOException {
    Run run = Run.of("check", input(material));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void checkWarnsOfAMaterialThatNoVocabularyKnowsAndNamesTheNearest() throws IOException {
    Path facts = input("galium");
    Run run = Run.of("check", facts);
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("1 fact set in 1 file is valid");
    assertThat(run.err().strip())
        .isEqualTo(
            facts
                + ":3:23: warning: material 'galium' names none of the materials that"
                + " rules/vocabularies know; rules pass it over; did you mean 'gallium' or"
                + " 'gadolinium'?");
  }

  @Test
  void checkWarnsOfASectorAsWellAndOfNothingElse() throws IOException {
    Path facts =
        file(
            "facts.yaml",
            """
            subject: {id: me}
            transactions:
              - {id: t, target_sector: semicondutor fab}
              - {id: u, target_sector: unknown}
              - {id: v, target_sector: furniture}
            exports: [{id: e, eccn: 5D002}]
            dependencies: [{id: d, item: flash memory}]
            """);
    assertThat(Run.of("check", facts).err().lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains(":3:28: warning: target_sector 'semicondutor fab'")
                    .contains("did you mean 'semiconductor'"));
  }

  @Test
  void aRuleThatAsksForAGroupThatNobodyWroteDoesNotCompile() throws IOException {
    Path rule = file("rules/own.drl", RULE.replace("\"chips\" )", "\"chip\" )"));
    Run run = Run.of("check", "--rules", rule.getParent());
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err())
        .contains(
            rule + ":13:25: rule 'own/chips' asks for the term group 'chip', which no vocabulary");
  }

  @Test
  void aVocabularyOfADirectoryTakesThePlaceOfTheBuiltInOne() throws IOException {
    Path before = file("before/own.drl", RULE).getParent();
    file("rules/own.drl", RULE);
    file(
        "rules/vocabularies/components.yaml",
        """
        source: our storeroom
        date: 2026-11-01
        terms:
          - {name: high-bandwidth memory, en: [stacked memory]}
          - {name: chip fabs, en: [fab]}
          - {name: vehicle, en: [car]}
        groups:
          - {name: connected-products, terms: [vehicle], reference: ours, date: 2026-11-01}
          - {name: high-bandwidth-memory, terms: [high-bandwidth memory], reference: ours, date: 2026-11-01}
          - {name: chip-fabs, terms: [chip fabs], reference: ours, date: 2026-11-01}
        """);
    Path facts =
        file(
            "facts.yaml",
            """
            subject: {id: me}
            dependencies:
              - {id: d, layer: chips, item: stacked memories, supplier_count: 1}
              - {id: e, layer: chips, item: stacked memory, supplier_count: 1}
              - {id: f, layer: chips, item: HBM3E, supplier_count: 1}
            """);
    assertThat(hits(Run.of("assess", facts, "--format=csv"))).isEqualTo("f");
    assertThat(hits(Run.of("assess", facts, "--format=csv", "--rules", directory.resolve("rules"))))
        .isEqualTo("e");
    Run compared =
        Run.of(
            "compare",
            facts,
            "--as-of",
            "2026-11-01",
            "--rules",
            before,
            directory.resolve("rules"));
    assertThat(flat(compared)).contains("term group high-bandwidth-memory");
  }

  private static String flat(Run run) {
    return run.out().replaceAll("\\s+", " ");
  }

  private static String hits(Run run) {
    StringBuilder on = new StringBuilder();
    run.out()
        .lines()
        .map(line -> line.split(","))
        .filter(cells -> cells.length > 8 && cells[7].equals("chips/hbm-exposure"))
        .forEach(cells -> on.append(cells[8]));
    return on.toString();
  }

  @Test
  void aKnowledgeBaseSaysItsOwnDay() throws IOException {
    file("rules/own.drl", RULE);
    file("rules/catalog/vendors.yaml", "compiled: 2027-03-31\nvendors: []\n");
    Path facts = file("facts.yaml", "subject: {id: me}\n");
    assertThat(Run.of("assess", facts).out()).contains("catalogue 2026-11-30");
    assertThat(Run.of("assess", facts, "--rules", directory.resolve("rules")).out())
        .contains("catalogue 2027-03-31");
  }
}
