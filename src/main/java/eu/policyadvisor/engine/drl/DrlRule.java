package eu.policyadvisor.engine.drl;

import eu.policyadvisor.engine.drl.DrlCondition.Kind;
import eu.policyadvisor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written: its head with annotations and attributes, its conditions as a tree, its
 * consequence, each with its place in the file. Immutable.
 */
public final class DrlRule {
  /** Where conditions are sought from their beginning on. */
  public static final int START = 0;

  /** Behind {@code rule}; what stands there is no keyword. */
  private static final int NAME = 1;

  private static final Set<String> DATES = Set.of("date-effective", "date-expires");

  private final DrlFile file;
  private final RuleDescr parsed;
  private final int start;
  private final List<DrlToken> head;
  private final List<DrlToken> conditionTokens;
  private final List<DrlToken> consequenceTokens;
  private final List<HeadItem> items;
  private final List<DrlCondition> conditions;

  /**
   * A part of the text of the file.
   *
   * @param from its first character
   * @param to the character after it
   */
  public record Span(int from, int to) {}

  /**
   * An annotation or an attribute.
   *
   * @param name such as {@code @title} or {@code salience}
   * @param tokens it, its name included, without comments
   */
  public record HeadItem(String name, List<DrlToken> tokens) {
    boolean annotation() {
      return name.startsWith("@");
    }

    /** Where it stands. */
    public Span span() {
      return new Span(tokens.get(0).from(), tokens.get(tokens.size() - 1).to());
    }

    /** Where its name stands. */
    public Span nameSpan() {
      return new Span(tokens.get(0).from(), tokens.get(annotation() ? 1 : 0).to());
    }

    /** Where its value stands, without quotes and brackets: what is between them. */
    public Span value() {
      int first = annotation() ? 3 : 1;
      DrlToken token = tokens.get(Math.min(first, tokens.size() - 1));
      int quotes = token.kind() == DrlToken.Kind.STRING ? 1 : 0;
      return new Span(token.from() + quotes, token.to() - quotes);
    }

    /** The text of an annotation that holds one; empty where it holds none. */
    public String text() {
      return tokens.stream()
          .filter(token -> token.kind() == DrlToken.Kind.STRING)
          .findFirst()
          .map(DrlToken::content)
          .orElse("");
    }

    /** Where a word stands in its texts, and not as a part of another word. */
    public Optional<Span> find(String word) {
      Pattern whole = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])");
      for (DrlToken token : tokens) {
        Matcher found = whole.matcher(token.text());
        if (token.kind() == DrlToken.Kind.STRING && found.find()) {
          return Optional.of(new Span(token.from() + found.start(), token.from() + found.end()));
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A rule of a file.
   *
   * @param file the file
   * @param parsed the rule as Drools parsed it
   * @param tokens the tokens of the rule, from {@code rule} to {@code end}
   * @param start where the comments that belong to it begin
   */
  DrlRule(DrlFile file, RuleDescr parsed, List<DrlToken> tokens, int start) {
    this.file = file;
    this.parsed = parsed;
    this.start = start;
    List<DrlToken> words = tokens.stream().filter(token -> !token.comment()).toList();
    int size = words.size();
    int whenever = RuleTokens.find("when", words, NAME + 1, size);
    int then = RuleTokens.find("then", words, whenever == size ? NAME + 1 : whenever, size);
    int when = Math.min(whenever, then);
    this.head = words.subList(0, when);
    this.conditionTokens = words.subList(Math.min(afterWhen(words, when), then), then);
    this.consequenceTokens = words.subList(Math.min(then + 1, size - 1), size - 1);
    this.items = items(head);
    // Of a file that is wrong the parser gives parts of rules, which may lack anything.
    this.conditions =
        file.whole() && !conditionTokens.isEmpty()
            ? new ConditionTree(conditionTokens).of(parsed.getLhs())
            : List.of();
  }

  private static int afterWhen(List<DrlToken> words, int when) {
    return when + 1 < words.size() && words.get(when + 1).is(":") ? when + 2 : when + 1;
  }

  private static List<HeadItem> items(List<DrlToken> head) {
    List<HeadItem> items = new ArrayList<>();
    int i = NAME + 1;
    while (i < head.size()) {
      int end = RuleTokens.itemEnd(head, i, head.size());
      List<DrlToken> tokens = head.subList(i, end);
      String sign = head.get(i).is("@") && tokens.size() > 1 ? "@" : "";
      items.add(new HeadItem(sign + tokens.get(sign.length()).text(), tokens));
      i = end;
    }
    return items;
  }

  /** Its id, without quotes. */
  public String id() {
    return parsed.getName();
  }

  /** Where its name stands, with its quotes. */
  public Span name() {
    return new Span(head.get(NAME).from(), head.get(NAME).to());
  }

  /** The id of the rule whose conditions it takes over; null where it takes over none. */
  public @Nullable String parent() {
    return parsed.getParentName();
  }

  /** The file that holds it. */
  public DrlFile file() {
    return file;
  }

  /** The rule as Drools parsed it. */
  public RuleDescr parsed() {
    return parsed;
  }

  /** Where it begins in the file. */
  public int from() {
    return head.get(0).from();
  }

  /** Where it ends in the file. */
  public int to() {
    return parsed.getEndCharacter();
  }

  /** Where it begins with the comments right above it. */
  public int start() {
    return start;
  }

  /** Its line in the file, from 1. */
  public int line() {
    return file.problem(from(), "").line();
  }

  /** Where its conditions or, where it has none, its consequence begins. */
  public int headEnd() {
    return head.get(head.size() - 1).to();
  }

  /** Its text with the comments right above it. */
  public String text() {
    return file.text().substring(start, to());
  }

  /** The tokens of its conditions, without comments. */
  public List<DrlToken> conditionTokens() {
    return conditionTokens;
  }

  /** The tokens of its consequence, without comments. */
  public List<DrlToken> consequenceTokens() {
    return consequenceTokens;
  }

  /** Its conditions in the order in which they stand. */
  public List<DrlCondition> conditions() {
    return conditions;
  }

  /** Whether a text stands in its conditions, in whatever quotes. */
  public boolean names(String text) {
    return conditionTokens.stream()
        .anyMatch(each -> each.kind() == DrlToken.Kind.STRING && each.content().equals(text));
  }

  /** The tokens of a condition, without comments. */
  public List<DrlToken> tokens(DrlCondition condition) {
    return conditionTokens.stream().filter(token -> condition.holds(token.from())).toList();
  }

  /** The patterns among its conditions, at any depth. */
  public Stream<DrlCondition> patterns() {
    return conditions.stream().flatMap(DrlCondition::patterns);
  }

  /** The smallest condition of a kind around a place in the file. */
  public Optional<DrlCondition> around(int place, Kind kind) {
    return DrlCondition.around(conditions, place, kind);
  }

  /**
   * An annotation or an attribute.
   *
   * @param name such as {@code @title} or {@code salience}
   */
  public Optional<HeadItem> item(String name) {
    return items.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Its annotations and attributes in the order in which they stand. */
  public List<HeadItem> items() {
    return items;
  }

  /**
   * Where a condition next stands, whatever the spaces and comments in it.
   *
   * @param condition it as the compiler or an author writes it
   * @param from a place in the file from which on it is sought, or {@link #START}
   */
  public Optional<Span> find(String condition, int from) {
    List<DrlToken> wanted = DrlToken.read(condition);
    for (int i = 0; i + wanted.size() <= conditionTokens.size() && !wanted.isEmpty(); i++) {
      if (conditionTokens.get(i).from() >= from && matches(wanted, i)) {
        return Optional.of(
            new Span(
                conditionTokens.get(i).from(), conditionTokens.get(i + wanted.size() - 1).to()));
      }
    }
    return Optional.empty();
  }

  /** The word of the next {@code not} or {@code exists} from a place on. */
  public Optional<Span> next(Kind kind, int from) {
    return next(conditions, kind, from);
  }

  private static Optional<Span> next(List<DrlCondition> in, Kind kind, int from) {
    for (DrlCondition each : in) {
      Optional<Span> inner =
          each.kind() == kind && each.from() >= from
              ? Optional.of(new Span(each.from(), each.from() + kind.name().length()))
              : next(each.children(), kind, from);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private boolean matches(List<DrlToken> wanted, int at) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!wanted.get(i).sameAs(conditionTokens.get(at + i))) {
        return false;
      }
    }
    return true;
  }

  /** What stands before its conditions but its name, its annotations and its dates. */
  public List<DrlToken> attributes() {
    return items.stream()
        .filter(item -> !item.annotation() && !DATES.contains(item.name()))
        .flatMap(item -> item.tokens().stream())
        .toList();
  }

  /** A problem of it as a whole, where it begins. */
  public Problem problem(String message) {
    return problem(from(), message);
  }

  /**
   * A problem of it.
   *
   * @param at a place in the file
   * @param message what is wrong with it
   */
  public Problem problem(int at, String message) {
    return file.problem(at, "rule '" + id() + "' " + message);
  }
}
