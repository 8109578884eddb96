package eu.policyadvisor.cli;

import eu.policyadvisor.check.Ageing;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.knowledge.Knowledge;
import eu.policyadvisor.problem.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A step of the build of those who maintain the catalogue: fails where a review is overdue for
 * long. Nobody else runs it, so that no user's build fails because time has passed.
 */
final class AgeStep {
  private AgeStep() {}

  /**
   * Runs it.
   *
   * @param args the day to take for today, such as {@code 2026-11-30}; none, or an empty one, for
   *     that of the clock
   */
  public static void main(String[] args) {
    String day = args.length == 0 ? "" : args[0];
    try {
      List<Problem> old =
          Ageing.overdueForLong(
              Knowledge.builtIn(),
              day.isEmpty() ? LocalDate.now(ZoneId.systemDefault()) : LocalDate.parse(day));
      old.forEach(System.err::println);
      if (!old.isEmpty()) {
        System.exit(Exit.RULES.code());
      }
    } catch (DateTimeParseException e) {
      System.err.println("as.of: '" + day + "' is no date; write it as 2026-11-30");
      System.exit(Exit.USAGE.code());
    }
  }
}
