package eu.policyadvisor.engine.lint;

import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.Concern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for circles in which a rule rests on the absence of what follows from it: rules that cannot
 * be put into layers, each of which is complete before the next one asks what is missing.
 *
 * <p><b>Idea.</b> For each step from one rule to another that reads its absence, the shortest way
 * back is sought. Circles without such a step are left alone: what they add ends by itself.
 *
 * <p><b>Source.</b> Stratified negation: Apt, Blair and Walker, Towards a Theory of Declarative
 * Knowledge, 1988. A program has layers if and only if no circle holds a negative step.
 *
 * <p><b>Cost.</b> A breadth-first search for each negative step: the number of these times the
 * number of all steps. A map keeps for each rule from which one it was reached.
 */
final class CycleCheck {
  private final DrlSources sources;
  private final Influence influence;

  CycleCheck(DrlSources sources, Influence influence) {
    this.sources = sources;
    this.influence = influence;
  }

  /** Of each circle that is one. */
  List<Complaint> complaints() {
    return cycles().stream().map(this::complaint).toList();
  }

  private Complaint complaint(List<String> cycle) {
    String first = cycle.get(0);
    String last = cycle.get(cycle.size() - 1);
    String rests =
        cycle.size() == 1
            ? "rests on the absence of what it concludes itself"
            : "rests on the absence of what '"
                + last
                + "' concludes, which rests on it again: "
                + String.join(" -> ", cycle)
                + " -> "
                + first;
    return new Complaint(
        Concern.CYCLE,
        sources.problem(
            first,
            rests
                + "; no order of the rules settles that, so take the 'not' or the count out of the"
                + " circle"),
        cycle.toArray(String[]::new));
  }

  /** The circles, each once. */
  private List<List<String>> cycles() {
    Map<Set<String>, List<String>> cycles = new HashMap<>();
    for (Influence.Step step : influence.onAbsence()) {
      List<String> back = path(step.to(), step.from());
      if (back != null) {
        cycles.putIfAbsent(new TreeSet<>(back), back);
      }
    }
    return cycles.values().stream().sorted(Comparator.comparing(List::toString)).toList();
  }

  /** The shortest way from one rule to another; null when there is none. */
  private @Nullable List<String> path(String from, String to) {
    Map<String, String> before = new TreeMap<>();
    Set<String> seen = new TreeSet<>(List.of(from));
    Deque<String> waiting = new ArrayDeque<>(List.of(from));
    while (!waiting.isEmpty()) {
      String rule = waiting.remove();
      if (rule.equals(to)) {
        List<String> path = new ArrayList<>();
        for (String at = to; at != null; at = before.get(at)) {
          path.add(0, at);
        }
        return path;
      }
      for (String next : influence.readers(rule)) {
        if (seen.add(next)) {
          before.put(next, rule);
          waiting.add(next);
        }
      }
    }
    return null;
  }
}
