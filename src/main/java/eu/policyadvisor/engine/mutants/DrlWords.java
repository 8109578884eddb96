package eu.policyadvisor.engine.mutants;

import eu.policyadvisor.engine.drl.DrlCondition;
import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.rule.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The ids and names that rules use, to find another one of the same kind. */
final class DrlWords {
  private static final List<String> NAMED =
      Stream.of(Named.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();

  /** Rule ids by kind, those of a file side by side. */
  private final Map<String, List<String>> rules = new LinkedHashMap<>();

  private final Map<String, TreeSet<String>> names = new TreeMap<>();

  /** The words of these files. */
  DrlWords(List<DrlFile> files) {
    for (DrlFile file : files) {
      for (DrlRule rule : file.rules()) {
        rule.item("@kind")
            .map(DrlRule.HeadItem::text)
            .ifPresent(
                kind -> rules.computeIfAbsent(kind, any -> new ArrayList<>()).add(rule.id()));
        rule.patterns().forEach(pattern -> name(rule, pattern));
      }
    }
  }

  /** The name by which a pattern looks one up. */
  private void name(DrlRule rule, DrlCondition pattern) {
    if (!NAMED.contains(pattern.type())) {
      return;
    }
    for (DrlCondition test : pattern.children()) {
      name(rule.tokens(test))
          .ifPresent(
              name -> names.computeIfAbsent(pattern.type(), any -> new TreeSet<>()).add(name));
    }
  }

  /** The name in a test such as {@code name == "limit"}; empty for other tests. */
  static Optional<String> name(List<DrlToken> test) {
    return test.size() == 3
            && test.get(0).is("name")
            && test.get(1).is("==")
            && test.get(2).kind() == DrlToken.Kind.STRING
        ? Optional.of(test.get(2).content())
        : Optional.empty();
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
