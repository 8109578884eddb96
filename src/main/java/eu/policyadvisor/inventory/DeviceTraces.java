package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.CatalogueEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What in an object of a manifest tells of devices without requesting any: files of devices that
 * are mounted, variables that choose devices, labels of nodes.
 */
final class DeviceTraces {
  /** Labels of nodes whose value names the product, with the vendor whose devices have them. */
  private static final Map<String, String> LABELS =
      Map.of(
          "nvidia.com/gpu.product", "nvidia",
          "cloud.google.com/gke-accelerator", "nvidia",
          "cloud.google.com/gke-tpu-accelerator", "google",
          "karpenter.k8s.aws/instance-gpu-name", "nvidia",
          "amd.com/gpu.product-name", "amd",
          "node.kubernetes.io/npu.chip.name", "huawei",
          "accelerator", "");

  private final Intake intake;
  private final Set<String> requested = new HashSet<>();
  private final List<Trace> traces = new ArrayList<>();

  DeviceTraces(Intake intake) {
    this.intake = intake;
  }

  /**
   * A trace.
   *
   * @param vendor whose device it is
   * @param product its product, if that is told
   * @param at what tells it
   * @param certain whether there is a device
   */
  private record Trace(
      CatalogueEntry vendor, Optional<String> product, Tree.Text at, boolean certain) {}

  static boolean isLabel(String key) {
    return LABELS.containsKey(key);
  }

  /** Remembers that devices of a vendor are requested, so that traces of them tell nothing new. */
  void requested(CatalogueEntry vendor) {
    requested.add(vendor.id());
  }

  /** Looks at a part of an object. */
  void look(Tree.Fields fields) {
    fields
        .fields("hostPath")
        .flatMap(each -> each.text("path"))
        .ifPresent(path -> trace(path.text(), path, true));
    for (Tree.Fields variable : fields.each("env")) {
      variable.text("name").ifPresent(name -> trace(name.text(), name, false));
    }
  }

  private void trace(String name, Tree.Text at, boolean certain) {
    intake
        .known()
        .trace(name)
        .ifPresent(vendor -> traces.add(new Trace(vendor, Optional.empty(), at, certain)));
  }

  /**
   * A label of nodes that names a product.
   *
   * @param key the label
   * @param value its value
   * @param certain whether it is of a node, as opposed to one that is looked for
   */
  void label(String key, Tree.Text value, boolean certain) {
    KnownNames known = intake.known();
    Optional<CatalogueEntry> vendor =
        Optional.ofNullable(LABELS.get(key))
            .flatMap(known::vendorById)
            .or(() -> known.vendorIn(value.text()))
            .or(() -> known.family(value.text()).map(KnownNames.Alias::entry));
    vendor.ifPresent(
        entry ->
            traces.add(
                new Trace(
                    entry,
                    known.productIn(value.text(), entry.id()).map(CatalogueEntry::id),
                    value,
                    certain)));
  }

  /** Makes of the traces what they tell beyond what is requested. */
  void end(String name, String owner) {
    Set<String> told = new HashSet<>(requested);
    traces.stream()
        .filter(Trace::certain)
        .filter(trace -> told.add(trace.vendor.id()))
        .forEach(trace -> fact(trace, name, owner));
    traces.stream()
        .filter(trace -> told.add(trace.vendor.id()))
        .forEach(
            trace -> {
              intake.entry();
              intake.unused(
                  trace.at,
                  "'%s': tells of devices of %s, but requests none: not read; state an accelerator"
                      .formatted(
                          StatedText.clean(trace.at.text()),
                          trace.vendor.values().getOrDefault("name", trace.vendor.id())));
            });
  }

  private void fact(Trace trace, String name, String owner) {
    intake.entry();
    Draft draft =
        intake.draft(Section.ACCELERATORS, name + " " + trace.vendor.id(), "accelerator", trace.at);
    draft.source(intake.file() + " " + trace.at.path() + ", " + owner);
    trace.product.ifPresentOrElse(
        product -> draft.state("product", product, trace.at),
        () -> draft.designer(trace.vendor, trace.at));
    draft.comment("there is such a device, but none is requested: how many is not said");
  }
}
