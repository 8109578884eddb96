package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The actor the advice is for.
 *
 * <p>Each component is documented by its {@link Field}; null is not known. {@code SubjectBuilder}
 * builds one step by step.
 */
@RecordBuilder
public record Subject(
    @Field("Identifies the fact; unique within the fact set.") String id,
    @Field("A name for people.") @Nullable String name,
    @Field(value = "What kind of actor it is; it may be of several kinds.", oneOrMore = true)
        @Nullable List<SubjectType> type,
    @Field(value = "Where it is established.", country = true) @Nullable String country,
    @Field("Its sector, in plain words, such as health or automotive.") @Nullable String sector,
    @Field(value = "Headquarters of the company at the top of its ownership chain.", country = true)
        @Nullable String ultimateParentHq,
    @Field("Its standing under the NIS2 Directive.") @Nullable Nis2Class nis2Class,
    @Field("Its links to the United States; an empty list says that there are none.")
        @Nullable List<UsNexus> usNexus,
    @Field("Whether it has operations in China.") @Nullable Boolean cnOperations,
    @Field("Whether it is a small or medium-sized enterprise or a start-up.") @Nullable Boolean sme,
    @Field("Whether it lacks computing power for its plans.") @Nullable Boolean computeShort,
    @Field("Whether it lacks data that can be shared and used for AI.") @Nullable Boolean dataShort,
    @Field(value = "How far ahead the advice must hold, in months.", min = "0")
        @Nullable Integer horizonMonths,
    @Field("Where the statement comes from: a document, a person, a link.") @Nullable String source,
    @Field(value = "How sure the source is.", min = "0", max = "1") @Nullable BigDecimal confidence,
    @Field("The day on which the statement held.") @Nullable LocalDate asOf,
    Provenance provenance)
    implements Fact {

  /** Normalises decimals and copies lists, so that equal statements are equal records. */
  public Subject {
    type = Normal.list(type);
    usNexus = Normal.list(usNexus);
    confidence = Normal.decimal(confidence);
    provenance = Normal.provenance(provenance);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
