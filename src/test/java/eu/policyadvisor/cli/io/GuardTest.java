package eu.policyadvisor.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes the guard before a terminal, and what does not. */
class GuardTest {
  private static String printed(boolean colour, UnaryOperator<Guard> of, String... pieces) {
    StringWriter terminal = new StringWriter();
    PrintWriter guard = of.apply(Guard.of(new PrintWriter(terminal), colour));
    for (String each : pieces) {
      guard.print(each);
    }
    guard.flush();
    return terminal.toString();
  }

  private static String printed(String... pieces) {
    return printed(false, guard -> guard, pieces);
  }

  @Test
  void linesAndTabsPass() {
    assertThat(printed("a\tb\nc\r\n")).isEqualTo("a\tb\nc\r\n");
  }

  @Test
  void whatIsHiddenDoesNot() {
    assertThat(printed("a\rb\u001B[31mc\u202Ed\uD800e"))
        .isEqualTo("a\uFFFDb\uFFFD[31mc\uFFFDd\uFFFDe");
  }

  @Test
  void coloursPassWhereThereAreColoursAndNothingElseOfATerminal() {
    String text = "\u001B[1;31ma\u001B[0m\u001B[2J\u001B]0;x\u0007";
    assertThat(printed(true, guard -> guard, text))
        .isEqualTo("\u001B[1;31ma\u001B[0m\uFFFD[2J\uFFFD]0;x\uFFFD");
  }

  @Test
  void aLineOfProgressIsErased() {
    assertThat(printed(Guard.ERASE)).isEqualTo("\r\u001B[K");
  }

  @ParameterizedTest
  @CsvSource({
    "::error::x, : :error::x",
    "'  ::x', '  : :x'",
    "'\u00A0\u3000::x', '\u00A0\u3000: :x'",
    "a::b, a::b",
    "'a\n\t::b', 'a\n\t: :b'",
    ":a::b, :a::b",
    ":::, : ::",
    "a##[b, a## [b",
    "###[b, ### [b",
    "##vso[b, ##vso [b",
    "##VSO[b, ##VSO [b",
    "#[b, #[b",
    "##vs[b, ##vs[b",
    "## [b, ## [b",
  })
  void noCommandOfABuildServerBegins(String text, String harmless) {
    assertThat(printed(text)).isEqualTo(harmless);
    assertThat(printed(text.split("(?!^)"))).as("piece by piece").isEqualTo(harmless);
  }

  @Test
  void theReportThatIsCommandsKeepsThemAndHoldsNoOthers() {
    assertThat(printed(false, Guard::withCommands, "::error::a##[b\n::warning::c"))
        .isEqualTo("::error::a## [b\n::warning::c");
  }

  @Test
  void printlnEndsTheLineForIt() {
    StringWriter terminal = new StringWriter();
    PrintWriter guard = Guard.of(new PrintWriter(terminal), false);
    guard.println("a");
    guard.println("::b");
    assertThat(terminal.toString().lines()).containsExactly("a", ": :b");
  }
}
