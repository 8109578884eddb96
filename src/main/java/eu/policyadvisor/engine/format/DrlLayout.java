package eu.policyadvisor.engine.format;

import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.engine.drl.DrlToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * The style of the shipped rules: package, sorted imports, rules, a blank line between them.
 * Functions, queries and declarations are left as they are written.
 */
final class DrlLayout {
  /** What follows {@code import} where no type is imported. */
  private static final Set<String> FUNCTIONS = Set.of("static", "function", "accumulate", "acc");

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
  static String of(DrlFile file) {
    DrlPage page = new DrlPage();
    List<Unit> units = sorted(new DrlLayout(file.tokens()).units(file.parsed()));
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

  private List<Unit> units(PackageDescr parsed) {
    List<Unit> units = new ArrayList<>();
    int i = 0;
    for (BaseDescr each : statements(parsed)) {
      int begin = i;
      while (tokens.get(begin).from() < each.getStartCharacter()) {
        begin++;
      }
      int end = begin;
      while (end < tokens.size() && tokens.get(end).to() <= each.getEndCharacter()) {
        end++;
      }
      // Of these Drools does not give the place of the first word.
      if (each instanceof AttributeDescr || begin > i && tokens.get(begin - 1).is("declare")) {
        do {
          begin--;
        } while (tokens.get(begin).comment());
      }
      loose(i, begin, units);
      Kind kind = kind(each, tokens.subList(begin, end));
      i = end < tokens.size() && tokens.get(end).is(";") ? end + 1 : end;
      boolean dropped = kind == Kind.RULE || kind == Kind.IMPORT;
      units.add(new Unit(kind, tokens.subList(begin, dropped ? end : i)));
    }
    loose(i, tokens.size(), units);
    return units;
  }

  private static List<BaseDescr> statements(PackageDescr parsed) {
    return Stream.of(
            parsed.getImports(),
            parsed.getFunctionImports(),
            parsed.getAccumulateImports(),
            parsed.getGlobals(),
            parsed.getAttributes(),
            parsed.getTypeDeclarations(),
            parsed.getEnumDeclarations(),
            parsed.getWindowDeclarations(),
            parsed.getEntryPointDeclarations(),
            parsed.getFunctions(),
            parsed.getRules())
        .flatMap(Collection::stream)
        .<BaseDescr>map(each -> each)
        .sorted(Comparator.comparing(BaseDescr::getStartCharacter))
        .toList();
  }

  private static Kind kind(BaseDescr statement, List<DrlToken> tokens) {
    if (statement instanceof RuleDescr && !(statement instanceof QueryDescr)) {
      return Kind.RULE;
    } else if (statement instanceof ImportDescr && tokens.stream().noneMatch(DrlToken::comment)) {
      return Kind.IMPORT;
    }
    return statement instanceof ImportDescr
            || statement instanceof GlobalDescr
            || statement instanceof AttributeDescr
        ? Kind.STATEMENT
        : Kind.VERBATIM;
  }

  /** What stands between statements: comments, the package and the unit. */
  private void loose(int from, int to, List<Unit> units) {
    int i = from;
    while (i < to) {
      int begin = i;
      do {
        i++;
      } while (i < to
          && !tokens.get(begin).comment()
          && !tokens.get(i).comment()
          && !tokens.get(i - 1).is(";")
          && !tokens.get(i).is("unit"));
      boolean whole = i > begin + 1 && !tokens.get(i - 1).is(".");
      units.add(
          new Unit(
              tokens.get(begin).comment()
                  ? Kind.COMMENT
                  : tokens.get(begin).is("package") && whole ? Kind.PACKAGE : Kind.STATEMENT,
              tokens.subList(begin, i)));
    }
  }
}
