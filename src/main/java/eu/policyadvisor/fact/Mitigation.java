package eu.policyadvisor.fact;

/** What is done against a risk. */
public enum Mitigation {
  @Means("encrypted, and the other side has no keys")
  ENCRYPTION,
  @Means("pseudonymised for the other side")
  PSEUDONYMISATION,
  @Means("the other side cannot reach it, or only when watched")
  ACCESS_CUT,
  @Means("kept apart from core and sensitive parts")
  SEPARATION,
  @Means("a person decides and can depart from it")
  HUMAN_REVIEW,
  @Means("binding commitments, accepted by an authority")
  COMMITMENTS,
  @Means("conditions of an authority, which are kept")
  CONDITIONS
}
