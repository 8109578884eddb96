package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A firm, body or person that the subject deals with, that owns one, or that is bought: a supplier,
 * customer, recipient, acquirer, target, provider, developer or parent.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code PartyBuilder}
 * builds one step by step.
 */
@RecordBuilder
public record Party(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(value = "The party, by its id in the reference catalogue.", catalogue = "vendors")
        @Nullable String vendor,
    @Field(value = "Its headquarters.", country = true) @Nullable String hq,
    @Field(value = "Headquarters of the company at the top of its ownership chain.", country = true)
        @Nullable String ultimateParentHq,
    @Field(
            value = "Its majority owner, another party of this file, by id.",
            refersTo = Section.PARTIES)
        @Nullable String ownedBy,
    @Field("What it is to the subject; an empty list says nothing of these.")
        @Nullable List<PartyRole> role,
    @Field("The layer it supplies.") @Nullable Layer layer,
    @Field("What it supplies.") @Nullable String item,
    @Field("Whether goods subject to the US Export Administration Regulations are dealt with.")
        @Nullable Boolean subjectToEar,
    @Field(value = "Its share of that supply.", min = "0", max = "1") @Nullable BigDecimal share,
    @Field("Lists it is on; an empty list says that it is on none.")
        @Nullable List<PartyList> lists,
    @Field("Since when it has been on the US Entity List.") @Nullable LocalDate entityListedSince,
    @Field("Until when a derogation or an exemption allows dealings with it.")
        @Nullable LocalDate exemptUntil,
    @Field("Whether it is assessed as a high-risk vendor.") @Nullable Boolean highRiskVendor,
    @Field("Whether it can technically reach data or push updates.") @Nullable Boolean accessToData,
    @Field(
            "Whether it supplies core, management or sensitive parts of critical"
                + " infrastructure.")
        @Nullable Boolean criticalInfrastructure,
    @Field("What is done against the risk; an empty list says nothing.")
        @Nullable List<Mitigation> mitigations,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Party {
    share = Normal.decimal(share);
    role = Normal.list(role);
    lists = Normal.list(lists);
    mitigations = Normal.list(mitigations);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
