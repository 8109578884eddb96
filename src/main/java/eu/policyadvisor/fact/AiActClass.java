package eu.policyadvisor.fact;

/** Class of an application under the AI Act (EU) 2024/1689. */
public enum AiActClass {
  /** A practice prohibited by Article 5. */
  PROHIBITED,
  /** High-risk by Article 6(2) and Annex III. */
  ANNEX_III,
  /** High-risk by Article 6(1) and Annex I. */
  ANNEX_I,
  /** Transparency duties of Article 50 only. */
  TRANSPARENCY,
  /** None of these. */
  MINIMAL
}
