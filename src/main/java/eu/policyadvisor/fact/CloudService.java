package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rented computing service.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code
 * CloudServiceBuilder} builds one step by step.
 */
@RecordBuilder
public record CloudService(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(
            value = "The provider: a party of this file by id, or its name.",
            party = PartyRole.PROVIDER)
        @Nullable String provider,
    @Field(
            value =
                "Headquarters of the company at the top of the ownership chain of the provider.",
            country = true)
        @Nullable String ultimateParentHq,
    @Field(value = "Where the machines stand.", country = true) @Nullable String region,
    @Field(value = "Share of the workload of the subject.", min = "0", max = "1")
        @Nullable BigDecimal shareOfWorkload,
    @Field("Who holds the encryption keys.") @Nullable KeyHolder keysHeldBy,
    @Field("Whether the subject cannot work without it.") @Nullable Boolean critical,
    @Field("Whether there is an exit plan.") @Nullable Boolean exitPlan,
    @Field("Whether the exit plan has been tested.") @Nullable Boolean exitTested,
    @Field(
            value =
                "Its level in the Cloud Sovereignty Framework of the Commission, SEAL-0 to SEAL-4.",
            min = "0",
            max = "4")
        @Nullable Integer sealLevel,
    @Field("Sensitivity of what runs on it.") @Nullable Sensitivity sensitivity,
    @Field("What is done against the risk; an empty list says nothing.")
        @Nullable List<Mitigation> mitigations,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public CloudService {
    shareOfWorkload = Normal.decimal(shareOfWorkload);
    mitigations = Normal.list(mitigations);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
