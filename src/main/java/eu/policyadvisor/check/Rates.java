package eu.policyadvisor.check;

import eu.policyadvisor.check.BacktestRunner.Outcome;
import eu.policyadvisor.rule.Stance;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often our stance was right, by what the authority decided. Sums are made of the rates of
 * single stances, so that they always add up.
 *
 * @param byStance the rate for each stance that an authority took, in the order of stances
 */
public record Rates(Map<Stance, Rate> byStance) {
  /** Copies the map. */
  public Rates {
    EnumMap<Stance, Rate> sorted = new EnumMap<>(Stance.class);
    sorted.putAll(byStance);
    byStance = Collections.unmodifiableMap(sorted);
  }

  /** Of the rules that were run, on all decisions. */
  public static Rates today(List<Outcome> outcomes) {
    Map<Stance, Rate> rates = new EnumMap<>(Stance.class);
    outcomes.forEach(each -> add(each.test(), each.stance(), rates));
    return new Rates(rates);
  }

  /**
   * Of the first run of each decision, with the rules of that day. Only decisions count whose facts
   * were written blind: who knows the rules writes the facts that they ask for.
   */
  public static Rates firstRun(List<Outcome> outcomes) {
    Map<Stance, Rate> rates = new EnumMap<>(Stance.class);
    for (Outcome each : outcomes) {
      each.test().blindFirstRun().ifPresent(run -> add(each.test(), run.stance(), rates));
    }
    return new Rates(rates);
  }

  private static void add(Backtest test, Stance ours, Map<Stance, Rate> rates) {
    Stance theirs = test.decision().stance();
    rates.merge(theirs, Rate.of(theirs, ours), Rate::plus);
  }

  /** Those stances of a direction that an authority took, in the order of stances. */
  public List<Stance> stances(Direction direction) {
    return byStance.keySet().stream()
        .filter(each -> Direction.of(each).equals(Optional.of(direction)))
        .toList();
  }

  /** The rate of a stance. */
  public Rate of(Stance stance) {
    return byStance.getOrDefault(stance, Rate.NONE);
  }

  /** The sum of a direction. */
  public Rate of(Direction direction) {
    return sum(stances(direction).stream().map(this::of).toList());
  }

  /** The sum of all. */
  public Rate total() {
    return sum(byStance.values());
  }

  private static Rate sum(Collection<Rate> rates) {
    return rates.stream().reduce(Rate.NONE, Rate::plus);
  }
}
