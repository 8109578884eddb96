package eu.policyadvisor.reasoning;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.yaml.CountryShares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Facts of which nothing is known, where there may be some or some may be added. */
public final class UnknownFacts {
  /** One for each list. */
  private static final Map<Section, Fact> ANY = new ConcurrentHashMap<>();

  private UnknownFacts() {}

  /** What a list that is not stated may hold: a fact of which nothing is known. */
  public static List<Fact> imagined(List<Section> notStated) {
    if (notStated.isEmpty()) {
      return List.of();
    }
    List<Fact> imagined = new ArrayList<>();
    notStated.forEach(list -> imagined.add(ANY.computeIfAbsent(list, UnknownFacts::any)));
    return withShares(imagined);
  }

  private static Fact any(Section list) {
    return unknown(list, "any of " + list.key());
  }

  /**
   * Facts of which nothing is known, with ids that are not taken: one of each kind, and two where
   * one may refer to another.
   */
  public static List<Fact> beside(FactSet facts) {
    Set<String> taken = new HashSet<>();
    facts.all().forEach(fact -> taken.add(fact.id()));
    List<Fact> unknown = new ArrayList<>();
    for (Section section : Section.values()) {
      Class<? extends Fact> kind = section.kind();
      int many = section == Section.NONE ? 0 : refersToItsLike(kind, section) ? 2 : 1;
      String name = "new" + Names.inFile(kind.getSimpleName()).replace('_', '-');
      for (int i = 1; many > 0; i++) {
        if (taken.add(i == 1 ? name : name + "-" + i)) {
          unknown.add(unknown(section, i == 1 ? name : name + "-" + i));
          many--;
        }
      }
    }
    return withShares(unknown);
  }

  private static boolean refersToItsLike(Class<? extends Fact> kind, Section section) {
    return Arrays.stream(kind.getRecordComponents())
        .map(component -> component.getAnnotation(Field.class))
        .anyMatch(field -> field != null && field.refersTo() == section);
  }

  private static Fact unknown(Section section, String id) {
    return Fact.unknown(section.kind(), id);
  }

  private static List<Fact> withShares(List<Fact> facts) {
    Subject nobody = Fact.unknown(Subject.class, Section.NONE.key());
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(CountryShares.of(FactSet.of(nobody, facts.toArray(Fact[]::new))));
    return all;
  }
}
