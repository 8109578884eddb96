package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for who decides, in the form that is asked for, and nothing half-written. */
final class BriefCommandTest {
  private static final Path ASCEND = Path.of("facts/examples/ascend-cluster.yaml");

  @TempDir private Path directory;

  @Test
  void printsTextUnlessAskedOtherwise() {
    Run run = Run.of("brief", ASCEND);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("May we keep it, and may we buy more?", "HOLD BACK", "Item by item", "to do");
    assertThat(run.err()).isEmpty();
    assertThat(Run.of("brief", ASCEND, "--format", "markdown").out()).startsWith("# May we keep");
    assertThat(Run.of("brief", ASCEND, "--format", "html").out()).startsWith("<!DOCTYPE html>");
  }

  @Test
  void theEndingTellsTheForm() throws IOException {
    Path pdf = directory.resolve("a.pdf");
    Path docx = directory.resolve("a.docx");
    Path html = directory.resolve("a.html");
    Path odd = directory.resolve("odd");
    Run run =
        Run.of(
            "brief",
            ASCEND,
            "--output",
            pdf,
            "--output",
            docx,
            "--output",
            html,
            "--output",
            "text=" + odd);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEmpty();
    assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(Files.readAllBytes(docx)).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
    assertThat(html).content().startsWith("<!DOCTYPE html>");
    assertThat(odd).content().contains("HOLD BACK");
  }

  @Test
  void anEndingThatTellsNothingIsRefusedWithTheForms() {
    Run run = Run.of("brief", ASCEND, "--output", "brief.odt");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "the ending of 'brief.odt' tells no form; write FORMAT=FILE, with one of text,"
                + " markdown, html, pdf, docx");
  }

  @Test
  void whatIsNoTextGoesToAFileOnly() {
    Run run = Run.of("brief", ASCEND, "--format", "pdf");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("pdf goes to a file; write --output brief.pdf");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void twoFormsDoNotGoToOneFile() {
    Path file = directory.resolve("x");
    Run run = Run.of("brief", ASCEND, "--output", "html=" + file, "--output", "text=" + file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("two reports go to '" + file + "'; name two files");
    assertThat(file).doesNotExist();
  }

  @Test
  void factsAreNotWrittenOver() throws IOException {
    Path facts = directory.resolve("facts.yaml");
    Files.copy(ASCEND, facts);
    assertThat(Run.of("brief", facts, "--output", "text=" + facts).code()).isEqualTo(2);
    assertThat(facts).hasSameBinaryContentAs(ASCEND);
  }

  @Test
  void aPlaceThatCannotBeWrittenIsOneLineAndTheOtherFormsAreWritten() throws IOException {
    Path good = directory.resolve("good.html");
    Run run =
        Run.of("brief", ASCEND, "--output", directory.resolve("no/such/x.pdf"), "--output", good);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.contains("x.pdf"));
    assertThat(good).exists();
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).containsExactly(good);
    }
  }

  @Test
  void eachDocumentHasItsPage() throws IOException {
    Path facts = directory.resolve("two.yaml");
    Files.writeString(facts, "subject: {name: One}\n---\nsubject: {name: Two}\n");
    assertThat(Run.of("brief", facts).out()).contains("One", "Two");
  }

  @Test
  void whatIsWrongWithFactsIsSaidAndNoPageIsWritten() throws IOException {
    Path facts = directory.resolve("bad.yaml");
    Files.writeString(facts, "subject: {name: One}\nroles: {bord: Ms Weber}\n");
    Run run = Run.of("brief", facts);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err())
        .contains("bad.yaml:2:9: unknown field 'bord' of roles; did you mean 'board'?");
    assertThat(run.out()).isEmpty();
  }
}
