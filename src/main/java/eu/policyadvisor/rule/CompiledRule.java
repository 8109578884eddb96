package eu.policyadvisor.rule;

/**
 * Where the build put a rule, and what it asks of working memory. So that a process that assesses
 * one fact set loads only rules that can match at all.
 *
 * @param owner name of the class that makes it, in the package of the rule
 * @param method name of the method that makes it, which takes nothing
 * @param needs what it asks
 */
public record CompiledRule(String owner, String method, RuleNeeds needs) {

  /** Where the compiler of rules lists what it made, below the class path. */
  public static final String INDEX = "META-INF/kie/eu.policyadvisor/policy-advisor/drools-model";

  /** Id of the rule. */
  public String id() {
    return needs.id();
  }
}
