package eu.policyadvisor.engine.drl;

import eu.policyadvisor.engine.drl.DrlCondition.Kind;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * Makes the conditions of a rule out of the syntax tree of Drools. Drools gives the place of each
 * pattern and each test, but not of the brackets around alternatives, nor of what {@code ||} and
 * {@code &&} join inside a test; those are told from the tokens.
 */
final class ConditionTree {
  private final List<DrlToken> tokens;

  /**
   * A tree over tokens.
   *
   * @param tokens those of the conditions of the rule, without comments
   */
  ConditionTree(List<DrlToken> tokens) {
    this.tokens = tokens;
  }

  List<DrlCondition> of(AndDescr conditions) {
    return conditions.getDescrs().stream().map(this::condition).toList();
  }

  private DrlCondition condition(BaseDescr descr) {
    int first = first(descr.getStartCharacter());
    int last = last(descr.getEndCharacter());
    DrlCondition found = inside(descr, first, last);
    while (is(first - 1, "(") && is(last + 1, ")") && !is(first - 2, "forall")) {
      first--;
      last++;
      boolean joined = found.kind() == Kind.AND || found.kind() == Kind.OR;
      found =
          node(
              joined ? found.kind() : Kind.AND,
              first,
              last,
              joined ? found.children() : List.of(found));
    }
    return found;
  }

  private DrlCondition inside(BaseDescr descr, int first, int last) {
    if (descr instanceof PatternDescr pattern) {
      return pattern.getSource() instanceof AccumulateDescr accumulate
              && accumulate.getStartCharacter() == pattern.getStartCharacter()
          ? node(Kind.ACCUMULATE, first, last, List.of(condition(accumulate.getInput())))
          : pattern(pattern, first, last);
    }
    Kind kind =
        descr instanceof NotDescr
            ? Kind.NOT
            : descr instanceof ExistsDescr
                ? Kind.EXISTS
                : descr instanceof OrDescr
                    ? Kind.OR
                    : descr instanceof AndDescr ? Kind.AND : Kind.OTHER;
    if (kind == Kind.OTHER) {
      return node(kind, first, last, List.of());
    }
    List<DrlCondition> parts = new ArrayList<>();
    for (Object part : ((ConditionalElementDescr) descr).getDescrs()) {
      parts.add(condition((BaseDescr) part));
    }
    return kind == Kind.AND && parts.size() == 1 ? parts.get(0) : node(kind, first, last, parts);
  }

  private DrlCondition pattern(PatternDescr pattern, int first, int last) {
    List<DrlCondition> tests = new ArrayList<>();
    for (BaseDescr test : pattern.getDescrs()) {
      if (test instanceof ExprConstraintDescr) {
        // Of a test alone Drools gives the last character, not the one after it.
        tests.add(test(first(test.getStartCharacter()), last(test.getEndCharacter() + 1) + 1));
      }
    }
    return new DrlCondition(Kind.PATTERN, pattern.getObjectType(), from(first), to(last), tests);
  }

  /** A test of the tokens from the first to before the last, with its alternatives. */
  private DrlCondition test(int first, int last) {
    boolean bracketed = is(first, "(") && closing(first) == last - 1 && last - first > 2;
    int from = bracketed ? first + 1 : first;
    int to = bracketed ? last - 1 : last;
    Kind kind = Kind.OR;
    List<int[]> parts = split(from, to, "||");
    if (parts.size() < 2) {
      parts = split(from, to, "&&");
      kind = Kind.AND;
    }
    if (parts.size() < 2) {
      return node(Kind.TEST, first, last - 1, List.of());
    }
    List<DrlCondition> children = parts.stream().map(part -> test(part[0], part[1])).toList();
    return node(Kind.TEST, first, last - 1, List.of(node(kind, first, last - 1, children)));
  }

  private List<int[]> split(int first, int last, String sign) {
    List<int[]> parts = new ArrayList<>();
    int from = first;
    int depth = 0;
    for (int i = first; i < last; i++) {
      depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
      if (depth == 0 && is(i, sign)) {
        parts.add(new int[] {from, i});
        from = i + 1;
      }
    }
    parts.add(new int[] {from, last});
    return parts;
  }

  private int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private DrlCondition node(Kind kind, int first, int last, List<DrlCondition> children) {
    return new DrlCondition(kind, "", from(first), to(last), children);
  }

  private int from(int token) {
    return tokens.get(token).from();
  }

  private int to(int token) {
    return tokens.get(token).to();
  }

  private boolean is(int token, String text) {
    return token >= 0 && token < tokens.size() && tokens.get(token).is(text);
  }

  /** The token that begins at or after a place. */
  private int first(int place) {
    int i = 0;
    while (i < tokens.size() - 1 && from(i) < place) {
      i++;
    }
    return i;
  }

  /** The token that ends at or before a place. */
  private int last(int place) {
    int i = tokens.size() - 1;
    while (i > 0 && to(i) > place) {
      i--;
    }
    return i;
  }
}
