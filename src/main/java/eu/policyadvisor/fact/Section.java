package eu.policyadvisor.fact;

import java.util.Locale;

/** The lists of a fact set; each holds facts of one kind. */
public enum Section {
  /** No list; the subject itself stands here. */
  NONE,
  /** {@link Accelerator}s. */
  ACCELERATORS,
  /** {@link CloudService}s. */
  CLOUD_SERVICES,
  /** {@link Framework}s. */
  FRAMEWORKS,
  /** {@link Model}s. */
  MODELS,
  /** {@link Application}s. */
  APPLICATIONS,
  /** {@link DataFlow}s. */
  DATA_FLOWS,
  /** {@link Supplier}s. */
  SUPPLIERS,
  /** {@link Dependency}s. */
  DEPENDENCIES,
  /** {@link CriticalInput}s. */
  CRITICAL_INPUTS,
  /** {@link Export}s. */
  EXPORTS,
  /** {@link Transaction}s. */
  TRANSACTIONS,
  /** {@link Talent} situations. */
  TALENT,
  /** {@link Funding} programmes. */
  FUNDING,
  /** {@link PolicyEvent}s. */
  POLICY_EVENTS,
  /** {@link Assumption}s. */
  ASSUMPTIONS,
  /** {@link Position}s. */
  POSITIONS;

  /** The key of this list in a fact file, such as {@code data_flows}; {@code subject} for none. */
  public String key() {
    return this == NONE ? "subject" : name().toLowerCase(Locale.ROOT);
  }
}
