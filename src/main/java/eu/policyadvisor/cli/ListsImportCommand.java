package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.ListDirectory;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.screening.InvalidListException;
import eu.policyadvisor.screening.KeptList;
import eu.policyadvisor.screening.ListStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a version of a screening list. */
@Command(
    name = "import",
    description = {
      "Keep a version of a screening list.",
      "Read are the US consolidated screening list (CSV, JSON), the EU consolidated financial"
          + " sanctions list (XML, CSV) and OpenSanctions (targets.simple.csv), told apart by what"
          + " is in them. Nothing is fetched."
    })
final class ListsImportCommand extends Subcommand {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Lists as published.")
  private List<Path> files = List.of();

  @Option(names = "--lists", paramLabel = "DIR", description = ListDirectory.OPTION)
  private @Nullable Path directory;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description =
          "The day the list is of, where it does not say so itself. Without it the day of import"
              + " stands in, and is said to.")
  private @Nullable LocalDate date;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "What the list is called, so that it is kept beside others of its form. Default: us-csl,"
              + " eu-fsf, opensanctions.")
  private @Nullable String name;

  ListsImportCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    LocalDate today = door.today().get();
    if (date != null && date.isAfter(today)) {
      throw new UsageException(
          "no list can be of " + date + " yet: today is " + today + "; give the day it was issued");
    }
    ListStore store = new ListStore(ListDirectory.of(directory));
    Exit exit = Exit.DONE;
    for (Path file : files) {
      exit = exit.or(add(store, file));
    }
    return exit;
  }

  private Exit add(ListStore store, Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      return door.say(List.of(Faults.unreadable(file.toString(), e)), Exit.USAGE);
    }
    try {
      ListStore.Added added = store.add(file.toString(), bytes, name, date, door.today().get());
      door.out().println(said(file, added));
      KeptList before = added.before();
      if (before != null && added.shrank()) {
        door.err()
            .println(
                Problem.of(
                    file.toString(),
                    String.format(
                        Locale.ROOT,
                        "has %,d rows, and the list of %s had %,d; see that it is not cut off",
                        added.kept().rows(),
                        before.date(),
                        before.rows())));
      }
      return Exit.DONE;
    } catch (InvalidListException e) {
      return door.say(e.problems(), Exit.INVALID_FACTS);
    } catch (IOException e) {
      return door.say(List.of(Faults.unwritable(ListDirectory.of(directory), e)), Exit.USAGE);
    }
  }

  private static String said(Path file, ListStore.Added added) {
    KeptList kept = added.kept();
    return String.format(
        Locale.ROOT,
        "%s: %s %s of %s%s, %,d rows, SHA-256 %s",
        Plain.message(file.toString()),
        added.isNew() ? "kept as" : "is there already as",
        kept.id(),
        kept.date(),
        switch (kept.dated()) {
          case BY_LIST -> "";
          case BY_USER -> " (as you say)";
          case BY_IMPORT -> " (the day of import; it does not say which day it is of)";
        },
        kept.rows(),
        kept.sha256());
  }
}
