package eu.policyadvisor.cli.io;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.screening.InvalidListException;
import eu.policyadvisor.screening.ScreeningLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where screening lists are kept. */
public final class ListDirectory {
  /** Names the directory where no option does. */
  static final String VARIABLE = "ADVISOR_LISTS";

  /** What the commands that work with lists say of their option {@code --lists}. */
  public static final String OPTION =
      "Where screening lists are kept. Default: $ADVISOR_LISTS, else"
          + " eu-ai-policy-advisor/lists in $XDG_DATA_HOME (~/.local/share).";

  /** What the commands that give advice say of it. */
  public static final String ASKED =
      "Ask the screening lists of this directory about parties. Default: $ADVISOR_LISTS, else"
          + " none is asked.";

  private ListDirectory() {}

  /**
   * An advisor that asks the lists of the directory that the option or else the environment names,
   * if any: what a machine happens to hold makes no difference to advice.
   */
  public static Advisor asked(Advisor advisor, @Nullable Path option) {
    Path directory = named(option);
    if (directory == null) {
      return advisor;
    }
    try {
      return advisor.withLists(ScreeningLists.open(existing(directory)));
    } catch (InvalidListException e) {
      throw new UsageException(e.problems().get(0).toString());
    } catch (IOException e) {
      throw new UsageException(Faults.unreadable(directory.toString(), e).toString());
    }
  }

  /** The directory that the option names, else the one that is usual; it may not be there yet. */
  public static Path of(@Nullable Path option) {
    Path named = named(option);
    Path directory = named == null ? usual(System.getenv()) : named;
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new UsageException(
          "'" + directory + "' is not a directory; screening lists are kept in one");
    }
    return directory;
  }

  /** The directory that the option or else the environment names; null for none. */
  static @Nullable Path named(@Nullable Path option) {
    return option == null ? variable(System.getenv(), VARIABLE) : option;
  }

  private static Path usual(Map<String, String> environment) {
    Path data = variable(environment, "XDG_DATA_HOME");
    Path home = Path.of(System.getProperty("user.home"), ".local", "share");
    return (data == null ? home : data).resolve("eu-ai-policy-advisor").resolve("lists");
  }

  private static @Nullable Path variable(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : Path.of(value);
  }

  /** The same where it must be there. */
  public static Path existing(@Nullable Path option) {
    Path directory = of(option);
    if (!Files.exists(directory)) {
      throw new UsageException(
          "there is no directory '"
              + directory
              + "' with screening lists; 'advisor lists import FILE' makes it");
    }
    return directory;
  }
}
