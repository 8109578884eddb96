package eu.policyadvisor.compare;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import java.util.Comparator;

/**
 * One thing about which two pieces of advice can differ.
 *
 * @param of what it belongs to
 * @param rule id of the rule that concludes it; empty for the stance
 * @param section the list of the fact it is about; {@link Section#NONE} for the subject
 * @param fact id of that fact; {@code subject} for the subject, however it is called
 * @param attribute such as {@code severity}; empty for whether it is concluded at all
 */
public record Aspect(Of of, String rule, Section section, String fact, String attribute)
    implements Comparable<Aspect> {

  /** What an aspect belongs to. */
  public enum Of {
    /** The stance of the advice as a whole. */
    STANCE,
    /** A finding. */
    FINDING,
    /** A recommendation. */
    RECOMMENDATION
  }

  /** The stance. */
  public static final Aspect STANCE =
      new Aspect(Of.STANCE, "", Section.NONE, Section.NONE.key(), "");

  private static final Comparator<Aspect> ORDER =
      Comparator.comparing((Aspect aspect) -> aspect.of())
          .thenComparing(Aspect::rule)
          .thenComparing(Aspect::section)
          .thenComparing(Aspect::fact)
          .thenComparing(aspect -> aspect.attribute());

  static Aspect of(Of of, String rule, Fact on) {
    return new Aspect(of, rule, on.section(), id(on), "");
  }

  static String id(Fact fact) {
    return fact.section() == Section.NONE ? Section.NONE.key() : fact.id();
  }

  /** An attribute of the same conclusion. */
  Aspect attribute(String name) {
    return new Aspect(of, rule, section, fact, name);
  }

  /** The conclusion that it is an attribute of. */
  Aspect whole() {
    return attribute("");
  }

  boolean isWhole() {
    return attribute.isEmpty();
  }

  @Override
  public int compareTo(Aspect other) {
    return ORDER.compare(this, other);
  }
}
