package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.CriticalInput;
import eu.policyadvisor.fact.Dependency;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Framework;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Supplier;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a fact leaves out and the catalogue knows. A fact's own value wins, and so does its
 * explicit {@code unknown}.
 */
public final class CatalogueCompletion {
  /** The facts that a part of the catalogue fills, and the field that names the entry. */
  private static final Map<String, Filled> PARTS =
      Map.of(
          "accelerators", new Filled(Accelerator.class, "product"),
          "models", new Filled(Model.class, "product"),
          "frameworks", new Filled(Framework.class, "product"),
          "vendors", new Filled(Supplier.class, "vendor"));

  private CatalogueCompletion() {}

  private record Filled(Class<? extends Fact> kind, String key) {}

  /** Whether a key of an entry is a field of the facts that the entry fills. */
  static boolean fills(String part, String key) {
    return Optional.ofNullable(PARTS.get(part)).stream()
        .flatMap(filled -> Component.of(filled.kind()).stream())
        .anyMatch(component -> component.key().equals(key));
  }

  /** The same fact set with all facts completed. */
  public static FactSet complete(FactSet facts, Catalogue catalogue) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    facts
        .lists()
        .forEach(
            (section, list) ->
                lists.put(section, list.stream().map(fact -> complete(fact, catalogue)).toList()));
    return new FactSet(facts.title(), facts.asOf(), facts.subject(), lists, facts.provenance());
  }

  /**
   * The shares of a supply, one for each country; a single one without country and share when they
   * are not known; none for facts that have no shares.
   */
  public static List<CountryShare> countryShares(Fact fact) {
    if (fact instanceof Dependency dependency) {
      return countryShares(fact, dependency.shares());
    }
    return fact instanceof CriticalInput input ? countryShares(fact, input.shares()) : List.of();
  }

  private static List<CountryShare> countryShares(
      Fact of, @Nullable Map<String, BigDecimal> shares) {
    if (shares == null) {
      return List.of(new CountryShare(of, null, null, of.provenance()));
    }
    return shares.entrySet().stream()
        .map(share -> new CountryShare(of, share.getKey(), share.getValue(), of.provenance()))
        .toList();
  }

  private static Fact complete(Fact fact, Catalogue catalogue) {
    for (Map.Entry<String, Filled> part : PARTS.entrySet()) {
      if (part.getValue().kind() == fact.getClass()
          && fact.value(part.getValue().key()) instanceof String id) {
        return catalogue.find(part.getKey(), id).map(entry -> filled(fact, entry)).orElse(fact);
      }
    }
    return fact;
  }

  private static Fact filled(Fact fact, CatalogueEntry entry) {
    Map<String, Object> values = new HashMap<>();
    Map<String, FieldOrigin> origins = new HashMap<>(fact.provenance().fields());
    for (Component component : Component.of(fact.getClass())) {
      Object own = component.of((Record) fact);
      String catalogued = entry.values().get(component.key());
      if (own != null) {
        values.put(component.key(), own);
      } else if (catalogued != null && !origins.containsKey(component.key())) {
        values.put(component.key(), value(component, entry, catalogued));
        origins.put(
            component.key(),
            new FieldOrigin(
                FieldOrigin.Kind.CATALOGUE, 0, 0, catalogued, entry.part() + "/" + entry.id()));
      }
    }
    Provenance given = fact.provenance();
    values.put(
        "provenance",
        new Provenance(given.file(), given.path(), given.line(), given.column(), origins));
    return Component.create(fact.getClass(), values);
  }

  private static Object value(Component component, CatalogueEntry entry, String text) {
    Problems problems = new Problems("rules/catalog/" + entry.part() + ".yaml");
    List<Object> values = new ArrayList<>();
    Values.read(component, Values.node(component, text), problems).ifPresent(values::add);
    if (values.isEmpty()) {
      throw new IllegalStateException(entry.id() + ": " + problems.sorted());
    }
    return values.get(0);
  }
}
