package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.CatalogueEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes facts of an SPDX 3 document, element by element. */
final class Spdx implements TreeSource.Sink {
  private static final String GRAPH = "@graph";
  private static final Set<String> AGENTS = Set.of("Organization", "Agent");
  private static final Set<String> LICENCES = Set.of("hasDeclaredLicense", "hasConcludedLicense");

  private final Intake intake;
  private final KnownNames known;
  private final ModelNames names;
  private final List<Tree.Entry> rootEntries = new ArrayList<>();
  private final Map<String, Tree.Text> agents = new HashMap<>();
  private final Map<String, Tree.Text> licences = new HashMap<>();
  private final Map<String, String> licensed = new HashMap<>();
  private final Set<String> suppliers = new LinkedHashSet<>();
  private final List<Tree.Fields> models = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private boolean graph;

  Spdx(Intake intake) {
    this.intake = intake;
    this.known = intake.known();
    this.names = new ModelNames(known);
  }

  @Override
  public boolean handsOut(Pointer list) {
    return list.step().equals(GRAPH) && list.parentStep().isEmpty();
  }

  @Override
  public boolean passes(Pointer value) {
    return value.step().equals("verifiedUsing") || value.step().equals("@context");
  }

  @Override
  public void twice(Tree.Entry entry) {
    intake.problem(
        entry.keyAt(),
        "'" + StatedText.clean(entry.key()) + "' stands twice; the first one is read");
  }

  @Override
  public void entry(Tree.Entry entry) {
    if (entry.key().equals(GRAPH)) {
      graph = true;
      if (!(entry.value() instanceof Tree.Passed)) {
        intake.problem(entry.value(), "@graph must be a list");
      }
    } else {
      rootEntries.add(entry);
    }
  }

  @Override
  public void item(Tree item) {
    if (!(item instanceof Tree.Fields element)) {
      intake.problem(item, "an element must be an object with keys");
      return;
    }
    String type =
        element
            .text("type")
            .or(() -> element.text("@type"))
            .map(each -> bare(each.text()))
            .orElse("");
    identity(element).filter(any -> !type.equals("CreationInfo")).ifPresent(this::once);
    switch (type) {
      case "" -> {
        intake.entry();
        intake.problem(element, "element has no type");
      }
      case "CreationInfo" -> version(element);
      case "AIPackage" -> {
        intake.entry();
        models.add(element);
      }
      case "DatasetPackage" -> unused(element, "dataset", "facts hold no datasets");
      case "Package" -> unlessUsed(element);
      case "File", "Snippet" -> unused(element, "file", "facts hold nothing of this type");
      case "LicenseExpression", "SimpleLicensingText" -> licence(element);
      case "Relationship", "LifecycleScopedRelationship" -> relationship(element);
      case "SpdxDocument", "Sbom", "Bom", "Bundle" ->
          element.text("name").ifPresent(intake::subject);
      default -> {
        if (AGENTS.contains(type)) {
          agent(element);
        } else {
          intake.remark(element, StatedText.clean(type) + ": no fact is made of this");
        }
      }
    }
  }

  /** Without the name space, however it is written. */
  private static String bare(String type) {
    return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('_')) + 1);
  }

  private static Optional<Tree.Text> identity(Tree.Fields element) {
    return element.text("spdxId").or(() -> element.text("@id"));
  }

  private void once(Tree.Text id) {
    Integer first = ids.putIfAbsent(id.text(), id.at().line());
    if (first != null) {
      intake.problem(
          id,
          "the id '%s' stands twice; it first stands at line %d"
              .formatted(StatedText.clean(id.text()), first));
    }
  }

  private void version(Tree.Fields creation) {
    creation
        .text("specVersion")
        .filter(version -> !version.text().startsWith("3."))
        .ifPresent(
            version ->
                intake.problem(
                    version,
                    "version '%s' of SPDX is not read; 3.0 and later ones of 3 are"
                        .formatted(StatedText.clean(version.text()))));
  }

  private void agent(Tree.Fields element) {
    element
        .text("name")
        .ifPresent(name -> identity(element).ifPresent(id -> agents.putIfAbsent(id.text(), name)));
  }

  private void licence(Tree.Fields element) {
    element.entries().stream()
        .filter(entry -> bare(entry.key()).equals("licenseExpression"))
        .map(Tree.Entry::value)
        .filter(Tree.Text.class::isInstance)
        .map(Tree.Text.class::cast)
        .filter(text -> StatedText.says(text.text()))
        .findFirst()
        .ifPresent(
            text -> identity(element).ifPresent(id -> licences.putIfAbsent(id.text(), text)));
  }

  private void relationship(Tree.Fields element) {
    if (element
        .text("relationshipType")
        .filter(type -> LICENCES.contains(type.text()))
        .isPresent()) {
      element
          .text("from")
          .ifPresent(
              from ->
                  element.texts("to").stream()
                      .findFirst()
                      .ifPresent(to -> licensed.putIfAbsent(from.text(), to.text())));
    }
  }

  private void unused(Tree.Fields element, String word, String why) {
    intake.entry();
    suppliers(element);
    Tree at = element.text("name").map(Tree.class::cast).orElse(element);
    intake.unused(
        at,
        word
            + element
                .text("name")
                .map(name -> " '" + StatedText.clean(name.text()) + "'")
                .orElse("")
            + ": "
            + why);
  }

  private void suppliers(Tree.Fields element) {
    for (String key : List.of("suppliedBy", "originatedBy")) {
      element.texts(key).forEach(agent -> suppliers.add(agent.text()));
    }
  }

  private void unlessUsed(Tree.Fields element) {
    Optional<Tree.Text> name = element.text("name");
    Optional<Tree.Text> purl = packageUrl(element);
    List<CatalogueEntry> entries =
        purl.isPresent()
            ? purl(purl.get()).map(known::frameworks).orElse(List.of())
            : name.flatMap(each -> known.framework(each.text())).stream().toList();
    if (entries.isEmpty()) {
      unused(element, "package", "no framework that the catalogue knows");
      return;
    }
    intake.entry();
    suppliers(element);
    List<Draft> drafts =
        intake.frameworks(
            entries,
            name.map(Tree.Text::text).orElse(entries.get(0).id()),
            purl.or(() -> name).orElseThrow(),
            element);
    name.ifPresent(each -> drafts.forEach(draft -> draft.state("name", each)));
  }

  private static Optional<Tree.Text> packageUrl(Tree.Fields element) {
    return element
        .text("software_packageUrl")
        .or(
            () ->
                element.each("externalIdentifier").stream()
                    .filter(
                        each ->
                            each.text("externalIdentifierType")
                                .filter(type -> type.text().equals("packageUrl"))
                                .isPresent())
                    .flatMap(each -> each.text("identifier").stream())
                    .findFirst());
  }

  private Optional<Purl> purl(Tree.Text text) {
    try {
      return Optional.of(Purl.of(text.text()));
    } catch (Purl.Invalid e) {
      intake.problem(text, e.problem());
      return Optional.empty();
    }
  }

  /** Ends the document: what elements say of each other is known now. */
  void end() {
    if (!graph) {
      item(new Tree.Fields(rootEntries, Pointer.ROOT, new Span(1, 1, 1, 1)));
    }
    models.forEach(this::model);
    suppliers.stream().map(agents::get).filter(each -> each != null).forEach(intake::supplier);
  }

  private void model(Tree.Fields element) {
    Optional<Tree.Text> name = element.text("name");
    if (name.isEmpty()) {
      intake.problem(element, "an AI package has no name");
      intake.unused(element, "an AI package without name");
      return;
    }
    Draft draft = intake.draft(Section.MODELS, name.get().text(), "model", element);
    draft.state("name", name.get());
    element.texts("originatedBy").stream()
        .map(maker -> agents.get(maker.text()))
        .filter(maker -> maker != null)
        .findFirst()
        .ifPresent(maker -> draft.state("developer", maker));
    Optional<Tree.Text> purl = packageUrl(element);
    Optional<Purl> hub = purl.flatMap(this::purl).filter(Purl::isModelHub);
    if (hub.isPresent()) {
      names.identify(draft, hub.get().qualified(), purl.orElseThrow());
    } else {
      names.identify(draft, name.get().text(), name.get());
    }
    identity(element)
        .map(id -> licensed.get(id.text()))
        .map(licences::get)
        .ifPresent(licence -> draft.state("licence", licence));
    suppliers(element);
  }
}
