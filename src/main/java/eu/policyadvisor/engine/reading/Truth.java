package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Bindings;
import java.util.List;

/**
 * What can be said of a condition on values that are not known, after Kleene's strong logic (1952).
 *
 * <p>A condition is open when some values for what is not known make it hold and others make it
 * fail. All values of a closed type are tried, and of an open type those on either side of what the
 * condition compares with; of these there is always one more, so that it never fails for certain.
 * The cost is the product of the numbers of values, which is why more than two values that are not
 * known count as open untried.
 */
enum Truth {
  HOLDS,
  FAILS,
  OPEN;

  private static final int MOST_UNKNOWN = 2;

  static Truth of(Criterion criterion, List<ReadComponent> unknown, Bindings env) {
    if (unknown.size() > MOST_UNKNOWN) {
      return OPEN;
    }
    boolean now = criterion.holds(env);
    boolean closed = unknown.stream().allMatch(ReadComponent::closed);
    if (!now && !closed) {
      return OPEN;
    }
    Completions completions = new Completions(criterion);
    completions.tryAll(unknown, 0, env);
    if (now && completions.held && !completions.failed) {
      return HOLDS;
    }
    // What holds because a value is missing was meant to: the rule says what it makes of silence.
    return now || completions.held ? OPEN : FAILS;
  }

  /** The values for what is not known, until some made the condition hold and some made it fail. */
  private static final class Completions {
    private final Criterion criterion;
    private boolean held;
    private boolean failed;

    Completions(Criterion criterion) {
      this.criterion = criterion;
    }

    void tryAll(List<ReadComponent> unknown, int at, Bindings env) {
      if (held && failed) {
        return;
      } else if (at == unknown.size()) {
        if (criterion.holds(env)) {
          held = true;
        } else {
          failed = true;
        }
        return;
      }
      for (Object value : unknown.get(at).values(criterion.constraint(), env)) {
        tryAll(unknown, at + 1, unknown.get(at).with(value, env));
      }
    }
  }
}
