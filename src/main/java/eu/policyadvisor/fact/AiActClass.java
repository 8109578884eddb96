package eu.policyadvisor.fact;

/** Class of an application under the AI Act (EU) 2024/1689. */
public enum AiActClass {
  @Means("a practice prohibited by Article 5 of the AI Act")
  PROHIBITED,
  @Means("intimate images without consent or images of child abuse")
  PROHIBITED_IMAGES,
  @Means("a high-risk use of Annex III of the AI Act (Article 6(2))")
  ANNEX_III,
  @Means("high-risk by Article 6(1) and Annex I of the AI Act")
  ANNEX_I,
  @Means("only the transparency duties of Article 50 of the AI Act")
  TRANSPARENCY,
  @Means("none of these")
  MINIMAL;

  /** Whether an application of this class may not be put into service at all. */
  public boolean isProhibited() {
    return this == PROHIBITED || this == PROHIBITED_IMAGES;
  }
}
