package eu.policyadvisor.compare;

import static eu.policyadvisor.compare.Aspect.Of.FINDING;
import static eu.policyadvisor.compare.Aspect.Of.RECOMMENDATION;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that a piece of advice says, aspect by aspect, so that two of them can be compared. */
final class Snapshot {
  private final Assessment assessment;
  private final Map<Aspect, String> values = new TreeMap<>();
  private final Map<Aspect, List<Reasoned<?>>> reasons = new HashMap<>();

  private Snapshot(Assessment assessment) {
    this.assessment = assessment;
  }

  static Snapshot of(Assessment assessment) {
    Snapshot snapshot = new Snapshot(assessment);
    snapshot.values.put(Aspect.STANCE, Names.inFile(assessment.stance()));
    assessment.findings().forEach(snapshot::finding);
    assessment.recommendations().forEach(each -> snapshot.recommendation(each, null));
    assessment.superseded().forEach(each -> snapshot.recommendation(each.recommendation(), each));
    return snapshot;
  }

  private void finding(Reasoned<Finding> finding) {
    Aspect aspect = Aspect.of(FINDING, finding.conclusion().rule(), finding.conclusion().on());
    String severity = Names.inFile(Assessment.severity(finding));
    put(aspect, finding, severity);
    values.put(aspect.attribute("severity"), severity);
  }

  private void recommendation(
      Reasoned<Recommendation> recommendation, @Nullable Superseded superseded) {
    Recommendation said = recommendation.conclusion();
    Aspect aspect = Aspect.of(RECOMMENDATION, said.rule(), said.on());
    RuleCard.Advice advice = Objects.requireNonNull(recommendation.card().advice());
    String strength = Names.inFile(advice.strength());
    String status = superseded == null ? "live" : "superseded";
    put(aspect, recommendation, strength + (superseded == null ? "" : ", " + status));
    values.put(aspect.attribute("strength"), strength);
    values.put(aspect.attribute("status"), status);
    values.put(aspect.attribute("stance"), Names.inFile(advice.stance()));
    values.put(aspect.attribute("urgency"), Names.inFile(advice.urgency()));
    values.put(aspect.attribute("addressee"), Names.inFile(advice.addressee()));
    values.put(aspect.attribute("action"), advice.action());
    if (superseded != null) {
      reasons.computeIfAbsent(aspect, any -> new ArrayList<>()).add(superseded.by());
    }
  }

  private void put(Aspect aspect, Reasoned<?> conclusion, String detail) {
    values.put(aspect, detail + ", confidence " + conclusion.confidence().value().toPlainString());
    values.put(aspect.attribute("confidence"), conclusion.confidence().value().toPlainString());
    reasons.computeIfAbsent(aspect, any -> new ArrayList<>()).add(conclusion);
  }

  Assessment assessment() {
    return assessment;
  }

  /** The conclusion; null when it did not come. */
  @Nullable Reasoned<?> conclusion(Aspect aspect) {
    List<Reasoned<?>> found = reasons.get(aspect.whole());
    return found == null ? null : found.get(0);
  }

  /**
   * The conclusions an aspect rests on: for the stance all recommendations, else the conclusion,
   * with what supersedes it.
   */
  List<Reasoned<?>> reasons(Aspect aspect) {
    return aspect.of() == Aspect.Of.STANCE
        ? List.copyOf(assessment.recommendations())
        : reasons.getOrDefault(aspect.whole(), List.of());
  }

  /** Whether an aspect is here as it is after a difference. */
  boolean shows(Difference difference) {
    String here = values.get(difference.aspect());
    return difference.how() == Difference.How.CHANGED
        ? Objects.equals(here, difference.after())
        : (here == null) == (difference.after() == null);
  }

  /** What differs in later advice; attributes only of what both conclude. */
  List<Difference> differences(Snapshot later) {
    List<Difference> differences = new ArrayList<>();
    TreeSet<Aspect> aspects = new TreeSet<>(values.keySet());
    aspects.addAll(later.values.keySet());
    for (Aspect aspect : aspects) {
      String before = values.get(aspect);
      String after = later.values.get(aspect);
      boolean both = values.containsKey(aspect.whole()) && later.values.containsKey(aspect.whole());
      boolean compared = aspect.of() == Aspect.Of.STANCE || (aspect.isWhole() ? !both : both);
      if (compared && !Objects.equals(before, after)) {
        differences.add(new Difference(aspect, before, after));
      }
    }
    return differences;
  }
}
