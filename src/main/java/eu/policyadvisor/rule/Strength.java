package eu.policyadvisor.rule;

/** How binding a recommendation is; in descending order. */
public enum Strength {
  /** Law that binds the addressee requires it. */
  MUST,
  /** The risk calls for it. */
  SHOULD,
  /** It is open to the addressee and of use. */
  MAY,
  /** It is to be known, no more. */
  INFO
}
