package eu.policyadvisor.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents one field of a fact: the single source of the reader's checks, the JSON Schema and the
 * analyst's guide.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
  /** What the field says, in one sentence an analyst understands. */
  String value();

  /** Lowest allowed number, inclusive; empty for none. */
  String min() default "";

  /** Highest allowed number, inclusive; empty for none. */
  String max() default "";

  /**
   * Whether the text, or each of a list, must be a country: ISO 3166-1 alpha-2, or {@code EU} or
   * {@code EEA}.
   */
  boolean country() default false;

  /**
   * The list whose entries this field refers to by id; {@link Section#NONE} when it refers to none.
   */
  Section refersTo() default Section.NONE;

  /** Whether this field refers by id to a fact of any list. */
  boolean refersToAny() default false;

  /** What the party is to this fact that the text names, such as a customer; empty for no party. */
  PartyRole[] party() default {};

  /** Whether a list of one entry may be written as its entry alone. */
  boolean oneOrMore() default false;

  /** The part of the reference catalogue whose entries this field names; empty when none. */
  String catalogue() default "";
}
