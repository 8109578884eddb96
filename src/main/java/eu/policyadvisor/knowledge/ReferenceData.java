package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Framework;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.InventoryNames;
import eu.policyadvisor.rule.Listing;
import eu.policyadvisor.rule.Offer;
import eu.policyadvisor.rule.Owner;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.PartyNames;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Uncovered;
import eu.policyadvisor.rule.Vocabulary;
import eu.policyadvisor.yaml.Component;
import eu.policyadvisor.yaml.Countries;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.Problems;
import eu.policyadvisor.yaml.RecordReader;
import eu.policyadvisor.yaml.Values;
import eu.policyadvisor.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
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
          "accelerators",
          Accelerator.class,
          "models",
          Model.class,
          "frameworks",
          Framework.class,
          PartyNames.VENDORS,
          Party.class,
          Catalogue.MEASURES,
          PolicyEvent.class);

  private static final String NOTE = "note";

  /** Where an entry says which lists a party is or was on. */
  private static final String LISTINGS = "listings";

  /** Where an entry says who controls a party. */
  private static final String OWNERS = "owners";

  /** Where an entry says what a party rents out. */
  private static final String OFFER = "offer";

  /** Keys of parties only. */
  private static final Set<String> OF_PARTIES = Set.of(LISTINGS, OWNERS, OFFER);

  /** Keys of an entry that do not fill a field of a fact. */
  private static final Set<String> ABOUT =
      Set.of("id", "confidence", "source", "verified", "review_on", NOTE);

  /** Where an entry says what inventories call it. */
  private static final String NAMES = "inventory";

  /** Copies the lists. */
  public ReferenceData {
    parameters = List.copyOf(parameters);
    countryGroups = List.copyOf(countryGroups);
  }

  /** Where the files are, below the class path. */
  private static final String ROOT = "rules/";

  private static final String CATALOGUE = ROOT + "catalog/";
  private static final String VOCABULARIES = ROOT + "vocabularies/";

  /** The vocabularies that there always are; a directory may hold more. */
  private static final List<String> VOCABULARY_NAMES =
      List.of(
          "classifications", "components", "domains", "items", "materials", "measures", "sectors");

  /** Where a file of the catalogue says on which day it was compiled. */
  private static final String COMPILED = "compiled";

  /** Where it says to which month sources were read. */
  private static final String SOURCES_TO = "sources_to";

  private static final Set<String> DATES = Set.of(COMPILED, SOURCES_TO);
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  private static final String GROUPS = "country-groups";
  private static final String COVERAGE = "coverage";
  private static final String YAML = ".yaml";
  private static final String PARAMETERS = ROOT + "parameters" + YAML;

  /** Opens a file by its name below the class path. */
  interface Files {
    InputStream open(String name) throws IOException;

    /** What messages call the file. */
    default String label(String name) {
      return name;
    }

    /** The names of the vocabularies. */
    default Collection<String> vocabularies(List<Problem> problems) {
      return VOCABULARY_NAMES;
    }

    /** Whether there is a word on what the rules do not know. */
    default boolean tellCoverage() {
      return true;
    }
  }

  /** Files of a directory, and the built-in ones in place of those that it lacks. */
  private record OwnFiles(Path directory) implements Files {
    @Override
    public InputStream open(String name) throws IOException {
      return isOwn(name) ? java.nio.file.Files.newInputStream(own(name)) : resource(name);
    }

    @Override
    public String label(String name) {
      return isOwn(name) ? own(name).toString() : name;
    }

    @Override
    public Collection<String> vocabularies(List<Problem> problems) {
      Set<String> names = new TreeSet<>(VOCABULARY_NAMES);
      for (Path file : yamlFiles(own(VOCABULARIES), problems)) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(YAML)) {
          names.add(name.substring(0, name.length() - YAML.length()));
        }
      }
      return names;
    }

    /** What the built-in rules do not know says nothing of rules that stand alone. */
    @Override
    public boolean tellCoverage() {
      return isOwn(CATALOGUE + COVERAGE + YAML) || !isOwn(PARAMETERS);
    }

    private boolean isOwn(String name) {
      return java.nio.file.Files.exists(own(name));
    }

    private Path own(String name) {
      return directory.resolve(name.substring(ROOT.length()));
    }
  }

  /** What an entry says about itself. */
  record About(
      String id,
      @Nullable Map<String, BigDecimal> confidence,
      @Nullable String source,
      boolean verified,
      @Nullable LocalDate reviewOn,
      @Nullable String note) {}

  /** What inventories call an entry, as its file states it. */
  record StatedNames(
      @Nullable List<String> aliases,
      @Nullable List<String> packages,
      @Nullable List<String> resources,
      @Nullable List<String> slices,
      @Nullable List<String> images,
      @Nullable List<String> organisations,
      @Nullable List<String> families,
      @Nullable List<String> traces,
      @Nullable List<String> hosts,
      @Nullable List<String> gateways,
      String source) {

    InventoryNames names() {
      return new InventoryNames(
          list(aliases),
          list(packages),
          list(resources),
          list(slices),
          list(images),
          list(organisations),
          list(families),
          list(traces),
          list(hosts),
          list(gateways),
          source);
    }

    private static List<String> list(@Nullable List<String> names) {
      return names == null ? List.of() : names;
    }
  }

  /** The files of the built-in data, below the class path. */
  static List<String> files() {
    List<String> files = new ArrayList<>();
    files.add(PARAMETERS);
    files.add(CATALOGUE + GROUPS + YAML);
    files.add(CATALOGUE + Catalogue.INSTRUMENTS + YAML);
    files.add(CATALOGUE + COVERAGE + YAML);
    KINDS.keySet().stream().sorted().forEach(part -> files.add(CATALOGUE + part + YAML));
    VOCABULARY_NAMES.forEach(name -> files.add(VOCABULARIES + name + YAML));
    return files;
  }

  /**
   * The data on the class path, below {@code rules/}.
   *
   * @throws IllegalStateException naming file and line if it is wrong, which the build checks
   */
  public static ReferenceData builtIn() {
    return read(ReferenceData::resource);
  }

  /**
   * The data of a directory: {@code parameters.yaml}, {@code catalog/*.yaml} and {@code
   * vocabularies/*.yaml}, each where it is there, else the built-in one.
   */
  public static Checked<ReferenceData> read(Path directory) {
    List<Problem> problems = new ArrayList<>(strangers(directory));
    ReferenceData read = read(new OwnFiles(directory), problems);
    return new Checked<>(read, problems.stream().sorted().toList());
  }

  static ReferenceData read(Files files) {
    List<Problem> problems = new ArrayList<>();
    ReferenceData read = read(files, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          problems.stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
    return read;
  }

  /**
   * What reading comes upon besides the data.
   *
   * @param problems what is wrong
   * @param days the days on which the files of the catalogue were compiled
   * @param months the months to which their sources were read
   */
  private record Found(List<Problem> problems, List<LocalDate> days, List<YearMonth> months) {}

  private static ReferenceData read(Files files, List<Problem> problems) {
    Found found = new Found(problems, new ArrayList<>(), new ArrayList<>());
    Map<String, Map<String, CatalogueEntry>> entries = new HashMap<>();
    for (String part : KINDS.keySet()) {
      entries.put(part, entries(files, part, found));
    }
    Map<String, Instrument> instruments = instruments(files, found);
    List<CountryGroup> groups = countryGroups(files, found);
    if (found.days().isEmpty()) {
      problems.add(
          Problem.of(
              files.label(CATALOGUE + Catalogue.INSTRUMENTS + YAML),
              "does not say, nor does another file of the catalogue, on which day it was compiled;"
                  + " write 'compiled: ' and the day above its list"));
    }
    List<TermGroup> termGroups = new ArrayList<>();
    List<Vocabulary> vocabularies = vocabularies(files, termGroups, found);
    List<Uncovered> uncovered =
        uncovered(files, new CoverageReader(instruments, groups, termGroups), found);
    LocalDate compiled = found.days().stream().max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    return new ReferenceData(
        new Catalogue(
            compiled,
            found.months().stream().min(YearMonth::compareTo).orElse(null),
            entries,
            instruments,
            vocabularies,
            termGroups,
            uncovered),
        parameters(files, found),
        groups);
  }

  /** Files that nobody would read. */
  private static List<Problem> strangers(Path directory) {
    List<Problem> strangers = new ArrayList<>();
    List<String> parts =
        Stream.concat(KINDS.keySet().stream(), Stream.of(Catalogue.INSTRUMENTS, GROUPS, COVERAGE))
            .map(part -> part + YAML)
            .sorted()
            .toList();
    for (Path file : yamlFiles(directory.resolve("catalog"), strangers)) {
      if (!parts.contains(String.valueOf(file.getFileName()))) {
        strangers.add(
            Problem.of(
                file.toString(),
                "is no part of the catalogue; its files are " + String.join(", ", parts)));
      }
    }
    for (Path file : yamlFiles(directory.resolve("vocabularies"), strangers)) {
      if (!file.toString().endsWith(YAML)) {
        strangers.add(Problem.of(file.toString(), "is not read; let its name end with " + YAML));
      }
    }
    return strangers;
  }

  private static List<Path> yamlFiles(Path directory, List<Problem> problems) {
    if (!java.nio.file.Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = java.nio.file.Files.list(directory)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      problems.add(Problem.of(directory.toString(), "cannot be read"));
      return List.of();
    }
  }

  private static List<Vocabulary> vocabularies(Files files, List<TermGroup> groups, Found found) {
    List<Vocabulary> vocabularies = new ArrayList<>();
    for (String name : files.vocabularies(found.problems())) {
      documents(
          files,
          found,
          VOCABULARIES + name + YAML,
          "vocabulary",
          (document, problems) ->
              new VocabularyReader(name, groups, problems)
                  .read(document)
                  .ifPresent(vocabularies::add));
    }
    return vocabularies;
  }

  private static Map<String, Instrument> instruments(Files files, Found found) {
    Map<String, Instrument> instruments = new HashMap<>();
    each(
        files,
        found,
        CATALOGUE + Catalogue.INSTRUMENTS + YAML,
        Catalogue.INSTRUMENTS,
        (node, problems) ->
            StatedInstruments.read(node, problems)
                .ifPresent(
                    read -> {
                      if (instruments.put(read.id(), read) != null) {
                        problems.add(node.at(), "instrument '" + read.id() + "' stands twice");
                      }
                      sourced(read.id(), read.source(), read.verified(), node, problems);
                    }));
    for (Instrument each : instruments.values()) {
      each.suspends().stream()
          .filter(id -> !instruments.containsKey(id))
          .map(
              id ->
                  Problem.of(
                      files.label(CATALOGUE + Catalogue.INSTRUMENTS + YAML),
                      "'%s' suspends '%s', which is not among the instruments%s"
                          .formatted(
                              each.id(), id, Suggestion.question(id, instruments.keySet(), 3))))
          .forEach(found.problems()::add);
    }
    return instruments;
  }

  private static List<CountryGroup> countryGroups(Files files, Found found) {
    List<CountryGroup> groups = new ArrayList<>();
    each(
        files,
        found,
        CATALOGUE + GROUPS + YAML,
        "groups",
        (node, problems) ->
            RecordReader.read(CountryGroup.class, "group", node, problems)
                .ifPresent(
                    group -> {
                      countries(group.countries().stream(), node, problems);
                      groups.add(group);
                    }));
    return groups;
  }

  private static List<Uncovered> uncovered(Files files, CoverageReader reader, Found found) {
    List<Uncovered> uncovered = new ArrayList<>();
    if (files.tellCoverage()) {
      each(
          files,
          found,
          CATALOGUE + COVERAGE + YAML,
          COVERAGE,
          (node, problems) -> reader.read(node, problems).ifPresent(uncovered::add));
    }
    return uncovered;
  }

  /** A parameter may stand more than once, with values that hold at different times. */
  private static List<Parameter> parameters(Files files, Found found) {
    List<Parameter> parameters = new ArrayList<>();
    each(
        files,
        found,
        PARAMETERS,
        "parameters",
        (node, problems) ->
            RecordReader.read(Parameter.class, "parameter", node, problems)
                .ifPresent(
                    parameter -> {
                      if (parameters.stream().anyMatch(other -> overlap(parameter, other))) {
                        problems.add(
                            node.at(),
                            "parameter '" + parameter.name() + "' has two values at one time");
                      }
                      parameters.add(parameter);
                    }));
    return parameters;
  }

  private static boolean overlap(Parameter one, Parameter other) {
    return one.name().equals(other.name())
        && startsBeforeEnd(one, other)
        && startsBeforeEnd(other, one);
  }

  private static boolean startsBeforeEnd(Parameter one, Parameter other) {
    LocalDate start = one.validFrom();
    LocalDate end = other.validTo();
    return start == null || end == null || !start.isAfter(end);
  }

  private static Map<String, CatalogueEntry> entries(Files files, String part, Found found) {
    Map<String, CatalogueEntry> entries = new HashMap<>();
    each(
        files,
        found,
        CATALOGUE + part + YAML,
        part,
        (node, problems) ->
            entry(part, node, problems)
                .ifPresent(
                    entry -> {
                      if (entries.put(entry.id(), entry) != null) {
                        problems.add(node.at(), "entry '" + entry.id() + "' stands twice");
                      }
                      sourced(entry.id(), entry.source(), entry.verified(), node, problems);
                    }));
    return entries;
  }

  private static Optional<CatalogueEntry> entry(String part, Node node, Problems problems) {
    if (!(node instanceof Node.Mapping mapping)) {
      RecordReader.notAMapping("entry", node, problems);
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    List<Node.Entry> about = new ArrayList<>();
    List<Listing> listings = new ArrayList<>();
    List<Owner> owners = new ArrayList<>();
    Optional<Offer> offer = Optional.empty();
    InventoryNames names = InventoryNames.NONE;
    for (Node.Entry entry : mapping.entries()) {
      if (entry.key().equals(NAMES)) {
        names =
            RecordReader.read(StatedNames.class, NAMES, entry.value(), problems)
                .map(StatedNames::names)
                .orElse(InventoryNames.NONE);
        continue;
      }
      if (OF_PARTIES.contains(entry.key()) && part.equals(PartyNames.VENDORS)) {
        switch (entry.key()) {
          case LISTINGS -> listings.addAll(listings(entry.value(), problems));
          case OWNERS -> owners.addAll(owners(entry.value(), problems));
          default -> offer = offer(entry.value(), problems);
        }
        continue;
      }
      Optional<Component> filled =
          ABOUT.contains(entry.key()) ? Optional.empty() : filled(part, entry);
      if (filled.isEmpty()) {
        about.add(entry);
      } else if (entry.value() instanceof Node.Scalar scalar
          && (scalar.isNothing() || scalar.isUnknown())) {
        problems.add(scalar.at(), entry.key() + " has no value; leave it out");
      } else {
        Values.read(filled.get(), entry.value(), problems)
            .ifPresent(value -> values.put(entry.key(), entry.value().text()));
      }
    }
    List<String> keys =
        Stream.concat(
                part.equals(PartyNames.VENDORS)
                    ? Stream.of(NAMES, LISTINGS, OWNERS, OFFER)
                    : Stream.of(NAMES),
                Stream.of(About.class, KINDS.get(part))
                    .flatMap(type -> Component.of(type).stream())
                    .map(Component::key))
            .distinct()
            .toList();
    InventoryNames known = names;
    Optional<Offer> offered = offer;
    return RecordReader.read(
            About.class, "entry", keys, new Node.Mapping(about, mapping.at()), problems)
        .map(
            stated ->
                new CatalogueEntry(
                    part,
                    stated.id,
                    values,
                    confidence(stated, values.keySet(), mapping, problems),
                    stated.source,
                    stated.verified,
                    stated.reviewOn,
                    known,
                    listings,
                    owners,
                    offered.orElse(null)));
  }

  /** The items of a list of mappings. */
  private static List<Node> items(String key, String sample, Node node, Problems problems) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    problems.add(node.at(), key + " must be a list, such as " + sample);
    return List.of();
  }

  /** On one day there is one owner: which of two controls it nobody could say. */
  private static List<Owner> owners(Node node, Problems problems) {
    List<Owner> read = new ArrayList<>();
    for (Node item : items(OWNERS, "[{owner: ..., hq: ..., since: ...}]", node, problems)) {
      RecordReader.read(Owner.class, "owner", item, problems)
          .ifPresent(
              owner -> {
                countries(Stream.ofNullable(owner.hq()), item, problems);
                LocalDate until = owner.until();
                if (owner.since() != null && until != null && until.isBefore(owner.since())) {
                  problems.add(
                      item.at(),
                      "%s is owner from %s until %s, which is before; change one day"
                          .formatted(owner.owner(), owner.since(), until));
                } else {
                  read.stream()
                      .filter(owner::overlaps)
                      .forEach(other -> problems.add(item.at(), twoOwners(other, owner)));
                }
                read.add(owner);
              });
    }
    return read;
  }

  private static String twoOwners(Owner one, Owner other) {
    String day =
        Stream.of(one.since(), other.since())
            .flatMap(Stream::ofNullable)
            .max(LocalDate::compareTo)
            .map(each -> "on " + each)
            .orElse("at all times");
    return "two owners %s, %s and %s; keep one, or write 'until' where the earlier ends"
        .formatted(day, one.owner(), other.owner());
  }

  private static Optional<Offer> offer(Node node, Problems problems) {
    Optional<Offer> read = RecordReader.read(Offer.class, OFFER, node, problems);
    read.ifPresent(
        offer -> {
          countries(Stream.ofNullable(offer.regions()).flatMap(List::stream), node, problems);
          sourced(OFFER, offer.source(), offer.verified(), node, problems);
        });
    return read;
  }

  private static void countries(Stream<String> codes, Node node, Problems problems) {
    codes
        .map(Countries::problem)
        .filter(problem -> !problem.isEmpty())
        .forEach(problem -> problems.add(node.at(), problem));
  }

  private static List<Listing> listings(Node node, Problems problems) {
    List<Listing> read = new ArrayList<>();
    for (Node item : items(LISTINGS, "[{list: ..., since: ...}]", node, problems)) {
      RecordReader.read(Listing.class, "listing", item, problems)
          .ifPresent(
              listing -> {
                LocalDate until = listing.until();
                if (until != null && until.isBefore(listing.since())) {
                  problems.add(item.at(), "the listing ends before it begins");
                }
                sourced(
                    Names.inFile(listing.list()),
                    listing.source(),
                    listing.verified(),
                    item,
                    problems);
                read.add(listing);
              });
    }
    return read;
  }

  private static Optional<Component> filled(String part, Node.Entry entry) {
    return Stream.ofNullable(KINDS.get(part))
        .flatMap(kind -> Component.of(kind).stream())
        .filter(component -> component.key().equals(entry.key()))
        .findFirst();
  }

  private static Map<String, Confidence> confidence(
      About about, Set<String> stated, Node.Mapping mapping, Problems problems) {
    Map<String, Confidence> confidence = new HashMap<>();
    Map<String, BigDecimal> values = about.confidence;
    if (values != null) {
      values.forEach(
          (field, value) -> {
            if (!stated.contains(field)) {
              problems.add(
                  mapping.at(), "confidence." + field + " speaks of no value of the entry");
            } else if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
              problems.add(
                  mapping.at(),
                  "confidence." + field + " is " + value + "; it must be between 0 and 1");
            } else {
              confidence.put(field, new Confidence(value));
            }
          });
    }
    return confidence;
  }

  /** What was checked was checked somewhere. */
  private static void sourced(
      String id, @Nullable String source, boolean verified, Node node, Problems problems) {
    if (verified && source == null) {
      problems.add(
          node.at(),
          "'" + id + "' is verified but names no source; name it or say verified: false");
    }
  }

  /** Hands on each entry of the one list that a file holds. */
  private static void each(
      Files files, Found found, String name, String key, BiConsumer<Node, Problems> reader) {
    documents(
        files,
        found,
        name,
        "list '" + key + "'",
        (document, problems) -> {
          Node list = name.startsWith(CATALOGUE) ? undated(document, problems, found) : document;
          list(key, list, problems).forEach(node -> reader.accept(node, problems));
        });
  }

  /** Hands on each document of a file. */
  private static void documents(
      Files files, Found found, String name, String what, BiConsumer<Node, Problems> reader) {
    Problems problems = new Problems(files.label(name));
    try (InputStream in = files.open(name)) {
      Checked<List<Node>> documents = YamlReader.read(files.label(name), in);
      problems.addAll(documents.problems());
      if (documents.value().isEmpty() && documents.problems().isEmpty()) {
        problems.add(Problem.of(files.label(name), "is empty; it must hold a " + what));
      }
      documents.value().forEach(document -> reader.accept(document, problems));
    } catch (IOException e) {
      problems.add(Problem.of(files.label(name), "cannot be read"));
    }
    found.problems().addAll(problems.sorted());
  }

  /** What a file of the catalogue says of itself. */
  record Dates(@Nullable LocalDate compiled, @Nullable String sourcesTo) {}

  /** A document without what it says of itself, which is noted. */
  private static Node undated(Node document, Problems problems, Found found) {
    if (!(document instanceof Node.Mapping mapping)) {
      return document;
    }
    List<Node.Entry> rest = new ArrayList<>(mapping.entries());
    List<Node.Entry> dates = new ArrayList<>(rest);
    rest.removeIf(entry -> DATES.contains(entry.key()));
    dates.removeAll(rest);
    Optional<Dates> stated =
        RecordReader.read(
            Dates.class, "catalogue", new Node.Mapping(dates, mapping.at()), problems);
    stated.map(Dates::compiled).ifPresent(found.days()::add);
    stated
        .map(Dates::sourcesTo)
        .ifPresent(
            month -> {
              if (MONTH.matcher(month).matches()) {
                found.months().add(YearMonth.parse(month));
              } else {
                problems.add(
                    mapping.find(SOURCES_TO).orElseThrow().value().at(),
                    "'" + month + "' is no month; write it as 2026-07");
              }
            });
    return new Node.Mapping(rest, mapping.at());
  }

  private static List<Node> list(String key, Node document, Problems problems) {
    if (document instanceof Node.Mapping mapping
        && mapping.entries().size() == 1
        && mapping.entries().get(0).key().equals(key)
        && mapping.entries().get(0).value() instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    problems.add(document.at(), "must hold one list, '" + key + "', and nothing else");
    return List.of();
  }

  static InputStream resource(String name) {
    InputStream in = ReferenceData.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("the class path lacks " + name);
    }
    return in;
  }
}
