package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
    @Field("What was done.") @Nullable PolicyEventType type,
    @Field(value = "Who did it.", country = true) @Nullable String imposingCountry,
    @Field(
            value =
                "Whom or what it is aimed at: countries, parties, sectors, materials or items, or"
                    + " everybody.",
            oneOrMore = true)
        @Nullable List<String> target,
    @Field(
            value = "The countries it is aimed at; read from the target where it names them.",
            country = true)
        @Nullable List<String> targetCountries,
    @Field(
            value = "The parties of this file it is aimed at, by id; read from the target.",
            oneOrMore = true)
        @Nullable List<String> targetParties,
    @Field("Whether it is aimed at the Union, a member state, a party in it, or everybody.")
        @Nullable Boolean againstUnion,
    @Field("Whether it is aimed at the subject: at it, at its country, or at everybody.")
        @Nullable Boolean againstSubject,
    @Field("Whether the subject is exempt: by its terms, a licence, a waiver or a derogation.")
        @Nullable Boolean exempt,
    @Field("Last day of the exemption.") @Nullable LocalDate exemptUntil,
    @Field(
            value = "The instrument, by its id in the reference catalogue.",
            catalogue = "instruments")
        @Nullable String instrument,
    @Field(
            value =
                "The fact of this file it concerns, by id: a chip, cloud, model, framework,"
                    + " application, input, dependency or party.",
            refersToAny = true)
        @Nullable String concerns,
    @Field(
            value =
                "The materials or goods that it covers, in words or as a group of"
                    + " rules/vocabularies/materials.yaml.",
            oneOrMore = true)
        @Nullable List<String> materials,
    @Field("The end use that it is limited to.") @Nullable EndUse endUse,
    @Field("When it was announced.") @Nullable LocalDate announced,
    @Field("Since when it has applied.") @Nullable LocalDate effectiveFrom,
    @Field("Until when it applies.") @Nullable LocalDate effectiveTo,
    @Field("First day of its suspension.") @Nullable LocalDate suspendedFrom,
    @Field("Last day of its suspension.") @Nullable LocalDate suspendedUntil,
    @Field("Whether an extension of the suspension has been confirmed.")
        @Nullable Boolean extensionConfirmed,
    @Field("Its state.") @Nullable PolicyEventStatus status,
    @Field(value = "How often its direction has changed in the last 24 months.", min = "0")
        @Nullable Integer directionChanges,
    @Field("Whether it is tied to a demand on a choice of policy.")
        @Nullable Boolean demandAttached,
    @Field("Whether it treats member states differently.") @Nullable Boolean splitsSingleMarket,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** The target of a measure that is aimed at nobody in particular. */
  public static final String EVERYBODY = "everybody";

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public PolicyEvent {
    target = target == null ? null : List.copyOf(target);
    targetCountries = Normal.list(targetCountries);
    targetParties = Normal.list(targetParties);
    materials = Normal.list(materials);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
