package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code check --say} reads facts back to whoever has to answer for them. */
final class ReadBackTest {
  @TempDir private Path directory;

  @Test
  void readsEachFactBackBelowFileTitleAndDate() throws IOException {
    Path file = directory.resolve("f.yaml");
    Files.writeString(
        file,
        """
        title: An offer
        question: May we take it?
        as_of: 2026-11-01
        subject: {name: Lab, country: HU}
        accelerators:
          - {id: offer, quantity: 200, lifecycle: tender, authorisation: none}
        """);
    Run run = Run.of("check", "--say", file);
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            file
                + ":1\n"
                + """
                An offer, as of 1 November 2026
                Question: May we take it?
                - Subject Lab: in Hungary.
                - AI chips offer: 200 chips, offered or out to tender, no US licence.

                1 fact set in 1 file is valid
                """);
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts/examples"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void noLineIsWiderThanTheTerminal(Path example) {
    assertThat(Run.of("check", "--say", example).out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ministry-chat-app | to_country: CN | to_country: DE | to China | to Germany
          ascend-cluster | quantity: 1024 | quantity: 10240 | 1024 chips | 10 240 chips
          hospital-open-weight-model | lifecycle: tender | lifecycle: operating | offered or out to tender | in service
          eu-cloud-advanced-chips | licensed: false | licensed: true | no licence held | licence held
          car-maker-one-vendor | purpose: production | purpose: technical_evaluation | for productive use | for technical evaluation only
          magnet-importer | CN: 0.9 | CN: 0.09 | 90 % from China | 9 % from China
          member-state-strategy | value_meur: 85 | value_meur: 850 | EUR 85 million | EUR 850 million
          """)
  void aWrongValueIsSeen(String example, String right, String wrong, String said, String shown)
      throws IOException {
    String text = Files.readString(Path.of("facts/examples", example + ".yaml"));
    assertThat(text).contains(right);
    assertThat(readBack(text)).contains(said);
    assertThat(readBack(text.replaceFirst(right, wrong)))
        .contains(shown)
        .isNotEqualTo(readBack(text));
  }

  /** On one line: where a line ends is no matter of what is said. */
  private String readBack(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("f.yaml"), yaml);
    Run run = Run.of("check", "--say", file);
    assertThat(run.code()).isZero();
    return run.out().replaceAll("\\s+", " ");
  }

  @Test
  void whatTheFileSaysCannotMoveTheTerminal() throws IOException {
    assertThat(readBack("subject: {name: \"a\\e[2Jb\\nc\"}\n"))
        .contains("Subject a\uFFFD[2Jb c.")
        .doesNotContain("\u001B");
  }

  @Test
  void anInterviewEndsWithWhatWasUnderstood() throws IOException {
    Path file =
        Files.copy(
            Path.of("facts/examples/ascend-cluster.yaml"), directory.resolve("cluster.yaml"));
    Run run = Run.reading("technical_evaluation\nsave\n", "ask", file);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "What was understood: - Subject Nordic HPC Centre (nordic-hpc): research organisation",
            "- AI chips Huawei Ascend 910C (ascend-pool): 512 chips, in service, for technical"
                + " evaluation only");
  }
}
