package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
    @Field(
            value = "What is acquired: a party of this file by id, or its name.",
            party = PartyRole.TARGET)
        @Nullable String target,
    @Field("Sector of the target.") @Nullable String targetSector,
    @Field(
            value = "Who acquires it or bids: a party of this file by id, or its name.",
            party = PartyRole.ACQUIRER)
        @Nullable String acquirer,
    @Field(value = "Headquarters of the acquirer.", country = true) @Nullable String acquirerHq,
    @Field(
            value =
                "Headquarters of the company at the top of the ownership chain of the acquirer.",
            country = true)
        @Nullable String acquirerUltimateHq,
    @Field(value = "Share acquired.", min = "0", max = "1") @Nullable BigDecimal stake,
    @Field("What say over the target the acquirer gets.") @Nullable Influence influence,
    @Field(value = "Value, in millions of euro.", min = "0") @Nullable BigDecimal valueMeur,
    @Field(value = "Turnover of the target in the Union, in millions of euro.", min = "0")
        @Nullable BigDecimal targetTurnoverMeur,
    @Field("State of the transaction.") @Nullable TransactionStatus status,
    @Field("When it was completed.") @Nullable LocalDate completedOn,
    @Field(value = "Where the target is established.", country = true)
        @Nullable String targetCountry,
    @Field(
            "Whether production or know-how that supply or security rests on passes to the"
                + " acquirer, or with an investment abroad to the firm there.")
        @Nullable Boolean keyCapability,
    @Field("Whether it is a bid in a public procurement procedure.") @Nullable Boolean publicTender,
    @Field(
            value =
                "Financial contributions of third countries to the bidder, or to the parties of a"
                    + " merger, in three years, in millions of euro.",
            min = "0")
        @Nullable BigDecimal foreignContributionsMeur,
    @Field("What the parties or the authority do against the risk; an empty list says nothing.")
        @Nullable List<Mitigation> mitigations,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Transaction {
    stake = Normal.decimal(stake);
    valueMeur = Normal.decimal(valueMeur);
    targetTurnoverMeur = Normal.decimal(targetTurnoverMeur);
    mitigations = Normal.list(mitigations);
    foreignContributionsMeur = Normal.decimal(foreignContributionsMeur);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
