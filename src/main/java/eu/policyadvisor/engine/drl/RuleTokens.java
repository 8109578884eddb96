package eu.policyadvisor.engine.drl;

import java.util.List;
import java.util.Set;

/** Where the parts of a rule begin and end among its tokens, comments among them or not. */
public final class RuleTokens {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "date-effective",
          "date-expires",
          "no-loop",
          "auto-focus",
          "lock-on-active",
          "ruleflow-group",
          "agenda-group",
          "activation-group",
          "salience",
          "enabled",
          "duration",
          "timer",
          "calendars",
          "dialect",
          "refract",
          "attributes");

  private RuleTokens() {}

  /** Where a word stands in no bracket, and is no name of an annotation; the end where nowhere. */
  public static int find(String word, List<DrlToken> tokens, int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      DrlToken token = tokens.get(i);
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (depth == 0 && token.is(word) && !tokens.get(i - 1).is("@")) {
        return i;
      }
    }
    return to;
  }

  /** Whether a token is the name of an attribute. */
  public static boolean isAttribute(DrlToken token) {
    return token.word() && ATTRIBUTES.contains(token.text());
  }

  /** Whether an annotation or an attribute begins with a token. */
  public static boolean isItem(DrlToken token) {
    return token.is("@") || isAttribute(token);
  }

  /** Where an annotation or attribute ends that begins at a token; a comment ends an attribute. */
  public static int itemEnd(List<DrlToken> tokens, int from, int to) {
    int i = from + 1;
    if (!tokens.get(from).is("@")) {
      while (i < to && !isItem(tokens.get(i)) && !tokens.get(i).comment()) {
        i++;
      }
      return i;
    }
    i++;
    while (i + 1 < to && tokens.get(i).is(".")) {
      i += 2;
    }
    int depth = 0;
    while (i < to && (depth > 0 || tokens.get(i).is("("))) {
      depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
      i++;
      if (depth == 0) {
        break;
      }
    }
    return Math.min(i, to);
  }
}
