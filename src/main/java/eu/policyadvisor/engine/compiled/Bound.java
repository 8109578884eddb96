package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Conclusion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import org.drools.model.Binding;
import org.jspecify.annotations.Nullable;

/**
 * Which component a variable of a rule stands for.
 *
 * <p><b>Idea.</b> The compiled rule holds only a function that takes a value from a record. It is
 * asked of records in which one component has a value and all others have none: where it returns
 * that value, it takes that component. A function that asks more of a component, such as its
 * length, returns something else or fails, and stands for none.
 *
 * <p><b>Cost.</b> Mostly one call, since a variable is mostly called as its component is; else one
 * for each component. What was found is kept as long as the rule is.
 */
public final class Bound {
  private static final Map<Binding, Optional<String>> COMPONENTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private static final Subject SOMEONE = Fact.unknown(Subject.class, Section.NONE.key());

  private Bound() {}

  /** The component of facts and conclusions that a variable stands for; null when it is none. */
  public static @Nullable String component(Binding binding) {
    return COMPONENTS.computeIfAbsent(binding, Bound::find).orElse(null);
  }

  private static Optional<String> find(Binding binding) {
    Class<?> type = binding.getInputVariable().getType();
    if (!type.isRecord()
        || !Fact.class.isAssignableFrom(type) && !Conclusion.class.isAssignableFrom(type)) {
      return Optional.empty();
    }
    // Most variables are called as the component is.
    String called = binding.getBoundVariable().getName().replace("$", "");
    if (Components.has(type, called) && takes(binding, type, called)) {
      return Optional.of(called);
    }
    return Components.names(type).stream()
        .filter(component -> takes(binding, type, component))
        .findFirst();
  }

  private static boolean takes(Binding binding, Class<?> type, String component) {
    Object sample = sample(Components.component(type, component).getType());
    return sample != null
        && Objects.equals(sample, asked(binding, Components.only(type, component, sample)));
  }

  private static @Nullable Object asked(Binding binding, Object of) {
    try {
      return binding.eval(of);
    } catch (RuntimeException | StackOverflowError e) {
      // It takes more than a component: it asks something of it.
      return null;
    }
  }

  private static @Nullable Object sample(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    } else if (type == Boolean.class) {
      return true;
    } else if (type == Integer.class) {
      return 1;
    } else if (type == BigDecimal.class) {
      return BigDecimal.ONE;
    } else if (type == String.class) {
      return "sample";
    } else if (type == LocalDate.class) {
      return LocalDate.EPOCH;
    } else if (type == List.class) {
      return List.of();
    } else if (type == Map.class) {
      return Map.of();
    } else if (type == Provenance.class) {
      return Provenance.NONE;
    }
    return type.isInstance(SOMEONE) ? SOMEONE : null;
  }
}
