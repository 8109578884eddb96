package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes facts of a CycloneDX bill of materials, component by component. */
final class CycloneDx implements TreeSource.Sink {
  private static final Set<String> HANDED_OUT = Set.of("components", "services");

  /** What says nothing that facts hold, and may be large. */
  private static final Set<String> PASSED = Set.copyOf(Words.of("cyclonedx.passed"));

  private final Intake intake;
  private final CycloneDxComponents components;
  private final CycloneDxServices services;
  private final Map<String, Integer> references = new HashMap<>();
  private @Nullable Tree version;

  CycloneDx(Intake intake) {
    this.intake = intake;
    this.components = new CycloneDxComponents(intake);
    this.services = new CycloneDxServices(intake);
  }

  @Override
  public boolean handsOut(Pointer list) {
    return HANDED_OUT.contains(list.step()) && !list.isBelow("tools") && !list.isBelow("pedigree");
  }

  @Override
  public boolean passes(Pointer value) {
    return PASSED.contains(value.step());
  }

  @Override
  public void twice(Tree.Entry entry) {
    intake.problem(
        entry.keyAt(),
        "'" + StatedText.clean(entry.key()) + "' stands twice; the first one is read");
  }

  @Override
  public void item(Tree item) {
    String list = item.path().parentStep();
    String owner = list.equals("services") ? "service" : "component";
    intake.entry();
    if (!(item instanceof Tree.Fields fields)) {
      intake.problem(item, "a " + owner + " must be an object with keys");
      return;
    }
    reference(fields, owner);
    if (owner.equals("service")) {
      services.service(fields);
    } else {
      components.component(fields);
    }
  }

  @Override
  public void entry(Tree.Entry entry) {
    Tree value = entry.value();
    switch (entry.key()) {
      case "bomFormat" -> {
        if (!(value instanceof Tree.Text text) || !text.text().equals("CycloneDX")) {
          intake.problem(value, "bomFormat must be CycloneDX");
        }
      }
      case "specVersion" -> version = value;
      case "metadata" -> metadata(value);
      case "components", "services" -> {
        if (!(value instanceof Tree.Passed)) {
          intake.problem(value, entry.key() + " must be a list");
        }
      }
      default -> {
        if (!CycloneDxKeys.ROOT.contains(entry.key())) {
          intake.unknownKey(entry, "the bill of materials", CycloneDxKeys.ROOT);
        }
      }
    }
  }

  /** Ends the file; what is wrong with it as a whole is thrown. */
  void end() throws Malformed {
    if (version == null) {
      throw new Malformed(Place.NONE, "says no specVersion; CycloneDX 1.4 to 1.7 are read");
    } else if (!CycloneDxKeys.VERSIONS.contains(number())) {
      throw new Malformed(
          version.at().place(),
          "version '%s' of CycloneDX is not read; 1.4 to 1.7 are"
              .formatted(StatedText.clean(number())));
    }
  }

  private String number() {
    return version instanceof Tree.Text text ? text.text() : "";
  }

  private void metadata(Tree value) {
    if (!(value instanceof Tree.Fields metadata)) {
      intake.problem(value, "metadata must be an object with keys");
      return;
    }
    intake.keys(metadata, "metadata", CycloneDxKeys.METADATA);
    metadata.fields("supplier").ifPresent(components::organisation);
    metadata
        .fields("component")
        .ifPresent(
            root -> {
              intake.entry();
              reference(root, "component");
              root.text("name").ifPresent(intake::subject);
              components.root(root);
            });
  }

  private void reference(Tree.Fields item, String owner) {
    item.text("bom-ref")
        .ifPresent(
            reference -> {
              Integer first = references.putIfAbsent(reference.text(), reference.at().line());
              if (first != null) {
                intake.problem(
                    reference,
                    "the bom-ref '%s' of this %s stands twice; it also stands at line %d"
                        .formatted(StatedText.clean(reference.text()), owner, first));
              }
            });
  }

  /** What the version says, for a heading. */
  String label() {
    return "CycloneDX " + number();
  }
}
