package eu.policyadvisor.session;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.model.Rule;

/**
 * Where a run ended: working memory with all that came and all that may come. A rule that reads
 * alike there before and after a change concludes alike, with the same reasons and the same open
 * values, so that the run need not be repeated. Thread-safe.
 */
public final class Outlook {
  private final RuleBase base;
  private final ThreeValued reading;
  private final Conclusions conclusions;
  private final LocalDate asOf;
  private final Map<String, List<Way>> known = new ConcurrentHashMap<>();

  Outlook(RuleBase base, ThreeValued reading, Conclusions conclusions, LocalDate asOf) {
    this.base = base;
    this.reading = reading;
    this.conclusions = conclusions;
    this.asOf = asOf;
  }

  /**
   * One way in which the conditions of a rule are met.
   *
   * @param concluded what the rule then concludes
   * @param awaits what must become known
   * @param objects what it matched
   */
  private record Way(List<Conclusion> concluded, Set<OpenValue> awaits, List<Object> objects) {}

  /** Whether the change of a rule may change what is concluded, or what is open, or its card. */
  public boolean mayDiffer(ChangedRule changed) {
    String id = changed.mutation().of();
    Rule before = Objects.requireNonNull(base.rules().get(id));
    RuleCard card = Objects.requireNonNull(base.cards().get(id));
    if (!Objects.equals(card.severity(), changed.card().severity())
        || !Objects.equals(card.advice(), changed.card().advice())) {
      return concludes(id);
    }
    List<Way> was = known.computeIfAbsent(id, any -> read(reading.matches(before), before, card));
    try {
      return !was.equals(
          read(
              changed.card().inForce(asOf)
                  ? reading.matches(changed.rule(), changed::ofNothing)
                  : List.of(),
              changed.rule(),
              changed.card()));
    } catch (IllegalStateException e) {
      // A condition that fails to run is a difference, and the engine will tell.
      return true;
    }
  }

  private boolean concludes(String id) {
    return conclusions.matches().values().stream()
        .anyMatch(ways -> ways.stream().anyMatch(way -> way.rule().equals(id)));
  }

  private List<Way> read(List<Env> matches, Rule rule, RuleCard card) {
    if (!card.inForce(asOf)) {
      return List.of();
    }
    List<Way> ways = new ArrayList<>();
    org.kie.api.definition.rule.Rule named =
        base.named(Objects.requireNonNull(base.rules().get(rule.getName())));
    for (Env match : matches) {
      List<Conclusion> concluded = Consequences.of(rule, named, match);
      if (!concluded.isEmpty()) {
        ways.add(new Way(concluded, match.awaits(), match.objects()));
      }
    }
    return List.copyOf(ways);
  }
}
