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
    @Field(value = "What it is.", question = "What is depended on?") @Nullable String item,
    @Field(
            value = "The layer it belongs to.",
            question = "To which layer of the stack does it belong?")
        @Nullable Layer layer,
    @Field(
            value = "Share of each country in the supply.",
            question = "What share of the supply comes from each country?",
            min = "0",
            max = "1")
        @Nullable Map<String, BigDecimal> shares,
    @Field(
            value = "Stock at hand, in days of use.",
            question = "For how many days does the stock last?",
            min = "0")
        @Nullable Integer stockDays,
    @Field(
            value = "Months needed to replace it.",
            question = "How many months would it take to replace it?",
            min = "0")
        @Nullable Integer substitutionMonths,
    @Field(value = "What its loss would do.", question = "What would its loss do?")
        @Nullable Impact impact,
    @Field(
            value = "Whether it is a strategic raw material, Annex I to Regulation (EU) 2024/1252.",
            question =
                "Is it a strategic raw material, listed in Annex I to Regulation (EU) 2024/1252?")
        @Nullable Boolean strategic,
    @Field(
            value = "Whether critical infrastructure depends on it.",
            question = "Does critical infrastructure depend on it?")
        @Nullable Boolean criticalInfrastructure,
    @Field(
            value = "Share of the largest single supplier.",
            question = "What share does the largest single supplier have?",
            min = "0",
            max = "1")
        @Nullable BigDecimal supplierShare,
    @Field(
            value = "Whether a second source has been qualified.",
            question = "Has a second source been qualified?")
        @Nullable Boolean secondSourceQualified,
    @Field(
            value = "Where the wafers are made, for chips.",
            question = "If these are chips, in which country are the wafers made?",
            country = true)
        @Nullable String frontEndCountry,
    @Field(
            value = "Where packaging and test are done, for chips.",
            question = "If these are chips, in which country are they packaged and tested?",
            country = true)
        @Nullable String backEndCountry,
    @Field(
            value = "Share of packaging and test done there.",
            question = "What share of packaging and test is done in that country?",
            min = "0",
            max = "1")
        @Nullable BigDecimal backEndShare,
    @Field(
            value = "Number of suppliers that can deliver it.",
            question = "How many suppliers can deliver it?",
            min = "0")
        @Nullable Integer supplierCount,
    @Field(
            value = "Share of the need that supply under European control can meet.",
            question = "What share of the need can supply under European control meet?",
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
