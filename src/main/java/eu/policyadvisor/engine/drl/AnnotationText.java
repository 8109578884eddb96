package eu.policyadvisor.engine.drl;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Texts in annotations as the compiler takes them. Java that Drools generates holds each between
 * two quotation marks, so that one that is wrapped over lines, or put together with {@code +}, does
 * not compile as it is written.
 */
final class AnnotationText {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BREAK = Pattern.compile("\\R");

  private static final Pattern QUOTE = Pattern.compile("(?<!\\\\)\"");

  private AnnotationText() {}

  /**
   * Puts the text of an annotation on one line, and the ends of lines behind it.
   *
   * @param annotation its tokens
   * @param drl the text of the file, which is changed
   */
  static void unwrap(List<DrlToken> annotation, StringBuilder drl) {
    int first = 0;
    while (first < annotation.size() && annotation.get(first).kind() != DrlToken.Kind.STRING) {
      first++;
    }
    int last = first;
    while (last + 2 < annotation.size()
        && annotation.get(last + 1).is("+")
        && annotation.get(last + 2).kind() == DrlToken.Kind.STRING) {
      last += 2;
    }
    if (first == annotation.size()
        || last + 1 == annotation.size()
        || !annotation.get(last + 1).is(")")) {
      return;
    }
    int from = annotation.get(first).from();
    int to = annotation.get(last).to();
    String written = drl.substring(from, to);
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i += 2) {
      text.append(onOneLine(annotation.get(i)));
    }
    String breaks = written.replaceAll("[^\n]", "");
    if (last > first || !breaks.isEmpty() || annotation.get(first).isBlock()) {
      drl.replace(from, to, '"' + text.toString() + '"' + breaks);
    }
  }

  /** A break within a text is a space. */
  private static String onOneLine(DrlToken token) {
    String content =
        BLANKS
            .matcher(token.content())
            .replaceAll(blanks -> BREAK.matcher(blanks.group()).find() ? " " : blanks.group());
    return QUOTE.matcher(token.isBlock() ? content.strip() : content).replaceAll("\\\\\"");
  }
}
