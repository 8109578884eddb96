package eu.policyadvisor;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.session.Possible;
import eu.policyadvisor.session.RuleBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is not known, and which findings depend on it. */
final class Unknowns {
  private final Map<RuleCard, Set<OpenValue>> waiting = new TreeMap<>();
  private final Map<OpenValue, Set<String>> settled = new TreeMap<>();

  Unknowns(RuleBase rules, Reasoner reasoner, Collection<Possible> possible) {
    for (Possible conclusion : possible) {
      RuleCard card = Objects.requireNonNull(rules.cards().get(conclusion.rule()));
      waiting.computeIfAbsent(card, any -> new TreeSet<>()).addAll(conclusion.awaits());
      if (card.kind() == Kind.FINDING) {
        conclusion.awaits().forEach(value -> settles(value, card.id()));
      }
    }
    for (Reasoned<Finding> finding : reasoner.findings()) {
      presumed(finding).forEach(value -> settles(value, finding.card().id()));
    }
  }

  private void settles(OpenValue value, String rule) {
    settled.computeIfAbsent(value, any -> new TreeSet<>()).add(rule);
  }

  /** The values that a conclusion rests on although they are not known. */
  private static Set<OpenValue> presumed(Reasoned<?> conclusion) {
    Set<OpenValue> presumed = new TreeSet<>();
    for (Reasoned<?> link : Evidence.chain(conclusion)) {
      for (Justification justification : link.because()) {
        for (Premise premise : justification.premises()) {
          if (premise instanceof Premise.Given given) {
            for (String field : given.fields()) {
              if (given.fact().value(field) == null) {
                presumed.add(new OpenValue(given.fact(), field));
              }
            }
          }
        }
      }
    }
    return presumed;
  }

  List<Undetermined> undetermined() {
    return waiting.entrySet().stream()
        .map(entry -> new Undetermined(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** Those that settle the most findings first. */
  List<Assessment.Unknown> values() {
    return settled.entrySet().stream()
        .map(entry -> new Assessment.Unknown(entry.getKey(), List.copyOf(entry.getValue())))
        .sorted(
            Comparator.<Assessment.Unknown>comparingInt(unknown -> -unknown.rules().size())
                .thenComparing(Assessment.Unknown::value))
        .toList();
  }

  /** The lists that rules read and the fact set does not state. */
  List<Section> notStated(FactSet facts) {
    List<Section> missing = new ArrayList<>(Arrays.asList(Section.values()));
    missing.removeIf(section -> section == Section.NONE || facts.states(section));
    return missing;
  }
}
