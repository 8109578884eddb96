package eu.policyadvisor.fact;

/** How a model is reached. */
public enum Deployment {
  /** The app or website of the developer. */
  VENDOR_APP,
  /** The programming interface of the developer. */
  VENDOR_API,
  /** A programming interface of someone else. */
  THIRD_PARTY_API,
  /** Own deployment on rented machines in the Union. */
  EU_CLOUD_SELF_HOST,
  /** Own deployment on own machines. */
  ON_PREM
}
