package eu.policyadvisor.session;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Parameter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Puts a compiled condition into words: its fields as a fact file names them, its variables
 * replaced by the values that it compares with.
 */
final class Phrases {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\$?[A-Za-z_][\\w.$]*(?:\\(\\s*\\))?|[<>=!]=|&&|\\|\\||\\S");

  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("==", "must be");
    WORDS.put("!=", "must not be");
    WORDS.put(">=", "must be at least");
    WORDS.put("<=", "must be at most");
    WORDS.put(">", "must be more than");
    WORDS.put("<", "must be less than");
    WORDS.put("&&", "and");
    WORDS.put("||", "or");
    WORDS.put("in", "must be one of");
    WORDS.put("contains", "must contain");
    WORDS.put("matches", "must read like");
    WORDS.put("null", "unknown");
  }

  private static final Map<String, String> TURNED =
      Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=");

  private static final Pattern COMPARISON =
      Pattern.compile("^([^<>=!&|]+?)\\s*(<=|>=|<|>)\\s*([^<>=!&|]+)$");

  private static final Pattern NUMBER_OF =
      Pattern.compile("java\\.math\\.BigDecimal\\.valueOf\\(\\s*(\\$\\w+)\\s*\\)");

  private static final Pattern PRODUCT =
      Pattern.compile("(\\$?\\w+)\\.multiply\\(\\s*(\\$\\w+)\\s*\\)");

  private static final Pattern SHIFTED =
      Pattern.compile(
          "(\\$\\w+)\\.(minus|plus)(Days|Months)\\(\\s*(\\$\\w+)(?:\\.longValue\\(\\s*\\))?\\s*\\)");

  private Phrases() {}

  /** What a condition needs, such as {@code share must be at least 0.65}. */
  static String needed(SingleConstraint constraint, @Nullable Object object, Env env) {
    String text = plain(FieldsRead.text(constraint).replaceAll("\\s+", " ").strip());
    Matcher comparison = COMPARISON.matcher(text);
    if (comparison.matches()
        && object instanceof Parameter
        && comparison.group(1).equals("value")) {
      // What is compared with a threshold is what the reader looks for.
      String operator = TURNED.getOrDefault(comparison.group(2), comparison.group(2));
      text = comparison.group(3) + " " + operator + " value";
    }
    return words(text, object, env);
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
  static String kind(Class<?> type) {
    return Names.inFile(type.getSimpleName()).substring(1).replace('_', ' ');
  }

  private static String words(String text, @Nullable Object object, Env env) {
    StringBuilder words = new StringBuilder();
    Matcher token = TOKEN.matcher(text);
    boolean negated = false;
    while (token.find()) {
      String each = token.group();
      if (each.equals("not")) {
        negated = true;
        continue;
      }
      String word = word(each, object, env);
      if (negated) {
        word = word.replace("must contain", "must not contain").replace("must be", "must not be");
        negated = false;
      }
      boolean tight =
          ",)".contains(each) || words.length() > 0 && words.charAt(words.length() - 1) == '(';
      if (words.length() > 0 && !tight) {
        words.append(' ');
      }
      words.append(word);
    }
    return words
        .toString()
        .replace("must be true", "must be so")
        .replace("must be false", "must not be so")
        .replace("must not be unknown", "must be known")
        .replace("must be so", "must be true")
        .replace("must not be so", "must be false");
  }

  private static String word(String token, @Nullable Object object, Env env) {
    String known = WORDS.get(token);
    if (known != null) {
      return known;
    }
    if (token.startsWith("\"")) {
      return "'" + token.substring(1, token.length() - 1) + "'";
    }
    if (token.startsWith("$")) {
      return variable(token, env);
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

  private static String variable(String token, Env env) {
    int dot = token.indexOf('.');
    String name = dot < 0 ? token : token.substring(0, dot);
    Object value = env.value(name);
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
    } else if (value instanceof Set<?> set && set.size() > 6) {
      return "the " + set.size() + " countries of the group";
    }
    return Names.value(value);
  }

  private static String parameter(Parameter parameter) {
    return parameter.value().toPlainString() + " (" + parameter.name() + ")";
  }

  private static String group(CountryGroup group) {
    return "the group " + group.name();
  }
}
