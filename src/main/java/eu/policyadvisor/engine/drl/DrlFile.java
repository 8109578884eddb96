package eu.policyadvisor.engine.drl;

import eu.policyadvisor.problem.Offsets;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;

/**
 * A DRL file, read by the parser with which Drools compiles it, so that it holds a rule here if and
 * only if it does to the compiler. Immutable.
 *
 * <p>The parser gives the rules and where each begins and ends; the lexer of Drools gives the
 * tokens, each with its place, comments included. Both run once over the text: reading a file takes
 * time that grows with its length, a few milliseconds for a shipped one.
 */
public final class DrlFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Of one pattern. */
  private static final int MOST_CONDITIONS = 500;

  /** An id may stand on several lines, but what is said of it may not. */
  private final String name;

  private final String text;
  private final Offsets offsets;
  private final List<DrlToken> tokens;
  private final PackageDescr parsed;
  private final boolean whole;
  private final List<Problem> problems;
  private final List<DrlRule> rules;

  private DrlFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.offsets = new Offsets(text);
    DrlParser parser = new DrlParser();
    List<DrlToken> lexed = List.of();
    PackageDescr read = new PackageDescr();
    boolean fault = false;
    try {
      lexed = CompilerFault.guard(() -> DrlToken.read(text));
      read = CompilerFault.guard(() -> parse(parser, text));
    } catch (CompilerFault e) {
      fault = true;
    }
    this.tokens = lexed;
    this.parsed = read;
    this.whole = !fault && parser.getErrors().isEmpty();
    this.rules =
        parsed.getRules().stream()
            .filter(rule -> !(rule instanceof QueryDescr) && isRead(rule))
            .flatMap(rule -> rule(rule).stream())
            .toList();
    List<Problem> located =
        parser.getErrors().stream()
            .filter(error -> !isFault(error))
            .map(this::problem)
            .distinct()
            .sorted()
            .toList();
    fault |= parser.getErrors().stream().anyMatch(DrlFile::isFault);
    this.problems =
        fault && located.isEmpty()
            ? List.of(unreadable())
            : Stream.concat(located.stream(), crowded()).toList();
  }

  /** Patterns for which the compiler takes gigabytes: what it takes grows with the square. */
  private Stream<Problem> crowded() {
    return parsed.getRules().stream()
        .filter(rule -> rule.getLhs() != null)
        .flatMap(rule -> patterns(rule.getLhs()))
        .filter(pattern -> pattern.getConstraint().getDescrs().size() > MOST_CONDITIONS)
        .map(
            pattern ->
                problemIn(
                    pattern.getStartCharacter(),
                    "has %d conditions on one thing, and %d is the most; write it as several rules"
                        .formatted(pattern.getConstraint().getDescrs().size(), MOST_CONDITIONS)));
  }

  private static Stream<PatternDescr> patterns(BaseDescr descr) {
    if (descr instanceof PatternDescr pattern) {
      return Stream.of(pattern);
    }
    return descr instanceof ConditionalElementDescr element
        ? element.getDescrs().stream().flatMap(DrlFile::patterns)
        : Stream.of();
  }

  /**
   * Reads a file.
   *
   * @param name what messages call it
   * @param drl its text; a byte order mark is left out
   */
  public static DrlFile read(String name, String drl) {
    return new DrlFile(name, drl.startsWith(BYTE_ORDER_MARK) ? drl.substring(1) : drl);
  }

  /** What the parser gives of a file that is wrong tells in which rule it is. */
  private static PackageDescr parse(DrlParser parser, String drl) {
    PackageDescr whole = parse(parser, drl, false);
    PackageDescr partly = whole == null ? parse(new DrlParser(), drl, true) : whole;
    return partly == null ? new PackageDescr() : partly;
  }

  private static @Nullable PackageDescr parse(DrlParser parser, String drl, boolean partly) {
    try {
      return parser.parse(partly, drl);
    } catch (DroolsParserException e) {
      // It is among the errors of the parser.
      return null;
    }
  }

  /** Whether the parser tells of something that it met in itself. */
  private static boolean isFault(DroolsError error) {
    return ((ParserError) error).getRow() < 1;
  }

  /** Of a rule that is wrong at its very beginning there is nothing to tell. */
  private static boolean isRead(RuleDescr rule) {
    return rule.getName() != null
        && rule.getLhs() != null
        && rule.getEndCharacter() > rule.getStartCharacter();
  }

  /** Empty for one without a word: where a file is wrong, parser and lexer may part ways. */
  private Optional<DrlRule> rule(RuleDescr rule) {
    int first = 0;
    while (first < tokens.size() && tokens.get(first).from() < rule.getStartCharacter()) {
      first++;
    }
    int last = first;
    while (last < tokens.size() && tokens.get(last).to() <= rule.getEndCharacter()) {
      last++;
    }
    if (tokens.subList(first, last).stream().allMatch(DrlToken::comment)) {
      return Optional.empty();
    }
    int start = first;
    while (start > 0 && tokens.get(start - 1).comment() && belongs(start)) {
      start--;
    }
    return Optional.of(
        new DrlRule(this, rule, tokens.subList(first, last), tokens.get(start).from()));
  }

  /** Whether the comment before a token belongs to it: it stands right above it. */
  private boolean belongs(int token) {
    DrlToken comment = tokens.get(token - 1);
    return tokens.get(token).newlines() < 2
        && (token == 1 || comment.onNewLine() || !tokens.get(token).onNewLine());
  }

  private Problem problem(DroolsError error) {
    ParserError at = (ParserError) error;
    int place = offset(at.getRow(), Math.max(at.getCol(), 0));
    String found =
        tokens.stream()
            .filter(token -> token.from() <= place && place < token.to())
            .map(token -> "from '" + token.text() + "' on")
            .findFirst()
            .orElseGet(() -> unknown(place));
    return problemIn(
        place,
        "cannot be read "
            + found
            + "; look for a comma, a parenthesis, a quotation mark or an 'end' that is missing or"
            + " too many before it");
  }

  /** What stands where no token does: a character that DRL does not know, or the end. */
  private String unknown(int place) {
    if (place >= text.length()) {
      return "to its end";
    }
    int character = text.codePointAt(place);
    return "from '"
        + (Plain.isHidden(character)
            ? String.format(Locale.ROOT, "U+%04X", character)
            : Character.toString(character))
        + "' on";
  }

  private static boolean isFaulty(String drl) {
    DrlParser parser = new DrlParser();
    try {
      CompilerFault.guard(() -> DrlToken.read(drl));
      CompilerFault.guard(() -> parse(parser, drl, false));
    } catch (CompilerFault e) {
      return true;
    }
    return parser.getErrors().stream().anyMatch(DrlFile::isFault);
  }

  /** The parser fails on the last line of the shortest beginning on which it fails. */
  private Problem unreadable() {
    int fails = (int) text.lines().count();
    int parses = 0;
    while (fails - parses > 1) {
      int middle = (fails + parses) / 2;
      if (isFaulty(text.substring(0, offset(middle + 1, 0)))) {
        fails = middle;
      } else {
        parses = middle;
      }
    }
    return problemIn(
        offset(Math.max(fails, 1), 0),
        "cannot be read on this line; look for a backslash or a quotation mark out of place, or for"
            + " brackets nested too deeply");
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** Its text, without a byte order mark. */
  public String text() {
    return text;
  }

  /** Its tokens, comments among them. */
  public List<DrlToken> tokens() {
    return tokens;
  }

  /** Its package; empty where it names none. */
  public String packageName() {
    return parsed.getName();
  }

  /** It as Drools parsed it. */
  public PackageDescr parsed() {
    return parsed;
  }

  /** Whether all of it was parsed. */
  boolean whole() {
    return whole;
  }

  /** Where and why it does not parse; empty where it does. */
  public List<Problem> problems() {
    return problems;
  }

  /** Its rules in the order in which they stand, without queries. */
  public List<DrlRule> rules() {
    return rules;
  }

  /** The rule of an id. */
  public Optional<DrlRule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** The last rule that begins at a place or before it. */
  public Optional<DrlRule> ruleAt(int place) {
    return rules.stream().filter(rule -> rule.from() <= place).reduce((one, other) -> other);
  }

  /**
   * A problem at a place in it, which names the rule to which the place belongs.
   *
   * @param at a place in its text
   * @param message what is wrong
   */
  public Problem problemIn(int at, String message) {
    return problem(at, ruleAt(at).map(rule -> "rule '" + rule.id() + "' ").orElse("") + message);
  }

  /**
   * Where a line begins, and so many characters behind, as Drools counts: it knows line feeds only.
   */
  public int offset(int line, int characters) {
    int from = 0;
    for (int i = 1; i < line; i++) {
      from = text.indexOf('\n', from) + 1;
    }
    return Math.min(from + characters, text.length());
  }

  /**
   * A problem at a place in it.
   *
   * @param at a place in its text
   * @param message what is wrong
   */
  public Problem problem(int at, String message) {
    Place place = offsets.place(at);
    return new Problem(name, place.line(), place.column(), Plain.text(message));
  }

  /** The types that it imports. */
  public List<String> imports() {
    return parsed.getImports().stream().map(ImportDescr::getTarget).toList();
  }

  /**
   * Its text as the compiler takes it: a text in an annotation stands on one line and in one piece,
   * however it is written. No line moves.
   */
  public String compilable() {
    return compilable(new StringBuilder(text));
  }

  /** The same in another package. */
  public String compilableIn(String otherPackage) {
    StringBuilder changed = new StringBuilder(text);
    String compilable = compilable(changed);
    List<DrlToken> words = tokens.stream().filter(token -> !token.comment()).toList();
    if (words.isEmpty() || !words.get(0).is("package")) {
      return "package " + otherPackage + "; " + compilable;
    }
    int last = 1;
    while (last + 2 < words.size() && words.get(last + 1).is(".")) {
      last += 2;
    }
    // Before all annotations, so that nothing there has moved.
    return changed.replace(words.get(1).from(), words.get(last).to(), otherPackage).toString();
  }

  private String compilable(StringBuilder changed) {
    // From the end, so that no place moves that is still to be changed.
    for (int i = rules.size() - 1; i >= 0; i--) {
      List<DrlRule.HeadItem> items = rules.get(i).items();
      for (int j = items.size() - 1; j >= 0; j--) {
        if (items.get(j).annotation()) {
          AnnotationText.unwrap(items.get(j).tokens(), changed);
        }
      }
    }
    return changed.toString();
  }
}
