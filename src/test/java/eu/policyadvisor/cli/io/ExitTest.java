package eu.policyadvisor.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is one table of exit codes, and whoever repeats it says the same. */
final class ExitTest {
  @Test
  void codesMeanTheSameInTheReadme() throws IOException {
    String readme = oneLine(Files.readString(Path.of("README.md")));
    assertThat(Exit.help())
        .allSatisfy((code, meaning) -> assertThat(readme).contains(code + " " + meaning));
    assertThat(readme).contains("the first of " + Exit.precedence() + " is given");
  }

  @ParameterizedTest
  @ValueSource(strings = {"assess", "explain", "test", "check", "compare", "rules", "fmt"})
  void codesMeanTheSameInTheHelp(String command) {
    String help = oneLine(Run.of(command, "--help").out());
    assertThat(Exit.help())
        .allSatisfy((code, meaning) -> assertThat(help).contains(code + " " + meaning));
    assertThat(help).contains("the first of " + Exit.precedence() + " when several apply");
  }

  private static String oneLine(String text) {
    return text.replace("`", "").replaceAll("\\s+", " ");
  }
}
