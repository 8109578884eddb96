package eu.policyadvisor.fact;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of a fact set; each holds facts of one kind. */
public enum Section {
  /** No list; the subject itself stands here. */
  NONE("subject", Subject.class),
  /** {@link Accelerator}s. */
  ACCELERATORS(Accelerator.class),
  /** {@link CloudService}s. */
  CLOUD_SERVICES(CloudService.class),
  /** {@link Framework}s. */
  FRAMEWORKS(Framework.class),
  /** {@link Model}s. */
  MODELS(Model.class),
  /** {@link Application}s. */
  APPLICATIONS(Application.class),
  /** {@link DataFlow}s. */
  DATA_FLOWS(DataFlow.class),
  /** {@link Party parties}. */
  PARTIES(Party.class),
  /** {@link Dependency}s. */
  DEPENDENCIES(Dependency.class),
  /** {@link CriticalInput}s. */
  CRITICAL_INPUTS(CriticalInput.class),
  /** {@link Export}s. */
  EXPORTS(Export.class),
  /** {@link Transaction}s. */
  TRANSACTIONS(Transaction.class),
  /** {@link Talent} situations. */
  TALENT(Talent.class),
  /** {@link Funding} programmes. */
  FUNDING(Funding.class),
  /** {@link PolicyEvent}s. */
  POLICY_EVENTS(PolicyEvent.class),
  /** {@link Assumption}s. */
  ASSUMPTIONS(Assumption.class),
  /** {@link Position}s. */
  POSITIONS(Position.class);

  /** Files that were written before the list held more than suppliers keep their meaning. */
  public static final String FORMER_KEY_OF_PARTIES = "suppliers";

  private static final Map<Class<?>, Section> OF =
      Stream.of(values()).collect(Collectors.toMap(Section::kind, each -> each));

  private final String key;
  private final Class<? extends Fact> kind;

  Section(String key, Class<? extends Fact> kind) {
    this.key = key;
    this.kind = kind;
  }

  Section(Class<? extends Fact> kind) {
    this.key = name().toLowerCase(Locale.ROOT);
    this.kind = kind;
  }

  /** The list of facts of a kind. */
  static Section of(Class<? extends Fact> kind) {
    return Objects.requireNonNull(OF.get(kind));
  }

  /** The record that holds its facts. */
  public Class<? extends Fact> kind() {
    return kind;
  }

  /**
   * Whether a fact file may call this list so: by its key, or by the key that it had before.
   *
   * @param name such as {@code parties}, once {@code suppliers}
   */
  public boolean isCalled(String name) {
    return name.equals(key) || this == PARTIES && name.equals(FORMER_KEY_OF_PARTIES);
  }

  /** The key of this list in a fact file, such as {@code data_flows}; {@code subject} for none. */
  public String key() {
    return key;
  }
}
