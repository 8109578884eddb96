package eu.policyadvisor.engine.format;

import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.drl.DrlFile;

/** Writes DRL in the style of the shipped rules, and never changes what it says. */
public final class DrlFormatter {
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
    return parsed;
  }
}
