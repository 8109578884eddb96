package eu.policyadvisor.session;

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

/** Asks a rule what it would conclude of given values, without a session. */
final class Consequences {
  private static final Constructor<?> DROOLS = constructor();

  private Consequences() {}

  /**
   * What the right-hand side inserts.
   *
   * @param rule the rule
   * @param named the same rule as the rule base knows it, asked for its name
   * @param values a value for each variable of the rule
   * @return nothing when the right-hand side reads a value that is not known
   */
  static List<Conclusion> of(Rule rule, org.kie.api.definition.rule.Rule named, Env values) {
    List<Conclusion> concluded = new ArrayList<>();
    KnowledgeHelper helper =
        (KnowledgeHelper)
            Proxy.newProxyInstance(
                Consequences.class.getClassLoader(),
                new Class<?>[] {KnowledgeHelper.class},
                (proxy, method, arguments) -> answer(method, arguments, named, concluded));
    Consequence consequence = rule.getDefaultConsequence();
    List<@Nullable Object> arguments = new ArrayList<>();
    try {
      if (consequence.isUsingDrools()) {
        arguments.add(DROOLS.newInstance(helper, null, null));
      }
      for (Variable<?> variable : consequence.getVariables()) {
        arguments.add(values.value(variable));
      }
      consequence.getBlock().execute(arguments.toArray());
    } catch (NullPointerException e) {
      return List.of();
      // The interface of Drools declares every exception.
    } catch (Exception e) {
      throw new IllegalStateException("the right-hand side of '" + rule.getName() + "' fails", e);
    }
    return concluded;
  }

  private static @Nullable Object answer(
      Method method,
      @Nullable Object @Nullable [] arguments,
      org.kie.api.definition.rule.Rule named,
      List<Conclusion> concluded) {
    if (method.getName().equals("getRule")) {
      return named;
    }
    if (method.getName().equals("insertLogical")
        && arguments != null
        && arguments[0] instanceof Conclusion conclusion) {
      concluded.add(conclusion);
    }
    return null;
  }

  private static Constructor<?> constructor() {
    Constructor<?> constructor = DroolsImpl.class.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor;
  }
}
