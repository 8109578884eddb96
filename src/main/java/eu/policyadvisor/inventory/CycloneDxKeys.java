package eu.policyadvisor.inventory;

import java.util.List;

/** The keys that CycloneDX 1.4 to 1.7 have, in JSON as in XML. */
final class CycloneDxKeys {
  static final List<String> ROOT = Words.of("cyclonedx.root");
  static final List<String> METADATA = Words.of("cyclonedx.metadata");
  static final List<String> COMPONENT = Words.of("cyclonedx.component");
  static final List<String> SERVICE = Words.of("cyclonedx.service");
  static final List<String> ORGANISATION = Words.of("cyclonedx.organisation");
  static final List<String> MODEL_CARD = Words.of("cyclonedx.model-card");
  static final List<String> MODEL_PARAMETERS = Words.of("cyclonedx.model-parameters");
  static final List<String> TYPES = Words.of("cyclonedx.types");
  static final List<String> VERSIONS = Words.of("cyclonedx.versions");

  private CycloneDxKeys() {}
}
