package eu.policyadvisor.engine;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.engine.compiled.CompiledModels;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.drl.Clause;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.Named;
import eu.policyadvisor.rule.RuleNeeds;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.drools.model.Condition;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;

/** Finds where the compiler of rules put each of them, and what each needs. A step of the build. */
public final class RuleIndex {
  private RuleIndex() {}

  /**
   * All rules of the build, in order of id.
   *
   * @param base these rules
   * @throws IllegalStateException if not every rule can be made by itself, as a start makes it
   */
  public static List<CompiledRule> of(CompiledRules base) {
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

  private static CompiledRule located(CompiledRules base, Class<?> owner, Method method) {
    Rule rule = CompiledModels.make(owner.getName(), method.getName());
    return new CompiledRule(owner.getName(), method.getName(), needs(base, rule));
  }

  private static RuleNeeds needs(CompiledRules base, Rule rule) {
    Set<String> concludes = new TreeSet<>();
    Conclusion concluded = base.prototype(rule);
    if (concluded != null) {
      Reach.addTypes(concluded.getClass(), concludes);
    }
    List<RuleNeeds.Need> needs = new ArrayList<>();
    List<RuleNeeds.Need> reads = new ArrayList<>();
    needs(Conditions.of(rule), needs);
    reads(Conditions.of(rule), reads);
    return new RuleNeeds(rule.getName(), needs, reads, List.copyOf(concludes));
  }

  /** Parameters and groups, inside other conditions too. */
  private static void reads(List<Condition> conditions, List<RuleNeeds.Need> reads) {
    for (Condition condition : conditions) {
      if (condition.getType() == Condition.Type.PATTERN
          && condition instanceof Pattern<?> pattern) {
        Class<?> type = pattern.getPatternVariable().getType();
        if (Named.class.isAssignableFrom(type)) {
          reads.add(new RuleNeeds.Need(type.getName(), Set.of(), values(pattern, type)));
        }
      }
      reads(FieldsRead.children(condition), reads);
    }
  }

  /** Absence, choice and totals ask for more than types can tell. */
  private static void needs(List<Condition> conditions, List<RuleNeeds.Need> needs) {
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

  private static void need(Pattern<?> pattern, List<RuleNeeds.Need> needs) {
    Class<?> type = pattern.getPatternVariable().getType();
    // A total that is tested is no fact.
    if (type.getName().startsWith("java.")) {
      return;
    }
    Map<String, Set<String>> values =
        Fact.class.isAssignableFrom(type) ? values(pattern, type) : Map.of();
    needs.add(new RuleNeeds.Need(type.getName(), Set.of(), values));
    if (type == Finding.class || type == Recommendation.class) {
      Conditions.texts(pattern)
          .flatMap(condition -> oneOf(condition, type).stream())
          .filter(asked -> asked.component().equals("rule"))
          .forEach(
              asked -> needs.add(new RuleNeeds.Need(type.getName(), asked.values(), Map.of())));
    }
  }

  /**
   * What a condition asks of one component.
   *
   * @param values one of which it is to be
   */
  private record OneOf(String component, Set<String> values) {}

  /** What conditions ask of one component of a thing; of one that is not known, nothing. */
  private static Map<String, Set<String>> values(Pattern<?> pattern, Class<?> type) {
    Map<String, Set<String>> values = new HashMap<>();
    // Of two conditions on a component each may leave a rule out; one is enough.
    Conditions.texts(pattern)
        .flatMap(condition -> oneOf(condition, type).stream())
        .forEach(asked -> values.putIfAbsent(asked.component(), asked.values()));
    return values;
  }

  private static Optional<OneOf> oneOf(String condition, Class<?> type) {
    Clause clause = Clause.of(condition);
    if (clause instanceof Clause.Any any
        && any.parts().size() == 2
        && any.parts().get(0) instanceof Clause.Test unknown
        && any.parts().get(1) instanceof Clause.Test known
        && unknown.equals(new Clause.Test(known.left(), "==", false, List.of("null")))) {
      clause = known;
    }
    if (!(clause instanceof Clause.Test test)
        || test.negated()
        || !Set.of("==", "in").contains(test.operator())
        || !Components.has(type, test.left())) {
      return Optional.empty();
    }
    Class<?> values = Components.component(type, test.left()).getType();
    Set<String> met = new HashSet<>();
    test.right().forEach(each -> literal(each, values).ifPresent(met::add));
    return met.size() == test.right().size()
        ? Optional.of(new OneOf(test.left(), met))
        : Optional.empty();
  }

  /** A text without its quotes, a constant without its class; empty for what is worked out. */
  private static Optional<String> literal(String value, Class<?> type) {
    List<DrlToken> tokens = DrlToken.read(value);
    DrlToken last = tokens.get(tokens.size() - 1);
    boolean literal =
        type.isEnum()
            ? Stream.of(type.getEnumConstants())
                .anyMatch(each -> ((Enum<?>) each).name().equals(last.text()))
            : tokens.size() == 1
                && (last.kind() == DrlToken.Kind.STRING || last.is("true") || last.is("false"));
    return literal
        ? Optional.of(last.kind() == DrlToken.Kind.STRING ? last.content() : last.text())
        : Optional.empty();
  }
}
