package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A software framework or runtime in the stack.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code FrameworkBuilder}
 * builds one step by step.
 */
@RecordBuilder
public record Framework(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(value = "The framework, by its id in the reference catalogue.", catalogue = "frameworks")
        @Nullable String product,
    @Field(value = "Headquarters of its steward.", country = true) @Nullable String stewardHq,
    @Field("Who decides about it.") @Nullable Governance governance,
    @Field("What it is.") @Nullable FrameworkKind kind,
    @Field("The family of accelerators it runs on, when it runs on one only.")
        @Nullable String impliesHardware,
    @Field("How far its use has come.") @Nullable Stage stage,
    @Field(
            value = "Share of the code of the subject that runs on this framework only.",
            min = "0",
            max = "1")
        @Nullable BigDecimal shareOfCode,
    @Field("When its workloads were last benchmarked on a second vendor.")
        @Nullable LocalDate secondVendorBenchmarkDate,
    @Field(value = "By what share the second vendor was dearer in that benchmark.", min = "0")
        @Nullable BigDecimal secondVendorCostGap,
    @Field("Whether versions are pinned and signatures checked.") @Nullable Boolean pinned,
    @Field("Whether a software bill of materials exists.") @Nullable Boolean sbom,
    @Field(value = "Number of maintainers in the Union.", min = "0")
        @Nullable Integer euMaintainers,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Framework {
    shareOfCode = Normal.decimal(shareOfCode);
    secondVendorCostGap = Normal.decimal(secondVendorCostGap);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
