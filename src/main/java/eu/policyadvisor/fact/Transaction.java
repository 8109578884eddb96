package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An acquisition, an investment or a bid for a public contract.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code
 * TransactionBuilder} builds one step by step.
 */
@RecordBuilder
public record Transaction(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(value = "What is acquired.", question = "What is acquired?") @Nullable String target,
    @Field(value = "Sector of the target.", question = "In which sector is the target?")
        @Nullable String targetSector,
    @Field(value = "Who acquires it.", question = "Who acquires it?") @Nullable String acquirer,
    @Field(
            value = "Headquarters of the acquirer.",
            question = "In which country does the acquirer have its headquarters?",
            country = true)
        @Nullable String acquirerHq,
    @Field(
            value =
                "Headquarters of the company at the top of the ownership chain of the acquirer.",
            question = "In which country is the company that ultimately owns the acquirer?",
            country = true)
        @Nullable String acquirerUltimateHq,
    @Field(
            value = "Share acquired.",
            question = "What share of the target is acquired?",
            min = "0",
            max = "1")
        @Nullable BigDecimal stake,
    @Field(
            value = "Value, in millions of euro.",
            question = "What is it worth, in millions of euro?",
            min = "0")
        @Nullable BigDecimal valueMeur,
    @Field(value = "State of the transaction.", question = "What is its state?")
        @Nullable TransactionStatus status,
    @Field(value = "When it was completed.", question = "On which day was it completed?")
        @Nullable LocalDate completedOn,
    @Field(
            value = "Where the target is established.",
            question = "In which country is the target established?",
            country = true)
        @Nullable String targetCountry,
    @Field(
            value =
                "Whether production or know-how that supply or security rests on passes to the"
                    + " acquirer.",
            question =
                "Does production or know-how that supply or security rests on pass to the"
                    + " acquirer?")
        @Nullable Boolean keyCapability,
    @Field(
            value = "Whether it is a bid in a public procurement procedure.",
            question = "Is it a bid in a public procurement procedure?")
        @Nullable Boolean publicTender,
    @Field(
            value =
                "Financial contributions of one third country to the bidder in three years, in"
                    + " millions of euro.",
            question =
                "How much has one third country contributed to the bidder in three years, in"
                    + " millions of euro?",
            min = "0")
        @Nullable BigDecimal foreignContributionsMeur,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Transaction {
    stake = Normal.decimal(stake);
    valueMeur = Normal.decimal(valueMeur);
    foreignContributionsMeur = Normal.decimal(foreignContributionsMeur);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
