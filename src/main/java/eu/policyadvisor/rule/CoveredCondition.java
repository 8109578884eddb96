package eu.policyadvisor.rule;

/**
 * A condition of a rule, and whether facts have shown what it does.
 *
 * @param rule id of the rule
 * @param text the condition as written, or the kind of thing that must or must not be there
 * @param from where it stands in the text of the rule, from 0; -1 where that cannot be told
 * @param to where it ends in the text of the rule
 * @param held whether it was seen to hold when the rule concluded
 * @param blocked whether it was seen to be the only condition that kept the rule from concluding
 */
public record CoveredCondition(
    String rule, String text, int from, int to, boolean held, boolean blocked) {

  /** Whether facts have shown both. */
  public boolean covered() {
    return held && blocked;
  }
}
