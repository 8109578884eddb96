package eu.policyadvisor.fact;

/** Whose choice a measure aims at. */
public enum DemandTarget {
  /** A choice of the Union. */
  UNION,
  /** A choice of a member state. */
  MEMBER_STATE
}
