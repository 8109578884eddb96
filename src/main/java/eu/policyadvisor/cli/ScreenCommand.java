package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.ListDirectory;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.report.MatchReport;
import eu.policyadvisor.screening.InvalidListException;
import eu.policyadvisor.screening.KeptList;
import eu.policyadvisor.screening.ListStore;
import eu.policyadvisor.screening.NameFile;
import eu.policyadvisor.screening.Screened;
import eu.policyadvisor.screening.Screener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks names up in the screening lists. */
@Command(
    name = "screen",
    description = {
      "Look names of parties up in the screening lists that are kept.",
      "'listed': the name, legal form and country agree. 'resembles': somebody has to look. Each"
          + " match says which words agree, which row says it, its effect in law and since when."
    })
final class ScreenCommand extends Subcommand {
  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Names of parties.")
  private List<String> names = List.of();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Names in a CSV file with a column 'name', and 'country' if you know it; or one a line.")
  private @Nullable Path file;

  @Option(names = "--lists", paramLabel = "DIR", description = ListDirectory.OPTION)
  private @Nullable Path directory;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "The day on which parties must be listed; each list is taken as it was then. Default:"
              + " today.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Form of the result: ${COMPLETION-CANDIDATES}. Default: text.")
  private Choice.MatchFormat format = Choice.MatchFormat.TEXT;

  ScreenCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() throws IOException {
    if (names.isEmpty() == (file == null)) {
      throw new UsageException("name the parties to look up, or a file of them with --file");
    } else if (names.stream().anyMatch(String::isBlank)) {
      throw new UsageException("a name is empty; name the parties to look up");
    }
    LocalDate day = door.day(asOf, null);
    try {
      List<NameFile.Entry> entries = entries();
      Path place = ListDirectory.existing(directory);
      List<KeptList> lists = ListStore.holding(new ListStore(place).all(), day);
      if (lists.isEmpty()) {
        throw new UsageException(
            "there are no screening lists in '" + place + "'; import some first");
      }
      Screener screener = Screener.of(lists);
      List<Screened> screened =
          entries.stream()
              .map(each -> new Screened(each, screener.screen(each.name(), each.country(), day)))
              .toList();
      door.out().print(format.report(new MatchReport(day, lists), screened));
      return Exit.DONE;
    } catch (InvalidListException e) {
      return door.say(e.problems(), Exit.INVALID_FACTS);
    }
  }

  private List<NameFile.Entry> entries() throws InvalidListException {
    if (file == null) {
      List<NameFile.Entry> entries = new ArrayList<>();
      names.forEach(name -> entries.add(new NameFile.Entry(0, name, null)));
      return entries;
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UsageException(Faults.unreadable(file.toString(), e).toString());
    }
    if (bytes.length == 0) {
      throw new UsageException(file + ": is empty; it names no party");
    }
    List<NameFile.Entry> entries = NameFile.read(file.toString(), bytes);
    if (entries.isEmpty()) {
      throw new UsageException(file + ": names no party");
    }
    return entries;
  }
}
