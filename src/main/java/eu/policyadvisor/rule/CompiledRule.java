package eu.policyadvisor.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the build put a rule, and what it asks of working memory. So that a process that assesses
 * one fact set loads only rules that can match at all.
 *
 * @param id id of the rule
 * @param owner name of the class that makes it, in the package of the rule
 * @param method name of the method that makes it, which takes nothing
 * @param needs what must be there for it to match; absence, choice and totals are left out, as they
 *     ask for more than can be told ahead
 * @param concludes names of the class of what it concludes and of all types above that
 */
public record CompiledRule(
    String id, String owner, String method, List<Need> needs, List<String> concludes) {

  /** Where the compiler of rules lists what it made, below the class path. */
  public static final String INDEX = "META-INF/kie/eu.policyadvisor/policy-advisor/drools-model";

  /** Copies the lists. */
  public CompiledRule {
    needs = List.copyOf(needs);
    concludes = List.copyOf(concludes);
  }

  /**
   * That there is a fact or a conclusion of a type.
   *
   * @param type name of the class or interface
   * @param rules ids of the rules of which one has to conclude it; empty where any may
   * @param values what components of a fact have to be, if they are known: constants by their
   *     names, texts as they are
   */
  public record Need(String type, Set<String> rules, Map<String, Set<String>> values) {
    /** Copies the ids and values. */
    public Need {
      rules = Set.copyOf(rules);
      values = Map.copyOf(values);
    }
  }
}
