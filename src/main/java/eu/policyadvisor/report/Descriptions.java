package eu.policyadvisor.report;

import eu.policyadvisor.fact.Names;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What documents in JSON hold, in the words of {@code descriptions.properties}. */
public final class Descriptions {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("eu.policyadvisor.report.descriptions", Locale.ROOT);

  private Descriptions() {}

  /** What a component of a record holds; empty where its name says it. */
  public static Optional<String> of(Class<?> type, String component) {
    String owner = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    String key = owner + "." + Names.inFile(component);
    return TEXTS.containsKey(key) ? Optional.of(TEXTS.getString(key)) : Optional.empty();
  }
}
