package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.benchmark.steady.EngineOptionBenchmark.Variant;
import eu.policyadvisor.benchmark.steady.ExternalPeer.MissingException;
import eu.policyadvisor.benchmark.steady.Jmh.Score;
import eu.policyadvisor.benchmark.steady.PeerBenchmark.Engine;
import eu.policyadvisor.check.Generator;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

/**
 * Runs all benchmarks and writes their tables as Markdown. Fails when peers conclude different
 * things.
 */
public final class Benchmarks {
  /** Fact sets on which the peers of this JVM are compared before anything is measured. */
  private static final int COMPARED = 200;

  /** What StartTimes wrote, when it ran before. */
  private static final Path START_TIMES = Path.of("target", "benchmark", "start.md");

  /**
   * Until the compiler of the virtual machine has gone through all of the engine. It needs a core
   * for that, so that before then two threads seem hardly faster than one.
   */
  private static final int LONG_WARM_UP = 30;

  private final PrintStream out = System.out;
  private final Settings settings;
  private final Jmh jmh;
  private final Advisor advisor = Advisor.standard();
  private final List<Object> memory =
      advisor.workingMemory(FactSets.of(advisor, FactSets.AVERAGE), FactSets.AS_OF);
  private final List<Table> tables = new ArrayList<>();

  private Benchmarks(Settings settings) {
    this.settings = settings;
    this.jmh = new Jmh(settings);
  }

  /** Runs; the system properties are those of {@link Settings}. */
  public static void main(String[] arguments) throws IOException {
    Settings settings = Settings.read();
    new Benchmarks(settings).run();
  }

  private void run() throws IOException {
    Files.createDirectories(settings.report().toAbsolutePath().getParent());
    Files.createDirectories(Path.of("target", "benchmark", "steady"));
    Subset.requireKnown(advisor.knowledge().cards().keySet());
    long start = System.nanoTime();
    section("peers", this::peers);
    section("advisor", this::advisor);
    section("facts", () -> growth("facts"));
    section("rules", () -> growth("rules"));
    section("options", this::options);
    section("screening", this::screening);
    section("long-run", this::longRun);
    out.printf(
        "%s written after %d seconds%n",
        settings.report(), Math.round((System.nanoTime() - start) / 1e9));
  }

  private void section(String name, Runnable section) throws IOException {
    if (settings.asksFor(name)) {
      out.println("benchmark: " + name);
      section.run();
      write();
    }
  }

  /** After each section, so that nothing is lost when a run is interrupted. */
  private void write() throws IOException {
    StringBuilder text = new StringBuilder(machine());
    if (settings.asksFor("start") && Files.exists(START_TIMES)) {
      text.append("\n### Start-up\n").append(Files.readString(START_TIMES));
    }
    tables.forEach(table -> text.append('\n').append(table.markdown()));
    Files.writeString(settings.report(), text);
  }

  private String machine() {
    return String.format(
        Locale.ROOT,
        "%d processors, %s %s, Java %s, load %.1f at the end; %d facts, %d rules; iterations of %s"
            + " s%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        FactSets.AVERAGE,
        advisor.knowledge().cards().size(),
        Table.number(settings.seconds()));
  }

  private void peers() {
    SortedSet<String> expected = compare();
    Map<String, Score> scores = jmh.run(PeerBenchmark.class, 1, 6, "engine");
    double floor = scores.get(Engine.HAND_WRITTEN.name()).microseconds();
    double drools = scores.get(Engine.DROOLS.name()).microseconds();
    Table table =
        new Table(
            "Peers",
            "The same "
                + Subset.RULES.size()
                + " rules and the same facts; each engine concludes what Drools does with them.",
            "engine",
            "µs a fact set",
            "±",
            "× hand-written",
            "× Drools",
            "KiB allocated");
    for (Engine engine : Engine.values()) {
      Score score = scores.get(engine.name());
      table.row(
          engine.words,
          Table.number(score.microseconds()),
          Table.number(score.spread()),
          Table.times(score.microseconds() / floor),
          Table.times(score.microseconds() / drools),
          Table.number(score.bytes() / 1024));
    }
    clips(table, expected, drools, floor);
    tables.add(table);
  }

  private void clips(Table table, SortedSet<String> expected, double drools, double floor) {
    String name = "CLIPS 6.30, own process";
    try {
      ExternalPeer peer = ExternalPeer.clips(ExternalFacts.of(memory), settings.seconds() * 3);
      Lines.requireEqual(name, expected, peer.conclusions());
      table.row(
          name,
          Table.number(peer.microseconds()),
          "",
          Table.times(peer.microseconds() / floor),
          Table.times(peer.microseconds() / drools),
          "");
    } catch (MissingException e) {
      table.row(name + ": " + e.getMessage(), "", "", "", "", "");
    }
  }

  /** What the rules conclude on the facts that are measured. */
  private SortedSet<String> compare() {
    Peer reference = DroolsPeer.with(Subset.RULES, false);
    List<List<Object>> sets = new ArrayList<>(List.of(memory));
    Generator generator = new Generator(41);
    while (sets.size() < COMPARED) {
      sets.add(advisor.workingMemory(generator.next(), FactSets.AS_OF));
    }
    for (Engine engine : Engine.values()) {
      Peer peer = engine.peer(Thresholds.of(memory));
      for (List<Object> set : sets) {
        Lines.requireEqual(
            engine.words, Lines.of(reference.conclude(set)), Lines.of(peer.conclude(set)));
      }
    }
    return Lines.of(reference.conclude(memory));
  }

  private void advisor() {
    int cores = Math.min(2, Runtime.getRuntime().availableProcessors());
    Map<String, Score> one = jmh.run(AdvisorBenchmark.class, 1, LONG_WARM_UP, "effort");
    Map<String, Score> two = jmh.run(AdvisorBenchmark.class, cores, LONG_WARM_UP, "effort");
    String floor = Engine.HAND_WRITTEN.name();
    Score floorAlone = jmh.run(PeerBenchmark.class, 1, 3, "engine", floor).get(floor);
    Score floorTogether = jmh.run(PeerBenchmark.class, cores, 3, "engine", floor).get(floor);
    Table table =
        new Table(
            "Advisor, all rules",
            "Each row does what the rows above it do, and more; hand-written are only "
                + Subset.RULES.size()
                + " of the rules, to show what the machine gives.",
            "asked for",
            "× hand-written",
            "µs a fact set",
            "±",
            "fact sets a second, 1 thread",
            cores + " threads",
            "× 1 thread",
            "KiB allocated");
    row(table, Engine.HAND_WRITTEN.words, floorAlone, floorAlone, floorTogether, cores);
    for (Effort effort : Effort.values()) {
      row(table, effort.words(), floorAlone, one.get(effort.name()), two.get(effort.name()), cores);
    }
    tables.add(table);
  }

  private static void row(
      Table table, String words, Score floor, Score alone, Score together, int cores) {
    double rate = 1e6 / alone.microseconds();
    double ratesTogether = cores * 1e6 / together.microseconds();
    table.row(
        words,
        Table.times(alone.microseconds() / floor.microseconds()),
        Table.number(alone.microseconds()),
        Table.number(alone.spread()),
        Table.number(rate),
        Table.number(ratesTogether),
        Table.times(ratesTogether / rate),
        Table.number(alone.bytes() / 1024));
  }

  private void growth(String what) {
    boolean ofFacts = what.equals("facts");
    Map<Effort, Map<Integer, String[]>> measured = new EnumMap<>(Effort.class);
    for (Effort effort : Effort.values()) {
      Map<Integer, String[]> sizes = new HashMap<>();
      // Rules that are added are compiled first.
      double limit = ofFacts ? 15 + 15 * settings.seconds() : 60 + 20 * settings.seconds();
      for (String[] line :
          ChildJvm.lines(
              limit,
              "-Xmx4g",
              Growth.class,
              what,
              effort.name(),
              Double.toString(settings.seconds()))) {
        sizes.put(Integer.parseInt(line[1]), line);
      }
      measured.put(effort, sizes);
    }
    List<String> columns = new ArrayList<>(List.of(ofFacts ? "facts" : "rules added"));
    for (Effort effort : Effort.values()) {
      columns.add(effort.words() + ", µs");
      columns.add(ofFacts ? "µs a fact" : "× none added");
    }
    Table table =
        new Table(
            ofFacts ? "Growth with facts" : "Growth with rules that concern no fact",
            ofFacts
                ? "The same " + FactSets.AVERAGE + " facts under other ids, in one fact set."
                : "Rules over kinds of fact of which there are none, beside all others.",
            columns.toArray(String[]::new));
    for (int size : Growth.sizes(what)) {
      List<String> cells = new ArrayList<>(List.of(String.format(Locale.ROOT, "%,d", size)));
      for (Effort effort : Effort.values()) {
        String[] line = measured.get(effort).get(size);
        String[] base = measured.get(effort).get(Growth.sizes(what).get(0));
        if (line == null) {
          cells.addAll(List.of("not within the time", ""));
        } else if (line[0].equals("!")) {
          cells.addAll(List.of("stopped: " + line[2], ""));
        } else {
          double time = Double.parseDouble(line[2]);
          cells.add(Table.number(time));
          cells.add(Table.times(time / (ofFacts ? size : Double.parseDouble(base[2]))));
        }
      }
      table.row(cells.toArray(String[]::new));
    }
    tables.add(table);
  }

  private void options() {
    SortedSet<String> expected = Lines.of(Variant.NONE.peer().conclude(memory));
    List<Variant> right = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      if (Lines.of(variant.peer().conclude(memory)).equals(expected)) {
        right.add(variant);
      }
    }
    String[] names = right.stream().map(Variant::name).toArray(String[]::new);
    Map<String, Score> scores = jmh.run(EngineOptionBenchmark.class, 1, 8, "variant", names);
    double none = scores.get(Variant.NONE.name()).microseconds();
    Table table =
        new Table(
            "Options of the engine",
            "All rules on Drools alone, no reasons kept; each option by itself.",
            "option",
            "µs a fact set",
            "±",
            "× none",
            "same conclusions");
    for (Variant variant : Variant.values()) {
      Score score = scores.get(variant.name());
      if (score == null) {
        table.row(variant.words, "", "", "", "NO, not measured");
      } else {
        table.row(
            variant.words,
            Table.number(score.microseconds()),
            Table.number(score.spread()),
            Table.times(score.microseconds() / none),
            "yes");
      }
    }
    tables.add(table);
  }

  private void screening() {
    Map<String, Score> scores = jmh.run(ScreeningBenchmark.class, 1, 6, "rows");
    Table table =
        new Table(
            "Screening",
            "10,000 names looked up in a list, one thread, the list read before.",
            "parties on the list",
            "ms for all names",
            "±",
            "µs a name",
            "KiB allocated by a name");
    scores.forEach(
        (rows, score) ->
            table.row(
                String.format(Locale.ROOT, "%,d", Integer.parseInt(rows)),
                Table.number(score.microseconds() / 1000),
                Table.number(score.spread() / 1000),
                Table.number(score.microseconds() / ScreeningBenchmark.NAMES),
                Table.number(score.bytes() / 1024 / ScreeningBenchmark.NAMES)));
    tables.add(table);
  }

  private void longRun() {
    Map<Long, Double> heap = new LinkedHashMap<>();
    for (String[] line :
        ChildJvm.lines(
            Math.max(120, settings.count() / 100.0),
            "-Xmx512m",
            LongRun.class,
            "--count",
            Long.toString(settings.count()))) {
      heap.put(Long.parseLong(line[1]), Double.parseDouble(line[2]));
    }
    Table table =
        new Table(
            "Many assessments in one JVM",
            "Findings with reasons, on all processors; every assessment equals the first of its"
                + " facts.",
            "assessments",
            "MB on the heap after a full collection",
            "× at a tenth");
    double first = heap.values().stream().findFirst().orElse(Double.NaN);
    heap.forEach(
        (count, megabytes) ->
            table.row(
                String.format(Locale.ROOT, "%,d", count),
                Table.number(megabytes),
                Table.times(megabytes / first)));
    if (!heap.containsKey(settings.count())) {
      table.row("the rest: not within the time", "", "");
    }
    tables.add(table);
  }
}
