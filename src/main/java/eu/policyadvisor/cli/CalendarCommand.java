package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.calendar.Calendar;
import eu.policyadvisor.calendar.Calendars;
import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.ConfirmOption;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.FactFiles;
import eu.policyadvisor.cli.io.FactInput;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.ListDirectory;
import eu.policyadvisor.cli.io.Output;
import eu.policyadvisor.cli.io.OutputGuard;
import eu.policyadvisor.cli.io.Progress;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the days that matter for facts, and from when to when each answer holds. */
@Command(
    name = "calendar",
    description = {
      "Show the days that matter for these facts: of law, of measures and their pauses, of the"
          + " facts themselves, and by when a step is due.",
      "For the whole and for each item: from when to when each answer holds, and what changes it."
          + " It says of each day what 'advisor assess --as-of' says of it."
    })
final class CalendarCommand extends Subcommand {
  private static final int YEARS_BACK = 1;
  private static final int YEARS_ON = 10;
  private static final int MOST_YEARS = 100;

  /** From so many fact sets on it is shown how far it is. */
  private static final int MANY = 10;

  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Fact files in YAML or JSON Lines (*.jsonl), inventories as 'advisor import' takes them,"
              + " directories that hold YAML files, patterns, or - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Form of the report on standard output: ${COMPLETION-CANDIDATES}; ics is iCalendar, for"
              + " programs that keep appointments. Default: text.")
  private Choice.CalendarFormat format = Choice.CalendarFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "[FORMAT=]FILE",
      converter = Output.OfCalendars.class,
      description = "Write to a file instead; may be repeated.")
  private List<Output<Choice.CalendarFormat>> outputs = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "The date the advice is given for: what comes before is past, and steps are due from it"
              + " on. Default: that of the facts, else today.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first day. Default: a year before the date of the advice.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The last day. Default: ten years after the date of the advice.")
  private @Nullable LocalDate to;

  @Mixin private ConfirmOption confirm = new ConfirmOption();

  @Option(names = "--rules", paramLabel = "DIR", description = Door.RULES)
  private @Nullable Path rules;

  @Option(names = "--lists", paramLabel = "DIR", description = ListDirectory.ASKED)
  private @Nullable Path lists;

  @Option(
      names = "--force",
      description = "Overwrite what --output names, also where it reads as input.")
  private boolean force;

  CalendarCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    requireDifferentFiles();
    List<Path> read = new ArrayList<>(OutputGuard.paths(FactFiles.find(files).names()));
    Stream.ofNullable(confirm.file()).forEach(read::add);
    new OutputGuard(read, force).check(outputs.stream().map(Output::file).toList());
    Advisor advisor = confirm.of(ListDirectory.asked(door.advisor(rules), lists));
    FactInput input = FactInput.read(files, advisor, door);
    Exit exit = input.exit();
    List<Span> spans = new ArrayList<>();
    for (FactSet facts : input.factSets()) {
      spans.add(span(facts, door.day(advisor, asOf, facts.asOf())));
    }
    List<Calendar> calendars = new ArrayList<>();
    for (Made made : made(spans, advisor)) {
      if (made.calendar() != null) {
        calendars.add(made.calendar());
      } else {
        exit = exit.or(door.say(made.problems(), Exit.INVALID_FACTS));
      }
    }
    return calendars.isEmpty() ? exit : exit.or(print(calendars));
  }

  private List<Made> made(List<Span> spans, Advisor advisor) {
    try (Progress progress =
        spans.size() < MANY
            ? Progress.none(door)
            : Progress.of(door, "fact sets", 0, spans.size())) {
      List<Made> made =
          spans.parallelStream()
              .map(
                  span -> {
                    Made each = span.make(advisor);
                    progress.step();
                    return each;
                  })
              .toList();
      progress.end();
      return made;
    }
  }

  /**
   * What came of one fact set.
   *
   * @param problems what is wrong with the facts where there is no calendar
   */
  private record Made(@Nullable Calendar calendar, List<?> problems) {}

  /** The days that are asked about for one fact set. */
  private record Span(FactSet facts, LocalDate asOf, LocalDate from, LocalDate to) {
    Made make(Advisor advisor) {
      try {
        return new Made(Calendars.of(advisor, facts, asOf, from, to), List.of());
      } catch (InvalidFactsException e) {
        return new Made(null, e.problems());
      }
    }
  }

  private Span span(FactSet facts, LocalDate day) {
    LocalDate first = from == null ? later(FIRST, day.minusYears(YEARS_BACK)) : from;
    LocalDate last = to == null ? earlier(LAST, day.plusYears(YEARS_ON)) : to;
    if (last.isBefore(first)) {
      throw new UsageException(
          "the last day, %s, is before the first, %s; name both with --from and --to"
              .formatted(last, first));
    } else if (first.plusYears(MOST_YEARS).isBefore(last)) {
      throw new UsageException(
          "from %s to %s are more than the %d years that a calendar may hold"
              .formatted(first, last, MOST_YEARS));
    }
    return new Span(facts, day, first, last);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private void requireDifferentFiles() {
    Set<Path> seen = new HashSet<>();
    for (Output<Choice.CalendarFormat> output : outputs) {
      if (!seen.add(output.file().toAbsolutePath().normalize())) {
        throw new UsageException("two reports go to '" + output.file() + "'; name two files");
      }
    }
  }

  private Exit print(List<Calendar> calendars) {
    Exit exit = Exit.DONE;
    for (Output<Choice.CalendarFormat> output : outputs) {
      try {
        output.write(output.format().report(Door.COLUMNS, false).render(calendars));
      } catch (IOException e) {
        exit = exit.or(door.say(List.of(Faults.unwritable(output.file(), e)), Exit.USAGE));
      }
    }
    if (outputs.isEmpty()) {
      door.out().print(format.report(door.columns(), door.colour()).render(calendars));
    }
    return exit;
  }
}
