package eu.policyadvisor.fact;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The share of one country in a supply; made from the shares that a {@link Dependency} or {@link
 * CriticalInput} states, so that rules can match it.
 *
 * @param of the supply
 * @param country ISO 3166-1 alpha-2; null when the shares are not known
 * @param share from 0 to 1; null when the shares are not known
 * @param provenance where the share stands
 */
public record CountryShare(
    Fact of,
    @Field(value = "The country.", country = true) @Nullable String country,
    @Field(value = "Its share of the supply.", min = "0", max = "1") @Nullable BigDecimal share,
    Provenance provenance)
    implements Fact {

  @Override
  public String id() {
    return country == null ? of.id() : of.id() + "/" + country;
  }

  @Override
  public @Nullable String name() {
    return of.name();
  }

  @Override
  public @Nullable BigDecimal confidence() {
    return of.confidence();
  }

  @Override
  public Section section() {
    return of.section();
  }

  @Override
  public int hashCode() {
    return 31 * of.hashCode() + Objects.hashCode(country);
  }
}
