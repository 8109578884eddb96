package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.CatalogueEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of Kubernetes manifests: of what containers request, wherever a kind of object has
 * them, of their images, and of the models that their arguments name.
 */
final class Kubernetes {
  private final Intake intake;
  private final KnownNames known;
  private final YamlTree yaml;
  private final ModelNames names;
  private final Map<String, Integer> objects = new HashMap<>();
  private final Set<String> models = new HashSet<>();
  private final ModelInterfaces interfaces;
  private final KubernetesKeys keys;
  private DeviceTraces traces;

  Kubernetes(Intake intake, YamlTree yaml) {
    this.intake = intake;
    this.known = intake.known();
    this.yaml = yaml;
    this.names = new ModelNames(known);
    this.interfaces = new ModelInterfaces(intake);
    this.keys = new KubernetesKeys(intake);
    this.traces = new DeviceTraces(intake);
  }

  /**
   * What holds a container.
   *
   * @param kind the kind of the object
   * @param name the name of the object; empty for none
   * @param replicas how often the pod is there, where that is said
   * @param product the label by which a node is chosen, where one names a product
   */
  private record Holder(
      String kind, String name, Tree.@Nullable Text replicas, Tree.@Nullable Text product) {

    String words() {
      return name.isEmpty() ? kind : kind + " " + name;
    }
  }

  /** A document of a file. */
  void document(Tree document) {
    if (!(document instanceof Tree.Fields object)) {
      intake.problem(
          document, "an object of a manifest must be a mapping with apiVersion and kind");
      return;
    }
    Optional<Tree.Text> kind = object.text("kind");
    if (object.text("apiVersion").isEmpty() || kind.isEmpty()) {
      intake.problem(
          object, "object has no " + (kind.isEmpty() ? "kind" : "apiVersion") + "; manifests have");
      return;
    }
    if (kind.get().text().endsWith("List") && object.entry("items").isPresent()) {
      object.all("items").forEach(this::document);
      return;
    }
    object(object, kind.get());
  }

  private void object(Tree.Fields object, Tree.Text kind) {
    Optional<Tree.Text> name = object.fields("metadata").flatMap(each -> each.text("name"));
    name.ifPresent(each -> once(kind, each, object));
    intake.subject(name.orElse(kind));
    int before = intake.entries();
    Holder holder =
        new Holder(
            StatedText.clean(kind.text()),
            name.map(each -> StatedText.clean(each.text())).orElse(""),
            null,
            null);
    traces = new DeviceTraces(intake);
    if (kind.text().equals("Node")) {
      node(object, holder);
    } else {
      walk(object, holder);
    }
    traces.end(holder.name, holder.words());
    if (intake.entries() == before) {
      intake.entry();
      intake.unused(kind, holder.words() + ": has no containers, devices or models");
    }
  }

  private void once(Tree.Text kind, Tree.Text name, Tree.Fields object) {
    String namespace =
        object
            .fields("metadata")
            .flatMap(each -> each.text("namespace"))
            .map(Tree.Text::text)
            .orElse("");
    Integer first =
        objects.putIfAbsent(kind.text() + "/" + namespace + "/" + name.text(), name.at().line());
    if (first != null) {
      intake.problem(
          name,
          "%s '%s' stands twice; it first stands at line %d"
              .formatted(StatedText.clean(kind.text()), StatedText.clean(name.text()), first));
    }
  }

  /** What a node of a running cluster says that it has. */
  private void node(Tree.Fields object, Holder holder) {
    Tree.Text product =
        object
            .fields("metadata")
            .flatMap(each -> each.fields("labels"))
            .flatMap(Kubernetes::product)
            .orElse(null);
    Holder labelled = new Holder(holder.kind, holder.name, null, product);
    if (product != null) {
      traces.label(product.path().step(), product, true);
    }
    object
        .fields("status")
        .flatMap(each -> each.fields("capacity"))
        .ifPresent(
            capacity ->
                capacity.entries().forEach(entry -> device(entry, labelled, new ArrayList<>())));
  }

  private void walk(Tree tree, Holder holder) {
    if (tree instanceof Tree.Items list) {
      for (Tree each : list.items()) {
        look(list.path().step(), each, holder);
        walk(each, holder);
      }
    } else if (tree instanceof Tree.Fields fields) {
      Holder here = inside(fields, holder);
      keys.look(fields);
      traces.look(fields);
      fields.text("deviceClassName").ifPresent(each -> deviceClass(each, here));
      container(fields, here);
      for (Tree.Entry entry : fields.entries()) {
        if (!entry.key().equals("resources")) {
          look(key(fields, entry), entry.value(), here);
          walk(entry.value(), here);
        }
      }
    }
  }

  private void look(String key, Tree value, Holder holder) {
    if (value instanceof Tree.Text text) {
      interfaces.look(key, text, holder.words());
    }
  }

  /** What a value is the value of: of a variable, its name. */
  private static String key(Tree.Fields fields, Tree.Entry entry) {
    return entry.key().equals("value")
        ? fields.text("name").map(Tree.Text::text).orElse(entry.key())
        : entry.key();
  }

  /** A device of a claim, which a driver of the class allocates. */
  private void deviceClass(Tree.Text name, Holder holder) {
    intake.entry();
    Optional<CatalogueEntry> vendor = known.deviceClass(name.text());
    if (vendor.isEmpty()) {
      intake.unused(
          name,
          "device class '" + StatedText.clean(name.text()) + "': nothing that the catalogue knows");
      return;
    }
    Draft draft =
        intake.draft(Section.ACCELERATORS, holder.name + " " + name.text(), "accelerator", name);
    draft.source(intake.file() + " " + name.path() + ", " + holder.words());
    draft.designer(vendor.get(), name);
    draft.comment("claimed by class: how many are claimed in all is left to you");
    traces.requested(vendor.get());
  }

  private Holder inside(Tree.Fields fields, Holder holder) {
    Tree.Text replicas =
        fields.text("replicas").or(() -> fields.text("parallelism")).orElse(holder.replicas);
    Tree.Text product =
        fields
            .fields("nodeSelector")
            .flatMap(Kubernetes::product)
            .or(() -> fields.fields("affinity").flatMap(Kubernetes::required))
            .orElse(holder.product);
    if (product != null && !product.equals(holder.product)) {
      traces.label(product.path().step(), product, false);
    }
    return new Holder(holder.kind, holder.name, replicas, product);
  }

  private static Optional<Tree.Text> product(Tree.Fields labels) {
    return labels.entries().stream()
        .filter(entry -> DeviceTraces.isLabel(entry.key()))
        .flatMap(entry -> labels.text(entry.key()).stream())
        .findFirst();
  }

  /** The product that a node must have, where there is one and no choice. */
  private static Optional<Tree.Text> required(Tree.Fields affinity) {
    List<Tree.Fields> expressions =
        affinity
            .fields("nodeAffinity")
            .flatMap(each -> each.fields("requiredDuringSchedulingIgnoredDuringExecution"))
            .map(each -> each.each("nodeSelectorTerms"))
            .orElse(List.of())
            .stream()
            .flatMap(term -> term.each("matchExpressions").stream())
            .filter(each -> each.text("key").filter(Kubernetes::namesProduct).isPresent())
            .toList();
    return expressions.size() == 1
            && expressions.get(0).text("operator").filter(Kubernetes::isOneOf).isPresent()
            && expressions.get(0).all("values").size() == 1
        ? expressions.get(0).texts("values").stream().findFirst()
        : Optional.empty();
  }

  private static boolean namesProduct(Tree.Text key) {
    return DeviceTraces.isLabel(key.text());
  }

  private static boolean isOneOf(Tree.Text operator) {
    return operator.text().equals("In");
  }

  private void container(Tree.Fields fields, Holder holder) {
    List<Draft> devices = new ArrayList<>();
    requests(fields).values().forEach(entry -> device(entry, holder, devices));
    Optional<Tree.Text> image = fields.text("image");
    image.ifPresent(this::image);
    for (ModelArguments.Named model : new ModelArguments(yaml, intake).of(fields)) {
      model(model, fields, holder, devices);
    }
  }

  /** What a container requests, each resource once: its limit, else its request. */
  private static Map<String, Tree.Entry> requests(Tree.Fields container) {
    Map<String, Tree.Entry> requests = new LinkedHashMap<>();
    container
        .fields("resources")
        .ifPresent(
            resources -> {
              for (String key : List.of("limits", "requests")) {
                resources
                    .fields(key)
                    .ifPresent(
                        each ->
                            each.entries()
                                .forEach(entry -> requests.putIfAbsent(entry.key(), entry)));
              }
            });
    return requests;
  }

  private void device(Tree.Entry request, Holder holder, List<Draft> devices) {
    String resource = request.key();
    if (resource.indexOf('/') < 0) {
      return; // Processor time, memory and disk.
    }
    Tree.Text key = request.asText();
    Optional<KnownNames.Resource> device = known.resource(resource);
    if (device.isEmpty()) {
      if (known.isPartOfDevice(resource)) {
        intake.remark(
            key, "resource '" + StatedText.clean(resource) + "': a part of a device, no device");
      } else {
        intake.entry();
        intake.unused(
            key, "resource '" + StatedText.clean(resource) + "': nothing that the catalogue knows");
      }
      return;
    }
    intake.entry();
    if (request.value() instanceof Tree.Text text && text.text().strip().equals("0")) {
      intake.unused(key, "resource '" + resource + "': none is requested");
      return;
    }
    traces.requested(device.get().vendor());
    devices.add(accelerator(request, key, device.get(), holder));
  }

  private Draft accelerator(
      Tree.Entry request, Tree.Text key, KnownNames.Resource device, Holder holder) {
    String kind = request.key().substring(request.key().indexOf('/') + 1);
    Draft draft = intake.draft(Section.ACCELERATORS, holder.name + " " + kind, "accelerator", key);
    draft.source(intake.file() + " " + request.value().path() + ", " + holder.words());
    Optional<CatalogueEntry> labelled =
        Optional.ofNullable(holder.product)
            .flatMap(label -> known.productIn(label.text(), device.vendor().id()));
    if (device.product().isPresent()) {
      draft.state("product", device.product().get(), key);
    } else if (labelled.isPresent() && holder.product != null) {
      draft.state("product", labelled.get().id(), holder.product);
    } else {
      draft.designer(device.vendor(), key);
    }
    quantity(draft, request, device, holder);
    return draft;
  }

  private void quantity(
      Draft draft, Tree.Entry request, KnownNames.Resource device, Holder holder) {
    if (!(request.value() instanceof Tree.Text amount)) {
      intake.problem(request.keyAt(), "the amount of " + request.key() + " must be a number");
      return;
    }
    Optional<Integer> number = Numbers.whole(amount.text());
    if (number.isEmpty()) {
      intake.problem(
          amount,
          "%s is '%s'; devices are requested in whole numbers"
              .formatted(request.key(), StatedText.clean(amount.text())));
    } else if (!device.whole()) {
      draft.comment(number.get() + " requested, each a part of a chip: how many chips is not said");
    } else if (holder.replicas == null || holder.replicas.text().equals("1")) {
      draft.state("quantity", number.get(), amount);
    } else {
      draft.comment(
          "%s pods that request %d each: quantity is left to you"
              .formatted(StatedText.clean(holder.replicas.text()), number.get()));
    }
  }

  private void image(Tree.Text image) {
    intake.entry();
    String reference = StatedText.clean(image.text());
    List<CatalogueEntry> frameworks = known.images(image.text());
    if (frameworks.isEmpty()) {
      String ascend =
          List.of(StatedText.comparable(image.text()).split(" ", -1)).stream()
                  .anyMatch(word -> word.matches("(public)?ascend(hub|ai)?"))
              ? ", but named after Ascend of Huawei; if it runs there, state an accelerator"
              : "";
      intake.unused(
          image, "image '" + reference + "': no framework that the catalogue knows" + ascend);
      return;
    }
    intake.frameworks(frameworks, frameworks.get(0).id(), image, image);
  }

  private void model(
      ModelArguments.Named model, Tree.Fields container, Holder holder, List<Draft> devices) {
    String name = StatedText.clean(model.name());
    if (!models.add(holder.words() + " " + name)) {
      return;
    }
    intake.entry();
    Draft draft = intake.draft(Section.MODELS, name, "model", model.at());
    draft.source(intake.file() + " " + model.at().path() + ", " + holder.words());
    draft.state("name", name, model.at());
    names.identify(draft, name, model.at());
    if (devices.size() == 1) {
      requests(container).values().stream()
          .filter(entry -> known.resource(entry.key()).isPresent())
          .findFirst()
          .ifPresent(entry -> draft.state("accelerator", devices.get(0).id(), entry.asText()));
    }
  }
}
