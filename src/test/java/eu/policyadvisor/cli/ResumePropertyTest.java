package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Drawn;
import eu.policyadvisor.ListedParties;
import eu.policyadvisor.Seed;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs that go on where others ended give the bytes of runs that did not: of generated facts. */
@ExtendWith(Seed.class)
class ResumePropertyTest {
  /** What a log begins with; see {@link #aLogCutWithinItsFirstLineIsRefused}. */
  private static final int FIRST_LINE = "advisor assessment log 2\n".length();

  @TempDir Path directory;
  private final Random random = new Random(Seed.of(10));

  /** Each option with what may be given for it. */
  private final Map<String, List<List<String>>> options = new LinkedHashMap<>();

  /** What a run leaves. */
  private record Left(int code, String out, List<String> reports) {}

  @BeforeEach
  void writeFactsAndWhatOptionsName() throws IOException {
    List<FactSet> sets = Drawn.sets(20261210, 5);
    List<String> files = new ArrayList<>();
    for (FactSet set : sets) {
      Path file = directory.resolve("facts-%04d.yaml".formatted(files.size()));
      Files.writeString(file, Drawn.yaml(List.of(ListedParties.with(set, random))));
      files.add(file.toString());
    }
    Path fewer = directory.resolve("fewer.csv");
    Files.write(fewer, Files.readAllLines(ListedParties.ROWS).subList(0, 20));
    for (Path rows : List.of(ListedParties.ROWS, fewer)) {
      Path kept = directory.resolve("lists of " + rows.getFileName());
      assertThat(Run.of("lists", "import", "--date=2026-10-20", "--lists=" + kept, rows).code())
          .isZero();
    }
    Path baseline = directory.resolve("baseline.json");
    List<String> report = new ArrayList<>(List.of("assess", "-q", "--output=json=" + baseline));
    report.addAll(files);
    assertThat(Run.of(report.toArray()).code()).isZero();
    JsonNode finding =
        new JsonMapper()
            .readTree(baseline.toFile())
            .path("assessments")
            .valueStream()
            .flatMap(each -> each.path("findings").valueStream())
            .findFirst()
            .orElseThrow();
    for (String who : List.of("board", "court")) {
      Files.writeString(
          directory.resolve(who + ".yaml"),
          "waivers: [{rule: %s, fact: '%s', reason: r, approver: %s, expires: 2100-01-01}]"
              .formatted(finding.path("rule").asString(), finding.at("/on/id").asString(), who));
    }
    options.put("files", List.of(files, files.subList(1, files.size())));
    options.put("--fail-on", choices("--fail-on=low", "--fail-on=critical"));
    options.put("--unknowns", choices("--unknowns=fail"));
    options.put("--as-of", choices("--as-of=2025-03-01", "--as-of=2027-01-01"));
    options.put("--show", choices("--show=all"));
    options.put("--explain", choices("--explain=short"));
    options.put(
        "--format", choices("--format=jsonl", "--format=csv", "--format=json", "--format=github"));
    options.put(
        "--lists",
        choices(
            "--lists=" + directory.resolve("lists of rows.csv"),
            "--lists=" + directory.resolve("lists of fewer.csv")));
    options.put(
        "--waivers",
        choices(
            "--waivers=" + directory.resolve("board.yaml"),
            "--waivers=" + directory.resolve("court.yaml")));
    options.put("--baseline", choices("--baseline=" + baseline));
    options.put("--quiet", choices("--quiet"));
    options.put("--input", choices("--input=yaml"));
    options.put("--verbose", choices("--verbose"));
  }

  /** One of these, or none. */
  private static List<List<String>> choices(String... one) {
    List<List<String>> choices = new ArrayList<>(List.of(List.of()));
    for (String each : one) {
      choices.add(List.of(each));
    }
    return choices;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Map<String, List<String>> anyOptions() {
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    options.forEach((option, choices) -> chosen.put(option, any(choices)));
    return chosen;
  }

  private Path report(String format) {
    return directory.resolve("report." + format);
  }

  private Left run(Map<String, List<String>> chosen, String... resume) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("assess"));
    chosen.values().forEach(arguments::addAll);
    arguments.addAll(List.of("--output=json=" + report("json"), "--output=csv=" + report("csv")));
    arguments.addAll(List.of(resume));
    Run run = Run.of(arguments.toArray());
    assertThat(run.code()).as(run.err()).isIn(0, 1, 4);
    return new Left(
        run.code(),
        run.out(),
        List.of(Files.readString(report("json")), Files.readString(report("csv"))));
  }

  @Test
  void aChangedOptionGivesWhatAFreshRunGives() throws IOException {
    Path log = directory.resolve("log");
    String resume = "--resume=" + log;
    Map<String, List<String>> plain = new LinkedHashMap<>();
    options.forEach((option, choices) -> plain.put(option, choices.get(0)));
    Left before = run(plain, resume);
    byte[] kept = Files.readAllBytes(log);
    Set<String> different = new TreeSet<>();
    for (Map.Entry<String, List<List<String>>> option : options.entrySet()) {
      for (List<String> choice : option.getValue().subList(1, option.getValue().size())) {
        Map<String, List<String>> changed = new LinkedHashMap<>(plain);
        changed.put(option.getKey(), choice);
        Left fresh = run(changed);
        Files.write(log, kept);
        Files.writeString(report("json"), before.reports().get(0));
        Files.writeString(report("csv"), before.reports().get(1));
        assertThat(run(changed, resume)).as("%s after %s", choice, plain).isEqualTo(fresh);
        if (!fresh.equals(before)) {
          different.add(option.getKey());
        }
      }
    }
    Set<String> all = new TreeSet<>(options.keySet());
    all.remove("--input");
    assertThat(different).as("options that made a difference").isEqualTo(all);
  }

  @Test
  void aLogCutAnywhereGivesWhatTheWholeRunGave() throws IOException {
    Path log = directory.resolve("log");
    String resume = "--resume=" + log;
    Map<String, List<String>> chosen = anyOptions();
    Left whole = run(chosen);
    assertThat(run(chosen, resume)).isEqualTo(whole);
    byte[] kept = Files.readAllBytes(log);
    Set<Integer> cuts = new TreeSet<>(Set.of(0, FIRST_LINE, FIRST_LINE + 1, kept.length));
    while (cuts.size() < 12) {
      cuts.add(FIRST_LINE + random.nextInt(kept.length - FIRST_LINE));
    }
    for (int cut : cuts) {
      Files.write(log, Arrays.copyOf(kept, cut));
      assertThat(run(chosen, resume))
          .as("%s, cut at %d of %d", chosen, cut, kept.length)
          .isEqualTo(whole);
    }
  }

  @Test
  void aReportCutAnywhereGivesWhatTheWholeRunGave() throws IOException {
    String resume = "--resume=" + directory.resolve("log");
    Map<String, List<String>> chosen = anyOptions();
    Left whole = run(chosen, resume);
    for (int i = 0; i < 5; i++) {
      Path report = report(any(List.of("json", "csv")));
      byte[] bytes = Files.readAllBytes(report);
      int cut = random.nextInt(bytes.length);
      Files.write(report, Arrays.copyOf(bytes, cut));
      assertThat(run(chosen, resume))
          .as("%s, %s cut at %d of %d", chosen, report, cut, bytes.length)
          .isEqualTo(whole);
    }
  }

  /** The one exception: nothing tells such a file from one of the user's that begins like it. */
  @Test
  void aLogCutWithinItsFirstLineIsRefused() throws IOException {
    Path log = directory.resolve("log");
    Files.writeString(log, "advisor");
    Run run = Run.of("assess", "-q", any(options.get("files").get(0)), "--resume=" + log);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("it is no log of assessments");
  }
}
