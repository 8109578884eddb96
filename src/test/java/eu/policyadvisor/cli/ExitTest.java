package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** There is one table of exit codes, and whoever repeats it says the same. */
final class ExitTest {
  @Test
  void codesMeanTheSameInTheReadme() throws IOException {
    String readme = oneLine(Files.readString(Path.of("README.md")));
    assertThat(Exit.help())
        .allSatisfy((code, meaning) -> assertThat(readme).contains(code + " " + meaning));
    assertThat(readme).contains("the first of " + Exit.precedence() + " is given");
  }

  @Test
  void codesMeanTheSameInTheHelpOfEveryCommand() {
    assertThat(Main.commandLine(Main.door(new String[0], null, null)).getSubcommands())
        .allSatisfy(
            (name, command) -> {
              String help = oneLine(command.getUsageMessage());
              assertThat(Exit.help())
                  .allSatisfy((code, meaning) -> assertThat(help).contains(code + " " + meaning));
              assertThat(help).contains("the first of " + Exit.precedence() + " when several");
            });
  }

  private static String oneLine(String text) {
    return text.replace("`", "").replaceAll("\\s+", " ");
  }
}
