package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the commands share: the advisor behind them and the terminal before them.
 *
 * @param advisor the advisor with the built-in rules, made when it is first asked for
 * @param in standard input
 * @param out results
 * @param err diagnostics
 * @param columns width of the terminal
 * @param colour whether it shows colour
 * @param today the day on which rules are listed unless another one is asked for
 */
record Door(
    Supplier<Advisor> advisor,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    int columns,
    boolean colour,
    Supplier<LocalDate> today) {

  static final int COLUMNS = 100;

  /** The advisor, with the rules of a directory beside the built-in ones where one is named. */
  Advisor advisor(@Nullable Path rules) {
    if (rules == null) {
      return advisor.get();
    } else if (!Files.isDirectory(rules)) {
      throw new UsageException(
          Files.exists(rules)
              ? "'" + rules + "' is not a directory; --rules takes one with DRL files"
              : "there is no directory '" + rules + "' to read rules from");
    }
    return advisor.get().withRules(rules);
  }
}
