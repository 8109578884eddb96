package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.policyadvisor.cli.run.AssessmentRun;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: streams, encodings, pipes. */
@DisabledOnOs(OS.WINDOWS)
class MainTest {
  private static final String MAIN =
      "\"$JAVA\" -XX:TieredStopAtLevel=1 %s -cp \"$CP\" eu.policyadvisor.cli.Main ";
  private static final String EXAMPLE = "facts/examples/ascend-cluster.yaml";

  @TempDir Path directory;

  private Run shell(String options, String script) throws IOException, InterruptedException {
    return shell(options, script, "");
  }

  private Run shell(String options, String script, String environment)
      throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(List.of("sh", "-c", environment + MAIN.formatted(options) + script))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString());
    builder.environment().put("CP", System.getProperty("java.class.path"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().remove("NO_COLOR");
    Process process = builder.start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void writesUtf8WhateverTheLocale() throws Exception {
    Run run = shell("", "assess " + EXAMPLE);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Nordic HPC Centre · SE").doesNotContain("\u001B");
  }

  @Test
  void endsQuietlyWhenTheReaderGoesAway() throws Exception {
    Run run = shell("", "assess --format json facts/examples | head -n 1");
    assertThat(run).isEqualTo(new Run(0, "{\n", ""));
  }

  @Test
  void importsABillThatIsLargerThanItsMemory() throws Exception {
    Path bill = directory.resolve("bom.json");
    try (BufferedWriter to = Files.newBufferedWriter(bill)) {
      to.write("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.7\", \"components\": [");
      String text = "does one thing, and does it well; ".repeat(30);
      for (int i = 0; i < 40_000; i++) {
        to.write(
            "{\"type\": \"library\", \"name\": \"part-%d\", \"bom-ref\": \"p%d\", \"description\": \"%s\"},"
                .formatted(i, i, text));
      }
      to.write("{\"type\": \"machine-learning-model\", \"name\": \"Apertus-8B\"}]}");
    }
    assertThat(Files.size(bill)).isGreaterThan(40L << 20);
    Path facts = directory.resolve("facts.yaml");
    Run run = shell("-Xmx40m", "import '" + bill + "' --output '" + facts + "'");
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(facts).content().contains("product: apertus").contains("part-39999");
  }

  @Test
  void assessesNoMoreWhenNobodyReads() throws Exception {
    Path files = Files.createDirectory(directory.resolve("many"));
    for (int i = 0; i < 2 * AssessmentRun.MANY; i++) {
      Files.writeString(
          files.resolve("f%03d.yaml".formatted(i)), "subject: {id: s, country: SE}\n");
    }
    Run run = shell("", "assess --format jsonl " + files + " | head -n 1 | cut -c 1-9");
    // Had it gone on to the end, there would be a summary.
    assertThat(run).isEqualTo(new Run(0, "{\"schema\"\n", ""));
  }

  @Test
  void saysThatStandardOutputIsFull() throws Exception {
    assumeThat(Path.of("/dev/full")).exists();
    Run run = shell("", "rules > /dev/full");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("cannot write to standard output");
  }

  @Test
  void saysInALineThatNamesInOtherScriptsNeedALibrary() throws Exception {
    Path lists = directory.resolve("lists");
    Run.of("lists", "import", "--lists", lists, "src/test/resources/screening/rows.csv");
    String without =
        "CP='%s'; "
            .formatted(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .filter(each -> !each.contains("icu4j"))
                    .collect(Collectors.joining(File.pathSeparator)));
    Path facts = directory.resolve("facts.yaml");
    Files.writeString(facts, "subject: {id: a}\nsuppliers:\n  - {id: s, name: 华为技术有限公司}\n");
    for (String command : List.of("screen 华为技术有限公司 --lists ", "assess " + facts + " --lists ")) {
      Run run = shell("-Dsun.jnu.encoding=UTF-8", command + lists, without + "LC_ALL=C.UTF-8; ");
      assertThat(run.err())
          .hasLineCount(1)
          .contains("cannot be compared; add the library com.ibm.icu:icu4j");
      assertThat(run.code()).isEqualTo(2);
    }
  }

  @Test
  void endsAsAfterAnInternalErrorWhenMemoryIsNotEnough() throws Exception {
    Path lists = directory.resolve("lists");
    Run.of("lists", "import", "--lists", lists, "src/test/resources/screening/rows.csv");
    try (RandomAccessFile large = new RandomAccessFile(directory.resolve("n").toFile(), "rw")) {
      large.setLength(200 << 20);
    }
    Run run = shell("-Xmx64m", "screen --lists " + lists + " --file " + directory.resolve("n"));
    assertThat(run.err()).hasLineCount(1).startsWith("advisor: out of memory: Java may take ");
    assertThat(run.code()).isEqualTo(70);
  }

  @Test
  void coloursWhenTheLauncherSawATerminal() throws Exception {
    Run run = shell("-Dadvisor.columns=72", "assess " + EXAMPLE);
    assertThat(run.out()).contains("\u001B[");
    assertThat(run.out().replaceAll("\u001B\\[[0-9;]*m", "").lines())
        .allMatch(line -> line.length() <= 72);
    Run plain = shell("-Dadvisor.columns=72", "--help");
    assertThat(plain.out()).contains("\u001B[");
  }

  @Test
  void honoursNoColor() throws Exception {
    Run run = shell("-Dadvisor.columns=72", "assess " + EXAMPLE, "NO_COLOR=1 ");
    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("\u001B");
  }

  @Test
  void readsFactsFromAPipe() throws IOException, InterruptedException {
    Run run = shell("", "assess - --format csv", "cat " + EXAMPLE + " | ");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("<stdin>,3,nordic-hpc");
  }
}
