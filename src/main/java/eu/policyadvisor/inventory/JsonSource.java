package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** A JSON file whose root is an object. */
final class JsonSource implements TreeSource {
  private final Window window;
  private final JsonParser parser;

  JsonSource(InputStream in) {
    window = new Window(in);
    parser = new JsonFactory().createParser(ObjectReadContext.empty(), window);
  }

  @Override
  public void read(Sink sink) throws IOException, Malformed {
    try (parser) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed(here(), "must be a JSON object, which begins with {");
      }
      fields(Pointer.ROOT, 1, sink, new ArrayList<>());
      if (parser.nextToken() != null) {
        throw new Malformed(here(), "something stands after the end of the JSON object");
      }
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  private Malformed fault(JacksonException fault) throws IOException {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return new Malformed(window.advance(window.end()), "is not UTF-8 text; save it as UTF-8");
      } else if (cause instanceof IOException io) {
        throw io;
      }
    }
    String message = String.valueOf(fault.getOriginalMessage());
    if (message.contains("end-of-input") || message.contains("end of input")) {
      return new Malformed(
          window.advance(window.end()),
          "the JSON ends here, in the midst of something; is it cut off?");
    } else if (fault instanceof StreamConstraintsException) {
      return new Malformed(here(), "is nested too deeply or holds too long a value here");
    }
    return new Malformed(
        window.advance(fault.getLocation().getCharOffset()), "is not valid JSON here");
  }

  private Place here() {
    return window.advance(parser.currentTokenLocation().getCharOffset());
  }

  /** Reads an object to its end; those of the root are handed on instead of kept. */
  private Span fields(Pointer path, int depth, Sink sink, List<Tree.Entry> entries)
      throws IOException, Malformed {
    Place from = here();
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Span keyAt = key();
      parser.nextToken();
      Tree.Entry entry = new Tree.Entry(key, keyAt, value(path.child(key), depth + 1, sink));
      if (!seen.add(key)) {
        sink.twice(entry);
      } else if (path.parent() == null) {
        sink.entry(entry);
      } else {
        entries.add(entry);
      }
    }
    return Span.of(from, end());
  }

  private Place end() {
    return window.advance(parser.currentLocation().getCharOffset());
  }

  /** Between its quotes. */
  private Span key() {
    long first = parser.currentTokenLocation().getCharOffset() + 1;
    Place from = window.advance(first);
    long last = first;
    while (last < window.end() && window.at(last) != '"') {
      last += window.at(last) == '\\' ? 2 : 1;
    }
    return Span.of(from, window.advance(last));
  }

  private Tree value(Pointer path, int depth, Sink sink) throws IOException, Malformed {
    if (depth > MAX_DEPTH) {
      throw new Malformed(here(), "is nested deeper than " + MAX_DEPTH + " levels");
    }
    JsonToken token = parser.currentToken();
    if (sink.passes(path)) {
      Place at = here();
      pass();
      return new Tree.Passed(path, Span.of(at, at));
    } else if (token == JsonToken.START_OBJECT) {
      List<Tree.Entry> entries = new ArrayList<>();
      Span at = fields(path, depth, sink, entries);
      return new Tree.Fields(entries, path, at);
    } else if (token == JsonToken.START_ARRAY) {
      return items(path, depth, sink);
    }
    return text(path, token == JsonToken.VALUE_STRING);
  }

  private Tree items(Pointer path, int depth, Sink sink) throws IOException, Malformed {
    Place from = here();
    boolean out = sink.handsOut(path);
    List<Tree> items = new ArrayList<>();
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      Tree item = value(path.child(i), depth + 1, sink);
      if (out) {
        sink.item(item);
      } else {
        items.add(item);
      }
    }
    Span at = Span.of(from, end());
    return out ? new Tree.Passed(path, at) : new Tree.Items(items, path, at);
  }

  /** Reads past a value, however large. */
  private void pass() {
    int depth = 0;
    do {
      JsonToken token = parser.currentToken();
      window.advance(parser.currentTokenLocation().getCharOffset());
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth > 0) {
        parser.nextToken();
      }
    } while (depth > 0);
  }

  private Tree.Text text(Pointer path, boolean quoted) {
    int quote = quoted ? 1 : 0;
    long first = parser.currentTokenLocation().getCharOffset() + quote;
    String text = parser.getString();
    long last = parser.currentLocation().getCharOffset() - quote;
    Place from = window.advance(first);
    String written = last - first == text.length() ? text : window.text(first, last);
    return new Tree.Text(
        parser.currentToken() == JsonToken.VALUE_NULL ? "" : text,
        written,
        path,
        Span.of(from, window.advance(last)));
  }
}
