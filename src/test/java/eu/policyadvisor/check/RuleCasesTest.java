package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleCasesTest {
  private static final Path RULES = Path.of("rules");
  private static final Advisor ADVISOR = Advisor.standard();

  @TestFactory
  Stream<DynamicContainer> everyCaseConcludesWhatItExpects() {
    CaseRunner runner = new CaseRunner(ADVISOR);
    return files(".cases.yaml")
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    RULES.relativize(file).toString(),
                    read(file).cases().stream()
                        .map(
                            test ->
                                DynamicTest.dynamicTest(
                                    test.name(),
                                    () ->
                                        assertThat(runner.run(test))
                                            .as("%s:%d %s", test.file(), test.line(), test.name())
                                            .isEmpty()))));
  }

  @Test
  void everyCasesFileReads() {
    assertThat(files(".cases.yaml").flatMap(file -> read(file).problems().stream())).isEmpty();
  }

  @Test
  void thereAreAtLeastFifteenHundredCases() {
    int cases = allCases().size();
    // The build says how many it ran.
    System.out.println(cases + " rule cases for " + ADVISOR.knowledge().cards().size() + " rules");
    assertThat(cases).isGreaterThanOrEqualTo(1_500);
  }

  @Test
  void everyRulesFileHasACasesFileBesideIt() {
    assertThat(files(".drl"))
        .allSatisfy(
            file ->
                assertThat(Path.of(file.toString().replaceAll("\\.drl$", ".cases.yaml")))
                    .isRegularFile());
  }

  @Test
  void everyRuleHasACaseWhereItConcludesAndOneWhereItDoesNot() {
    Set<String> concluding = new TreeSet<>();
    Set<String> silent = new TreeSet<>();
    for (Case test : allCases()) {
      test.concludes().forEach(expected -> concluding.add(expected.rule()));
      test.silent().forEach(expected -> silent.add(expected.rule()));
    }
    Set<String> ids = ADVISOR.knowledge().cards().keySet();
    assertThat(ids).as("rules without a case where they conclude").allMatch(concluding::contains);
    assertThat(ids).as("rules without a case where they are silent").allMatch(silent::contains);
  }

  private static List<Case> allCases() {
    return files(".cases.yaml").flatMap(file -> read(file).cases().stream()).toList();
  }

  private static CaseReader.Result read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return CaseReader.read(file.toString(), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(String ending) {
    try (Stream<Path> paths = Files.walk(RULES)) {
      return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
