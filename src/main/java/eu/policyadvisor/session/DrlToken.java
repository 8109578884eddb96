package eu.policyadvisor.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word of DRL, a comment among them, and the white space before it.
 *
 * @param kind what it is
 * @param text it as written; of a comment without white space at the ends of its lines
 * @param gap the white space before it
 */
record DrlToken(Kind kind, String text, String gap) {

  enum Kind {
    WORD,
    NUMBER,
    STRING,
    SYMBOL,
    LINE_COMMENT,
    BLOCK_COMMENT
  }

  /** The hyphen is a part of these names, and elsewhere an operator. */
  private static final String HYPHENATED =
      "date-effective|date-expires|no-loop|auto-focus|lock-on-active|ruleflow-group|agenda-group"
          + "|activation-group|entry-point";

  // Possessive, as a backtracking one runs out of stack on a long text.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<line>//[^\\r\\n]*+)"
              + "|(?<block>/\\*(?s:.*?)\\*/)"
              + "|(?<string>\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+')"
              + "|(?<number>\\d[\\w]*+(?:\\.\\d\\w*+)?+(?:(?<=[eE])[+-]\\d++)?+)"
              + "|(?<word>(?:"
              + HYPHENATED
              + ")(?![\\w$])|[\\p{L}_$][\\p{L}\\p{N}_$]*+)"
              + "|(?<symbol>!=|==|<=|>=|&&|\\|\\||:=|->|::|!\\.|\\+\\+|--|[-+*/~]=|\\S)",
          Pattern.DOTALL);

  private static final Pattern BREAK = Pattern.compile("\\r\\n|\\r|\\n");

  /** The tokens of a text; only what is no space is one. */
  static List<DrlToken> read(String drl) {
    List<DrlToken> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(drl);
    int end = 0;
    while (matcher.find()) {
      String text = matcher.group();
      Kind kind = kind(matcher);
      tokens.add(
          new DrlToken(
              kind, comment(kind) ? clean(text) : text, drl.substring(end, matcher.start())));
      end = matcher.end();
    }
    return tokens;
  }

  /** A text in which only the tokens count: white space between them is one space. */
  static String normal(String text) {
    return read(text).stream().map(DrlToken::text).collect(Collectors.joining(" "));
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("line") != null) {
      return Kind.LINE_COMMENT;
    } else if (matcher.group("block") != null) {
      return Kind.BLOCK_COMMENT;
    } else if (matcher.group("string") != null) {
      return Kind.STRING;
    } else if (matcher.group("number") != null) {
      return Kind.NUMBER;
    }
    return matcher.group("word") == null ? Kind.SYMBOL : Kind.WORD;
  }

  private static String clean(String comment) {
    return BREAK
        .splitAsStream(comment)
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }

  boolean is(String other) {
    return text.equals(other) && kind != Kind.STRING;
  }

  boolean word() {
    return kind == Kind.WORD;
  }

  boolean comment() {
    return comment(kind);
  }

  private static boolean comment(Kind kind) {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }

  /** Ends of lines in the white space before it. */
  int newlines() {
    return (int) BREAK.matcher(gap).results().count();
  }

  boolean onNewLine() {
    return newlines() > 0;
  }

  boolean opens() {
    return kind == Kind.SYMBOL && (is("(") || is("[") || is("{"));
  }

  boolean closes() {
    return kind == Kind.SYMBOL && (is(")") || is("]") || is("}"));
  }

  /** It with the white space before it as written, but for white space at the ends of lines. */
  String verbatim() {
    int last = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'));
    return "\n".repeat(newlines()) + gap.substring(last + 1) + text;
  }
}
