package eu.policyadvisor.session;

import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.rule.Addressee;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Urgency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/** Reads rule cards from the annotations of compiled rules; names everything that is missing. */
final class Cards {
  private static final Set<String> COMMON =
      Set.of("kind", "title", "summary", "keyPoints", "layer", "confidence", "cites");
  private static final Set<String> ADVICE =
      Set.of("action", "addressee", "urgency", "strength", "stance");

  private final Catalogue catalogue;
  private final List<Problem> problems = new ArrayList<>();

  private Cards(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static Map<String, RuleCard> read(Collection<Rule> rules, Catalogue catalogue) {
    Cards reader = new Cards(catalogue);
    Map<String, RuleCard> cards = new TreeMap<>();
    for (Rule rule : rules) {
      RuleCard card = reader.card(rule);
      if (card != null) {
        cards.put(card.id(), card);
      }
    }
    if (!reader.problems.isEmpty()) {
      throw new RuleBaseException(reader.problems);
    }
    return cards;
  }

  private @Nullable RuleCard card(Rule rule) {
    int before = problems.size();
    Annotations annotations = new Annotations(rule);
    String id = rule.getName();
    if (!id.matches("[a-z0-9-]+/[a-z0-9-]+")) {
      annotations.problem("its id is not of the form theme/name, in lower case with hyphens");
    }
    Kind kind = annotations.constant("kind", Kind.class);
    String title = annotations.required("title");
    String summary = annotations.required("summary");
    List<Integer> keyPoints = annotations.keyPoints();
    Layer layer = annotations.constant("layer", Layer.class);
    Confidence confidence = annotations.confidence();
    List<Citation> citations = annotations.citations();
    Severity severity =
        kind == Kind.FINDING ? annotations.constant("severity", Severity.class) : null;
    RuleCard.Advice advice = kind == Kind.ADVICE ? annotations.advice() : null;
    annotations.unknown(kind);
    LocalDate effective = day(rule.getAttribute(Rule.Attribute.DATE_EFFECTIVE));
    LocalDate expires = day(rule.getAttribute(Rule.Attribute.DATE_EXPIRES));
    if (effective != null && expires != null && !effective.isBefore(expires)) {
      annotations.problem("its window ends on " + expires + ", before it starts on " + effective);
    }
    if (problems.size() > before) {
      return null;
    }
    return new RuleCard(
        id,
        kind,
        title,
        summary,
        keyPoints,
        layer,
        severity,
        confidence,
        citations,
        effective,
        expires,
        advice);
  }

  private static @Nullable LocalDate day(@Nullable Calendar calendar) {
    return calendar == null
        ? null
        : calendar.toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
  }

  /** The annotations of one rule. */
  private final class Annotations {
    private final Rule rule;

    Annotations(Rule rule) {
      this.rule = rule;
    }

    void problem(String message) {
      problems.add(new Problem("rules", 0, 0, "rule '" + rule.getName() + "': " + message));
    }

    @Nullable String value(String name) {
      Object value = rule.getMetaData(name);
      return value == null ? null : value.toString().strip();
    }

    String required(String name) {
      String value = value(name);
      if (value == null || value.isEmpty()) {
        problem("has no @" + name);
        return "";
      }
      return value;
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
      String value = required(name);
      E[] constants = type.getEnumConstants();
      for (E constant : constants) {
        if (word(constant).equals(value)) {
          return constant;
        }
      }
      if (!value.isEmpty()) {
        problem(
            "@"
                + name
                + "("
                + value
                + ") is not one of "
                + String.join(", ", Arrays.stream(constants).map(this::word).toList()));
      }
      return constants[0];
    }

    private String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }

    List<Integer> keyPoints() {
      List<Integer> points = new ArrayList<>();
      for (String point : required("keyPoints").split(",", -1)) {
        if (point.strip().matches("[1-7]")) {
          points.add(Integer.valueOf(point.strip()));
        } else {
          problem("@keyPoints names '" + point.strip() + "'; the key points are 1 to 7");
        }
      }
      return points;
    }

    Confidence confidence() {
      String value = required("confidence");
      try {
        return new Confidence(new BigDecimal(value));
      } catch (IllegalArgumentException e) {
        problem("@confidence(" + value + ") is not a number from 0 to 1");
        return Confidence.FULL;
      }
    }

    List<Citation> citations() {
      List<Citation> citations = new ArrayList<>();
      for (String text : required("cites").split(";", -1)) {
        String[] parts = text.strip().split("\\s+", 2);
        Instrument instrument = catalogue.instruments().get(parts[0]);
        if (instrument == null) {
          problem("cites '" + parts[0] + "', which the catalogue does not list");
        } else {
          citations.add(new Citation(instrument, parts.length > 1 ? parts[1] : ""));
        }
      }
      return citations;
    }

    RuleCard.Advice advice() {
      return new RuleCard.Advice(
          required("action"),
          constant("addressee", Addressee.class),
          constant("urgency", Urgency.class),
          constant("strength", Strength.class),
          constant("stance", Stance.class));
    }

    void unknown(Kind kind) {
      Set<String> names = new TreeSet<>(rule.getMetaData().keySet());
      names.removeAll(COMMON);
      if (kind == Kind.FINDING) {
        names.remove("severity");
      }
      if (kind == Kind.ADVICE) {
        names.removeAll(ADVICE);
      }
      names.forEach(name -> problem("has an annotation nobody reads: @" + name));
    }
  }
}
