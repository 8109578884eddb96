package eu.policyadvisor.session;

import eu.policyadvisor.fact.Problem;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;

/** Writes DRL in the style of the shipped rules, and never changes what it says. */
public final class DrlFormatter {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

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
    String source = drl.startsWith(BYTE_ORDER_MARK) ? drl.substring(1) : drl;
    PackageDescr before = parse(file, source);
    String formatted = DrlLayout.of(source);
    if (!formatted.equals(source) && !same(before, file, formatted)) {
      throw new IllegalStateException(
          file + " is left as it is: formatting would change what its rules mean");
    }
    return formatted;
  }

  private static boolean same(PackageDescr before, String file, String formatted) {
    try {
      return DrlMeaning.of(before).equals(DrlMeaning.of(parse(file, formatted)));
    } catch (RuleBaseException e) {
      return false;
    }
  }

  static PackageDescr parse(String file, String drl) {
    DrlParser parser = new DrlParser();
    try {
      PackageDescr parsed = parser.parse(false, drl);
      if (parser.getErrors().isEmpty() && parsed != null) {
        return parsed;
      }
    } catch (DroolsParserException e) {
      throw new RuleBaseException(List.of(new Problem(file, 0, 0, oneLine(e.getMessage()))));
    }
    throw new RuleBaseException(
        parser.getErrors().stream().map(error -> problem(file, error)).sorted().toList());
  }

  private static Problem problem(String file, DroolsError error) {
    String message = oneLine(error.getMessage());
    return error instanceof ParserError at
        ? new Problem(file, Math.max(at.getRow(), 0), Math.max(at.getCol() + 1, 0), message)
        : new Problem(file, 0, 0, message);
  }

  private static String oneLine(@Nullable String message) {
    return String.valueOf(message).strip().replaceAll("\\s+", " ");
  }
}
