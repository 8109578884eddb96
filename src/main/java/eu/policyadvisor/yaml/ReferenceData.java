package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Framework;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Supplier;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data that ships beside the rules: catalogue, parameters, groups of countries.
 *
 * @param catalogue the reference catalogue
 * @param parameters thresholds, with their dates
 * @param countryGroups groups of countries that law treats alike
 */
public record ReferenceData(
    Catalogue catalogue, List<Parameter> parameters, List<CountryGroup> countryGroups) {

  /** The parts of the catalogue that facts name, each in a file of its name, and whom they fill. */
  private static final Map<String, Class<? extends Fact>> KINDS =
      Map.of(
          "accelerators", Accelerator.class,
          "models", Model.class,
          "frameworks", Framework.class,
          "vendors", Supplier.class);

  /** Keys of an entry that do not fill a field of a fact. */
  private static final Set<String> ABOUT =
      Set.of("id", "confidence", "source", "verified", "review_on", "note");

  /** The day on which the data was compiled. */
  private static final LocalDate COMPILED = LocalDate.of(2026, 11, 23);

  /** Copies the lists. */
  public ReferenceData {
    parameters = List.copyOf(parameters);
    countryGroups = List.copyOf(countryGroups);
  }

  /** An instrument as its file states it. */
  record StatedInstrument(
      String id,
      String title,
      @Nullable String reference,
      @Nullable LocalDate date,
      Instrument.Status status,
      @Nullable String link,
      @Nullable String source,
      boolean verified,
      @Nullable LocalDate reviewOn,
      @Nullable String note) {}

  /** A group as its file states it. */
  record StatedGroup(String name, List<String> countries, String reference, boolean verified) {}

  /**
   * The data on the class path, below {@code rules/}.
   *
   * @throws IllegalStateException naming file and line if it is wrong, which the build checks
   */
  public static ReferenceData builtIn() {
    Map<String, Map<String, CatalogueEntry>> entries = new HashMap<>();
    for (String part : KINDS.keySet()) {
      entries.put(part, entries(part));
    }
    Map<String, Instrument> instruments = new LinkedHashMap<>();
    for (StatedInstrument stated :
        records("rules/catalog/instruments.yaml", "instruments", StatedInstrument.class)) {
      instruments.put(stated.id, instrument(stated));
    }
    return new ReferenceData(
        new Catalogue(COMPILED, entries, instruments),
        records("rules/parameters.yaml", "parameters", Parameter.class),
        records("rules/catalog/country-groups.yaml", "groups", StatedGroup.class).stream()
            .map(ReferenceData::group)
            .toList());
  }

  private static Instrument instrument(StatedInstrument stated) {
    return new Instrument(
        stated.id,
        stated.title,
        stated.reference,
        stated.date,
        stated.status,
        stated.link,
        stated.source,
        stated.verified,
        stated.reviewOn);
  }

  private static CountryGroup group(StatedGroup stated) {
    return new CountryGroup(
        stated.name, new TreeSet<>(stated.countries), stated.reference, stated.verified);
  }

  private static <R extends Record> List<R> records(String resource, String key, Class<R> type) {
    Problems problems = new Problems(resource);
    List<R> records = new ArrayList<>();
    Set<Object> names = new HashSet<>();
    for (Node node : list(resource, key, problems)) {
      RecordReader.read(type, Words.name(type), node, problems)
          .ifPresent(
              read -> {
                if (!names.add(String.valueOf(Component.of(type).get(0).of(read)))) {
                  problems.add(node.at(), "stands twice");
                }
                records.add(read);
              });
    }
    stopAt(problems);
    return records;
  }

  private static Map<String, CatalogueEntry> entries(String part) {
    String resource = "rules/catalog/" + part + ".yaml";
    Problems problems = new Problems(resource);
    Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
    for (Node node : list(resource, part, problems)) {
      if (node instanceof Node.Mapping mapping) {
        CatalogueEntry entry = entry(part, mapping, problems);
        if (entries.put(entry.id(), entry) != null) {
          problems.add(node.at(), entry.id() + " stands twice");
        }
      } else {
        RecordReader.notAMapping("an entry", node, problems);
      }
    }
    stopAt(problems);
    return entries;
  }

  private static CatalogueEntry entry(String part, Node.Mapping mapping, Problems problems) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      if (!ABOUT.contains(entry.key())) {
        values.put(entry.key(), entry.value().text());
        if (!fills(part, entry.key())) {
          problems.add(entry.keyAt(), "'" + entry.key() + "' fills no field of a fact");
        }
      }
    }
    Map<String, Confidence> confidence = new HashMap<>();
    if (mapping.find("confidence").map(Node.Entry::value).orElse(null)
        instanceof Node.Mapping stated) {
      for (Node.Entry entry : stated.entries()) {
        confidence.put(entry.key(), new Confidence(new BigDecimal(entry.value().text())));
      }
    }
    return new CatalogueEntry(
        part,
        text(mapping, "id").orElse(""),
        values,
        confidence,
        text(mapping, "source").orElse(null),
        text(mapping, "verified").map("true"::equals).orElse(false),
        text(mapping, "review_on").map(LocalDate::parse).orElse(null));
  }

  private static boolean fills(String part, String key) {
    return Stream.ofNullable(KINDS.get(part))
        .flatMap(kind -> Component.of(kind).stream())
        .anyMatch(component -> component.key().equals(key));
  }

  private static Optional<String> text(Node.Mapping mapping, String key) {
    return mapping.find(key).map(entry -> entry.value().text());
  }

  private static List<Node> list(String resource, String key, Problems problems) {
    Reading<List<Node>> documents = read(resource);
    problems.addAll(documents.problems());
    return documents.value().stream()
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .flatMap(document -> document.find(key).stream())
        .map(Node.Entry::value)
        .filter(Node.Sequence.class::isInstance)
        .map(Node.Sequence.class::cast)
        .flatMap(sequence -> sequence.items().stream())
        .toList();
  }

  private static Reading<List<Node>> read(String resource) {
    try (InputStream in = ReferenceData.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + resource);
      }
      return YamlReader.read(resource, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stopAt(Problems problems) {
    if (!problems.none()) {
      throw new IllegalStateException(
          problems.sorted().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
  }
}
