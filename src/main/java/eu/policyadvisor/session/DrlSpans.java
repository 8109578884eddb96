package eu.policyadvisor.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds conditions in the text of a rule, one after the other. */
final class DrlSpans {
  private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\$?\\w+|\\S");
  private static final Pattern WHEN = Pattern.compile("(?m)^\\s*when\\b");
  private static final Pattern NOT = Pattern.compile("\\bnot\\s*(?=\\(|[A-Z])");
  private static final Pattern EXISTS = Pattern.compile("\\bexists\\b");

  private final String drl;
  private final int when;
  private int at;

  DrlSpans(String drl) {
    this.drl = drl;
    Matcher found = WHEN.matcher(drl);
    this.when = found.find() ? found.end() : 0;
  }

  /** A part of the text; from -1 to -1 when it was not found. */
  record Span(int from, int to) {
    static final Span NONE = new Span(-1, -1);
  }

  /**
   * Where a condition next stands, whatever the spaces in it.
   *
   * @param point the condition; null for a date of the rule
   * @param text it as written
   */
  Span next(@Nullable Point point, String text) {
    if (point == null) {
      return next(Pattern.compile(Pattern.quote(text)));
    }
    at = Math.max(at, when);
    return switch (point.kind()) {
      case ABSENT -> next(NOT);
      case EXISTS -> next(EXISTS);
      default ->
          next(
              Pattern.compile(
                  TOKEN
                      .matcher(text)
                      .results()
                      .map(token -> Pattern.quote(token.group()))
                      .collect(Collectors.joining("\\s*"))));
    };
  }

  private Span next(Pattern wanted) {
    Matcher found = wanted.matcher(drl);
    if (wanted.pattern().isEmpty() || !found.find(at)) {
      return Span.NONE;
    }
    at = found.end();
    return new Span(found.start(), found.end());
  }
}
