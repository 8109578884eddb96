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
    @Field(value = "The model, by its id in the reference catalogue.", catalogue = "models")
        @Nullable String product,
    @Field(
            value = "Who developed it: a party of this file by id, or its name.",
            party = PartyRole.DEVELOPER)
        @Nullable String developer,
    @Field(value = "Headquarters of the developer.", country = true) @Nullable String developerHq,
    @Field("Whether the developer is on the US Entity List.")
        @Nullable Boolean developerEntityListed,
    @Field("How its parameters are available.") @Nullable Weights weights,
    @Field("Its licence.") @Nullable String licence,
    @Field("Whether the licence denies its rights to licensees in the Union.")
        @Nullable Boolean licenceExcludesEu,
    @Field("How it is reached.") @Nullable Deployment deployment,
    @Field(value = "Where it runs.", country = true) @Nullable String hostingCountry,
    @Field(value = "The rented service it runs on, by id.", refersTo = Section.CLOUD_SERVICES)
        @Nullable String cloudService,
    @Field(
            "Whether every path from the machines to the developer is blocked, outbound tools"
                + " and telemetry included.")
        @Nullable Boolean egressBlocked,
    @Field("Whether the integrity of the weights was checked: source, hash, safe format.")
        @Nullable Boolean integrityChecked,
    @Field("How far its use has come.") @Nullable Stage stage,
    @Field("Whether the subject uses it itself, as opposed to others of whom it speaks.")
        @Nullable Boolean ownUse,
    @Field("What it is used for.") @Nullable List<Use> uses,
    @Field("Whether it acts through tools on its own.") @Nullable Boolean agentic,
    @Field("Whether published evaluations found it easy to hijack or jailbreak.")
        @Nullable Boolean hijackProne,
    @Field(
            "Whether it was compared with others on capability, licence, security, bias and"
                + " support.")
        @Nullable Boolean evaluated,
    @Field(value = "Share of all model calls of the subject.", min = "0", max = "1")
        @Nullable BigDecimal shareOfCalls,
    @Field(
            value = "Computing power used for its training, in floating-point operations.",
            min = "0")
        @Nullable BigDecimal trainingFlop,
    @Field(
            value = "Computing power of the own modification as a share of the original training.",
            min = "0")
        @Nullable BigDecimal finetuneShare,
    @Field("Whether it is a general-purpose AI model, AI Act Article 3(63).")
        @Nullable Boolean generalPurpose,
    @Field("Whether it is placed on the market of the Union.") @Nullable Boolean placedOnEuMarket,
    @Field("Since when it has been placed on the market of the Union.")
        @Nullable LocalDate placedOnEuMarketSince,
    @Field(
            "Whether the Commission has designated it as a model with systemic risk, AI Act"
                + " Article 51(1)(b).")
        @Nullable Boolean systemicRiskDesignated,
    @Field(
            "Whether its provider has named an authorised representative in the Union, AI Act"
                + " Article 54.")
        @Nullable Boolean euAuthorisedRepresentative,
    @Field(
            "Whether its provider has signed every chapter of the Code of Practice for"
                + " general-purpose AI that concerns it, AI Act Article 56.")
        @Nullable Boolean codeOfPracticeSigned,
    @Field(
            "Whether its controller has an establishment in the Union, GDPR Article 3(1), wherever"
                + " its seat is.")
        @Nullable Boolean euEstablishment,
    @Field("Whether its controller has named a representative in the Union, GDPR Article 27.")
        @Nullable Boolean euRepresentative,
    @Field("Whether app stores in the Union offer its app.") @Nullable Boolean appInEuStores,
    @Field(
            "Whether its provider has disregarded a request or an order of a supervisory"
                + " authority.")
        @Nullable Boolean authorityIgnored,
    @Field(value = "The accelerators it runs on, by id.", refersTo = Section.ACCELERATORS)
        @Nullable String accelerator,
    @Field(
            "Whether there is evidence that personal data was processed unlawfully for its"
                + " training.")
        @Nullable Boolean unlawfulTraining,
    @Field("What is done against the risk; an empty list says nothing.")
        @Nullable List<Mitigation> mitigations,
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
    mitigations = Normal.list(mitigations);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
