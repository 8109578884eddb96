package eu.policyadvisor.engine.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
   * @param operator one of {@code == != < <= > >= in contains matches}, or {@code covers} for a
   *     group of terms that is asked by a call; empty for a bare expression
   * @param negated whether {@code not} stands before the operator, or {@code !} before the call
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

    /** Whether it demands only that something is known. */
    public boolean isKnown() {
      return operator.equals("!=") && right.get(0).equals("null");
    }

    /** The texts that it compares with, without their quotes. */
    public List<String> texts() {
      return right.stream()
          .flatMap(each -> tokens(each).stream())
          .filter(token -> token.startsWith("\""))
          .map(text -> text.substring(1, text.length() - 1))
          .toList();
    }
  }

  /** All comparisons in it. */
  default Stream<Test> tests() {
    return this instanceof Test test
        ? Stream.of(test)
        : (this instanceof All all ? all.parts : ((Any) this).parts)
            .stream().flatMap(Clause::tests);
  }

  /** Whether a field stands in it, or what is asked of that field. */
  default boolean speaksOf(String field) {
    return tests()
        .anyMatch(
            test ->
                test.left.equals(field)
                    || test.left.startsWith(field + ".")
                    || test.right.contains(field));
  }

  /**
   * Whether it says only that something is known of which another says more.
   *
   * @param others what holds besides; it may be among them
   */
  default boolean isImplied(List<Clause> others) {
    return this instanceof Test test
        && test.isKnown()
        && others.stream().anyMatch(other -> other != this && other.speaksOf(test.left));
  }

  /** Texts, calls with their arguments, and single characters. */
  Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]++|\\\\.?)*+\"?|\\$?[A-Za-z_][\\w.$]*(?:\\(\\s*\\))?|\\d[\\w.]*|[<>=!]=|&&|\\|\\||\\S");

  /** The tokens of a condition. */
  static List<String> tokens(String condition) {
    return TOKEN.matcher(condition).results().map(MatchResult::group).toList();
  }

  /** Takes a condition apart. */
  static Clause of(String condition) {
    return of(tokens(condition));
  }

  /** The same of a condition in tokens. */
  static Clause of(List<String> tokens) {
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

  /** The call that asks a group of terms for a text. */
  String COVERS = ".covers";

  private static Test test(List<String> tokens) {
    boolean not = tokens.size() > 1 && tokens.get(0).equals("!");
    List<String> call = not ? tokens.subList(1, tokens.size()) : tokens;
    if (call.size() > 3 && call.get(0).endsWith(COVERS) && call.get(1).equals("(")) {
      String group = call.get(0).substring(0, call.get(0).length() - COVERS.length());
      List<String> text = call.subList(2, call.size() - 1);
      return new Test(group, COVERS.substring(1), not, List.of(String.join(" ", text)));
    }
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
