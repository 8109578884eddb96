package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.finding.Conclusion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that a conclusion rests on.
 *
 * @param fact the fact that holds it
 * @param field the field, by the name it has in a fact file
 * @param origin where the value comes from; null when the fact was built in Java
 */
public record Evidence(Fact fact, String field, @Nullable FieldOrigin origin) {

  /** The values at the leaves of the reasons of a conclusion, in the order of the reasons. */
  public static List<Evidence> of(Reasoned<?> conclusion) {
    Set<Evidence> evidence = new LinkedHashSet<>();
    collect(conclusion, evidence);
    return List.copyOf(evidence);
  }

  /** All rules in the reasons of a conclusion, the concluding ones first. */
  public static List<Reasoned<?>> chain(Reasoned<?> conclusion) {
    Map<Conclusion, Reasoned<?>> chain = new LinkedHashMap<>();
    follow(conclusion, chain);
    return new ArrayList<>(chain.values());
  }

  private static void follow(Reasoned<?> conclusion, Map<Conclusion, Reasoned<?>> chain) {
    if (chain.putIfAbsent(conclusion.conclusion(), conclusion) != null) {
      return;
    }
    for (Justification justification : conclusion.because()) {
      for (Premise premise : justification.premises()) {
        if (premise instanceof Premise.Concluded concluded) {
          follow(concluded.conclusion(), chain);
        }
      }
    }
  }

  private static void collect(Reasoned<?> conclusion, Set<Evidence> evidence) {
    for (Reasoned<?> link : chain(conclusion)) {
      for (Justification justification : link.because()) {
        for (Premise premise : justification.premises()) {
          if (premise instanceof Premise.Given given) {
            for (String field : given.fields()) {
              evidence.add(
                  new Evidence(given.fact(), field, given.fact().provenance().fields().get(field)));
            }
          }
        }
      }
    }
  }
}
