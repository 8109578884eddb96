package eu.policyadvisor.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The US consolidated screening list as its interface gives it: an object with {@code results}. */
final class CslJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String RESULTS = "results";
  private static final String PERFORMED = ListFormat.DATE_OF_CSL;

  private final Complaints complaints;
  private final List<ListRow> rows = new ArrayList<>();
  private @Nullable LocalDate date;

  private CslJson(Complaints complaints) {
    this.complaints = complaints;
  }

  static ScreeningList read(String text, Complaints complaints) throws InvalidListException {
    CslJson reader = new CslJson(complaints);
    try (JsonParser parser = MAPPER.createParser(text)) {
      reader.document(parser);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw complaints.refusal(
          at == null ? 0 : at.getLineNr(),
          at == null ? 0 : at.getColumnNr(),
          "is not JSON, or cut off: "
              + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
    }
    return new ScreeningList(ListFormat.CSL_JSON, reader.date, reader.rows);
  }

  private void document(JsonParser parser) throws InvalidListException {
    boolean found = parser.nextToken() == JsonToken.START_ARRAY;
    if (found) {
      results(parser);
    } else {
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        TokenStreamLocation at = parser.currentTokenLocation();
        if (name.equals(RESULTS) && value == JsonToken.START_ARRAY) {
          found = true;
          results(parser);
        } else if (name.equals(PERFORMED) && value == JsonToken.VALUE_STRING) {
          date = complaints.day(parser.getString(), PERFORMED, at.getLineNr(), at.getColumnNr());
        } else {
          parser.skipChildren();
        }
      }
    }
    if (parser.nextToken() != null) {
      TokenStreamLocation at = parser.currentTokenLocation();
      complaints.add(at.getLineNr(), at.getColumnNr(), "something stands behind the list");
    }
    if (!found) {
      throw complaints.refusal(
          1, 1, "has no 'results'; the US consolidated screening list is read as JSON, no other");
    }
  }

  private void results(JsonParser parser) {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      TokenStreamLocation at = parser.currentTokenLocation();
      JsonNode node = parser.readValueAsTree();
      if (text(node, "name").isEmpty() || text(node, "source").isEmpty()) {
        complaints.add(at.getLineNr(), at.getColumnNr(), "the entry lacks a name or a source");
      } else {
        rows.add(row(node, at));
      }
    }
  }

  private ListRow row(JsonNode node, TokenStreamLocation at) {
    String source = text(node, "source");
    return new ListRow(
        at.getLineNr(),
        source,
        text(node, "name"),
        texts(node, "alt_names"),
        countries(node),
        Csl.isPerson(text(node, "type")),
        Csl.effect(
            text(node, "license_requirement"),
            text(node, "license_policy"),
            texts(node, "programs")),
        text(node, "federal_register_notice"),
        day(node, "start_date", at),
        day(node, "end_date", at),
        Csl.lists(source));
  }

  private @Nullable LocalDate day(JsonNode node, String field, TokenStreamLocation at) {
    return complaints.day(text(node, field), field, at.getLineNr(), at.getColumnNr());
  }

  private static Set<String> countries(JsonNode node) {
    Set<String> countries = new TreeSet<>();
    for (JsonNode address : node.path("addresses")) {
      String country = text(address, "country");
      if (!country.isEmpty()) {
        countries.add(country);
      }
    }
    return countries;
  }

  private static List<String> texts(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isString()) {
      return ListReader.parts(value.stringValue());
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : value) {
      if (each.isString() && !each.stringValue().isBlank()) {
        texts.add(each.stringValue().strip());
      }
    }
    return texts;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue().strip() : "";
  }
}
