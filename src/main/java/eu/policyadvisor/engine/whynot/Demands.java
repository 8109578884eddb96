package eu.policyadvisor.engine.whynot;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.reading.FailedCondition;
import eu.policyadvisor.engine.reading.ReadComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.drools.model.SingleConstraint;

/**
 * What failing conditions demand of single values, to tell whether they can be met together.
 *
 * <p>Two conditions that read one component contradict when none of the values worth trying for
 * either meets both. Each pair is looked at, which is little: few conditions of a rule fail.
 */
final class Demands {
  /** A condition that reads one component of one object. */
  private record Demand(SingleConstraint condition, ReadComponent slot, Bindings env) {
    boolean sameValueAs(Demand other) {
      return slot.owner().equals(other.slot.owner())
          && slot.component().equals(other.slot.component());
    }

    boolean accepts(Object value) {
      return Constraints.holds(condition, slot.with(value, env));
    }
  }

  private Demands() {}

  /** Whether no value of some component would meet all the conditions that read only it. */
  static boolean contradict(List<FailedCondition> snags) {
    if (snags.size() < 2) {
      return false;
    }
    List<Demand> demands = new ArrayList<>();
    collect(snags, demands);
    for (int i = 0; i < demands.size(); i++) {
      for (int j = i + 1; j < demands.size(); j++) {
        if (demands.get(i).sameValueAs(demands.get(j))
            && !compatible(demands.get(i), demands.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean compatible(Demand one, Demand other) {
    Set<Object> values = new LinkedHashSet<>(one.slot().values(one.condition(), one.env()));
    values.addAll(other.slot().values(other.condition(), other.env()));
    return values.stream().anyMatch(value -> one.accepts(value) && other.accepts(value));
  }

  private static void collect(List<FailedCondition> snags, List<Demand> demands) {
    for (FailedCondition snag : snags) {
      if (snag instanceof FailedCondition.Unmet unmet) {
        for (SingleConstraint failing : unmet.failing()) {
          List<ReadComponent> slots = ReadComponent.read(failing, unmet.object(), unmet.env());
          if (slots.size() == 1) {
            demands.add(new Demand(failing, slots.get(0), unmet.env()));
          }
        }
      } else if (snag instanceof FailedCondition.Underived underived && underived.way() != null) {
        collect(underived.way().snags(), demands);
      }
    }
  }
}
