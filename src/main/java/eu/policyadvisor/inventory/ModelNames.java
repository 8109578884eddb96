package eu.policyadvisor.inventory;

import eu.policyadvisor.rule.CatalogueEntry;
import java.util.Map;
import java.util.Optional;

/** States of a model what its name tells: which one of the catalogue it is, else whose. */
final class ModelNames {
  private final KnownNames known;

  ModelNames(KnownNames known) {
    this.known = known;
  }

  /**
   * States product or developer.
   *
   * @param draft the model
   * @param name {@code publisher/name}, or a name alone
   * @param from where that is said
   */
  void identify(Draft draft, String name, Tree.Text from) {
    Optional<CatalogueEntry> product = known.model(name);
    if (product.isPresent()) {
      draft.state("product", product.get().id(), from);
      return;
    }
    int slash = name.lastIndexOf('/');
    if (slash < 0) {
      return;
    }
    known
        .modelOf(name.substring(0, slash))
        .ifPresent(entry -> developer(draft, entry.values(), from));
    known
        .model(name.substring(slash + 1))
        .ifPresent(
            entry ->
                draft.comment(
                    "named like %s of the catalogue, but published by '%s'; if it is that, state"
                            .formatted(entry.id(), Wording.clean(name.substring(0, slash)))
                        + " product: "
                        + entry.id()));
  }

  /** What all models of a developer have in common. */
  private static void developer(Draft draft, Map<String, String> values, Tree.Text from) {
    String developer = values.get("developer");
    String country = values.get("developer_hq");
    String listed = values.get("developer_entity_listed");
    if (developer != null) {
      draft.state("developer", developer, from);
    }
    if (country != null) {
      draft.state("developer_hq", country, from);
    }
    if (listed != null) {
      draft.state("developer_entity_listed", Boolean.valueOf(listed), from);
    }
  }

  /** Says of a model that another one was made from it, where the catalogue knows it. */
  String knownAs(String name) {
    return known.model(name).map(entry -> " (" + entry.id() + " of the catalogue)").orElse("");
  }
}
