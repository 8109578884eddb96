package eu.policyadvisor.yaml;

import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a line of JSON Lines as a tree of {@link Node}s, with the bounds of {@link YamlReader} and
 * the places it would give.
 */
final class JsonLineReader extends YamlReader {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private final int line;

  private JsonLineReader(String text, int line, Problems problems) {
    super(
        text,
        new Offsets(text, new Place(line, 1)),
        problems,
        JSON.createParser(ObjectReadContext.empty(), text));
    this.line = line;
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
    if (bytes.length > MAX_BYTES) {
      problems.add(
          new Place(line, 1),
          "the line is longer than " + (MAX_BYTES >> 20) + " MiB, the most that is read");
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
      problems.add(e.at, TOO_DEEP);
    } catch (JacksonException e) {
      problems.add(
          e.getLocation() == null ? here() : place(e.getLocation()),
          limit(e).orElse("is not valid JSON here; a line holds one JSON object"));
    } catch (RuntimeException | StackOverflowError e) {
      problems.add(here(), broken(e, "JSON"));
    }
    return Optional.empty();
  }

  @Override
  Node.Scalar scalar(Place at) {
    boolean quoted = parser.currentToken() == JsonToken.VALUE_STRING;
    String value = parser.getString(); // The parser stands behind a text once it was asked for.
    return new Node.Scalar(value, quoted, at, there());
  }

  @Override
  boolean isMerge(String key) {
    return false;
  }

  @Override
  boolean isClosed(Place at) {
    return true;
  }

  @Override
  Place place(@Nullable TokenStreamLocation location) {
    return location == null || location.getColumnNr() < 1
        ? new Place(line, 1)
        : offsets.place(location.getColumnNr() - 1);
  }
}
