package eu.policyadvisor.engine.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a condition as the compiler keeps it, taken apart: comparisons joined by 'and' and
 * 'or'. It is split by a pattern of its own: an assessment asks for it, and the lexer of Drools
 * takes longer to load than all conditions of an assessment to split.
 */
public sealed interface Clause {

  /** All of these hold. */
  record All(List<Clause> parts) implements Clause {}

  /** At least one of these holds. */
  record Any(List<Clause> parts) implements Clause {}

  /**
   * A comparison.
   *
   * @param left what is compared
   * @param operator one of {@code == != < <= > >= in contains matches}; empty for a bare expression
   * @param negated whether {@code not} stands before the operator
   * @param right what it is compared with; several for {@code in}
   */
  record Test(String left, String operator, boolean negated, List<String> right) implements Clause {
    /** The same, the other way round. */
    public Test turned() {
      String other =
          switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
          };
      return new Test(right.get(0), other, negated, List.of(left));
    }
  }

  /** Texts, calls with their arguments, and single characters. */
  Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\$?[A-Za-z_][\\w.$]*(?:\\(\\s*\\))?|\\d[\\w.]*|[<>=!]=|&&|\\|\\||\\S");

  /** Takes a condition apart. */
  static Clause of(String condition) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(condition);
    while (token.find()) {
      tokens.add(token.group());
    }
    return of(tokens);
  }

  private static Clause of(List<String> tokens) {
    List<List<String>> any = split(tokens, "||");
    if (any.size() > 1) {
      return new Any(any.stream().map(Clause::of).toList());
    }
    List<List<String>> all = split(tokens, "&&");
    if (all.size() > 1) {
      return new All(all.stream().map(Clause::of).toList());
    }
    boolean wrapped = tokens.size() > 2 && tokens.get(0).equals("(") && closes(tokens);
    return wrapped ? of(tokens.subList(1, tokens.size() - 1)) : test(tokens);
  }

  /** Whether the bracket that opens first closes last. */
  private static boolean closes(List<String> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
      if (depth == 0) {
        return i == tokens.size() - 1;
      }
    }
    return false;
  }

  private static List<List<String>> split(List<String> tokens, String at) {
    List<List<String>> parts = new ArrayList<>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth == 0 && token.equals(at)) {
        parts.add(tokens.subList(from, i));
        from = i + 1;
      }
    }
    parts.add(tokens.subList(from, tokens.size()));
    return parts;
  }

  private static Test test(List<String> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.matches("==|!=|<=|>=|<|>|in|contains|matches")) {
        boolean negated = tokens.get(i - 1).equals("not");
        List<String> right = tokens.subList(i + 1, tokens.size());
        return new Test(
            String.join(" ", tokens.subList(0, negated ? i - 1 : i)),
            token,
            negated,
            token.equals("in") ? list(right) : List.of(String.join(" ", right)));
      }
    }
    return new Test(String.join(" ", tokens), "", false, List.of());
  }

  private static List<String> list(List<String> tokens) {
    List<String> inside = tokens.subList(1, tokens.size() - 1);
    return split(inside, ",").stream().map(part -> String.join(" ", part)).toList();
  }
}
