package eu.policyadvisor.cli;

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
  private final Supplier<KnowledgeBase> knowledge;
  private final List<ToFile> files = new ArrayList<>();
  private final @Nullable Piecewise standardOutput;
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
    this.knowledge = knowledge;
    this.standardOutput = standardOutput == null ? null : new Piecewise(standardOutput, false);
    for (int i = 0; i < outputs.size(); i++) {
      files.add(new ToFile(outputs.get(i), lengths == null ? -1 : lengths.get(i)));
    }
  }

  /**
   * A report to a file.
   *
   * @param report its form
   * @param file where it goes
   */
  record Planned(Report report, Path file) {}

  /** Puts entries between head and tail. */
  private final class Piecewise {
    private final Report report;
    private final boolean goesOn;
    private @Nullable ReportText text;

    Piecewise(Report report, boolean goesOn) {
      this.report = report;
      this.goesOn = goesOn;
    }

    /** Made when there is something to write: rules may not be loaded before. */
    private ReportText text() {
      if (text == null) {
        text = new ReportText(report, knowledge.get());
        if (goesOn) {
          text.begun();
        }
      }
      return text;
    }

    String next(String piece) {
      return piece.isEmpty() ? "" : text().next(piece);
    }

    String end() {
      return goesOn || text != null ? text().end() : "";
    }
  }

  /** A report to a file, which is opened when there is something to write. */
  private final class ToFile {
    private final Path file;
    private final long before;
    private final Piecewise report;
    private @Nullable FileTarget target;
    private boolean failed;

    /** As planned; {@code before} is negative for a file that is written as a whole. */
    ToFile(Planned planned, long before) {
      this.file = planned.file();
      this.before = before;
      this.report = new Piecewise(planned.report(), before > 0);
    }

    private FileTarget put(String text) throws IOException {
      if (target == null) {
        target = before < 0 ? FileTarget.whole(file) : FileTarget.growing(file, before);
      }
      target.write(text);
      return target;
    }

    void write(String piece) throws IOException {
      if (!piece.isEmpty()) {
        put(report.next(piece));
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
        put(report.end()).finish();
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
      progress.print(door.out(), text);
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
