package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure or threat of a state.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code
 * PolicyEventBuilder} builds one step by step.
 */
@RecordBuilder
public record PolicyEvent(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(value = "What was done.", question = "What was done?") @Nullable PolicyEventType type,
    @Field(value = "Who did it.", question = "Which country did it?", country = true)
        @Nullable String imposingCountry,
    @Field(value = "Who or what it aims at.", question = "At whom or what does it aim?")
        @Nullable String target,
    @Field(
            value = "The instrument, by its id in the reference catalogue.",
            question = "Which instrument of the reference catalogue is it?",
            catalogue = "instruments")
        @Nullable String instrument,
    @Field(
            value = "The dependency, critical input or accelerator it concerns, by id.",
            question =
                "Which dependency, critical input or accelerator of this file does it concern?",
            refersToAny = true)
        @Nullable String concerns,
    @Field(value = "When it was announced.", question = "On which day was it announced?")
        @Nullable LocalDate announced,
    @Field(value = "Since when it has applied.", question = "Since which day has it applied?")
        @Nullable LocalDate effectiveFrom,
    @Field(value = "Until when it applies.", question = "Until which day does it apply?")
        @Nullable LocalDate effectiveTo,
    @Field(
            value = "Last day of its suspension.",
            question = "What is the last day of its suspension?")
        @Nullable LocalDate suspendedUntil,
    @Field(
            value = "Whether an extension of the suspension has been confirmed.",
            question = "Has it been confirmed that the suspension is extended?")
        @Nullable Boolean extensionConfirmed,
    @Field(value = "Its state.", question = "What is its state?")
        @Nullable PolicyEventStatus status,
    @Field(
            value = "How often its direction has changed in the last 24 months.",
            question = "How often has it changed direction in the last 24 months?",
            min = "0")
        @Nullable Integer directionChanges,
    @Field(
            value = "Whether it is tied to a demand on a choice of policy.",
            question = "Is it tied to a demand on a choice of policy?")
        @Nullable Boolean demandAttached,
    @Field(
            value = "Whether it treats member states differently.",
            question = "Does it treat member states differently?")
        @Nullable Boolean splitsSingleMarket,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public PolicyEvent {
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
