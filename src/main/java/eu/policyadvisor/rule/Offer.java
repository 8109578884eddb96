package eu.policyadvisor.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider rents out, where its machines stand, and whether it is to be had.
 *
 * @param serves what is rented out; a provider may rent out both
 * @param regions all countries in which its machines stand, or null where that is not known; {@code
 *     EU} says that they stand in the Union only, and not in which countries
 * @param status whether it is on the market
 * @param since the first day of that status, or null if not known
 * @param source where it was seen, or null
 * @param verified whether it was seen in a source
 * @param note for those who edit the file, or null
 */
public record Offer(
    List<Kind> serves,
    @Nullable List<String> regions,
    Status status,
    @Nullable LocalDate since,
    @Nullable String source,
    boolean verified,
    @Nullable String note) {

  /** What a provider rents out. */
  public enum Kind {
    /** Models behind a programming interface of the provider. */
    MODELS,
    /** Machines on which customers run what they like. */
    MACHINES
  }

  /** Whether an offer is on the market. */
  public enum Status {
    /** It was announced and cannot be had yet. */
    PLANNED,
    /** Whoever pays can have it. */
    AVAILABLE,
    /** It was ended. */
    CLOSED
  }

  /** Copies the lists. */
  public Offer {
    serves = List.copyOf(serves);
    regions = regions == null ? null : List.copyOf(regions);
  }

  /** Whether it serves models, and nothing else. */
  public boolean servesModelsOnly() {
    return serves.equals(List.of(Kind.MODELS));
  }

  /**
   * Whether it can be had on a day; so can what is available since a day that is not known, or was
   * not closed yet.
   */
  public boolean isToBeHadOn(LocalDate day) {
    boolean begun = since == null || !since.isAfter(day);
    return status == Status.CLOSED ? !begun : status == Status.AVAILABLE && begun;
  }
}
