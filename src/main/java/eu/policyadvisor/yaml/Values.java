package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Field;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Suggestion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a file states into the values of records, and says what is wrong with the rest. */
public final class Values {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern PERCENT = Pattern.compile("^([-+]?\\d+(?:[.,]\\d+)?)\\s*%");
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern EUROPEAN_DATE =
      Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");

  /** No quantity has more digits, and none a larger exponent; longer ones only cost memory. */
  private static final int MOST_DIGITS = 60;

  /** No text of a fact needs more; rules, lists and vocabularies read each many times. */
  static final int LONGEST_TEXT = 10_000;

  /** Above it is no quantity either; the schema says so too. */
  static final BigDecimal LARGEST = BigDecimal.TEN.pow(MOST_DIGITS);

  private Values() {}

  /**
   * The value of a component, or nothing after a problem was reported. The caller has dealt with
   * nothing and with {@code unknown}.
   */
  public static Optional<Object> read(Component component, Node node, Problems problems) {
    if (node instanceof Node.Refused) {
      problems.refuse();
      return Optional.empty();
    }
    if (component.type() instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == Map.class
          ? map(component, (Class<?>) arguments[1], node, problems)
          : list(component, (Class<?>) arguments[0], node, problems)
              .<Object>map(
                  list -> generic.getRawType() == Set.class ? new LinkedHashSet<>(list) : list);
    }
    return scalar(component.key(), (Class<?>) component.type(), component, node, problems);
  }

  private static Optional<Object> scalar(
      String key, Class<?> type, @Nullable Component component, Node node, Problems problems) {
    if (!(node instanceof Node.Scalar scalar)) {
      problems.add(node.at(), key + " must be " + expected(type) + ", not " + node.words());
      return Optional.empty();
    }
    boolean mayBeUnknown = component != null && component.nullable();
    Result result =
        type == String.class && isCode(component)
            ? Result.of(scalar.text())
            : convert(key, type, scalar, mayBeUnknown);
    if (result.value != null && component != null) {
      result = check(component, key, result);
    }
    if (result.value == null) {
      problems.add(node.at(), result.problem);
    }
    return Optional.ofNullable(result.value);
  }

  /** Whether only what stands in a list is right, to the letter. */
  private static boolean isCode(@Nullable Component component) {
    return component != null
        && component.rule() != null
        && (component.isCountry() || !component.rule().catalogue().isEmpty());
  }

  private static Optional<List<Object>> list(
      Component component, Class<?> type, Node node, Problems problems) {
    String key = component.key();
    if (component.isOneOrMore() && node instanceof Node.Scalar) {
      return entry(component, type, node, problems).map(List::of);
    }
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add(
          node.at(),
          node instanceof Node.Scalar
              ? key + " must be a list; write [" + Plain.quoted(node.text()) + "]"
              : key + " must be a list, not " + node.words());
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (Node item : sequence.items()) {
      if (item instanceof Node.Refused) {
        problems.refuse();
      } else if (item instanceof Node.Scalar scalar && scalar.isNothing()) {
        problems.add(item.at(), "an entry of " + key + " has no value");
      } else if (item instanceof Node.Scalar scalar && scalar.isUnknown()) {
        problems.add(
            item.at(), "unknown cannot stand in a list; write " + key + ": unknown instead of it");
      } else {
        entry(component, type, item, problems).ifPresent(values::add);
      }
    }
    return values.size() == sequence.items().size() ? Optional.of(values) : Optional.empty();
  }

  /** An entry of a list: a country where the list is one of countries. */
  private static Optional<Object> entry(
      Component component, Class<?> type, Node item, Problems problems) {
    Component checked = component.isCountry() ? component : null;
    return scalar(component.key(), type, checked, item, problems);
  }

  private static Optional<Object> map(
      Component component, Class<?> type, Node node, Problems problems) {
    String key = component.key();
    if (!(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      problems.add(
          node.at(),
          component.rule() == null
              ? key + " must be a mapping with at least one entry"
              : key + " must name countries with their shares, such as {CN: 0.66, DE: 0.34}");
      return Optional.empty();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      String name = key + "." + Plain.quoted(entry.key());
      String problem = component.rule() == null ? "" : Countries.problem(entry.key());
      if (entry.value() instanceof Node.Refused) {
        problems.refuse();
      } else if (!problem.isEmpty()) {
        problems.add(entry.keyAt(), problem);
      } else if (entry.value() instanceof Node.Scalar scalar
          && (scalar.isNothing() || scalar.isUnknown())) {
        problems.add(scalar.at(), name + " has no value; leave it out if it is not known");
      } else {
        scalar(name, type, component, entry.value(), problems)
            .ifPresent(value -> values.put(entry.key(), value));
      }
    }
    if (values.size() < mapping.entries().size()) {
      return Optional.empty();
    }
    String problem = component.rule() == null ? "" : sumProblem(key, values);
    if (!problem.isEmpty()) {
      problems.add(node.at(), problem);
      return Optional.empty();
    }
    return Optional.of(values);
  }

  /** What is wrong with a value of a record, wherever it comes from; empty when nothing is. */
  static String problem(Component component, Object value) {
    if (value instanceof Map<?, ?> shares) {
      String problem =
          shares.entrySet().stream()
              .map(
                  entry -> {
                    String country = Countries.problem(String.valueOf(entry.getKey()));
                    return country.isEmpty()
                        ? rangeProblem(
                            component, component.key() + "." + entry.getKey(), entry.getValue())
                        : country;
                  })
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElse("");
      return problem.isEmpty() ? sumProblem(component.key(), shares) : problem;
    }
    if (component.isCountry()) {
      return Stream.of(value instanceof List<?> list ? list.toArray() : new Object[] {value})
          .map(country -> Countries.problem(country.toString()))
          .filter(text -> !text.isEmpty())
          .findFirst()
          .orElse("");
    }
    return rangeProblem(component, component.key(), value);
  }

  private static Result check(Component component, String key, Result result) {
    String problem =
        component.isCountry()
            ? Countries.problem(String.valueOf(result.value))
            : rangeProblem(component, key, result.value);
    return problem.isEmpty() ? result : Result.wrong(problem);
  }

  private static String rangeProblem(Component component, String key, @Nullable Object value) {
    Field rule = component.rule();
    BigDecimal number =
        value instanceof BigDecimal decimal
            ? decimal
            : value instanceof Integer integer ? BigDecimal.valueOf(integer) : null;
    if (rule == null || number == null) {
      return "";
    }
    boolean low = !rule.min().isEmpty() && number.compareTo(new BigDecimal(rule.min())) < 0;
    boolean high = !rule.max().isEmpty() && number.compareTo(new BigDecimal(rule.max())) > 0;
    if (!low && !high) {
      return "";
    }
    String range =
        rule.max().isEmpty()
            ? "at least " + rule.min()
            : rule.min().isEmpty()
                ? "at most " + rule.max()
                : "between " + rule.min() + " and " + rule.max();
    return key + " is " + value + "; it must be " + range;
  }

  private static String sumProblem(String key, Map<?, ?> shares) {
    BigDecimal sum =
        shares.values().stream()
            .map(BigDecimal.class::cast)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(BigDecimal.ONE) > 0
        ? key + " add up to " + sum + "; they must not exceed 1"
        : "";
  }

  private static Result convert(
      String key, Class<?> type, Node.Scalar scalar, boolean mayBeUnknown) {
    String text = scalar.text();
    if (type == String.class) {
      return text.codePointCount(0, text.length()) > LONGEST_TEXT
          ? Result.wrong(
              "%s is longer than %d characters; say it in fewer".formatted(key, LONGEST_TEXT))
          : Result.of(text.strip());
    }
    if (type.isEnum()) {
      return constant(type, text, mayBeUnknown);
    }
    if (type == LocalDate.class) {
      return date(text);
    }
    if (scalar.quoted()) {
      return Result.wrong(
          "%s is the text '%s'; write %s without quotes"
              .formatted(key, Plain.quoted(text), expected(type)));
    }
    return type == BigDecimal.class || type == Integer.class
        ? number(key, type, text)
        : truth(key, text, mayBeUnknown);
  }

  private static String expected(Class<?> type) {
    if (type == BigDecimal.class || type == Integer.class) {
      return "a number";
    }
    if (type == LocalDate.class) {
      return "a date";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    return type.isEnum() ? FieldNames.oneOf(type) : "text";
  }

  private static Result truth(String key, String text, boolean mayBeUnknown) {
    return switch (text) {
      case "true" -> Result.of(true);
      case "false" -> Result.of(false);
      default ->
          Result.wrong(
              switch (text.toLowerCase(Locale.ROOT)) {
                case "yes", "y", "on", "true" -> "%s is '%s'; write true".formatted(key, text);
                case "no", "n", "off", "false" -> "%s is '%s'; write false".formatted(key, text);
                default ->
                    "%s is '%s'; write true%s"
                        .formatted(
                            key,
                            Plain.quoted(text),
                            mayBeUnknown ? ", false or unknown" : " or false");
              });
    };
  }

  private static Result constant(Class<?> type, String text, boolean mayBeUnknown) {
    List<String> words =
        Stream.of(type.getEnumConstants())
            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
            .toList();
    int index = words.indexOf(text);
    if (index >= 0) {
      return Result.of(type.getEnumConstants()[index]);
    }
    String near = Suggestion.question(text, words, 1);
    return Result.wrong(
        "'%s' is not %s; it is one of %s%s%s"
            .formatted(
                Plain.quoted(text),
                FieldNames.oneOf(type),
                String.join(", ", words),
                mayBeUnknown ? ", unknown" : "",
                near));
  }

  private static Result date(String text) {
    if (ISO_DATE.matcher(text).matches()) {
      try {
        return Result.of(LocalDate.parse(text));
      } catch (DateTimeParseException e) {
        return Result.wrong("'" + text + "' is not a day of the calendar");
      }
    }
    Matcher european = EUROPEAN_DATE.matcher(text);
    String example =
        european.matches() && text.contains(".")
            ? "%s-%2s-%2s"
                .formatted(european.group(3), european.group(2), european.group(1))
                .replace(' ', '0')
            : "year-month-day, such as 2025-05-13";
    return Result.wrong("'" + Plain.quoted(text) + "' is not a date; write " + example);
  }

  private static Result number(String key, Class<?> type, String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Result.wrong(
          "%s is '%s'; write %s".formatted(key, Plain.quoted(text), Plain.quoted(intended(text))));
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      // The exponent does not fit.
      return Result.wrong("%s is %s, which no quantity is".formatted(key, Plain.quoted(text)));
    }
    if (number.precision() > MOST_DIGITS
        || Math.abs((long) number.scale()) > MOST_DIGITS
        || number.abs().compareTo(LARGEST) > 0) {
      return Result.wrong(
          "%s is a number of more than %d digits, which no quantity is"
              .formatted(key, MOST_DIGITS));
    }
    if (type == BigDecimal.class) {
      return Result.of(number);
    }
    try {
      return Result.of(number.intValueExact());
    } catch (ArithmeticException e) {
      return Result.wrong(
          number.stripTrailingZeros().scale() > 0
              ? "%s is %s; it must be a whole number".formatted(key, Plain.quoted(text))
              : "%s is %s; it must be at most %d"
                  .formatted(key, Plain.quoted(text), Integer.MAX_VALUE));
    }
  }

  /** What someone who wrote this probably wanted to write. */
  private static String intended(String text) {
    Matcher percent = PERCENT.matcher(text);
    if (percent.matches()) {
      return new BigDecimal(percent.group(1).replace(',', '.'))
          .movePointLeft(2)
          .stripTrailingZeros()
          .toPlainString();
    }
    String grouped = text.replaceAll("(?<=\\d)[_'\\s](?=\\d{3})", "");
    if (NUMBER.matcher(grouped).matches()) {
      return grouped;
    }
    // 1,250 may mean either.
    if (text.matches("[-+]?\\d+,(\\d{1,2}|\\d{4,})")) {
      return text.replace(',', '.');
    }
    return "a number in digits, with a point for decimals, such as 0.65";
  }

  /** A value, or what is wrong. */
  private record Result(@Nullable Object value, String problem) {
    static Result of(Object value) {
      return new Result(value, "");
    }

    static Result wrong(String problem) {
      return new Result(null, problem);
    }
  }

  /** The value as a fact file would write it, for values of the catalogue. */
  public static Node node(Component component, String text) {
    if (component.type() instanceof ParameterizedType) {
      List<Node> items =
          Stream.of(text.replaceAll("[\\[\\]]", "").split(","))
              .map(String::strip)
              .filter(item -> !item.isEmpty())
              .map(item -> (Node) new Node.Scalar(item, false, Place.NONE))
              .collect(Collectors.toList());
      return new Node.Sequence(items, Place.NONE);
    }
    return new Node.Scalar(text, false, Place.NONE);
  }
}
