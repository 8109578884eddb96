package eu.policyadvisor.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.Advisor;
import eu.policyadvisor.compare.RulesComparer;
import eu.policyadvisor.compare.RulesComparison;
import eu.policyadvisor.compare.Side;
import eu.policyadvisor.compare.SituationComparer;
import eu.policyadvisor.compare.SituationComparison;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.report.Golden;
import eu.policyadvisor.report.JsonReportTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonReportTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/eu/policyadvisor/report/comparison.schema.json");
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
  private static final Advisor ADVISOR = Advisor.standard();

  private SituationComparison situations;
  private RulesComparison rules;

  @BeforeAll
  void compare(@TempDir Path directory) throws IOException {
    FactSet ascend = facts("facts/examples/ascend-cluster.yaml");
    FactSet hospital = facts("facts/examples/hospital-open-weight-model.yaml");
    situations = SituationComparer.compare(ADVISOR, ascend, NOVEMBER, hospital, NOVEMBER);
    copyOfTheRules(directory);
    edit(
        directory,
        "parameters.yaml",
        "dependency.share, value: 0.65",
        "dependency.share, value: 0.9");
    edit(directory, "inputs/rare-earths.drl", "04-Apr-2025", "01-Jan-2027");
    Files.delete(directory.resolve("chips/chips-target.drl"));
    rules =
        RulesComparer.compare(
            Side.of("as they are", ADVISOR),
            new Side(
                "as they were",
                ADVISOR.withRules(directory),
                file -> file.replace(directory + "/", "")),
            List.of(
                facts("facts/examples/magnet-importer.yaml"),
                facts("facts/examples/union-position.yaml"),
                facts("facts/cases/rare-earths-october-2025.yaml")),
            any -> NOVEMBER);
  }

  @Test
  void looksTheSameAsBefore() {
    Golden.assertSame(golden("compared-situations.txt"), text(false).render(situations));
    Golden.assertSame(golden("compared-rules.txt"), text(false).render(rules));
    Golden.assertSame(golden("compared-rules.md"), new ComparisonMarkdown().render(rules));
    Golden.assertSame(golden("compared-rules.json"), new ComparisonJson().render(rules));
  }

  @Test
  void saysTheSameInColour() {
    assertThat(text(true).render(rules).replaceAll("\\u001B\\[[0-9;]*m", ""))
        .isEqualTo(text(false).render(rules));
    assertThat(text(true).render(situations).replaceAll("\\u001B\\[[0-9;]*m", ""))
        .isEqualTo(text(false).render(situations));
  }

  @Test
  void isNoWiderThanTheTerminal() {
    for (int width : new int[] {60, 100, 160}) {
      assertThat(new ComparisonText(width, false).render(rules).lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void shipsTheSchemaOfWhatItWrites() {
    Golden.assertSame(
        SCHEMA,
        JsonReportTest.schema(
            ComparisonJson.Document.class,
            ComparisonJson.SCHEMA,
            "Comparisons of the EU AI Policy Advisor"));
  }

  @Test
  void writesWhatTheSchemaAllows() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA, StandardCharsets.UTF_8), InputFormat.JSON);
    for (String json :
        List.of(new ComparisonJson().render(rules), new ComparisonJson().render(situations))) {
      assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }
    assertThat(schema.validate("{\"rules\": 1}", InputFormat.JSON)).isNotEmpty();
  }

  private static ComparisonText text(boolean colour) {
    return new ComparisonText(100, colour);
  }

  private static Path golden(String name) {
    return Path.of("src/test/resources/golden", name);
  }

  private static FactSet facts(String file) throws IOException {
    return ADVISOR.read(Path.of(file)).factSets().get(0);
  }

  private static void edit(Path rules, String file, String from, String to) throws IOException {
    Path path = rules.resolve(file);
    Files.writeString(path, Files.readString(path).replaceFirst(from, to));
  }

  private static void copyOfTheRules(Path to) throws IOException {
    Path rules = Path.of("rules");
    try (Stream<Path> paths = Files.walk(rules)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(rules.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
