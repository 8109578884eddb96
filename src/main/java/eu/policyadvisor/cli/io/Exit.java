package eu.policyadvisor.cli.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run came to. No option changes the meaning of a code. */
public enum Exit {
  DONE(0, "done"),
  FINDINGS(
      1,
      "findings at or above --fail-on; a case, backtest or check that fails; advice that differs;"
          + " rules that are not formatted"),
  USAGE(2, "usage or I/O error"),
  INVALID_FACTS(3, "invalid facts; warnings, with check --strict"),
  UNDETERMINED(4, "an item that is not determined, with --unknowns fail"),
  RULES(5, "rules do not compile or fail"),
  INTERNAL(70, "internal error"),
  INTERRUPTED(130, "interrupted by Ctrl-C; what was done before is whole");

  /** When several apply, the first one tells. */
  private static final List<Exit> PRECEDENCE =
      List.of(INTERRUPTED, INTERNAL, RULES, USAGE, INVALID_FACTS, FINDINGS, UNDETERMINED, DONE);

  private final int code;
  private final String meaning;

  Exit(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  /** The one that tells of the two. */
  public Exit or(Exit other) {
    return PRECEDENCE.indexOf(this) <= PRECEDENCE.indexOf(other) ? this : other;
  }

  public static Exit of(int code) {
    for (Exit exit : values()) {
      if (exit.code == code) {
        return exit;
      }
    }
    return INTERNAL;
  }

  /** The codes, the first of which tells when several apply. */
  public static String precedence() {
    return PRECEDENCE.stream()
        .filter(exit -> exit != DONE)
        .map(exit -> String.valueOf(exit.code))
        .collect(Collectors.joining(", "));
  }

  /** For the help of every command. */
  public static Map<String, String> help() {
    Map<String, String> help = new LinkedHashMap<>();
    for (Exit exit : values()) {
      help.put(String.valueOf(exit.code), exit.meaning);
    }
    return help;
  }
}
