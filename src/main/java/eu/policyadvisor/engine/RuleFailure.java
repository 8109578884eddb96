package eu.policyadvisor.engine;

import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.drl.CompilerFault;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.StoppedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kie.api.runtime.rule.ConsequenceException;

/**
 * Says which rule fails while rules run, and on which facts.
 *
 * <p><b>Idea.</b> Drools names the match whose right-hand side fails. Of a condition, a binding or
 * a total that fails it hands on what was thrown, with the text of the condition at most. So the
 * rules are run again, each by itself, until one fails in the same way, those that Drools names
 * first; then without one fact after the other, each of which stays out where the rule fails
 * without it.
 *
 * <p><b>Cost.</b> A run of one rule for each rule and for each object in working memory, with more
 * than {@value #MOST_OBJECTS} objects for each rule only. It is done only once rules have failed.
 */
final class RuleFailure {
  private static final Pattern CONDITION =
      Pattern.compile("Error evaluating constraint '(.*)' in ", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("\\[Rule \"([^\"]+)\"");

  /** More objects are not tried one by one. */
  private static final int MOST_OBJECTS = 1_000;

  private final CompiledRules rules;
  private final Runs runs;

  /** Runs some of the rules over objects. */
  interface Runs {
    /** Runs the rules; what they throw is thrown. */
    void run(CompiledRules some, List<Object> objects);
  }

  RuleFailure(CompiledRules rules, Runs runs) {
    this.rules = rules;
    this.runs = runs;
  }

  /**
   * What the rules do wrong.
   *
   * @param thrown what was thrown while they ran
   * @param objects what was in working memory then
   * @throws OutOfMemoryError if that is what was thrown: no rule is to blame
   * @throws StoppedException likewise
   */
  RuleBaseException of(Throwable thrown, Collection<?> objects) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RuleBaseException known) {
        return known;
      } else if (cause instanceof OutOfMemoryError memory) {
        throw memory;
      } else if (cause instanceof StoppedException stopped) {
        throw stopped;
      } else if (cause instanceof Firing.EndlessException endless) {
        return failed(rules.sources().problem(endless.rule(), endless.what()), thrown);
      }
    }
    if (thrown instanceof ConsequenceException consequence && consequence.getMatch() != null) {
      return failed(
          rules
              .sources()
              .problem(
                  consequence.getMatch().getRule().getName(),
                  "fails on "
                      + named(consequence.getMatch().getObjects())
                      + ": "
                      + CompilerFault.why(thrown)),
          thrown);
    }
    List<Object> all = new ArrayList<>(objects);
    for (String rule : suspects(thrown)) {
      CompiledRules alone = rules.only(Set.of(rule));
      if (fails(alone, all, thrown)) {
        return failed(problem(rule, thrown, least(alone, all, thrown)), thrown);
      }
    }
    return failed(new Problem("rules", 0, 0, "a rule fails: " + CompilerFault.why(thrown)), thrown);
  }

  private static RuleBaseException failed(Problem problem, Throwable cause) {
    RuleBaseException failed = new RuleBaseException(List.of(problem));
    failed.initCause(cause);
    return failed;
  }

  /** The rules, those that Drools names first. */
  private Set<String> suspects(Throwable thrown) {
    Set<String> suspects = new LinkedHashSet<>();
    Matcher named = RULE.matcher(String.valueOf(thrown.getMessage()));
    while (named.find()) {
      suspects.add(named.group(1));
    }
    suspects.retainAll(rules.rules().keySet());
    suspects.addAll(rules.rules().keySet());
    return suspects;
  }

  private boolean fails(CompiledRules alone, List<Object> objects, Throwable before) {
    try {
      runs.run(alone, objects);
      return false;
    } catch (RuntimeException | Error e) {
      return CompilerFault.root(e).getClass() == CompilerFault.root(before).getClass();
    }
  }

  /** As few of the objects as the rule fails on. */
  private List<Object> least(CompiledRules alone, List<Object> objects, Throwable thrown) {
    List<Object> least = new ArrayList<>(objects);
    if (objects.size() <= MOST_OBJECTS) {
      for (Object each : objects) {
        List<Object> fewer = new ArrayList<>(least);
        fewer.removeIf(other -> other == each);
        if (fails(alone, fewer, thrown)) {
          least = fewer;
        }
      }
    }
    return least;
  }

  private Problem problem(String rule, Throwable thrown, List<Object> objects) {
    Matcher asked = CONDITION.matcher(String.valueOf(thrown.getMessage()));
    String condition = asked.find() ? asked.group(1).strip() : "";
    String where = condition.isEmpty() ? "fails on " : "fails at '" + condition + "' on ";
    List<String> unknown =
        CompilerFault.root(thrown) instanceof NullPointerException
            ? unknown(condition, objects)
            : List.of();
    String why =
        unknown.isEmpty()
            ? CompilerFault.why(thrown)
            : unknown.get(0) + " is not known; ask '" + unknown.get(0) + " != null' before it";
    return rules.sources().problem(rule, where + named(objects) + ": " + why);
  }

  /** The components that a condition reads and that are not known of the objects. */
  private static List<String> unknown(String condition, List<Object> objects) {
    List<DrlToken> read = DrlToken.read(condition);
    return objects.stream()
        .flatMap(
            object ->
                Components.names(object.getClass()).stream()
                    .filter(name -> Components.value(object, name) == null))
        .filter(name -> read.stream().anyMatch(token -> token.is(name)))
        .distinct()
        .toList();
  }

  /** The facts, each with its place, and those that conclusions are about. */
  private static String named(Collection<?> objects) {
    String named =
        objects.stream()
            .map(object -> object instanceof Conclusion conclusion ? conclusion.on() : object)
            .filter(Fact.class::isInstance)
            .map(object -> named((Fact) object))
            .distinct()
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "what holds of all facts" : named;
  }

  private static String named(Fact fact) {
    Fact stated = fact instanceof CountryShare share ? share.of() : fact;
    String name =
        stated instanceof Subject
            ? stated.section().key()
            : stated.section().key() + "[" + stated.id() + "]";
    Provenance place = stated.provenance();
    return place.inFile() ? name + " (" + place.file() + ":" + place.line() + ")" : name;
  }
}
