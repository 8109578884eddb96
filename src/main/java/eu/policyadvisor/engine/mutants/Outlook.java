package eu.policyadvisor.engine.mutants;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Consequences;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.engine.reading.Matching;
import eu.policyadvisor.engine.reading.Memory;
import eu.policyadvisor.engine.reading.ReadableRules;
import eu.policyadvisor.engine.reading.ThreeValued;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Where a run ended: working memory with all that came, and for some rules all that may come. A
 * rule that reads alike there before and after a change concludes alike, with the same matches and
 * the same open values, so that the run need not be repeated. What an accumulation took up is not
 * compared, only what it came to. Thread-safe.
 *
 * <p><b>Idea.</b> Rules were fired until nothing was left to fire: where the run ended is a fixed
 * point of all of them. If the changed rule draws the same conclusions from it, it is a fixed point
 * of the changed rules too, and nothing that they conclude differs. The other rules need not be
 * looked at.
 *
 * <p><b>Source.</b> The split between infection and propagation in mutation testing: Just, Ernst
 * and Fraser, Efficient Mutation Analysis by Propagating and Partitioning Infected Execution
 * States, 2014.
 *
 * <p><b>Cost.</b> One reading of one rule for each change; that of the unchanged rule is kept for
 * the next change of it.
 */
public final class Outlook {
  private final CompiledRules base;
  private final Conclusions conclusions;
  private final LocalDate asOf;
  private final Memory memory;
  private final Matching plain;
  private final Set<String> lookedInto;
  private final @Nullable ThreeValued reading;
  private final Map<String, Reading> known = new ConcurrentHashMap<>();

  /**
   * Where a run ended.
   *
   * @param rules the rules as they ran
   * @param lookedInto ids of the rules of which it matters what they wait for
   * @param workingMemory facts, parameters and the as-of date
   * @param imagined facts of which nothing is known, one for each list that was not stated
   * @param conclusions what the run over them concluded
   * @param asOf the date that dated rules follow
   */
  public Outlook(
      ReadableRules rules,
      Set<String> lookedInto,
      List<Object> workingMemory,
      List<Fact> imagined,
      Conclusions conclusions,
      LocalDate asOf) {
    this.base = rules.compiled();
    this.conclusions = conclusions;
    this.asOf = asOf;
    this.lookedInto = base.upstream().closure(lookedInto);
    this.reading =
        this.lookedInto.isEmpty()
            ? null
            : ThreeValued.complete(
                rules, this.lookedInto::contains, workingMemory, imagined, conclusions, asOf);
    Memory memory = new Memory();
    workingMemory.forEach(object -> memory.add(object));
    conclusions.matches().keySet().forEach(conclusion -> memory.add(conclusion));
    this.memory = memory;
    this.plain = new Matching(memory, rules.criteria());
  }

  /**
   * One way in which the conditions of a rule are met.
   *
   * @param concluded what the rule then concludes
   * @param awaits what must become known
   * @param objects what it matched
   */
  private record Way(List<Conclusion> concluded, Set<OpenValue> awaits, List<Object> objects) {}

  /**
   * What a rule makes of working memory.
   *
   * @param certain what it concludes: what is missing in a fact may hold for it
   * @param open what it may conclude once all is known; empty when nobody looks into it
   */
  private record Reading(List<Way> certain, List<Way> open) {}

  /** Whether the change of a rule may change what is concluded, or what is open, or its card. */
  public boolean mayDiffer(ChangedRule changed) {
    String id = changed.mutation().of();
    RuleCard card = Objects.requireNonNull(base.cards().get(id));
    if (!Objects.equals(card.severity(), changed.card().severity())
        || !Objects.equals(card.advice(), changed.card().advice())) {
      return concludes(id);
    }
    Rule before = Objects.requireNonNull(base.rules().get(id));
    Reading was =
        known.computeIfAbsent(id, any -> read(before, card, plain, all -> all.matches(before)));
    Rule after = changed.rule();
    Matching matching = new Matching(memory, changed.criteria());
    try {
      return matching.isUnaskable(after)
          || !was.equals(
              read(after, changed.card(), matching, all -> all.matches(after, changed.criteria())));
    } catch (IllegalStateException e) {
      // A condition that fails to run is a difference, and the engine will tell.
      return true;
    }
  }

  private Reading read(
      Rule rule, RuleCard card, Matching matching, Function<ThreeValued, List<Bindings>> open) {
    if (!card.inForce(asOf)) {
      return new Reading(List.of(), List.of());
    }
    return new Reading(
        ways(matching.matches(rule), rule),
        reading != null && lookedInto.contains(rule.getName())
            ? ways(open.apply(reading), rule)
            : List.of());
  }

  private boolean concludes(String id) {
    return conclusions.matches().values().stream()
        .anyMatch(ways -> ways.stream().anyMatch(way -> way.rule().equals(id)));
  }

  private List<Way> ways(List<Bindings> matches, Rule rule) {
    org.kie.api.definition.rule.Rule named =
        base.named(Objects.requireNonNull(base.rules().get(rule.getName())));
    List<Way> ways = new ArrayList<>();
    Consequences consequences = new Consequences();
    for (Bindings match : matches) {
      List<Conclusion> concluded = consequences.of(rule, named, match);
      if (!concluded.isEmpty()) {
        ways.add(new Way(concluded, match.awaits(), match.objects()));
      }
    }
    return List.copyOf(ways);
  }
}
