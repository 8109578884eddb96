package eu.policyadvisor.screening;

import eu.policyadvisor.fact.PartyList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the US consolidated screening list says, whatever the form it comes in. */
final class Csl {
  private static final String PERSON = "Individual";

  private Csl() {}

  /** Of the lists that make up the consolidated one, facts name one. */
  static Set<PartyList> lists(String source) {
    return source.startsWith("Entity List") ? Set.of(PartyList.US_ENTITY_LIST) : Set.of();
  }

  static boolean isPerson(String type) {
    return type.equalsIgnoreCase(PERSON);
  }

  static String effect(String requirement, String policy, List<String> programmes) {
    StringBuilder effect = new StringBuilder();
    append(effect, "licence required: ", requirement);
    append(effect, "licence policy: ", policy);
    append(effect, "programmes: ", String.join(", ", programmes));
    return effect.toString();
  }

  private static void append(StringBuilder effect, String label, String text) {
    String plain = text.strip().replaceAll("\\s+", " ");
    while (plain.endsWith(".") || plain.endsWith(" ")) {
      plain = plain.substring(0, plain.length() - 1);
    }
    if (!plain.isEmpty()) {
      effect.append(effect.isEmpty() ? "" : "; ").append(label).append(plain);
    }
  }

  /** Countries of addresses, each of which ends in two letters. */
  static Set<String> countries(List<String> addresses) {
    Set<String> countries = new TreeSet<>();
    for (String address : addresses) {
      String last = address.substring(address.lastIndexOf(',') + 1).strip();
      if (last.matches("[A-Z]{2}")) {
        countries.add(last);
      }
    }
    return countries;
  }
}
