package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drools.model.Binding;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a condition that reads the day of the advice turns, for given facts.
 *
 * <p><b>Idea.</b> A rule gets the day by a pattern on {@link AsOf}. Each condition that reads it is
 * asked, as it was compiled, of each thing it may be about, day by day: where its answer is not
 * that of the day before, the advice may turn. So whatever a condition computes of the day, such as
 * ninety days after it or the same day some months before, is met without being understood.
 *
 * <p><b>What cannot be told so.</b> A condition of what rules conclude, on a total, or of so many
 * things together that asking is dearer than running, and a conclusion that is made of the day:
 * while such a rule is in force, each day counts as one on which it may turn.
 *
 * <p><b>Cost.</b> The number of days times the conditions on the day, times the things that each
 * may be about. Conditions of the same words on the same values are asked once.
 */
public final class DayConditions {
  /** More things together than this are not asked. */
  private static final int MOST_WAYS = 2_000;

  private final Criteria.Known criteria;
  private final Collection<?> things;
  private final LocalDate from;
  private final LocalDate to;
  private final NavigableSet<LocalDate> turns = new TreeSet<>();
  private final Set<String> daily = new TreeSet<>();
  private final Set<List<Object>> asked = new HashSet<>();

  private DayConditions(ReadableRules rules, Collection<?> things, LocalDate from, LocalDate to) {
    this.criteria = rules.criteria();
    this.things = things;
    this.from = from;
    this.to = to;
  }

  /**
   * What was found.
   *
   * @param days the days on which the answer of a condition is not that of the day before
   * @param daily ids of the rules for which each day counts while they are in force
   */
  public record Turns(NavigableSet<LocalDate> days, Set<String> daily) {}

  /**
   * The days on which conditions turn.
   *
   * @param rules the rules
   * @param ids which of them count
   * @param things all that may be in working memory on any of the days
   * @param from the first day; it is compared with none before
   * @param to the last day
   */
  public static Turns of(
      ReadableRules rules, Set<String> ids, Collection<?> things, LocalDate from, LocalDate to) {
    DayConditions conditions = new DayConditions(rules, things, from, to);
    for (ReadableRule rule : rules.all()) {
      if (ids.contains(rule.card().id())) {
        conditions.add(rule);
      }
    }
    return new Turns(conditions.turns, conditions.daily);
  }

  private void add(ReadableRule rule) {
    Map<String, Pattern<?>> owners = new HashMap<>();
    Map<String, Binding> bindings = new HashMap<>();
    Set<String> days = new HashSet<>();
    Set<String> ambiguous = new HashSet<>();
    for (Pattern<?> pattern : rule.patterns()) {
      boolean ofDay = pattern.getPatternVariable().getType() == AsOf.class;
      List<String> names = new ArrayList<>(List.of(pattern.getPatternVariable().getName()));
      for (Binding binding : pattern.getBindings()) {
        String bound = binding.getBoundVariable().getName();
        bindings.put(bound, binding);
        names.add(bound);
      }
      for (String name : names) {
        // Alternatives may bind one name to several things.
        if (owners.put(name, pattern) != null && !ofDay) {
          ambiguous.add(name);
        }
        if (ofDay) {
          days.add(name);
        }
      }
    }
    owners.keySet().removeAll(ambiguous);
    if (days.isEmpty()) {
      return;
    }
    boolean told =
        Stream.of(rule.rule().getDefaultConsequence().getVariables())
            .noneMatch(variable -> days.contains(variable.getName()));
    for (Pattern<?> pattern : rule.patterns()) {
      for (SingleConstraint constraint : FieldsRead.singles(pattern.getConstraint())) {
        if (Stream.of(constraint.getVariables()).anyMatch(v -> days.contains(v.getName()))) {
          told &= new Question(constraint, owners, bindings).ask();
        }
      }
    }
    if (!told) {
      daily.add(rule.card().id());
      addAll(rule.card());
    }
  }

  private void addAll(RuleCard card) {
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (card.inForce(day)) {
        turns.add(day);
      }
    }
  }

  /** One condition, to be asked of all things that it may be about. */
  private final class Question {
    private final SingleConstraint constraint;
    private final Variable<?>[] variables;
    private final Map<String, Pattern<?>> owners;
    private final Map<String, Binding> bindings;

    Question(
        SingleConstraint constraint,
        Map<String, Pattern<?>> owners,
        Map<String, Binding> bindings) {
      this.constraint = constraint;
      this.variables = constraint.getVariables();
      this.owners = owners;
      this.bindings = bindings;
    }

    /** Whether it could be asked. */
    boolean ask() {
      List<Pattern<?>> about = new ArrayList<>();
      for (Variable<?> variable : variables) {
        Pattern<?> owner = owners.get(variable.getName());
        if (owner == null || !isGiven(owner.getPatternVariable().getType())) {
          return false;
        } else if (owner.getPatternVariable().getType() != AsOf.class && !about.contains(owner)) {
          about.add(owner);
        }
      }
      List<Bindings> ways = List.of(Bindings.EMPTY);
      for (Pattern<?> pattern : about) {
        List<Bindings> more = new ArrayList<>();
        for (Bindings way : ways) {
          things(pattern).forEach(thing -> more.add(with(way, pattern, thing)));
          if (more.size() > MOST_WAYS) {
            return false;
          }
        }
        ways = more;
      }
      ways.forEach(this::turns);
      return true;
    }

    /** What rules conclude is not known before they run. */
    private boolean isGiven(Class<?> type) {
      return type.isRecord() && !Conclusion.class.isAssignableFrom(type);
    }

    /** A fact may turn out to be what the rest of the pattern asks; a parameter is what it is. */
    private List<?> things(Pattern<?> pattern) {
      Criteria asks = criteria.of(pattern);
      return things.stream()
          .filter(asks.type()::isInstance)
          .filter(
              thing ->
                  thing instanceof Fact
                      || asks.alone().stream()
                          .allMatch(
                              each -> each.holds(Bindings.EMPTY.bind(asks.variable(), thing))))
          .toList();
    }

    private Bindings with(Bindings way, Pattern<?> pattern, Object thing) {
      Bindings with = way;
      for (Variable<?> variable : variables) {
        if (owners.get(variable.getName()) == pattern) {
          with = with.bind(variable, value(variable, thing));
        }
      }
      return with;
    }

    private @Nullable Object value(Variable<?> variable, Object thing) {
      Binding binding = bindings.get(variable.getName());
      return binding == null ? thing : Matching.value(binding, thing);
    }

    private void turns(Bindings way) {
      Deadline.check();
      List<Object> key = new ArrayList<>(List.of(FieldsRead.text(constraint)));
      for (Variable<?> variable : variables) {
        key.add(String.valueOf(variable.getType()));
        key.add(Optional.ofNullable(way.value(variable)));
      }
      if (!asked.add(key)) {
        return;
      }
      boolean before = holds(way, from);
      for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
        boolean now = holds(way, day);
        if (now != before) {
          turns.add(day);
        }
        before = now;
      }
    }

    private boolean holds(Bindings way, LocalDate day) {
      AsOf asOf = new AsOf(day);
      Bindings on = way;
      for (Variable<?> variable : variables) {
        Pattern<?> owner = owners.get(variable.getName());
        if (owner != null && owner.getPatternVariable().getType() == AsOf.class) {
          on = on.bind(variable, value(variable, asOf));
        }
      }
      return Constraints.holds(constraint, variables, on);
    }
  }
}
