package eu.policyadvisor.rule;

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

  /** The rule of that id. */
  public Optional<RuleCard> rule(String id) {
    return Optional.ofNullable(cards.get(id));
  }
}
