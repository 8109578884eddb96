package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A programme that spends public money on AI.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code FundingBuilder}
 * builds one step by step.
 */
@RecordBuilder
public record Funding(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field("The layer it funds.") @Nullable Layer layer,
    @Field(value = "Budget, in millions of euro.", min = "0") @Nullable BigDecimal budgetMeur,
    @Field("Whether the money is spread evenly over the layers.") @Nullable Boolean spreadEvenly,
    @Field("Whether it has a measurable goal.") @Nullable Boolean goalSet,
    @Field("Whether it pays for putting AI to use.") @Nullable Boolean adoptionStrand,
    @Field("Whether it pays for education.") @Nullable Boolean educationStrand,
    @Field("Whether its tender ends with the chips of one vendor.")
        @Nullable Boolean singleChipVendor,
    @Field("Whether power from the grid is assured for the machines it pays for.")
        @Nullable Boolean gridAssured,
    @Field(
            "Whether its projects can be financed with loans or equity beside the public"
                + " money.")
        @Nullable Boolean bankable,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Funding {
    budgetMeur = Normal.decimal(budgetMeur);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
