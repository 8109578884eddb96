package eu.policyadvisor.session;

import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;

/** Reads one rule out of a DRL file and puts its conditions into plain words. */
final class DrlText {
  private DrlText() {}

  static Optional<RuleText> find(
      String id,
      String file,
      String drl,
      KnowledgeBase knowledge,
      Function<Class<?>, List<String>> producers) {
    return written(id, file, drl)
        .map(
            text -> {
              RuleWords.Words words = words(id, drl, knowledge, producers);
              return new RuleText(file, text.line(), text.drl(), words.sentences(), words.terms());
            });
  }

  /** A rule as it is written, with nothing put into words. */
  static Optional<RuleText> written(String id, String file, String drl) {
    int start = drl.indexOf("rule \"" + id + "\"");
    if (start < 0) {
      return Optional.empty();
    }
    int from = commentBefore(drl, start);
    int end = drl.indexOf("\nend", start) + "\nend".length();
    int line = (int) drl.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    return Optional.of(new RuleText(file, line, drl.substring(from, end), List.of(), List.of()));
  }

  /** The comment that stands right above the rule belongs to it. */
  private static int commentBefore(String drl, int start) {
    int from = start;
    while (from > 0) {
      int previous = drl.lastIndexOf('\n', from - 2) + 1;
      if (!drl.startsWith("//", previous)) {
        return from;
      }
      from = previous;
    }
    return from;
  }

  private static RuleWords.Words words(
      String id, String drl, KnowledgeBase knowledge, Function<Class<?>, List<String>> producers) {
    try {
      PackageDescr parsed = new DrlParser().parse(false, drl);
      return parsed.getRules().stream()
          .filter(rule -> rule.getName().equals(id))
          .findFirst()
          .map(rule -> RuleWords.of(rule, knowledge, producers))
          .orElseThrow();
    } catch (DroolsParserException e) {
      throw new IllegalStateException("rule '" + id + "' compiles but does not parse", e);
    }
  }
}
