package eu.policyadvisor.say;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Means;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.yaml.Countries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Values in words: dates, numbers and shares as people write them, countries by name, other facts
 * and entries of the catalogue by what they are called.
 */
final class Words {
  static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("eu.policyadvisor.say.sentences", Locale.ROOT);

  /** Keeps a number and what belongs to it on one line. */
  private static final char TIE = '\u00A0';

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** From here on, nobody counts the digits. */
  private static final BigDecimal VAST = BigDecimal.TEN.pow(15);

  private static final Set<String> BY_NAME = Set.of(TEXTS.getString("names").split(" "));

  private final Map<String, Fact> facts;

  /** Names that several facts have. */
  private final Set<String> sharing = new HashSet<>();

  private final Catalogue catalogue;

  Words(Map<String, Fact> facts, Catalogue catalogue) {
    this.facts = facts;
    this.catalogue = catalogue;
    Set<String> names = new HashSet<>();
    for (Fact fact : facts.values()) {
      String name = fact.name();
      if (name != null && !names.add(name)) {
        sharing.add(name);
      }
    }
  }

  /** A value of a field. */
  String of(Object value, Field rule) {
    if (value instanceof Enum<?> constant) {
      return constant(constant);
    } else if (value instanceof LocalDate day) {
      return day(day);
    } else if (value instanceof BigDecimal || value instanceof Integer) {
      return number(new BigDecimal(value.toString()));
    } else if (value instanceof Map<?, ?> shares) {
      return shares(shares);
    } else if (value instanceof Collection<?> several) {
      return Names.list(several.stream().map(each -> of(each, rule)).toList(), "and");
    }
    return text(value.toString(), rule);
  }

  private String text(String text, Field rule) {
    if (rule.country()) {
      return Countries.name(text);
    } else if (!rule.catalogue().isEmpty()) {
      return Optional.ofNullable(catalogue.instruments().get(text))
          .filter(any -> rule.catalogue().equals(Catalogue.INSTRUMENTS))
          .map(Instrument::title)
          .or(() -> catalogue.find(rule.catalogue(), text).map(Words::name))
          .orElse(text);
    }
    Fact named = facts.get(text);
    if (named != null) {
      return inSentence(named);
    }
    return Countries.problem(text).isEmpty() ? Countries.name(text) : text;
  }

  private static String name(CatalogueEntry entry) {
    return entry.values().getOrDefault("name", entry.id());
  }

  /** Another fact, by its name where no other has the same; a comma in it stands in quotes. */
  private String inSentence(Fact fact) {
    String name = fact.name();
    String called = name == null || sharing.contains(name) ? called(fact) : name;
    return called.contains(",") ? '"' + called + '"' : called;
  }

  /** Name and id: two facts may have the same name. */
  static String called(Fact fact) {
    String name = fact.name();
    return name == null || name.equals(fact.id()) ? fact.id() : name + " (" + fact.id() + ")";
  }

  /** A constant by its short word, else by what it means, else by its name. */
  static String constant(Enum<?> constant) {
    String type = constant.getDeclaringClass().getSimpleName();
    String key = type + "." + Names.inFile(constant);
    String name = Names.inFile(constant).replace('_', ' ');
    if (TEXTS.containsKey(key)) {
      return TEXTS.getString(key);
    }
    return BY_NAME.contains(type) ? name : means(constant).orElse(name);
  }

  static Optional<String> means(Enum<?> constant) {
    return Arrays.stream(constant.getDeclaringClass().getFields())
        .filter(field -> field.getName().equals(constant.name()))
        .flatMap(field -> Stream.of(field.getAnnotationsByType(Means.class)))
        .map(Means::value)
        .findFirst();
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code 1 024 000}: a comma or a point would be read as a decimal sign by many. */
  static String number(BigDecimal number) {
    if (number.compareTo(VAST) >= 0) {
      int power = number.precision() - number.scale() - 1;
      String digits = number.movePointLeft(power).stripTrailingZeros().toPlainString();
      return digits + TIE + "×" + TIE + "10^" + power;
    }
    String[] parts = number.toPlainString().split("\\.", 2);
    String whole =
        parts[0].length() < 5
            ? parts[0]
            : parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", String.valueOf(TIE));
    return parts.length == 1 ? whole : whole + "." + parts[1];
  }

  static String share(BigDecimal share) {
    return number(new BigDecimal(share.movePointRight(2).stripTrailingZeros().toPlainString()))
        + TIE
        + "%";
  }

  private static String shares(Map<?, ?> shares) {
    Map<String, BigDecimal> sorted = new TreeMap<>();
    shares.forEach((country, share) -> sorted.put(country.toString(), (BigDecimal) share));
    List<String> parts =
        sorted.entrySet().stream()
            .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
            .map(each -> share(each.getValue()) + " from " + Countries.name(each.getKey()))
            .toList();
    return Names.list(parts, "and");
  }
}
