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
    @Field("What is acquired.") @Nullable String target,
    @Field("Sector of the target.") @Nullable String targetSector,
    @Field("Who acquires it.") @Nullable String acquirer,
    @Field(value = "Headquarters of the acquirer.", country = true) @Nullable String acquirerHq,
    @Field(
            value =
                "Headquarters of the company at the top of the ownership chain of the acquirer.",
            country = true)
        @Nullable String acquirerUltimateHq,
    @Field(value = "Share acquired.", min = "0", max = "1") @Nullable BigDecimal stake,
    @Field(value = "Value, in millions of euro.", min = "0") @Nullable BigDecimal valueMeur,
    @Field("State of the transaction.") @Nullable TransactionStatus status,
    @Field("When it was completed.") @Nullable LocalDate completedOn,
    @Field(value = "Where the target is established.", country = true)
        @Nullable String targetCountry,
    @Field(
            "Whether production or know-how that supply or security rests on passes to the"
                + " acquirer.")
        @Nullable Boolean keyCapability,
    @Field("Whether it is a bid in a public procurement procedure.") @Nullable Boolean publicTender,
    @Field(
            value =
                "Financial contributions of one third country to the bidder in three years, in"
                    + " millions of euro.",
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
