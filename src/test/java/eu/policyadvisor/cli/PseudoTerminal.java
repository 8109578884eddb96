package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;

/** Runs commands where they see a terminal, by {@code script} of util-linux. */
public final class PseudoTerminal {
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  private PseudoTerminal() {}

  /**
   * A command line for a process. Where there is no {@code script} the test fails, lest nobody
   * notices that it does not run; {@code -Dterminal=none} leaves it out.
   *
   * @param command for a shell
   * @param log what appears on the terminal goes there too
   */
  public static List<String> running(String command, Path log) {
    assumeThat(System.getProperty("terminal")).as("-Dterminal").isNotEqualTo("none");
    assertThat(SCRIPT)
        .as("script of util-linux makes a terminal; -Dterminal=none goes without")
        .isExecutable();
    return List.of(SCRIPT.toString(), "-qec", command, log.toString());
  }
}
