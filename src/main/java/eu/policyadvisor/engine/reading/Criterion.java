package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Awaited;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.Constraints;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.model.AccumulatePattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** A constraint taken apart once: constraints are few and read often. Thread-safe. */
public final class Criterion {
  /** A component, or the object itself, is what a variable or a component of one stands for. */
  private static final Pattern JOIN =
      Pattern.compile("(this|[A-Za-z]\\w*) == (\\$\\w+)(?:\\.(\\w+)(?:\\(\\))?)?");

  private static final Pattern LITERAL = Pattern.compile("(\\w+) == \"([^\"\\\\]*)\"");
  private static final Pattern LITERALS =
      Pattern.compile("(\\w+) in \\(\\s*(\"[^\"\\\\]*\"(?:\\s*+,\\s*+\"[^\"\\\\]*+\")*+)\\s*\\)");
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern IDENTITY = Pattern.compile("this (==|!=) (\\$\\w+)");

  private final SingleConstraint constraint;
  private final Variable<?>[] variables;
  private final List<FieldsRead.Foreign> foreign;
  private final boolean alone;
  private final @Nullable Join join;
  private final @Nullable Variable<?> identity;
  private final boolean differs;
  private final Map<Class<?>, List<Components.Component>> own = new ConcurrentHashMap<>(4);
  private volatile @Nullable Truth ofNothing;

  /**
   * That a component equals a value from elsewhere.
   *
   * @param component of the object in the pattern; {@code this} for the object itself
   * @param variable what is bound elsewhere
   * @param foreign the component of it that counts; null for the value of the variable
   */
  record Join(String component, Variable<?> variable, @Nullable String foreign) {
    static final String ITSELF = "this";

    /** The value that is asked for; null when it is not known. */
    @Nullable Object wanted(Bindings env) {
      Object value = env.value(variable);
      return value == null || foreign == null
          ? value
          : Components.has(value.getClass(), foreign) ? Components.value(value, foreign) : null;
    }
  }

  /**
   * That a component equals a text that stands in the rule, or one of several.
   *
   * @param component of the object in the pattern
   * @param texts what it has to be
   */
  record Literal(String component, List<String> texts) {}

  Criterion(SingleConstraint constraint, Variable<?> of) {
    this.constraint = constraint;
    this.variables = constraint.getVariables();
    this.foreign = FieldsRead.foreign(constraint);
    this.alone = variables.length == 1 && variables[0].getName().equals(of.getName());
    this.join = alone ? null : join(constraint);
    String text = FieldsRead.text(constraint);
    Matcher same = text.startsWith(Join.ITSELF) ? IDENTITY.matcher(text) : null;
    this.identity = same != null && same.matches() ? named(same.group(2), of) : null;
    this.differs = identity != null && same != null && same.group(1).equals("!=");
  }

  /** The variable of that name, when the constraint reads it beside that of its own pattern. */
  private @Nullable Variable<?> named(String name, Variable<?> own) {
    return variables.length == 2
            && variables[0].getName().equals(own.getName())
            && isCalled(variables[1], name)
        ? variables[1]
        : null;
  }

  /** Inside a {@code not} the compiler gives what is bound there a name of its own. */
  private static boolean isCalled(Variable<?> variable, String name) {
    String own = variable.getName();
    return own.equals(name) || own.startsWith(name + "_") && own.endsWith("_sCoPe");
  }

  private static @Nullable Join join(SingleConstraint constraint) {
    Matcher text = JOIN.matcher(FieldsRead.text(constraint));
    if (text.matches()) {
      for (Variable<?> variable : constraint.getVariables()) {
        if (isCalled(variable, text.group(2))) {
          return new Join(text.group(1), variable, text.group(3));
        }
      }
    }
    return null;
  }

  public SingleConstraint constraint() {
    return constraint;
  }

  boolean reads(Variable<?> variable) {
    return Stream.of(variables).anyMatch(each -> each.getName().equals(variable.getName()));
  }

  /** Whether it reads nothing but the object in its own pattern. */
  boolean alone() {
    return alone;
  }

  /** The texts that it asks for, when it asks for nothing else. */
  @Nullable Literal literal() {
    String condition = FieldsRead.text(constraint);
    if (!alone || !condition.endsWith("\"") && !condition.endsWith(")")) {
      return null;
    }
    Matcher one = LITERAL.matcher(condition);
    if (one.matches()) {
      return new Literal(one.group(1), List.of(one.group(2)));
    }
    Matcher several = LITERALS.matcher(condition);
    return several.matches()
        ? new Literal(
            several.group(1),
            TEXT.matcher(several.group(2)).results().map(text -> text.group(1)).toList())
        : null;
  }

  @Nullable Join join() {
    return join;
  }

  public boolean holds(Bindings env) {
    if (identity != null) {
      Object one = env.value(variables[0]);
      Object other = env.value(identity);
      // Facts are long, and ids tell them apart.
      if (one == other
          || one instanceof Fact a && other instanceof Fact b && !a.id().equals(b.id())) {
        return one == other ^ differs;
      }
    }
    return Constraints.holds(constraint, variables, env);
  }

  /** The components that it reads and that are not known. */
  List<ReadComponent> unknown(@Nullable Object object, Bindings env) {
    List<ReadComponent> unknown = List.of();
    if (object != null && variables.length > 0) {
      for (Components.Component component : own(object.getClass())) {
        if (component.of(object) == null) {
          unknown = with(unknown, new ReadComponent(object, component.name(), variables[0], false));
        }
      }
    }
    if (alone && foreign.isEmpty()) {
      return unknown;
    }
    for (Variable<?> variable : variables) {
      Bindings bound = env.binding(variable);
      if (bound != null) {
        unknown = unknown(variable, bound, unknown);
      }
    }
    return unknown;
  }

  private List<ReadComponent> unknown(
      Variable<?> variable, Bindings bound, List<ReadComponent> before) {
    List<ReadComponent> unknown = before;
    Object value = bound.bound();
    for (FieldsRead.Foreign read : foreign) {
      if (value != null
          && read.variable().equals(variable.getName())
          && Components.has(value.getClass(), read.component())
          && Components.value(value, read.component()) == null) {
        unknown = with(unknown, new ReadComponent(value, read.component(), variable, false));
      }
    }
    Object source = bound.source();
    String component = bound.component();
    if (source != null && component != null && Components.value(source, component) == null) {
      unknown = with(unknown, new ReadComponent(source, component, variable, true));
    }
    return unknown;
  }

  private static List<ReadComponent> with(List<ReadComponent> slots, ReadComponent more) {
    List<ReadComponent> all = slots.isEmpty() ? new ArrayList<>(2) : slots;
    all.add(more);
    return all;
  }

  private List<Components.Component> own(Class<?> type) {
    List<Components.Component> known = own.get(type);
    return known != null
        ? known
        : own.computeIfAbsent(
            type,
            any ->
                FieldsRead.inConstraint(constraint, type).stream()
                    .map(name -> Components.read(type, name))
                    .toList());
  }

  /** Whether it reads the result of an accumulation that takes up what is not known. */
  boolean waitsForTotal(Bindings env) {
    if (alone) {
      return false;
    }
    for (Variable<?> variable : variables) {
      Bindings bound = env.binding(variable);
      if (bound != null
          && bound.source() instanceof AccumulatePattern
          && !bound.waiting().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** What must become known for it to be told. */
  Awaited awaited(List<ReadComponent> unknown, Bindings env) {
    Awaited awaited = Awaited.NOTHING;
    for (ReadComponent slot : unknown) {
      awaited = awaited.and(slot.open());
    }
    for (Variable<?> variable : variables) {
      Bindings bound = env.binding(variable);
      if (bound != null) {
        awaited = awaited.and(bound.waiting());
      }
    }
    return awaited;
  }

  /**
   * What can be said of it when these components are not known: it holds whatever they are, fails
   * whatever they are, or depends on them.
   */
  Truth truth(List<ReadComponent> unknown, @Nullable Object object, Bindings env) {
    // Of a fact of which nothing that it reads is known a condition always says the same.
    boolean ofNothing =
        object != null && variables.length == 1 && unknown.size() >= own(object.getClass()).size();
    if (!ofNothing) {
      return Truth.of(this, unknown, env);
    }
    Truth known = this.ofNothing;
    if (known == null) {
      known = Truth.of(this, unknown, env);
      this.ofNothing = known;
    }
    return known;
  }
}
