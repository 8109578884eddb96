package eu.policyadvisor.fact;

import java.util.Locale;

/** The lists of a fact set; each holds facts of one kind. */
public enum Section {
  /** No list; the subject itself stands here. */
  NONE("subject", ""),
  /** {@link Accelerator}s. */
  ACCELERATORS("Does it buy, plan or use AI chips, or machines that hold them?"),
  /** {@link CloudService}s. */
  CLOUD_SERVICES("Does it rent computing services?"),
  /** {@link Framework}s. */
  FRAMEWORKS("Does its AI software rest on frameworks or runtimes?"),
  /** {@link Model}s. */
  MODELS("Does it use, plan or offer AI models?"),
  /** {@link Application}s. */
  APPLICATIONS("Does it use, plan or offer applications of AI?"),
  /** {@link DataFlow}s. */
  DATA_FLOWS("Does data flow to another country, or can it be opened from there?"),
  /** {@link Supplier}s. */
  SUPPLIERS("Are there suppliers, customers or owners that matter?"),
  /** {@link Dependency}s. */
  DEPENDENCIES("Does it depend on supplies that would be hard to replace?"),
  /** {@link CriticalInput}s. */
  CRITICAL_INPUTS("Does it need critical raw materials or components?"),
  /** {@link Export}s. */
  EXPORTS("Does it export goods, services or access to machines?"),
  /** {@link Transaction}s. */
  TRANSACTIONS("Is there an acquisition, an investment or a bid for a public contract?"),
  /** {@link Talent} situations. */
  TALENT("Is there a field of work whose skills are to be looked at?"),
  /** {@link Funding} programmes. */
  FUNDING("Is there a funding programme to be looked at?"),
  /** {@link PolicyEvent}s. */
  POLICY_EVENTS("Are there measures or threats of states that concern it?"),
  /** {@link Assumption}s. */
  ASSUMPTIONS("Does a plan or strategy take something for granted?"),
  /** {@link Position}s. */
  POSITIONS("Is a common position of the Union to be looked at?");

  private final String key;
  private final String question;

  Section(String key, String question) {
    this.key = key;
    this.question = question;
  }

  Section(String question) {
    this.key = name().toLowerCase(Locale.ROOT);
    this.question = question;
  }

  /** Asks whether there are any, in words that read well behind the name of the subject. */
  public String question() {
    return question;
  }

  /** The key of this list in a fact file, such as {@code data_flows}; {@code subject} for none. */
  public String key() {
    return key;
  }
}
