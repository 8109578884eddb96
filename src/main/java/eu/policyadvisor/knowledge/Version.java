package eu.policyadvisor.knowledge;

/** The version that the build wrote into the manifest of the jar. */
final class Version {
  private Version() {}

  static String of(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
