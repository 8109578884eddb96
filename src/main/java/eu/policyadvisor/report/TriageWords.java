package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Waiver;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Plain;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What reports say about findings that were accepted or known before. */
final class TriageWords {
  /** Of a recommendation; a waiver accepts findings, and changes no law. */
  static final String STANDS = "every finding behind it is waived; the advice stands";

  private TriageWords() {}

  /** What was decided about a finding; null when nothing was. */
  static @Nullable String decided(Reasoned<Finding> finding, Assessment assessment) {
    Optional<Waiver> waiver = assessment.waiver(finding);
    return waiver.isPresent()
        ? accepted(waiver.get())
        : assessment.expiredWaiver(finding).map(TriageWords::expired).orElse(null);
  }

  /** What was decided about any of some findings, each decision once. */
  static List<String> decided(List<Reasoned<Finding>> findings, Assessment assessment) {
    return findings.stream()
        .flatMap(finding -> Optional.ofNullable(decided(finding, assessment)).stream())
        .distinct()
        .toList();
  }

  /** Such as {@code waived by the CISO, expires 2027-03-31 (RISK-12): in use until the exit}. */
  static String accepted(Waiver waiver) {
    return "waived by " + Plain.text(waiver.approver()) + ", expires " + rest(waiver);
  }

  /** Such as {@code waiver by the CISO expired on 2026-11-01: in use until the exit}. */
  static String expired(Waiver waiver) {
    return "waiver by " + Plain.text(waiver.approver()) + " expired on " + rest(waiver);
  }

  private static String rest(Waiver waiver) {
    String ticket = waiver.ticket();
    return waiver.expires()
        + (ticket == null ? "" : " (" + Plain.text(ticket) + ")")
        + ": "
        + Plain.text(waiver.reason());
  }

  /** Whether each of some findings was accepted. */
  static boolean waived(List<Reasoned<Finding>> findings, Assessment assessment) {
    return findings.stream().allMatch(finding -> assessment.waiver(finding).isPresent());
  }

  /** Whether each of some recommendations rests on nothing but accepted findings. */
  static boolean stands(List<Reasoned<Recommendation>> recommendations, Assessment assessment) {
    return recommendations.stream().allMatch(assessment::restsOnWaivers);
  }

  /** Such as {@code 2 high · 1 low · 1 waived}; what is waived does not count. */
  static String counts(Assessment assessment) {
    List<Reasoned<Finding>> open = assessment.open();
    int waived = assessment.findings().size() - open.size();
    String counts = Labels.counts(open.stream().map(Assessment::severity).toList());
    return waived == 0 ? counts : counts + " · " + waived + " waived";
  }

  /** How the assessment compares with an earlier one; null when there is none. */
  static @Nullable String compared(Assessment assessment) {
    Triage.Since since = assessment.triage().since();
    return since == null
        ? null
        : "Only what is new since %s is shown; %s unchanged, %s gone."
            .formatted(Plain.text(since.file()), counts(since.unchanged()), counts(since.gone()));
  }

  private static String counts(List<Triage.Known> known) {
    int findings = (int) known.stream().filter(each -> each.kind() == Triage.Kind.FINDING).count();
    return Labels.count(findings, "finding", "findings")
        + " and "
        + Labels.count(known.size() - findings, "recommendation", "recommendations");
  }

  /** What is said where there is no recommendation. */
  static String none(Assessment assessment) {
    return assessment.triage().since() == null
        ? Labels.NO_RECOMMENDATION
        : "No new recommendation. What is unchanged still holds.";
  }
}
