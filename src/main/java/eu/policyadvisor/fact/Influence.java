package eu.policyadvisor.fact;

/** What say over a firm a buyer gets. */
public enum Influence {
  @Means("money only: no seat, no veto, no access")
  NONE,
  @Means("rights of a minority, such as a seat or a veto")
  MINORITY_RIGHTS,
  @Means("influence on its decisions")
  MATERIAL_INFLUENCE,
  @Means("control")
  CONTROL
}
