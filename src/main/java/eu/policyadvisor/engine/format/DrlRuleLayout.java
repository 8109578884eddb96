package eu.policyadvisor.engine.format;

import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.engine.drl.RuleTokens;
import java.util.List;
import java.util.Set;

/** Writes one rule: annotations and attributes, conditions, consequence. */
final class DrlRuleLayout {
  private static final int INDENT = 4;

  /** Annotations that have a line of their own. */
  private static final Set<String> ALONE =
      Set.of("kind", "title", "summary", "action", "beforehand", "shortForm", "doneWhen", "cites");

  /** Annotations that begin a line, on which others may follow. */
  private static final Set<String> FIRST = Set.of("addressee", "keyPoints");

  /** With one of these or another symbol a consequence is Java that is left as it is written. */
  private static final Set<String> JAVA =
      Set.of(
          "if",
          "else",
          "for",
          "while",
          "do",
          "switch",
          "case",
          "try",
          "return",
          "throw",
          "break",
          "continue",
          "synchronized",
          "assert",
          "instanceof");

  private static final Set<String> CALLS = Set.of(".", ",", "(", ")", ";");

  private final List<DrlToken> tokens;
  private final DrlPage page;

  private DrlRuleLayout(List<DrlToken> tokens, DrlPage page) {
    this.tokens = tokens;
    this.page = page;
  }

  /** Writes the tokens of a rule, from {@code rule} to {@code end}. */
  static void write(List<DrlToken> tokens, DrlPage page) {
    new DrlRuleLayout(tokens, page).write();
  }

  private void write() {
    int then = RuleTokens.find("then", tokens, 0, tokens.size());
    int when = RuleTokens.find("when", tokens, 0, then);
    head(when);
    if (when < then) {
      page.line(0);
      page.append("when");
      int from = trailing(when + 1, then);
      DrlLines.conditions(tokens.subList(from, then), page);
    }
    page.line(0);
    page.append("then");
    int end = tokens.size() - 1;
    int from = then + 1;
    if (tokens.get(from).is("[")) {
      while (!tokens.get(from).closes()) {
        page.append(tokens.get(from).text());
        from++;
      }
      page.append("]");
      from++;
    }
    consequence(tokens.subList(trailing(from, end), end));
    page.line(0);
    page.append("end");
  }

  /** Writes a comment that stands on the line that was just written; where what follows begins. */
  private int trailing(int from, int to) {
    int next = from;
    while (next < to && tokens.get(next).comment() && !tokens.get(next).onNewLine()) {
      page.append(" " + tokens.get(next).text());
      next++;
    }
    return next;
  }

  private void head(int to) {
    int i = 0;
    page.line(0);
    while (i < to && !RuleTokens.isItem(tokens.get(i)) && !tokens.get(i).comment()) {
      page.append((i == 0 ? "" : " ") + tokens.get(i).text());
      i++;
    }
    String before = "";
    while (i < to) {
      DrlToken token = tokens.get(i);
      if (token.comment()) {
        comment(token);
        before = "";
        i++;
      } else if (token.is("@")) {
        String name = tokens.get(i + 1).text();
        boolean joined = !before.isEmpty() && !token.onNewLine() && joins(before, name);
        i = item(i, RuleTokens.itemEnd(tokens, i, to), !joined);
        before = name;
      } else {
        i = item(i, RuleTokens.itemEnd(tokens, i, to), true);
        before = "";
      }
    }
  }

  private void comment(DrlToken comment) {
    if (comment.onNewLine()) {
      page.line(INDENT);
    } else {
      page.append(" ");
    }
    page.append(comment.text());
  }

  private static boolean joins(String before, String name) {
    return !ALONE.contains(before) && !ALONE.contains(name) && !FIRST.contains(name);
  }

  /** Writes an annotation or attribute; where the next one begins. */
  private int item(int from, int to, boolean ownLine) {
    if (ownLine) {
      page.line(INDENT);
    } else {
      page.append(" ");
    }
    for (int i = from; i < to; i++) {
      DrlToken token = tokens.get(i);
      if (i > from && spaced(tokens.get(i - 1), token)) {
        page.append(" ");
      }
      page.append(token.text());
      if (token.kind() == DrlToken.Kind.LINE_COMMENT) {
        page.line(INDENT);
      }
    }
    return to;
  }

  private static boolean spaced(DrlToken previous, DrlToken next) {
    if (previous.kind() == DrlToken.Kind.LINE_COMMENT) {
      return false;
    } else if (previous.opens() || next.closes() || next.is(",") || previous.is("@")) {
      return false;
    } else if (previous.is(",") || previous.is("=") || next.is("=")) {
      return true;
    } else if (next.is("(") && previous.word()) {
      return RuleTokens.isAttribute(previous) && !next.gap().isEmpty();
    }
    return !next.gap().isEmpty() || (previous.word() && next.kind() == DrlToken.Kind.STRING);
  }

  private void consequence(List<DrlToken> body) {
    if (body.isEmpty()) {
      return;
    } else if (body.stream().allMatch(DrlRuleLayout::plain)) {
      DrlLines.statements(body, page);
      return;
    }
    String first = body.get(0).verbatim();
    page.line(body.get(0).onNewLine() ? 0 : INDENT);
    page.append(body.get(0).onNewLine() ? first.replaceFirst("^\n+", "") : first.strip());
    body.subList(1, body.size()).forEach(token -> page.append(token.verbatim()));
  }

  private static boolean plain(DrlToken token) {
    return token.kind() == DrlToken.Kind.SYMBOL
        ? CALLS.contains(token.text())
        : !token.word() || !JAVA.contains(token.text());
  }
}
