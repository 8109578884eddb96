package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
  private static final String UGLY = "package a\n\nrule \"x\"\nwhen\n\t$a:A(b==1)\nthen\nend\n";
  private static final String NEAT =
      "package a\n\nrule \"x\"\nwhen\n    $a : A( b == 1 )\nthen\nend\n";

  @TempDir Path directory;
  private Path ugly;
  private Path neat;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(directory.resolve("deep"));
    ugly = Files.writeString(directory.resolve("deep/ugly.drl"), UGLY);
    neat = Files.writeString(directory.resolve("neat.drl"), NEAT);
  }

  @Test
  void rewritesWhatDiffersAndNamesIt() throws IOException {
    Run run = Run.of("fmt", directory);
    assertThat(run).isEqualTo(new Run(0, lines(ugly), ""));
    assertThat(ugly).hasContent(NEAT);
    assertThat(Files.readString(ugly)).isEqualTo(NEAT);
    assertThat(Run.of("fmt", directory)).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void leavesNothingBesideTheFiles() throws IOException {
    Run.of("fmt", directory);
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrder(ugly, neat);
    }
  }

  @Test
  void checksWithoutWriting() {
    Run run = Run.of("fmt", "--check", directory);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            ugly
                + ":5:1: is not formatted\n"
                + "  is         \\t$a:A(b==1)\n"
                + "  should be      $a : A( b == 1 )\n");
    assertThat(run.err()).isEmpty();
    assertThat(ugly).hasContent(UGLY);
  }

  @Test
  void checksTheShippedRules() {
    assertThat(Run.of("fmt", "--check")).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void showsWhatCannotBeSeen() throws IOException {
    assertThat(check(NEAT.replace("\n", "\r\n"))).contains(":1:10:", "is         package a\\r\n");
    assertThat(check(NEAT.replace("when", "when "))).contains(":4:5:", "is         when·\n");
    assertThat(check(NEAT.strip())).contains(":7:4:", "is         end(end of the file)\n");
    assertThat(check(NEAT + "\n")).contains(":8:1:", "is         (empty line)\n");
    assertThat(check("\uFEFF" + NEAT)).contains(":1:1:", "is         \\uFEFFpackage a\n");
  }

  @Test
  void saysWhereAFileDoesNotParseAndFormatsTheOthers() throws IOException {
    Path broken = Files.writeString(directory.resolve("broken.drl"), UGLY.replace("==1", "==)"));
    Run run = Run.of("fmt", directory);
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.err()).startsWith(broken + ":5:").hasLineCount(1);
    assertThat(run.out()).isEqualTo(lines(ugly));
    assertThat(broken).hasContent(UGLY.replace("==1", "==)"));
  }

  @Test
  void refusesWhatIsNoRuleFile() throws IOException {
    Path text = Files.writeString(directory.resolve("notes.txt"), "rule");
    Path empty = Files.createDirectory(directory.resolve("empty"));
    Path bytes = Files.write(directory.resolve("bytes.drl"), new byte[] {(byte) 0xC3, 'a'});
    assertThat(Run.of("fmt", directory.resolve("none.drl"), text, empty, bytes, "", ugly))
        .isEqualTo(
            new Run(
                2,
                lines(ugly),
                lines(
                    directory.resolve("none.drl") + ": there is no such file or directory",
                    text + ": this is no file with rules (*.drl)",
                    empty + ": the directory holds no rules (*.drl)",
                    "'': this is not a file name",
                    bytes + ": this is not UTF-8 text")));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void keepsPermissionsAndLeavesReadOnlyFilesAlone() throws IOException {
    Files.setPosixFilePermissions(ugly, PosixFilePermissions.fromString("r--r--r--"));
    assertThat(Run.of("fmt", ugly)).isEqualTo(new Run(2, "", lines(ugly + ": permission denied")));
    assertThat(ugly).hasContent(UGLY);
    assertThat(Run.of("fmt", "--check", ugly).code()).isEqualTo(1);

    Files.setPosixFilePermissions(ugly, PosixFilePermissions.fromString("rw-rw-r-x"));
    assertThat(Run.of("fmt", ugly).code()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ugly)))
        .isEqualTo("rw-rw-r-x");
  }

  @Test
  void needsNoRulesAndHelps() {
    Run run = Run.broken("fmt", "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("--check", "the directory rules here", "is not formatted");
    assertThat(Run.broken("fmt", neat).code()).isZero();
  }

  private String check(String drl) throws IOException {
    Run run = Run.of("fmt", "--check", Files.writeString(directory.resolve("it.drl"), drl));
    assertThat(run.code()).isEqualTo(1);
    return run.out();
  }

  private static String lines(Object... lines) {
    return String.join("", List.of(lines).stream().map(line -> line + "\n").toList());
  }
}
