package eu.policyadvisor.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Roles;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.knowledge.ReferenceData;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema of fact files is made of the records, and of nothing else. */
class FactSchemaTest {
  private static final Path SHIPPED =
      Path.of("src/main/resources/eu/policyadvisor/yaml/facts.schema.json");
  private static final Path FOR_EDITORS = Path.of("facts/facts.schema.json");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Catalogue CATALOGUE = ReferenceData.builtIn().catalogue();

  @Test
  void theShippedSchemasAreThoseOfTheRecords() throws IOException {
    String schema =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(schema())
            + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(SHIPPED, schema);
      Files.writeString(FOR_EDITORS, schema);
    }
    assertThat(SHIPPED).content().isEqualToNormalizingNewlines(schema);
    assertThat(FOR_EDITORS).content().isEqualToNormalizingNewlines(schema);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleNamesTheSchemaAndIsValidAgainstIt(Path example) throws IOException {
    String yaml = Files.readString(example);
    assertThat(yaml).startsWith("# yaml-language-server: $schema=../facts.schema.json\n");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SHIPPED), InputFormat.JSON)
                .validate(yaml, InputFormat.YAML))
        .isEmpty();
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts/examples"))) {
      return files.sorted().toList().stream();
    }
  }

  /** What people and programs write into a field, right and wrong. */
  private static final List<String> ODD =
      List.of(
          "''",
          "x".repeat(10_000),
          "x".repeat(10_001),
          "' '",
          "x",
          "'x y'",
          "unknown",
          "null",
          "true",
          "yes",
          "'true'",
          "0",
          "1",
          "-1",
          "0.5",
          "1.0",
          "1.5",
          "'1'",
          "12",
          "2147483647",
          "2147483648",
          "1e9",
          "1" + "0".repeat(61),
          "-1" + "0".repeat(61),
          "2026-11-01",
          "'2026-11-01'",
          "2026-02-30",
          "2026-13-01",
          "1999-12-31",
          "2101-01-01",
          "01.11.2026",
          "2026-11-01T00:00:00Z",
          "DE",
          "UK",
          "EL",
          "EU",
          "EEA",
          "ZZ",
          "de",
          "'DE '",
          "company",
          "Company",
          "operating",
          "nvidia-h100",
          "[]",
          "[x]",
          "[null]",
          "['']",
          "[unknown]",
          "[[x]]",
          "[{}]",
          "[1]",
          "[true]",
          "[DE]",
          "[DE, UK]",
          "[company]",
          "{}",
          "{x: 1}",
          "{DE: 0.5}",
          "{UK: 0.5}",
          "{DE: null}",
          "{DE: unknown}",
          "{DE: -0.1}",
          "{DE: '0.5'}");

  /** Fields of which the schema says the same are tried once. */
  static Stream<String> oddFiles() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Section section : Section.values()) {
      for (Component each : Component.of(section.kind())) {
        boolean refers = each.rule().refersTo() != Section.NONE || each.rule().refersToAny();
        boolean alone = section == Section.NONE && each.key().equals("type");
        if (!refers && !alone) {
          String rule = value(each) + (each.rule().oneOrMore() ? "+" : "");
          String fact = each.key().equals("id") || section == Section.NONE ? "{%s}" : "{id: f, %s}";
          String list =
              section == Section.NONE ? "subject: " + fact : section.key() + ": [" + fact + "]";
          fields.putIfAbsent(rule, list.formatted(each.key() + ": %s"));
        }
      }
    }
    Stream<String> ofFields =
        fields.values().stream()
            .flatMap(
                field ->
                    ODD.stream()
                        .map(field::formatted)
                        .map(text -> text.startsWith("subject") ? text : "subject: {}\n" + text));
    String confirmation =
        "instrument: ai-act, status: in_force, date: 2026-01-01, source: s, who: w";
    Stream<String> whole =
        Stream.of(
                Stream.of(
                        "subject",
                        "accelerators",
                        "title",
                        "question",
                        "reader",
                        "as_of",
                        "case",
                        "odd")
                    .flatMap(
                        key -> ODD.stream().map(value -> "subject: {}\n" + key + ": " + value)),
                Stream.of("roles", "roles: {board", "roles: {data_protection", "roles: {odd")
                    .flatMap(
                        key ->
                            ODD.stream()
                                .map(
                                    value ->
                                        "subject: {}\n"
                                            + key
                                            + ": "
                                            + value
                                            + (key.contains("{") ? "}" : ""))),
                Stream.of("- subject: {}", "x", "12", "accelerators: []", "subject: []", "{x: 1}"),
                Stream.of("until: unknown", "until: 2026-02-30", "note: ''", "note: 1", "odd: 1")
                    .map(
                        more ->
                            "subject: {}\nconfirmations: [{" + confirmation + ", " + more + "}]"),
                Stream.of("instrument", "status", "date", "source", "who")
                    .flatMap(
                        key ->
                            Stream.of("unknown", "''", "null", "x", "1", "[x]")
                                .map(
                                    value ->
                                        "subject: {}\nconfirmations: [{"
                                            + confirmation.replaceAll(
                                                key + ": [^,]*", key + ": " + value)
                                            + "}]")))
            .flatMap(each -> each)
            .filter(text -> !text.startsWith("subject: {}\nsubject"));
    return Stream.concat(ofFields, whole);
  }

  /** As {@code advisor check} reads it, and as an editor does by the schema. */
  @Test
  void theSchemaSaysWhatTheReaderSays() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SHIPPED), InputFormat.JSON);
    List<String> files = oddFiles().toList();
    List<String> differences = new ArrayList<>();
    for (String file : files) {
      InputStream in = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
      Checked<List<FactSet>> read =
          FactReader.read("odd.yaml", in, facts -> FactCheck.check(facts, CATALOGUE));
      List<Problem> problems = new ArrayList<>(read.problems());
      read.value().forEach(facts -> problems.addAll(FactCheck.check(facts, CATALOGUE)));
      List<?> errors =
          schema.validate(
              file,
              InputFormat.YAML,
              context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
      if (problems.isEmpty() != errors.isEmpty()) {
        differences.add(file + "  reader: " + problems + "  schema: " + errors + "\n");
      }
    }
    assertThat(files).hasSizeGreaterThan(1000);
    assertThat(differences).isEmpty();
  }

  private static ObjectNode schema() {
    ObjectNode root = JSON.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "urn:eu-policy-advisor:facts:1");
    root.put("title", "Facts about one subject");
    ObjectNode properties = JSON.objectNode();
    properties.set("title", text().put("description", "A heading for people."));
    properties.set(
        "question",
        text().put("description", "What the advice is asked for, as a person would ask it."));
    properties.set(
        "reader", text().put("description", "For whom a brief is written, such as the board."));
    properties.set(FactReader.ROLES, roles());
    properties.set(
        "as_of", orUnknown(dayOfAdvice()).put("description", "The date the advice is asked for."));
    properties.set(
        FactReader.CASE,
        JSON.objectNode()
            .put("description", "The documented decision that the facts are of, for a backtest."));
    properties.set(ConfirmationReader.LIST, confirmations());
    ObjectNode definitions = JSON.objectNode();
    for (Section section : Section.values()) {
      Class<? extends Fact> kind = section.kind();
      definitions.set(kind.getSimpleName(), record(section, kind));
      ObjectNode reference = JSON.objectNode().put("$ref", "#/$defs/" + kind.getSimpleName());
      if (section == Section.NONE) {
        properties.set(section.key(), reference);
      } else {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", reference);
        properties.set(section.key(), orUnknown(list));
        if (section == Section.PARTIES) {
          properties.set(
              Section.FORMER_KEY_OF_PARTIES,
              orUnknown(list.deepCopy()).put("description", "The former name of 'parties'."));
        }
      }
    }
    object(root, properties, List.of("subject"));
    root.set("$defs", definitions);
    return root;
  }

  private static ObjectNode roles() {
    return object(JSON.objectNode(), described(Roles.class), List.of())
        .put("description", "Who does what in the organisation, as a brief names them.");
  }

  private static ObjectNode confirmations() {
    ObjectNode properties = JSON.objectNode();
    ObjectNode instrument =
        JSON.objectNode()
            .put("description", "The instrument, by its id in the reference catalogue.")
            .put("type", "string");
    CATALOGUE.ids(Catalogue.INSTRUMENTS).forEach(instrument.putArray("enum")::add);
    properties.set("instrument", instrument);
    properties.set(
        "status",
        constants(
                Stream.of(InstrumentStatus.values())
                    .filter(each -> each != InstrumentStatus.UNKNOWN_AFTER_CUTOFF))
            .put("description", "Its legal state, in the words of the catalogue."));
    properties.set("date", date().put("description", "The day on which it had that state."));
    properties.set(
        "until",
        orUnknown(date())
            .put("description", "The last day of that state, where the source names it."));
    properties.set("source", known().put("description", "Where it was seen."));
    properties.set("who", known().put("description", "Who saw it."));
    properties.set("note", text().put("description", "What else there is to say."));
    ObjectNode list =
        JSON.objectNode()
            .put("description", "Legal states of instruments that somebody saw.")
            .put("type", "array");
    list.set(
        "items",
        object(
            JSON.objectNode(),
            properties,
            List.of("instrument", "status", "date", "source", "who")));
    return list;
  }

  private static ObjectNode record(Section section, Class<? extends Fact> kind) {
    return object(
        JSON.objectNode(), described(kind), section == Section.NONE ? List.of() : List.of("id"));
  }

  private static ObjectNode described(Class<?> type) {
    ObjectNode properties = JSON.objectNode();
    for (Component component : Component.of(type)) {
      ObjectNode value = value(component);
      value.put("description", component.rule().value());
      properties.set(component.key(), value);
    }
    return properties;
  }

  private static ObjectNode object(ObjectNode node, ObjectNode properties, List<String> required) {
    node.put("type", "object");
    node.set("properties", properties);
    required.forEach(node.putArray("required")::add);
    node.put("additionalProperties", false);
    return node;
  }

  private static ObjectNode value(Component component) {
    Field rule = component.rule();
    Type type = component.type();
    ObjectNode node = JSON.objectNode();
    if (type instanceof ParameterizedType generic) {
      Class<?> element = (Class<?>) generic.getActualTypeArguments()[0];
      if (generic.getRawType() == List.class) {
        ObjectNode item =
            element.isEnum() ? constants(element) : rule.country() ? country() : known();
        node.put("type", "array");
        node.set("items", item);
        if (rule.oneOrMore()) {
          ObjectNode either = orUnknown(node);
          ((tools.jackson.databind.node.ArrayNode) either.get("anyOf")).add(item.deepCopy());
          return either;
        }
      } else {
        node.put("type", "object");
        node.set("propertyNames", country());
        node.set("additionalProperties", number(BigDecimal.class, rule));
        node.put("minProperties", 1);
      }
    } else if (type == BigDecimal.class) {
      node = number(BigDecimal.class, rule);
    } else if (type == Integer.class) {
      node = number(Integer.class, rule);
    } else if (type == Boolean.class) {
      node.put("type", "boolean");
    } else if (type == LocalDate.class) {
      node = component.key().equals("as_of") ? dayOfAdvice() : date();
    } else if (((Class<?>) type).isEnum()) {
      node = constants((Class<?>) type);
    } else if (rule.country()) {
      node = country();
    } else if (!rule.catalogue().isEmpty()) {
      node.put("type", "string");
      CATALOGUE.ids(rule.catalogue()).forEach(node.putArray("enum")::add);
    } else {
      return component.nullable() ? text() : known();
    }
    return component.nullable() ? orUnknown(node) : node;
  }

  private static ObjectNode country() {
    ObjectNode country = JSON.objectNode().put("type", "string");
    var codes = country.putArray("enum");
    Stream.concat(Stream.of(Locale.getISOCountries()).sorted(), Stream.of("EU", "EEA"))
        .forEach(codes::add);
    return country;
  }

  private static ObjectNode number(Class<?> type, Field rule) {
    boolean whole = type == Integer.class;
    BigDecimal least = whole ? BigDecimal.valueOf(Integer.MIN_VALUE) : Values.LARGEST.negate();
    BigDecimal most = whole ? BigDecimal.valueOf(Integer.MAX_VALUE) : Values.LARGEST;
    return JSON.objectNode()
        .put("type", whole ? "integer" : "number")
        .put("minimum", rule.min().isEmpty() ? least : new BigDecimal(rule.min()))
        .put("maximum", rule.max().isEmpty() ? most : new BigDecimal(rule.max()));
  }

  private static ObjectNode constants(Class<?> type) {
    return constants(Stream.of(type.getEnumConstants()).map(each -> (Enum<?>) each));
  }

  private static ObjectNode constants(Stream<? extends Enum<?>> constants) {
    ObjectNode node = JSON.objectNode();
    var values = node.putArray("enum");
    constants.forEach(each -> values.add(Names.inFile(each)));
    return node;
  }

  /** A text, which YAML may take for something else, such as a number; it is not blank. */
  private static ObjectNode text() {
    ObjectNode either = JSON.objectNode();
    either
        .putArray("anyOf")
        .add(
            JSON.objectNode()
                .put("type", "string")
                .put("pattern", "\\S")
                .put("maxLength", Values.LONGEST_TEXT))
        .add(JSON.objectNode().put("type", "number"))
        .add(JSON.objectNode().put("type", "boolean"));
    return either;
  }

  /** A text that cannot be left open. */
  private static ObjectNode known() {
    ObjectNode text = text();
    text.putObject("not").put("const", "unknown");
    return text;
  }

  private static ObjectNode date() {
    return JSON.objectNode()
        .put("type", "string")
        .put("format", "date")
        .put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
  }

  /** Within {@link FactCheck#EARLIEST} and {@link FactCheck#LATEST}. */
  private static ObjectNode dayOfAdvice() {
    return date().put("pattern", "^(20\\d{2}|2100)-\\d{2}-\\d{2}$");
  }

  private static ObjectNode orUnknown(ObjectNode node) {
    ObjectNode either = JSON.objectNode();
    either.putArray("anyOf").add(node).add(JSON.objectNode().put("const", "unknown"));
    return either;
  }
}
