package eu.policyadvisor.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule asks of working memory, as far as it can be told without the facts.
 *
 * @param id id of the rule
 * @param needs what must be there for it to match; absence, choice and totals are left out, as they
 *     ask for more than can be told ahead
 * @param reads the parameters and country groups that it can look at, wherever they stand in it
 * @param concludes names of the class of what it concludes and of all types above that
 */
public record RuleNeeds(String id, List<Need> needs, List<Need> reads, List<String> concludes) {

  /** Copies the lists. */
  public RuleNeeds {
    needs = List.copyOf(needs);
    reads = List.copyOf(reads);
    concludes = List.copyOf(concludes);
  }

  /**
   * That there is a thing of a type.
   *
   * @param type name of the class or interface
   * @param rules ids of the rules of which one has to conclude it; empty where any may
   * @param values what components of it have to be, if they are known: constants by their names,
   *     texts as they are
   */
  public record Need(String type, Set<String> rules, Map<String, Set<String>> values) {
    /** Copies the ids and values. */
    public Need {
      rules = Set.copyOf(rules);
      values = Map.copyOf(values);
    }
  }
}
