package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

public class JsonReportTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/eu/policyadvisor/report/assessment.schema.json");

  private static String json(Assessment... assessments) {
    return new JsonReport(Scenario.VERSIONS).render(List.of(assessments));
  }

  @Test
  void readsAsKept() {
    Golden.assertSame(Path.of("src/test/resources/golden/rich.json"), json(Scenario.rich()));
  }

  @Test
  void shipsTheSchemaOfWhatItWrites() {
    Golden.assertSame(
        SCHEMA,
        schema(JsonDocument.class, JsonReport.SCHEMA, "Assessments of the EU AI Policy Advisor"));
  }

  @Test
  void writesWhatTheSchemaAllows() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA, StandardCharsets.UTF_8), InputFormat.JSON);
    for (String json :
        List.of(
            json(),
            json(Scenario.rich(), Scenario.contradictory(), Scenario.silent()),
            json(Scenario.waived(), Scenario.compared()),
            json(Scenario.named("\u0000\"\\", "</script>")))) {
      List<Error> errors = schema.validate(json, InputFormat.JSON);
      assertThat(errors).isEmpty();
    }
    assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    assertThat(
            schema.validate(
                json(Scenario.rich()).replace("\"restrict\"", "\"prevent\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void writesDecimalsPlainAndLeavesOutWhatIsNotThere() {
    assertThat(json(Scenario.rich()))
        .contains("\"value\": 0.75")
        .doesNotContain("E-", "null", "\r")
        .endsWith("}\n");
  }

  @Test
  void numbersRecommendationsAsTheTextDoes() {
    JsonNode tree = new JsonMapper().readTree(json(Scenario.rich()));
    JsonNode recommendations = tree.at("/assessments/0/recommendations");
    assertThat(recommendations.valueStream().map(each -> each.get("rank").asInt()))
        .containsExactly(1, 2, 3, 4);
    assertThat(recommendations.get(3).get("addressee").asString()).isEqualTo("member_state");
    assertThat(new TextReport(100, false).render(List.of(Scenario.rich())))
        .contains("  4  " + recommendations.get(3).get("action").asString().substring(0, 40));
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String expected = json(Scenario.rich());
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(json(Scenario.rich())).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  /** The schema of what is written as JSON, made from its records. */
  public static String schema(Class<?> document, String id, String title) {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonSchemaModule())
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.ADDITIONAL_FIXED_TYPES);
    config
        .forFields()
        .withPropertyNameOverrideResolver(field -> Names.inFile(field.getName()))
        .withDescriptionResolver(
            field ->
                field.isFakeContainerItemScope()
                    ? null
                    : Descriptions.of(field.getDeclaringType().getErasedType(), field.getName())
                        .orElse(null))
        .withRequiredCheck(JsonReportTest::required);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> type.getErasedType().isEnum() ? constants(type, context) : null);
    ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(document);
    unwrap(schema);
    ((ObjectNode) schema.at("/properties/schema")).put("const", id);
    ObjectNode whole = schema.objectNode();
    whole.set("$schema", schema.remove("$schema"));
    whole.put("$id", id);
    whole.put("title", title);
    whole.setAll(schema);
    return JsonReport.pretty(whole) + "\n";
  }

  /** What stands among the properties of another object belongs to them. */
  private static void unwrap(ObjectNode schema) {
    JsonNode parts = schema.remove("allOf");
    if (parts != null) {
      JsonNode part = parts.get(0);
      schema.withObject("properties").setAll((ObjectNode) part.get("properties"));
      schema.withArray("required").addAll((ArrayNode) part.get("required"));
    }
  }

  private static CustomDefinition constants(ResolvedType type, SchemaGenerationContext context) {
    ObjectNode definition = context.getGeneratorConfig().createObjectNode();
    definition.put("type", "string");
    for (Object constant : type.getErasedType().getEnumConstants()) {
      definition.withArray("enum").add(Names.inFile((Enum<?>) constant));
    }
    return new CustomDefinition(definition);
  }

  private static boolean required(FieldScope field) {
    return !field.isFakeContainerItemScope()
        && !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
