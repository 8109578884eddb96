package eu.policyadvisor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.policyadvisor.Advisor;
import eu.policyadvisor.cli.Run;
import eu.policyadvisor.cli.io.Exit;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is typed or kept from before, a command ends within five seconds with an exit code that
 * is listed, and says why it is not 0.
 */
@Timeout(5)
class HostileCommandTest {
  @TempDir static Path directory;

  @BeforeAll
  static void loadsWhatIsNotOnTrial() {
    Run.of("assess", "facts/examples/magnet-importer.yaml");
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  private static Stream<Arguments> texts(String... texts) {
    return Stream.of(texts)
        .map(text -> arguments(named(text.strip(), text.getBytes(StandardCharsets.UTF_8))));
  }

  private static Run run(Object... arguments) {
    return judged(Run.of(arguments));
  }

  private static Run judged(Run run) {
    assertThat(run.err()).doesNotContain("internal error");
    assertThat(Stream.of(Exit.values()).map(Exit::code)).as(run.err()).contains(run.code());
    if (run.code() != Exit.DONE.code() && run.code() != Exit.FINDINGS.code()) {
      assertThat(run.err()).isNotBlank();
    }
    return run;
  }

  private static Path file(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private static final byte[] FACTS =
      "subject: {id: s, type: company, country: DE}\n".getBytes(StandardCharsets.UTF_8);

  /** The entries of a log, their sums right: what is damaged is another kind. */
  static Stream<Arguments> logEntries() throws IOException {
    return Stream.of(entry("facts.yaml", 0, 1), entry("", 130, 0), entry("x", 3, 2))
        .map(bytes -> arguments(named("entry", bytes)));
  }

  private static byte[] entry(String name, int exit, int pieces) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    text(name, out);
    out.writeInt(exit);
    out.writeInt(1);
    text("a problem", out);
    out.writeInt(pieces);
    for (int i = 0; i < pieces; i++) {
      text("a report\n", out);
    }
    out.writeInt(1);
    text("RECOMMENDED", out);
    out.writeInt(1);
    text("hardware/gp10-exposure", out);
    out.writeLong(1_000_000);
    out.writeInt(0);
    return bytes.toByteArray();
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @MethodSource("logEntries")
  @FuzzTest
  void logsToResume(byte[] input) throws IOException {
    Path facts = directory.resolve("resumed.yaml");
    Path log = directory.resolve("log");
    if (!Files.exists(facts)) {
      Files.write(facts, FACTS);
    }
    if (!Files.exists(directory.resolve("begun"))) {
      Files.deleteIfExists(log);
      run("assess", "--range", "never", "--resume", log, facts);
      byte[] whole = Files.readAllBytes(log);
      Files.write(
          directory.resolve("begun"),
          Arrays.copyOf(whole, "advisor assessment log 2\n".length() + 48));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Files.readAllBytes(directory.resolve("begun")));
    DataOutputStream out = new DataOutputStream(bytes);
    CRC32 crc = new CRC32();
    crc.update(input);
    out.writeInt(input.length);
    out.writeLong(crc.getValue());
    out.write(input);
    Files.write(log, bytes.toByteArray());
    run("assess", "--range", "never", "--resume", log, facts);
  }

  static Stream<Arguments> interviews() {
    return texts("yes\nno\nunknown\nback\nwhy\nsave\n", "a1, a2\nCN\n0.5\n2026-01-01\n\n?\n");
  }

  @MethodSource("interviews")
  @FuzzTest
  void interview(byte[] input) throws IOException {
    Path facts = file("asked.yaml", FACTS);
    judged(Run.reading(text(input), "ask", facts));
    assertThat(Advisor.standard().read(facts).problems()).isEmpty();
  }

  static Stream<Arguments> optionValues() {
    return texts("2026-11-01", "today", "hardware/*", "facts/examples/*.yaml", "[a-z]{2}", "html");
  }

  @MethodSource("optionValues")
  @FuzzTest
  void options(byte[] input) throws IOException {
    Path facts = file("plain.yaml", FACTS);
    String value = text(input);
    run("rules", "--as-of=" + value);
    run("check", "--say=" + value, facts);
    run("check", directory + "/" + value.replace("..", ""));
    run("rules", "show", value);
    run("test", "--filter=" + value, "--rules=" + facts);
    run("screen", "--format=" + value, "--lists=" + directory, "x");
  }
}
