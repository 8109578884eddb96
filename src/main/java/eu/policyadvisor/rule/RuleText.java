package eu.policyadvisor.rule;

import java.util.List;

/**
 * A rule as it is written.
 *
 * @param file the DRL file, such as {@code rules/export-control/huawei-ascend.drl}
 * @param line the line of the rule in that file, from 1
 * @param drl the rule itself, comments before it included
 * @param conditions its conditions in plain words, a sentence each
 * @param terms what the sentences mention: fields, parameters, groups of countries, concepts
 */
public record RuleText(
    String file, int line, String drl, List<String> conditions, List<Term> terms) {

  /**
   * Something that a sentence mentions.
   *
   * @param name its name
   * @param meaning what it is, and where it comes from
   */
  public record Term(String name, String meaning) {}

  /** Copies the lists. */
  public RuleText {
    conditions = List.copyOf(conditions);
    terms = List.copyOf(terms);
  }
}
