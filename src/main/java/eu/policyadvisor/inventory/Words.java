package eu.policyadvisor.inventory;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The lists of words in {@code words.properties}. */
final class Words {
  private static final ResourceBundle LISTS =
      ResourceBundle.getBundle("eu.policyadvisor.inventory.words", Locale.ROOT);

  private Words() {}

  /** A list by its name; this splits it anew each time. */
  static List<String> of(String name) {
    return List.of(LISTS.getString(name).split(" ", -1));
  }
}
