package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the subject depends on.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code
 * DependencyBuilder} builds one step by step.
 */
@RecordBuilder
public record Dependency(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field("What it is.") @Nullable String item,
    @Field("The layer it belongs to.") @Nullable Layer layer,
    @Field(value = "Share of each country in the supply.", min = "0", max = "1")
        @Nullable Map<String, BigDecimal> shares,
    @Field(value = "Stock at hand, in days of use.", min = "0") @Nullable Integer stockDays,
    @Field(value = "Months needed to replace it.", min = "0") @Nullable Integer substitutionMonths,
    @Field("What its loss would do.") @Nullable Impact impact,
    @Field("Whether it is a strategic raw material, Annex I to Regulation (EU) 2024/1252.")
        @Nullable Boolean strategic,
    @Field("Whether critical infrastructure depends on it.")
        @Nullable Boolean criticalInfrastructure,
    @Field(value = "Share of the largest single supplier.", min = "0", max = "1")
        @Nullable BigDecimal supplierShare,
    @Field("Whether a second source has been qualified.") @Nullable Boolean secondSourceQualified,
    @Field(value = "Where the wafers are made, for chips.", country = true)
        @Nullable String frontEndCountry,
    @Field(value = "Where packaging and test are done, for chips.", country = true)
        @Nullable String backEndCountry,
    @Field(value = "Share of packaging and test done there.", min = "0", max = "1")
        @Nullable BigDecimal backEndShare,
    @Field(value = "Number of suppliers that can deliver it.", min = "0")
        @Nullable Integer supplierCount,
    @Field(
            value = "Share of the need that supply under European control can meet.",
            min = "0",
            max = "1")
        @Nullable BigDecimal euControlledShare,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Dependency {
    shares = Normal.shares(shares);
    supplierShare = Normal.decimal(supplierShare);
    backEndShare = Normal.decimal(backEndShare);
    euControlledShare = Normal.decimal(euControlledShare);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
