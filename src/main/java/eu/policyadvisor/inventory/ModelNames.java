package eu.policyadvisor.inventory;

import eu.policyadvisor.rule.CatalogueEntry;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** States of a model what its name tells: which one of the catalogue it is, else whose. */
final class ModelNames {
  /** Paths and addresses, in which a model may have come from anywhere. */
  private static final Pattern OWN_PLACE =
      Pattern.compile("^([/.~]|[A-Za-z]:\\\\|\\w+://|[^/]*/[^/]*/).*");

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
    String bare = name.substring(name.lastIndexOf('/') + 1);
    String publisher = name.substring(0, Math.max(0, name.length() - bare.length() - 1));
    if (OWN_PLACE.matcher(name).matches()) {
      like(bare, draft, ", in a place of one's own");
    } else if (publisher.isEmpty()) {
      like(bare, draft, ", and tags of one name may be different models");
    } else {
      known.modelOf(publisher).ifPresent(entry -> developer(draft, entry.values(), from));
      like(bare, draft, ", but published by '" + StatedText.clean(publisher) + "'");
    }
  }

  /** Says which model of the catalogue has the name, without the tag that servers add. */
  private void like(String name, Draft draft, String why) {
    int colon = name.indexOf(':');
    String tagless = (colon < 0 ? name : name.substring(0, colon)).replaceAll("(?i)[-.]gguf$", "");
    known
        .model(name)
        .or(() -> known.model(tagless))
        .or(() -> known.model(name.replace(':', '-')))
        .ifPresent(
            entry ->
                draft.comment(
                    "named like %s of the catalogue%s; if it is that, state product: %s"
                        .formatted(entry.id(), why, entry.id())));
  }

  /** What all models of a developer have in common. */
  static void developer(Draft draft, Map<String, String> values, Tree.Text from) {
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
