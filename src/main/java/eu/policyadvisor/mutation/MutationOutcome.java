package eu.policyadvisor.mutation;

import eu.policyadvisor.rule.Mutation;
import java.util.List;

/**
 * What became of one change.
 *
 * @param mutation the change
 * @param verdict whether a case noticed it
 * @param note the case that noticed it, as {@code file:line name}; of an equivalent change why
 * @param witness the lines of a case that would notice it; empty when there is no need or none was
 *     found
 */
public record MutationOutcome(
    Mutation mutation, Verdict verdict, String note, List<String> witness) {

  /** What can become of a change. */
  public enum Verdict {
    /** A case fails with it. */
    KILLED("killed"),
    /** No case fails, but facts were found that would tell. */
    SURVIVED("survived"),
    /** No case fails, and no facts that would tell were found. */
    SUSPECTED("survived, suspected to be equivalent"),
    /** It was shown that no facts can tell. */
    EQUIVALENT("equivalent"),
    /** It does not compile. */
    NOT_VIABLE("not viable");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** What a report says of such a change. */
    public String words() {
      return words;
    }
  }

  /** Copies the lines. */
  public MutationOutcome {
    witness = List.copyOf(witness);
  }
}
