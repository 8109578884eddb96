package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No report takes the place of what somebody needs, and what is not read is said. */
final class KeptInputTest {
  private static final String FACTS = "subject: {id: s, name: Quiet Ltd}\n";

  @TempDir Path directory;
  private Path facts;

  @BeforeEach
  void write() throws IOException {
    facts = write("facts.yaml", FACTS);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void noReportGoesToAFileThatIsReadByWhateverName() throws IOException {
    Path hard = Files.createLink(directory.resolve("report.json"), facts);
    Run run = Run.of("assess", facts, "--force", "--output", "json=" + hard);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "'%s' is read by this command as '%s'; name another file to write to"
                .formatted(hard, facts));
    assertThat(facts).hasContent(FACTS.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "other.yaml, 'subject: {id: other}', a fact file",
    "other.json, '{\"subject\": {\"id\": \"other\"}}', a fact file",
    "w.yaml, 'waivers: []', a file of waivers",
    "c.yaml, 'confirmations: []', a file of confirmations",
    "csl.json, '{\"search_performed_at\": \"2026-11-01\", \"results\": []}', a screening list",
    "own.drl, 'package own', a file of rules",
    "c.cases.yaml, 'cases: []', a file of rules",
    "bom.json, '{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\"}', an inventory",
    "l.csv, 'id,schema,name,aliases,countries,sanctions,dataset,last_seen', a screening list"
  })
  void noReportGoesToAFileThatReadsAsInputUnlessForced(String name, String text, String kind)
      throws IOException {
    Path other = write(name, text + "\n");
    Run run = Run.of("assess", facts, "-q", "--output", "json=" + other);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'" + other + "' is " + kind + "; ", "--force");
    assertThat(other).hasContent(text);

    assertThat(Run.of("assess", facts, "-q", "--force", "--output", "json=" + other).code())
        .isZero();
    assertThat(other).content().contains("\"stance\"");
  }

  @Test
  void aReportIsWrittenOverTheOneBeforeIt() {
    Path report = directory.resolve("report.json");
    for (int i = 0; i < 2; i++) {
      assertThat(Run.of("assess", facts, "-q", "--output", "json=" + report))
          .isEqualTo(new Run(0, "", ""));
    }
  }

  @Test
  void explainAndImportAndAskKeepInputToo() throws IOException {
    Path other = write("other.yaml", FACTS);
    assertThat(Run.of("explain", facts, "--output", "json=" + facts).code()).isEqualTo(2);
    assertThat(Run.of("ask", facts, "--output", other).code()).isEqualTo(2);
    Path pod = write("pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n");
    assertThat(Run.of("import", pod, "--force", "--output", pod).code()).isEqualTo(2);
    assertThat(facts).hasContent(FACTS.strip());
    assertThat(other).hasContent(FACTS.strip());
    assertThat(pod).content().startsWith("apiVersion");
  }

  /** In a container a process may have the number of the one that was killed. */
  @Test
  void clearsWhatAKilledProcessLeftAndKeepsWhatIsBeingWritten() throws IOException {
    Path left = write(".report.json.1.part", "half");
    Path written = write(".report.json.2.part", "half");
    try (FileChannel other = FileChannel.open(written, StandardOpenOption.WRITE)) {
      assertThat(other.lock().isValid()).isTrue();
      Run run =
          Run.of("assess", facts, "-q", "--output", "json=" + directory.resolve("report.json"));
      assertThat(run.code()).isZero();
    }
    assertThat(left).doesNotExist();
    assertThat(written).exists();
  }

  @ParameterizedTest
  @CsvSource({"F.YAML", "f.yml", "f.Yml", "f.json", "f.jsonl", "f.NDJSON"})
  void readsFactFilesOfADirectoryByWhateverEnd(String name) throws IOException {
    Files.delete(facts);
    write(name, "{\"subject\": {\"id\": \"s\", \"name\": \"Quiet Ltd\"}}\n");
    assertThat(Run.of("assess", directory).out()).startsWith("Quiet Ltd");
  }

  @Test
  void namesWhatOfADirectoryIsNotRead() throws IOException {
    Path notes = write("notes.txt", "hello");
    Run run = Run.of("assess", "-q", directory);
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            "%s: not read: %s (no fact files)\n".formatted(directory, notes));
  }

  @Test
  void readsAPipeOnceAndStepsOverOneInADirectory() throws IOException, InterruptedException {
    Path pipe = directory.resolve("pipe.yaml");
    assumeTrue(made(pipe), "no pipes");
    Process writer =
        new ProcessBuilder("sh", "-c", "cat '%s' > '%s'".formatted(facts, pipe)).start();
    assertThat(Run.of("assess", pipe).out()).startsWith("Quiet Ltd");
    assertThat(writer.waitFor()).isZero();

    assertThat(Run.of("assess", "-q", directory).err())
        .contains(pipe + " (no regular files, such as a pipe)");
  }

  private static boolean made(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void saysThatTwoDocumentsAboutOneSubjectCannotBeToldApart() throws IOException {
    Path two = write("two.yaml", FACTS + "---\nas_of: 2025-01-01\n" + FACTS);
    assertThat(Run.of("assess", "-q", two))
        .isEqualTo(
            new Run(
                0,
                "",
                two
                    + ":4:10: is about subject 's' as another document of this file; baselines,"
                    + " waivers and ids cannot tell them apart: give it a title or an id of its"
                    + " own\n"));
    Path different = write("different.yaml", FACTS + "---\n" + FACTS.replace("id: s", "id: t"));
    assertThat(Run.of("assess", "-q", different).err()).isEmpty();
    Path titled = write("titled.yaml", "title: a\n" + FACTS + "---\ntitle: b\n" + FACTS);
    assertThat(Run.of("assess", "-q", titled).err()).isEmpty();
  }

  @Test
  void stepsOverALinkToADirectoryThatHoldsIt() throws IOException {
    Path inner = Files.createDirectory(directory.resolve("inner"));
    Path loop = Files.createSymbolicLink(inner.resolve("loop"), directory);
    Run run = Run.of("assess", directory);
    assertThat(run.out()).startsWith("Quiet Ltd");
    assertThat(run.err()).contains(loop + ": not read: a link to a directory that holds it");
  }
}
