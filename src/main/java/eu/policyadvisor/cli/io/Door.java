package eu.policyadvisor.cli.io;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.rule.Catalogue;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the commands share: the advisor behind them and the terminal before them.
 *
 * @param advisor the advisor with the built-in rules, made when it is first asked for
 * @param in standard input
 * @param out results
 * @param err diagnostics
 * @param columns width of text
 * @param colour whether it shows colour
 * @param terminal whether results go to a terminal
 * @param progress width of the terminal that diagnostics go to; 0 where they go to none
 * @param today the day on which rules are listed unless another one is asked for
 */
public record Door(
    Supplier<Advisor> advisor,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    int columns,
    boolean colour,
    boolean terminal,
    int progress,
    Supplier<LocalDate> today) {

  public static final int COLUMNS = 100;

  /** Puts a guard before what is printed. */
  public Door {
    out = Guard.of(out, colour);
    err = Guard.of(err, colour);
  }

  /** Results that are commands for GitHub; what else is printed is kept from being one. */
  public PrintWriter commands() {
    return Guard.of(out, colour).withCommands();
  }

  /** What every command says of its option {@code --rules}. */
  public static final String RULES =
      "Rules of your own, in DRL, and catalog/*.yaml, over the built-in ones. A directory with"
          + " parameters.yaml is a whole knowledge base: nothing built-in stands beside it. Rules"
          + " are code: load none you do not trust.";

  /**
   * Says what is wrong, a line each.
   *
   * @param meaning what that comes to
   * @return the meaning; done where nothing is wrong
   */
  public Exit say(Collection<?> problems, Exit meaning) {
    problems.forEach(err::println);
    return problems.isEmpty() ? Exit.DONE : meaning;
  }

  /** The day that is asked about: the one of the option, else that of the facts, else today. */
  public LocalDate day(@Nullable LocalDate option, @Nullable LocalDate facts) {
    return option != null ? option : facts != null ? facts : today.get();
  }

  /**
   * The same for advice: it is said where that day is far from the day of the catalogue, or the
   * clock cannot be right.
   */
  public LocalDate day(Advisor advisor, @Nullable LocalDate option, @Nullable LocalDate facts) {
    LocalDate day = day(option, facts);
    Catalogue catalogue = advisor.knowledge().catalogue();
    String remark =
        option == null && facts == null ? catalogue.remarkOnClock(day) : catalogue.remark(day);
    if (!remark.isEmpty()) {
      err.println(remark);
    }
    return day;
  }

  /** The advisor, with the rules of a directory where one is named. */
  public Advisor advisor(@Nullable Path rules) {
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
