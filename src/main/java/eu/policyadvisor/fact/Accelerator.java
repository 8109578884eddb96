package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * AI chips or machines that hold them, bought, planned or in use.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code
 * AcceleratorBuilder} builds one step by step.
 */
@RecordBuilder
public record Accelerator(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(value = "The product, by its id in the reference catalogue.", catalogue = "accelerators")
        @Nullable String product,
    @Field(value = "The designer, by its id in the reference catalogue.", catalogue = "vendors")
        @Nullable String vendor,
    @Field(value = "Headquarters of the designer.", country = true) @Nullable String designerHq,
    @Field(
            value =
                "Headquarters of the company at the top of the ownership chain of the designer.",
            country = true)
        @Nullable String ultimateParentHq,
    @Field("Whether the BIS guidance of 13 May 2025 names the product.")
        @Nullable Boolean namedInGuidance,
    @Field(
            value =
                "Total processing performance as ECCN 3A090 counts it: 2 x MacTOPS x bit length,"
                    + " the highest over all precisions.",
            min = "0")
        @Nullable BigDecimal tpp,
    @Field(value = "TPP divided by the applicable die area in square millimetres.", min = "0")
        @Nullable BigDecimal performanceDensity,
    @Field("Its US export control classification number.") @Nullable String eccn,
    @Field(value = "Country where the dies are made.", country = true)
        @Nullable String foundryCountry,
    @Field(value = "Number of chips.", min = "0") @Nullable Integer quantity,
    @Field(value = "Share of the computing power of the subject.", min = "0", max = "1")
        @Nullable BigDecimal shareOfCompute,
    @Field("What it is used for.") @Nullable AcceleratorRole role,
    @Field("Whether it is designed or marketed for use in data centres.")
        @Nullable Boolean datacentreUse,
    @Field("Whether the subject owns it or rents it.") @Nullable Tenure tenure,
    @Field(value = "Where it stands, or is to stand.", country = true) @Nullable String location,
    @Field(value = "The rented service it is part of, by id.", refersTo = Section.CLOUD_SERVICES)
        @Nullable String cloudService,
    @Field("How far the acquisition has gone.") @Nullable Lifecycle lifecycle,
    @Field("Why it is acquired or used.") @Nullable Purpose purpose,
    @Field("US authorisation held for it.") @Nullable Authorisation authorisation,
    @Field("Sensitivity of the workloads it runs.") @Nullable Sensitivity sensitivity,
    @Field("Whether it is meant for training models at the frontier.")
        @Nullable Boolean frontierTraining,
    @Field(value = "Months needed to replace it.", min = "0") @Nullable Integer substitutionMonths,
    @Field("Whether a second source has been qualified for its workloads.")
        @Nullable Boolean secondSourceQualified,
    @Field(
            value = "The accelerator it is proposed as a replacement for, by id.",
            refersTo = Section.ACCELERATORS)
        @Nullable String replaces,
    @Field("Whether public money pays for it.") @Nullable Boolean publiclyFunded,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Accelerator {
    tpp = Normal.decimal(tpp);
    performanceDensity = Normal.decimal(performanceDensity);
    shareOfCompute = Normal.decimal(shareOfCompute);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
