package eu.policyadvisor.rule;

import java.util.Locale;

/**
 * One small change of one rule, one parameter or one group of terms that some case should notice.
 *
 * @param kind what is changed
 * @param of id of the rule, or name of the parameter or group
 * @param file the file that holds it, such as {@code rules/inputs/crma.drl}
 * @param line line of the change, from 1
 * @param column column of the change, from 1
 * @param before what stands there
 * @param after what the change puts there; empty when it only takes away
 * @param text the changed rule with the head of its file; of a parameter its value, of a group the
 *     term that is left out
 */
public record Mutation(
    Kind kind,
    String of,
    String file,
    int line,
    int column,
    String before,
    String after,
    String text)
    implements Comparable<Mutation> {

  /** Kinds of changes. */
  public enum Kind {
    /** {@code ==} and {@code !=}, or the direction of {@code <} and {@code >}. */
    COMPARISON,
    /** Whether a threshold itself is within; for a parameter, one step up or down. */
    BOUNDARY,
    /** A text, a number, yes or no. */
    CONSTANT,
    /** A constant of a closed type, or one element of a list. */
    ENUM_VALUE,
    /** {@code not}, in front of a fact or of {@code in}, {@code contains} and {@code matches}. */
    NEGATION,
    /** {@code &&} and {@code ||}. */
    CONNECTIVE,
    /** A condition, or one side of an alternative, is left out. */
    DROPPED_CONDITION,
    /** A {@code not} is left out with what it excepts. */
    DROPPED_EXCEPTION,
    /** A variable stands for another one of its type. */
    SWAPPED_BINDING,
    /** A date is moved by a day. */
    SHIFTED_DATE,
    /** The severity of what is concluded. */
    CHANGED_SEVERITY,
    /** The stance of what is advised. */
    CHANGED_STANCE;

    /** In words: {@code dropped condition}. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Whether a parameter or a group of terms is changed, not a rule. */
  public boolean isOfData() {
    return !of.contains("/");
  }

  /** Where it is, as {@code file:line:column}. */
  public String place() {
    return file + ":" + line + ":" + column;
  }

  /** The change as {@code before -> after}. */
  public String change() {
    return after.isEmpty() ? "without " + before : before + " -> " + after;
  }

  /** File by file, from the top. */
  @Override
  public int compareTo(Mutation other) {
    int files = file.compareTo(other.file);
    int lines = files != 0 ? files : Integer.compare(line, other.line);
    int columns = lines != 0 ? lines : Integer.compare(column, other.column);
    int changes = columns != 0 ? columns : change().compareTo(other.change());
    return changes != 0 ? changes : text.compareTo(other.text);
  }
}
