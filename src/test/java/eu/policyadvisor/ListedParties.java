package eu.policyadvisor;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.screening.ListStore;
import eu.policyadvisor.screening.ScreeningLists;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Suppliers whose names a screening list has, of which facts say this or that or nothing. */
public final class ListedParties {
  /** The list as it is published. */
  public static final Path ROWS = Path.of("src/test/resources/screening/rows.csv");

  private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
  private static final FieldOrigin UNKNOWN =
      new FieldOrigin(FieldOrigin.Kind.UNKNOWN, 0, 0, 0, 0, "unknown", null);

  /** Names of the list with the country of each. */
  private static final Map<String, String> NAMES =
      Map.of(
          "Gryphon Aerospace", "SG",
          "A. Leib Ltd.", "IL",
          "Gulf Gate Spedition GmbH", "AT",
          "SenseTime Group Limited", "CN",
          "Huawei Technologies Co., Ltd.", "CN");

  private ListedParties() {}

  /** The list, kept in a directory. */
  static ScreeningLists lists(Path directory) throws Exception {
    new ListStore(directory).add("rows.csv", Files.readAllBytes(ROWS), null, DAY, DAY);
    return ScreeningLists.open(directory);
  }

  /** The same facts with such suppliers, one for each name. */
  public static FactSet with(FactSet set, Random random) {
    return Drawn.plus(
        set,
        NAMES.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> supplier(each.getKey(), each.getValue(), random))
            .toList());
  }

  private static Fact supplier(String name, String country, Random random) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", name.replaceAll("[^A-Za-z]", ""));
    values.put("name", name);
    Map<String, FieldOrigin> origins = new HashMap<>();
    state("hq", country, random, values, origins);
    state("vendor", "huawei", random, values, origins);
    state("subject_to_ear", true, random, values, origins);
    state("critical_infrastructure", true, random, values, origins);
    state("lists", any(random, List.of(), List.of(PartyList.TAIWAN_SHTC)), random, values, origins);
    state("entity_listed_since", LocalDate.of(2020, 1, 1), random, values, origins);
    return Fact.of(Party.class, values, new Provenance("", "", 0, 0, origins));
  }

  private static Object any(Random random, Object one, Object other) {
    return random.nextBoolean() ? one : other;
  }

  /** Of a field the facts say the value, that it is not known, or, twice as often, nothing. */
  private static void state(
      String field,
      Object value,
      Random random,
      Map<String, Object> values,
      Map<String, FieldOrigin> origins) {
    switch (random.nextInt(4)) {
      case 0 -> values.put(field, value);
      case 1 -> origins.put(field, UNKNOWN);
      default -> {
        // Nothing.
      }
    }
  }
}
