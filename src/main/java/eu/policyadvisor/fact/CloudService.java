package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
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
    @Field(value = "The provider.", question = "Who provides it?") @Nullable String provider,
    @Field(
            value =
                "Headquarters of the company at the top of the ownership chain of the provider.",
            question = "In which country is the company that ultimately owns its provider?",
            country = true)
        @Nullable String ultimateParentHq,
    @Field(
            value = "Where the machines stand.",
            question = "In which country do its machines stand?",
            country = true)
        @Nullable String region,
    @Field(
            value = "Share of the workload of the subject.",
            question = "What share of all workloads of the organisation runs on it?",
            min = "0",
            max = "1")
        @Nullable BigDecimal shareOfWorkload,
    @Field(value = "Who holds the encryption keys.", question = "Who holds the encryption keys?")
        @Nullable KeyHolder keysHeldBy,
    @Field(
            value = "Whether the subject cannot work without it.",
            question = "Is it so critical that the organisation cannot work without it?")
        @Nullable Boolean critical,
    @Field(value = "Whether there is an exit plan.", question = "Is there a plan for leaving it?")
        @Nullable Boolean exitPlan,
    @Field(
            value = "Whether the exit plan has been tested.",
            question = "Has the plan for leaving it been tested?")
        @Nullable Boolean exitTested,
    @Field(
            value = "Sensitivity of what runs on it.",
            question = "How sensitive is what runs on it?")
        @Nullable Sensitivity sensitivity,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public CloudService {
    shareOfWorkload = Normal.decimal(shareOfWorkload);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
