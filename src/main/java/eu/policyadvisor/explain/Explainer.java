package eu.policyadvisor.explain;

import eu.policyadvisor.Inquiry;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains what came of rules for one fact set. */
public final class Explainer {
  private final Inquiry inquiry;
  private final Assessment assessment;
  private final Proof proof;

  /** For one fact set; the numbers in its proofs run on from explanation to explanation. */
  public Explainer(Inquiry inquiry, Depth depth) {
    this.inquiry = inquiry;
    this.assessment = inquiry.assessment();
    this.proof =
        new Proof(assessment.knowledge().catalogue(), assessment.asOf(), depth, assessment.facts());
  }

  /** The assessment that is explained. */
  public Assessment assessment() {
    return assessment;
  }

  /** The rules that concluded findings or recommendations, the most pressing advice first. */
  public List<Explanation> all() {
    List<String> rules = new ArrayList<>();
    List<Reasoned<?>> conclusions = new ArrayList<>(assessment.recommendations());
    assessment.superseded().forEach(each -> conclusions.add(each.recommendation()));
    conclusions.addAll(assessment.findings());
    for (Reasoned<?> conclusion : conclusions) {
      if (!rules.contains(conclusion.card().id())) {
        rules.add(conclusion.card().id());
      }
    }
    return rules.stream().map(rule -> explain(rule, null)).toList();
  }

  /**
   * One rule.
   *
   * @param rule its id
   * @param on id of the fact that is asked about; null for any
   * @throws IllegalArgumentException if there is no such rule
   */
  public Explanation explain(String rule, @Nullable String on) {
    RuleCard card =
        assessment
            .knowledge()
            .rule(rule)
            .orElseThrow(() -> new IllegalArgumentException("there is no rule '" + rule + "'"));
    List<ProofNode> proofs = new ArrayList<>();
    List<Superseded> superseded = new ArrayList<>();
    for (Reasoned<?> conclusion : conclusions(rule, on)) {
      proofs.add(proof.tree(conclusion));
    }
    for (Superseded each : assessment.superseded()) {
      if (concludes(each.recommendation(), rule, on)) {
        superseded.add(each);
      }
    }
    RuleStatus status = Objects.requireNonNull(assessment.statuses().get(rule));
    Undetermined waits =
        assessment.undetermined().stream()
            .filter(each -> each.rule().equals(card))
            .findFirst()
            .orElse(null);
    if (!proofs.isEmpty() || status == RuleStatus.NOT_IN_FORCE) {
      return new Explanation(card, status, proofs, superseded, null, null, List.of(), null, waits);
    }
    NearMiss nearest = inquiry.nearest(rule, on).orElse(null);
    Explanation.Elsewhere elsewhere =
        on == null || nearest != null ? null : elsewhere(rule, on).orElse(null);
    if (elsewhere != null) {
      return new Explanation(
          card, RuleStatus.CLEAR, proofs, superseded, null, null, List.of(), elsewhere, null);
    }
    Edit remedy = inquiry.choice(rule, on).orElse(null);
    List<Change> turnsOn = List.of();
    if (remedy == null) {
      Edit any = inquiry.remedy(rule, on).orElse(null);
      turnsOn = any == null ? List.of() : inquiry.unchosen(any);
      // Both searches are bounded, and each may find what the other misses.
      remedy = turnsOn.isEmpty() ? any : null;
    }
    return new Explanation(
        card,
        status == RuleStatus.UNDETERMINED ? status : RuleStatus.CLEAR,
        proofs,
        superseded,
        nearest,
        remedy,
        turnsOn,
        null,
        waits);
  }

  /** What a rule is about, when it never concludes on facts of the kind that is asked about. */
  private Optional<Explanation.Elsewhere> elsewhere(String rule, String on) {
    Set<Section> about = inquiry.about(rule);
    return assessment.facts().all().stream()
        .filter(fact -> fact.id().equals(on) && !about.contains(fact.section()))
        .findFirst()
        .map(
            asked ->
                new Explanation.Elsewhere(
                    asked,
                    about,
                    conclusions(rule, null).stream()
                        .map(each -> each.conclusion().on())
                        .distinct()
                        .toList()));
  }

  private List<Reasoned<?>> conclusions(String rule, @Nullable String on) {
    List<Reasoned<?>> all = new ArrayList<>(assessment.recommendations());
    all.addAll(assessment.findings());
    all.addAll(assessment.concepts());
    assessment.superseded().forEach(each -> all.add(each.recommendation()));
    assessment.superseded().forEach(each -> all.add(each.by()));
    all.removeIf(conclusion -> !concludes(conclusion, rule, on));
    return all;
  }

  private static boolean concludes(Reasoned<?> conclusion, String rule, @Nullable String on) {
    return conclusion.because().stream().anyMatch(way -> way.rule().id().equals(rule))
        && (on == null || conclusion.conclusion().on().id().equals(on));
  }
}
