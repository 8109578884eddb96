package eu.policyadvisor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words of one or several styles, broken into lines of a width. */
public final class Paragraph {
  /** A space at which no line is broken; it is printed as a space. */
  static final char TIE = '\u00A0';

  private static final Pattern SPACES = Pattern.compile(" +");

  /** What is copied as a whole: addresses, and ids of rules. */
  private static final Pattern WHOLE =
      Pattern.compile("^[^\\w-]*+(https?://\\S++|[a-z0-9-]++/[a-z0-9-]++)\\W*+");

  private record Word(String text, Style style) {}

  private final List<Word> words = new ArrayList<>();

  public static Paragraph of(String text) {
    return of(text, Style.PLAIN);
  }

  public static Paragraph of(String text, Style style) {
    return new Paragraph().add(text, style);
  }

  /** Ties words together, so that they stay on one line. */
  static String tied(String text) {
    return text.replace(' ', TIE);
  }

  public Paragraph add(String text) {
    return add(text, Style.PLAIN);
  }

  public Paragraph add(String text, Style style) {
    SPACES
        .splitAsStream(text)
        .filter(word -> !word.isEmpty())
        .forEach(word -> words.add(new Word(word, style)));
    return this;
  }

  /**
   * Lines of at most that many columns. A word that is longer is broken, behind a dot, underscore
   * or hyphen where it has one; save addresses and ids of rules, which would no longer be of use.
   */
  public List<String> lines(int width, boolean colour) {
    List<String> lines = new ArrayList<>();
    List<Word> line = new ArrayList<>();
    int used = 0;
    for (Word word : broken(width)) {
      int length = Columns.of(word.text());
      if (!line.isEmpty() && used + 1 + length > width) {
        lines.add(join(line, colour));
        line.clear();
        used = 0;
      }
      used += line.isEmpty() ? length : 1 + length;
      line.add(word);
    }
    if (!line.isEmpty()) {
      lines.add(join(line, colour));
    }
    return lines;
  }

  /** Appends the lines to a text, the first behind a mark, the others as far in. */
  public void append(StringBuilder text, String first, String rest, int width, boolean colour) {
    String front = first;
    for (String line : lines(width - rest.length(), colour)) {
      text.append(front).append(line).append('\n');
      front = rest;
    }
  }

  private List<Word> broken(int width) {
    List<Word> parts = new ArrayList<>();
    for (Word word : words) {
      if (WHOLE.matcher(word.text()).matches()) {
        parts.add(word);
        continue;
      }
      StringBuilder part = new StringBuilder();
      int used = 0;
      for (int c : word.text().codePoints().toArray()) {
        int columns = Columns.of(c);
        if (used + columns > width) {
          int end = joint(part);
          parts.add(new Word(part.substring(0, end), word.style()));
          part.delete(0, end);
          used = Columns.of(part.toString());
        }
        part.appendCodePoint(c);
        used += columns;
      }
      parts.add(new Word(part.toString(), word.style()));
    }
    return parts;
  }

  /** Where the beginning of a word is best broken: after a name in it, else at its end. */
  private static int joint(StringBuilder part) {
    for (int i = part.length() - 1; i > 0; i--) {
      if (part.charAt(i - 1) == '.' && Character.isLetter(part.charAt(i))) {
        return i;
      }
    }
    for (String mark : List.of("_", "-")) {
      int at = part.lastIndexOf(mark);
      if (at > 0) {
        return at + 1;
      }
    }
    return part.length();
  }

  private static String join(List<Word> line, boolean colour) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < line.size(); ) {
      Style style = line.get(i).style();
      StringBuilder run = new StringBuilder();
      int next = i;
      while (next < line.size() && line.get(next).style() == style) {
        run.append(next == i ? "" : " ").append(line.get(next).text());
        next++;
      }
      String text = run.toString().replace(TIE, ' ');
      joined.append(i == 0 ? "" : " ").append(colour ? style.apply(text) : text);
      i = next;
    }
    return joined.toString();
  }
}
