package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state of skills in a field.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code TalentBuilder}
 * builds one step by step.
 */
@RecordBuilder
public record Talent(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field("The field of work.") @Nullable String field,
    @Field(value = "Share of posts that are vacant.", min = "0", max = "1")
        @Nullable BigDecimal vacancyRate,
    @Field("Whether more people leave the Union than come.") @Nullable Boolean netOutflow,
    @Field("Whether AI is taught in schools.") @Nullable Boolean aiTaughtInSchools,
    @Field(
            value = "Share of contributors from the Union in the open-source projects depended on.",
            min = "0",
            max = "1")
        @Nullable BigDecimal euContributorShare,
    @Field("Whether joint work involves a partner with links to a third-country military.")
        @Nullable Boolean militaryLinkedPartner,
    @Field("Whether the joint work is open, fundamental research.")
        @Nullable Boolean openFundamentalResearch,
    @Field(
            "Whether people in it are paid or appointed by a body of a third country without having"
                + " declared it.")
        @Nullable Boolean undeclaredForeignPay,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Talent {
    vacancyRate = Normal.decimal(vacancyRate);
    euContributorShare = Normal.decimal(euContributorShare);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
