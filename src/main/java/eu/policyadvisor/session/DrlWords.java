package eu.policyadvisor.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids and names that rules use, to find another one of the same kind. */
final class DrlWords {
  private static final Pattern KIND = Pattern.compile("@kind\\(\"(\\w+)\"\\)");
  private static final Pattern NAMED =
      Pattern.compile("\\b(Parameter|CountryGroup|TermGroup)\\(\\s*name == \"([^\"]+)\"");

  /** Rule ids by kind, those of a file side by side. */
  private final Map<String, List<String>> rules = new LinkedHashMap<>();

  private final Map<String, TreeSet<String>> names = new TreeMap<>();

  /** The words of these files. */
  DrlWords(SortedMap<String, String> files) {
    for (String drl : files.values()) {
      for (RuleParts rule : RuleParts.of(drl)) {
        Matcher kind = KIND.matcher(rule.head());
        if (kind.find()) {
          rules.computeIfAbsent(kind.group(1), any -> new ArrayList<>()).add(rule.id());
        }
      }
      Matcher named = NAMED.matcher(drl);
      while (named.find()) {
        names.computeIfAbsent(named.group(1), any -> new TreeSet<>()).add(named.group(2));
      }
    }
  }

  /**
   * What may stand instead of a text.
   *
   * @param type the type whose pattern holds it
   * @param field the component it is compared with
   * @param text the text
   */
  Optional<String> instead(String type, String field, String text) {
    if (field.equals("rule")) {
      return next(
          rules.getOrDefault(type.equals("Finding") ? "finding" : "advice", List.of()), text);
    } else if (field.equals("name") && names.containsKey(type)) {
      return next(List.copyOf(names.get(type)), text);
    } else if (text.matches("[A-Z]{2}")) {
      return Optional.of(text.equals("CN") ? "US" : "CN");
    }
    return Optional.of("another");
  }

  private static Optional<String> next(List<String> all, String text) {
    return all.size() < 2
        ? Optional.empty()
        : Optional.of(all.get((all.indexOf(text) + 1) % all.size()));
  }
}
