package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flow of data to a recipient.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code DataFlowBuilder}
 * builds one step by step.
 */
@RecordBuilder
public record DataFlow(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(value = "Where the data comes from.", country = true) @Nullable String origin,
    @Field(value = "Where it goes.", country = true) @Nullable String toCountry,
    @Field(
            value = "Who receives it: a party of this file by id, or its name.",
            party = PartyRole.RECIPIENT)
        @Nullable String recipient,
    @Field(value = "The model that receives it, by id.", refersTo = Section.MODELS)
        @Nullable String model,
    @Field(value = "A country from which the data can be opened.", country = true)
        @Nullable String remoteAccessFrom,
    @Field("What data it is.") @Nullable List<DataCategory> categories,
    @Field(
            "Whether an organisation in the Union sends the data, as opposed to the person"
                + " concerned.")
        @Nullable Boolean exporterInEu,
    @Field("What the transfer rests on.") @Nullable TransferMechanism mechanism,
    @Field("State of the transfer impact assessment.") @Nullable TransferAssessment tia,
    @Field("Whether it is repeated or goes on, as opposed to a single occasion.")
        @Nullable Boolean repeated,
    @Field("What is done against the risk; an empty list says nothing.")
        @Nullable List<Mitigation> mitigations,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public DataFlow {
    categories = Normal.list(categories);
    mitigations = Normal.list(mitigations);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
