package eu.policyadvisor.fact;

import java.util.Locale;

/** How a field or constant is written in a fact file. */
public final class Names {
  private Names() {}

  /** The name in a fact file of a record component: {@code shareOfCompute} is share_of_compute. */
  public static String inFile(String component) {
    return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** The value in a fact file of a constant: {@code PHASE_OUT} is phase_out. */
  public static String inFile(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
