package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.Addressee;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Standing;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Urgency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/** Reads rule cards from the annotations of compiled rules; names everything that is missing. */
public final class Cards {
  /** Before an instrument that does not say what the rule says, whose aims it follows. */
  private static final String SPIRIT = "spirit of ";

  private static final Set<String> COMMON =
      Set.of("kind", "title", "summary", "keyPoints", "layer", "confidence", "cites");
  private static final Set<String> ADVICE =
      Set.of(
          "action",
          "addressee",
          "urgency",
          "strength",
          "stance",
          "standing",
          "beforehand",
          "shortForm",
          "doneWhen");

  /** How an annotation that is missing is written. */
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("kind", "@kind(\"finding\")"),
          Map.entry("title", "@title(\"Up to five words\")"),
          Map.entry("summary", "@summary(\"One sentence that an official could check.\")"),
          Map.entry("keyPoints", "@keyPoints(\"3, 7\")"),
          Map.entry("layer", "@layer(\"chips\")"),
          Map.entry("confidence", "@confidence(0.8)"),
          Map.entry("cites", "@cites(\"gdpr Art. 44\")"),
          Map.entry("severity", "@severity(\"high\")"),
          Map.entry("action", "@action(\"What to do about {on}\")"),
          Map.entry("addressee", "@addressee(\"subject\")"),
          Map.entry("urgency", "@urgency(\"short\")"),
          Map.entry("strength", "@strength(\"should\")"),
          Map.entry("stance", "@stance(\"restrict\")"),
          Map.entry("standing", "@standing(\"out_of_use\")"),
          Map.entry("beforehand", "@beforehand(\"Before putting {on} into service, ...\")"),
          Map.entry("shortForm", "@shortForm(\"What to do in at most twelve words\")"),
          Map.entry("doneWhen", "@doneWhen(\"counsel has answered in writing\")"));

  private static final Map<Rule.Attribute<?>, String> TIMED =
      Map.of(
          Rule.Attribute.TIMER, "timer",
          Rule.Attribute.DURATION, "duration",
          Rule.Attribute.CALENDARS, "calendars");

  private final Catalogue catalogue;
  private final Supplier<DrlSources> sources;
  private final List<Problem> problems = new ArrayList<>();

  private Cards(Catalogue catalogue, Supplier<DrlSources> sources) {
    this.catalogue = catalogue;
    this.sources = sources;
  }

  /**
   * The card of each rule, by id.
   *
   * @param sources where the rules stand; asked only when something is wrong with one
   * @throws RuleBaseException naming file and line of all that is wrong
   */
  public static Map<String, RuleCard> read(
      Collection<Rule> rules, Catalogue catalogue, Supplier<DrlSources> sources) {
    Cards reader = new Cards(catalogue, sources);
    Map<String, RuleCard> cards = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.getName())) {
        throw new RuleBaseException(DrlSources.duplicates(sources.get().files()));
      }
      RuleCard card = reader.card(rule);
      if (card != null) {
        cards.put(card.id(), card);
      }
    }
    if (!reader.problems.isEmpty()) {
      throw new RuleBaseException(reader.problems.stream().sorted().toList());
    }
    return cards;
  }

  private @Nullable RuleCard card(Rule rule) {
    int before = problems.size();
    Annotations annotations = new Annotations(rule);
    String id = rule.getName();
    int beforeKind = problems.size();
    Kind kind = annotations.constant("kind", Kind.class);
    boolean ofKind = problems.size() == beforeKind;
    String title = annotations.required("title");
    String summary = annotations.required("summary");
    List<Integer> keyPoints = annotations.keyPoints();
    Layer layer = annotations.constant("layer", Layer.class);
    Confidence confidence = annotations.confidence();
    List<Citation> citations = annotations.citations();
    Severity severity =
        kind == Kind.FINDING ? annotations.constant("severity", Severity.class) : null;
    RuleCard.Advice advice = kind == Kind.ADVICE ? annotations.advice() : null;
    if (ofKind) {
      annotations.unknown(kind);
    }
    ConditionForms.Unread unread = ConditionForms.unread(Conditions.of(rule));
    if (unread != null) {
      problems.add(sources.get().problem(id, unread.word(), unread.message()));
    }
    TIMED.forEach(
        (attribute, name) -> {
          if (rule.getAttribute(attribute) != attribute.getDefaultValue()) {
            annotations.problem(
                of -> of.item(name).map(DrlRule.HeadItem::span),
                "has " + name + ", but advice is given for one day, at no time of it; remove it");
          }
        });
    if (unread == null) {
      unknownGroups(id, Conditions.of(rule));
    }
    LocalDate effective = day(rule.getAttribute(Rule.Attribute.DATE_EFFECTIVE));
    LocalDate expires = day(rule.getAttribute(Rule.Attribute.DATE_EXPIRES));
    if (effective != null && expires != null && !effective.isBefore(expires)) {
      annotations.problem(
          of -> of.item("date-expires").map(DrlRule.HeadItem::span),
          "never holds: date-expires is "
              + expires
              + ", not after date-effective, "
              + effective
              + "; date-expires is the first day on which it no longer holds");
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

  /** A rule that asks a group that is not there would be silent for ever. */
  private void unknownGroups(String id, List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (condition instanceof Pattern<?> pattern
          && pattern.getPatternVariable().getType() == TermGroup.class) {
        FieldsRead.singles(pattern.getConstraint()).stream()
            .filter(each -> each.getVariables().length == 1)
            .filter(each -> isOfNone(each, pattern))
            .map(FieldsRead::text)
            .forEach(name -> unknownGroup(id, name));
      }
      unknownGroups(id, FieldsRead.children(condition));
    }
  }

  private boolean isOfNone(SingleConstraint constraint, Pattern<?> pattern) {
    return catalogue.termGroups().stream()
        .map(group -> Bindings.EMPTY.bind(pattern.getPatternVariable(), group))
        .noneMatch(env -> Constraints.holds(constraint, env));
  }

  private void unknownGroup(String id, String condition) {
    String name = condition.replaceAll("[^\"']*[\"']([^\"']*).*", "$1");
    String near =
        Suggestion.question(name, catalogue.termGroups().stream().map(TermGroup::name).toList(), 1);
    problems.add(
        sources
            .get()
            .problem(
                id,
                condition,
                "asks for the term group '"
                    + name
                    + "', which no vocabulary holds"
                    + (near.isEmpty() ? "; add it to one of rules/vocabularies" : near)));
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

    /** A problem of the rule, where its name stands. */
    /** A problem of an annotation; of one that is missing, of the rule. */
    void problem(String annotation, String message) {
      problem(of -> of.item("@" + annotation).map(DrlRule.HeadItem::span), message);
    }

    void problem(Function<DrlRule, Optional<DrlRule.Span>> place, String message) {
      problems.add(sources.get().problem(rule.getName(), place, message));
    }

    @Nullable String value(String name) {
      Object value = rule.getMetaData(name);
      return value == null ? null : value.toString().strip();
    }

    String required(String name) {
      String value = value(name);
      if (value == null || value.isEmpty()) {
        problem(name, "has no @" + name + "; add one, such as " + EXAMPLES.get(name));
        return "";
      }
      return value;
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
      return constant(name, List.of(type.getEnumConstants()));
    }

    private <E extends Enum<E>> E constant(String name, List<E> constants) {
      String value = required(name);
      for (E constant : constants) {
        if (word(constant).equals(value)) {
          return constant;
        }
      }
      if (!value.isEmpty()) {
        problem(
            name,
            "has @"
                + name
                + "("
                + value
                + "), which is not one of "
                + String.join(", ", constants.stream().map(this::word).toList()));
      }
      return constants.get(0);
    }

    private String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }

    private List<String> listed(String name, String separator) {
      String value = required(name);
      return value.isEmpty() ? List.of() : List.of(value.split(separator, -1));
    }

    List<Integer> keyPoints() {
      List<Integer> points = new ArrayList<>();
      for (String point : listed("keyPoints", ",")) {
        if (point.strip().matches("[1-7]")) {
          points.add(Integer.valueOf(point.strip()));
        } else {
          problem(
              "keyPoints", "has '" + point.strip() + "' in @keyPoints; the key points are 1 to 7");
        }
      }
      return points;
    }

    Confidence confidence() {
      String value = required("confidence");
      if (value.isEmpty()) {
        return Confidence.FULL;
      }
      try {
        return new Confidence(new BigDecimal(value));
      } catch (IllegalArgumentException e) {
        problem("confidence", "has @confidence(" + value + "), which is not a number from 0 to 1");
        return Confidence.FULL;
      }
    }

    List<Citation> citations() {
      List<Citation> citations = new ArrayList<>();
      for (String text : listed("cites", ";")) {
        String cited = text.strip();
        boolean inSpirit = cited.startsWith(SPIRIT);
        String[] parts = (inSpirit ? cited.substring(SPIRIT.length()) : cited).split("\\s+", 2);
        Instrument instrument = catalogue.instruments().get(parts[0]);
        if (instrument == null) {
          problem(
              of -> of.item("@cites").flatMap(item -> item.find(parts[0])),
              "cites '"
                  + parts[0]
                  + "', which the catalogue does not list"
                  + (Suggestion.question(parts[0], catalogue.instruments().keySet(), 1).isEmpty()
                      ? "; add it to rules/catalog/instruments.yaml"
                      : Suggestion.question(parts[0], catalogue.instruments().keySet(), 1)));
        } else {
          citations.add(new Citation(instrument, parts.length > 1 ? parts[1] : "", inSpirit));
        }
      }
      return citations;
    }

    RuleCard.Advice advice() {
      String action = required("action");
      Addressee addressee = constant("addressee", Addressee.class);
      Urgency urgency = constant("urgency", Urgency.class);
      Strength strength = constant("strength", Strength.class);
      Stance stance = constant("stance", Stance.ADVICE);
      Standing standing =
          value("standing") == null ? Standing.of(stance) : constant("standing", Standing.class);
      return new RuleCard.Advice(
          action,
          addressee,
          urgency,
          strength,
          stance,
          standing,
          value("beforehand"),
          value("shortForm"),
          value("doneWhen"));
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
      names.forEach(
          name ->
              problem(
                  name,
                  "has @"
                      + name
                      + ", which a rule of kind "
                      + word(kind)
                      + " does not take"
                      + (Suggestion.question(name, EXAMPLES.keySet(), 1).isEmpty()
                          ? "; remove it"
                          : Suggestion.question(name, EXAMPLES.keySet(), 1))));
    }
  }
}
