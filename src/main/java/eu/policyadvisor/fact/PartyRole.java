package eu.policyadvisor.fact;

/** What a party is to the subject or to a fact that names it. */
public enum PartyRole {
  @Means("delivers to the subject")
  SUPPLIER,
  @Means("buys from the subject")
  CUSTOMER,
  @Means("receives data")
  RECIPIENT,
  @Means("buys a firm or a share in it")
  ACQUIRER,
  @Means("bids for a public contract")
  BIDDER,
  @Means("is bought")
  TARGET,
  @Means("provides a service, such as a cloud")
  PROVIDER,
  @Means("developed a model")
  DEVELOPER,
  @Means("owns another party")
  OWNER
}
