package eu.policyadvisor.cli.io;

import eu.policyadvisor.problem.Plain;
import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way out to a terminal or a log: what people must not meet there as it is, {@link
 * Plain#isHidden} says what, becomes U+FFFD. Line feeds pass, and so do the colours of this program
 * where there are colours.
 *
 * <p>Build servers run lines of a log as commands: GitHub those that begin with two colons, blanks
 * before them or not, and those with {@code ##[}, Azure those with {@code ##vso[}. A blank breaks
 * them, unless they are what the report is about.
 *
 * <p>Text is looked at once, character by character. How far a command has begun is kept from one
 * piece to the next, in three fields: what of {@code ##vso} was last, whether only blanks are on
 * the line, and whether a colon came after them.
 */
public final class Guard extends PrintWriter {
  /** Takes a line of progress off a terminal. */
  static final String ERASE = "\r\u001B[K";

  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]{0,20}m");

  /** What a bracket makes a command of, and so do its first two characters. */
  private static final String VSO = "##vso";

  private final PrintWriter to;
  private final boolean colour;
  private final boolean commands;
  private int marks;
  private boolean blankLine = true;
  private boolean colon;

  private Guard(PrintWriter to, boolean colour, boolean commands) {
    super(to);
    this.to = to;
    this.colour = colour;
    this.commands = commands;
  }

  /**
   * A guard before a writer; one that stands there already does.
   *
   * @param colour whether colours pass
   */
  public static Guard of(PrintWriter to, boolean colour) {
    return to instanceof Guard guard ? guard : new Guard(to, colour, false);
  }

  /** One that lets lines pass that are commands for GitHub. */
  Guard withCommands() {
    return new Guard(to, colour, true);
  }

  @Override
  public void write(int c) {
    write(Character.toString((char) c));
  }

  @Override
  public void write(char[] text, int offset, int length) {
    write(new String(text, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) {
    write(text.substring(offset, offset + length));
  }

  @Override
  public void write(String text) {
    String guarded = text.equals(ERASE) ? text : guarded(text);
    super.write(guarded, 0, guarded.length());
  }

  private String guarded(String text) {
    StringBuilder guarded = new StringBuilder(text.length() + 16);
    Matcher colours = COLOUR.matcher(text);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == '\u001B' && colour && colours.region(i, text.length()).lookingAt()) {
        guarded.append(colours.group());
        i = colours.end();
        continue;
      }
      boolean endsLine = c == '\r' && text.startsWith("\n", i + 1);
      i += Character.charCount(c);
      if (beginsCommand(c)) {
        guarded.append(' ');
      }
      guarded.appendCodePoint(
          c == '\n' || c == '\t' || endsLine || !Plain.isHidden(c) ? c : '\uFFFD');
      goOn(c);
    }
    return guarded.toString();
  }

  private boolean beginsCommand(int c) {
    return c == '[' && (marks == 2 || marks == VSO.length()) || c == ':' && colon && !commands;
  }

  private void goOn(int c) {
    if (c == '#') {
      marks = Math.min(2, marks + 1);
    } else {
      boolean next = marks >= 2 && marks < VSO.length() && VSO.charAt(marks) == (c | 0x20);
      marks = next ? marks + 1 : 0;
    }
    colon = blankLine && c == ':';
    blankLine = c == '\n' || blankLine && (Character.isSpaceChar(c) || Character.isWhitespace(c));
  }

  @Override
  public void println() {
    write(System.lineSeparator());
  }
}
