package eu.policyadvisor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIterable;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Submits the packaged jar to Spark, which brings its own libraries, as a user does. */
@EnabledForJreRange(
    max = JRE.JAVA_23,
    disabledReason = "Hadoop, on which Spark 4.1 stands, does not run on Java 24 and later")
final class AssessJobIT {
  /** Written by the project src/it/spark. */
  private static final Path SPARK = Path.of("target/it/spark/target/spark.classpath");

  private static final String DAY = "2026-11-01";

  @TempDir private Path directory;

  private record Finished(int code, String out, String err) {}

  private Finished run(List<String> command) throws IOException, InterruptedException {
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Finished(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  private Finished submit(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-cp", Files.readString(SPARK).strip()));
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
    for (String setting :
        List.of(
            "spark.ui.enabled=false",
            "spark.driver.bindAddress=127.0.0.1",
            "spark.driver.host=127.0.0.1")) {
      command.addAll(List.of("--conf", setting));
    }
    command.addAll(List.of("--class", AssessJob.class.getName(), "--jars", jars("target/lib")));
    command.add(jars("target"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static String jars(String in) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(in))) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".jar"))
          .collect(Collectors.joining(","));
    }
  }

  /** The examples, and some files in which something is wrong. */
  private Path facts() throws IOException {
    Path facts = Files.createDirectories(directory.resolve("facts"));
    try (Stream<Path> examples = Files.list(Path.of("facts/examples"))) {
      for (Path each : examples.toList()) {
        Files.copy(each, facts.resolve(each.getFileName()));
      }
    }
    Files.writeString(facts.resolve("misspelt.yaml"), "subject: {id: a, contry: SE}\nmodels: 1\n");
    Files.writeString(facts.resolve("no-yaml.yaml"), "subject: [\n");
    Files.writeString(
        facts.resolve("latin-1.yaml"), "subject: {id: ü}\n", StandardCharsets.ISO_8859_1);
    return facts;
  }

  @Test
  void concludesWhatTheCommandLineConcludes() throws IOException, InterruptedException {
    Path facts = facts();
    Path results = directory.resolve("results");

    Finished job = submit(facts.toString(), results.toString(), "--output", "json", "--as-of", DAY);
    assertThat(job.code()).as(job.err()).isZero();
    Finished commandLine =
        run(
            List.of(
                Path.of("advisor").toAbsolutePath().toString(),
                "assess",
                "--format",
                "json",
                "--as-of",
                DAY,
                facts.toString()));
    assertThat(commandLine.code()).as(commandLine.err()).isEqualTo(3);

    List<Object> assessments = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (JsonNode row : rows(results)) {
      if (row.has("error")) {
        row.get("error").asString().lines().forEach(errors::add);
      } else {
        assessments.add(withoutOwnColumns(row));
      }
    }
    assertThat(errors)
        .containsExactlyInAnyOrderElementsOf(
            commandLine.err().lines().filter(line -> line.startsWith(facts.toString())).toList());
    JsonNode expected = JsonMapper.shared().readTree(commandLine.out()).get("assessments");
    assertThatIterable(assessments)
        .hasSize(8)
        .containsExactlyInAnyOrderElementsOf(
            expected.valueStream().map(AssessJobIT::plain).toList());
    assertThat(job.out().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("assessed  8 fact sets, 3 documents with errors, in "))
        .anyMatch(line -> line.startsWith("stances   prohibit "));
  }

  @Test
  void saysInALineWhatIsWrongWithItsArguments() throws IOException, InterruptedException {
    Finished date = submit("facts", "results", "--as-of", "tomorrow");
    assertThat(date.code()).isEqualTo(2);
    assertThat(date.err())
        .contains("AssessJob: Invalid value for option '--as-of': 'tomorrow' is not a date")
        .doesNotContain("Exception");
    assertThat(date.out()).isEmpty();
  }

  private static List<JsonNode> rows(Path results) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(results)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        // Spark names files by their URI.
        Files.readAllLines(file).stream()
            .map(line -> line.replace("file:" + File.separator, File.separator))
            .map(JsonMapper.shared()::readTree)
            .forEach(rows::add);
      }
    }
    return rows;
  }

  private static Object withoutOwnColumns(JsonNode row) {
    Map<?, ?> columns = (Map<?, ?>) plain(row);
    columns.remove("source");
    columns.remove("line");
    return columns;
  }

  /** Maps, lists and values; numbers that are equal are the same, however they are written. */
  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new TreeMap<>();
      node.properties().forEach(each -> map.put(each.getKey(), plain(each.getValue())));
      return map;
    } else if (node.isArray()) {
      return node.valueStream().map(AssessJobIT::plain).toList();
    }
    return node.isNumber() ? node.doubleValue() : node.asString();
  }
}
