package eu.policyadvisor.session;

import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.rule.RuleText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where conditions of rules stand in the DRL. */
public final class RuleLines {
  private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\$?\\w+|\\S");
  private static final Pattern WHEN = Pattern.compile("(?m)^\\s*when\\b");

  private final @Nullable RuleDirectory ownRules;
  private final Map<String, Optional<RuleText>> texts = new TreeMap<>();

  /** Of the rules as they stand, with those of a directory over them where there is one. */
  public RuleLines(@Nullable RuleDirectory ownRules) {
    this.ownRules = ownRules;
  }

  /** A problem of a rule as a whole. */
  public Problem problem(String rule, String message) {
    return problem(rule, null, message);
  }

  /** A problem where a condition stands in a rule, whatever the spaces in it. */
  Problem problem(String rule, @Nullable String condition, String message) {
    String text = "rule '" + rule + "' " + message;
    Optional<RuleText> found = texts.computeIfAbsent(rule, id -> DrlSources.written(id, ownRules));
    if (found.isEmpty()) {
      return new Problem("rules", 0, 0, text);
    }
    String drl = found.get().drl();
    int head = drl.indexOf("rule \"" + rule + "\"");
    int at = condition == null ? head : find(drl, condition, head);
    int line = found.get().line() + newlines(drl.substring(head, at));
    int column = at == head ? 1 : drl.codePointCount(drl.lastIndexOf('\n', at) + 1, at) + 1;
    return new Problem(found.get().file(), line, column, text);
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private static int find(String drl, String condition, int otherwise) {
    Matcher when = WHEN.matcher(drl);
    Matcher matcher =
        Pattern.compile(
                TOKEN
                    .matcher(condition)
                    .results()
                    .map(token -> Pattern.quote(token.group()))
                    .collect(Collectors.joining("\\s*")))
            .matcher(drl);
    return when.find() && !condition.isEmpty() && matcher.find(when.end())
        ? matcher.start()
        : otherwise;
  }
}
