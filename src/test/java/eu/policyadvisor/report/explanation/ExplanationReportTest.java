package eu.policyadvisor.report.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.Advisor;
import eu.policyadvisor.explain.Depth;
import eu.policyadvisor.explain.Explainer;
import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.report.Golden;
import eu.policyadvisor.report.JsonReportTest;
import eu.policyadvisor.report.explanation.ExplanationReport.Explained;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationReportTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/eu/policyadvisor/report/explanation.schema.json");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Advisor ADVISOR = Advisor.standard();

  private static Explainer explainer(Path file, Depth depth) throws IOException {
    FactSet facts = ADVISOR.read(file).factSets().get(0);
    return new Explainer(ADVISOR.inquire(facts, DAY), depth);
  }

  private static List<Explained> ascend(Depth depth) throws IOException {
    Explainer explainer = explainer(Path.of("facts/examples/ascend-cluster.yaml"), depth);
    List<Explanation> explanations = new ArrayList<>();
    for (String rule :
        List.of(
            "export-control/huawei-ascend-gp10",
            "export-control/gp10-evaluation-exception",
            "chips/security-assurance-absent",
            "inputs/rare-earth-single-source",
            "apps/ai-act-high-risk")) {
      explanations.add(explainer.explain(rule, null));
    }
    return List.of(new Explained(explainer.assessment(), explanations));
  }

  @Test
  void readsAsKept() throws IOException {
    List<Explained> explained = ascend(Depth.NORMAL);
    Golden.assertSame(
        Path.of("src/test/resources/golden/explained.txt"),
        new ExplanationText(100, false).render(explained));
    Golden.assertSame(
        Path.of("src/test/resources/golden/explained.md"),
        new ExplanationMarkdown().render(explained));
    Golden.assertSame(
        Path.of("src/test/resources/golden/explained.json"),
        new ExplanationJson().render(explained));
  }

  @Test
  void saysTheSameInColour() throws IOException {
    List<Explained> explained = ascend(Depth.FULL);
    assertThat(
            new ExplanationText(100, true).render(explained).replaceAll("\\u001B\\[[0-9;]*m", ""))
        .isEqualTo(new ExplanationText(100, false).render(explained));
  }

  @Test
  void shipsTheSchemaOfWhatItWrites() {
    Golden.assertSame(
        SCHEMA,
        JsonReportTest.schema(
            ExplanationJson.Document.class,
            ExplanationJson.SCHEMA,
            "Explanations of the EU AI Policy Advisor"));
  }

  @Test
  void writesWhatTheSchemaAllows() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA, StandardCharsets.UTF_8), InputFormat.JSON);
    List<Path> files;
    try (Stream<Path> examples = Files.list(Path.of("facts/examples"))) {
      files = examples.sorted().toList();
    }
    for (Path file : files) {
      for (Depth depth : Depth.values()) {
        Explainer explainer = explainer(file, depth);
        String json =
            new ExplanationJson()
                .render(List.of(new Explained(explainer.assessment(), explainer.all())));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
      }
    }
    String json = new ExplanationJson().render(ascend(Depth.FULL));
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
  }
}
