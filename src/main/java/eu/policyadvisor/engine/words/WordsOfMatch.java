package eu.policyadvisor.engine.words;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.drl.Clause;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.TermGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Puts a compiled condition into words: its fields as a fact file names them, its variables
 * replaced by the values that it compares with.
 */
public final class WordsOfMatch extends Speech {
  private static final Pattern NUMBER_OF =
      Pattern.compile("java\\.math\\.BigDecimal\\.valueOf\\(\\s*(\\$\\w+)\\s*\\)");

  private static final Pattern PRODUCT =
      Pattern.compile("(\\$?\\w+)\\.multiply\\(\\s*(\\$\\w+)\\s*\\)");

  private static final Pattern SHIFTED =
      Pattern.compile(
          "(\\$\\w+)\\.(minus|plus)(Days|Months)\\(\\s*(\\$\\w+)(?:\\.longValue\\(\\s*\\))?\\s*\\)");

  private static final DateTimeFormatter DAY_OF_DRL =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);

  private final @Nullable Object object;
  private final Bindings env;

  private WordsOfMatch(@Nullable Object object, Bindings env) {
    super(Mood.DEMAND);
    this.object = object;
    this.env = env;
  }

  /** What a condition needs, such as {@code share must be at least 0.65}. */
  public static String needed(SingleConstraint constraint, @Nullable Object object, Bindings env) {
    return new WordsOfMatch(object, env).say(clause(constraint));
  }

  /**
   * What several conditions on one object need. That something must be known is not said where
   * another condition says what it must be.
   *
   * @param failing the conditions that fail
   * @param all these and the others on the object
   */
  public static List<String> needed(
      List<SingleConstraint> failing,
      List<SingleConstraint> all,
      @Nullable Object object,
      Bindings env) {
    Set<SingleConstraint> said = new LinkedHashSet<>();
    for (SingleConstraint each : failing) {
      if (isImplied(each, all)) {
        String field = ((Clause.Test) clause(each)).left();
        all.stream()
            .filter(other -> other != each && speaksOf(clause(other), field))
            .forEach(said::add);
      } else {
        said.add(each);
      }
    }
    return said.stream().map(each -> needed(each, object, env)).toList();
  }

  /** Whether a condition says only that something is known of which another says more. */
  public static boolean isImplied(SingleConstraint constraint, List<SingleConstraint> others) {
    return clause(constraint) instanceof Clause.Test test
        && test.operator().equals("!=")
        && test.right().get(0).equals("null")
        && others.stream()
            .anyMatch(other -> other != constraint && speaksOf(clause(other), test.left()));
  }

  private static Clause clause(SingleConstraint constraint) {
    return Clause.of(plain(FieldsRead.text(constraint).replaceAll("\\s+", " ").strip()));
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

  /** A kind of fact or conclusion in words: {@code CloudService} is cloud service. */
  public static String kind(Class<?> type) {
    return Names.inFile(type.getSimpleName()).substring(1).replace('_', ' ');
  }

  @Override
  String operand(String text) {
    StringBuilder words = new StringBuilder();
    Matcher token = Clause.TOKEN.matcher(text);
    while (token.find()) {
      words.append(words.isEmpty() ? "" : " ").append(word(token.group()));
    }
    return words.toString();
  }

  @Override
  boolean isSpokenOf(String token) {
    if (token.startsWith("$")) {
      int dot = token.indexOf('.');
      Object source = env.source(dot < 0 ? token : token.substring(0, dot));
      return !(source instanceof Parameter) && !(source instanceof AsOf);
    }
    return object != null
        && !(object instanceof Parameter)
        && Components.has(object.getClass(), token);
  }

  @Override
  @Nullable Members members(String token) {
    if (token.equals("countries") && object instanceof CountryGroup group) {
      return members(group);
    }
    return env.source(token) instanceof CountryGroup group ? members(group) : null;
  }

  @Override
  @Nullable TermGroup terms(String variable) {
    return env.value(variable) instanceof TermGroup group ? group : null;
  }

  private static Members members(CountryGroup group) {
    return new Members(group.name(), List.copyOf(group.countries()));
  }

  private String word(String token) {
    if (token.startsWith("\"")) {
      return text(token.substring(1, token.length() - 1));
    }
    if (token.startsWith("$")) {
      return variable(token);
    }
    if (token.matches("[A-Z]\\w*\\.[A-Z][A-Z0-9_]*")) {
      return token.substring(token.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
    if (token.endsWith(".size()") || token.endsWith(".size")) {
      return "the number of " + Names.inFile(token.substring(0, token.indexOf('.')));
    }
    if (object != null && token.equals("value") && object instanceof Parameter parameter) {
      return parameter(parameter);
    }
    if (object != null && Components.has(object.getClass(), token)) {
      return object instanceof CountryGroup group ? group(group) : Names.inFile(token);
    }
    return token;
  }

  private String variable(String token) {
    int dot = token.indexOf('.');
    String name = dot < 0 ? token : token.substring(0, dot);
    Object value = env.value(name);
    if (dot < 0 && env.source(name) instanceof Parameter parameter) {
      return parameter(parameter);
    }
    String rest = dot < 0 ? "" : token.substring(dot + 1).replaceAll("\\(.*", "");
    if (value != null && Components.has(value.getClass(), rest)) {
      value = Components.value(value, rest);
    }
    return value == null ? "a value that is not known" : text(value);
  }

  private static String text(Object value) {
    if (value instanceof Parameter parameter) {
      return parameter(parameter);
    } else if (value instanceof AsOf asOf) {
      return asOf.day().toString();
    } else if (value instanceof CountryGroup group) {
      return group(group);
    } else if (value instanceof Fact fact) {
      return fact.label();
    }
    return Names.value(value);
  }

  /** A literal: a day is written as in a fact file. */
  static String text(String literal) {
    return literal.matches("\\d\\d-[A-Z][a-z]{2}-\\d{4}")
        ? LocalDate.parse(literal, DAY_OF_DRL).toString()
        : literal;
  }

  static String parameter(Parameter parameter) {
    return number(parameter) + " (" + parameter.name() + ")";
  }

  /** The number without exponent, unless it is too long to read. */
  static String number(Parameter parameter) {
    BigDecimal value = parameter.value();
    return value.precision() - value.scale() > 12 ? value.toString() : value.toPlainString();
  }

  private static String group(CountryGroup group) {
    return "the group " + group.name();
  }
}
