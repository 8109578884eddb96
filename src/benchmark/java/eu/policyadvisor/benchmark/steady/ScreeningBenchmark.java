package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.screening.Screener;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 10,000 names looked up in a list of the size of the real ones. */
@State(Scope.Benchmark)
public class ScreeningBenchmark {
  static final int NAMES = 10_000;

  /** Parties on the list. */
  @Param({"1000", "20000"})
  public int rows;

  private List<String> names;
  private Screener screener;

  /** Reads the list. */
  @Setup
  public void prepare() {
    Parties parties = Parties.of(rows, NAMES);
    names = parties.names();
    screener = parties.screener();
  }

  /** All names. */
  @Benchmark
  public int screen() {
    int matches = 0;
    for (String name : names) {
      matches += screener.screen(name, null, Parties.DAY).size();
    }
    return matches;
  }
}
