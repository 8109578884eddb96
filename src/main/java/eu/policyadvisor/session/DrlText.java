package eu.policyadvisor.session;

import eu.policyadvisor.rule.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;

/** Reads one rule out of a DRL file and puts its conditions into plain words. */
final class DrlText {
  private static final Pattern BINDING = Pattern.compile("\\$\\w+\\s*:\\s*");
  private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z]\\w+\\.([A-Z][A-Z0-9_]+)\\b");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])([A-Z])");

  private DrlText() {}

  static Optional<RuleText> find(String id, String file, String drl) {
    int start = drl.indexOf("rule \"" + id + "\"");
    if (start < 0) {
      return Optional.empty();
    }
    int from = commentBefore(drl, start);
    int end = drl.indexOf("\nend", start) + "\nend".length();
    int line = (int) drl.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    return Optional.of(new RuleText(file, line, drl.substring(from, end), conditions(id, drl)));
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

  private static List<String> conditions(String id, String drl) {
    List<String> words = new ArrayList<>();
    try {
      PackageDescr parsed = new DrlParser().parse(false, drl);
      for (RuleDescr rule : parsed.getRules()) {
        if (rule.getName().equals(id)) {
          rule.getLhs().getDescrs().forEach(condition -> words.add(words(condition)));
        }
      }
    } catch (DroolsParserException e) {
      throw new IllegalStateException("rule '" + id + "' compiles but does not parse", e);
    }
    return words;
  }

  private static String words(BaseDescr condition) {
    if (condition instanceof PatternDescr pattern) {
      return pattern(pattern);
    } else if (condition instanceof NotDescr not) {
      return "there is no " + children(not, " and ");
    } else if (condition instanceof ExistsDescr exists) {
      return "there is " + children(exists, " and ");
    } else if (condition instanceof OrDescr or) {
      return "either " + children(or, ", or ");
    } else if (condition instanceof AndDescr and) {
      return children(and, " and ");
    } else if (condition instanceof AccumulateDescr accumulate) {
      return "taken together: " + words(accumulate.getInput());
    }
    return phrase(condition.toString());
  }

  private static String children(ConditionalElementDescr parent, String separator) {
    return String.join(
        separator, parent.getDescrs().stream().map(child -> words((BaseDescr) child)).toList());
  }

  private static String pattern(PatternDescr pattern) {
    List<String> constraints = new ArrayList<>();
    for (BaseDescr constraint : pattern.getDescrs()) {
      String phrase = phrase(constraint.toString());
      if (!phrase.isEmpty()) {
        constraints.add(phrase);
      }
    }
    String name = spaced(pattern.getObjectType());
    String source =
        pattern.getSource() == null ? "" : ", " + words((BaseDescr) pattern.getSource());
    return (constraints.isEmpty()
            ? article(name)
            : article(name) + " with " + String.join("; ", constraints))
        + source;
  }

  private static String article(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  /** A condition in words: {@code share >= $limit} becomes 'share is at least limit'. */
  private static String phrase(String condition) {
    boolean bindingOnly = condition.matches("\\s*\\$\\w+\\s*:\\s*\\w+\\s*");
    if (bindingOnly) {
      return "";
    }
    String text = Phrases.plain(BINDING.matcher(condition).replaceAll(""));
    Matcher constant = CONSTANT.matcher(text);
    StringBuilder constants = new StringBuilder();
    while (constant.find()) {
      String word = constant.group(1).toLowerCase(Locale.ROOT).replace('_', ' ');
      constant.appendReplacement(constants, Matcher.quoteReplacement("'" + word + "'"));
    }
    constant.appendTail(constants);
    text = constants.toString().replace('"', '\'');
    text =
        text.replaceAll("== *null", "is not known")
            .replaceAll("!= *null", "is known")
            .replaceAll("== *true", "is so")
            .replaceAll("== *false", "is not so")
            .replaceAll("\\s*\\|\\|\\s*", " or ")
            .replaceAll("\\s*&&\\s*", " and ")
            .replaceAll("\\s*>=\\s*", " is at least ")
            .replaceAll("\\s*<=\\s*", " is at most ")
            .replaceAll("\\s*==\\s*", " is ")
            .replaceAll("\\s*!=\\s*", " is other than ")
            .replaceAll("\\s*>\\s*", " is more than ")
            .replaceAll("\\s*<\\s*", " is less than ")
            .replaceAll("\\bnot contains\\b", "do not contain")
            .replaceAll("\\bin *\\(", "is one of (")
            .replaceAll("\\.size\\(\\)", " count")
            .replaceAll("\\bthis\\b", "it")
            .replace("$", "the ");
    return spaced(text).strip().replaceAll("\\s+", " ");
  }

  private static String spaced(String camel) {
    Matcher matcher = CAMEL.matcher(camel);
    StringBuilder spaced = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(spaced, " " + matcher.group(1).toLowerCase(Locale.ROOT));
    }
    matcher.appendTail(spaced);
    return Character.isUpperCase(spaced.charAt(0))
        ? Character.toLowerCase(spaced.charAt(0)) + spaced.substring(1)
        : spaced.toString();
  }
}
