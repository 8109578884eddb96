package eu.policyadvisor;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.session.Conclusions;
import eu.policyadvisor.yaml.CountryShares;
import eu.policyadvisor.yaml.FactReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One fact set under the rules on one date, open to questions. */
public final class Inquiry {
  private final Advisor advisor;
  private final FactSet facts;
  private final LocalDate asOf;
  private final List<Object> memory;
  private final Conclusions conclusions;
  private final Reasoner reasoner;

  Inquiry(Advisor advisor, FactSet stated, LocalDate asOf) {
    this.advisor = advisor;
    this.asOf = asOf;
    facts = advisor.completed(stated);
    memory = advisor.memory(facts, asOf);
    conclusions = advisor.rules().run(memory, asOf);
    reasoner = new Reasoner(advisor.rules(), advisor.knowledge().catalogue(), conclusions, asOf);
  }

  /** What the rules say. */
  public Assessment assessment() {
    Map<Recommendation, Superseded> superseded = reasoner.superseded();
    List<Reasoned<Recommendation>> live = new ArrayList<>(reasoner.recommendations());
    live.removeIf(recommendation -> superseded.containsKey(recommendation.conclusion()));
    List<Section> notStated = notStated();
    Unknowns unknowns =
        new Unknowns(
            advisor.rules().cards(),
            advisor.rules().waiting(memory, imagined(notStated), conclusions, asOf));
    Assessment assessment =
        new Assessment(
            facts,
            asOf,
            advisor.knowledge(),
            Stance.MONITOR,
            reasoner.concepts(),
            reasoner.findings(),
            live,
            List.copyOf(superseded.values()),
            Reasoner.contradictions(live),
            unknowns.undetermined(),
            statuses(live, unknowns.undetermined()),
            unknowns.values(),
            notStated);
    return assessment.withStance(stance(assessment));
  }

  /**
   * The first stance, in the order of {@link Stance}, that a live recommendation of more than
   * information takes. Without one: investigate when values that are not known could change that,
   * else monitor. Silence is never permission.
   */
  private static Stance stance(Assessment assessment) {
    return assessment.recommendations().stream()
        .map(Reasoner::advice)
        .filter(advice -> advice.strength() != Strength.INFO)
        .map(advice -> advice.stance())
        .min(Comparator.naturalOrder())
        .orElseGet(
            () ->
                assessment.undeterminedFindings().isEmpty() ? Stance.MONITOR : Stance.INVESTIGATE);
  }

  private Map<String, RuleStatus> statuses(
      List<Reasoned<Recommendation>> live, List<Undetermined> undetermined) {
    Set<String> concluded = new HashSet<>();
    conclusions.matches().values().forEach(all -> all.forEach(m -> concluded.add(m.rule())));
    Set<String> lives = new HashSet<>();
    live.forEach(each -> each.because().forEach(way -> lives.add(way.rule().id())));
    Set<String> open = new HashSet<>();
    undetermined.forEach(waiting -> open.add(waiting.rule().id()));
    Map<String, RuleStatus> statuses = new TreeMap<>();
    for (RuleCard card : advisor.rules().cards().values()) {
      String id = card.id();
      RuleStatus status =
          concluded.contains(id)
              ? card.kind() == Kind.ADVICE && !lives.contains(id)
                  ? RuleStatus.SUPERSEDED
                  : RuleStatus.CONCLUDED
              : !card.inForce(asOf)
                  ? RuleStatus.NOT_IN_FORCE
                  : open.contains(id) ? RuleStatus.UNDETERMINED : RuleStatus.CLEAR;
      statuses.put(id, status);
    }
    return statuses;
  }

  /** The lists that rules read and the fact set does not state. */
  private List<Section> notStated() {
    List<Section> missing = new ArrayList<>(Arrays.asList(Section.values()));
    missing.removeIf(section -> section == Section.NONE || facts.states(section));
    return missing;
  }

  /** What a list that is not stated may hold: a fact of which nothing is known. */
  private List<Fact> imagined(List<Section> notStated) {
    List<Fact> imagined = new ArrayList<>();
    for (Section section : notStated) {
      imagined.add(Fact.unknown(FactReader.kind(section), "any of " + section.key()));
    }
    imagined.addAll(CountryShares.of(FactSet.of(facts.subject(), imagined.toArray(Fact[]::new))));
    return imagined;
  }
}
