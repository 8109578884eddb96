package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application of AI.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code
 * ApplicationBuilder} builds one step by step.
 */
@RecordBuilder
public record Application(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(value = "The model it uses, by id.", refersTo = Section.MODELS)
        @Nullable String usesModel,
    @Field("What it is for, in plain words.") @Nullable String domain,
    @Field("Its class under the AI Act.") @Nullable AiActClass aiActClass,
    @Field("What the model in it is used for.") @Nullable Use use,
    @Field("How far it has come.") @Nullable Stage stage,
    @Field("Since when it has been at this stage.") @Nullable LocalDate stageSince,
    @Field("Whether people talk to it.") @Nullable Boolean chatbot,
    @Field("Whether it tells people that they deal with an AI system.")
        @Nullable Boolean disclosesAi,
    @Field("Whether consumers use it.") @Nullable Boolean consumerFacing,
    @Field("Whether it runs on devices of a public authority.") @Nullable Boolean officialDevice,
    @Field("Whether the need is urgent.") @Nullable Boolean urgent,
    @Field(value = "Months until an option under European control is available.", min = "0")
        @Nullable Integer sovereignOptionMonths,
    @Field("Sensitivity of what it handles.") @Nullable Sensitivity sensitivity,
    @Field(
            "Whether it says clearly, in the language of its users, that its answers can be"
                + " wrong.")
        @Nullable Boolean errorNotice,
    @Field(
            value =
                "Headquarters of the company at the top of the ownership chain of its operator.",
            country = true)
        @Nullable String operatorUltimateHq,
    @Field("What is done against the risk; an empty list says nothing.")
        @Nullable List<Mitigation> mitigations,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Application {
    mitigations = Normal.list(mitigations);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
