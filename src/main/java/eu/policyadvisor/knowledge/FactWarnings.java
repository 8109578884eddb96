package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.CloudService;
import eu.policyadvisor.fact.Deployment;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.NamedParty;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Stage;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Offer;
import eu.policyadvisor.rule.PartyNames;
import eu.policyadvisor.rule.Vocabulary;
import eu.policyadvisor.yaml.Component;
import eu.policyadvisor.yaml.FactCheck;
import eu.policyadvisor.yaml.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is valid in a fact set and hardly meant.
 *
 * <p>Idea: each kind of warning is a look at one fact, at facts of one list, or at a fact beside
 * the one that it names. What contradicts the catalogue is found by leaving out of each fact all
 * that does not say which product, party or material it is, completing that, and comparing: what
 * the completion fills in and the file states otherwise is a contradiction, whatever the kind of
 * fact. Time and memory are in proportion to the facts.
 */
final class FactWarnings {
  private static final Set<String> ABOUT_ITSELF =
      Set.of("id", "name", "source", "confidence", "as_of");

  /** What says of a party who it is, and not what it has to do with the subject. */
  private static final Set<String> WHO =
      Set.of("id", "name", "vendor", "hq", "ultimate_parent_hq", "source", "confidence", "as_of");

  /** Fields of an end, with those of a beginning before which it should not lie. */
  private static final Map<String, List<String>> BEGINNINGS =
      Map.of(
          "effective_to", List.of("announced", "effective_from"),
          "suspended_until", List.of("announced", "effective_from", "suspended_from"),
          "exempt_until", List.of("announced", "effective_from"));

  /** What has happened when it is stated. */
  private static final Set<String> PAST =
      Set.of(
          "second_vendor_benchmark_date",
          "stage_since",
          "placed_on_eu_market_since",
          "entity_listed_since",
          "completed_on",
          "as_of");

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final int FAR_YEARS = 20;

  /** Half of all figures of the catalogue are second-hand. */
  private static final BigDecimal NEARLY = new BigDecimal("1.25");

  /** As many countries as a line can name. */
  private static final int FEW = 6;

  /** Registers date a listing by decision, publication or effect. */
  private static final int NEARLY_DAYS = 31;

  private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+");

  /** Until this day the group of member states lacks one. */
  private static final LocalDate UK_LEFT = LocalDate.of(2020, 2, 1);

  private final FactSet set;
  private final Catalogue catalogue;
  private final List<CountryGroup> groups;
  private final LocalDate day;
  private @Nullable PartyNames names;
  private final Map<String, Fact> byId = new HashMap<>();
  private final Problems problems;

  private FactWarnings(FactSet set, Catalogue catalogue, List<CountryGroup> groups) {
    this.set = set;
    this.catalogue = catalogue;
    problems = new Problems(set.provenance().file());
    this.groups = groups;
    day = Objects.requireNonNullElse(set.asOf(), catalogue.compiled());
    set.all().forEach(fact -> byId.putIfAbsent(fact.id(), fact));
  }

  /**
   * What is valid and hardly meant.
   *
   * @param set facts in which nothing is wrong, not completed
   * @return in order of place; empty when there is nothing
   */
  static List<Problem> of(FactSet set, Catalogue catalogue, List<CountryGroup> groups) {
    FactWarnings warnings = new FactWarnings(set, catalogue, groups);
    warnings.problems.addAll(FactCheck.doubtful(set, catalogue));
    warnings.nothingStated();
    for (Fact fact : set.all()) {
      warnings.dates(fact);
      warnings.thousands(fact);
    }
    warnings.sums();
    warnings.twins();
    warnings.unnamed();
    warnings.countries();
    warnings.contradictions();
    warnings.providers();
    return warnings.problems.sorted();
  }

  /** Made when somebody is named: many files name nobody. */
  private PartyNames names() {
    if (names == null) {
      names = PartyNames.of(catalogue);
    }
    return names;
  }

  private void warn(Fact fact, String field, String message) {
    problems.add(FactCheck.problem(fact, field, message));
  }

  private void nothingStated() {
    if (Stream.of(Section.values()).allMatch(section -> set.facts(section).isEmpty())) {
      warn(
          set.subject(),
          "id",
          "nothing is stated beside the subject; add what it has or plans, such as models or"
              + " accelerators");
    }
  }

  private void dates(Fact fact) {
    for (Component component : Component.of(fact.getClass())) {
      if (!(component.of((Record) fact) instanceof LocalDate stated)) {
        continue;
      }
      String key = component.key();
      LocalDate asOf = set.asOf();
      if (stated.isBefore(EARLIEST)) {
        warn(fact, key, "%s is %s, before %s; check the year".formatted(key, stated, EARLIEST));
      } else if (stated.isAfter(day.plusYears(FAR_YEARS))) {
        warn(
            fact,
            key,
            "%s is %s, more than %d years ahead; check the year".formatted(key, stated, FAR_YEARS));
      } else if (asOf != null && stated.isAfter(asOf) && PAST.contains(key)) {
        warn(
            fact,
            key,
            "%s is %s, after %s, the date of the advice; check both".formatted(key, stated, asOf));
      }
      if (fact instanceof PolicyEvent) {
        beginnings(fact, key, stated);
      }
    }
  }

  private void beginnings(Fact fact, String key, LocalDate end) {
    for (String beginning : BEGINNINGS.getOrDefault(key, List.of())) {
      if (fact.value(beginning) instanceof LocalDate from && end.isBefore(from)) {
        warn(
            fact,
            key,
            "%s is %s, before %s, which is %s; check both".formatted(key, end, beginning, from));
        return;
      }
    }
  }

  /** {@code 1.000} is one, but many write a thousand so. */
  private void thousands(Fact fact) {
    for (Component component : Component.of(fact.getClass())) {
      String key = component.key();
      Object value = component.of((Record) fact);
      FieldOrigin origin = fact.provenance().fields().get(key);
      Field rule = component.rule();
      boolean number =
          value instanceof Integer
              || value instanceof BigDecimal && rule != null && rule.max().isEmpty();
      if (number
          && origin != null
          && origin.kind() == FieldOrigin.Kind.STATED
          && GROUPED.matcher(origin.text()).matches()
          && (value instanceof Integer || isWholeByNature(key) || origin.text().endsWith("0"))) {
        warn(
            fact,
            key,
            "%s is '%s', which is read as %s; write %s if you mean thousands, else %s"
                .formatted(
                    key,
                    Plain.quoted(origin.text()),
                    Names.value(Objects.requireNonNull(value)),
                    Plain.quoted(origin.text().replace(".", "")),
                    Names.value(value)));
      }
    }
  }

  private static boolean isWholeByNature(String key) {
    return key.equals("tpp") || key.endsWith("_meur");
  }

  /** Shares of one whole. */
  private void sums() {
    sum(
        Section.ACCELERATORS,
        "share_of_compute",
        fact ->
            ((Accelerator) fact).lifecycle() == null
                || ((Accelerator) fact).lifecycle() == Lifecycle.OPERATING
                || ((Accelerator) fact).lifecycle() == Lifecycle.PHASE_OUT,
        fact -> "all chips in use");
    sum(Section.CLOUD_SERVICES, "share_of_workload", fact -> true, fact -> "all cloud services");
    sum(Section.FRAMEWORKS, "share_of_code", fact -> true, fact -> "all frameworks");
    sum(
        Section.MODELS,
        "share_of_calls",
        fact ->
            ((Model) fact).stage() != Stage.IDEA && !Boolean.FALSE.equals(((Model) fact).ownUse()),
        fact -> "all models in use");
    sum(
        Section.PARTIES,
        "share",
        fact -> ((Party) fact).item() != null,
        fact ->
            "all who supply '" + Plain.quoted(String.valueOf(((Party) fact).item()).strip()) + "'");
  }

  private void sum(
      Section section, String field, Predicate<Fact> counts, Function<Fact, String> whole) {
    Map<String, List<Fact>> wholes = new LinkedHashMap<>();
    set.facts(section).stream()
        .filter(fact -> fact.value(field) != null && counts.test(fact))
        .forEach(
            fact ->
                wholes
                    .computeIfAbsent(
                        whole.apply(fact).toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(fact));
    for (List<Fact> parts : wholes.values()) {
      BigDecimal sum =
          parts.stream()
              .map(fact -> (BigDecimal) Objects.requireNonNull(fact.value(field)))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.compareTo(BigDecimal.ONE) > 0) {
        Fact last = parts.get(parts.size() - 1);
        warn(
            last,
            field,
            "%s of %s adds up to %s; shares of one whole are at most 1 together"
                .formatted(field, whole.apply(last), Names.value(sum)));
      }
    }
  }

  /** The same item under two ids, and items of which nothing is said. */
  private void twins() {
    for (Section section : Section.values()) {
      Map<Map<String, Object>, Fact> seen = new HashMap<>();
      for (Fact fact : set.facts(section)) {
        Map<String, Object> said = CatalogueCompletion.values(fact);
        said.remove("id");
        Map<String, Object> besides = new HashMap<>(said);
        besides.keySet().removeAll(ABOUT_ITSELF);
        boolean asked =
            fact.provenance().fields().entrySet().stream()
                .anyMatch(
                    each ->
                        !ABOUT_ITSELF.contains(each.getKey())
                            && each.getValue().kind() == FieldOrigin.Kind.UNKNOWN);
        if (besides.isEmpty() && !asked && section != Section.PARTIES) {
          warn(
              fact,
              "id",
              "'%s' says nothing but what it is called; state what is known, or unknown"
                  .formatted(Plain.quoted(fact.id())));
          continue;
        }
        Fact first = said.isEmpty() ? null : seen.putIfAbsent(said, fact);
        if (first != null) {
          warn(
              fact,
              "id",
              "'%s' says the same as '%s'; remove one, or say in what they differ"
                  .formatted(Plain.quoted(fact.id()), Plain.quoted(first.id())));
        }
      }
    }
  }

  /** Parties that no other fact names, and of which nothing says why they are here. */
  private void unnamed() {
    if (set.facts(Section.PARTIES).isEmpty()) {
      return;
    }
    Set<String> named = named();
    for (Fact fact : set.facts(Section.PARTIES)) {
      String name = fact.name();
      boolean bare = WHO.containsAll(CatalogueCompletion.values(fact).keySet());
      boolean known = !names().called(name == null ? fact.id() : name).isEmpty();
      if (bare
          && !known
          && ((Party) fact).vendor() == null
          && !named.contains(fact.id())
          && (name == null || !named.contains(PartyNames.key(name)))) {
        warn(
            fact,
            "id",
            ("nothing names party '%s', and nothing says what it has to do with the subject; give"
                    + " it a role, or name it where it belongs%s")
                .formatted(
                    Plain.quoted(fact.id()),
                    Suggestion.question(
                        Objects.requireNonNullElse(name, fact.id()), unresolved(), 1)));
      }
    }
  }

  /** Names of parties that fields have and no entry of the file. */
  private Set<String> unresolved() {
    Set<String> entries =
        set.facts(Section.PARTIES).stream()
            .flatMap(party -> Stream.of(party.id(), Objects.requireNonNullElse(party.name(), "")))
            .map(PartyNames::key)
            .collect(Collectors.toSet());
    return set.all().stream()
        .flatMap(NamedParty::in)
        .map(NamedParty::name)
        .filter(name -> !entries.contains(PartyNames.key(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All that fields of facts name, as it is written and as names are compared. */
  private Set<String> named() {
    Set<String> named = new HashSet<>();
    for (Fact fact : set.all()) {
      for (Component component : Component.of(fact.getClass())) {
        Object value = component.of((Record) fact);
        if (ABOUT_ITSELF.contains(component.key()) || value == null) {
          continue;
        }
        for (Object each : value instanceof Collection<?> several ? several : List.of(value)) {
          if (each instanceof String text) {
            named.add(text);
            named.add(PartyNames.key(text));
          }
        }
      }
    }
    return named;
  }

  private void countries() {
    Subject subject = set.subject();
    String country = subject.country();
    List<SubjectType> types = Objects.requireNonNullElse(subject.type(), List.of());
    if (country != null) {
      boolean member = in("eu", country) || country.equals("GB") && day.isBefore(UK_LEFT);
      if (types.contains(SubjectType.MEMBER_STATE) && !member) {
        warn(
            subject,
            "country",
            "country is %s, which is no member state of the Union; check country and type"
                .formatted(country));
      } else if (types.contains(SubjectType.THIRD_COUNTRY_STATE) && member) {
        warn(
            subject,
            "country",
            "country is %s, a member state, and type is third_country_state; check both"
                .formatted(country));
      } else if (types.contains(SubjectType.UNION) && !member) {
        warn(
            subject,
            "country",
            "country is %s, and type is union; write EU, or check the type".formatted(country));
      }
    }
    for (Fact fact : set.facts(Section.MODELS)) {
      Model model = (Model) fact;
      String host = model.hostingCountry();
      if (host != null && model.deployment() == Deployment.EU_CLOUD_SELF_HOST && !in("eea", host)) {
        warn(
            model,
            "hosting_country",
            "hosting_country is %s, and deployment is eu_cloud_self_host; check both"
                .formatted(host));
      }
      beside(model, "hosting_country", model.cloudService(), "region");
      beside(model, "hosting_country", model.accelerator(), "location");
    }
    for (Fact fact : set.facts(Section.ACCELERATORS)) {
      beside(fact, "location", ((Accelerator) fact).cloudService(), "region");
    }
  }

  private boolean in(String group, String country) {
    return groups.stream()
        .anyMatch(each -> each.name().equals(group) && each.countries().contains(country));
  }

  /** A place beside that of the fact which is named; EU and EEA may hold the other. */
  private void beside(Fact fact, String field, @Nullable String id, String other) {
    Fact named = id == null ? null : byId.get(id);
    if (id == null
        || named == null
        || !(named instanceof CloudService || named instanceof Accelerator)
        || !(fact.value(field) instanceof String here)
        || !(named.value(other) instanceof String there)
        || here.equals(there)
        || Stream.of("EU", "EEA").anyMatch(each -> each.equals(here) || each.equals(there))) {
      return;
    }
    warn(
        fact,
        field,
        "%s is %s, but %s of '%s', of which it is part, is %s; check both"
            .formatted(field, here, other, Plain.quoted(id), there));
  }

  /** What the file states otherwise than the offer of the provider that it names. */
  private void providers() {
    if (set.facts(Section.CLOUD_SERVICES).isEmpty()) {
      return;
    }
    FactSet products = CatalogueCompletion.complete(set, catalogue, day);
    FactSet parties = PartyCompletion.complete(products, catalogue, day);
    ProviderCompletion known = new ProviderCompletion(parties, catalogue, groups);
    for (Fact fact : parties.facts(Section.CLOUD_SERVICES)) {
      CloudService service = (CloudService) fact;
      known.offer(service).ifPresent(offer -> offered(known, service, offer));
    }
    for (Fact fact : parties.facts(Section.MODELS)) {
      Model model = (Model) fact;
      Deployment stated = model.deployment();
      Deployment derived = known.deployment(model).orElse(stated);
      boolean own = stated == Deployment.VENDOR_API || stated == Deployment.VENDOR_APP;
      if (stated != null
          && (own && derived == Deployment.THIRD_PARTY_API
              || stated == Deployment.THIRD_PARTY_API && derived == Deployment.VENDOR_API)) {
        warn(
            model,
            "deployment",
            "deployment is %s, but '%s', on which it runs, is a service of %s; check both"
                .formatted(
                    Names.inFile(stated),
                    Plain.quoted(String.valueOf(model.cloudService())),
                    own ? "somebody else than its developer" : "its developer"));
      }
    }
  }

  private void offered(ProviderCompletion known, CloudService service, Offer offer) {
    String name = known.provider(service).map(FactWarnings::name).orElse("");
    String region = service.region();
    List<String> regions = offer.regions();
    if (region != null && regions != null && !known.mayBeIn(offer, region)) {
      warn(
          service,
          "region",
          "region is %s; the catalogue has no machines of %s there%s; check both"
              .formatted(
                  region,
                  name,
                  regions.size() > FEW ? "" : ", but in " + Names.list(regions, "and")));
    }
    if (!offer.isToBeHadOn(day)) {
      warn(
          service,
          "provider",
          "the catalogue has the offer of %s as %s%s; check the provider"
              .formatted(
                  name,
                  Names.inFile(offer.status()),
                  offer.since() == null ? "" : " since " + offer.since()));
    }
  }

  private static String name(CatalogueEntry entry) {
    return entry.values().getOrDefault("name", entry.id());
  }

  /** What the file states otherwise than the catalogue. */
  private void contradictions() {
    Map<Section, List<Fact>> bare = new EnumMap<>(Section.class);
    set.lists()
        .forEach((section, facts) -> bare.put(section, facts.stream().map(this::bare).toList()));
    FactSet products =
        CatalogueCompletion.complete(
            FactSetBuilder.builder(set).lists(bare).derived(List.of()).build(), catalogue, day);
    FactSet parties = PartyCompletion.complete(products, catalogue, day);
    FactSet completed = MeasureCompletion.complete(parties, catalogue, groups, day);
    Map<String, Fact> known =
        completed.all().stream()
            .collect(Collectors.toMap(Fact::id, Function.identity(), (one, other) -> one));
    for (Fact fact : set.all()) {
      Fact filled = known.get(fact.id());
      for (Component component : Component.of(fact.getClass())) {
        String key = component.key();
        Object stated = component.of((Record) fact);
        Object filledIn = filled == null ? null : component.of((Record) filled);
        FieldOrigin origin = filled == null ? null : filled.provenance().fields().get(key);
        if (stated != null
            && filledIn != null
            && origin != null
            && origin.catalogueEntry() != null
            && !key.equals("name")
            && !agree(stated, filledIn, component.rule())) {
          String entry = origin.catalogueEntry();
          warn(
              fact,
              key,
              "%s is %s; the catalogue has %s for %s; leave it out, or keep it if you know better"
                  .formatted(
                      key,
                      Plain.quoted(Names.value(stated)),
                      Names.value(filledIn),
                      entry.substring(entry.indexOf('/') + 1)));
        }
      }
    }
  }

  /** A fact with what says which product, party or material it is, and no more. */
  private Fact bare(Fact fact) {
    Fact bare = fact;
    for (Component component : Component.of(fact.getClass())) {
      String key = component.key();
      if (!isIdentity(fact, key, component.rule())
          && (component.of((Record) fact) != null || fact.provenance().fields().containsKey(key))) {
        bare = bare.withFieldOf(Fact.unknown(fact.getClass(), fact.id()), key);
      }
    }
    return bare;
  }

  private boolean isIdentity(Fact fact, String key, @Nullable Field rule) {
    return key.equals("id")
        || key.equals("name")
        || rule != null
            && (!rule.catalogue().isEmpty() || rule.party().length > 0)
            && !ofProduct(fact).containsKey(key)
        || catalogue.vocabularies().stream()
            .map((Vocabulary each) -> each.fieldIn(fact.section()))
            .anyMatch(key::equals);
  }

  /** What the catalogue states of the product that a fact names: who made it too. */
  private Map<String, String> ofProduct(Fact fact) {
    for (Component component : Component.of(fact.getClass())) {
      Field rule = component.rule();
      if (component.key().equals("product")
          && rule != null
          && component.of((Record) fact) instanceof String product) {
        return catalogue
            .find(rule.catalogue(), product)
            .map(CatalogueEntry::values)
            .orElse(Map.of());
      }
    }
    return Map.of();
  }

  /** Whether two texts may mean one party: a name that nobody knows may be another of its names. */
  private boolean sameParty(String stated, String known) {
    Fact listed =
        set.facts(Section.PARTIES).stream()
            .filter(party -> stated.equals(party.id()) || stated.equals(party.name()))
            .findFirst()
            .orElse(null);
    String vendor = listed == null ? null : ((Party) listed).vendor();
    String name = listed == null ? stated : Objects.requireNonNullElse(listed.name(), stated);
    List<String> one = vendor == null ? names().called(name) : List.of(vendor);
    List<String> other = names().called(known);
    return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
  }

  private boolean agree(Object stated, Object known, @Nullable Field rule) {
    if (rule != null && rule.party().length > 0) {
      return sameParty(stated.toString(), known.toString());
    } else if (stated instanceof BigDecimal one && known instanceof BigDecimal other) {
      return one.max(other).compareTo(one.min(other).multiply(NEARLY)) <= 0;
    } else if (stated instanceof LocalDate one && known instanceof LocalDate other) {
      return Math.abs(ChronoUnit.DAYS.between(one, other)) <= NEARLY_DAYS;
    } else if (stated instanceof Collection<?> one && known instanceof Collection<?> other) {
      // A file may name what matters and no more.
      return one.isEmpty() == other.isEmpty();
    } else if (stated instanceof String one && known instanceof String other) {
      // 3A090 is 3A090.a, and Apache 2.0 is Apache-2.0.
      String a = PartyNames.key(one);
      String b = PartyNames.key(other);
      return a.contains(b) || b.contains(a);
    }
    return stated.equals(known);
  }
}
