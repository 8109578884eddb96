package eu.policyadvisor.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule as written, taken apart: its head, its conditions as a tree with their places, its right
 * hand side. It knows as much of DRL as rules here use; of a condition that it does not know it
 * gives no parts.
 */
final class RuleParts {
  private static final Pattern RULE =
      Pattern.compile(
          "(?ms)^[ \\t]*rule[ \\t]+\"([^\"\\n]+)\"(.*?)^[ \\t]*when\\b(.*?)^[ \\t]*then\\b(.*?)^[ \\t]*end\\b");

  /** Kinds of nodes. */
  enum Kind {
    PATTERN,
    NOT,
    EXISTS,
    ACCUMULATE,
    AND,
    OR,
    /** One of the tests between the brackets of a pattern. */
    TEST
  }

  /**
   * A condition, or a part of one.
   *
   * @param type the type that a pattern matches; empty for others
   * @param from where it begins, its binding included
   * @param to where it ends
   * @param children its parts; alternatives and conjunctions inside a test are parts as well
   */
  record Node(Kind kind, String type, int from, int to, List<Node> children) {
    boolean holds(int at) {
      return from <= at && at < to;
    }
  }

  private final String drl;
  private final String id;
  private final int[] bounds;
  private final List<RuleToken> tokens;
  private final List<Node> conditions;
  private int at;

  private RuleParts(String drl, Matcher rule) {
    this.drl = drl;
    this.id = rule.group(1);
    this.bounds = new int[] {rule.start(), rule.start(3), rule.start(4), rule.end()};
    this.tokens = RuleToken.read(drl, rule.start(3), rule.end(3));
    this.conditions = new ArrayList<>();
    while (at < tokens.size()) {
      Node node = alternatives();
      if (node == null) {
        break;
      }
      conditions.add(node);
    }
  }

  /** All rules of a file. */
  static List<RuleParts> of(String drl) {
    List<RuleParts> rules = new ArrayList<>();
    Matcher matcher = RULE.matcher(drl);
    while (matcher.find()) {
      rules.add(new RuleParts(drl, matcher));
    }
    return rules;
  }

  String id() {
    return id;
  }

  int from() {
    return bounds[0];
  }

  int to() {
    return bounds[3];
  }

  /** Annotations and dates. */
  String head() {
    return drl.substring(bounds[0], bounds[1]);
  }

  List<RuleToken> conditionTokens() {
    return tokens;
  }

  List<RuleToken> consequenceTokens() {
    return RuleToken.read(drl, bounds[2], bounds[3]);
  }

  List<Node> conditions() {
    return conditions;
  }

  /** The smallest node of a kind around a place. */
  Optional<Node> around(int place, Kind kind) {
    return around(conditions, place, kind);
  }

  private static Optional<Node> around(List<Node> nodes, int place, Kind kind) {
    for (Node node : nodes) {
      if (node.holds(place)) {
        Optional<Node> inner = around(node.children, place, kind);
        return inner.isPresent() ? inner : node.kind == kind ? Optional.of(node) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean next(String text) {
    return at < tokens.size() && tokens.get(at).is(text);
  }

  private boolean take(String text) {
    boolean there = next(text);
    at += there ? 1 : 0;
    return there;
  }

  private @Nullable Node alternatives() {
    List<Node> nodes = new ArrayList<>();
    do {
      Node node = conjunction();
      if (node == null) {
        return null;
      }
      nodes.add(node);
    } while (take("or"));
    return joined(Kind.OR, nodes);
  }

  private @Nullable Node conjunction() {
    List<Node> nodes = new ArrayList<>();
    do {
      Node node = condition();
      if (node == null) {
        return null;
      }
      nodes.add(node);
    } while (take("and"));
    return joined(Kind.AND, nodes);
  }

  private static Node joined(Kind kind, List<Node> nodes) {
    return nodes.size() == 1
        ? nodes.get(0)
        : new Node(kind, "", nodes.get(0).from, nodes.get(nodes.size() - 1).to, nodes);
  }

  private @Nullable Node condition() {
    if (at >= tokens.size()) {
      return null;
    }
    int from = tokens.get(at).from();
    if (next("not") || next("exists")) {
      Kind kind = next("not") ? Kind.NOT : Kind.EXISTS;
      at++;
      Node inner = condition();
      return inner == null ? null : new Node(kind, "", from, inner.to, List.of(inner));
    } else if (take("(")) {
      Node inner = alternatives();
      return inner == null || !take(")")
          ? null
          : new Node(
              inner.kind == Kind.OR ? Kind.OR : Kind.AND,
              "",
              from,
              tokens.get(at - 1).to(),
              inner.kind == Kind.OR || inner.kind == Kind.AND ? inner.children : List.of(inner));
    } else if (take("accumulate")) {
      return accumulation(from);
    }
    return pattern(from);
  }

  private @Nullable Node accumulation(int from) {
    if (!take("(")) {
      return null;
    }
    Node inner = alternatives();
    if (inner == null) {
      return null;
    }
    int depth = 1;
    while (at < tokens.size() && depth > 0) {
      depth += next("(") ? 1 : next(")") ? -1 : 0;
      at++;
    }
    return new Node(Kind.ACCUMULATE, "", from, tokens.get(at - 1).to(), List.of(inner));
  }

  private @Nullable Node pattern(int from) {
    if (tokens.get(at).type() == RuleToken.Type.VARIABLE) {
      at++;
      if (!take(":")) {
        return null;
      }
    }
    StringBuilder type = new StringBuilder();
    while (at < tokens.size() && !next("(")) {
      if (tokens.get(at).type() != RuleToken.Type.WORD && !next(".")) {
        return null;
      }
      type.append(tokens.get(at++).text());
    }
    if (!take("(")) {
      return null;
    }
    int first = at;
    for (int depth = 1; at < tokens.size() && depth > 0; at++) {
      depth += next("(") ? 1 : next(")") ? -1 : 0;
    }
    List<Node> tests = new ArrayList<>();
    for (int[] part : split(first, at - 1, ",")) {
      tests.add(test(part[0], part[1]));
    }
    return new Node(Kind.PATTERN, type.toString(), from, tokens.get(at - 1).to(), tests);
  }

  /** A test of the tokens from the first to before the last, with its alternatives. */
  private Node test(int first, int last) {
    boolean bracketed = tokens.get(first).is("(") && closing(first) == last - 1 && last - first > 2;
    int from = bracketed ? first + 1 : first;
    int to = bracketed ? last - 1 : last;
    List<int[]> parts = split(from, to, "||");
    Kind kind = Kind.OR;
    if (parts.size() < 2) {
      parts = split(from, to, "&&");
      kind = Kind.AND;
    }
    int begin = tokens.get(first).from();
    int end = tokens.get(last - 1).to();
    if (parts.size() < 2) {
      return new Node(Kind.TEST, "", begin, end, List.of());
    }
    List<Node> children = new ArrayList<>();
    parts.forEach(part -> children.add(test(part[0], part[1])));
    return new Node(Kind.TEST, "", begin, end, List.of(new Node(kind, "", begin, end, children)));
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private List<int[]> split(int first, int last, String sign) {
    List<int[]> parts = new ArrayList<>();
    int from = first;
    int depth = 0;
    for (int i = first; i < last; i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0 && tokens.get(i).is(sign)) {
        parts.add(new int[] {from, i});
        from = i + 1;
      }
    }
    if (from < last) {
      parts.add(new int[] {from, last});
    }
    return parts;
  }
}
