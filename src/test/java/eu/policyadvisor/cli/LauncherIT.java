package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the archive of classes that it keeps, in a home of its own. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
  private static final String EXAMPLE = "facts/examples/ascend-cluster.yaml";
  private static final String PREPARING = "preparing faster starts (once) ...\n";
  private static final String WAITING = "waiting for another build to end ...\n";
  private static final String JAVA_VERSION = System.getProperty("java.version") + "_";
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  @TempDir static Path home;

  /** Whether Java is told not to do without the archive. */
  private boolean insisting;

  @BeforeAll
  static void settle() throws IOException {
    Instant past = Instant.now().minusSeconds(3600);
    List<String> files = new ArrayList<>(List.of("advisor", "pom.xml", EXAMPLE));
    for (String directory : List.of("target", "target/lib", "target/documents")) {
      try (Stream<Path> jars = Files.list(Path.of(directory))) {
        jars.map(Path::toString).filter(each -> each.endsWith(".jar")).forEach(files::add);
      }
    }
    for (String file : files) {
      Path copy = home.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of(file), copy);
      Files.setLastModifiedTime(copy, FileTime.from(past));
    }
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("rules"));
    Files.setLastModifiedTime(home.resolve("target/lib"), FileTime.from(past));
    Files.createFile(home.resolve("target/advisor.stamp"));
  }

  /** Before its first start. */
  private static void forget() throws IOException {
    Path start = home.resolve("target/start");
    if (Files.isDirectory(start)) {
      for (Path each : kept()) {
        Files.delete(each);
      }
    }
    Files.deleteIfExists(start);
  }

  private static List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("target/start"))) {
      return files.toList();
    }
  }

  private Process start(int number, Path java, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(home.resolve("advisor").toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(home.toFile())
            .redirectOutput(home.resolve("out" + number).toFile())
            .redirectError(home.resolve("err" + number).toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", java.toString());
    environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    if (insisting) {
      environment.put(
          "JDK_JAVA_OPTIONS",
          environment.get("JAVA_HOME").equals(JAVA.toString()) && Runtime.version().feature() < 25
              ? "-Xshare:on"
              : "-XX:AOTMode=on");
    }
    return builder.start();
  }

  private Run end(int number, Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(home.resolve("out" + number), StandardCharsets.UTF_8),
        Files.readString(home.resolve("err" + number), StandardCharsets.UTF_8));
  }

  private Run assess() throws IOException, InterruptedException {
    return assess(JAVA);
  }

  private Run assess(Path java) throws IOException, InterruptedException {
    return end(0, start(0, java, "assess", EXAMPLE));
  }

  private static List<Path> archives() throws IOException {
    return kept().stream()
        .filter(each -> each.toString().endsWith(".jsa") || each.toString().endsWith(".aot"))
        .toList();
  }

  /** That of the Java that runs the tests. */
  private static Path archive() throws IOException {
    return archives().stream()
        .filter(each -> each.getFileName().toString().startsWith(JAVA_VERSION))
        .findFirst()
        .orElseThrow();
  }

  private static void succeeded(Run run) {
    assertThat(run.out()).contains("Nordic HPC Centre").contains("What to do first");
    assertThat(run.code()).isZero();
  }

  @Test
  void theFirstStartLeavesAnArchiveFromWhichLaterOnesSayTheSameUntilAJarChanges() throws Exception {
    forget();
    Run first = assess();
    succeeded(first);
    assertThat(first.err()).isEqualTo(PREPARING);
    assertThat(kept().stream().map(each -> each.getFileName().toString()))
        .containsExactlyInAnyOrder("libraries.jar", "log", archive().getFileName().toString());
    assertThat(assess()).isEqualTo(new Run(0, first.out(), ""));
    insisting = true;
    assertThat(assess().code()).isZero();
    insisting = false;
    FileTime made = Files.getLastModifiedTime(archive());
    try (Stream<Path> jars = Files.list(home.resolve("target/lib"))) {
      Files.setLastModifiedTime(
          jars.sorted().findFirst().orElseThrow(), FileTime.from(made.toInstant().plusMillis(1)));
    }
    assertThat(assess()).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(archive())).isGreaterThan(made);
    assertThat(assess()).isEqualTo(new Run(0, first.out(), ""));
  }

  @Test
  void documentsAreWrittenFromTheArchiveToo() throws Exception {
    assess();
    insisting = true;
    Run run =
        end(0, start(0, JAVA, "brief", EXAMPLE, "--output", "brief.pdf", "--output", "brief.docx"));
    // Java says itself what it was told.
    assertThat(run.err().lines()).allMatch(line -> line.startsWith("NOTE: Picked up"));
    assertThat(run.code()).isZero();
    assertThat(Files.readAllBytes(home.resolve("brief.pdf")))
        .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(home.resolve("brief.docx")).isNotEmptyFile();
    assertThat(end(0, start(0, JAVA, "assess", EXAMPLE, "--format", "html")).out())
        .startsWith("<!DOCTYPE html>");
  }

  @Test
  void twoFirstStartsAtOnceMakeOneArchive() throws Exception {
    forget();
    Process one = start(1, JAVA, "assess", EXAMPLE);
    Process other = start(2, JAVA, "assess", EXAMPLE);
    Run first = end(1, one);
    Run second = end(2, other);
    succeeded(first);
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.code()).isZero();
    assertThat((first.err() + second.err()).replace(WAITING, "")).isEqualTo(PREPARING);
    assertThat(archives()).hasSize(1);
  }

  @Test
  void advisesWhereNoArchiveCanBeWritten() throws Exception {
    forget();
    Files.writeString(home.resolve("target/start"), "in the way");
    Run run = assess();
    succeeded(run);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void advisesWhereTheArchiveIsDamaged() throws Exception {
    succeeded(assess());
    Run whole = assess();
    Path archive = archive();
    Files.delete(archive);
    Files.writeString(archive, "no archive");
    assertThat(assess()).isEqualTo(new Run(0, whole.out(), ""));
    insisting = true;
    assertThat(assess().code()).isNotZero();
    forget();
  }

  @Test
  void opensLibrariesOfDocumentsOnlyWhereOneIsAskedFor() throws Exception {
    forget();
    succeeded(assess());
    insisting = true;
    Run ics = end(0, start(0, JAVA, "calendar", EXAMPLE, "--format", "ics"));
    assertThat(ics.code()).isZero();
    assertThat(ics.out()).startsWith("BEGIN:VCALENDAR");
    assertThat(home.resolve("target/lib").toFile().list()).noneMatch(n -> n.startsWith("ical4j"));
    insisting = false;
    Path documents = home.resolve("target/documents");
    Path elsewhere = Files.move(documents, home.resolve("elsewhere"));
    try {
      Run without = end(0, start(0, JAVA, "calendar", EXAMPLE, "--format", "ics"));
      assertThat(without.code()).isEqualTo(2);
      assertThat(without.err()).hasLineCount(1).contains("org.mnode.ical4j:ical4j");
      assertThat(end(0, start(0, JAVA, "calendar", EXAMPLE)).code()).isZero();
    } finally {
      Files.move(elsewhere, documents);
    }
  }

  @Test
  void doesNotTryAgainWhatCouldNotBeMade() throws Exception {
    forget();
    Path broken = Files.writeString(home.resolve("target/lib/broken.jar"), "no jar");
    try {
      Run first = end(0, start(0, JAVA, "--version"));
      assertThat(first.err()).isEqualTo(PREPARING);
      assertThat(first.code()).isZero();
      assertThat(archives()).isEmpty();
      assertThat(end(0, start(0, JAVA, "--version"))).isEqualTo(new Run(0, first.out(), ""));
    } finally {
      Files.delete(broken);
    }
  }

  @Test
  void eachJavaHasAnArchiveOfItsOwn() throws Exception {
    Path newest = newestJava();
    assumeThat(newest).isNotNull().isNotEqualTo(JAVA);
    forget();
    Run first = assess();
    assertThat(assess(newest)).isEqualTo(first);
    assertThat(assess(newest)).isEqualTo(new Run(0, first.out(), ""));
    insisting = true;
    assertThat(assess(newest).code()).isZero();
    insisting = false;
    assertThat(assess()).isEqualTo(new Run(0, first.out(), ""));
    assertThat(archives()).hasSize(2);
  }

  /** Java 25 keeps another kind of archive. */
  private static Path newestJava() throws IOException {
    Path installed = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(installed)) {
      return null;
    }
    try (Stream<Path> homes = Files.list(installed)) {
      return homes
          .filter(each -> each.toString().contains("25"))
          .filter(each -> Files.isExecutable(each.resolve("bin/java")))
          .findFirst()
          .orElse(null);
    }
  }
}
