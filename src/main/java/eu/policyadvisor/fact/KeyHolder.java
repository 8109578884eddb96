package eu.policyadvisor.fact;

/** Who holds the encryption keys. */
public enum KeyHolder {
  /** The customer in the Union alone. */
  CUSTOMER,
  /** The provider. */
  PROVIDER
}
