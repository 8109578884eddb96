package eu.policyadvisor.rule;

import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rules, catalogue and parameters: everything that advice rests on besides the facts.
 *
 * @param version version of the rules
 * @param cards the rules by id, in order of id
 * @param catalogue the reference catalogue
 * @param parameters thresholds, with their dates
 * @param countryGroups groups of countries that law treats alike
 */
public record KnowledgeBase(
    String version,
    Map<String, RuleCard> cards,
    Catalogue catalogue,
    List<Parameter> parameters,
    List<CountryGroup> countryGroups) {

  /** Copies and sorts. */
  public KnowledgeBase {
    cards = Collections.unmodifiableMap(new TreeMap<>(cards));
    parameters = List.copyOf(parameters);
    countryGroups = List.copyOf(countryGroups);
  }

  /** The same with the legal states that somebody confirmed. */
  public KnowledgeBase confirmed(List<Confirmation> confirmations) {
    return confirmations.isEmpty()
        ? this
        : new KnowledgeBase(
            version, cards, catalogue.confirmed(confirmations), parameters, countryGroups);
  }

  /** The rule of that id. */
  public Optional<RuleCard> rule(String id) {
    return Optional.ofNullable(cards.get(id));
  }

  /** What the rules do not know, in the order in which a reader should be told. */
  public List<Uncovered> uncovered() {
    return catalogue.uncovered();
  }

  /**
   * What the rules do not know of a fact; empty where its nature raises no such question.
   *
   * @param fact a fact of the set, the subject included
   * @param facts facts that are completed from the catalogue
   */
  public List<Uncovered> uncovered(Fact fact, FactSet facts) {
    return uncovered().stream().filter(each -> each.concerns(fact, facts)).toList();
  }
}
