package eu.policyadvisor.cli.run;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.FactFiles;
import eu.policyadvisor.cli.io.FactItem;
import eu.policyadvisor.cli.io.FactStream;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.Progress;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.report.Report;
import eu.policyadvisor.report.Summary;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.screening.KeptList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assesses whatever files there are, on all cores and in bounded memory, and reports in their
 * order. What is wrong with one file is said and does not stop the others.
 */
public final class AssessmentRun {
  /** From so many inputs on a run shows how far it is and what it came to. */
  public static final int MANY = 100;

  private static final long FLUSH_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int FLUSH_BYTES = 1 << 20;

  private final Door door;
  private final Advisor advisor;
  private final AssessmentOptions options;
  private final boolean verbose;
  private final Summary summary = new Summary();
  private boolean goesOn;
  private final long start = System.nanoTime();
  private long flushed = start;
  private Exit exit = Exit.DONE;

  /**
   * A run.
   *
   * @param verbose whether everything is said
   */
  public AssessmentRun(Door door, Advisor advisor, AssessmentOptions options, boolean verbose) {
    this.door = door;
    this.advisor = advisor;
    this.options = options;
    this.verbose = verbose;
  }

  /** Assesses what the arguments name. */
  public Exit run(List<String> arguments) throws IOException, InterruptedException {
    FactFiles found = FactFiles.find(arguments);
    exit = door.say(found.problems(), Exit.USAGE);
    found.notes().forEach(door.err()::println);
    List<String> files = found.names();
    options.requireUnread(files);
    List<Problem> faults = new ArrayList<>();
    Triaging triaging = Triaging.read(options.waivers, options.baseline, files, advisor, faults);
    if (!faults.isEmpty()) {
      return exit.or(door.say(faults, Exit.USAGE));
    }
    if (options.resume == null) {
      return run(files, triaging, null, door.today().get());
    } else if (files.contains(FactFiles.STANDARD_INPUT)) {
      throw new UsageException("standard input cannot be read twice; --resume needs files");
    } else if ((!options.quiet && report(options.format, true).isWhole())
        || options.outputs.stream().anyMatch(each -> report(each.format(), false).isWhole())) {
      throw new UsageException(
          "a report in SARIF or OSCAL is written in one go; with --resume write jsonl, or leave"
              + " --resume out");
    }
    AssessmentLog log;
    try {
      log = AssessmentLog.open(options.resume, options.quiet ? 0 : 1, options.outputs.size());
    } catch (IOException e) {
      return exit.or(door.say(List.of(unusable(options.resume.toString(), e)), Exit.USAGE));
    }
    try (log) {
      begin(log, files);
      return run(files, triaging, log, log.day());
    }
  }

  private static Problem unusable(String log, IOException fault) {
    return Problem.of(log, "cannot be used: " + Faults.reason(fault));
  }

  /** Takes up what the log holds, or begins it anew. */
  private void begin(AssessmentLog log, List<String> files) throws IOException {
    List<String> read = new ArrayList<>(files);
    Stream.of(options.waivers, options.baseline, options.confirm.file())
        .flatMap(Stream::ofNullable)
        .forEach(file -> read.add(file.toString()));
    byte[] state = ResumeState.of(asked(), read, advisor, options.rules);
    if (!log.isOf(state)) {
      if (!log.isEmpty()) {
        door.err()
            .println(
                Problem.of(
                    String.valueOf(options.resume),
                    "is of other files, rules or options; all files are assessed anew"));
      }
      log.begin(state, door.today().get());
    }
  }

  /** All options that make a difference to results. */
  private List<Object> asked() {
    List<Object> asked = new ArrayList<>();
    asked.add(options.input);
    options.outputs.forEach(each -> asked.add(each.format() + "=" + each.file().toAbsolutePath()));
    asked.add(options.quiet ? "" : options.format + " " + door.columns() + " " + door.colour());
    asked.add(options.extras());
    asked.add(String.valueOf(options.asOf));
    asked.add(options.failOn);
    asked.add(options.unknowns);
    asked.add(options.range);
    asked.add(verbose);
    asked.add(advisor.lists().stream().map(KeptList::sha256).toList());
    asked.add(String.valueOf(options.waivers));
    asked.add(String.valueOf(options.baseline));
    asked.add(String.valueOf(options.confirm.file()));
    return asked;
  }

  @SuppressWarnings("try") // what takes long is told until it is closed
  private Exit run(
      List<String> files, Triaging triaging, @Nullable AssessmentLog log, LocalDate today)
      throws IOException, InterruptedException {
    List<Reports.Planned> outputs =
        options.outputs.stream()
            .map(each -> new Reports.Planned(report(each.format(), false), each.file()))
            .toList();
    if (files.size() > 1) {
      advisor.loaded().prepare();
    }
    Report printed = options.quiet ? null : report(options.format, true);
    List<Report> reports = new ArrayList<>(outputs.stream().map(Reports.Planned::report).toList());
    if (printed != null) {
      reports.add(printed);
    }
    boolean range = options.tellsRange(files) && reports.stream().anyMatch(Report::tellsRange);
    SlowWork slow =
        new SlowWork(
            System::nanoTime, door.progress() > 0 ? SlowWork.AT_TERMINAL : SlowWork.IN_LOG);
    Assessor assessor =
        new Assessor(advisor, reports, options, today, triaging, verbose, range, slow);
    FactStream items = new FactStream(files, door.in(), options.input);
    int before = log == null ? 0 : known(log, outputs, today);
    goesOn = before > 0;
    for (int i = 0; i < before; i++) {
      items.next();
    }
    try (InOrder<FactItem, Outcome> work =
            new InOrder<>(
                Runtime.getRuntime().availableProcessors(),
                items,
                FactItem::weight,
                assessor::assess,
                Outcome::weight);
        Interruption interruption = new Interruption(work::stop);
        Progress progress = progress(files, before);
        SlowWork.Teller teller =
            slow.tell(
                line -> {
                  progress.print(door.err(), line + System.lineSeparator());
                  door.err().flush();
                });
        Reports written =
            new Reports(
                door,
                progress,
                outputs,
                log == null ? null : lengths(log, outputs.size()),
                printed,
                advisor::knowledge)) {
      if (log != null) {
        log.read(entry -> replay(entry.outcome(), written, progress));
      }
      work(work, written, progress, log);
      written.end();
      exit = exit.or(written.exit());
      progress.end();
      conclude(interruption.came(), log != null, triaging);
    }
    return exit;
  }

  private Report report(Choice.ReportFormat format, boolean onTerminal) {
    return format.report(
        onTerminal ? door.columns() : Door.COLUMNS,
        onTerminal && door.colour(),
        verbose ? Choice.Detail.EVERYTHING : options.detail,
        options.extras());
  }

  /** How many inputs were done before; none when the reports are not as they were left. */
  private int known(AssessmentLog log, List<Reports.Planned> outputs, LocalDate today)
      throws IOException {
    log.read(entry -> {});
    List<Long> lengths = lengths(log, outputs.size());
    for (int i = 0; i < outputs.size(); i++) {
      Path file = outputs.get(i).file();
      if (lengths.get(i) > 0 && (!Files.isRegularFile(file) || Files.size(file) < lengths.get(i))) {
        door.err()
            .println(
                Problem.of(
                    file.toString(),
                    "does not hold what was written before; all files are assessed anew"));
        log.restart(today);
        return 0;
      }
    }
    return log.size();
  }

  private static List<Long> lengths(AssessmentLog log, int outputs) {
    return log.size() == 0 ? Collections.nCopies(outputs, 0L) : log.last().lengths();
  }

  private Progress progress(List<String> files, int before) {
    if (door.progress() <= 0) {
      return Progress.none(door);
    }
    long total = FactStream.count(files, options.input);
    return total < 0 || total >= MANY
        ? Progress.of(door, "files", before, total)
        : Progress.none(door);
  }

  private void work(
      InOrder<FactItem, Outcome> work,
      Reports reports,
      Progress progress,
      @Nullable AssessmentLog log)
      throws InterruptedException {
    try {
      for (Outcome next = work.next(); next != null; next = work.next()) {
        count(next, progress);
        reports.write(next.pieces());
        if (log != null) {
          if (reports.exit() != Exit.DONE) {
            return; // What a log says was done must be in the reports.
          }
          List<String> printed =
              next.pieces().subList(options.outputs.size(), next.pieces().size());
          log.put(new AssessmentLog.Entry(next.with(printed), reports.lengths()));
          flush(reports, log, false);
        }
        progress.step();
        if (nobodyReads() && log == null) {
          return;
        }
      }
      if (log != null) {
        flush(reports, log, true);
      }
    } catch (IOException e) {
      progress.print(door.err(), unusable(String.valueOf(options.resume), e) + "\n");
      exit = exit.or(Exit.USAGE);
    }
  }

  /** Whether the only report goes to where nobody takes it, as into {@code head}. */
  private boolean nobodyReads() {
    return !options.quiet && options.outputs.isEmpty() && door.out().checkError();
  }

  private void flush(Reports reports, AssessmentLog log, boolean now) throws IOException {
    long time = System.nanoTime();
    if (now || time - flushed > FLUSH_NANOS || log.pending() > FLUSH_BYTES) {
      flushed = time;
      reports.flush();
      if (reports.exit() == Exit.DONE) {
        log.flush();
      }
    }
  }

  /** Says again what a run said that was interrupted. */
  private void replay(Outcome outcome, Reports reports, Progress progress) {
    count(outcome, progress);
    reports.print(outcome.pieces());
  }

  private void count(Outcome outcome, Progress progress) {
    exit = exit.or(outcome.exit());
    if (!outcome.problems().isEmpty()) {
      progress.print(door.err(), String.join("\n", outcome.problems()) + "\n");
    }
    summary.add(
        outcome.name(),
        outcome.isFaulty(),
        Duration.ofNanos(outcome.nanos()),
        outcome.stances().stream().map(Stance::valueOf).toList(),
        outcome.findings());
  }

  private void conclude(boolean interrupted, boolean resumable, Triaging triaging) {
    // Of what an interrupted run found nothing is known but its reports.
    if (!interrupted && !goesOn) {
      triaging.lines().forEach(door.err()::println);
    }
    boolean summarised =
        switch (options.summed) {
          case AUTO -> summary.inputs() >= MANY && !options.quiet;
          case ALWAYS -> true;
          case NEVER -> false;
        };
    if (summarised && summary.inputs() > 0) {
      door.err()
          .print(
              summary.text(
                  id -> advisor.knowledge().cards().get(id),
                  Duration.ofNanos(System.nanoTime() - start)));
    }
    if (interrupted) {
      exit = exit.or(Exit.INTERRUPTED);
      door.err()
          .println(
              String.format(
                  Locale.ROOT,
                  "interrupted after %,d files; the reports hold what was done%s",
                  summary.inputs(),
                  resumable ? ", and the same command goes on from there" : ""));
    }
    door.out().flush();
    door.err().flush();
  }
}
