package eu.policyadvisor.session;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Declaration;
import org.drools.model.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms of conditions that reasons can be given for and that can be read where values are not
 * known. DRL has more: those a rule of one's own may not use.
 */
final class ConditionForms {
  private static final String ACCUMULATE = "accumulate";
  private static final String FROM = "from";

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
          FROM,
          "match the facts themselves");

  private ConditionForms() {}

  /**
   * A form that is not read.
   *
   * @param word how it is written in DRL
   * @param message what is wrong with it, and what to write instead
   */
  record Unread(String word, String message) {
    static Unread of(String word) {
      String what = word.equals(ACCUMULATE) ? "accumulate over several patterns" : word;
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
      case PATTERN -> isFrom((Pattern<?>) condition) ? FROM : null;
      case ACCUMULATE ->
          ((AccumulatePattern<?>) condition).getCondition() instanceof Pattern ? null : ACCUMULATE;
      case AND, OR, NOT, EXISTS, CONSEQUENCE -> null;
      case GROUP_BY -> "groupby";
      default -> condition.getType().name().toLowerCase(Locale.ROOT);
    };
  }

  private static boolean isFrom(Pattern<?> pattern) {
    return pattern.getPatternVariable() instanceof Declaration<?> declared
        && declared.getSource() != null;
  }
}
