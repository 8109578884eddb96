package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;

/**
 * Finds in the text of an XML file what its parser reports, one thing after the other: parsers tell
 * roughly where they are, not where a value begins.
 */
final class XmlPlaces {
  private final Window window;
  private Place begin = new Place(1, 1);
  private String tag = "";
  private Offsets tagAt = new Offsets(tag);

  XmlPlaces(Window window) {
    this.window = window;
  }

  /**
   * A value in the file.
   *
   * @param text the characters of the file
   * @param at where they stand
   */
  record Written(String text, Span at) {}

  /** Where the name of the last tag begins. */
  Place begin() {
    return begin;
  }

  /** Where the document type begins. */
  Place documentType() {
    long at = find("<!DOCTYPE", window.start());
    return window.advance(at < 0 ? window.start() : at);
  }

  /** Goes to the next opening tag of that name, and takes its text. */
  void tag(String name) {
    long at = window.start();
    while (true) {
      at = find("<", at);
      if (at < 0) {
        return;
      } else if (matches("<!--", at)) {
        at = after("-->", at);
      } else if (matches("<![CDATA[", at)) {
        at = after("]]>", at);
      } else if (matches("<?", at)) {
        at = after("?>", at);
      } else if (matches("<" + name, at) && endsName(at + 1 + name.length())) {
        break;
      } else {
        at++;
      }
    }
    begin = window.advance(at + 1);
    long end = tagEnd(at);
    tag = window.text(at + 1, end);
    tagAt = new Offsets(tag, begin);
  }

  private boolean endsName(long at) {
    return at >= window.end() || " \t\r\n/>".indexOf(window.at(at)) >= 0;
  }

  /** The end of a tag; a {@code >} in quotes does not end it. */
  private long tagEnd(long from) {
    char quote = 0;
    for (long at = from; at < window.end(); at++) {
      char character = window.at(at);
      if (quote != 0) {
        quote = character == quote ? 0 : quote;
      } else if (character == '"' || character == '\'') {
        quote = character;
      } else if (character == '>') {
        return at;
      }
    }
    return window.end();
  }

  /** Goes to the end of the tag. */
  void close() {
    window.advance(window.start() + tag.length() + 1);
  }

  /** An attribute of the last tag; the whole tag when it does not stand there. */
  Written attribute(String name, String value) {
    String sought = name.equals("specVersion") ? "xmlns" : name;
    int at = 0;
    while (at < tag.length()) {
      int equals = tag.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      int open = firstQuote(equals);
      int close = open < 0 ? -1 : tag.indexOf(tag.charAt(open), open + 1);
      if (close < 0) {
        break;
      }
      String found = tag.substring(at, equals).strip();
      if (found.substring(lastBlank(found) + 1).equals(sought)) {
        int from = name.equals("specVersion") ? close - value.length() : open + 1;
        String written = tag.substring(Math.max(open + 1, from), close);
        return new Written(
            written, Span.of(tagAt.place(close - written.length()), tagAt.place(close)));
      }
      at = close + 1;
    }
    return new Written(value, Span.of(begin, begin));
  }

  private static int lastBlank(String text) {
    int last = text.length() - 1;
    while (last >= 0 && !Character.isWhitespace(text.charAt(last))) {
      last--;
    }
    return last;
  }

  private int firstQuote(int from) {
    for (int i = from; i < tag.length(); i++) {
      if (tag.charAt(i) == '"' || tag.charAt(i) == '\'') {
        return i;
      }
    }
    return -1;
  }

  /** The text that stands next, up to the next tag. */
  Written text(String value) {
    long first = window.start();
    while (first < window.end() && Character.isWhitespace(window.at(first))) {
      first++;
    }
    boolean verbatim = matches("<![CDATA[", first);
    if (verbatim) {
      first += "<![CDATA[".length();
    }
    long last = find(verbatim ? "]]>" : "<", first);
    last = last < 0 ? Math.min(window.end(), first + value.length()) : last;
    while (last > first && Character.isWhitespace(window.at(last - 1))) {
      last--;
    }
    Place from = window.advance(first);
    String written = window.text(first, last);
    return new Written(written, Span.of(from, window.advance(last)));
  }

  private long after(String end, long from) {
    long at = find(end, from);
    return at < 0 ? window.end() : at + end.length();
  }

  private long find(String sought, long from) {
    for (long at = from; at + sought.length() <= window.end(); at++) {
      if (matches(sought, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean matches(String sought, long at) {
    if (at < window.start() || at + sought.length() > window.end()) {
      return false;
    }
    for (int i = 0; i < sought.length(); i++) {
      if (window.at(at + i) != sought.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
