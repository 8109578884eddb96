package eu.policyadvisor.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as it is written, in parts that are compared word by word: comments and white space do not
 * count, and neither do annotations and dates, which the card of the rule holds.
 *
 * @param attributes what else stands before the conditions
 * @param conditions its conditions
 * @param consequence what it does
 */
record DrlRule(Part attributes, Part conditions, Part consequence) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\\\n]|\\\\.)*\"|//[^\\n]*|/\\*.*?\\*/|[\\w$]+|\\s+|.", Pattern.DOTALL);

  /**
   * A part of a rule.
   *
   * @param words its words
   * @param text how they are written, on one line
   */
  record Part(List<String> words, String text) {
    boolean sameAs(Part other) {
      return words.equals(other.words);
    }
  }

  private record Token(String text, boolean blank) {}

  static DrlRule of(String drl) {
    List<Token> tokens = tokens(drl);
    int when = find("when", tokens, 0);
    int then = find("then", tokens, when);
    int end = find("end", tokens, then);
    return new DrlRule(
        part(attributes(tokens.subList(0, when))),
        part(tokens.subList(Math.min(when + 1, then), then)),
        part(tokens.subList(Math.min(then + 1, end), end)));
  }

  private static List<Token> tokens(String drl) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(drl);
    while (matcher.find()) {
      String text = matcher.group();
      boolean blank = text.isBlank() || text.startsWith("//") || text.startsWith("/*");
      tokens.add(new Token(blank ? " " : text, blank));
    }
    return tokens;
  }

  /** Where a word stands outside of brackets; the end when it stands nowhere. */
  private static int find(String word, List<Token> tokens, int from) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      depth += depth(tokens.get(i));
      if (depth == 0 && tokens.get(i).text().equals(word)) {
        return i;
      }
    }
    return tokens.size();
  }

  private static int depth(Token token) {
    return switch (token.text()) {
      case "(" -> 1;
      case ")" -> -1;
      default -> 0;
    };
  }

  /** Without the name of the rule, its annotations and its dates. */
  private static List<Token> attributes(List<Token> head) {
    List<Token> words = new ArrayList<>(head);
    words.removeIf(Token::blank);
    List<Token> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      boolean dated =
          word.equals("date")
              && i + 2 < words.size()
              && words.get(i + 2).text().matches("effective|expires");
      if (word.equals("rule")) {
        i += 1;
      } else if (dated) {
        i += 3;
      } else if (word.equals("@")) {
        i = annotation(words, i + 1);
      } else {
        kept.add(words.get(i));
        kept.add(new Token(" ", true));
      }
    }
    return kept;
  }

  /** The last word of an annotation whose name stands at a place. */
  private static int annotation(List<Token> words, int name) {
    int at = name;
    int depth = 0;
    while (at + 1 < words.size() && (depth > 0 || at == name)) {
      if (at == name && !words.get(at + 1).text().equals("(")) {
        return at;
      }
      at++;
      depth += depth(words.get(at));
    }
    return at;
  }

  private static Part part(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    List<String> words = new ArrayList<>();
    boolean space = false;
    for (Token token : tokens) {
      if (token.blank()) {
        space = true;
        continue;
      }
      text.append(space && !words.isEmpty() ? " " : "").append(token.text());
      words.add(token.text());
      space = false;
    }
    return new Part(List.copyOf(words), text.toString());
  }
}
