package eu.policyadvisor;

import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a proof rests on, as facts that can be assessed again. */
public final class Leaves {
  private Leaves() {}

  /**
   * The facts at the leaves of a proof: only the values that the rules read, only the lists that
   * they need to be stated, and what is confirmed of instruments. The rules conclude the same of
   * them.
   */
  public static FactSet alone(Reasoned<?> conclusion, FactSet of) {
    Map<Fact, Set<String>> read = new LinkedHashMap<>();
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    for (Reasoned<?> link : Evidence.chain(conclusion)) {
      for (Justification way : link.because()) {
        for (Premise premise : way.premises()) {
          if (premise instanceof Premise.Given given) {
            boolean share = given.fact() instanceof CountryShare;
            Fact fact = given.fact() instanceof CountryShare each ? each.of() : given.fact();
            Set<String> fields = read.computeIfAbsent(fact, any -> new LinkedHashSet<>());
            fields.addAll(share ? List.of("shares") : given.fields());
          } else if (premise instanceof Premise.Listed listed) {
            lists.computeIfAbsent(listed.list().section(), any -> new ArrayList<>());
          }
        }
      }
    }
    Subject subject = Fact.unknown(Subject.class, of.subject().id());
    for (Map.Entry<Fact, Set<String>> each : read.entrySet()) {
      Fact bare = Fact.unknown(each.getKey().getClass(), each.getKey().id());
      for (String field : each.getValue()) {
        Object value = each.getKey().value(field);
        if (value != null) {
          bare = bare.with(field, value);
        }
      }
      if (bare instanceof Subject about) {
        subject = about;
      } else {
        lists.computeIfAbsent(bare.section(), any -> new ArrayList<>()).add(bare);
      }
    }
    FactSet leaves = new FactSet(null, of.asOf(), subject, lists, of.provenance());
    return FactSetBuilder.builder(leaves).confirmations(of.confirmations()).build();
  }
}
