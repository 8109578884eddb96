package eu.policyadvisor.rule;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.fact.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who should act. */
public enum Addressee {
  /** The actor that is advised. */
  SUBJECT,
  /** The member state concerned. */
  MEMBER_STATE,
  /** The state in which a firm is acquired, of the Union or not. */
  TARGET_STATE,
  /** The European Commission. */
  COMMISSION,
  /** The supervisory authority under the GDPR. */
  DATA_PROTECTION_AUTHORITY,
  /** The AI Office of the Commission. */
  AI_OFFICE,
  /** The provider of the model. */
  MODEL_PROVIDER;

  /** Whether the subject is who should act on a fact. */
  public boolean means(Subject subject, Fact on) {
    List<SubjectType> types = subject.type() == null ? List.of() : subject.type();
    return switch (this) {
      case SUBJECT -> true;
      case MEMBER_STATE -> types.contains(SubjectType.MEMBER_STATE);
      case TARGET_STATE ->
          (types.contains(SubjectType.MEMBER_STATE)
                  || types.contains(SubjectType.THIRD_COUNTRY_STATE))
              && isAt(on, subject.country());
      case COMMISSION, AI_OFFICE ->
          types.contains(SubjectType.UNION) || types.contains(SubjectType.EU_INSTITUTION);
      case DATA_PROTECTION_AUTHORITY -> types.contains(SubjectType.DATA_PROTECTION_AUTHORITY);
      case MODEL_PROVIDER -> false;
    };
  }

  /** Whether a firm is acquired in a country; where it does not say, a state looks at its own. */
  private static boolean isAt(Fact on, @Nullable String country) {
    return !(on instanceof Transaction deal)
        || deal.targetCountry() == null
        || deal.targetCountry().equals(country);
  }
}
