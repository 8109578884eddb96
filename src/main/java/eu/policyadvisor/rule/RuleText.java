package eu.policyadvisor.rule;

import java.util.List;

/**
 * A rule as it is written.
 *
 * @param file the DRL file, such as {@code rules/export-control/huawei-ascend.drl}
 * @param line the line of the rule in that file, from 1
 * @param drl the rule itself, comments before it included
 * @param conditions its conditions in plain words
 */
public record RuleText(String file, int line, String drl, List<String> conditions) {
  /** Copies the conditions. */
  public RuleText {
    conditions = List.copyOf(conditions);
  }
}
