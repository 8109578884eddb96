package eu.policyadvisor.say;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.Catalogue;
import java.util.Locale;
import java.util.ResourceBundle;

/** Who can be asked for a value that is not known. */
public final class Informants {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("eu.policyadvisor.say.informants", Locale.ROOT);

  private Informants() {}

  /**
   * Whom to ask, such as {@code the seller} or the name of a provider.
   *
   * @param facts where other facts get their names from
   * @param catalogue what parties are called
   */
  public static String of(FactSet facts, Catalogue catalogue, OpenValue value) {
    Fact fact = value.fact();
    String list = fact.section().key();
    String field = list + "." + value.field();
    String[] known = TEXTS.getString(TEXTS.containsKey(field) ? field : list).split(" \\| ", 2);
    if (!known[0].startsWith("{")) {
      return known[0];
    }
    String named = known[0].substring(1, known[0].length() - 1);
    if (named.isEmpty()) {
      return fact.label();
    }
    return fact.value(named) == null
        ? known[1]
        : FactSentences.called(facts, catalogue, fact, named);
  }
}
