package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.ListDirectory;
import eu.policyadvisor.report.MatchReport;
import eu.policyadvisor.screening.InvalidListException;
import eu.policyadvisor.screening.KeptList;
import eu.policyadvisor.screening.ListStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the screening lists that are kept. */
@Command(
    name = "lists",
    description = {
      "List the screening lists that are kept, or import one.",
      "Every version of every list: the day it is of, its age, rows and SHA-256."
    })
final class ListsCommand extends Subcommand {
  @Option(names = "--lists", paramLabel = "DIR", description = ListDirectory.OPTION)
  private @Nullable Path directory;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day on which lists are so old. Default: today.")
  private @Nullable LocalDate asOf;

  ListsCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() throws IOException {
    Path place = ListDirectory.of(directory);
    try {
      List<KeptList> all = new ListStore(place).all();
      if (all.isEmpty()) {
        door.err()
            .println(
                "there are no screening lists in '"
                    + place
                    + "'; 'advisor lists import FILE' puts one there");
      }
      door.out().print(MatchReport.lists(all, door.day(asOf, null)));
      return Exit.DONE;
    } catch (InvalidListException e) {
      return door.say(e.problems(), Exit.INVALID_FACTS);
    }
  }
}
