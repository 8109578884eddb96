package eu.policyadvisor.inventory;

import java.util.List;

/** The keys that CycloneDX 1.4 to 1.7 have, in JSON as in XML. */
final class CycloneDxKeys {
  static final List<String> ROOT =
      words(
          "$schema bomFormat specVersion serialNumber version metadata components services"
              + " externalReferences dependencies compositions vulnerabilities annotations"
              + " formulation properties declarations definitions citations signature");
  static final List<String> METADATA =
      words(
          "timestamp lifecycles tools authors component manufacture manufacturer supplier licenses"
              + " properties distributionConstraints");
  static final List<String> COMPONENT =
      words(
          "type mime-type bom-ref supplier manufacturer authors author publisher group name version"
              + " versionRange description scope hashes licenses copyright patentAssertions cpe purl"
              + " omniborId swhid swid modified pedigree externalReferences components evidence"
              + " releaseNotes modelCard data cryptoProperties properties tags signature"
              + " isExternal");
  static final List<String> SERVICE =
      words(
          "bom-ref provider group name version description endpoints authenticated"
              + " x-trust-boundary trustZone data licenses patentAssertions externalReferences"
              + " services releaseNotes properties tags signature");
  static final List<String> ORGANISATION = words("bom-ref name address url contact");
  static final List<String> MODEL_CARD =
      words("bom-ref modelParameters quantitativeAnalysis considerations properties");
  static final List<String> MODEL_PARAMETERS =
      words("approach task architectureFamily modelArchitecture datasets inputs outputs");
  static final List<String> TYPES =
      words(
          "application framework library container platform operating-system device device-driver"
              + " firmware file machine-learning-model data cryptographic-asset");
  static final List<String> VERSIONS = words("1.4 1.5 1.6 1.7");

  private CycloneDxKeys() {}

  private static List<String> words(String words) {
    return List.of(words.split(" ", -1));
  }
}
