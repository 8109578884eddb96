package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A critical raw material or component.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code
 * CriticalInputBuilder} builds one step by step.
 */
@RecordBuilder
public record CriticalInput(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field("What it is, such as gallium or rare-earth magnets.") @Nullable String material,
    @Field("Stage of the supply chain.") @Nullable SupplyStage stage,
    @Field(value = "Share of each country in the supply.", min = "0", max = "1")
        @Nullable Map<String, BigDecimal> shares,
    @Field(value = "Stock at hand, in days of use.", min = "0") @Nullable Integer stockDays,
    @Field(value = "Yearly need, in tonnes.", min = "0") @Nullable BigDecimal annualNeedT,
    @Field(value = "Months needed to replace it.", min = "0") @Nullable Integer substitutionMonths,
    @Field("What its loss would do.") @Nullable Impact impact,
    @Field("Whether it is a strategic raw material, Annex I to Regulation (EU) 2024/1252.")
        @Nullable Boolean strategic,
    @Field("Whether it is a rare earth, or a magnet made of rare earths.")
        @Nullable Boolean rareEarth,
    @Field("Whether critical infrastructure depends on it.")
        @Nullable Boolean criticalInfrastructure,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public CriticalInput {
    shares = Normal.shares(shares);
    annualNeedT = Normal.decimal(annualNeedT);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
