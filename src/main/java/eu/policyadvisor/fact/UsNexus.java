package eu.policyadvisor.fact;

/** A link that makes US enforcement bite. */
public enum UsNexus {
  @Means("a subsidiary or branch in the United States")
  SUBSIDIARY,
  @Means("US persons among staff or directors")
  US_PERSONS,
  @Means("finance or payments in US dollars")
  USD_FINANCE,
  @Means("US-origin technology in use")
  US_ORIGIN_TECHNOLOGY
}
