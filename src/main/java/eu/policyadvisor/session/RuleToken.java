package eu.policyadvisor.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, text, number or sign of DRL, and where it stands.
 *
 * @param type what it is
 * @param text as written
 * @param from its first character in the text
 * @param to the character after it
 */
record RuleToken(Type type, String text, int from, int to) {

  /** What tokens there are. */
  enum Type {
    WORD,
    VARIABLE,
    TEXT,
    NUMBER,
    SIGN
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<skip>\\s+|//[^\\n]*|(?s:/\\*.*?\\*/))"
              + "|(?<variable>\\$\\w+)"
              + "|(?<text>\"(?:[^\"\\\\\\n]|\\\\.)*\")"
              + "|(?<word>[A-Za-z_]\\w*)"
              + "|(?<number>\\d+(?:\\.\\d+)?)"
              + "|(?<sign>[<>=!]=|\\|\\||&&|.)");

  /** The tokens of a part of a text, comments left out. */
  static List<RuleToken> read(String text, int from, int to) {
    List<RuleToken> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text).region(from, to);
    while (matcher.lookingAt()) {
      if (matcher.group("skip") == null) {
        tokens.add(new RuleToken(type(matcher), matcher.group(), matcher.start(), matcher.end()));
      }
      matcher.region(matcher.end(), to);
    }
    return tokens;
  }

  private static Type type(Matcher matcher) {
    if (matcher.group("variable") != null) {
      return Type.VARIABLE;
    } else if (matcher.group("text") != null) {
      return Type.TEXT;
    } else if (matcher.group("word") != null) {
      return Type.WORD;
    }
    return matcher.group("number") != null ? Type.NUMBER : Type.SIGN;
  }

  boolean is(String other) {
    return text.equals(other) && type != Type.TEXT;
  }

  /** A text without its quotes. */
  String content() {
    return text.substring(1, text.length() - 1);
  }
}
