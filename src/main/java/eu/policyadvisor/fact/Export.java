package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the subject exports, re-exports, rents out or services.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code ExportBuilder}
 * builds one step by step.
 */
@RecordBuilder
public record Export(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field("What it is.") @Nullable String item,
    @Field(
            value = "The accelerator concerned, by its id in the reference catalogue.",
            catalogue = "accelerators")
        @Nullable String product,
    @Field("Its US export control classification number.") @Nullable String eccn,
    @Field(
            value =
                "Total processing performance as ECCN 3A090 counts it, of the chip or of each chip"
                    + " in it.",
            min = "0")
        @Nullable BigDecimal tpp,
    @Field(value = "TPP divided by the applicable die area in square millimetres.", min = "0")
        @Nullable BigDecimal performanceDensity,
    @Field("Whether it is designed or marketed for use in data centres.")
        @Nullable Boolean datacentreUse,
    @Field(value = "Number of items.", min = "0") @Nullable Integer quantity,
    @Field("What it is known to be used for.") @Nullable EndUse endUse,
    @Field(
            "Whether it is listed in Annex I to Regulation (EU) 2021/821 or caught by its"
                + " Article 4.")
        @Nullable Boolean euControlled,
    @Field(value = "Where it goes.", country = true) @Nullable String destination,
    @Field(
            value = "The customer: a party of this file by id, or its name.",
            party = PartyRole.CUSTOMER)
        @Nullable String customer,
    @Field(
            value =
                "Headquarters of the company at the top of the ownership chain of the customer.",
            country = true)
        @Nullable String customerUltimateHq,
    @Field("How it reaches the customer.") @Nullable ExportKind kind,
    @Field("Whether the customer trains models with it.") @Nullable Boolean forTraining,
    @Field("Whether the end use has been verified.") @Nullable Boolean endUseVerified,
    @Field("Signs that the declared customer is not the end user.")
        @Nullable List<RedFlag> redFlags,
    @Field("Whether the licence or authorisation that it needs is held.")
        @Nullable Boolean licensed,
    @Field(
            "Whether it is on a national control list of a member state, Article 9 of"
                + " Regulation (EU) 2021/821.")
        @Nullable Boolean nationallyControlled,
    @Field("Whether it is subject to the US Export Administration Regulations.")
        @Nullable Boolean subjectToEar,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Export {
    tpp = Normal.decimal(tpp);
    performanceDensity = Normal.decimal(performanceDensity);
    redFlags = Normal.list(redFlags);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
