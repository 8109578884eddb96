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
    @Field(
            value = "The product, by its id in the reference catalogue.",
            question = "Which product of the reference catalogue is it?",
            catalogue = "accelerators")
        @Nullable String product,
    @Field(
            value = "The designer, by its id in the reference catalogue.",
            question = "Which vendor of the reference catalogue designed it?",
            catalogue = "vendors")
        @Nullable String vendor,
    @Field(
            value = "Headquarters of the designer.",
            question = "In which country does its designer have its headquarters?",
            country = true)
        @Nullable String designerHq,
    @Field(
            value =
                "Headquarters of the company at the top of the ownership chain of the designer.",
            question = "In which country is the company that ultimately owns its designer?",
            country = true)
        @Nullable String ultimateParentHq,
    @Field(
            value = "Whether the BIS guidance of 13 May 2025 names the product.",
            question = "Does the BIS guidance of 13 May 2025 name it?")
        @Nullable Boolean namedInGuidance,
    @Field(
            value =
                "Total processing performance as ECCN 3A090 counts it: 2 x MacTOPS x bit length,"
                    + " the highest over all precisions.",
            question =
                "What is its total processing performance (TPP), counted as ECCN 3A090 does?",
            min = "0")
        @Nullable BigDecimal tpp,
    @Field(
            value = "TPP divided by the applicable die area in square millimetres.",
            question = "What is its performance density, TPP per square millimetre of die area?",
            min = "0")
        @Nullable BigDecimal performanceDensity,
    @Field(
            value = "Country where the dies are made.",
            question = "In which country are its dies made?",
            country = true)
        @Nullable String foundryCountry,
    @Field(value = "Number of chips.", question = "How many chips of it are there?", min = "0")
        @Nullable Integer quantity,
    @Field(
            value = "Share of the computing power of the subject.",
            question = "What share of all computing power of the organisation does it provide?",
            min = "0",
            max = "1")
        @Nullable BigDecimal shareOfCompute,
    @Field(value = "What it is used for.", question = "Which task does it do?")
        @Nullable AcceleratorRole role,
    @Field(
            value = "How far the acquisition has gone.",
            question = "How far has its acquisition gone?")
        @Nullable Lifecycle lifecycle,
    @Field(value = "Why it is acquired or used.", question = "What is it acquired or used for?")
        @Nullable Purpose purpose,
    @Field(
            value = "US authorisation held for it.",
            question = "Does a US authorisation (BIS licence) cover it?")
        @Nullable Authorisation authorisation,
    @Field(
            value = "Sensitivity of the workloads it runs.",
            question = "How sensitive are the workloads that it runs?")
        @Nullable Sensitivity sensitivity,
    @Field(
            value = "Whether it is meant for training models at the frontier.",
            question = "Is it meant for training models at the frontier of what is possible?")
        @Nullable Boolean frontierTraining,
    @Field(
            value = "Months needed to replace it.",
            question = "How many months would it take to replace it?",
            min = "0")
        @Nullable Integer substitutionMonths,
    @Field(
            value = "Whether a second source has been qualified for its workloads.",
            question = "Has a second source been qualified for its workloads?")
        @Nullable Boolean secondSourceQualified,
    @Field(
            value = "The accelerator it is proposed as a replacement for, by id.",
            question = "Which other accelerator is it to replace?",
            refersTo = Section.ACCELERATORS)
        @Nullable String replaces,
    @Field(value = "Whether public money pays for it.", question = "Does public money pay for it?")
        @Nullable Boolean publiclyFunded,
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
