package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.CatalogueEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes facts of the components of a CycloneDX bill of materials. */
final class CycloneDxComponents {
  private static final String QUANTITY = "cdx:device:quantity";

  private final Intake intake;
  private final KnownNames known;
  private final ModelNames models;
  private final DeviceNames devices;

  CycloneDxComponents(Intake intake) {
    this.intake = intake;
    this.known = intake.known();
    this.models = new ModelNames(known);
    this.devices = new DeviceNames(known);
  }

  /** The component that the file is about. */
  void root(Tree.Fields component) {
    make(component, true);
  }

  void component(Tree.Fields component) {
    make(component, false);
  }

  private void make(Tree.Fields component, boolean root) {
    intake.keys(component, "component", CycloneDxKeys.COMPONENT);
    Optional<Tree.Text> type = component.text("type");
    Optional<Tree.Text> name = component.text("name");
    Optional<Packaged> purl = purl(component);
    if (type.isEmpty() || name.isEmpty()) {
      intake.problem(component, "component has no " + (name.isEmpty() ? "name" : "type"));
      intake.unused(component, "a component without " + (name.isEmpty() ? "name" : "type"));
      return;
    }
    if (!CycloneDxKeys.TYPES.contains(type.get().text())) {
      String given = StatedText.clean(type.get().text());
      String near = Suggestion.question(given, CycloneDxKeys.TYPES, 1);
      intake.problem(
          type.get(),
          "unknown type of component '%s'%s"
              .formatted(
                  given,
                  near.isEmpty() ? "; types are " + String.join(", ", CycloneDxKeys.TYPES) : near));
    }
    organisations(component);
    ancestors(component);
    Part part = new Part(component, type.get().text(), name.get(), purl);
    Optional<Draft> draft =
        switch (part.type) {
          case "machine-learning-model" -> Optional.of(model(part));
          case "device" -> device(part);
          case "library", "framework", "platform", "application", "container" -> framework(part);
          default -> Optional.empty();
        };
    draft.ifPresentOrElse(made -> evidence(part, made), () -> unused(part, root));
  }

  /** A component as it is looked at. */
  private record Part(Tree.Fields whole, String type, Tree.Text name, Optional<Packaged> purl) {
    String words() {
      return type + " '" + StatedText.clean(name.text()) + "'";
    }
  }

  /** A package URL and where it stands. */
  private record Packaged(Purl purl, Tree.Text at) {}

  private Optional<Packaged> purl(Tree.Fields component) {
    Optional<Tree.Text> text = component.text("purl");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Packaged(Purl.of(text.get().text()), text.get()));
    } catch (Purl.Invalid e) {
      intake.problem(text.get(), e.problem());
      return Optional.empty();
    }
  }

  private void unused(Part part, boolean root) {
    String why =
        switch (part.type) {
          case "data" -> "facts hold no datasets";
          case "device" -> noAccelerator(part);
          case "library", "framework", "platform", "container", "application" ->
              root ? "what the inventory is about" : "no framework that the catalogue knows";
          default -> root ? "what the inventory is about" : "facts hold nothing of this type";
        };
    intake.unused(part.name, part.words() + ": " + why);
  }

  private String noAccelerator(Part part) {
    String doubt = devices.of(part.name.text(), about(part.whole), makers(part.whole)).doubt();
    return doubt.isEmpty()
        ? "no accelerator that the catalogue knows"
        : doubt + "; if it is that, state an accelerator";
  }

  private Draft model(Part part) {
    Draft draft = intake.draft(Section.MODELS, part.name.text(), "model", part.whole);
    draft.state("name", part.name);
    part.whole
        .fields("manufacturer")
        .flatMap(maker -> maker.text("name"))
        .or(() -> part.whole.text("author"))
        .ifPresent(developer -> draft.state("developer", developer));
    Optional<Packaged> hub = part.purl.filter(each -> each.purl.isModelHub());
    if (hub.isPresent()) {
      models.identify(draft, hub.get().purl.qualified(), hub.get().at);
    } else {
      String name = part.name.text();
      String group = part.whole.text("group").map(Tree.Text::text).orElse("");
      models.identify(
          draft, name.contains("/") || group.isEmpty() ? name : group + "/" + name, part.name);
    }
    for (String field : List.of("group", "publisher")) {
      part.whole
          .text(field)
          .filter(any -> !draft.states("developer"))
          .ifPresent(text -> draft.comment(field + " " + StatedText.clean(text.text())));
    }
    licence(part.whole).ifPresent(licence -> draft.state("licence", licence));
    part.whole.fields("modelCard").ifPresent(this::card);
    return draft;
  }

  /** The licence, where there is one and no choice. */
  private static Optional<Tree.Text> licence(Tree.Fields component) {
    List<Tree.Text> found =
        component.each("licenses").stream()
            .flatMap(
                each ->
                    Stream.concat(
                        each.text("expression").stream(),
                        each.fields("license").stream()
                            .flatMap(
                                licence ->
                                    licence.text("id").or(() -> licence.text("name")).stream())))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private void card(Tree.Fields card) {
    intake.keys(card, "modelCard", CycloneDxKeys.MODEL_CARD);
    card.fields("modelParameters")
        .ifPresent(
            parameters -> {
              intake.keys(parameters, "modelParameters", CycloneDxKeys.MODEL_PARAMETERS);
              for (Tree.Fields dataset : parameters.each("datasets")) {
                dataset
                    .text("name")
                    .ifPresent(
                        name ->
                            intake.remark(
                                name,
                                "dataset '%s' of the model: facts hold no datasets"
                                    .formatted(StatedText.clean(name.text()))));
              }
            });
  }

  private void ancestors(Tree.Fields component) {
    for (Tree.Fields ancestor :
        component.fields("pedigree").map(each -> each.each("ancestors")).orElse(List.of())) {
      ancestor
          .text("name")
          .ifPresent(
              name ->
                  intake.remark(
                      name,
                      "made from '%s'%s: no fact of its own"
                          .formatted(StatedText.clean(name.text()), models.knownAs(name.text()))));
    }
  }

  private Optional<Draft> device(Part part) {
    String name = part.name.text();
    DeviceNames.Told told = devices.of(name, about(part.whole), makers(part.whole));
    if (told.product().isEmpty() && told.vendor().isEmpty()) {
      return Optional.empty();
    }
    Draft draft = intake.draft(Section.ACCELERATORS, name, "accelerator", part.whole);
    draft.state("name", part.name);
    if (told.product().isPresent()) {
      draft.state("product", told.product().get().id(), part.name);
    } else {
      Tree.Text at = told.vendorAt() == null ? part.name : told.vendorAt();
      told.vendor().ifPresent(vendor -> draft.designer(vendor, at));
    }
    if (!told.doubt().isEmpty()) {
      draft.comment(told.doubt() + "; if it is that, state its product");
    }
    property(part.whole, QUANTITY).ifPresent(quantity -> quantity(draft, quantity));
    if (part.whole.path().isBelow("formulation")) {
      draft.comment("of the formulation: what the thing was made with");
    }
    return Optional.of(draft);
  }

  /** What is said of a device beside its name. */
  private static String about(Tree.Fields device) {
    return Stream.concat(
            device.text("description").stream(), property(device, "cdx:device:function").stream())
        .map(Tree.Text::text)
        .collect(Collectors.joining(" "));
  }

  private static DeviceNames.Makers makers(Tree.Fields device) {
    return new DeviceNames.Makers(
        device.fields("manufacturer").flatMap(each -> each.text("name")),
        device.fields("supplier").flatMap(each -> each.text("name")),
        Stream.of(device.text("group"), device.text("publisher"))
            .flatMap(Optional::stream)
            .toList());
  }

  private void quantity(Draft draft, Tree.Text quantity) {
    Numbers.whole(quantity.text())
        .ifPresentOrElse(
            number -> draft.state("quantity", number, quantity),
            () ->
                intake.problem(
                    quantity,
                    "%s is '%s'; it must be a whole number"
                        .formatted(QUANTITY, StatedText.clean(quantity.text()))));
  }

  static Optional<Tree.Text> property(Tree.Fields owner, String name) {
    return owner.each("properties").stream()
        .filter(each -> each.text("name").filter(found -> found.text().equals(name)).isPresent())
        .flatMap(each -> each.text("value").stream())
        .findFirst();
  }

  private Optional<Draft> framework(Part part) {
    Optional<Packaged> purl = part.purl;
    List<CatalogueEntry> entries =
        purl.isPresent()
            ? known.frameworks(purl.get().purl)
            : part.type.equals("container")
                ? known.images(part.name.text())
                : known.framework(part.name.text()).stream().toList();
    Tree.Text from = purl.map(Packaged::at).orElse(part.name);
    List<Draft> drafts = intake.frameworks(entries, part.name.text(), from, part.whole);
    drafts.forEach(draft -> draft.state("name", part.name));
    return drafts.stream().findFirst();
  }

  /** How sure the inventory is of what the component is, and by what it knows. */
  private void evidence(Part part, Draft draft) {
    for (Tree.Fields identity :
        part.whole.fields("evidence").map(each -> each.each("identity")).orElse(List.of())) {
      Optional<Tree.Text> confidence = identity.text("confidence");
      if (confidence.isEmpty() || draft.states("confidence")) {
        continue;
      }
      Optional<BigDecimal> share = Numbers.share(confidence.get().text());
      if (share.isEmpty()) {
        intake.problem(confidence.get(), "confidence must be a number between 0 and 1");
        continue;
      }
      draft.state("confidence", share.get(), confidence.get());
      List<String> techniques =
          identity.each("methods").stream()
              .flatMap(method -> method.text("technique").stream())
              .map(technique -> StatedText.clean(technique.text()))
              .distinct()
              .toList();
      if (!techniques.isEmpty()) {
        draft.source(
            intake.file()
                + " "
                + part.whole.path()
                + ", identified by "
                + String.join(", ", techniques));
      }
    }
  }

  private void organisations(Tree.Fields component) {
    component.fields("supplier").ifPresent(this::organisation);
    component.fields("manufacturer").ifPresent(this::organisation);
    component
        .text("publisher")
        .filter(publisher -> known.vendor(publisher.text()).isPresent())
        .ifPresent(intake::supplier);
  }

  /** An organisation that supplies or makes something. */
  void organisation(Tree.Fields organisation) {
    intake.keys(organisation, "organisation", CycloneDxKeys.ORGANISATION);
    organisation.text("name").ifPresent(intake::supplier);
  }
}
