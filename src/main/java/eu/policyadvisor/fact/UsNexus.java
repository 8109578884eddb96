package eu.policyadvisor.fact;

/** A link that makes US enforcement bite. */
public enum UsNexus {
  /** A subsidiary or branch in the United States. */
  SUBSIDIARY,
  /** US persons among staff or directors. */
  US_PERSONS,
  /** Finance or payments in US dollars. */
  USD_FINANCE,
  /** US-origin technology in use. */
  US_ORIGIN_TECHNOLOGY
}
