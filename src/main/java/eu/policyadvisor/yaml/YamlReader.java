package eu.policyadvisor.yaml;

import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Plain;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML 1.2 as trees of {@link Node}s, in one pass over the tokens.
 *
 * <p>Aliases, merge keys, tags, keys that are not text, keys that stand twice, nesting deeper than
 * {@link #MAX_DEPTH} and files larger than {@link #MAX_BYTES} are refused, each with its place.
 */
public class YamlReader {
  /** The largest file that is read: 16 MiB. */
  public static final int MAX_BYTES = 16 << 20;

  /** The deepest nesting that is read. */
  public static final int MAX_DEPTH = 64;

  static final String TOO_DEEP =
      "is nested deeper than " + MAX_DEPTH + " levels; facts need no more than a few";

  static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          // Keys that stand twice are reported here, with both places.
          .loadSettings(
              LoadSettings.builder()
                  .setCodePointLimit(MAX_BYTES)
                  .setAllowDuplicateKeys(true)
                  .build())
          .build();

  private final String text;
  final Offsets offsets;
  final Problems problems;
  final JsonParser parser;

  /**
   * For a text.
   *
   * @param offsets its places, for what tokens do not tell
   * @param parser gives its tokens
   */
  YamlReader(String text, Offsets offsets, Problems problems, JsonParser parser) {
    this.text = text;
    this.offsets = offsets;
    this.problems = problems;
    this.parser = parser;
  }

  /**
   * Reads all documents of a file.
   *
   * @param label the file as the user named it
   * @param in the file; read to its end or to the bound, not closed
   * @return the documents that are not empty; what is wrong in them is replaced by {@link
   *     Node.Refused}, and nothing after a syntax error is read
   * @throws IOException if the stream cannot be read
   */
  public static Checked<List<Node>> read(String label, InputStream in) throws IOException {
    Problems problems = new Problems(label);
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    Optional<String> text = decode(bytes, problems);
    List<Node> documents =
        text.isEmpty()
            ? List.of()
            : new YamlReader(
                    text.get(),
                    new Offsets(text.get()),
                    problems,
                    YAML.createParser(ObjectReadContext.empty(), new WholeCharacters(text.get())))
                .documents();
    return new Checked<>(documents, problems.sorted());
  }

  private static Optional<String> decode(byte[] bytes, Problems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.add(
          Place.NONE, "is larger than " + (MAX_BYTES >> 20) + " MiB, the most that is read");
      return Optional.empty();
    }
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    String text = chars.flip().toString();
    if (text.indexOf('\0') >= 0) {
      problems.add(Place.NONE, "is a binary file, not YAML text");
      return Optional.empty();
    }
    if (result.isError()) {
      problems.add(new Offsets(text).end(), "is not UTF-8 text; save it as UTF-8");
      return Optional.empty();
    }
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      text = text.substring(1);
    }
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (!isPrintable(character)) {
        problems.add(
            new Offsets(text).place(i),
            "the character U+%04X is not allowed in YAML; remove it".formatted(character));
        return Optional.empty();
      }
    }
    return Optional.of(text);
  }

  /** YAML 1.2, production 1. */
  private static boolean isPrintable(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c == 0x85
        || c >= 0x20 && c < 0x7F
        || c >= 0xA0 && c < 0xFFFE
        || c > 0xFFFF;
  }

  private List<Node> documents() {
    List<Node> documents = new ArrayList<>();
    try (parser) {
      while (parser.nextToken() != null) {
        Node document = node(1);
        if (!(document instanceof Node.Scalar scalar && scalar.isNothing())) {
          documents.add(document);
        }
      }
    } catch (TooDeep e) {
      problems.add(e.at, TOO_DEEP);
    } catch (RuntimeException | StackOverflowError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof MarkedYamlEngineException marked) {
        SyntaxError error = SyntaxError.of(marked);
        problems.add(error.at(), error.message());
      } else {
        problems.add(here(), refusal(e));
      }
    }
    return documents;
  }

  private static String refusal(Throwable fault) {
    return fault instanceof JacksonException || fault instanceof YamlEngineException
        ? limit(fault).orElseGet(() -> refusal(String.valueOf(fault.getMessage())))
        : broken(fault, "YAML");
  }

  /** What is refused because it is too long for the library; empty for any other fault. */
  static Optional<String> limit(Throwable fault) {
    return fault instanceof StreamConstraintsException
        ? Optional.of("a number, a name or a text that is longer than any fact needs stands here")
        : Optional.empty();
  }

  /** A fault of the library itself. */
  static String broken(Throwable fault, String language) {
    return "cannot be read from here on: the reader of %s fails (%s); write this otherwise"
        .formatted(language, fault.getClass().getSimpleName());
  }

  /** In words, what the token stream refuses though it is YAML: a key that is no scalar. */
  private static String refusal(String message) {
    if (!message.contains("Expected a property name")) {
      return "is not valid YAML here";
    }
    return message.contains("=ALI")
        ? "aliases are not supported; write the value out"
        : "a key must be plain text";
  }

  /**
   * The value that begins at the token.
   *
   * @throws TooDeep where it is nested too deeply
   */
  final Node node(int depth) {
    JsonToken token = parser.currentToken();
    Place at = here();
    if (depth > MAX_DEPTH) {
      throw new TooDeep(at);
    }
    boolean refused = false;
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      problems.add(at, "aliases are not supported; write the value out");
      refused = true;
    } else if (parser.getTypeId() != null) {
      refuseTag(at);
      refused = true;
    }
    Node node =
        switch (token) {
          case START_OBJECT -> mapping(at, depth);
          case START_ARRAY -> sequence(at, depth);
          default -> scalar(at);
        };
    return refused ? new Node.Refused(at) : node;
  }

  Node.Scalar scalar(Place at) {
    boolean block =
        switch (character(at)) {
          case '|', '>' -> true;
          default -> false;
        };
    Place end = block ? beforeBlanks(there()) : there();
    return new Node.Scalar(parser.getString(), isQuoted(at), at, end);
  }

  private Node.Sequence sequence(Place at, int depth) {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    Place end = items.isEmpty() ? at : items.get(items.size() - 1).end();
    return new Node.Sequence(items, at, isClosed(at) ? there() : end);
  }

  private Node.Mapping mapping(Place at, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    // The parser goes on naming the tag of a mapping while it stands at the first key.
    boolean tagged = parser.getTypeId() != null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyAt = here();
      boolean refused = parser.getTypeId() != null && !tagged;
      if (refused) {
        refuseTag(keyAt);
      }
      tagged = false;
      parser.nextToken();
      Node value = node(depth + 1);
      Place first = seen.putIfAbsent(key, keyAt);
      if (isMerge(key)) {
        problems.add(keyAt, "merge keys (<<) are not supported; write the values out");
        refused = true;
      } else if (first != null) {
        problems.add(keyAt, twice(key, first));
        refused = true;
      }
      entries.add(new Node.Entry(key, keyAt, refused ? new Node.Refused(value.at()) : value));
    }
    Place end = entries.isEmpty() ? at : entries.get(entries.size() - 1).value().end();
    return new Node.Mapping(entries, at, isClosed(at) ? there() : end);
  }

  boolean isMerge(String key) {
    return key.equals("<<");
  }

  /** Whether a bracket or brace ends what begins there. */
  boolean isClosed(Place at) {
    return character(at) == '[' || character(at) == '{';
  }

  private static String twice(String key, Place first) {
    return "'%s' stands twice; it first stands at line %d, column %d"
        .formatted(Plain.quoted(key), first.line(), first.column());
  }

  private void refuseTag(Place at) {
    String tag = ((YAMLParser) parser).getRawTag().replace("tag:yaml.org,2002:", "!!");
    problems.add(at, "the tag " + Plain.quoted(tag) + " is not supported; remove it");
  }

  final Place here() {
    return place(parser.currentTokenLocation());
  }

  /** The place after the token. */
  final Place there() {
    return place(parser.currentLocation());
  }

  Place place(@Nullable TokenStreamLocation location) {
    return location == null || location.getLineNr() < 1
        ? Place.NONE
        : new Place(location.getLineNr(), Math.max(1, location.getColumnNr()));
  }

  /** A block of text ends for the token stream where the next line with something on it begins. */
  private Place beforeBlanks(Place end) {
    int at = offsets.offset(end);
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return offsets.place(at);
  }

  /** The token stream does not tell; the text does. */
  private boolean isQuoted(Place at) {
    return "\"'|>".indexOf(character(at)) >= 0;
  }

  /** What stands there; a line feed at the end. */
  private char character(Place at) {
    int offset = offsets.offset(at);
    return offset < text.length() ? text.charAt(offset) : '\n';
  }

  /**
   * Gives a text in pieces that end between characters: the YAML library fails where one of its own
   * ends within.
   */
  private static final class WholeCharacters extends Reader {
    private final String text;
    private int at;

    WholeCharacters(String text) {
      this.text = text;
    }

    @Override
    public int read(char[] to, int offset, int length) {
      if (at == text.length()) {
        return -1;
      }
      int end = Math.min(text.length(), at + length);
      if (end - at > 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      text.getChars(at, end, to, offset);
      int many = end - at;
      at = end;
      return many;
    }

    @Override
    public void close() {
      at = text.length();
    }
  }

  /** Ends the reading of what is nested too deeply. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
    final transient Place at;

    TooDeep(Place at) {
      super(null, null, false, false);
      this.at = at;
    }
  }
}
