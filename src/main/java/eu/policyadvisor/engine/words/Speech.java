package eu.policyadvisor.engine.words;

import eu.policyadvisor.engine.drl.Clause;
import eu.policyadvisor.engine.drl.RuleDay;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.TermGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says conditions in sentences: what facts must be for a rule to hold ({@code share must be at
 * least 0.65}), or what a rule says ({@code its share is at least 0.65}).
 *
 * <p>A condition is taken apart into a {@link Clause}. Each comparison becomes a sentence made of
 * what its sides stand for and of words for its operator; sentences are joined by 'and' and 'or'.
 * That something is known is left unsaid where another part says more of it. All sentences are made
 * here; what a token stands for is told by {@link WordsOfMatch}, which has the values of a match,
 * and by {@link WordsOfPattern}, which has the text of a rule only.
 *
 * <p>The time grows with the length of a condition and with the square of the number of its parts,
 * which are a handful.
 */
public abstract class Speech {
  private static final Pattern NUMBER_OF =
      Pattern.compile("java\\.math\\.BigDecimal\\.valueOf\\(\\s*(\\$\\w+)\\s*\\)");

  private static final Pattern PRODUCT =
      Pattern.compile("(\\$?\\w+)\\.multiply\\(\\s*(\\$\\w+)\\s*\\)");

  private static final Pattern SHIFTED =
      Pattern.compile(
          "(\\$\\w+)\\.(minus|plus)(Days|Months)\\(\\s*(\\$?\\w+)(?:\\.longValue\\(\\s*\\))?\\s*\\)");

  /** A constant of an enumeration: {@code Role.MAKER}. */
  private static final Pattern CONSTANT = Pattern.compile("[A-Z]\\w*\\.([A-Z][A-Z0-9_]*)");

  static final String AS_OF = "the as-of date";

  /** A day that is written out, or the one the advice is given for. */
  private static final Pattern DAY = Pattern.compile("^(" + AS_OF + "|\\d{4}-\\d\\d-\\d\\d)");

  private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");
  private static final Set<String> PLURALS =
      Set.of("weights", "uses", "lists", "categories", "redFlags", "shares", "countries");

  /** Such as {@code must be}, or {@code is}. */
  enum Mood {
    DEMAND,
    STATE
  }

  private final Mood mood;

  Speech(Mood mood) {
    this.mood = mood;
  }

  /**
   * What a variable stands for.
   *
   * @param field what is asked of it; empty for itself
   */
  abstract String variable(String name, String field);

  /** What any other word of a condition stands for, such as a field. */
  abstract String named(String word);

  /** What the entries of a list are called, after 'the number of'. */
  abstract String entries(String list);

  /** Whether a token is a field of what is spoken of, or stands for one. */
  abstract boolean isSpokenOf(String token);

  /** What a token stands for when it stands for the members of a group, else null. */
  abstract @Nullable Members members(String token);

  /** The group of terms that a variable stands for, else null. */
  abstract @Nullable TermGroup terms(String variable);

  /**
   * A group of countries.
   *
   * @param name its name
   * @param countries its members
   */
  record Members(String name, List<String> countries) {
    private static final int FEW = 4;

    String inside() {
      return countries.size() <= FEW ? alternatives(countries) : "in the group " + name;
    }

    String outside() {
      return countries.size() <= FEW
          ? "other than " + Names.list(countries, "and")
          : "outside the group " + name;
    }
  }

  /** A condition with a Boolean field, when there is more to say than its name; else null. */
  @Nullable String yesOrNo(String field, boolean yes) {
    return null;
  }

  /** A condition in words. */
  final String say(Clause clause) {
    if (clause instanceof Clause.All all) {
      return and(all.parts());
    } else if (clause instanceof Clause.Any any) {
      return or(any.parts());
    }
    return test((Clause.Test) clause);
  }

  /** Joined by 'and'; what is said to be known is not said when more is said of it. */
  private String and(List<Clause> parts) {
    return String.join(", and ", said(parts));
  }

  /** What each part says, but those that others imply. */
  final List<String> said(List<Clause> parts) {
    List<String> said = new ArrayList<>();
    for (Clause part : parts) {
      if (!part.isImplied(parts)) {
        String words = say(part);
        boolean choice = part instanceof Clause.Any && words.contains(", or ");
        said.add((choice && parts.size() > 1 ? "either " : "") + words);
      }
    }
    return said;
  }

  /** Joined by 'or'; alternatives of one field are said once. */
  private String or(List<Clause> parts) {
    List<Clause.Test> tests =
        parts.stream()
            .filter(Clause.Test.class::isInstance)
            .map(Clause.Test.class::cast)
            .filter(test -> !test.negated() && test.operator().equals("contains"))
            .toList();
    boolean one =
        tests.size() == parts.size()
            && tests.stream().map(Clause.Test::left).distinct().count() == 1;
    if (one && members(tests.get(0).left()) == null) {
      return operand(tests.get(0).left())
          + names(tests.get(0).left(), false)
          + alternatives(tests.stream().map(test -> operand(test.right().get(0))).toList());
    }
    return String.join(", or ", parts.stream().map(this::say).toList());
  }

  private String test(Clause.Test given) {
    Clause.Test test =
        ORDERS.contains(given.operator())
                && !isSpokenOf(given.left())
                && isSpokenOf(given.right().get(0))
            ? given.turned()
            : given;
    String right = test.right().isEmpty() ? "" : test.right().get(0);
    switch (test.operator()) {
      case "contains" -> {
        Members members = members(test.left());
        if (members != null) {
          return operand(right)
              + be(right)
              + (test.negated() ? members.outside() : members.inside());
        }
        return operand(test.left()) + names(test.left(), test.negated()) + operand(right);
      }
      case "covers" -> {
        TermGroup group = terms(test.left());
        return operand(right)
            + names(right, test.negated())
            + (test.negated() ? "any of: " : "one of: ")
            + (group == null ? "the terms of a group" : group.inWords());
      }
      case "matches" -> {
        return operand(test.left())
            + (mood == Mood.DEMAND
                ? test.negated() ? " must not match " : " must match "
                : test.negated() ? " does not match " : " matches ")
            + "the pattern "
            + right;
      }
      case "in" -> {
        return operand(test.left())
            + (test.negated() ? beNot(test.left()) : be(test.left()))
            + alternatives(test.right().stream().map(this::operand).toList());
      }
      case "" -> {
        return operand(test.left());
      }
      default -> {
        return compared(test, right);
      }
    }
  }

  private String compared(Clause.Test test, String right) {
    boolean equal = test.operator().equals("==");
    if (equal && (right.equals("true") || right.equals("false"))) {
      String more = yesOrNo(test.left(), right.equals("true"));
      return more != null ? more : operand(test.left()) + be(test.left()) + right;
    }
    String field = operand(test.left());
    if (right.equals("null")) {
      return mood == Mood.DEMAND
          ? field + (equal ? " must not be known" : " must be known, whatever it is")
          : field + (equal ? beNot(test.left()) : be(test.left())) + "known";
    }
    String value = operand(right);
    if (equal || test.operator().equals("!=")) {
      String names = equal && refers(test.left()) ? names(test.left(), false) : "";
      return field
          + (!names.isEmpty() ? names : equal ? be(test.left()) : beNot(test.left()))
          + value;
    }
    return field + be(test.left()) + than(test.operator(), DAY.matcher(value).find()) + value;
  }

  private static String than(String operator, boolean day) {
    return switch (operator) {
      case ">=" -> day ? "on or after " : "at least ";
      case "<=" -> day ? "on or before " : "at most ";
      case ">" -> day ? "after " : "more than ";
      default -> day ? "before " : "less than ";
    };
  }

  /** Whether a field holds the id of a fact, so that it names what it is compared with. */
  boolean refers(String field) {
    return false;
  }

  private String names(String field, boolean negated) {
    if (mood == Mood.DEMAND) {
      return negated ? " must not name " : " must name ";
    }
    return isPlural(field)
        ? negated ? " do not name " : " name "
        : negated ? " does not name " : " names ";
  }

  private static boolean isPlural(String field) {
    return PLURALS.contains(field);
  }

  private String be(String field) {
    return mood == Mood.DEMAND ? " must be " : isPlural(field) ? " are " : " is ";
  }

  private String beNot(String field) {
    return mood == Mood.DEMAND ? " must not be " : isPlural(field) ? " are not " : " is not ";
  }

  /** What a side of a comparison stands for. */
  private String operand(String text) {
    return Clause.tokens(text).stream().map(this::word).collect(Collectors.joining(" "));
  }

  private String word(String token) {
    if (token.startsWith("\"")) {
      String text = token.substring(1, token.length() - 1);
      return RuleDay.read(text).map(LocalDate::toString).orElse(text);
    }
    int dot = token.indexOf('.');
    String rest = token.substring(dot + 1).replaceAll("\\(.*", "");
    if (token.startsWith("$")) {
      return dot < 0 ? variable(token, "") : variable(token.substring(0, dot), rest);
    }
    Matcher constant = CONSTANT.matcher(token);
    return constant.matches()
        ? constant.group(1).toLowerCase(Locale.ROOT)
        : dot > 0 && rest.equals("size")
            ? "the number of " + entries(token.substring(0, dot))
            : named(token);
  }

  /** A condition as the compiler or the parser gives it, taken apart. */
  static Clause clause(String condition) {
    return Clause.of(plain(condition));
  }

  /** Calculations as a reader would say them: {@code $day.plusDays( $n )} is $day plus $n days. */
  static String plain(String condition) {
    String text = NUMBER_OF.matcher(condition).replaceAll("$1");
    text = PRODUCT.matcher(text).replaceAll("$1 times $2");
    return SHIFTED
        .matcher(text)
        .replaceAll(
            shifted ->
                Matcher.quoteReplacement(
                    shifted.group(1)
                        + (shifted.group(2).equals("plus") ? " plus " : " less ")
                        + shifted.group(4)
                        + " "
                        + shifted.group(3).toLowerCase(Locale.ROOT)));
  }

  static String parameter(Parameter parameter) {
    return number(parameter) + " (" + parameter.name() + ")";
  }

  /** The number without exponent, unless it is too long to read. */
  static String number(Parameter parameter) {
    BigDecimal value = parameter.value();
    return value.precision() - value.scale() > 12 ? value.toString() : value.toPlainString();
  }

  /** Such as {@code a, b or c}. */
  public static String alternatives(List<String> words) {
    return Names.list(words, "or");
  }
}
