package eu.policyadvisor.fact;

/** Who holds the encryption keys. */
public enum KeyHolder {
  @Means("the customer in the Union alone")
  CUSTOMER,
  @Means("the provider")
  PROVIDER
}
