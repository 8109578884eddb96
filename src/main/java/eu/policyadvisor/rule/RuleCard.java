package eu.policyadvisor.rule;

import eu.policyadvisor.fact.Layer;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a rule besides its conditions; read from the annotations of its DRL.
 *
 * @param id {@code theme/name}, unique, never reused
 * @param kind what the rule concludes
 * @param title up to five words
 * @param summary one sentence that an official could check
 * @param keyPoints the key points, 1 to 7, that the rule serves
 * @param layer the layer of the AI stack it speaks of
 * @param severity how grave its finding is; null for rules that conclude no finding
 * @param confidence how sure the rule is when its conditions hold
 * @param citations what it rests on
 * @param effective first day on which the rule holds, or null for always
 * @param expires first day on which the rule no longer holds, or null for no end
 * @param advice what it recommends; null for rules that conclude no recommendation
 */
@RecordBuilder
public record RuleCard(
    String id,
    Kind kind,
    String title,
    String summary,
    List<Integer> keyPoints,
    Layer layer,
    @Nullable Severity severity,
    Confidence confidence,
    List<Citation> citations,
    @Nullable LocalDate effective,
    @Nullable LocalDate expires,
    @Nullable Advice advice)
    implements Comparable<RuleCard> {

  /**
   * The recommendation of a rule.
   *
   * @param action what to do; {@code {on}} stands for the label of what it is about, {@code
   *     {until}} for the last day of its suspension where it is a measure
   * @param addressee who should do it
   * @param urgency by when
   * @param strength how binding it is
   * @param stance its direction
   * @param standing what becomes of the thing it is about, or null where it leaves that open
   * @param beforehand the action in the words for what is an idea, planned or in tender; null where
   *     the action fits that as well
   * @param shortForm the action in at most twelve words, for a list of what to do first; it fits
   *     what is planned as well as what is in use; null where the author gave none
   * @param doneWhen by what one sees that it is done, as the end of the sentence 'Done when ...';
   *     null where the author gave none
   */
  public record Advice(
      String action,
      Addressee addressee,
      Urgency urgency,
      Strength strength,
      Stance stance,
      @Nullable Standing standing,
      @Nullable String beforehand,
      @Nullable String shortForm,
      @Nullable String doneWhen) {

    /**
     * What to do, in the words for what is only planned where they are asked for and there are any.
     */
    public String action(boolean planned) {
      return planned && beforehand != null ? beforehand : action;
    }

    /** Whether this and other advice on the same thing cannot both be followed. */
    public boolean contradicts(Advice other) {
      return stance.opposes(other.stance)
          || standing != null && other.standing != null && standing != other.standing;
    }
  }

  /** Copies the lists. */
  public RuleCard {
    keyPoints = List.copyOf(keyPoints);
    citations = List.copyOf(citations);
  }

  /** Whether the rule holds on a day. */
  public boolean inForce(LocalDate day) {
    return (effective == null || !day.isBefore(effective))
        && (expires == null || day.isBefore(expires));
  }

  @Override
  public int compareTo(RuleCard other) {
    return id.compareTo(other.id);
  }
}
