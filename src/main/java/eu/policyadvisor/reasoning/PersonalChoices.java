package eu.policyadvisor.reasoning;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.engine.whynot.Choices;
import eu.policyadvisor.fact.CatalogueReference;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.WorldFacts;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.yaml.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the person who asks can choose: all but {@linkplain WorldFacts facts about the world}. Where
 * such a fact comes with a product of the reference catalogue, other products of it are offered,
 * two for each value that they have; a cloud service may have another provider, whom another
 * company owns. Both are changed together with what the file states of the one that stands there.
 */
final class PersonalChoices implements Choices {
  private static final int MOST_FOR_A_VALUE = 2;
  private static final String PROVIDER = "provider";
  private static final String ANOTHER_PROVIDER = "another provider";

  private final Set<String> stated = new HashSet<>();
  private final Catalogue catalogue;
  private final LocalDate asOf;

  /**
   * Of some facts.
   *
   * @param stated the facts as stated
   * @param asOf the day for which the catalogue is read
   */
  PersonalChoices(FactSet stated, Catalogue catalogue, LocalDate asOf) {
    stated.all().forEach(fact -> this.stated.add(fact.section().key() + "/" + fact.id()));
    this.catalogue = catalogue;
    this.asOf = asOf;
  }

  @Override
  public boolean allow(Change change, Collection<Change> all) {
    if (change instanceof Change.Put put) {
      return !WorldFacts.contains(put.section(), put.field())
          || !isStated(put) && WorldFacts.canBeTakenUp(put.section())
          || goesWithAnotherOne(put, all);
    }
    return change instanceof Change.Add
        ? WorldFacts.canBeTakenUp(change.section())
        : !WorldFacts.contains(change.section());
  }

  private boolean isStated(Change.Put put) {
    return stated.contains(put.section().key() + "/" + put.id());
  }

  /** Whether another product has the value, or another provider is chosen for it. */
  private boolean goesWithAnotherOne(Change.Put put, Collection<Change> all) {
    for (Change change : all) {
      if (change instanceof Change.Put other
          && other.section() == put.section()
          && other.id().equals(put.id())
          && other.value() != null) {
        if (isOfProvider(put.section(), put.field()) && other.field().equals(PROVIDER)) {
          return true;
        }
        CatalogueReference reference =
            CatalogueReference.of(put.section().kind())
                .filter(each -> each.field().equals(other.field()))
                .orElse(null);
        if (reference != null
            && value(put.section().kind(), reference, other.value().toString(), put.field())
                .filter(value -> value.equals(put.value()))
                .isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOfProvider(Section list, String field) {
    return list == Section.CLOUD_SERVICES && field.equals("ultimate_parent_hq");
  }

  /** What the catalogue states in a field of an entry. */
  private Optional<Object> value(
      Class<? extends Fact> kind, CatalogueReference reference, String id, String field) {
    return catalogue
        .find(reference.part(), id)
        .map(entry -> entry.on(asOf).values().get(field))
        .flatMap(text -> Answer.read(kind, field, text).value());
  }

  @Override
  public List<Offer> offers(Fact fact, String field, List<Object> values) {
    if (!WorldFacts.contains(fact.section(), field)) {
      return List.of();
    } else if (isOfProvider(fact.section(), field)) {
      return values.stream()
          .map(
              value ->
                  new Offer(
                      List.of(put(fact, PROVIDER, ANOTHER_PROVIDER), put(fact, field, value)),
                      value))
          .toList();
    }
    return CatalogueReference.of(fact.getClass())
        .map(reference -> offers(fact, field, reference))
        .orElse(List.of());
  }

  private List<Offer> offers(Fact fact, String field, CatalogueReference reference) {
    Object present = fact.value(reference.field());
    FieldOrigin origin = fact.provenance().fields().get(field);
    boolean written = origin != null && origin.kind() == FieldOrigin.Kind.STATED;
    if (present == null && written) {
      // It is described, not named: no other product can stand in the place of its name.
      return List.of();
    }
    List<Offer> offers = new ArrayList<>();
    Map<Object, Integer> many = new HashMap<>();
    for (String id : catalogue.ids(reference.part())) {
      Object value = value(fact.getClass(), reference, id, field).orElse(null);
      if (value != null
          && !id.equals(present)
          && many.merge(value, 1, Integer::sum) <= MOST_FOR_A_VALUE) {
        Change choice = put(fact, reference.field(), id);
        offers.add(
            new Offer(written ? List.of(choice, put(fact, field, value)) : List.of(choice), value));
      }
    }
    return List.copyOf(offers);
  }

  private static Change put(Fact fact, String field, Object value) {
    return new Change.Put(fact.section(), fact.id(), field, value);
  }
}
