package eu.policyadvisor.benchmark.steady;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do, from system properties.
 *
 * @param seconds one iteration; everything else is in proportion
 * @param count assessments of the long run
 * @param sections those asked for; null for all
 * @param report where the Markdown goes
 */
record Settings(double seconds, long count, @Nullable List<String> sections, Path report) {

  static Settings read() {
    String sections = System.getProperty("benchmark.sections", "");
    return new Settings(
        Double.parseDouble(System.getProperty("benchmark.seconds", "1")),
        Long.parseLong(System.getProperty("benchmark.count", "20000")),
        sections.isBlank() ? null : List.of(sections.split(",")),
        Path.of(System.getProperty("benchmark.report", "target/benchmarks.md")));
  }

  boolean asksFor(String section) {
    return sections == null || sections.contains(section);
  }
}
