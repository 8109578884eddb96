package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Fact;

/**
 * An accelerator is presumed to be one that the BIS guidance of 13 May 2025 speaks of: designed by,
 * or under, a company headquartered in Macau or a country of group D:5, China among them, and
 * meeting the parameters of ECCN 3A090.
 *
 * @param on the accelerator, or the runtime that implies it
 * @param ground why it is presumed to be one
 */
@Phrasing("is, or is presumed to be, an advanced chip that the BIS guidance speaks of")
public record PrcAdvancedChip(Fact on, Ground ground) implements Concept {

  /** Why a chip is presumed to be an advanced one. */
  public enum Ground {
    /** The guidance names it. */
    NAMED,
    /** It is a Huawei Ascend chip, and nothing says that it is not one of those named. */
    UNSPECIFIED_ASCEND,
    /** Its performance meets the parameters. */
    PARAMETERS
  }

  @Override
  public String text() {
    return switch (ground) {
      case NAMED -> "an advanced chip that the BIS guidance names";
      case UNSPECIFIED_ASCEND -> "a Huawei Ascend chip, presumed to be one of those named";
      case PARAMETERS -> "an advanced chip by the parameters of ECCN 3A090";
    };
  }
}
