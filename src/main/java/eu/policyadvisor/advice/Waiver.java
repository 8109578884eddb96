package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Provenance;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That someone accepts a finding, for a time.
 *
 * @param rule id of the rule whose finding is accepted
 * @param subject id of the subject, or null for any
 * @param fact id of the fact the finding is about, or null for any
 * @param fingerprint fingerprint of the finding, or null for any
 * @param reason why it is accepted
 * @param approver who accepts it
 * @param expires the first day on which it no longer counts
 * @param ticket where the decision is recorded, or null
 * @param provenance where the waiver stands
 */
public record Waiver(
    String rule,
    @Nullable String subject,
    @Nullable String fact,
    @Nullable String fingerprint,
    String reason,
    String approver,
    LocalDate expires,
    @Nullable String ticket,
    Provenance provenance) {

  /** Whether it no longer counts on a day. */
  public boolean isExpired(LocalDate day) {
    return !day.isBefore(expires);
  }
}
