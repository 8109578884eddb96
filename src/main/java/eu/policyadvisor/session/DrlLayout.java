package eu.policyadvisor.session;

import eu.policyadvisor.engine.drl.DrlToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The style of the shipped rules: package, sorted imports, rules, a blank line between them.
 * Functions, queries and declarations are left as they are written.
 */
final class DrlLayout {
  private static final Set<String> BLOCKS = Set.of("rule", "query", "function", "declare");

  /** What follows {@code import} where no type is imported. */
  private static final Set<String> FUNCTIONS = Set.of("static", "function", "accumulate", "acc");

  private static final Set<String> STATEMENTS = Set.of("package", "import", "global", "unit");

  private enum Kind {
    COMMENT,
    PACKAGE,
    IMPORT,
    STATEMENT,
    RULE,
    VERBATIM
  }

  /** Something that stands by itself. */
  private record Unit(Kind kind, List<DrlToken> tokens) {
    boolean comment() {
      return kind == Kind.COMMENT;
    }

    /** A comment at the end of a line on which something else stands. */
    boolean trailing() {
      return comment() && !tokens.get(0).onNewLine();
    }

    boolean attached() {
      return tokens.get(0).newlines() < 2;
    }
  }

  /** An import with the comments that belong to it. */
  private record Import(List<Unit> units) {
    private static final Comparator<Import> ORDER =
        Comparator.comparing(Import::group).thenComparing(Import::name);

    private Unit statement() {
      return units.stream().filter(unit -> unit.kind() == Kind.IMPORT).findFirst().orElseThrow();
    }

    /** Types come first, then functions. */
    private int group() {
      return FUNCTIONS.contains(statement().tokens().get(1).text()) ? 1 : 0;
    }

    private String name() {
      return join(statement());
    }
  }

  private final List<DrlToken> tokens;

  private DrlLayout(List<DrlToken> tokens) {
    this.tokens = tokens;
  }

  /** A DRL file in the style of the shipped rules. */
  static String of(List<DrlToken> tokens) {
    DrlPage page = new DrlPage();
    List<Unit> units = sorted(new DrlLayout(tokens).units());
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      if (i > 0 && unit.trailing()) {
        page.append(" " + unit.tokens().get(0).text());
        continue;
      }
      if (i > 0 && apart(units, i)) {
        page.blankLine();
      }
      write(unit, page);
    }
    return page.text();
  }

  private static void write(Unit unit, DrlPage page) {
    if (unit.kind() == Kind.RULE) {
      DrlRuleLayout.write(unit.tokens(), page);
      return;
    }
    page.line(0);
    if (unit.kind() == Kind.PACKAGE || unit.kind() == Kind.IMPORT) {
      page.append(join(unit));
      return;
    }
    page.append(unit.tokens().get(0).text());
    unit.tokens().stream().skip(1).map(DrlToken::verbatim).forEach(page::append);
  }

  /** A statement without the semicolon that it does not need. */
  private static String join(Unit unit) {
    StringBuilder text = new StringBuilder();
    boolean word = false;
    for (DrlToken token : unit.tokens()) {
      if (!token.is(";")) {
        text.append(word && token.word() ? " " : "").append(token.text());
        word = token.word();
      }
    }
    return text.toString();
  }

  /** Whether a blank line stands before a unit. */
  private static boolean apart(List<Unit> units, int index) {
    Unit next = units.get(index);
    int before = index - 1;
    while (before > 0 && units.get(before).trailing()) {
      before--;
    }
    Unit previous = units.get(before);
    if (next.kind() == Kind.IMPORT && previous.kind() == Kind.IMPORT) {
      return false;
    } else if (previous.comment() || bothOf(Kind.STATEMENT, previous, next)) {
      return !next.attached();
    }
    return !(next.comment() && next.attached() && between(units, index, previous.kind()));
  }

  private static boolean bothOf(Kind kind, Unit one, Unit other) {
    return one.kind() == kind && other.kind() == kind;
  }

  /** A comment between two imports, or between two other statements. */
  private static boolean between(List<Unit> units, int index, Kind kind) {
    int next = index;
    while (next < units.size() && units.get(next).comment()) {
      next++;
    }
    return (kind == Kind.IMPORT || kind == Kind.STATEMENT)
        && next < units.size()
        && units.get(next).kind() == kind;
  }

  /** Sorts each run of imports; a comment between two moves with the one below it. */
  private static List<Unit> sorted(List<Unit> units) {
    List<Unit> sorted = new ArrayList<>();
    int i = 0;
    while (i < units.size()) {
      if (units.get(i).kind() != Kind.IMPORT) {
        sorted.add(units.get(i));
        i++;
        continue;
      }
      List<Import> run = new ArrayList<>();
      int end = importEnd(units, i);
      while (end > i) {
        run.add(new Import(units.subList(i, end)));
        i = end;
        end = importEnd(units, i);
      }
      run.stream().sorted(Import.ORDER).forEach(each -> sorted.addAll(each.units()));
    }
    return sorted;
  }

  /** Where an import that begins here, with comments before and behind it, ends. */
  private static int importEnd(List<Unit> units, int from) {
    int i = from;
    while (i < units.size() && units.get(i).comment()) {
      i++;
    }
    if (i == units.size() || units.get(i).kind() != Kind.IMPORT) {
      return from;
    }
    i++;
    while (i < units.size() && units.get(i).trailing()) {
      i++;
    }
    return i;
  }

  private List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Kind kind = kind(i);
      int end =
          switch (kind) {
            case COMMENT -> i + 1;
            case PACKAGE, IMPORT -> nameEnd(i);
            case STATEMENT -> statementEnd(i);
            case RULE -> after("end", DrlRuleLayout.consequence(tokens, i));
            case VERBATIM -> tokens.get(i).is("function") ? bodyEnd(i) : after("end", i);
          };
      units.add(new Unit(kind, tokens.subList(i, end)));
      i = end;
    }
    return units;
  }

  private Kind kind(int index) {
    DrlToken token = tokens.get(index);
    if (token.comment()) {
      return Kind.COMMENT;
    } else if (token.is("package") && named(index)) {
      return Kind.PACKAGE;
    } else if (token.is("import") && named(index)) {
      return Kind.IMPORT;
    } else if (token.is("rule") && DrlRuleLayout.consequence(tokens, index) < tokens.size()) {
      return Kind.RULE;
    }
    return BLOCKS.contains(token.text()) ? Kind.VERBATIM : Kind.STATEMENT;
  }

  /** Whether a name follows that no comment cuts in two. */
  private boolean named(int index) {
    int end = nameEnd(index);
    return end > index + 1 && !tokens.get(end - 1).is(".");
  }

  /** After the name of a package or an import: {@code import function a.b.c}. */
  private int nameEnd(int from) {
    int i = from + 1;
    while (i < tokens.size()
        && !tokens.get(i).comment()
        && (tokens.get(i).is(".")
            || tokens.get(i).is("*")
            || tokens.get(i - 1).is(".")
            || tokens.get(i - 1).is("import")
            || tokens.get(i - 1).is("package")
            || nameOfFunction(i, from))) {
      i++;
    }
    return i < tokens.size() && tokens.get(i).is(";") ? i + 1 : i;
  }

  /** What follows {@code import static}, and the name behind {@code import accumulate a.B}. */
  private boolean nameOfFunction(int index, int from) {
    DrlToken kind = tokens.get(from + 1);
    if (!tokens.get(index).word()) {
      return false;
    } else if (index == from + 2) {
      return FUNCTIONS.contains(kind.text());
    }
    return (kind.is("accumulate") || kind.is("acc")) && !begins(index);
  }

  private int statementEnd(int from) {
    int i = from;
    do {
      i++;
    } while (i < tokens.size()
        && !tokens.get(i - 1).is(";")
        && !(tokens.get(i).comment() && !within(i))
        && !(tokens.get(i).onNewLine() && !tokens.get(i).is(";"))
        && !begins(i));
    return i;
  }

  /** Whether a statement goes on behind a comment on the same line. */
  private boolean within(int comment) {
    int next = comment + 1;
    return next < tokens.size() && !tokens.get(next).onNewLine() && !begins(next);
  }

  private boolean begins(int index) {
    DrlToken token = tokens.get(index);
    return token.word()
        && !tokens.get(index - 1).is(".")
        && (BLOCKS.contains(token.text()) || STATEMENTS.contains(token.text()));
  }

  private int after(String word, int from) {
    int i = from;
    while (i < tokens.size() && !(tokens.get(i).is(word) && !member(i))) {
      i++;
    }
    return Math.min(i + 1, tokens.size());
  }

  /** Whether a word is a name in Java, such as {@code range.end}. */
  private boolean member(int index) {
    return tokens.get(index - 1).is(".")
        || (index + 1 < tokens.size() && tokens.get(index + 1).is("."));
  }

  private int bodyEnd(int from) {
    int depth = 0;
    int i = from;
    while (i < tokens.size()) {
      depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
      i++;
      if (depth == 0 && tokens.get(i - 1).is("}")) {
        return i;
      }
    }
    return i;
  }
}
