package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supplier, customer or owner.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code SupplierBuilder}
 * builds one step by step.
 */
@RecordBuilder
public record Supplier(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(
            value = "The supplier, by its id in the reference catalogue.",
            question = "Which vendor of the reference catalogue is it?",
            catalogue = "vendors")
        @Nullable String vendor,
    @Field(
            value = "Its headquarters.",
            question = "In which country does it have its headquarters?",
            country = true)
        @Nullable String hq,
    @Field(
            value = "Headquarters of the company at the top of its ownership chain.",
            question = "In which country is the company that ultimately owns it?",
            country = true)
        @Nullable String ultimateParentHq,
    @Field(
            value = "Its majority owner, another supplier of this file, by id.",
            question = "Which other supplier of this file is its majority owner?",
            refersTo = Section.SUPPLIERS)
        @Nullable String ownedBy,
    @Field(value = "The layer it supplies.", question = "Which layer of the stack does it supply?")
        @Nullable Layer layer,
    @Field(value = "What it supplies.", question = "What does it supply?") @Nullable String item,
    @Field(
            value =
                "Whether goods subject to the US Export Administration Regulations are dealt with.",
            question =
                "Are goods that are subject to the US Export Administration Regulations (EAR) dealt"
                    + " with?")
        @Nullable Boolean subjectToEar,
    @Field(
            value = "Its share of that supply.",
            question = "What share of that supply does it have?",
            min = "0",
            max = "1")
        @Nullable BigDecimal share,
    @Field(
            value = "Lists it is on; an empty list says that it is on none.",
            question = "On which of these lists is it?")
        @Nullable List<PartyList> lists,
    @Field(
            value = "Since when it has been on the US Entity List.",
            question = "Since which day has it been on the US Entity List?")
        @Nullable LocalDate entityListedSince,
    @Field(
            value = "Whether it is assessed as a high-risk vendor.",
            question = "Is it assessed as a high-risk vendor?")
        @Nullable Boolean highRiskVendor,
    @Field(
            value = "Whether it can technically reach data or push updates.",
            question = "Can it technically reach data or push updates?")
        @Nullable Boolean accessToData,
    @Field(
            value =
                "Whether it supplies core, management or sensitive parts of critical"
                    + " infrastructure.",
            question =
                "Does it supply core, management or sensitive parts of critical infrastructure?")
        @Nullable Boolean criticalInfrastructure,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Supplier {
    share = Normal.decimal(share);
    lists = Normal.list(lists);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
