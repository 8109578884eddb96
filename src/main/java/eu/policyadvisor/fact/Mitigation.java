package eu.policyadvisor.fact;

/** What is done against a risk. */
public enum Mitigation {
  @Means("encrypted, with keys that the other side does not have")
  ENCRYPTION,
  @Means("pseudonymised, so that the other side cannot tell persons")
  PSEUDONYMISATION,
  @Means("the other side cannot reach it, or only under the eyes of the subject")
  ACCESS_CUT,
  @Means("kept apart from core and sensitive parts")
  SEPARATION,
  @Means("a person decides and can depart from what is proposed")
  HUMAN_REVIEW,
  @Means("binding commitments that an authority accepted")
  COMMITMENTS,
  @Means("conditions that an authority set, and that are kept")
  CONDITIONS
}
