package eu.policyadvisor.explain;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What to ask next, that which settles the most first. */
public final class Questions {
  private static final Comparator<Question> HEAVIEST_FIRST =
      Comparator.comparing(Question::weight).reversed();

  private Questions() {}

  /**
   * All questions whose answers may change the advice: values of facts that are there, then lists
   * that are not stated.
   */
  public static List<Question> of(Assessment assessment) {
    Map<String, Undetermined> waiting = new TreeMap<>();
    assessment.undetermined().forEach(each -> waiting.put(each.rule().id(), each));
    List<Question> values = new ArrayList<>();
    for (Assessment.Unknown unknown : assessment.unknowns()) {
      List<RuleCard> rules = cards(assessment, unknown.rules());
      BigDecimal weight = BigDecimal.ZERO;
      for (RuleCard rule : rules) {
        Undetermined each = waiting.get(rule.id());
        int shared = each == null ? 1 : Math.max(1, each.awaits().size());
        weight = weight.add(weight(rule).divide(BigDecimal.valueOf(shared), MathContext.DECIMAL32));
      }
      RecordComponent component = component(unknown.value());
      values.add(
          new Question(
              unknown.value(),
              unknown.value().fact().section(),
              text(unknown.value().fact(), component),
              allowed(component),
              rules,
              weight));
    }
    values.sort(HEAVIEST_FIRST);
    List<Question> lists = new ArrayList<>();
    for (Section list : assessment.notStated()) {
      List<RuleCard> rules =
          assessment.undetermined().stream()
              .filter(each -> each.lists().contains(list))
              .map(Undetermined::rule)
              .filter(rule -> rule.kind() == Kind.FINDING)
              .toList();
      if (!rules.isEmpty()) {
        BigDecimal weight =
            rules.stream().map(Questions::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        lists.add(
            new Question(
                null,
                list,
                "Are there any "
                    + list.key().replace('_', ' ')
                    + " to speak of for "
                    + assessment.facts().subject().label()
                    + "?",
                "yes, no or unknown",
                rules,
                weight));
      }
    }
    lists.sort(HEAVIEST_FIRST);
    values.addAll(lists);
    return values;
  }

  private static List<RuleCard> cards(Assessment assessment, List<String> rules) {
    return rules.stream().map(id -> assessment.knowledge().rule(id).orElseThrow()).toList();
  }

  private static BigDecimal weight(RuleCard rule) {
    Severity severity = rule.severity() == null ? Severity.LOW : rule.severity();
    return BigDecimal.valueOf(
        switch (severity) {
          case CRITICAL -> 8;
          case HIGH -> 4;
          case MODERATE -> 2;
          case LOW -> 1;
        });
  }

  private static RecordComponent component(OpenValue value) {
    return Arrays.stream(value.fact().getClass().getRecordComponents())
        .filter(component -> Names.inFile(component.getName()).equals(value.field()))
        .findFirst()
        .orElseThrow();
  }

  /** A question made of the sentence that documents a field. */
  static String text(Fact fact, RecordComponent component) {
    Field field = component.getAnnotation(Field.class);
    String sentence = field == null ? component.getName() + "." : field.value();
    int more = sentence.indexOf("; ");
    String first = (more < 0 ? sentence : sentence.substring(0, more)).replaceAll("\\.$", "");
    String rest = more < 0 ? "" : " (" + sentence.substring(more + 2).replaceAll("\\.$", "") + ")";
    String word = first.split(" ", 2)[0];
    String question =
        switch (word) {
          case "Whether" -> "is it true " + first.replaceFirst("Whether", "that") + "?";
          case "How", "What", "Why", "Where", "Who", "When", "Which" ->
              "can you say " + lower(first) + "?";
          default -> "can you give this: " + lower(first) + "?";
        };
    return fact.label() + ": " + question + rest;
  }

  private static String lower(String text) {
    boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return acronym ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** What a field takes, in words. */
  static String allowed(RecordComponent component) {
    Class<?> type = component.getType();
    Field field = component.getAnnotation(Field.class);
    if (type == Boolean.class) {
      return "yes or no";
    } else if (type.isEnum()) {
      return "one of " + constants(type);
    } else if (type == List.class) {
      Class<?> element =
          (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      return element.isEnum()
          ? "any of " + constants(element) + ", with commas between; [] for none"
          : "texts with commas between; [] for none";
    } else if (type == Map.class) {
      return "countries with shares, such as CN: 0.66, DE: 0.34";
    } else if (type == LocalDate.class) {
      return "a date, such as 2025-05-13";
    } else if (type == BigDecimal.class || type == Integer.class) {
      String number = type == Integer.class ? "a whole number" : "a number";
      return field == null || field.min().isEmpty()
          ? number
          : number
              + (field.max().isEmpty()
                  ? " of at least " + field.min()
                  : " from " + field.min() + " to " + field.max());
    } else if (field != null && field.country()) {
      return "a country of two letters, such as CN, US or DE";
    } else if (field != null && field.refersTo() != Section.NONE) {
      return "the id of one of the " + field.refersTo().key().replace('_', ' ');
    }
    return field != null && !field.catalogue().isEmpty()
        ? "an id of the catalogue (" + field.catalogue() + ")"
        : "text";
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> Names.inFile((Enum<?>) constant))
        .collect(Collectors.joining(", "));
  }
}
