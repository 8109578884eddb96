package eu.policyadvisor.compare;

import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.compare.KnowledgeEdit.What;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Citation;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What the proofs of conclusions contain, directly or further down. */
final class Trace {
  private final Set<String> knowledge = new HashSet<>();
  private final Set<String> fields = new HashSet<>();
  private final Set<String> facts = new HashSet<>();
  private final Set<Section> lists = new HashSet<>();

  private Trace() {}

  static Trace of(Collection<Reasoned<?>> conclusions) {
    Trace trace = new Trace();
    for (Reasoned<?> conclusion : conclusions) {
      for (Reasoned<?> link : Evidence.chain(conclusion)) {
        link.because().forEach(trace::way);
      }
    }
    return trace;
  }

  private void way(Justification way) {
    knowledge.add(key(What.RULE, way.rule().id()));
    for (Citation citation : way.rule().citations()) {
      knowledge.add(
          key(What.CATALOGUE_ENTRY, Catalogue.INSTRUMENTS + "/" + citation.instrument().id()));
    }
    way.premises().forEach(this::premise);
  }

  private void premise(Premise premise) {
    if (premise instanceof Premise.Threshold threshold) {
      knowledge.add(key(What.PARAMETER, threshold.parameter().name()));
    } else if (premise instanceof Premise.Group group) {
      knowledge.add(key(What.COUNTRY_GROUP, group.group().name()));
    } else if (premise instanceof Premise.Listed listed) {
      lists.add(listed.list().section());
    } else if (premise instanceof Premise.Given given) {
      given(given);
    }
  }

  private void given(Premise.Given given) {
    Fact fact = given.fact() instanceof CountryShare share ? share.of() : given.fact();
    facts.add(key(fact));
    if (given.fact() instanceof CountryShare) {
      fields.add(key(fact) + ".shares");
    }
    for (String field : given.fields()) {
      fields.add(key(fact) + "." + field);
      FieldOrigin origin = given.fact().provenance().fields().get(field);
      if (origin != null && origin.catalogueEntry() != null) {
        knowledge.add(key(What.CATALOGUE_ENTRY, origin.catalogueEntry()));
        // The catalogue was asked by a name that stands in another field.
        fields.add(key(fact) + ".product");
        fields.add(key(fact) + ".vendor");
      }
    }
  }

  private static String key(What what, String name) {
    return what + " " + name;
  }

  private static String key(Fact fact) {
    return key(fact.section(), Aspect.id(fact));
  }

  private static String key(Section section, String id) {
    return section.key() + "/" + id;
  }

  boolean contains(KnowledgeEdit edit) {
    return knowledge.contains(key(edit.what(), edit.name()));
  }

  boolean contains(FactDifference difference) {
    String fact = key(difference.section(), difference.id());
    return switch (difference.kind()) {
      case FIELD -> fields.contains(fact + "." + difference.field());
      case ONLY_BEFORE, ONLY_AFTER -> facts.contains(fact);
      case LIST -> lists.contains(difference.section());
      case DATE, CONFIRMATION -> false;
    };
  }
}
