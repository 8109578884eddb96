package eu.policyadvisor.advice;

import eu.policyadvisor.finding.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about the findings of an assessment, or known of them, before.
 *
 * @param waivers whether there were waivers to look at
 * @param accepted waivers that count, by what {@link #key} says of the finding
 * @param expired waivers that no longer count on the as-of date, in the same way
 * @param since what an earlier assessment held; null when there is none to compare with
 */
public record Triage(
    boolean waivers,
    Map<String, Waiver> accepted,
    Map<String, Waiver> expired,
    @Nullable Since since) {

  /** Nobody decided, and nothing is known. */
  public static final Triage NONE = new Triage(false, Map.of(), Map.of(), null);

  /** Copies the maps. */
  public Triage {
    accepted = Map.copyOf(accepted);
    expired = Map.copyOf(expired);
  }

  /** What tells a finding from others of its assessment, which has one of a rule on a fact. */
  public static String key(Finding finding) {
    return finding.rule() + " on " + finding.on().id();
  }

  /**
   * How an assessment compares with an earlier one. What did not change is no longer among its
   * findings and recommendations.
   *
   * @param file the report that holds the earlier one, as the user named it
   * @param unchanged what both hold
   * @param gone what only the earlier one holds
   */
  public record Since(String file, List<Known> unchanged, List<Known> gone) {
    /** Copies the lists. */
    public Since {
      unchanged = List.copyOf(unchanged);
      gone = List.copyOf(gone);
    }
  }

  /**
   * A finding or recommendation of an earlier assessment.
   *
   * @param kind which of the two
   * @param rule id of its rule
   * @param on id of the fact it is about
   * @param fingerprint what tells it from others
   */
  public record Known(Kind kind, String rule, String on, String fingerprint) {}

  /** What can be known. */
  public enum Kind {
    /** What a rule holds true. */
    FINDING,
    /** What someone should do. */
    RECOMMENDATION
  }
}
