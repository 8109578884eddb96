package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A critical raw material or component.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code
 * CriticalInputBuilder} builds one step by step.
 */
@RecordBuilder
public record CriticalInput(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(
            value = "What it is, such as gallium or rare-earth magnets.",
            question = "Which material or component is it?")
        @Nullable String material,
    @Field(
            value = "Stage of the supply chain.",
            question = "At which stage of the supply chain is it bought?")
        @Nullable SupplyStage stage,
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
            value = "Yearly need, in tonnes.",
            question = "How many tonnes of it are needed in a year?",
            min = "0")
        @Nullable BigDecimal annualNeedT,
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
            value = "Whether it is a rare earth, or a magnet made of rare earths.",
            question = "Is it a rare earth, or a magnet made of rare earths?")
        @Nullable Boolean rareEarth,
    @Field(
            value = "Whether critical infrastructure depends on it.",
            question = "Does critical infrastructure depend on it?")
        @Nullable Boolean criticalInfrastructure,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public CriticalInput {
    shares = Normal.shares(shares);
    annualNeedT = Normal.decimal(annualNeedT);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
