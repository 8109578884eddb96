package eu.policyadvisor.engine.format;

import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.engine.drl.DrlToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes DRL in the style of the shipped rules, and never changes what it says. */
public final class DrlFormatter {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private DrlFormatter() {}

  /**
   * A DRL file in the style of the shipped rules. Comments and strings are kept as they are.
   *
   * @param file what messages call it
   * @param drl its text
   * @throws RuleBaseException if it does not parse, naming file, line and column
   * @throws IllegalStateException if the result would not say the same, which is a fault of this
   *     class
   */
  public static String format(String file, String drl) {
    DrlFile before = parse(file, drl);
    String formatted = DrlLayout.of(before);
    if (!formatted.equals(before.text()) && !same(before, formatted)) {
      throw new IllegalStateException(
          file + " is left as it is: formatting would change what its rules mean");
    }
    return formatted;
  }

  private static boolean same(DrlFile before, String formatted) {
    DrlFile after = DrlFile.read(before.name(), formatted);
    return after.problems().isEmpty()
        && DrlMeaning.of(before.parsed()).equals(DrlMeaning.of(after.parsed()));
  }

  static DrlFile parse(String file, String drl) {
    DrlFile parsed = DrlFile.read(file, drl);
    if (!parsed.problems().isEmpty()) {
      throw new RuleBaseException(parsed.problems());
    }
    requirePairs(parsed);
    return parsed;
  }

  /** The parser lets some brackets pass that are never closed; there is no layout for them. */
  private static void requirePairs(DrlFile file) {
    Deque<DrlToken> open = new ArrayDeque<>();
    for (DrlToken token : file.tokens()) {
      if (token.opens()) {
        open.push(token);
      } else if (token.closes()) {
        DrlToken opened = open.poll();
        if (opened == null || CLOSING.indexOf(token.text()) != OPENING.indexOf(opened.text())) {
          DrlToken odd = opened == null ? token : opened;
          throw unpaired(file, odd);
        }
      }
    }
    if (!open.isEmpty()) {
      throw unpaired(file, open.element());
    }
  }

  private static RuleBaseException unpaired(DrlFile file, DrlToken token) {
    return new RuleBaseException(
        List.of(file.problem(token.from(), "'" + token.text() + "' has no other half")));
  }
}
