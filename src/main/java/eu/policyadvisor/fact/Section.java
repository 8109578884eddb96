package eu.policyadvisor.fact;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of a fact set; each holds facts of one kind. */
public enum Section {
  /** No list; the subject itself stands here. */
  NONE("subject", Subject.class, ""),
  /** {@link Accelerator}s. */
  ACCELERATORS(Accelerator.class, "Does it buy, plan or use AI chips, or machines that hold them?"),
  /** {@link CloudService}s. */
  CLOUD_SERVICES(CloudService.class, "Does it rent computing services?"),
  /** {@link Framework}s. */
  FRAMEWORKS(Framework.class, "Does its AI software rest on frameworks or runtimes?"),
  /** {@link Model}s. */
  MODELS(Model.class, "Does it use, plan or offer AI models?"),
  /** {@link Application}s. */
  APPLICATIONS(Application.class, "Does it use, plan or offer applications of AI?"),
  /** {@link DataFlow}s. */
  DATA_FLOWS(DataFlow.class, "Does data flow to another country, or can it be opened from there?"),
  /** {@link Supplier}s. */
  SUPPLIERS(Supplier.class, "Are there suppliers, customers or owners that matter?"),
  /** {@link Dependency}s. */
  DEPENDENCIES(Dependency.class, "Does it depend on supplies that would be hard to replace?"),
  /** {@link CriticalInput}s. */
  CRITICAL_INPUTS(CriticalInput.class, "Does it need critical raw materials or components?"),
  /** {@link Export}s. */
  EXPORTS(Export.class, "Does it export goods, services or access to machines?"),
  /** {@link Transaction}s. */
  TRANSACTIONS(
      Transaction.class, "Is there an acquisition, an investment or a bid for a public contract?"),
  /** {@link Talent} situations. */
  TALENT(Talent.class, "Is there a field of work whose skills are to be looked at?"),
  /** {@link Funding} programmes. */
  FUNDING(Funding.class, "Is there a funding programme to be looked at?"),
  /** {@link PolicyEvent}s. */
  POLICY_EVENTS(PolicyEvent.class, "Are there measures or threats of states that concern it?"),
  /** {@link Assumption}s. */
  ASSUMPTIONS(Assumption.class, "Does a plan or strategy take something for granted?"),
  /** {@link Position}s. */
  POSITIONS(Position.class, "Is a common position of the Union to be looked at?");

  private static final Map<Class<?>, Section> OF =
      Stream.of(values()).collect(Collectors.toMap(Section::kind, each -> each));

  private final String key;
  private final Class<? extends Fact> kind;
  private final String question;

  Section(String key, Class<? extends Fact> kind, String question) {
    this.key = key;
    this.kind = kind;
    this.question = question;
  }

  Section(Class<? extends Fact> kind, String question) {
    this.key = name().toLowerCase(Locale.ROOT);
    this.kind = kind;
    this.question = question;
  }

  /** The list of facts of a kind. */
  static Section of(Class<? extends Fact> kind) {
    return Objects.requireNonNull(OF.get(kind));
  }

  /** The record that holds its facts. */
  public Class<? extends Fact> kind() {
    return kind;
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
