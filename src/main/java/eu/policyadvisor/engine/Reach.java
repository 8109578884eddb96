package eu.policyadvisor.engine;

import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.RuleNeeds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rules can match some facts at all: for each thing that such a rule needs there is a fact of
 * its type that is, or may be, what the rule asks it to be by itself, or another such rule that
 * concludes one. A value that is not known may be any.
 */
final class Reach {
  private final Set<String> present = new HashSet<>();
  private final Set<String> reached = new HashSet<>();

  private final Map<String, List<Known>> facts = new HashMap<>();

  private Reach(Collection<?> memory) {
    for (Object object : memory) {
      addTypes(object.getClass(), present);
      if (object instanceof Fact fact) {
        facts
            .computeIfAbsent(fact.getClass().getName(), type -> new ArrayList<>())
            .add(new Known(fact));
      }
    }
  }

  /** A fact, of which each value is read once: reading them by name is slow at first. */
  private static final class Known {
    private final Fact fact;
    private final Map<String, Optional<String>> texts = new HashMap<>();

    Known(Fact fact) {
      this.fact = fact;
    }

    boolean mayBe(Map<String, Set<String>> values) {
      for (Map.Entry<String, Set<String>> asked : values.entrySet()) {
        Optional<String> text = texts.computeIfAbsent(asked.getKey(), this::text);
        if (text.isPresent() && !asked.getValue().contains(text.get())) {
          return false;
        }
      }
      return true;
    }

    private Optional<String> text(String component) {
      Object value = Components.value(fact, component);
      return Optional.ofNullable(value instanceof Enum<?> constant ? constant.name() : value)
          .map(Object::toString);
    }
  }

  /**
   * The rules that can match.
   *
   * @param rules rules that conclude one thing each
   * @param memory what the rules run over
   */
  static List<CompiledRule> of(Collection<CompiledRule> rules, Collection<?> memory) {
    Reach reach = new Reach(memory);
    List<RuleNeeds> open = new ArrayList<>();
    for (CompiledRule rule : rules) {
      if (rule.needs().needs().stream().allMatch(reach::factsMayMeet)) {
        open.add(rule.needs());
      }
    }
    reach.run(open);
    return rules.stream().filter(rule -> reach.reached.contains(rule.id())).toList();
  }

  /**
   * The rules that can match, as far as the types of what they run over tell.
   *
   * @param rules rules that conclude one thing each
   * @param types these types
   */
  static List<RuleNeeds> ofTypes(Collection<RuleNeeds> rules, Set<Class<?>> types) {
    Reach reach = new Reach(List.of());
    types.forEach(type -> addTypes(type, reach.present));
    reach.run(new ArrayList<>(rules));
    return rules.stream().filter(rule -> reach.reached.contains(rule.id())).toList();
  }

  private void run(List<RuleNeeds> open) {
    while (open.removeIf(this::reaches)) {
      // What was reached may reach more.
    }
  }

  private boolean reaches(RuleNeeds rule) {
    boolean met = rule.needs().stream().allMatch(this::isMet);
    if (met) {
      reached.add(rule.id());
      present.addAll(rule.concludes());
    }
    return met;
  }

  private boolean factsMayMeet(RuleNeeds.Need need) {
    return need.values().isEmpty()
        || facts.getOrDefault(need.type(), List.of()).stream()
            .anyMatch(fact -> fact.mayBe(need.values()));
  }

  private boolean isMet(RuleNeeds.Need need) {
    return present.contains(need.type())
        && (need.rules().isEmpty() || need.rules().stream().anyMatch(reached::contains));
  }

  /** The names of a type and of all types above it. */
  static void addTypes(Class<?> type, Set<String> names) {
    if (names.add(type.getName())) {
      for (Class<?> each : type.getInterfaces()) {
        addTypes(each, names);
      }
      Class<?> above = type.getSuperclass();
      if (above != null) {
        addTypes(above, names);
      }
    }
  }
}
