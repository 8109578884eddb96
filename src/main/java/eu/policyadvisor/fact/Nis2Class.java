package eu.policyadvisor.fact;

/** Standing under the NIS2 Directive (EU) 2022/2555. */
public enum Nis2Class {
  @Means("an essential entity")
  ESSENTIAL,
  @Means("an important entity")
  IMPORTANT,
  @Means("neither")
  OUT_OF_SCOPE
}
