package eu.policyadvisor.cli.io;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * One line on a terminal that says how far a long run is, how fast it goes and when it will end;
 * nothing anywhere else.
 */
public final class Progress implements AutoCloseable {
  private static final int INTERVAL_MILLIS = 200;

  private final @Nullable ProgressBar bar;
  private final Line line;
  private final Door door;
  private boolean closed;

  private Progress(Door door, @Nullable ProgressBar bar, Line line) {
    this.door = door;
    this.bar = bar;
    this.line = line;
  }

  /** Shows nothing. */
  public static Progress none(Door door) {
    return new Progress(door, null, new Line(door.err(), 0));
  }

  /**
   * Shows how far a run is, where standard error is a terminal.
   *
   * @param unit what is counted, such as files
   * @param before how many were done before
   * @param total how many there are; negative when that is not known
   */
  public static Progress of(Door door, String unit, long before, long total) {
    if (door.progress() <= 0) {
      return none(door);
    }
    Line line = new Line(door.err(), door.progress());
    ProgressBar bar =
        new ProgressBarBuilder()
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" " + unit, 1)
            .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setUpdateIntervalMillis(INTERVAL_MILLIS)
            .setConsumer(line)
            .startsFrom(before, Duration.ZERO)
            .build();
    return new Progress(door, bar, line);
  }

  /** One more is done. */
  public void step() {
    if (bar != null) {
      bar.step();
    }
  }

  /** So many are done. */
  public void stepTo(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  /** What else is said at the end of the line. */
  public void note(String text) {
    if (bar != null) {
      bar.setExtraMessage(" " + text);
    }
  }

  /** Prints whole lines where the terminal shows them above this one. */
  public void print(PrintWriter to, String text) {
    boolean above = bar != null && (to == door.err() || door.terminal());
    synchronized (line) {
      if (above) {
        line.clear();
      }
      to.print(text);
      if (above) {
        to.flush();
        line.show();
      }
    }
  }

  /** Takes the line off the terminal. */
  public void end() {
    if (bar != null && !closed) {
      closed = true;
      bar.close(); // A second time would show it again.
      line.close(); // The library's own thread may not have come to it.
    }
  }

  @Override
  public void close() {
    end();
  }

  /** The line, for the library. */
  private static final class Line implements ProgressBarConsumer {
    private final PrintWriter terminal;
    private final int columns;
    private String text = "";
    private boolean closed;

    Line(PrintWriter terminal, int columns) {
      this.terminal = terminal;
      this.columns = columns;
    }

    @Override
    public int getMaxRenderedLength() {
      return columns - 1;
    }

    @Override
    public synchronized void accept(String rendered) {
      if (!closed) { // The library's clock may come once more when all is over.
        text = rendered;
        clear();
        show();
      }
    }

    synchronized void show() {
      terminal.print(text);
      terminal.flush();
    }

    @Override
    public synchronized void clear() {
      terminal.print(Guard.ERASE);
      terminal.flush();
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        clear();
        text = "";
        closed = true;
      }
    }
  }
}
