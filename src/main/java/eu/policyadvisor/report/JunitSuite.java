package eu.policyadvisor.report;

import eu.policyadvisor.problem.Plain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A suite of JUnit XML.
 *
 * @param name what it is called
 * @param cases its cases
 */
public record JunitSuite(String name, List<Case> cases) {
  public JunitSuite {
    cases = List.copyOf(cases);
  }

  /**
   * A case.
   *
   * @param classname what it belongs to
   * @param name what it is called
   * @param file the file it is about; empty for none
   * @param line the line there; 0 for none
   * @param took how long it took; null where that is not told
   * @param failures why it failed; empty when it did not
   * @param skipped why it was not judged; null when it was
   */
  public record Case(
      String classname,
      String name,
      String file,
      int line,
      @Nullable Duration took,
      List<Failure> failures,
      @Nullable String skipped) {
    public Case {
      failures = List.copyOf(failures);
    }
  }

  /**
   * Why a case failed.
   *
   * @param message in one line
   * @param type the kind of failure; null for none
   * @param text all about it
   */
  public record Failure(String message, @Nullable String type, String text) {}

  public void write(Xml xml) {
    List<Object> attributes = new ArrayList<>();
    attributes.addAll(
        List.of(
            "name",
            Plain.text(name),
            "tests",
            cases.size(),
            "failures",
            cases.stream().filter(each -> !each.failures().isEmpty()).count(),
            "errors",
            0,
            "skipped",
            cases.stream().filter(each -> each.skipped() != null).count()));
    List<Duration> times = cases.stream().map(Case::took).flatMap(Stream::ofNullable).toList();
    if (!times.isEmpty()) {
      attributes.add("time");
      attributes.add(seconds(times.stream().reduce(Duration.ZERO, Duration::plus)));
    }
    xml.open("testsuite", attributes.toArray()).text("\n");
    cases.forEach(each -> write(each, xml));
    xml.end();
  }

  private static void write(Case of, Xml xml) {
    List<Object> attributes = new ArrayList<>();
    attributes.addAll(
        List.of("name", Plain.text(of.name()), "classname", Plain.text(of.classname())));
    if (!of.file().isEmpty()) {
      attributes.addAll(List.of("file", Plain.text(of.file())));
    }
    if (of.line() > 0) {
      attributes.addAll(List.of("line", of.line()));
    }
    if (of.took() != null) {
      attributes.addAll(List.of("time", seconds(of.took())));
    }
    xml.open("testcase", attributes.toArray());
    if (of.skipped() != null) {
      xml.open("skipped", "message", Plain.text(of.skipped())).close();
    }
    for (Failure failure : of.failures()) {
      List<Object> about = new ArrayList<>(List.of("message", Plain.text(failure.message())));
      if (failure.type() != null) {
        about.addAll(List.of("type", Objects.requireNonNull(failure.type())));
      }
      xml.open("failure", about.toArray()).text(failure.text()).close();
    }
    xml.end();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
  }
}
