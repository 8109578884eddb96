package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.cli.io.Door;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Supplier;

/** One run of the command line inside this process. */
public record Run(int code, String out, String err) {
  private static final Advisor ADVISOR = Advisor.standard();

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  public static Run of(Object... arguments) {
    return reading("", arguments);
  }

  public static Run reading(String input, Object... arguments) {
    return with(input, () -> ADVISOR, false, TODAY, new StringWriter(), arguments);
  }

  /** With other rules than the built-in ones, loaded once for many runs. */
  public static Run knowing(Advisor advisor, Object... arguments) {
    return with("", () -> advisor, false, TODAY, new StringWriter(), arguments);
  }

  public static Run inColour(Object... arguments) {
    return with("", () -> ADVISOR, true, TODAY, new StringWriter(), arguments);
  }

  public static Run on(LocalDate today, Object... arguments) {
    return with("", () -> ADVISOR, false, today, new StringWriter(), arguments);
  }

  /** Where nobody takes what is printed. */
  public static Run unread(Object... arguments) throws IOException {
    Writer closed = Writer.nullWriter();
    closed.close();
    return with("", () -> ADVISOR, false, TODAY, closed, arguments);
  }

  public static Run broken(Object... arguments) {
    return with(
        "",
        () -> {
          throw new IllegalStateException("the bridge is out\nand the road");
        },
        false,
        TODAY,
        new StringWriter(),
        arguments);
  }

  /** Where the machine gives out. */
  public static Run failing(Error error, Object... arguments) {
    return with(
        "",
        () -> {
          throw error;
        },
        false,
        TODAY,
        new StringWriter(),
        arguments);
  }

  private static Run with(
      String input,
      Supplier<Advisor> advisor,
      boolean colour,
      LocalDate today,
      Writer out,
      Object... arguments) {
    StringWriter err = new StringWriter();
    Door door =
        new Door(
            advisor,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            Door.COLUMNS,
            colour,
            false,
            0,
            () -> today);
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int code = Main.commandLine(door, words).execute(words);
    return new Run(code, out.toString(), err.toString());
  }
}
