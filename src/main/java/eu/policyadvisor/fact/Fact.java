package eu.policyadvisor.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One statement about the situation that is assessed.
 *
 * <p>A component that is null is not known: the file says {@code unknown}, or says nothing. Neither
 * is 'no', zero or an empty list. {@link #provenance()} tells the two apart.
 */
public sealed interface Fact
    permits Accelerator,
        Application,
        Assumption,
        CloudService,
        CountryShare,
        CriticalInput,
        DataFlow,
        Dependency,
        Export,
        Framework,
        Funding,
        Model,
        PolicyEvent,
        Position,
        Subject,
        Supplier,
        Talent,
        Transaction {

  /** Unique within the fact set. */
  String id();

  /** A name for people, or null. */
  @Nullable String name();

  /** How sure its source is, from 0 to 1; null when nothing is said. */
  @Nullable BigDecimal confidence();

  /** Where the fact stands. */
  Provenance provenance();

  /** The list this fact belongs to. */
  Section section();

  /** What a report calls this fact: its name, else its id. */
  default String label() {
    String name = name();
    return name == null ? id() : name;
  }
}
