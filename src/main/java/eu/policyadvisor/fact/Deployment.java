package eu.policyadvisor.fact;

/** How a model is reached. */
public enum Deployment {
  @Means("the app or website of the developer")
  VENDOR_APP,
  @Means("the programming interface of the developer")
  VENDOR_API,
  @Means("a programming interface of someone else")
  THIRD_PARTY_API,
  @Means("own deployment on rented machines in the Union")
  EU_CLOUD_SELF_HOST,
  @Means("own deployment on own machines")
  ON_PREM
}
