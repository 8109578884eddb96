package eu.policyadvisor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.report.Golden;
import eu.policyadvisor.report.comparison.ComparisonMarkdown;
import eu.policyadvisor.report.comparison.ComparisonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons by rules of one condition each: differences, their causes and their witnesses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmallComparisonTest {
  private static final Path KEPT = Path.of("src/test/resources/golden/small-rules");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private Advisor advisor;
  private Advisor edited;

  @BeforeAll
  void compile(@TempDir Path one, @TempDir Path other) throws IOException {
    advisor = advisor(one, text -> text);
    edited =
        advisor(
            other,
            text ->
                text.replace("quantity >= 8 )", "quantity >= 9 )")
                    .replace("small/less", "small/fewer")
                    .replace(
                        "@stance(\"restrict\") @confidence(0.8)",
                        "@stance(\"permit\") @confidence(0.7)")
                    .replace("small.share, value: 0.5", "small.share, value: 0.3")
                    .replace("countries: [AT, SE]", "countries: [AT, US]")
                    .replace("designer_hq: CN", "designer_hq: US")
                    .replace("date-effective \"01-Jan-2027\"", "date-effective \"01-Jan-2026\""));
  }

  private static Advisor advisor(Path directory, UnaryOperator<String> edit) throws IOException {
    Path catalog = Files.createDirectories(directory.resolve("catalog"));
    for (String file : List.of("small.drl", "parameters.yaml")) {
      Files.writeString(directory.resolve(file), edit.apply(Files.readString(KEPT.resolve(file))));
    }
    for (String file : List.of("instruments.yaml", "accelerators.yaml", "country-groups.yaml")) {
      Files.writeString(catalog.resolve(file), edit.apply(Files.readString(KEPT.resolve(file))));
    }
    return Advisor.standard().withRules(directory);
  }

  private static String name(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }

  private FactSet facts(String file, UnaryOperator<String> edit) throws IOException {
    String yaml = edit.apply(Files.readString(KEPT.resolve("facts.yaml")));
    FactsRead reading =
        advisor.read(file, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    assertThat(reading.problems()).isEmpty();
    return reading.factSets().get(0);
  }

  @Test
  void situationsAreComparedAsKept() throws IOException {
    SituationComparison comparison =
        SituationComparer.compare(
            advisor,
            facts("facts.yaml", text -> text),
            DAY,
            facts(
                "changed.yaml",
                text ->
                    text.replace("as_of: 2026-11-01", "as_of: 2027-01-01")
                            .replace("country: US, us_nexus: [us_origin_technology]", "country: SE")
                            .replace("quantity: 5", "quantity: 121")
                            .replace("quantity: 8", "quantity: 11")
                            .replace("share_of_compute: 0.4", "share_of_compute: 0.95")
                            .replace(
                                "  - {id: m, accelerator: b, weights: closed}\n", "  - {id: n}\n")
                        + "parties: []\n"),
            LocalDate.of(2027, 1, 1));
    Golden.assertSame(
        KEPT.resolve("situations.ansi"), new ComparisonText(100, true).render(comparison));
    Golden.assertSame(KEPT.resolve("situations.md"), new ComparisonMarkdown().render(comparison));
  }

  @Test
  void rulesAreComparedAsKept() throws IOException {
    RulesComparison comparison =
        RulesComparer.compare(
            new Side("one", advisor, SmallComparisonTest::name),
            new Side("other", edited, SmallComparisonTest::name),
            List.of(
                facts("facts.yaml", text -> text),
                facts("less.yaml", text -> text.replace("quantity: 5", "quantity: 3")),
                facts("more.yaml", text -> text.replace("quantity: 8", "quantity: 21"))),
            any -> DAY);
    Golden.assertSame(KEPT.resolve("rules.ansi"), new ComparisonText(100, true).render(comparison));
    Golden.assertSame(KEPT.resolve("rules.md"), new ComparisonMarkdown().render(comparison));
  }
}
