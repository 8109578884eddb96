package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Bindings;
import java.util.List;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/** A condition that fails, as the compiled rule has it. */
public sealed interface FailedCondition {

  /** How many conditions fail here. */
  int cost();

  /** The environment in which the condition was read. */
  Bindings env();

  /**
   * An object that does not meet a pattern.
   *
   * @param pattern the pattern
   * @param object the object; null for a total that was bound before
   * @param added whether the object is thought up: a fact of which nothing is known
   * @param failing the constraints that fail, after {@code env}
   */
  record Unmet(
      Pattern<?> pattern,
      @Nullable Object object,
      boolean added,
      List<SingleConstraint> failing,
      Bindings env)
      implements FailedCondition {
    @Override
    public int cost() {
      return failing.size() + (added ? 1 : 0);
    }
  }

  /**
   * A conclusion that did not come, or came with other values.
   *
   * @param pattern what would match it
   * @param way how it would come nearest; null when no rule in force concludes it
   * @param failing the constraints that what would come does not meet
   */
  record Underived(
      Pattern<?> pattern, @Nullable Trial way, List<SingleConstraint> failing, Bindings env)
      implements FailedCondition {
    static final int HOPELESS = 30;

    @Override
    public int cost() {
      return way == null ? HOPELESS : Math.max(1, way.cost() + failing.size());
    }
  }

  /**
   * Something is there that should not be.
   *
   * @param negated the condition under {@code not}
   * @param found the ways in which it is met
   */
  record Unwanted(Condition negated, List<Bindings> found, Bindings env)
      implements FailedCondition {
    @Override
    public int cost() {
      return found.size();
    }
  }
}
