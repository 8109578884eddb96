package eu.policyadvisor.session;

import eu.policyadvisor.rule.CompiledRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Which rules can match some facts at all, by the types of the facts: for each thing that such a
 * rule needs there is a fact of its type, or another such rule that concludes one.
 */
final class Reach {
  private final Set<String> present = new HashSet<>();
  private final Set<String> reached = new HashSet<>();

  private Reach(Collection<?> facts) {
    facts.forEach(fact -> addTypes(fact.getClass(), present));
  }

  /**
   * The rules that can match.
   *
   * @param rules rules that conclude one thing each
   * @param facts what the rules run over
   */
  static List<CompiledRule> of(Collection<CompiledRule> rules, Collection<?> facts) {
    Reach reach = new Reach(facts);
    List<CompiledRule> open = new ArrayList<>(rules);
    List<CompiledRule> reached = new ArrayList<>();
    while (reach.advance(open, reached)) {
      // What was reached may reach more.
    }
    return reached;
  }

  private boolean advance(List<CompiledRule> open, List<CompiledRule> met) {
    boolean further = false;
    for (Iterator<CompiledRule> rules = open.iterator(); rules.hasNext(); ) {
      CompiledRule rule = rules.next();
      if (rule.needs().stream().allMatch(this::isMet)) {
        rules.remove();
        met.add(rule);
        reached.add(rule.id());
        present.addAll(rule.concludes());
        further = true;
      }
    }
    return further;
  }

  private boolean isMet(CompiledRule.Need need) {
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
