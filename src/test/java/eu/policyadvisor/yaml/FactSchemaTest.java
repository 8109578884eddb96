package eu.policyadvisor.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.knowledge.ReferenceData;
import eu.policyadvisor.rule.Catalogue;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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

  private static ObjectNode schema() {
    ObjectNode root = JSON.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "urn:eu-policy-advisor:facts:1");
    root.put("title", "Facts about one subject");
    ObjectNode properties = JSON.objectNode();
    properties.set("title", text("A heading for people."));
    properties.set("question", text("What the advice is asked for, as a person would ask it."));
    properties.set("as_of", date("The date the advice is asked for."));
    properties.set(
        FactReader.CASE,
        JSON.objectNode()
            .put("description", "The documented decision that the facts are of, for a backtest.")
            .put("type", "object"));
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

  private static ObjectNode confirmations() {
    ObjectNode properties = JSON.objectNode();
    ObjectNode instrument = text("The instrument, by its id in the reference catalogue.");
    CATALOGUE.ids(Catalogue.INSTRUMENTS).forEach(instrument.putArray("enum")::add);
    properties.set("instrument", instrument);
    properties.set(
        "status",
        constants(
                Stream.of(InstrumentStatus.values())
                    .filter(each -> each != InstrumentStatus.UNKNOWN_AFTER_CUTOFF))
            .put("description", "Its legal state, in the words of the catalogue."));
    properties.set("date", date("The day on which it had that state."));
    properties.set("until", date("The last day of that state, where the source names it."));
    properties.set("source", text("Where it was seen."));
    properties.set("who", text("Who saw it."));
    properties.set("note", text("What else there is to say."));
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
    ObjectNode properties = JSON.objectNode();
    for (Component component : Component.of(kind)) {
      ObjectNode value = value(component);
      value.put("description", component.rule().value());
      properties.set(component.key(), value);
    }
    return object(
        JSON.objectNode(), properties, section == Section.NONE ? List.of() : List.of("id"));
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
            element.isEnum()
                ? constants(element)
                : rule.country() ? country() : JSON.objectNode().put("type", "string");
        node.put("type", "array");
        node.set("items", item);
        if (rule.oneOrMore()) {
          ObjectNode either = orUnknown(node);
          ((tools.jackson.databind.node.ArrayNode) either.get("anyOf")).add(item.deepCopy());
          return either;
        }
      } else {
        node.put("type", "object");
        node.set("propertyNames", JSON.objectNode().put("pattern", "^([A-Z]{2}|EEA)$"));
        node.set("additionalProperties", number("number", rule));
        node.put("minProperties", 1);
      }
    } else if (type == BigDecimal.class) {
      node = number("number", rule);
    } else if (type == Integer.class) {
      node = number("integer", rule);
    } else if (type == Boolean.class) {
      node.put("type", "boolean");
    } else if (type == LocalDate.class) {
      node.put("type", "string").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
    } else if (((Class<?>) type).isEnum()) {
      node = constants((Class<?>) type);
    } else if (rule.country()) {
      node = country();
    } else if (!rule.catalogue().isEmpty()) {
      node.put("type", "string");
      CATALOGUE.ids(rule.catalogue()).forEach(node.putArray("enum")::add);
    } else {
      return node.put("type", "string");
    }
    return component.nullable() ? orUnknown(node) : node;
  }

  private static ObjectNode country() {
    return JSON.objectNode().put("type", "string").put("pattern", "^([A-Z]{2}|EEA)$");
  }

  private static ObjectNode number(String type, Field rule) {
    ObjectNode node = JSON.objectNode().put("type", type);
    if (!rule.min().isEmpty()) {
      node.put("minimum", new BigDecimal(rule.min()));
    }
    if (!rule.max().isEmpty()) {
      node.put("maximum", new BigDecimal(rule.max()));
    }
    return node;
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

  private static ObjectNode text(String description) {
    return JSON.objectNode().put("description", description).put("type", "string");
  }

  private static ObjectNode date(String description) {
    ObjectNode date =
        JSON.objectNode().put("type", "string").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
    return orUnknown(date).put("description", description);
  }

  private static ObjectNode orUnknown(ObjectNode node) {
    ObjectNode either = JSON.objectNode();
    either.putArray("anyOf").add(node).add(JSON.objectNode().put("const", "unknown"));
    return either;
  }
}
