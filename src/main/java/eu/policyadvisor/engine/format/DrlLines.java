package eu.policyadvisor.engine.format;

import eu.policyadvisor.engine.drl.DrlToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Writes conditions or statements, each on a line of its own. A line that the author has broken
 * stays broken where lines may be, a line that is too wide is broken there as well, and what
 * follows stands below the first thing in the same bracket.
 */
final class DrlLines {
  /** The shipped rules have no wider line that could be broken. */
  static final int WIDTH = 150;

  private static final int INDENT = 4;

  /** Where a condition goes on that no bracket holds. */
  private static final int CONTINUED = 8;

  private static final Set<String> CONTINUES =
      Set.of("and", "or", "from", "over", "do", "else", "break", "contains", "in", "matches");

  private static final int NO_BREAK = 0;
  private static final int AND = 1;
  private static final int OR = 2;
  private static final int ITEM = 3;
  private static final int ONE_EACH = 4;

  private final List<DrlToken> tokens;
  private final boolean statements;
  private final DrlSpacing spacing;
  private final int[] depth;
  private final int[] rank;

  private DrlLines(List<DrlToken> tokens, boolean statements) {
    this.tokens = tokens;
    this.statements = statements;
    this.spacing = new DrlSpacing(tokens);
    this.depth = depths(tokens);
    this.rank = new int[tokens.size()];
    for (int i = 1; i < rank.length; i++) {
      rank[i] = rank(i);
    }
  }

  static void conditions(List<DrlToken> tokens, DrlPage page) {
    new DrlLines(tokens, false).write(page);
  }

  static void statements(List<DrlToken> tokens, DrlPage page) {
    new DrlLines(tokens, true).write(page);
  }

  private void write(DrlPage page) {
    Deque<Integer> columns = new ArrayDeque<>();
    columns.push(CONTINUED);
    for (int i = 0; i < tokens.size(); i++) {
      DrlToken token = tokens.get(i);
      boolean alone = i == 0 || rank[i] == ONE_EACH || (depth[i] == 0 && ownLine(i));
      if (alone) {
        page.line(INDENT);
      } else if (broken(i) || (rank[i] > NO_BREAK && page.column() + 1 + width(i) > WIDTH)) {
        page.line(columns.getFirst());
      } else if (spacing.before(i)) {
        page.append(" ");
      }
      page.append(token.text());
      if (token.opens()) {
        columns.push(page.column() + (spacing.inside(i) ? 1 : 0));
      } else if (token.closes() && columns.size() > 1) {
        columns.pop();
      }
    }
  }

  /** Whether the author, or a comment, ends the line before a token. */
  private boolean broken(int index) {
    DrlToken token = tokens.get(index);
    DrlToken previous = tokens.get(index - 1);
    if (token.comment()) {
      return token.onNewLine() || previous.kind() == DrlToken.Kind.LINE_COMMENT;
    } else if (previous.kind() == DrlToken.Kind.LINE_COMMENT) {
      return true;
    } else if (previous.comment() && token.onNewLine()) {
      return true;
    }
    return rank[index] > NO_BREAK && (token.onNewLine() || brokenAfter(index));
  }

  /** An operator at the end of a line goes to the beginning of the next. */
  private boolean brokenAfter(int index) {
    return (rank[index] == AND || rank[index] == OR)
        && index + 1 < tokens.size()
        && tokens.get(index + 1).onNewLine();
  }

  /** A comment between two conditions. */
  private boolean ownLine(int index) {
    DrlToken token = tokens.get(index);
    return token.comment() && token.onNewLine() && startsAfterComments(index);
  }

  private boolean startsAfterComments(int index) {
    int next = index;
    while (next < tokens.size() && tokens.get(next).comment()) {
      next++;
    }
    return next == tokens.size() || starts(next);
  }

  /** How wide the tokens are up to the next place that is as good for a break as this one. */
  private int width(int from) {
    int width = tokens.get(from).text().length();
    for (int i = from + 1; i < tokens.size(); i++) {
      boolean asGood = depth[i] <= depth[from] && rank[i] >= rank[from];
      boolean outside = depth[i] < depth[from] && rank[i] > NO_BREAK;
      if (asGood || outside || rank[i] == ONE_EACH || broken(i) || tokens.get(i).comment()) {
        return width;
      }
      width += tokens.get(i).text().length() + (spacing.before(i) ? 1 : 0);
    }
    return width;
  }

  /** How good a place for a break there is before a token. */
  private int rank(int index) {
    DrlToken token = tokens.get(index);
    int before = index - 1;
    while (before >= 0 && tokens.get(before).comment()) {
      before--;
    }
    if (token.comment() || token.closes()) {
      return NO_BREAK;
    } else if (depth[index] == 0 && starts(index)) {
      DrlToken comment = tokens.get(index - 1);
      boolean led = comment.kind() == DrlToken.Kind.BLOCK_COMMENT && leads(index - 1);
      return led ? NO_BREAK : ONE_EACH;
    }
    DrlToken previous = tokens.get(before);
    if (depth[index] > 0 && (previous.is(",") || previous.is(";"))) {
      return ITEM;
    } else if (statements || previous.is("(")) {
      return NO_BREAK;
    } else if (token.is("||") || token.is("or")) {
      return OR;
    } else if (token.is("&&") || token.is("and")) {
      return AND;
    }
    return depth[index] == 0 && token.is("from") ? ITEM : NO_BREAK;
  }

  /** A comment that stands before a condition on the same line. */
  private boolean leads(int comment) {
    return (comment == 0 || tokens.get(comment).onNewLine())
        && !tokens.get(comment + 1).onNewLine();
  }

  /** Whether a condition or a statement begins with a token that stands in no bracket. */
  private boolean starts(int index) {
    int before = index - 1;
    while (before >= 0 && tokens.get(before).comment()) {
      before--;
    }
    if (before < 0) {
      return true;
    }
    DrlToken previous = tokens.get(before);
    DrlToken token = tokens.get(index);
    if (previous.is(";")) {
      return true;
    } else if (statements || DrlSpacing.keyword(previous)) {
      return false;
    }
    boolean ended = previous.closes() || previous.kind() != DrlToken.Kind.SYMBOL;
    boolean begins =
        token.is("?")
            || (token.is("/") && !token.gap().isEmpty())
            || (token.is("(") && previous.closes())
            || (token.word() && !CONTINUES.contains(token.text()));
    return ended && begins;
  }

  private static int[] depths(List<DrlToken> tokens) {
    int[] depths = new int[tokens.size()];
    int depth = 0;
    for (int i = 0; i < depths.length; i++) {
      depth -= tokens.get(i).closes() ? 1 : 0;
      depths[i] = depth;
      depth += tokens.get(i).opens() ? 1 : 0;
    }
    return depths;
  }
}
