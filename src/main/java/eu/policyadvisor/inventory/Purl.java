package eu.policyadvisor.inventory;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import eu.policyadvisor.problem.Suggestion;
import java.util.Locale;
import java.util.Set;

/**
 * A package URL.
 *
 * @param type the kind of repository, such as {@code pypi}
 * @param namespace who publishes there; empty for none
 * @param name the package
 * @param repository where else than usual it comes from; empty when not said
 */
record Purl(String type, String namespace, String name, String repository) {

  /** Types of the package-url specification, those that it lists as candidates included. */
  private static final Set<String> TYPES = Set.copyOf(Words.of("purl.types"));

  /** What is wrong with a text as a package URL. */
  static final class Invalid extends Exception {
    private static final long serialVersionUID = 1;

    private Invalid(String problem) {
      super(problem, null, false, false);
    }

    String problem() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Reads a package URL.
   *
   * @throws Invalid if it is none, or of a type that there is not
   */
  static Purl of(String text) throws Invalid {
    PackageURL url;
    try {
      url = new PackageURL(text.strip());
    } catch (MalformedPackageURLException | RuntimeException e) {
      // The library lets faults of percent codes and of URIs through as they are.
      throw new Invalid(
          "'" + StatedText.clean(text) + "' is no package URL, such as pkg:pypi/torch@2.9.0");
    }
    String type = url.getType().toLowerCase(Locale.ROOT);
    if (!TYPES.contains(type)) {
      String near = Suggestion.question(type, TYPES, 1);
      throw new Invalid(
          "there is no type '%s' of package URLs%s"
              .formatted(
                  StatedText.clean(type),
                  near.isEmpty()
                      ? "; types are pypi, npm, maven, huggingface, oci and so on"
                      : near));
    }
    String repository =
        url.getQualifiers() == null ? "" : url.getQualifiers().getOrDefault("repository_url", "");
    return new Purl(
        type, url.getNamespace() == null ? "" : url.getNamespace(), url.getName(), repository);
  }

  /** Without version and all that follows. */
  String bare() {
    return "pkg:" + type + "/" + qualified();
  }

  /** Publisher and name. */
  String qualified() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  boolean isModelHub() {
    return type.equals("huggingface");
  }

  boolean isImage() {
    return type.equals("oci") || type.equals("docker");
  }

  /** The image that it names. */
  String image() {
    return repository.isEmpty() ? qualified() : repository;
  }
}
