package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.Export;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Vocabulary;
import eu.policyadvisor.yaml.Component;
import eu.policyadvisor.yaml.FactCheck;
import eu.policyadvisor.yaml.Problems;
import eu.policyadvisor.yaml.Values;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Fills from the catalogue what facts leave out about the product, the vendor or the term of a
 * vocabulary that they name.
 *
 * <p>A value of the fact itself wins, and so does its {@code unknown}.
 */
public final class CatalogueCompletion {
  /** An export names the product it is about; it is not that product, but goes by its figures. */
  private static final Set<String> OF_PRODUCT =
      Set.of("eccn", "tpp", "performance_density", "datacentre_use");

  private final Catalogue catalogue;
  private final LocalDate day;

  /**
   * Completes facts one by one.
   *
   * @param day the day for which the catalogue is asked
   */
  CatalogueCompletion(Catalogue catalogue, LocalDate day) {
    this.catalogue = catalogue;
    this.day = day;
  }

  /**
   * The same fact set, each fact with what the catalogue knows about its product, else its vendor
   * where it has no field for a product. Products that the catalogue does not list are left as they
   * are; {@link FactCheck} reports them.
   *
   * @param day the day for which the catalogue is asked: what a party was listed on by then
   */
  public static FactSet complete(FactSet set, Catalogue catalogue, LocalDate day) {
    CatalogueCompletion completion = new CatalogueCompletion(catalogue, day);
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    set.lists()
        .forEach(
            (section, facts) -> lists.put(section, facts.stream().map(completion::fact).toList()));
    return FactSetBuilder.builder(set).lists(lists).derived(List.of()).build();
  }

  /** A fact with what the catalogue knows of it. */
  Fact fact(Fact fact) {
    Deadline.check();
    List<Component> components = Component.of(fact.getClass());
    Optional<CatalogueEntry> entry =
        Stream.of("product", "vendor")
            .flatMap(key -> components.stream().filter(each -> each.key().equals(key)))
            .findFirst()
            .flatMap(component -> entry(component, fact));
    Fact completed =
        entry.isEmpty()
            ? fact
            : complete(
                fact,
                components,
                entry.get().on(day),
                key -> !(fact instanceof Export) || OF_PRODUCT.contains(key));
    for (Vocabulary vocabulary : catalogue.vocabularies()) {
      String field = vocabulary.fieldIn(fact.section());
      if (field != null && fact.value(field) instanceof String text) {
        completed = complete(completed, components, vocabulary, text);
      }
    }
    return completed;
  }

  /** With what goes with the terms that a text names: dysprosium is a rare earth. */
  private Fact complete(Fact fact, List<Component> components, Vocabulary vocabulary, String text) {
    Fact completed = fact;
    for (TermGroup group : catalogue.termGroups()) {
      if (group.vocabulary().equals(vocabulary.name())
          && group.states().keySet().stream().anyMatch(each -> isSilent(fact, each))
          && group.covers(text)) {
        completed =
            complete(
                completed,
                components,
                catalogue.find(vocabulary.name(), group.name()).orElseThrow(),
                key -> true);
      }
    }
    return completed;
  }

  /** A fact with all that an entry states and the fact leaves out. */
  static Fact filled(Fact fact, CatalogueEntry entry) {
    return complete(fact, Component.of(fact.getClass()), entry, key -> true);
  }

  /** The values of a fact that are known, by field. */
  static Map<String, Object> values(Fact fact) {
    Map<String, Object> values = new HashMap<>();
    for (Component component : Component.of(fact.getClass())) {
      Object value = component.of((Record) fact);
      if (value != null) {
        values.put(component.key(), value);
      }
    }
    return values;
  }

  /** Whether a fact says nothing in a field, not even that it is unknown. */
  static boolean isSilent(Fact fact, String field) {
    return fact.value(field) == null && !fact.provenance().fields().containsKey(field);
  }

  private Optional<CatalogueEntry> entry(Component component, Fact fact) {
    Object id = component.of((Record) fact);
    Field rule = component.rule();
    return id == null || rule == null
        ? Optional.empty()
        : catalogue.find(rule.catalogue(), id.toString());
  }

  private static Fact complete(
      Fact fact, List<Component> components, CatalogueEntry entry, Predicate<String> fills) {
    Provenance provenance = fact.provenance();
    Map<String, FieldOrigin> origins = new HashMap<>(provenance.fields());
    Map<String, Object> values = new HashMap<>();
    for (Component component : components) {
      String key = component.key();
      Object own = component.of((Record) fact);
      String known = entry.values().get(key);
      if (own != null) {
        values.put(key, own);
      } else if (known != null && fills.test(key) && !origins.containsKey(key)) {
        values.put(key, value(component, known, entry));
        origins.put(key, FieldOrigin.catalogue(known, entry.reference()));
      }
    }
    String path =
        provenance.path().isEmpty() ? fact.section().key() + "/" + fact.id() : provenance.path();
    values.put(
        "provenance",
        new Provenance(
            provenance.file(),
            path,
            provenance.line(),
            provenance.column(),
            origins,
            provenance.copies()));
    return Component.create(fact.getClass(), values);
  }

  private static Object value(Component component, String text, CatalogueEntry entry) {
    Problems problems = new Problems(entry.reference());
    return Values.read(component, Values.node(component, text), problems)
        .orElseThrow(() -> new IllegalArgumentException(problems.sorted().toString()));
  }
}
