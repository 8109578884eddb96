package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.fact.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.PredicateInformation;

/**
 * Which components of which records the conditions of a rule read, taken from the compiled
 * conditions themselves.
 *
 * <p><b>Idea.</b> The compiler keeps each condition as a function, which cannot be looked into, and
 * as its text. A name in the text that the record of the pattern has for a component is one; {@code
 * $limit.value} is a component of the pattern that the variable names, wherever that stands. What
 * is bound is told by {@link Bound}. Names in texts, and names after a call, are none.
 *
 * <p><b>Cost.</b> One pass over each condition. The names in a condition are kept by its text for
 * the life of the process: conditions are few, and an assessment asks for them again and again. It
 * uses patterns, as the lexer of Drools takes longer to load than an assessment needs for all of
 * them.
 */
public final class FieldsRead {
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]++|\\\\.?)*+\"?");
  private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z_][A-Za-z0-9_]*");

  /** Conditions are few and asked often. */
  private static final Map<String, List<String>> NAMES = new ConcurrentHashMap<>();

  private static final Map<String, List<Foreign>> FOREIGN = new ConcurrentHashMap<>();
  private static final Map<Class<?>, Map<String, List<String>>> OWN = new ConcurrentHashMap<>();

  private final Map<Class<?>, Set<String>> fields = new HashMap<>();
  private final Map<String, Class<?>> patterns = new HashMap<>();
  private final Map<Class<?>, List<String>> inFile = new ConcurrentHashMap<>();

  private FieldsRead() {}

  static FieldsRead of(Rule rule) {
    FieldsRead read = new FieldsRead();
    Condition root = (Condition) rule.getView();
    read.name(root);
    read.walk(root);
    return read;
  }

  /** The components read of a record of that type, in the order in which it declares them. */
  List<String> of(Class<?> type) {
    Set<String> read = fields.getOrDefault(type, Set.of());
    return Components.names(type).stream().filter(read::contains).toList();
  }

  /** The same by the names they have in a fact file. */
  List<String> inFile(Class<?> type) {
    List<String> known = inFile.get(type);
    return known != null
        ? known
        : inFile.computeIfAbsent(type, any -> of(type).stream().map(Names::inFile).toList());
  }

  /** The components of {@code type} that one condition reads of the pattern it stands in. */
  public static List<String> inConstraint(SingleConstraint constraint, Class<?> type) {
    return OWN.computeIfAbsent(type, any -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            text(constraint),
            condition ->
                names(condition).stream()
                    .filter(name -> !name.contains("."))
                    .filter(name -> Components.has(type, name))
                    .toList());
  }

  /**
   * A component read of another pattern, as in {@code $limit.value}.
   *
   * @param variable the variable of that pattern
   * @param component the component
   */
  public record Foreign(String variable, String component) {}

  /** The components that one condition reads of other patterns. */
  public static List<Foreign> foreign(SingleConstraint constraint) {
    return FOREIGN.computeIfAbsent(
        text(constraint),
        condition ->
            names(condition).stream()
                .filter(name -> name.contains("."))
                .map(
                    name ->
                        new Foreign(
                            name.substring(0, name.indexOf('.')),
                            name.substring(name.indexOf('.') + 1)))
                .toList());
  }

  private void name(Condition condition) {
    if (condition instanceof org.drools.model.Pattern<?> pattern) {
      Variable<?> variable = pattern.getPatternVariable();
      if (variable != null) {
        patterns.put(variable.getName(), variable.getType());
        if (variable.getType().isRecord()) {
          fields.computeIfAbsent(variable.getType(), type -> new TreeSet<>());
        }
      }
    }
    children(condition).forEach(this::name);
  }

  private void walk(Condition condition) {
    if (condition instanceof org.drools.model.Pattern<?> pattern) {
      Variable<?> variable = pattern.getPatternVariable();
      Class<?> type = variable == null ? Object.class : variable.getType();
      singles(pattern.getConstraint())
          .forEach(
              constraint -> {
                Variable<?>[] variables = constraint.getVariables();
                read(text(constraint), variables.length > 0 ? variables[0].getType() : type);
              });
      for (Binding binding : pattern.getBindings()) {
        String component = Bound.component(binding);
        if (component != null) {
          add(binding.getInputVariable().getType(), component);
        }
      }
    }
    children(condition).forEach(this::walk);
  }

  private void read(String text, Class<?> type) {
    for (String name : names(text)) {
      int dot = name.indexOf('.');
      if (dot < 0) {
        add(type, name);
      } else {
        Class<?> owner = patterns.get(name.substring(0, dot));
        if (owner != null) {
          add(owner, name.substring(dot + 1));
        }
      }
    }
  }

  private void add(Class<?> type, String name) {
    if (Components.has(type, name)) {
      fields.computeIfAbsent(type, any -> new TreeSet<>()).add(name);
    }
  }

  /** Names in a condition: {@code share}, or {@code $p.value}; names in texts do not count. */
  private static List<String> names(String condition) {
    return NAMES.computeIfAbsent(condition, FieldsRead::parse);
  }

  private static List<String> parse(String condition) {
    List<String> names = new ArrayList<>();
    String text =
        condition.indexOf('"') < 0 ? condition : STRING.matcher(condition).replaceAll("\"\"");
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      boolean qualified = matcher.start() > 0 && text.charAt(matcher.start() - 1) == '.';
      if (!qualified) {
        names.add(matcher.group());
      } else if (!names.isEmpty() && names.get(names.size() - 1).startsWith("$")) {
        names.set(names.size() - 1, names.get(names.size() - 1) + "." + matcher.group());
      }
    }
    return names;
  }

  public static List<SingleConstraint> singles(Constraint constraint) {
    List<SingleConstraint> singles = new ArrayList<>();
    if (constraint instanceof SingleConstraint single) {
      singles.add(single);
    } else if (constraint != null) {
      constraint.getChildren().forEach(child -> singles.addAll(singles(child)));
    }
    return singles;
  }

  public static List<Condition> children(Condition condition) {
    if (condition instanceof org.drools.model.AccumulatePattern<?> accumulate) {
      return accumulate.getCondition() == null ? List.of() : List.of(accumulate.getCondition());
    }
    return condition.getSubConditions();
  }

  public static String text(SingleConstraint constraint) {
    PredicateInformation information = constraint.predicateInformation();
    return information == null ? "" : information.getStringConstraint();
  }
}
