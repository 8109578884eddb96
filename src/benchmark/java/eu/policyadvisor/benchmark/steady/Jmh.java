package eu.policyadvisor.benchmark.steady;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs a benchmark in a JVM for each value of its parameter. */
final class Jmh {
  private static final int ITERATIONS = 3;
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /**
   * What was measured.
   *
   * @param microseconds one operation of one thread
   * @param spread half of what lies between the fastest and the slowest iteration
   * @param bytes allocated by one operation
   */
  record Score(double microseconds, double spread, double bytes) {}

  private final Settings settings;

  Jmh(Settings settings) {
    this.settings = settings;
  }

  /**
   * By the value of the only parameter of the benchmark.
   *
   * @param warmUp iterations that do not count
   * @param parameter the name of the parameter
   * @param values those to measure; without any, all
   */
  Map<String, Score> run(
      Class<?> benchmark, int threads, int warmUp, String parameter, String... values) {
    TimeValue time = TimeValue.milliseconds(Math.max(10, Math.round(settings.seconds() * 1000)));
    OptionsBuilder options = new OptionsBuilder();
    if (values.length > 0) {
      options.param(parameter, values);
    }
    options.include("\\b" + benchmark.getSimpleName() + "\\b");
    options.mode(Mode.AverageTime).timeUnit(TimeUnit.MICROSECONDS);
    options.forks(1).threads(threads);
    options.warmupIterations(warmUp).warmupTime(time);
    options.measurementIterations(ITERATIONS).measurementTime(time);
    options.addProfiler(GCProfiler.class);
    options.jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");
    options.shouldFailOnError(true);
    options.output(
        Path.of(
                "target",
                "benchmark",
                "steady",
                benchmark.getSimpleName() + "-" + threads + "-" + values.length + ".log")
            .toString());
    try {
      return scores(new Runner(options.build()).run());
    } catch (RunnerException e) {
      throw new IllegalStateException(benchmark.getSimpleName() + " failed", e);
    }
  }

  private static Map<String, Score> scores(Collection<RunResult> results) {
    Map<String, Score> scores = new LinkedHashMap<>();
    for (RunResult result : results) {
      String key =
          result.getParams().getParam(result.getParams().getParamsKeys().iterator().next());
      Result<?> time = result.getPrimaryResult();
      Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
      scores.put(
          key,
          new Score(
              time.getScore(),
              (time.getStatistics().getMax() - time.getStatistics().getMin()) / 2,
              bytes == null ? Double.NaN : bytes.getScore()));
    }
    return scores;
  }
}
