package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AI model in use or considered.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code ModelBuilder}
 * builds one step by step.
 */
@RecordBuilder
public record Model(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(
            value = "The model, by its id in the reference catalogue.",
            question = "Which model of the reference catalogue is it?",
            catalogue = "models")
        @Nullable String product,
    @Field(value = "Who developed it.", question = "Who developed it?") @Nullable String developer,
    @Field(
            value = "Headquarters of the developer.",
            question = "In which country does its developer have its headquarters?",
            country = true)
        @Nullable String developerHq,
    @Field(
            value = "Whether the developer is on the US Entity List.",
            question = "Is its developer on the US Entity List?")
        @Nullable Boolean developerEntityListed,
    @Field(
            value = "How its parameters are available.",
            question = "Can its weights (parameters) be downloaded?")
        @Nullable Weights weights,
    @Field(value = "Its licence.", question = "Under which licence is it available?")
        @Nullable String licence,
    @Field(
            value = "Whether the licence denies its rights to licensees in the Union.",
            question = "Does its licence deny rights to licensees in the Union?")
        @Nullable Boolean licenceExcludesEu,
    @Field(value = "How it is reached.", question = "How is it reached?")
        @Nullable Deployment deployment,
    @Field(value = "Where it runs.", question = "In which country does it run?", country = true)
        @Nullable String hostingCountry,
    @Field(
            value = "The rented service it runs on, by id.",
            question = "On which of the rented cloud services does it run?",
            refersTo = Section.CLOUD_SERVICES)
        @Nullable String cloudService,
    @Field(
            value =
                "Whether every path from the machines to the developer is blocked, outbound tools"
                    + " and telemetry included.",
            question =
                "Is every path from its machines to the developer blocked, outbound tools and"
                    + " telemetry included?")
        @Nullable Boolean egressBlocked,
    @Field(
            value = "Whether the integrity of the weights was checked: source, hash, safe format.",
            question = "Was the integrity of its weights checked: source, hash and a safe format?")
        @Nullable Boolean integrityChecked,
    @Field(value = "How far its use has come.", question = "How far has its use come?")
        @Nullable Stage stage,
    @Field(
            value = "Whether the subject uses it itself, as opposed to others of whom it speaks.",
            question = "Does the subject use it itself, or is this about what others use?")
        @Nullable Boolean ownUse,
    @Field(value = "What it is used for.", question = "What is it used for?")
        @Nullable List<Use> uses,
    @Field(
            value = "Whether it acts through tools on its own.",
            question = "Does it act through tools on its own?")
        @Nullable Boolean agentic,
    @Field(
            value = "Whether published evaluations found it easy to hijack or jailbreak.",
            question = "Have published evaluations found it easy to hijack or jailbreak?")
        @Nullable Boolean hijackProne,
    @Field(
            value =
                "Whether it was compared with others on capability, licence, security, bias and"
                    + " support.",
            question =
                "Was it compared with other models on capability, licence, security, bias and"
                    + " support?")
        @Nullable Boolean evaluated,
    @Field(
            value = "Share of all model calls of the subject.",
            question = "What share of all model calls of the organisation goes to it?",
            min = "0",
            max = "1")
        @Nullable BigDecimal shareOfCalls,
    @Field(
            value = "Computing power used for its training, in floating-point operations.",
            question =
                "How much computing power did its training take, in floating-point operations?",
            min = "0")
        @Nullable BigDecimal trainingFlop,
    @Field(
            value = "Computing power of the own modification as a share of the original training.",
            question =
                "How much computing power did your own modification take, as a share of its"
                    + " original training?",
            min = "0")
        @Nullable BigDecimal finetuneShare,
    @Field(
            value = "Whether it is a general-purpose AI model, AI Act Article 3(63).",
            question = "Is it a general-purpose AI model (Article 3(63) of the AI Act)?")
        @Nullable Boolean generalPurpose,
    @Field(
            value = "Whether it is placed on the market of the Union.",
            question = "Is it placed on the market of the Union?")
        @Nullable Boolean placedOnEuMarket,
    @Field(
            value = "Since when it has been placed on the market of the Union.",
            question = "Since which day has it been placed on the market of the Union?")
        @Nullable LocalDate placedOnEuMarketSince,
    @Field(
            value =
                "Whether the Commission has designated it as a model with systemic risk, AI Act"
                    + " Article 51(1)(b).",
            question =
                "Has the Commission designated it as a model with systemic risk (Article 51(1)(b)"
                    + " of the AI Act)?")
        @Nullable Boolean systemicRiskDesignated,
    @Field(
            value =
                "Whether its provider has named an authorised representative in the Union, AI Act"
                    + " Article 54.",
            question =
                "Has its provider named an authorised representative in the Union (Article 54 of"
                    + " the AI Act)?")
        @Nullable Boolean euAuthorisedRepresentative,
    @Field(
            value =
                "Whether its controller has named a representative in the Union, GDPR Article 27.",
            question =
                "Has its controller named a representative in the Union (Article 27 of the GDPR)?")
        @Nullable Boolean euRepresentative,
    @Field(
            value = "Whether app stores in the Union offer its app.",
            question = "Do app stores in the Union offer its app?")
        @Nullable Boolean appInEuStores,
    @Field(
            value =
                "Whether its provider has disregarded a request or an order of a supervisory"
                    + " authority.",
            question =
                "Has its provider disregarded a request or an order of a supervisory authority?")
        @Nullable Boolean authorityIgnored,
    @Field(
            value = "The accelerators it runs on, by id.",
            question = "On which of the accelerators does it run?",
            refersTo = Section.ACCELERATORS)
        @Nullable String accelerator,
    @Field(
            value =
                "Whether there is evidence that personal data was processed unlawfully for its"
                    + " training.",
            question =
                "Is there evidence that personal data was processed unlawfully for its training?")
        @Nullable Boolean unlawfulTraining,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Model {
    uses = Normal.list(uses);
    shareOfCalls = Normal.decimal(shareOfCalls);
    trainingFlop = Normal.decimal(trainingFlop);
    finetuneShare = Normal.decimal(finetuneShare);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
