package eu.policyadvisor.engine.words;

import eu.policyadvisor.fact.Field;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleText;
import eu.policyadvisor.rule.Term;
import eu.policyadvisor.rule.TermGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a rule mentions, with what it means, in the order in which it is first mentioned. */
final class Glossary {
  private final Map<String, String> meanings = new LinkedHashMap<>();

  void parameter(Parameter parameter) {
    meanings.put(
        parameter.name(),
        "the parameter "
            + Speech.number(parameter)
            + "; source: "
            + parameter.reference()
            + (parameter.validFrom() == null ? "" : "; valid from " + parameter.validFrom())
            + (parameter.validTo() == null ? "" : "; valid until " + parameter.validTo())
            + unlessVerified(parameter.verified()));
  }

  void countries(CountryGroup group) {
    meanings.put(
        group.name(),
        "the group "
            + String.join(", ", group.countries())
            + "; source: "
            + group.reference()
            + unlessVerified(group.verified()));
  }

  private static String unlessVerified(boolean verified) {
    return verified ? "" : " (not verified)";
  }

  void terms(TermGroup group) {
    meanings.put(
        group.name(),
        group.terms().stream()
                .map(Term::inWords)
                .collect(Collectors.joining(", ", "the group ", ""))
            + "; source: "
            + group.reference()
            + ", holds from "
            + group.date());
  }

  void field(String name, Field field) {
    meanings.putIfAbsent(name, sentence(field));
  }

  /** What is said of a field, to stand within a sentence. */
  static String sentence(Field field) {
    String text = field.value().replaceFirst("\\.$", "");
    boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return acronym ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  void concept(String predicate, List<String> rules) {
    meanings.putIfAbsent(predicate, "concluded by " + String.join(", ", rules));
  }

  List<RuleText.Term> terms() {
    return meanings.entrySet().stream()
        .map(each -> new RuleText.Term(each.getKey(), each.getValue()))
        .toList();
  }
}
