package eu.policyadvisor.explain;

import eu.policyadvisor.Inquiry;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.CatalogueReference;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Means;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Screening;
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
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What to ask next: what can turn an answer first, then what settles the most. */
public final class Questions {
  private static final Comparator<Question> HEAVIEST_FIRST =
      Comparator.comparing(Question::weight).reversed();

  /** By the list that is asked about, such as {@code models}, or the field of its facts. */
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("eu.policyadvisor.explain.questions", Locale.ROOT);

  private Questions() {}

  /**
   * The words of a question.
   *
   * @param asked a list, such as {@code models}, or a field of its facts, such as {@code
   *     models.stage}
   * @return empty where it is not asked
   */
  public static Optional<String> text(String asked) {
    return TEXTS.containsKey(asked) ? Optional.of(TEXTS.getString(asked)) : Optional.empty();
  }

  /** The questions about a fact set, with what their answers lead to. */
  public static List<Question> of(Inquiry inquiry) {
    Assessment assessment = inquiry.assessment();
    return of(assessment.withRange(inquiry.range(assessment)));
  }

  /**
   * All questions whose answers may change the advice: values of facts that the file states, in the
   * order of {@link OpenValues} and by weight, then lists that are not stated. Of a party that is
   * only named, nothing is asked before it is listed; nor is what has a meaning only after another
   * answer.
   */
  public static List<Question> of(Assessment assessment) {
    Map<String, Undetermined> waiting = new TreeMap<>();
    assessment.undetermined().forEach(each -> waiting.put(each.rule().id(), each));
    OpenValues open = new OpenValues(assessment);
    List<Question> values = new ArrayList<>();
    for (Assessment.Unknown unknown : open.all()) {
      RecordComponent component = component(unknown.value());
      String asked = unknown.value().fact().section().key() + "." + unknown.value().field();
      if (!TEXTS.containsKey(asked)
          || !unknown.value().isStated(assessment.facts())
          || FollowUp.isPremature(unknown.value(), assessment)) {
        continue;
      }
      List<RuleCard> rules = cards(assessment, unknown.rules());
      BigDecimal weight = BigDecimal.ZERO;
      for (RuleCard rule : rules) {
        Undetermined each = waiting.get(rule.id());
        int shared = each == null ? 1 : Math.max(1, each.awaits().size());
        weight = weight.add(weight(rule).divide(BigDecimal.valueOf(shared), MathContext.DECIMAL32));
      }
      values.add(
          new Question(
              unknown.value(),
              unknown.value().fact().section(),
              unknown.value().fact().label()
                  + ": "
                  + TEXTS.getString(asked)
                  + resembling(assessment, unknown.value())
                  + inCatalogue(assessment, unknown.value()),
              allowed(component),
              constants(component),
              rules,
              weight,
              open.turns(unknown.value())));
    }
    values.sort(
        Comparator.comparing((Question each) -> Objects.requireNonNull(each.value()), open.order())
            .thenComparing(HEAVIEST_FIRST));
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
                assessment.facts().subject().label() + ": " + TEXTS.getString(list.key()),
                "yes or no",
                List.of(),
                rules,
                weight,
                List.of()));
      }
    }
    lists.sort(HEAVIEST_FIRST);
    values.addAll(lists);
    return values;
  }

  /**
   * What the catalogue states is asked only where the file says that it is unknown, which counts
   * before the catalogue; then the question says what it states.
   */
  private static String inCatalogue(Assessment assessment, OpenValue asked) {
    Fact fact = asked.fact();
    return CatalogueReference.of(fact.getClass())
        .filter(reference -> fact.value(reference.field()) != null)
        .flatMap(
            reference ->
                assessment
                    .knowledge()
                    .catalogue()
                    .find(reference.part(), String.valueOf(fact.value(reference.field()))))
        .map(entry -> entry.on(assessment.asOf()).values().get(asked.field()))
        .map(value -> " The catalogue says " + value + ".")
        .orElse("");
  }

  /** A name that resembles a listed one makes the question a pointed one. */
  private static String resembling(Assessment assessment, OpenValue value) {
    Screening screening = assessment.screening();
    if (screening == null) {
      return "";
    }
    return screening.remarks().stream()
        .filter(remark -> remark.kind() == Screening.Kind.RESEMBLES)
        .filter(remark -> remark.fact().equals(value.fact().id()))
        .filter(remark -> value.field().equals(remark.field()))
        .map(remark -> " " + remark.text() + " (" + remark.row().reference() + ").")
        .collect(Collectors.joining());
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

  /** What a field takes, in words. */
  static String allowed(RecordComponent component) {
    Class<?> type = component.getType();
    Field field = component.getAnnotation(Field.class);
    if (type == Boolean.class) {
      return "yes or no";
    } else if (type.isEnum()) {
      return "one of " + words(component);
    } else if (type == List.class) {
      return "any of " + words(component) + ", with commas between; none if there is none";
    } else if (type == Map.class) {
      return "countries with their shares, such as CN: 0.66, DE: 0.34";
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
    } else if (field != null && field.refersToAny()) {
      return "the id of another fact of the file";
    }
    return field != null && !field.catalogue().isEmpty()
        ? "an id of the reference catalogue (" + field.catalogue() + ")"
        : "text";
  }

  private static String words(RecordComponent component) {
    return constants(component).stream()
        .map(Question.Constant::value)
        .collect(Collectors.joining(", "));
  }

  /** The constants that a field takes; none for other fields. */
  private static List<Question.Constant> constants(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == List.class) {
      type =
          (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }
    return type.isEnum()
        ? Arrays.stream(type.getFields())
            .filter(java.lang.reflect.Field::isEnumConstant)
            .map(Questions::constant)
            .toList()
        : List.of();
  }

  private static Question.Constant constant(java.lang.reflect.Field constant) {
    Means means = constant.getAnnotation(Means.class);
    return new Question.Constant(
        constant.getName().toLowerCase(Locale.ROOT), means == null ? "" : means.value());
  }
}
