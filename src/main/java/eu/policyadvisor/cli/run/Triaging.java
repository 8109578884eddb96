package eu.policyadvisor.cli.run;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Waiver;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.triage.Baseline;
import eu.policyadvisor.triage.BaselineReader;
import eu.policyadvisor.triage.Waivers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The waivers and the baseline of a run, and what they came to. Any thread may apply them. */
final class Triaging {
  private final @Nullable Waivers waivers;
  private final @Nullable Baseline baseline;
  private final @Nullable Path baselineFile;
  private final Set<Waiver> accepting = new HashSet<>();
  private final Set<Waiver> expired = new HashSet<>();
  private final Set<String> subjects = new HashSet<>();
  private long fresh;
  private long unchanged;
  private long gone;

  private Triaging(
      @Nullable Waivers waivers, @Nullable Baseline baseline, @Nullable Path baselineFile) {
    this.waivers = waivers;
    this.baseline = baseline;
    this.baselineFile = baselineFile;
  }

  /**
   * Reads the files.
   *
   * @param waivers the file of waivers, or null
   * @param baseline an earlier report, or null
   * @param inputs the files that are assessed
   * @param problems takes what is wrong with them
   */
  static Triaging read(
      @Nullable Path waivers,
      @Nullable Path baseline,
      List<String> inputs,
      Advisor advisor,
      List<Problem> problems) {
    Waivers read = null;
    if (waivers != null) {
      read =
          read(waivers, problems, in -> Waivers.read(waivers.toString(), in, advisor.knowledge()))
              .orElse(null);
    }
    Baseline known = null;
    if (baseline != null) {
      known =
          read(
                  baseline,
                  problems,
                  in -> BaselineReader.read(baseline.toString(), in, Set.copyOf(inputs)))
              .flatMap(found -> found)
              .orElse(null);
    }
    return new Triaging(read, known, baseline);
  }

  private interface Reader<T> {
    Checked<T> read(InputStream in) throws IOException;
  }

  private static <T> Optional<T> read(Path file, List<Problem> problems, Reader<T> reader) {
    try (InputStream in = Files.newInputStream(file)) {
      Checked<T> reading = reader.read(in);
      problems.addAll(reading.problems());
      return Optional.of(reading.value());
    } catch (IOException e) {
      problems.add(Faults.unreadable(file.toString(), e));
      return Optional.empty();
    }
  }

  /** The same assessment with what was decided about its findings, and without what is known. */
  Assessment apply(Assessment assessment) {
    Assessment triaged = assessment;
    if (waivers != null) {
      triaged = waivers.apply(triaged);
    }
    if (baseline != null) {
      triaged = baseline.apply(triaged);
    }
    note(triaged);
    return triaged;
  }

  private synchronized void note(Assessment assessment) {
    Triage triage = assessment.triage();
    accepting.addAll(triage.accepted().values());
    expired.addAll(triage.expired().values());
    Triage.Since since = triage.since();
    if (since != null) {
      subjects.add(assessment.facts().subject().id());
      fresh += assessment.findings().size() + assessment.recommendations().size();
      unchanged += since.unchanged().size();
      gone += since.gone().size();
    }
  }

  /** What is to be said of waivers that do not count, and of the comparison as a whole. */
  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (waivers != null) {
      for (Waiver waiver : waivers.all()) {
        if (expired.contains(waiver)) {
          lines.add(
              line(waiver, "expired on " + waiver.expires() + "; what it accepted counts again"));
        } else if (!accepting.contains(waiver)) {
          lines.add(
              line(waiver, "accepts no finding of this run; remove it, or correct what it names"));
        }
      }
    }
    if (baseline != null) {
      Set<String> left = new HashSet<>(baseline.subjects());
      left.removeAll(subjects);
      lines.add(
          String.format(
                  Locale.ROOT,
                  "compared with %s: %,d findings and recommendations are new, %,d unchanged, %,d"
                      + " gone",
                  baselineFile,
                  fresh,
                  unchanged,
                  gone)
              + (left.isEmpty()
                  ? ""
                  : String.format(
                      Locale.ROOT, "; %,d of its subjects were not assessed", left.size())));
    }
    return lines;
  }

  private static String line(Waiver waiver, String message) {
    Provenance at = waiver.provenance();
    return new Problem(at.file(), at.line(), at.column(), message).toString();
  }
}
