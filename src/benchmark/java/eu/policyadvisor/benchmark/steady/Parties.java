package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.screening.InvalidListException;
import eu.policyadvisor.screening.ListStore;
import eu.policyadvisor.screening.Screener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invented parties: a screening list, and names to look up in it. A quarter of the names are
 * listed, a quarter are listed ones with a letter left out, and half are of nobody on it.
 *
 * @param list the list, in the form of the US consolidated screening list
 * @param names the names
 */
record Parties(String list, List<String> names) {
  static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private static final List<String> SYLLABLES =
      List.of(
          "an", "bao", "chun", "da", "fei", "gang", "hong", "jin", "kai", "lian", "ming", "neng",
          "peng", "rui", "tai", "wei", "xin", "yuan", "zhao", "bor", "gor", "kas", "len", "mir",
          "nov", "rad", "sib", "vol", "zar", "far", "jav", "kar", "mehr", "pars", "tak");
  private static final List<String> BUSINESS =
      List.of(
          "Technology",
          "Electronics",
          "Trading",
          "Industries",
          "Engineering",
          "Logistics",
          "Shipping",
          "Aviation",
          "Semiconductor",
          "Research Institute",
          "Import and Export");
  private static final List<String> PLACES =
      List.of("Beijing", "Shanghai", "Shenzhen", "Moscow", "Tehran", "Dubai", "Hong Kong");
  private static final List<String> FORMS =
      List.of("Co., Ltd.", "Limited", "LLC", "JSC", "FZE", "Corporation", "Group", "Inc.");

  /** Of sizes; the same at every call. */
  static Parties of(int rows, int names) {
    Random random = new Random(11);
    StringBuilder list =
        new StringBuilder("source,name,alt_names,addresses,start_date,license_requirement\n");
    List<String> listed = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      String name = party(random);
      listed.add(name);
      list.append("Entity List (EL) - Bureau of Industry and Security,\"")
          .append(name)
          .append("\",\"")
          .append(i % 3 == 0 ? party(random) + "; " + word(random) : "")
          .append("\",\"1 Road, CN\",2020-01-01,All items\n");
    }
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < names; i++) {
      String name = listed.get(random.nextInt(listed.size()));
      asked.add(
          switch (i % 4) {
            case 0 -> name;
            case 1 -> new StringBuilder(name).deleteCharAt(1 + random.nextInt(6)).toString();
            default -> party(random);
          });
    }
    return new Parties(list.toString(), asked);
  }

  /** Keeps the list and opens it again, as the command line does. */
  Screener screener() {
    try {
      ListStore store = new ListStore(Files.createTempDirectory("lists"));
      store.add("parties.csv", list.getBytes(StandardCharsets.UTF_8), null, DAY, DAY);
      return Screener.of(ListStore.holding(store.all(), DAY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidListException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String party(Random random) {
    String business = any(random, BUSINESS);
    String form = any(random, FORMS);
    return switch (random.nextInt(3)) {
      case 0 -> any(random, PLACES) + " " + word(random) + " " + business + " " + form;
      case 1 -> word(random) + " " + business + " " + form;
      default -> word(random) + " " + word(random) + " " + business + " " + form;
    };
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      word.append(any(random, SYLLABLES));
    }
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String any(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
