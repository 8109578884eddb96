package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
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
    @Field(
            value = "The model it uses, by id.",
            question = "Which of the models does it use?",
            refersTo = Section.MODELS)
        @Nullable String usesModel,
    @Field(value = "What it is for, in plain words.", question = "What is it for, in a few words?")
        @Nullable String domain,
    @Field(
            value = "Its class under the AI Act.",
            question = "In which class of the AI Act does it fall?")
        @Nullable AiActClass aiActClass,
    @Field(
            value = "What the model in it is used for.",
            question = "What is the model in it used for?")
        @Nullable Use use,
    @Field(value = "How far it has come.", question = "How far has it come?") @Nullable Stage stage,
    @Field(
            value = "Since when it has been at this stage.",
            question = "Since which day has it been at this stage?")
        @Nullable LocalDate stageSince,
    @Field(
            value = "Whether people talk to it.",
            question = "Do people talk to it, as to a chatbot?")
        @Nullable Boolean chatbot,
    @Field(
            value = "Whether it tells people that they deal with an AI system.",
            question = "Does it tell people that they are dealing with an AI system?")
        @Nullable Boolean disclosesAi,
    @Field(value = "Whether consumers use it.", question = "Do consumers use it?")
        @Nullable Boolean consumerFacing,
    @Field(
            value = "Whether it runs on devices of a public authority.",
            question = "Does it run on devices of a public authority?")
        @Nullable Boolean officialDevice,
    @Field(value = "Whether the need is urgent.", question = "Is it needed urgently?")
        @Nullable Boolean urgent,
    @Field(
            value = "Months until an option under European control is available.",
            question = "In how many months will an option under European control be available?",
            min = "0")
        @Nullable Integer sovereignOptionMonths,
    @Field(
            value = "Sensitivity of what it handles.",
            question = "How sensitive is what it handles?")
        @Nullable Sensitivity sensitivity,
    @Field(
            value =
                "Whether it says clearly, in the language of its users, that its answers can be"
                    + " wrong.",
            question =
                "Does it say clearly, in the language of its users, that its answers can be wrong?")
        @Nullable Boolean errorNotice,
    @Field(
            value =
                "Headquarters of the company at the top of the ownership chain of its operator.",
            question = "In which country is the company that ultimately owns its operator?",
            country = true)
        @Nullable String operatorUltimateHq,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Application {
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
