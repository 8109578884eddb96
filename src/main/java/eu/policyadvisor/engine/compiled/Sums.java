package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.LikeFacts;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.model.AccumulatePattern;
import org.drools.model.Binding;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.drools.model.view.BindViewItem1;
import org.jspecify.annotations.Nullable;

/**
 * Has rules add up what a fact states as often as the fact {@linkplain LikeFacts stands for} one.
 *
 * <p><b>Idea.</b> The variable that a {@code sum} adds up is bound inside of the accumulation and
 * seen nowhere else. So its value can be multiplied where it is taken from the fact, and neither
 * the engine nor who reads the compiled rule needs to know. What else rules make of many facts,
 * such as their number, cannot be had so: facts of such a kind stand for themselves.
 *
 * <p><b>Cost.</b> One pass over the patterns of each rule.
 */
public final class Sums {
  private Sums() {}

  /**
   * Multiplies in the sums of rules. Rules of which that was done are left as they are.
   *
   * @return the types of the facts that rules gather in another way
   */
  static Set<Class<?>> multiply(Collection<Rule> rules) {
    Set<Class<?>> gathered = new HashSet<>();
    for (Rule rule : rules) {
      Conditions.patterns(rule)
          .filter(AccumulatePattern.class::isInstance)
          .map(pattern -> (AccumulatePattern<?>) pattern)
          .filter(accumulate -> !multiply(accumulate))
          .flatMap(accumulate -> Conditions.patterns(accumulate.getCondition()))
          .forEach(pattern -> gathered.add(pattern.getPatternVariable().getType()));
    }
    return gathered;
  }

  private static boolean multiply(AccumulatePattern<?> accumulate) {
    return accumulate.getCondition() instanceof Pattern<?> things
        && List.of(accumulate.getAccumulateFunctions()).stream()
            .allMatch(function -> isSum(function) && multiply(things, function.getSource()));
  }

  private static boolean isSum(AccumulateFunction function) {
    return function.createFunctionObject().getClass().getSimpleName().contains("Sum");
  }

  private static boolean multiply(Pattern<?> things, @Nullable Object source) {
    if (!(source instanceof Variable<?> added)
        || !Fact.class.isAssignableFrom(things.getPatternVariable().getType())
        || !(things.getBindings() instanceof List<Binding> bindings)) {
      return false;
    }
    for (int i = 0; i < bindings.size(); i++) {
      Binding binding = bindings.get(i);
      if (binding.getBoundVariable().getName().equals(added.getName())) {
        Class<?> type = added.getType();
        if (type != Integer.class && type != BigDecimal.class) {
          return false;
        }
        if (!(binding.getBindingFunction() instanceof Multiplied)) {
          bindings.set(i, multiplied(binding));
        }
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked") // Drools keeps the types of a binding to itself
  private static Binding multiplied(Binding once) {
    return new BindViewItem1<>(
        once.getBoundVariable(),
        new Multiplied(once.getBindingFunction()),
        once.getInputVariable(),
        once.getReactOn(),
        once.getWatchedProps());
  }

  /** What a fact states, as often as it stands for one. */
  private record Multiplied(Function1<Object, Object> once) implements Function1<Object, Object> {
    @Override
    public @Nullable Object apply(Object fact) {
      Object value = once.apply(fact);
      int copies = ((Fact) fact).provenance().copies();
      if (copies == 1 || value == null) {
        return value;
      }
      return value instanceof Integer number
          ? (Object) (number * copies)
          : ((BigDecimal) value).multiply(BigDecimal.valueOf(copies));
    }
  }
}
