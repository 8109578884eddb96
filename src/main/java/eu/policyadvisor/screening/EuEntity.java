package eu.policyadvisor.screening;

import eu.policyadvisor.fact.PartyList;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers what the EU consolidated financial sanctions list says of one entity. */
final class EuEntity {
  private static final String SOURCE = "EU consolidated financial sanctions list";

  private final int line;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> countries = new TreeSet<>();
  private final Set<String> programmes = new TreeSet<>();
  private final Set<String> acts = new LinkedHashSet<>();
  private boolean person;
  private @Nullable LocalDate since;

  EuEntity(int line) {
    this.line = line;
  }

  int line() {
    return line;
  }

  void name(String name) {
    if (!name.isBlank()) {
      names.add(name.strip());
    }
  }

  void country(String country) {
    if (country.matches("[A-Z]{2}") && !country.equals("00")) {
      countries.add(country);
    }
  }

  void act(String programme, String title) {
    if (!programme.isBlank()) {
      programmes.add(programme.strip());
    }
    if (!title.isBlank()) {
      acts.add(title.strip());
    }
  }

  void kind(String code) {
    person |= code.equals("P") || code.equalsIgnoreCase("person");
  }

  /** The day of designation; that of the act would be that of its last amendment. */
  void designated(@Nullable LocalDate day) {
    if (day != null && (since == null || day.isBefore(since))) {
      since = day;
    }
  }

  boolean isNamed() {
    return !names.isEmpty();
  }

  ListRow row() {
    List<String> all = List.copyOf(names);
    return new ListRow(
        line,
        SOURCE,
        all.get(0),
        all.subList(1, all.size()),
        countries,
        person,
        "EU restrictive measures"
            + (programmes.isEmpty() ? "" : ", programme " + String.join(", ", programmes)),
        String.join("; ", acts),
        since,
        null,
        Set.of(PartyList.EU_SANCTIONS));
  }
}
