package eu.policyadvisor.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.Seed;
import eu.policyadvisor.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inventories that something happened to are read or refused, and never more than that. */
@ExtendWith(Seed.class)
class MangledInventoriesTest {
  private static final int COPIES = 100;

  /** A picture in the midst of a file is no more than a long text. */
  private static final int LONGEST = 25_000;

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "<",
          ">",
          "</",
          "&x;",
          "<![CDATA[",
          "-->",
          "\n",
          "\t",
          "\0",
          "\uFEFF",
          "\uD83E\uDD17",
          "---\n",
          "? ",
          "- ",
          "*a",
          "&a ",
          "!!x ",
          "{{ x }}",
          "#",
          "null",
          "\\u0000",
          "\\ud800",
          "1e999999999",
          "-1",
          "\"name\": \"\"",
          "unknown");

  private final Advisor advisor = Advisor.standard();

  static Stream<Path> samples() {
    return Samples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void areReadOrRefused(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    InventoryForm form = Recognition.of(whole).orElseThrow();
    byte[] text = whole.length <= LONGEST ? whole : Arrays.copyOf(whole, LONGEST);
    for (int seed = 0; seed < COPIES; seed++) {
      byte[] mangled = mangled(text, new Random(Seed.of(seed)));
      Recognition.of(mangled);
      Samples.Read read = Samples.read("mangled", form, mangled);
      for (Problem problem : read.problems()) {
        assertThat(problem.message()).as("seed %d", seed).isNotBlank().doesNotContain("\n");
      }
      assertThat(read.inventories().facts().isPresent() || !read.problems().isEmpty())
          .as("seed %d is read or refused", seed)
          .isTrue();
      if (read.inventories().facts().isPresent()) {
        requireWhole(read, seed);
      }
    }
  }

  /** What is read can be written, and what is written says the same. */
  private void requireWhole(Samples.Read read, int seed) throws IOException {
    StringBuilder written = new StringBuilder();
    FactFile.write(read.inventories(), written);
    byte[] bytes = written.toString().getBytes(StandardCharsets.UTF_8);
    FactsRead again = advisor.read("written", new ByteArrayInputStream(bytes));
    assertThat(again.problems()).as("seed %d", seed).isEmpty();
    assertThat(
            again.factSets().get(0).all().stream().map(fact -> fact.with("source", null)).toList())
        .as("seed %d", seed)
        .usingRecursiveComparison()
        .ignoringFields("provenance")
        .isEqualTo(read.facts().all().stream().map(fact -> fact.with("source", null)).toList());
  }

  private static byte[] mangled(byte[] text, Random random) {
    byte[] mangled = text;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      int at = random.nextInt(mangled.length + 1);
      int end = Math.min(mangled.length, at + random.nextInt(40));
      byte[] put =
          switch (random.nextInt(6)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
            case 2 -> Arrays.copyOfRange(mangled, at, Math.min(mangled.length, at + 400));
            case 3 -> new byte[0];
            default -> {
              int from = random.nextInt(mangled.length + 1);
              yield Arrays.copyOfRange(
                  mangled, from, Math.min(mangled.length, from + random.nextInt(60)));
            }
          };
      byte[] tail =
          random.nextInt(12) == 0
              ? new byte[0]
              : Arrays.copyOfRange(mangled, random.nextBoolean() ? at : end, mangled.length);
      mangled = joined(Arrays.copyOf(mangled, at), put, tail);
    }
    return mangled;
  }

  private static byte[] joined(byte[]... parts) {
    int length = Stream.of(parts).mapToInt(part -> part.length).sum();
    byte[] joined = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
