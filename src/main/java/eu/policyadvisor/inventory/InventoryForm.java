package eu.policyadvisor.inventory;

/** The kinds of inventory that are read. */
public enum InventoryForm {
  /** A bill of materials in JSON. */
  CYCLONEDX_JSON("CycloneDX"),
  /** A bill of materials in XML. */
  CYCLONEDX_XML("CycloneDX"),
  /** A bill of materials in JSON-LD. */
  SPDX("SPDX 3"),
  /** One of an older edition, which is not read. */
  SPDX_2("SPDX 2"),
  /** Manifests of a cluster. */
  KUBERNETES("Kubernetes"),
  /** The card of a model: YAML before Markdown. */
  MODEL_CARD("Hugging Face model card"),
  /** The configuration of a model. */
  MODEL_CONFIGURATION("Hugging Face configuration");

  private final String label;

  InventoryForm(String label) {
    this.label = label;
  }

  /** What people call it. */
  public String label() {
    return label;
  }
}
