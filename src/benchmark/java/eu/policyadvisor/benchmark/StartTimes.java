package eu.policyadvisor.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Times whole processes, in turn, and prints the rows of a table for {@code docs/performance.md}.
 */
public final class StartTimes {
  private static final String EXAMPLE = "facts/examples/ascend-cluster.yaml";
  private static final String EMPTY = "an empty `main`";
  private static final String COMPILED = "`assess FILE`, and all rules compiled at the start";
  private static final Path WORK = Path.of("target/benchmark");

  /** Rounds of what takes so long that noise does not matter. */
  private static final int FEW = 3;

  private StartTimes() {}

  /**
   * Measures.
   *
   * @param args number of rounds, then homes of the JDKs to measure with
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    for (String java : List.of(args).subList(1, args.length)) {
      Map<String, List<String>> commands = new LinkedHashMap<>();
      commands.put(
          EMPTY,
          List.of(
              java + "/bin/java",
              "-cp",
              WORK.resolve("classes").toString(),
              "eu.policyadvisor.benchmark.Nothing"));
      for (List<String> words :
          List.of(
              List.of("--help"),
              List.of("--version"),
              List.of("completion"),
              List.of("check", EXAMPLE),
              List.of("assess", EXAMPLE))) {
        List<String> command = new ArrayList<>(List.of("./advisor"));
        command.addAll(words);
        commands.put("`advisor " + String.join(" ", words).replace(EXAMPLE, "FILE") + "`", command);
      }
      commands.put(
          "`assess FILE`, no options, no archive",
          plain(java, "eu.policyadvisor.cli.Main", "assess", EXAMPLE));
      commands.put(
          "rules fired through a KIE container, no report",
          plain(java, "eu.policyadvisor.benchmark.KieStart", EXAMPLE));
      commands.put(
          COMPILED,
          plain(
              java,
              "eu.policyadvisor.cli.Main",
              "assess",
              "--rules",
              uncompiledRules().toString(),
              EXAMPLE));
      print(Path.of(java), measure(commands, java, rounds));
    }
  }

  private static void print(Path java, Map<String, long[]> times) {
    long unit = median(times.get(EMPTY));
    System.out.printf(
        "%n| %s, median of %d in turn | ms | times an empty `main` | fastest, ms |%n"
            + "|---|---|---|---|%n",
        java.getFileName(), times.get(EMPTY).length);
    times.forEach(
        (what, each) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.2f | %d |%n",
                what,
                median(each) / 1_000_000,
                (double) median(each) / unit,
                Arrays.stream(each).min().orElseThrow() / 1_000_000));
  }

  private static long median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static Map<String, long[]> measure(
      Map<String, List<String>> commands, String java, int rounds)
      throws IOException, InterruptedException {
    // Whoever starts after a build makes the archive; the next start is like all others.
    run(List.of("./advisor", "--version"), java);
    run(List.of("./advisor", "--version"), java);
    Map<String, long[]> times = new LinkedHashMap<>();
    commands
        .keySet()
        .forEach(
            what ->
                times.put(what, new long[what.equals(COMPILED) ? Math.min(FEW, rounds) : rounds]));
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        if (round >= times.get(command.getKey()).length) {
          continue;
        }
        long start = System.nanoTime();
        run(command.getValue(), java);
        times.get(command.getKey())[round] = System.nanoTime() - start;
      }
    }
    return times;
  }

  private static String run(List<String> command, @Nullable String java)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(WORK.resolve("err").toFile());
    builder.environment().put("JAVA_HOME", java);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          command + " fails: " + Files.readString(WORK.resolve("err"), StandardCharsets.UTF_8));
    }
    return out;
  }

  private static List<String> plain(String java, String main, String... arguments)
      throws IOException {
    List<String> jars = new ArrayList<>();
    for (String directory : List.of("target", "target/benchmark", "target/lib")) {
      try (var files = Files.list(Path.of(directory))) {
        files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().forEach(jars::add);
      }
    }
    List<String> command =
        new ArrayList<>(List.of(java + "/bin/java", "-cp", String.join(":", jars), main));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The rules with a comment more in each file, so that none counts as compiled in the build. */
  private static Path uncompiledRules() throws IOException {
    Path rules = Path.of("rules");
    Path copy = WORK.resolve("rules");
    try (var files = Files.walk(rules)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(rules.relativize(file));
        Files.createDirectories(to.getParent());
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.writeString(
            to,
            file.toString().endsWith(".drl") ? text + "// not as in the build\n" : text,
            StandardCharsets.UTF_8);
      }
    }
    return copy;
  }
}
