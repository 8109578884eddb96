package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.check.Case;
import eu.policyadvisor.check.CaseReader;
import eu.policyadvisor.check.RuleCases;
import eu.policyadvisor.report.Extras;
import eu.policyadvisor.report.Golden;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.report.TextReport;
import eu.policyadvisor.report.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes of everything that ships: each example, decision, inventory and case.
 *
 * <p>A change that is meant to leave advice alone shows here whether it does; one that is meant to
 * change it shows in the difference for which facts. Of each the conclusions are kept, and sums of
 * the whole report: as JSON, as text with reasons; of files also of what came of every rule, and of
 * what {@code explain} and {@code ask} say.
 */
final class ResultsTest {
  private static final Path KEPT = Path.of("src/test/resources/golden/results");
  private static final Advisor ADVISOR = Advisor.standard();

  @ParameterizedTest
  @ValueSource(strings = {"facts/examples", "facts/cases", "src/test/resources/inventories"})
  void ofFilesAreThoseThatAreKept(String directory) throws IOException {
    List<Path> files = below(Path.of(directory), "");
    StringBuilder told = new StringBuilder();
    for (Path file : files) {
      Run csv = Run.of("assess", file, "--format=csv");
      told.append(
          "== %s exit %d json %s text %s explain %s ask %s\n"
              .formatted(
                  name(file),
                  csv.code(),
                  sum(Run.of("assess", file, "--format=json", "--show=all", "--range=never")),
                  sum(
                      Run.of(
                          "assess",
                          file,
                          "--detail=full",
                          "--explain=short",
                          "--show=all",
                          "--range=never")),
                  sum(Run.of("explain", file)),
                  sum(Run.of("ask", file, "--questions", "--format=json"))));
      csv.out().lines().skip(1).map(line -> "  " + line + "\n").forEach(told::append);
    }
    assertThat(files).as(directory).isNotEmpty();
    Golden.assertSame(KEPT.resolve(Path.of(directory).getFileName() + ".txt"), told.toString());
  }

  @Test
  void ofCasesAreThoseThatAreKept() throws IOException {
    JsonReport json = new JsonReport(new Versions("any", "any"));
    TextReport text = new TextReport(100, false).inFull().with(new Extras(true, false));
    StringBuilder told = new StringBuilder();
    List<Path> files = below(Path.of("rules"), ".cases.yaml");
    for (Path file : files) {
      CaseReader.Result read = RuleCases.in(List.of(file));
      assertThat(read.cases()).as("%s", file).isNotEmpty();
      told.append("== ").append(name(file)).append('\n');
      for (Case each : read.cases()) {
        Assessment assessment = ADVISOR.advise(each.facts(), each.asOf());
        told.append(
            "  %s: %s json %s text %s %s\n"
                .formatted(
                    each.name(),
                    assessment.stance().name().toLowerCase(Locale.ROOT),
                    sum(json.entry(assessment)),
                    sum(text.entry(assessment)),
                    Stream.of(assessment.findings(), assessment.recommendations())
                        .flatMap(List<? extends Reasoned<?>>::stream)
                        .map(reasoned -> reasoned.card().id())
                        .distinct()
                        .collect(Collectors.joining(" "))));
      }
    }
    assertThat(files).isNotEmpty();
    Golden.assertSame(KEPT.resolve("rule-cases.txt"), told.toString());
  }

  private static List<Path> below(Path directory, String ending) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> path.toString().endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static String sum(Run run) {
    return sum(run.code() + run.out() + run.err());
  }

  /** The first digits of a sum, enough to tell one text from another. */
  private static String sum(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
