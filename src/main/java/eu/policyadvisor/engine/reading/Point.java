package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Bound;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.drools.model.AccumulatePattern;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/**
 * A place in the conditions of a rule where it is decided.
 *
 * @param kind what is decided
 * @param condition the condition: of a constraint the pattern it stands in; of an inner one the
 *     {@code not}, {@code exists} or accumulation around it
 * @param constraint the constraint; null where the whole condition decides
 * @param branches the branches of {@code or} that lead to it
 * @param text it as written
 */
record Point(
    Kind kind,
    Condition condition,
    @Nullable SingleConstraint constraint,
    List<Condition> branches,
    String text) {

  private static final java.util.regex.Pattern KNOWN =
      java.util.regex.Pattern.compile("(\\w+)\\s*!=\\s*null");

  enum Kind {
    /** A constraint on something that must be there. */
    CONSTRAINT,
    /** That something is there. */
    PRESENT,
    /** That nothing of the kind is there. */
    ABSENT,
    /** That at least one is there. */
    EXISTS,
    /** A constraint inside {@code not}, {@code exists} or an accumulation. */
    INNER
  }

  /** All of a rule, in the order in which they are written. */
  static List<Point> of(Rule rule) {
    List<Point> points = new ArrayList<>();
    Conditions.of(rule).forEach(condition -> add(condition, List.of(), points));
    points.removeIf(point -> isReference(point, points));
    return points;
  }

  /**
   * Whether a value has to be known because it is the id of something that another one asks for.
   */
  private static boolean isReference(Point point, List<Point> points) {
    Matcher known = KNOWN.matcher(point.text());
    if (!known.matches() || !(point.condition() instanceof Pattern<?> pattern)) {
      return false;
    }
    for (Binding binding : pattern.getBindings()) {
      if (known.group(1).equals(Bound.component(binding))) {
        String asked = "id == " + binding.getBoundVariable().getName();
        return points.stream().anyMatch(other -> other.text().equals(asked));
      }
    }
    return false;
  }

  private static void add(Condition condition, List<Condition> branches, List<Point> points) {
    switch (condition.getType()) {
      case PATTERN -> pattern((Pattern<?>) condition, branches, points);
      case AND -> condition.getSubConditions().forEach(each -> add(each, branches, points));
      case OR -> {
        for (Condition branch : condition.getSubConditions()) {
          List<Condition> deeper = new ArrayList<>(branches);
          deeper.add(branch);
          add(branch, deeper, points);
        }
      }
      case NOT, EXISTS -> {
        Kind kind = condition.getType() == Condition.Type.NOT ? Kind.ABSENT : Kind.EXISTS;
        points.add(new Point(kind, condition, null, branches, kinds(condition)));
        condition.getSubConditions().forEach(each -> inner(condition, each, branches, points));
      }
      case ACCUMULATE ->
          inner(condition, ((AccumulatePattern<?>) condition).getCondition(), branches, points);
      default -> {
        // A consequence decides nothing.
      }
    }
  }

  private static void pattern(Pattern<?> pattern, List<Condition> branches, List<Point> points) {
    Class<?> type = pattern.getPatternVariable().getType();
    List<SingleConstraint> deciding = deciding(pattern);
    boolean concluded = Conclusion.class.isAssignableFrom(type) || type == StatedList.class;
    boolean bare =
        Fact.class.isAssignableFrom(type)
            && type != Subject.class
            && FieldsRead.singles(pattern.getConstraint()).stream()
                .allMatch(each -> FieldsRead.text(each).isEmpty());
    if (concluded || bare) {
      points.add(new Point(Kind.PRESENT, pattern, null, branches, type.getSimpleName()));
    }
    for (SingleConstraint each : deciding) {
      points.add(new Point(Kind.CONSTRAINT, pattern, each, branches, FieldsRead.text(each)));
    }
  }

  private static void inner(
      Condition around, Condition inside, List<Condition> branches, List<Point> points) {
    if (inside instanceof Pattern<?> pattern) {
      for (SingleConstraint each : deciding(pattern)) {
        points.add(new Point(Kind.INNER, around, each, branches, FieldsRead.text(each)));
      }
    } else {
      FieldsRead.children(inside).forEach(each -> inner(around, each, branches, points));
    }
  }

  /**
   * The constraints of a pattern that decide something. The name of a parameter, the list of a
   * {@link StatedList}, the rule of a finding and the fact that a conclusion is about say which one
   * is meant; whether it is there is decided as a whole.
   */
  private static List<SingleConstraint> deciding(Pattern<?> pattern) {
    Class<?> type = pattern.getPatternVariable().getType();
    List<String> naming =
        Named.class.isAssignableFrom(type)
            ? List.of("name")
            : type == StatedList.class
                ? List.of("section")
                : Conclusion.class.isAssignableFrom(type) ? List.of("rule", "on") : List.of();
    return FieldsRead.singles(pattern.getConstraint()).stream()
        .filter(each -> type != AsOf.class)
        .filter(each -> !FieldsRead.text(each).isEmpty()) // a pattern without constraints has one
        .filter(each -> !FieldsRead.text(each).startsWith("this "))
        .filter(each -> FieldsRead.inConstraint(each, type).stream().noneMatch(naming::contains))
        .filter(each -> !isImplied(each, pattern))
        .toList();
  }

  /** Whether a value has to be known for another constraint of the pattern anyway. */
  private static boolean isImplied(SingleConstraint constraint, Pattern<?> pattern) {
    Class<?> type = pattern.getPatternVariable().getType();
    Matcher known = KNOWN.matcher(FieldsRead.text(constraint));
    if (!known.matches() || !Fact.class.isAssignableFrom(type)) {
      return false;
    } else if (type == CountryShare.class) {
      return true; // a share is stated for a country; only what is imagined has none
    }
    Bindings nothing =
        Bindings.EMPTY.bind(
            pattern.getPatternVariable(), Fact.unknown(type.asSubclass(Fact.class), "nothing"));
    return FieldsRead.singles(pattern.getConstraint()).stream()
        .filter(each -> each != constraint && each.getVariables().length == 1)
        .filter(each -> FieldsRead.inConstraint(each, type).contains(known.group(1)))
        .anyMatch(each -> !Constraints.holds(each, nothing));
  }

  private static String kinds(Condition condition) {
    List<String> kinds = new ArrayList<>();
    for (Condition child : FieldsRead.children(condition)) {
      if (child instanceof Pattern<?> pattern) {
        kinds.add(pattern.getPatternVariable().getType().getSimpleName());
      } else {
        kinds.add(kinds(child));
      }
    }
    String word = condition.getType() == Condition.Type.NOT ? "not " : "";
    return (condition.getType() == Condition.Type.EXISTS ? "exists " : word)
        + String.join(" and ", kinds);
  }
}
