package eu.policyadvisor.engine.format;

import eu.policyadvisor.engine.drl.DrlToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a space stands between two tokens of conditions or consequences: {@code Type( a == b, c in
 * (1, 2) )}. Where the style says nothing, there is one if there was one.
 */
final class DrlSpacing {
  private static final Set<String> SPACED =
      Set.of(
          "==", "!=", "<=", ">=", "<", ">", "&&", "||", ":=", "=", "->", ":", "+", "-", "*", "%");

  /** A bracket after one of these words is no call. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "or",
          "not",
          "exists",
          "in",
          "from",
          "over",
          "if",
          "else",
          "contains",
          "excludes",
          "matches",
          "memberOf",
          "soundslike",
          "str",
          "new",
          "return");

  /** Brackets that hold one of these are conditions, not sums. */
  private static final Set<String> LOGICAL =
      Set.of(
          "==",
          "!=",
          "<=",
          ">=",
          "<",
          ">",
          "&&",
          "||",
          ":",
          "and",
          "or",
          "not",
          "exists",
          "in",
          "contains",
          "matches",
          "memberOf");

  private final List<DrlToken> tokens;
  private final int[] partner;
  private final boolean[] generic;

  DrlSpacing(List<DrlToken> tokens) {
    this.tokens = tokens;
    this.partner = partners(tokens);
    this.generic = generics(tokens);
  }

  static boolean keyword(DrlToken token) {
    return token.word() && KEYWORDS.contains(token.text());
  }

  /** Whether a space stands before a token that does not begin a line. */
  boolean before(int index) {
    DrlToken previous = tokens.get(index - 1);
    DrlToken next = tokens.get(index);
    if (previous.comment() || next.comment()) {
      return true;
    } else if (joins(previous) || joins(next) || next.is(",") || next.is(";")) {
      return false;
    } else if (previous.is(",") || previous.is(";")) {
      return true;
    } else if (next.is(")") && partner[index] >= 0) {
      return !previous.is("(") && inside(partner[index]);
    } else if (previous.is("(")) {
      return inside(index - 1);
    } else if (previous.is("[") || next.is("]") || previous.is("@") || previous.is("!")) {
      return false;
    } else if (generic[index] || (generic[index - 1] && !next.word()) || opensGeneric(index - 1)) {
      return false;
    } else if (next.is("(")) {
      return before(previous, next);
    } else if (unary(index - 1) || windowOfStream(index) || windowOfStream(index - 1)) {
      return false;
    }
    return SPACED.contains(previous.text()) || SPACED.contains(next.text()) || words(previous, next)
        ? true
        : asWritten(next);
  }

  /** Whether a bracket that is no call or pattern has spaces inside. */
  boolean inside(int open) {
    DrlToken previous = previous(open);
    if (!tokens.get(open).is("(") || (previous != null && previous.is("in"))) {
      return false;
    } else if (previous != null && (call(previous) || combines(previous) || generic[open - 1])) {
      return true;
    }
    int depth = 0;
    for (int i = open + 1; i < tokens.size() && i != partner[open]; i++) {
      DrlToken token = tokens.get(i);
      boolean pattern = token.is("(") && call(tokens.get(i - 1)) && startsUpper(tokens.get(i - 1));
      if (depth == 0
          && ((token.kind() != DrlToken.Kind.STRING && LOGICAL.contains(token.text()))
              || pattern)) {
        return true;
      }
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
    }
    return false;
  }

  private boolean before(DrlToken previous, DrlToken bracket) {
    if (call(previous)) {
      return false;
    }
    return previous.kind() != DrlToken.Kind.SYMBOL
        || previous.is(")")
        || SPACED.contains(previous.text())
        || asWritten(bracket);
  }

  private static boolean call(DrlToken previous) {
    return previous.word() && !KEYWORDS.contains(previous.text());
  }

  private static boolean combines(DrlToken token) {
    return token.is("not") || token.is("exists") || token.is("and") || token.is("or");
  }

  private static boolean joins(DrlToken token) {
    return token.is(".") || token.is("!.") || token.is("#") || token.is("::");
  }

  private static boolean words(DrlToken previous, DrlToken next) {
    boolean operand = previous.kind() != DrlToken.Kind.SYMBOL || previous.closes();
    return operand && next.kind() != DrlToken.Kind.SYMBOL;
  }

  private static boolean asWritten(DrlToken next) {
    return !next.gap().isEmpty();
  }

  /** A sign of a number rather than a difference. */
  private boolean unary(int index) {
    if (!tokens.get(index).is("-") && !tokens.get(index).is("+")) {
      return false;
    }
    DrlToken previous = previous(index);
    return previous == null
        || keyword(previous)
        || (previous.kind() == DrlToken.Kind.SYMBOL && !previous.closes());
  }

  /** The colon of {@code over window:time( 1h )}. */
  private boolean windowOfStream(int index) {
    return index >= 2
        && tokens.get(index).is(":")
        && tokens.get(index - 1).is("window")
        && tokens.get(index - 2).is("over");
  }

  private boolean opensGeneric(int index) {
    return generic[index] && tokens.get(index).is("<");
  }

  private @Nullable DrlToken previous(int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (!tokens.get(i).comment()) {
        return tokens.get(i);
      }
    }
    return null;
  }

  private static boolean startsUpper(DrlToken token) {
    return token.word() && Character.isUpperCase(token.text().charAt(0));
  }

  private static int[] partners(List<DrlToken> tokens) {
    int[] partner = new int[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < partner.length; i++) {
      partner[i] = -1;
      if (tokens.get(i).opens()) {
        open.push(i);
      } else if (tokens.get(i).closes() && !open.isEmpty()) {
        partner[i] = open.pop();
        partner[partner[i]] = i;
      }
    }
    return partner;
  }

  /** The brackets of {@code List<String>}: between names of types, as comparisons do not stand. */
  private static boolean[] generics(List<DrlToken> tokens) {
    boolean[] generic = new boolean[tokens.size()];
    int depth = 0;
    for (int i = 1; i < generic.length; i++) {
      DrlToken token = tokens.get(i);
      boolean type = i + 1 < generic.length && type(tokens.get(i + 1));
      if (token.is("<") && startsUpper(tokens.get(i - 1)) && type) {
        generic[i] = true;
        depth++;
      } else if (token.is(">") && depth > 0) {
        generic[i] = true;
        depth--;
      }
    }
    return generic;
  }

  private static boolean type(DrlToken token) {
    return startsUpper(token) || token.is("?") || token.is(">");
  }
}
