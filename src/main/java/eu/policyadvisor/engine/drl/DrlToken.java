package eu.policyadvisor.engine.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.drools.drl.parser.lang.DRL6Lexer;

/**
 * A word, number, string, sign or comment of DRL, as the lexer of Drools tells them apart, with its
 * place. What one reads as one thing is one token, though the lexer knows parts only: {@code
 * date-effective}, {@code ::} and a text block.
 *
 * @param kind what it is
 * @param text it as written; of a comment without white space at the ends of its lines
 * @param gap the white space before it
 * @param from its first character in the text
 * @param to the character after it
 */
public record DrlToken(Kind kind, String text, String gap, int from, int to) {

  /** Kinds of tokens. */
  public enum Kind {
    /** A name or a keyword; {@code true}, {@code false} and {@code null} too. */
    WORD,
    /** A number, or a span of time such as {@code 10s}. */
    NUMBER,
    /** A text in single, double or three double quotes. */
    STRING,
    /** A sign of one or more characters. */
    SYMBOL,
    /** A comment to the end of the line. */
    LINE_COMMENT,
    /** A comment that says where it ends. */
    BLOCK_COMMENT
  }

  /** The hyphen is a part of these names, and elsewhere an operator. */
  private static final Set<String> HYPHENATED =
      Set.of(
          "date-effective",
          "date-expires",
          "no-loop",
          "auto-focus",
          "lock-on-active",
          "ruleflow-group",
          "agenda-group",
          "activation-group",
          "entry-point");

  private static final String BLOCK = "\"\"\"";
  private static final Pattern BREAK = Pattern.compile("\\r\\n|\\r|\\n");

  /** The tokens of a text, comments among them; only what is no space is one. */
  public static List<DrlToken> read(String drl) {
    List<CommonToken> all = lexed(drl);
    List<DrlToken> tokens = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < all.size(); i++) {
      CommonToken first = all.get(i);
      int from = first.getStartIndex();
      i = last(drl, all, i);
      Kind kind = kind(first.getType());
      String written = drl.substring(from, all.get(i).getStopIndex() + 1);
      // The lexer takes the end of the line for a part of the comment.
      String text = kind == Kind.LINE_COMMENT ? written.stripTrailing() : written;
      int to = from + text.length();
      tokens.add(
          new DrlToken(
              kind,
              kind == Kind.BLOCK_COMMENT ? clean(text) : text,
              drl.substring(end, from),
              from,
              to));
      end = to;
    }
    return tokens;
  }

  private static List<CommonToken> lexed(String drl) {
    DRL6Lexer lexer = new DRL6Lexer(new ANTLRStringStream(drl));
    List<CommonToken> all = new ArrayList<>();
    CommonToken token = (CommonToken) lexer.nextToken();
    while (token.getType() != DRL6Lexer.EOF) {
      if (token.getType() != DRL6Lexer.WS) {
        all.add(token);
      }
      token = (CommonToken) lexer.nextToken();
    }
    return all;
  }

  /** The last of the tokens of the lexer that are one to a reader. */
  private static int last(String drl, List<CommonToken> all, int first) {
    CommonToken token = all.get(first);
    return switch (token.getType()) {
      case DRL6Lexer.ID -> hyphenated(drl, all, first);
      case DRL6Lexer.COLON ->
          drl.startsWith("::", token.getStartIndex()) && first + 1 < all.size() ? first + 1 : first;
      case DRL6Lexer.STRING -> block(drl, all, first);
      default -> first;
    };
  }

  private static int hyphenated(String drl, List<CommonToken> all, int first) {
    int last = first;
    while (last + 2 < all.size() && all.get(last + 1).getType() == DRL6Lexer.MINUS) {
      last += 2;
      int from = all.get(first).getStartIndex();
      if (HYPHENATED.contains(drl.substring(from, all.get(last).getStopIndex() + 1))) {
        return last;
      }
    }
    return first;
  }

  private static int block(String drl, List<CommonToken> all, int first) {
    int from = all.get(first).getStartIndex();
    if (!drl.startsWith(BLOCK, from)) {
      return first;
    }
    int end = drl.indexOf(BLOCK, from + BLOCK.length());
    while (end > 0 && drl.charAt(end - 1) == '\\') {
      end = drl.indexOf(BLOCK, end + 1);
    }
    for (int i = first; i < all.size() && end > 0; i++) {
      if (all.get(i).getStopIndex() + 1 == end + BLOCK.length()) {
        return i;
      }
    }
    return first;
  }

  private static Kind kind(int type) {
    return switch (type) {
      case DRL6Lexer.ID, DRL6Lexer.BOOL, DRL6Lexer.NULL -> Kind.WORD;
      case DRL6Lexer.DECIMAL, DRL6Lexer.HEX, DRL6Lexer.FLOAT, DRL6Lexer.TIME_INTERVAL ->
          Kind.NUMBER;
      case DRL6Lexer.STRING -> Kind.STRING;
      case DRL6Lexer.C_STYLE_SINGLE_LINE_COMMENT -> Kind.LINE_COMMENT;
      case DRL6Lexer.MULTI_LINE_COMMENT -> Kind.BLOCK_COMMENT;
      default -> Kind.SYMBOL;
    };
  }

  private static String clean(String comment) {
    return BREAK
        .splitAsStream(comment)
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }

  /** A text in which only the tokens count: white space between them is one space. */
  public static String normal(String text) {
    return read(text).stream().map(DrlToken::text).collect(Collectors.joining(" "));
  }

  /** Tokens on one line, with a space where there is one. */
  public static String onOneLine(List<DrlToken> tokens) {
    StringBuilder text = new StringBuilder();
    for (DrlToken token : tokens) {
      text.append(text.isEmpty() || token.gap().isEmpty() ? "" : " ").append(token.text());
    }
    return text.toString();
  }

  /** Whether tokens say the same, whatever the spaces between them. */
  public static boolean same(List<DrlToken> some, List<DrlToken> others) {
    return some.stream()
        .map(DrlToken::text)
        .toList()
        .equals(others.stream().map(DrlToken::text).toList());
  }

  /** Whether it is a word or a sign that is written so; no string is. */
  public boolean is(String other) {
    return text.equals(other) && kind != Kind.STRING;
  }

  /** Whether it is a word. */
  public boolean word() {
    return kind == Kind.WORD;
  }

  /** Whether it is a variable as most rules write them: {@code $chip}. */
  public boolean variable() {
    return kind == Kind.WORD && text.startsWith("$");
  }

  /** Whether it is a comment. */
  public boolean comment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }

  /** A number without the letter that marks its type. */
  public String number() {
    int last = text.length() - 1;
    return last > 0 && "BbDdFfIiLl".indexOf(text.charAt(last)) >= 0
        ? text.substring(0, last)
        : text;
  }

  /** A string without its quotes. */
  public String content() {
    int quotes = isBlock() ? BLOCK.length() : 1;
    return text.substring(quotes, text.length() - quotes);
  }

  /** Whether it is a string in three quotation marks. */
  boolean isBlock() {
    return text.startsWith(BLOCK) && text.length() >= 2 * BLOCK.length();
  }

  /** Whether both say the same: a string does in whatever quotes. */
  boolean sameAs(DrlToken other) {
    return kind == Kind.STRING && other.kind == Kind.STRING
        ? content().equals(other.content())
        : text.equals(other.text);
  }

  /** Ends of lines in the white space before it. */
  public int newlines() {
    return (int) BREAK.matcher(gap).results().count();
  }

  /** Whether it is the first on its line. */
  public boolean onNewLine() {
    return newlines() > 0;
  }

  /** Whether it is an opening bracket. */
  public boolean opens() {
    return kind == Kind.SYMBOL && (is("(") || is("[") || is("{"));
  }

  /** Whether it is a closing bracket. */
  public boolean closes() {
    return kind == Kind.SYMBOL && (is(")") || is("]") || is("}"));
  }

  /** It with the white space before it as written, but for white space at the ends of lines. */
  public String verbatim() {
    int last = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'));
    return "\n".repeat(newlines()) + gap.substring(last + 1) + text;
  }
}
