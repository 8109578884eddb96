package eu.policyadvisor.session;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.CompiledRule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.drools.model.Condition;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;

/** Finds where the compiler of rules put each of them, and what each needs. A step of the build. */
final class RuleIndex {
  private RuleIndex() {}

  /**
   * All rules of the build, in order of id.
   *
   * @param base these rules
   * @throws IllegalStateException if not every rule can be made by itself, as a start makes it
   */
  static List<CompiledRule> of(RuleBase base) {
    List<CompiledRule> rules = new ArrayList<>();
    for (Model model : CompiledModels.builtIn()) {
      if (!model.getGlobals().isEmpty()
          || !model.getQueries().isEmpty()
          || !model.getTypeMetaDatas().isEmpty()) {
        throw new IllegalStateException(
            model.getName() + " holds more than rules, which a start would lose");
      }
    }
    for (String model : CompiledModels.names()) {
      for (Class<?> owner : owners(model)) {
        for (Method method : owner.getDeclaredMethods()) {
          if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == Rule.class) {
            rules.add(located(base, owner, method));
          }
        }
      }
    }
    rules.sort(Comparator.comparing(CompiledRule::id));
    if (!rules.stream().map(CompiledRule::id).toList().equals(List.copyOf(base.rules().keySet()))) {
      throw new IllegalStateException("Drools has changed how it lays out compiled rules");
    }
    return rules;
  }

  /** The classes that make the rules of a compiled package; it spreads them over several. */
  private static List<Class<?>> owners(String model) {
    List<Class<?>> owners = new ArrayList<>();
    try {
      while (true) {
        owners.add(Class.forName(model + "RuleMethods" + owners.size()));
      }
    } catch (ClassNotFoundException e) {
      return owners; // That was the last one.
    }
  }

  private static CompiledRule located(RuleBase base, Class<?> owner, Method method) {
    Rule rule = CompiledModels.make(owner.getName(), method.getName());
    Set<String> concludes = new TreeSet<>();
    Conclusion concluded = base.prototype(rule);
    if (concluded != null) {
      Reach.addTypes(concluded.getClass(), concludes);
    }
    List<CompiledRule.Need> needs = new ArrayList<>();
    needs(Matching.conditions(rule), needs);
    return new CompiledRule(
        rule.getName(), owner.getName(), method.getName(), needs, List.copyOf(concludes));
  }

  /** Absence, choice and totals ask for more than types can tell. */
  private static void needs(List<Condition> conditions, List<CompiledRule.Need> needs) {
    for (Condition condition : conditions) {
      switch (condition.getType()) {
        case PATTERN -> need((Pattern<?>) condition, needs);
        case AND, EXISTS -> needs(condition.getSubConditions(), needs);
        default -> {
          // Taken to be met.
        }
      }
    }
  }

  private static void need(Pattern<?> pattern, List<CompiledRule.Need> needs) {
    Class<?> type = pattern.getPatternVariable().getType();
    // A total that is tested is no fact.
    if (type.getName().startsWith("java.")) {
      return;
    }
    needs.add(new CompiledRule.Need(type.getName(), Set.of()));
    if (type == Finding.class || type == Recommendation.class) {
      FieldsRead.singles(pattern.getConstraint()).stream()
          .map(FieldsRead::text)
          .map(RuleIndex::named)
          .filter(rules -> !rules.isEmpty())
          .forEach(rules -> needs.add(new CompiledRule.Need(type.getName(), rules)));
    }
  }

  /** The rules that a condition on a conclusion names; none where it may be met otherwise. */
  private static Set<String> named(String condition) {
    Set<String> rules = new HashSet<>();
    boolean names = condition.startsWith("rule == \"") || condition.startsWith("rule in");
    if (names && !condition.contains("||")) {
      String[] parts = condition.split("\"", -1);
      for (int text = 1; text < parts.length; text += 2) {
        rules.add(parts[text]);
      }
    }
    return rules;
  }
}
