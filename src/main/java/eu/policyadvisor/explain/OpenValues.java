package eu.policyadvisor.explain;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values that are not known and matter, in the order in which they are asked for and told:
 * first those that can turn the answer on the whole, then those that can turn the answer on an
 * item, then the others; within each of the first two those first where the graver stance is at
 * stake; all else in the order of the assessment. Where the range of the assessment was not asked
 * for, no value is known to turn anything.
 */
public final class OpenValues {
  private static final Comparator<Stakes> GRAVEST_FIRST =
      Comparator.comparing(Stakes::level).thenComparing(Stakes::gravest);

  private final Map<OpenValue, List<Range.Turn>> turns = new LinkedHashMap<>();
  private final Comparator<OpenValue> order = Comparator.comparing(this::stakes, GRAVEST_FIRST);
  private final List<Assessment.Unknown> all;

  /** Whose answer can turn, in order. */
  private enum Level {
    WHOLE,
    ITEM,
    NOTHING
  }

  private record Stakes(Level level, Stance gravest) {}

  /** Of an assessment. */
  public OpenValues(Assessment assessment) {
    Range range = assessment.range();
    if (range != null) {
      for (Range.Turn turn : range.turns()) {
        turns.computeIfAbsent(turn.value(), any -> new ArrayList<>()).add(turn);
      }
    }
    List<Assessment.Unknown> values = new ArrayList<>(assessment.unknowns());
    Set<OpenValue> known = new HashSet<>();
    values.forEach(each -> known.add(each.value()));
    for (OpenValue value : turns.keySet()) {
      if (known.add(value)) {
        // Only advice waits for it, and yet it turns an answer.
        values.add(new Assessment.Unknown(value, waiting(assessment, value)));
      }
    }
    values.sort(Comparator.comparing(Assessment.Unknown::value, order));
    all = List.copyOf(values);
  }

  private static List<String> waiting(Assessment assessment, OpenValue value) {
    return assessment.undetermined().stream()
        .filter(each -> each.awaits().contains(value))
        .map(Undetermined::rule)
        .map(RuleCard::id)
        .toList();
  }

  /** The values, each with the rules that wait for it. */
  public List<Assessment.Unknown> all() {
    return all;
  }

  /** What a value can turn on its own, the whole first; empty where it turns nothing. */
  public List<Range.Turn> turns(OpenValue value) {
    return List.copyOf(turns.getOrDefault(value, List.of()));
  }

  /** Values between which what can turn does not tell compare as equal. */
  Comparator<OpenValue> order() {
    return order;
  }

  private Stakes stakes(OpenValue value) {
    List<Range.Turn> all = turns.getOrDefault(value, List.of());
    if (all.isEmpty()) {
      return new Stakes(Level.NOTHING, Stance.NOT_STATED);
    }
    List<Range.Turn> ofWhole =
        all.stream().filter(turn -> turn.on().section() == Section.NONE).toList();
    return ofWhole.isEmpty()
        ? new Stakes(Level.ITEM, gravest(all))
        : new Stakes(Level.WHOLE, gravest(ofWhole));
  }

  /** To lose a grave answer matters as much as to get it. */
  private static Stance gravest(List<Range.Turn> turns) {
    Stance gravest = Stance.NOT_STATED;
    for (Range.Turn turn : turns) {
      for (Stance each : List.of(turn.now(), turn.then())) {
        gravest = each.compareTo(gravest) < 0 ? each : gravest;
      }
    }
    return gravest;
  }
}
