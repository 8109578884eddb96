package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A directory with parameters is a whole knowledge base; one without lies over the built-in one.
 */
class RuleDirectoryTest {
  private static final Advisor BUILT_IN = Advisor.standard();
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

  @TempDir Path directory;

  @BeforeEach
  void copyTheRules() throws IOException {
    copy(Path.of("rules"), directory);
  }

  @Test
  void aCopyOfTheRulesConcludesWhatTheyConclude() throws IOException {
    Advisor copy = BUILT_IN.withRules(directory);
    assertThat(copy.knowledge().cards()).isEqualTo(BUILT_IN.knowledge().cards());
    assertSameAdvice(copy);
  }

  @Test
  void filesThatAreCompiledConcludeWhatTheBuildCompiled() throws IOException {
    for (String file : List.of("chips/prc-back-end.drl", "derived/dependency.drl")) {
      Path drl = directory.resolve(file);
      Files.writeString(drl, Files.readString(drl) + "\n// touched\n");
    }
    assertSameAdvice(BUILT_IN.withRules(directory));
  }

  @Test
  void aFileMayUseTheImportsOfItsPackageAsInTheBuild() throws IOException {
    Path drl = directory.resolve("chips/prc-back-end.drl");
    Files.writeString(
        drl, Files.readString(drl).replace("import eu.policyadvisor.advice.Recommendation\n", ""));
    assertSameAdvice(BUILT_IN.withRules(directory));
  }

  @Test
  void aRuleThatAWholeDirectoryLacksDoesNotExist() throws IOException {
    Files.delete(directory.resolve("export-control/huawei-ascend.drl"));
    Advisor without = BUILT_IN.withRules(directory);
    assertThat(without.knowledge().rule("export-control/huawei-ascend-gp10")).isEmpty();
    assertThat(without.source("export-control/huawei-ascend-gp10")).isEmpty();
  }

  @Test
  void withoutParametersADirectoryLiesOverTheBuiltInRules() throws IOException {
    Files.delete(directory.resolve("parameters.yaml"));
    Files.delete(directory.resolve("export-control/huawei-ascend.drl"));
    assertThat(BUILT_IN.withRules(directory).knowledge().cards())
        .isEqualTo(BUILT_IN.knowledge().cards());
  }

  @Test
  void readsParametersAndCatalogueInPlaceOfTheBuiltInOnes() throws IOException {
    Path parameters = directory.resolve("parameters.yaml");
    Files.writeString(
        parameters,
        Files.readString(parameters)
            .replace(
                "crma.single-country-share, value: 0.65", "crma.single-country-share, value: 0.7"));
    Files.writeString(directory.resolve("catalog/models.yaml"), "models: []\n");
    Advisor other = BUILT_IN.withRules(directory);
    assertThat(other.knowledge().parameters())
        .filteredOn(each -> each.name().equals("crma.single-country-share"))
        .singleElement()
        .satisfies(each -> assertThat(each.value()).isEqualByComparingTo("0.7"));
    assertThat(other.knowledge().catalogue().ids("models")).isEmpty();
    assertThat(other.knowledge().catalogue().ids("vendors")).contains("huawei");
  }

  @Test
  void namesAllThatIsWrongWithParametersAndCatalogue() throws IOException {
    Files.writeString(
        directory.resolve("parameters.yaml"), "parameters:\n  - {name: p, valu: 1}\n");
    Files.writeString(directory.resolve("catalog/models.yaml"), "models:\n  - {id: a}\n");
    Files.writeString(directory.resolve("catalog/vendors.yaml"), "");
    Files.writeString(directory.resolve("catalog/chips.yaml"), "chips: []\n");
    assertThatThrownBy(() -> BUILT_IN.withRules(directory))
        .isInstanceOfSatisfying(
            RuleBaseException.class,
            wrong ->
                assertThat(wrong.problems().stream().map(Problem::toString))
                    .anyMatch(line -> line.contains("parameters.yaml:2:15: unknown field 'valu'"))
                    .anyMatch(
                        line -> line.contains("catalog/models.yaml:2:5: entry has no verified"))
                    .anyMatch(line -> line.contains("catalog/vendors.yaml: is empty"))
                    .anyMatch(
                        line -> line.contains("catalog/chips.yaml: is no part of the catalogue")));
  }

  @Test
  void aSlipInWhatTheRulesDoNotKnowIsToldWithItsPlace() throws IOException {
    Path coverage = directory.resolve("catalog/coverage.yaml");
    Files.writeString(
        coverage,
        Files.readString(coverage).replaceFirst("lists: \\[applications", "lists: [aplications"));
    assertThatThrownBy(() -> BUILT_IN.withRules(directory))
        .hasMessageMatching(
            "(?s).*/catalog/coverage\\.yaml:\\d+:\\d+: 'aplications' is no list of facts; did you"
                + " mean 'applications'\\?");
  }

  /** Nothing is said of rules that stand alone where they say nothing themselves. */
  @Test
  void whatTheBuiltInRulesDoNotKnowSaysNothingOfOthers() throws IOException {
    Files.delete(directory.resolve("catalog/coverage.yaml"));
    assertThat(BUILT_IN.withRules(directory).knowledge().uncovered()).isEmpty();
    Files.delete(directory.resolve("parameters.yaml"));
    assertThat(BUILT_IN.withRules(directory).knowledge().uncovered())
        .isEqualTo(BUILT_IN.knowledge().uncovered());
  }

  @Test
  void aDirectoryWithoutRulesIsRefused(@TempDir Path empty) throws IOException {
    Files.writeString(empty.resolve("parameters.yaml"), "parameters: []\n");
    assertThatThrownBy(() -> BUILT_IN.withRules(empty))
        .isInstanceOf(RuleBaseException.class)
        .hasMessageEndingWith("holds no rules (*.drl)");
  }

  private static void assertSameAdvice(Advisor other) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts/examples"))) {
      for (Path file : files.sorted().toList()) {
        for (FactSet facts : BUILT_IN.read(file).factSets()) {
          assertThat(summary(other.assess(facts, NOVEMBER)))
              .as(file.toString())
              .isEqualTo(summary(BUILT_IN.assess(facts, NOVEMBER)));
        }
      }
    }
  }

  private static List<Object> summary(Assessment assessment) {
    return List.of(
        assessment.stance(),
        assessment.findings(),
        assessment.recommendations(),
        assessment.superseded(),
        assessment.statuses());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
