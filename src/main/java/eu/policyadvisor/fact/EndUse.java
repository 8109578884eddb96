package eu.policyadvisor.fact;

/** What an exported item is known to be used for. */
public enum EndUse {
  @Means("civil use only")
  CIVIL,
  @Means("military use or a military user")
  MILITARY,
  @Means("weapons of mass destruction")
  WEAPONS_OF_MASS_DESTRUCTION,
  @Means("surveillance that violates human rights")
  INTERNAL_REPRESSION
}
