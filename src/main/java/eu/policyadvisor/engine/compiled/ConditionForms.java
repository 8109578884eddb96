package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.fact.Fact;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Declaration;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The forms of conditions that reasons can be given for and that can be read where values are not
 * known. DRL has more: those a rule of one's own may not use.
 */
public final class ConditionForms {
  private static final String ACCUMULATE = "accumulate";
  private static final String CODE = "init";
  private static final String FROM = "from";
  private static final String OVER = "over";
  private static final String THIS = "this";

  private static final Map<String, String> INSTEAD =
      Map.of(
          "eval",
          "write the condition inside a pattern",
          "forall",
          "write not, with the opposite condition",
          "groupby",
          "write accumulate, with the group as a condition",
          ACCUMULATE,
          "conclude a concept from what the patterns find together, and add that up",
          CODE,
          "add up with a function, such as sum or count",
          FROM,
          "match the facts themselves",
          OVER,
          "match the facts themselves",
          THIS,
          "compare the days that facts state");

  private ConditionForms() {}

  /**
   * A form that is not read.
   *
   * @param word how it is written in DRL
   * @param message what is wrong with it, and what to write instead
   */
  record Unread(String word, String message) {
    static Unread of(String word) {
      String what =
          switch (word) {
            case ACCUMULATE -> "accumulate over several patterns";
            case CODE -> "accumulate with code of its own";
            case OVER -> "over window";
            case THIS -> "when things happened";
            default -> word;
          };
      String instead = INSTEAD.getOrDefault(word, "write patterns, not, exists or accumulate");
      return new Unread(word, "asks by " + what + ", which cannot be explained; " + instead);
    }
  }

  /** The first form among conditions, at any depth, that is not read; null when there is none. */
  static @Nullable Unread unread(List<Condition> conditions) {
    for (Condition condition : conditions) {
      String word = word(condition);
      Unread found = word == null ? unread(FieldsRead.children(condition)) : Unread.of(word);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String word(Condition condition) {
    return switch (condition.getType()) {
      case PATTERN -> word((Pattern<?>) condition);
      case ACCUMULATE -> word((AccumulatePattern<?>) condition);
      case AND, OR, NOT, EXISTS, CONSEQUENCE -> null;
      case GROUP_BY -> "groupby";
      default -> condition.getType().name().toLowerCase(Locale.ROOT);
    };
  }

  private static @Nullable String word(Pattern<?> pattern) {
    if (pattern.getPatternVariable() instanceof Declaration<?> declared) {
      if (declared.getSource() != null) {
        return FROM;
      } else if (declared.getWindow() != null) {
        return OVER;
      }
    }
    return FieldsRead.singles(pattern.getConstraint()).stream()
            .anyMatch(SingleConstraint::isTemporal)
        ? THIS
        : null;
  }

  private static @Nullable String word(AccumulatePattern<?> accumulate) {
    if (!(accumulate.getCondition() instanceof Pattern)) {
      return ACCUMULATE;
    }
    boolean known =
        Stream.of(accumulate.getAccumulateFunctions())
            .allMatch(
                function ->
                    function.createFunctionObject()
                        instanceof org.kie.api.runtime.rule.AccumulateFunction);
    return known ? null : CODE;
  }

  /**
   * A condition that fails where a value is not known, and says nothing of it before.
   *
   * @param text the condition
   * @param message what is wrong with it, and what to write instead
   */
  record Unaskable(String text, String message) {
    static Unaskable of(String text, String field) {
      String instead =
          text.equals(field)
              ? "write '" + field + " == true'"
              : text.equals("!" + field)
                  ? "write '" + field + " == false'"
                  : "ask '" + field + " != null' before it";
      return new Unaskable(
          text, "asks '" + text + "', which fails where " + field + " is not known; " + instead);
    }
  }

  /**
   * The first condition, at any depth, that cannot be asked of a fact of which nothing is known.
   */
  static @Nullable Unaskable unaskable(List<Condition> conditions) {
    for (Condition condition : conditions) {
      Unaskable found =
          condition instanceof Pattern<?> pattern
                  && Fact.class.isAssignableFrom(pattern.getPatternVariable().getType())
              ? unaskable(pattern)
              : unaskable(FieldsRead.children(condition));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Unaskable unaskable(Pattern<?> pattern) {
    Class<? extends Fact> type = pattern.getPatternVariable().getType().asSubclass(Fact.class);
    Fact unknown = Fact.unknown(type, "any");
    Bindings env = Bindings.EMPTY.bind(pattern.getPatternVariable(), unknown);
    Set<String> asked = new HashSet<>();
    for (SingleConstraint constraint : FieldsRead.singles(pattern.getConstraint())) {
      if (constraint.getVariables().length != 1
          || !constraint
              .getVariables()[0]
              .getName()
              .equals(pattern.getPatternVariable().getName())) {
        continue;
      }
      List<String> read =
          FieldsRead.inConstraint(constraint, type).stream()
              .filter(field -> Components.value(unknown, field) == null)
              .toList();
      if (Constraints.fails(constraint, env)) {
        if (!read.isEmpty() && Collections.disjoint(read, asked)) {
          return Unaskable.of(FieldsRead.text(constraint), read.get(0));
        }
      } else if (!Constraints.holds(constraint, env)) {
        asked.addAll(read);
      }
    }
    return null;
  }
}
