package eu.policyadvisor.engine.words;

import eu.policyadvisor.engine.drl.Clause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/** What a pattern of a rule binds, names and demands. */
final class PatternParts {
  private static final List<String> PACKAGES = List.of("fact", "finding", "rule", "advice");
  private static final Set<String> OWN = Set.of("this", "on", "of");
  private static final Set<String> NAMES = Set.of("name", "rule");

  /** The type that it matches, as the rule writes it. */
  final String kind;

  /** The same as a class; null for a record of an analyst. */
  final @Nullable Class<?> type;

  /** The variable of what it matches; empty for none. */
  final String variable;

  /** The fields that variables are bound to, by variable. */
  final Map<String, String> bindings = new LinkedHashMap<>();

  /** What it demands besides. */
  final List<Clause> tests = new ArrayList<>();

  /** The variable that it is, or is about. */
  @Nullable String own;

  /** The variable that it is. */
  @Nullable String itself;

  /** How its name is compared with {@link #names}. */
  @Nullable String naming;

  List<String> names = List.of();

  private PatternParts(PatternDescr pattern) {
    this.kind = pattern.getObjectType();
    this.type = type(kind);
    this.variable = Objects.requireNonNullElse(pattern.getIdentifier(), "");
  }

  static PatternParts of(PatternDescr pattern) {
    PatternParts parts = new PatternParts(pattern);
    for (BaseDescr each : pattern.getDescrs()) {
      List<String> tokens = Clause.tokens(Speech.plain(each.toString()));
      if (tokens.size() > 2 && tokens.get(0).startsWith("$") && tokens.get(1).equals(":")) {
        String field = tokens.get(2).replaceFirst("\\W.*", "");
        parts.bindings.put(tokens.get(0), field);
        if (tokens.size() == 3 && field.equals(tokens.get(2))) {
          continue;
        }
        tokens = tokens.subList(2, tokens.size());
      }
      parts.add(Clause.of(tokens));
    }
    return parts;
  }

  private void add(Clause clause) {
    if (!(clause instanceof Clause.Test test) || test.negated() || test.right().isEmpty()) {
      tests.add(clause);
    } else if (OWN.contains(test.left()) && test.operator().equals("==") && isVariable(test)) {
      own = test.right().get(0);
      itself = test.left().equals("this") ? own : itself;
    } else if (NAMES.contains(test.left()) && Set.of("==", "!=", "in").contains(test.operator())) {
      naming = test.operator();
      names = test.texts();
    } else {
      tests.add(clause);
    }
  }

  private static boolean isVariable(Clause.Test test) {
    return test.right().get(0).matches("\\$\\w+");
  }

  private static @Nullable Class<?> type(String name) {
    return PACKAGES.stream()
        .map(each -> loaded("eu.policyadvisor." + each + "." + name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Class<?> loaded(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      // It is of another package.
      return null;
    }
  }
}
