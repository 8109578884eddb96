package eu.policyadvisor.advice;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Inventoried;
import eu.policyadvisor.fact.Screening;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about one fact set on one date. It is decision support, not legal advice.
 *
 * @param facts what was assessed, completed from the reference catalogue
 * @param asOf the date the advice is given for
 * @param knowledge the knowledge base it rests on
 * @param stance the sum of the live recommendations
 * @param items the answer on each thing that is stated, the gravest first
 * @param concepts derived concepts
 * @param findings findings, the gravest first
 * @param recommendations live recommendations, the most pressing first
 * @param superseded recommendations that yield, with what supersedes them
 * @param contradictions recommendations that cannot both be followed; empty unless the knowledge
 *     base is wrong
 * @param presumed what was concluded and may fall when a value becomes known that tells what a
 *     thing is
 * @param undetermined rules, those of derived concepts included, that wait for values that are not
 *     known or for lists that are not stated; where statuses were not asked for, those that wait
 *     only for lists about which the fact set says nothing are left out
 * @param statuses what came of each rule, by its id; empty where it was not asked for
 * @param unknowns the values they wait for, those that settle most first
 * @param notStated lists that the fact set does not state, although rules read them
 * @param range what the answers could become; null where it was not asked for
 * @param screening what screening lists say about the facts; null where none was asked
 * @param inventoried what the inventory lists that the facts were made of; null where none was read
 * @param triage what was decided about its findings, or known of them, before
 */
@RecordBuilder
public record Assessment(
    FactSet facts,
    LocalDate asOf,
    KnowledgeBase knowledge,
    Stance stance,
    List<Item> items,
    List<Reasoned<Concept>> concepts,
    List<Reasoned<Finding>> findings,
    List<Reasoned<Recommendation>> recommendations,
    List<Superseded> superseded,
    List<Contradiction> contradictions,
    Set<Conclusion> presumed,
    List<Undetermined> undetermined,
    Map<String, RuleStatus> statuses,
    List<Unknown> unknowns,
    List<Section> notStated,
    @Nullable Range range,
    @Nullable Screening screening,
    @Nullable Inventoried inventoried,
    Triage triage)
    implements AssessmentBuilder.With {

  /**
   * A value that is not known, and the rules that wait for it.
   *
   * @param value the value
   * @param rules ids of the rules
   */
  public record Unknown(OpenValue value, List<String> rules) {
    /** Copies the ids. */
    public Unknown {
      rules = List.copyOf(rules);
    }
  }

  /** Copies the lists. */
  public Assessment {
    items = List.copyOf(items);
    concepts = List.copyOf(concepts);
    findings = List.copyOf(findings);
    recommendations = List.copyOf(recommendations);
    superseded = List.copyOf(superseded);
    contradictions = List.copyOf(contradictions);
    presumed = Set.copyOf(presumed);
    undetermined = List.copyOf(undetermined);
    statuses = Collections.unmodifiableMap(new TreeMap<>(statuses));
    unknowns = List.copyOf(unknowns);
    notStated = List.copyOf(notStated);
  }

  /**
   * The rules that would conclude findings and wait for values that are not known, or for lists
   * that the fact set says are not known. Those that wait only for lists about which it says
   * nothing are left out: nobody was asked.
   */
  public List<Undetermined> undeterminedFindings() {
    return undetermined.stream()
        .filter(waiting -> waiting.rule().kind() == Kind.FINDING)
        .filter(Undetermined::asked)
        .toList();
  }

  /**
   * Whether a conclusion presumes what a thing is, and may fall when that is known. Advice to find
   * it out does not.
   */
  public boolean isPresumed(Reasoned<?> conclusion) {
    return presumed.contains(conclusion.conclusion());
  }

  /** The items that carry the stance of the whole; empty where it is a silence. */
  public List<Item> carrying() {
    return items.stream().filter(item -> !stance.isSilence() && item.stance() == stance).toList();
  }

  /** How grave a finding is in this assessment. */
  public static Severity severity(Reasoned<Finding> finding) {
    return gravity(finding.conclusion(), finding.card());
  }

  /** How grave a finding is, as it says itself or as the card of its rule says. */
  public static Severity gravity(Finding finding, RuleCard card) {
    Severity own = finding.severity();
    if (own != null) {
      return own;
    }
    return card.severity() == null ? Severity.LOW : card.severity();
  }

  /** What tells a conclusion from others over time. */
  public String fingerprint(Reasoned<?> conclusion) {
    return Fingerprint.of(facts, conclusion);
  }

  /** The waiver that accepts a finding; empty when none does that counts. */
  public Optional<Waiver> waiver(Reasoned<Finding> finding) {
    return Optional.ofNullable(triage.accepted().get(Triage.key(finding.conclusion())));
  }

  /** The waiver that accepted a finding and no longer counts; empty when there is none. */
  public Optional<Waiver> expiredWaiver(Reasoned<Finding> finding) {
    return Optional.ofNullable(triage.expired().get(Triage.key(finding.conclusion())));
  }

  /** The findings that nobody accepted. */
  public List<Reasoned<Finding>> open() {
    return triage.accepted().isEmpty()
        ? findings
        : findings.stream().filter(finding -> waiver(finding).isEmpty()).toList();
  }

  /** Whether a recommendation rests on findings, all of which were accepted. */
  public boolean restsOnWaivers(Reasoned<Recommendation> recommendation) {
    if (triage.accepted().isEmpty()) {
      return false;
    }
    List<Finding> because =
        Evidence.chain(recommendation).stream()
            .map(Reasoned::conclusion)
            .filter(Finding.class::isInstance)
            .map(Finding.class::cast)
            .toList();
    return !because.isEmpty()
        && because.stream().allMatch(each -> triage.accepted().containsKey(Triage.key(each)));
  }

  /** The gravest severity among the findings that nobody accepted; empty when there is none. */
  public Optional<Severity> gravest() {
    return open().stream().map(Assessment::severity).max(Severity::compareTo);
  }
}
