package eu.policyadvisor.yaml;

import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a line of JSON Lines as a tree of {@link Node}s, with the bounds of {@link YamlReader} and
 * the places it would give.
 */
final class JsonLineReader {
  private static final JsonFactory JSON = JsonFactory.builder().build();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Offsets offsets;
  private final int line;
  private final Problems problems;
  private final JsonParser parser;

  private JsonLineReader(String text, int line, Problems problems) {
    this.offsets = new Offsets(text, new Place(line, 1));
    this.line = line;
    this.problems = problems;
    this.parser = JSON.createParser(ObjectReadContext.empty(), text);
  }

  /**
   * Reads the document of a line.
   *
   * @param label the file as the user named it
   * @param line the number of the line, from 1
   * @param bytes the line, without its end
   * @return empty when the line is not JSON; what is wrong in it is replaced by {@link
   *     Node.Refused}
   */
  static Checked<Optional<Node>> read(String label, int line, byte[] bytes) {
    Problems problems = new Problems(label);
    if (bytes.length > YamlReader.MAX_BYTES) {
      problems.add(
          new Place(line, 1),
          "the line is longer than "
              + (YamlReader.MAX_BYTES >> 20)
              + " MiB, the most that is read");
      return new Checked<>(Optional.empty(), problems.sorted());
    }
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    boolean wrong = decoder.decode(ByteBuffer.wrap(bytes), chars, true).isError();
    String text = chars.flip().toString();
    if (wrong) {
      problems.add(
          new Offsets(text, new Place(line, 1)).end(), "is not UTF-8 text; save it as UTF-8");
      return new Checked<>(Optional.empty(), problems.sorted());
    }
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    return new Checked<>(new JsonLineReader(text, line, problems).document(), problems.sorted());
  }

  private Optional<Node> document() {
    try (parser) {
      if (parser.nextToken() == null) {
        problems.add(new Place(line, 1), "holds no facts; it needs at least a subject");
        return Optional.empty();
      }
      Node document = node(1);
      if (parser.nextToken() != null) {
        problems.add(here(), "a line holds one fact set; something stands after it");
        return Optional.empty();
      }
      return Optional.of(document);
    } catch (TooDeep e) {
      problems.add(e.at, YamlReader.TOO_DEEP);
    } catch (JacksonException e) {
      problems.add(place(e.getLocation()), "is not valid JSON here; a line holds one JSON object");
    }
    return Optional.empty();
  }

  private Node node(int depth) {
    JsonToken token = parser.currentToken();
    Place at = here();
    if (depth > YamlReader.MAX_DEPTH) {
      throw new TooDeep(at);
    }
    return switch (token) {
      case START_OBJECT -> mapping(at, depth);
      case START_ARRAY -> sequence(at, depth);
      default -> {
        String value = parser.getString(); // The parser stands behind a text once it was asked for.
        yield new Node.Scalar(value, token == JsonToken.VALUE_STRING, at, there());
      }
    };
  }

  private Node.Sequence sequence(Place at, int depth) {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Node.Sequence(items, at, there());
  }

  private Node.Mapping mapping(Place at, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyAt = here();
      parser.nextToken();
      Node value = node(depth + 1);
      Place first = seen.putIfAbsent(key, keyAt);
      if (first != null) {
        problems.add(keyAt, YamlReader.twice(key, first));
        value = new Node.Refused(value.at());
      }
      entries.add(new Node.Entry(key, keyAt, value));
    }
    return new Node.Mapping(entries, at, there());
  }

  private Place here() {
    return place(parser.currentTokenLocation());
  }

  private Place there() {
    return place(parser.currentLocation());
  }

  private Place place(TokenStreamLocation location) {
    return offsets.place(location.getColumnNr() - 1);
  }

  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Place at;

    TooDeep(Place at) {
      super(null, null, false, false);
      this.at = at;
    }
  }
}
