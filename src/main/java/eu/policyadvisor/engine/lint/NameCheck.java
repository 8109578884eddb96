package eu.policyadvisor.engine.lint;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.Concern;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.LegalState;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.Pattern;
import org.drools.model.Rule;

/**
 * Looks for conditions that ask for a parameter, a group, an instrument or a conclusion that does
 * not exist.
 */
final class NameCheck {
  private final CompiledRules base;
  private final List<Parameter> parameters;
  private final List<CountryGroup> groups;
  private final Catalogue catalogue;
  private final Influence influence;

  NameCheck(
      CompiledRules base,
      List<Parameter> parameters,
      List<CountryGroup> groups,
      Catalogue catalogue,
      Influence influence) {
    this.base = base;
    this.parameters = parameters;
    this.groups = groups;
    this.catalogue = catalogue;
    this.influence = influence;
  }

  /** What a rule asks for in vain. */
  List<Complaint> of(Rule rule) {
    return Conditions.patterns(rule).flatMap(pattern -> of(rule.getName(), pattern)).toList();
  }

  private Stream<Complaint> of(String rule, Pattern<?> pattern) {
    Class<?> type = pattern.getPatternVariable().getType();
    if (type == Parameter.class) {
      return unknown(
          rule,
          pattern,
          "parameter",
          parameters.stream().map(Parameter::name).toList(),
          "; add it to rules/parameters.yaml");
    } else if (type == CountryGroup.class) {
      return unknown(
          rule,
          pattern,
          "country group",
          groups.stream().map(CountryGroup::name).toList(),
          "; add it to rules/catalog/country-groups.yaml");
    } else if (type == LegalState.class) {
      return unknown(
          rule,
          pattern,
          "instrument",
          List.copyOf(catalogue.instruments().keySet()),
          "; add it to rules/catalog/instruments.yaml");
    } else if (type == Finding.class) {
      return unknown(rule, pattern, "finding", ids(Kind.FINDING), "; no rule concludes it");
    } else if (type == Recommendation.class) {
      return unknown(rule, pattern, "recommendation", ids(Kind.ADVICE), "; no rule concludes it");
    }
    return Concept.class.isAssignableFrom(type) ? concluded(rule, pattern, type) : Stream.of();
  }

  private List<String> ids(Kind kind) {
    return base.cards().values().stream()
        .filter(card -> card.kind() == kind)
        .map(RuleCard::id)
        .toList();
  }

  private Stream<Complaint> unknown(
      String rule, Pattern<?> pattern, String what, List<String> known, String otherwise) {
    return Conditions.texts(pattern)
        .flatMap(ConditionTexts::names)
        .filter(name -> !known.contains(name))
        .map(
            name -> {
              String suggestion =
                  base.cards().containsKey(name)
                      ? "; the rule of that id concludes something else, as its @kind says"
                      : Suggestion.question(name, known, 1);
              return complaint(
                  rule,
                  "\"" + name + "\"",
                  "names the "
                      + what
                      + " '"
                      + name
                      + "', which does not exist"
                      + (suggestion.isEmpty() ? otherwise : suggestion));
            });
  }

  private Stream<Complaint> concluded(String rule, Pattern<?> pattern, Class<?> type) {
    String concept = type.getSimpleName();
    if (base.producers(type).isEmpty()) {
      return Stream.of(
          new Complaint(
              Concern.NAMES_NOTHING,
              base.sources()
                  .problem(
                      rule,
                      "matches "
                          + concept
                          + ", which no rule concludes; add a rule that does, or remove the"
                          + " condition"),
              rule));
    } else if (!influence.producers(pattern).isEmpty()) {
      return Stream.of();
    }
    String conditions =
        Conditions.texts(pattern)
            .filter(each -> !each.isEmpty())
            .map(each -> "'" + each + "'")
            .collect(Collectors.joining(" and "));
    return Stream.of(
        complaint(
            rule,
            Conditions.texts(pattern).findFirst().orElse(""),
            "matches "
                + concept
                + " with "
                + conditions
                + ", which no rule concludes; change the condition or the rules that conclude "
                + concept));
  }

  private Complaint complaint(String rule, String condition, String message) {
    return new Complaint(
        Concern.NAMES_NOTHING, base.sources().problem(rule, condition, message), rule);
  }
}
