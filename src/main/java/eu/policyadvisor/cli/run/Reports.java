package eu.policyadvisor.cli.run;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.FileTarget;
import eu.policyadvisor.cli.io.Progress;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.Report;
import eu.policyadvisor.report.ReportText;
import eu.policyadvisor.rule.KnowledgeBase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a run, written while it goes on: those to files in the order of their options,
 * then the one on standard output. A file that cannot be written is said and left out.
 */
final class Reports implements Closeable {
  private final Door door;
  private final Progress progress;
  private final List<ToFile> files = new ArrayList<>();
  private final @Nullable ReportText standardOutput;
  private final boolean commands;
  private Exit exit = Exit.DONE;

  /**
   * Opens nothing yet.
   *
   * @param outputs the reports to files
   * @param lengths how long these are already, where a run goes on that keeps a log; null where
   *     none is kept and files are written as a whole or not at all
   * @param standardOutput the report on standard output; null for none
   * @param knowledge the rules behind the reports
   */
  Reports(
      Door door,
      Progress progress,
      List<Planned> outputs,
      @Nullable List<Long> lengths,
      @Nullable Report standardOutput,
      Supplier<KnowledgeBase> knowledge) {
    this.door = door;
    this.progress = progress;
    this.commands = standardOutput != null && standardOutput.isCommands();
    this.standardOutput = standardOutput == null ? null : new ReportText(standardOutput, knowledge);
    for (int i = 0; i < outputs.size(); i++) {
      ReportText text = new ReportText(outputs.get(i).report(), knowledge);
      files.add(new ToFile(outputs.get(i).file(), text, lengths == null ? -1 : lengths.get(i)));
    }
  }

  /**
   * A report to a file.
   *
   * @param report its form
   * @param file where it goes
   */
  record Planned(Report report, Path file) {}

  /** A report to a file, which is opened when there is something to write. */
  private final class ToFile {
    private final Path file;
    private final long before;
    private final ReportText text;
    private @Nullable FileTarget target;
    private boolean failed;

    /** A report; {@code before} is negative for a file that is written as a whole. */
    ToFile(Path file, ReportText text, long before) {
      this.file = file;
      this.text = before > 0 ? text.begun() : text;
      this.before = before;
    }

    private FileTarget put(String piece) throws IOException {
      if (target == null) {
        target = before < 0 ? FileTarget.whole(file) : FileTarget.growing(file, before);
      }
      target.write(Plain.page(piece));
      return target;
    }

    void write(String piece) throws IOException {
      if (!piece.isEmpty()) {
        put(text.next(piece));
      }
    }

    long length() {
      return target == null ? Math.max(0, before) : target.length();
    }

    void attempt(Attempt what) {
      if (!failed) {
        try {
          what.run();
        } catch (IOException e) {
          failed = true;
          exit = exit.or(Exit.USAGE);
          progress.print(door.err(), Faults.unwritable(file, e) + System.lineSeparator());
        }
      }
    }

    void end() throws IOException {
      if (before > 0 || target != null) {
        put(text.end()).finish();
      }
    }

    void flush() throws IOException {
      if (target != null) {
        target.flush();
      }
    }
  }

  private interface Attempt {
    void run() throws IOException;
  }

  /** Writes what the next input gives. */
  void write(List<String> pieces) {
    for (int i = 0; i < files.size(); i++) {
      ToFile to = files.get(i);
      String piece = pieces.get(i);
      to.attempt(() -> to.write(piece));
    }
    print(pieces.subList(files.size(), pieces.size()));
  }

  /** Prints what an input gives on standard output. */
  void print(List<String> pieces) {
    if (standardOutput != null) {
      print(standardOutput.next(pieces.get(0)));
    }
  }

  private void print(String text) {
    if (!text.isEmpty()) {
      progress.print(commands ? door.commands() : door.out(), text);
    }
  }

  /** How many bytes the files hold so far. */
  List<Long> lengths() {
    return files.stream().map(ToFile::length).toList();
  }

  /** Puts all that was written into the files. */
  void flush() {
    files.forEach(each -> each.attempt(each::flush));
  }

  /** Completes all reports. */
  void end() {
    files.forEach(each -> each.attempt(each::end));
    if (standardOutput != null) {
      print(standardOutput.end());
    }
  }

  /** What became of the files so far. */
  Exit exit() {
    return exit;
  }

  @Override
  public void close() throws IOException {
    for (ToFile each : files) {
      if (each.target != null) {
        each.target.close();
      }
    }
  }
}
