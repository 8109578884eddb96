package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.finding.Conclusion;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.drools.model.Consequence;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.modelcompiler.consequence.DroolsImpl;
import org.jspecify.annotations.Nullable;

/**
 * Asks rules what they would conclude of given values, without a session. Rules are asked one after
 * the other.
 */
public final class Consequences {
  private static final Constructor<?> DROOLS = constructor();

  private final Object drools;
  private org.kie.api.definition.rule.@Nullable Rule asked;
  private List<Conclusion> concluded = List.of();

  public Consequences() {
    KnowledgeHelper helper =
        (KnowledgeHelper)
            Proxy.newProxyInstance(
                Consequences.class.getClassLoader(),
                new Class<?>[] {KnowledgeHelper.class},
                (proxy, method, arguments) -> answer(method, arguments));
    try {
      drools = DROOLS.newInstance(helper, null, null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Drools has changed what it hands to a right-hand side", e);
    }
  }

  /**
   * What the right-hand side inserts.
   *
   * @param rule the rule
   * @param named the same rule as the rule base knows it, asked for its name
   * @param values a value for each variable of the rule
   * @return nothing when the right-hand side fails, as it may where it reads a value that is not
   *     known; where all is known the engine runs it and says so
   */
  public List<Conclusion> of(Rule rule, org.kie.api.definition.rule.Rule named, Bindings values) {
    asked = named;
    concluded = List.of();
    Consequence consequence = rule.getDefaultConsequence();
    List<@Nullable Object> arguments = new ArrayList<>();
    if (consequence.isUsingDrools()) {
      arguments.add(drools);
    }
    for (Variable<?> variable : consequence.getVariables()) {
      arguments.add(values.value(variable));
    }
    try {
      consequence.getBlock().execute(arguments.toArray());
      // The interface of Drools declares every exception.
    } catch (Exception | StackOverflowError | AssertionError e) {
      return List.of();
    }
    return concluded;
  }

  private @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments) {
    if (method.getName().equals("getRule")) {
      return asked;
    }
    if (method.getName().equals("insertLogical")
        && arguments != null
        && arguments[0] instanceof Conclusion conclusion) {
      if (concluded.isEmpty()) {
        concluded = List.of(conclusion);
      } else {
        concluded = new ArrayList<>(concluded);
        concluded.add(conclusion);
      }
    }
    return null;
  }

  private static Constructor<?> constructor() {
    Constructor<?> constructor = DroolsImpl.class.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor;
  }
}
