package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.CriticalInput;
import eu.policyadvisor.fact.Dependency;
import eu.policyadvisor.fact.EndUse;
import eu.policyadvisor.fact.Export;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.PolicyEventStatus;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.PartyNames;
import eu.policyadvisor.rule.Term;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.yaml.Countries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies the dated measures of the catalogue to facts that nobody joined with them, and tells at
 * whom a measure is aimed.
 *
 * <p>Idea: a measure of the catalogue holds for a supply where it covers its material, where the
 * state that took it has a share of the supply, and where it is aimed at everybody, or at a country
 * to which the subject belongs or sells. Then it is a fact of its own, which follows from others,
 * with the state that it has on the day of the advice: what was suspended later is not known yet,
 * and what somebody confirmed of its instrument goes before what the catalogue says. A measure that
 * the file states with the same instrument is not applied a second time; what it leaves out is
 * filled in. Whom a measure is aimed at is read from its target: names and codes of countries,
 * parties of the catalogue by their seat, everybody. Time is in proportion to measures times
 * supplies, of which both are few.
 */
final class MeasureCompletion {
  private static final String UNION = "EU";

  private final FactSet set;
  private final Catalogue catalogue;
  private final Set<String> union;
  private final LocalDate day;
  private final Set<String> ids = new HashSet<>();

  private MeasureCompletion(
      FactSet set, Catalogue catalogue, List<CountryGroup> groups, LocalDate day) {
    this.set = set;
    this.catalogue = catalogue;
    this.day = day;
    union = new HashSet<>(Set.of(UNION, "EEA"));
    groups.stream()
        .filter(group -> group.name().equals("eu"))
        .forEach(group -> union.addAll(group.countries()));
    set.all().forEach(fact -> ids.add(fact.id()));
  }

  /**
   * The same fact set with the measures that hold for its supplies.
   *
   * @param set facts whose parties are known
   * @param day the day of the advice
   */
  static FactSet complete(
      FactSet set, Catalogue catalogue, List<CountryGroup> groups, LocalDate day) {
    return set.states(Section.POLICY_EVENTS)
            || set.all().stream().anyMatch(MeasureCompletion::isSupply)
        ? new MeasureCompletion(set, catalogue, groups, day).completed()
        : set;
  }

  private static boolean isSupply(Fact fact) {
    return fact instanceof CriticalInput || fact instanceof Dependency;
  }

  /**
   * A measure of the catalogue.
   *
   * @param entry as the catalogue has it
   * @param whole as a fact, at its end
   */
  private record Measure(CatalogueEntry entry, PolicyEvent whole) {}

  /**
   * The measures of a catalogue. Those of the one that was met last are kept: a process has one,
   * and making facts of its entries takes longer than all that follows.
   */
  private record Measures(Map<String, CatalogueEntry> entries, List<Measure> all) {
    private static volatile Measures last = new Measures(Map.of(), List.of());

    @SuppressWarnings("ReferenceEquality") // another one that is equal is made anew
    static List<Measure> of(Catalogue catalogue) {
      Map<String, CatalogueEntry> entries =
          catalogue.entries().getOrDefault(Catalogue.MEASURES, Map.of());
      Measures known = last;
      if (known.entries != entries) {
        known =
            new Measures(
                entries,
                entries.values().stream().map(entry -> new Measure(entry, whole(entry))).toList());
        last = known;
      }
      return known.all;
    }

    private static PolicyEvent whole(CatalogueEntry entry) {
      return (PolicyEvent)
          CatalogueCompletion.filled(Fact.unknown(PolicyEvent.class, entry.id()), entry);
    }
  }

  private FactSet completed() {
    List<Measure> known = Measures.of(catalogue);
    ConfirmedMeasures confirmed =
        new ConfirmedMeasures(
            catalogue.withConsequences(set.confirmations()),
            known.stream().map(Measure::entry).toList());
    List<PolicyEvent> measures =
        known.stream().map(each -> onDay(each, confirmed)).flatMap(Optional::stream).toList();
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    lists.putAll(set.lists());
    List<PolicyEvent> stated = new ArrayList<>();
    for (Fact fact : set.facts(Section.POLICY_EVENTS)) {
      stated.add(aimed(joined((PolicyEvent) fact, measures)));
    }
    if (set.states(Section.POLICY_EVENTS)) {
      lists.put(Section.POLICY_EVENTS, List.copyOf(stated));
    }
    List<Fact> derived = new ArrayList<>(set.derived());
    for (PolicyEvent measure : measures) {
      if (stated.stream().noneMatch(each -> same(each, measures).contains(measure))) {
        List<Fact> supplies = supplies(measure);
        supplies.forEach(
            supply -> derived.add(aimed(about(measure, supply, supplies.size() == 1))));
      }
    }
    return FactSetBuilder.builder(set).lists(lists).derived(derived).build();
  }

  /** A measure as it stands on the day; empty where it is not known yet, or at its end. */
  private Optional<PolicyEvent> onDay(Measure measure, ConfirmedMeasures confirmed) {
    PolicyEvent whole = measure.whole();
    LocalDate known = first(whole.announced(), whole.effectiveFrom());
    LocalDate end = whole.effectiveTo();
    if (known == null || known.isAfter(day) || end != null && end.isBefore(day)) {
      return Optional.empty();
    }
    LocalDate pause = whole.suspendedFrom();
    boolean paused = pause != null && !pause.isAfter(day);
    PolicyEventStatus status = PolicyEventStatus.IN_FORCE;
    if (paused) {
      status = PolicyEventStatus.SUSPENDED;
    } else if (whole.effectiveFrom() != null && whole.effectiveFrom().isAfter(day)) {
      status = PolicyEventStatus.ANNOUNCED;
    }
    Fact then = whole;
    if (!paused) {
      then = then.withFieldOf(BLANK, "suspended_from").withFieldOf(BLANK, "suspended_until");
    }
    FieldOrigin origin = FieldOrigin.catalogue(Names.inFile(status), measure.entry().reference());
    return Optional.of(confirmed.applied((PolicyEvent) then.with("status", status, origin)));
  }

  private static final PolicyEvent BLANK = Fact.unknown(PolicyEvent.class, "");

  private static @Nullable LocalDate first(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  /**
   * The measures that a stated one is. An instrument may hold several, such as a ban and a ban of
   * military use: then those of the same end use, where there is one.
   */
  private static List<PolicyEvent> same(PolicyEvent stated, List<PolicyEvent> measures) {
    List<PolicyEvent> same = measures.stream().filter(each -> isOf(stated, each)).toList();
    List<PolicyEvent> closest =
        same.stream().filter(each -> each.endUse() == stated.endUse()).toList();
    return closest.isEmpty() ? same : closest;
  }

  private static boolean isOf(PolicyEvent stated, PolicyEvent measure) {
    return stated.instrument() != null
        && stated.instrument().equals(measure.instrument())
        && (stated.type() == null || stated.type() == measure.type())
        && stated.endUse() == measure.endUse();
  }

  /** A stated measure with what the catalogue knows of its instrument. */
  private PolicyEvent joined(PolicyEvent stated, List<PolicyEvent> measures) {
    List<PolicyEvent> same = same(stated, measures);
    if (same.size() != 1) {
      return stated;
    }
    PolicyEvent measure = same.get(0);
    Fact joined = stated;
    for (Map.Entry<String, FieldOrigin> each : measure.provenance().fields().entrySet()) {
      Object value = measure.value(each.getKey());
      if (value != null && CatalogueCompletion.isSilent(stated, each.getKey())) {
        joined = joined.with(each.getKey(), value, each.getValue());
      }
    }
    List<Fact> supplies = supplies(measure);
    if (supplies.size() == 1 && CatalogueCompletion.isSilent(stated, "concerns")) {
      String supply = supplies.get(0).id();
      joined = joined.with("concerns", supply, FieldOrigin.derived(supply, "its materials"));
    }
    return (PolicyEvent) joined;
  }

  /** The supplies for which a measure holds. */
  private List<Fact> supplies(PolicyEvent measure) {
    return set.all().stream()
        .filter(MeasureCompletion::isSupply)
        .filter(supply -> reaches(measure, supply))
        .toList();
  }

  /** Whether a measure holds for a supply: by material, origin, and whom it is aimed at. */
  private boolean reaches(PolicyEvent measure, Fact supply) {
    Deadline.check();
    Map<String, BigDecimal> shares =
        supply instanceof CriticalInput input ? input.shares() : ((Dependency) supply).shares();
    String what =
        supply instanceof CriticalInput input ? input.material() : ((Dependency) supply).item();
    BigDecimal share =
        shares == null || measure.imposingCountry() == null
            ? null
            : shares.get(measure.imposingCountry());
    return share != null
        && share.signum() > 0
        && what != null
        && covers(Objects.requireNonNullElse(measure.materials(), List.of()), what)
        && (isForAll(measure) || touches(countries(measure), measure.endUse()));
  }

  private boolean covers(List<String> materials, String what) {
    return materials.stream()
        .anyMatch(
            material ->
                catalogue.termGroups().stream()
                        .filter(group -> group.name().equals(material))
                        .anyMatch(group -> group.covers(what))
                    || catalogue.vocabularies().stream()
                        .flatMap(vocabulary -> vocabulary.terms().stream())
                        .filter(term -> term.name().equals(material))
                        .anyMatch(term -> group(term).covers(what)));
  }

  private static TermGroup group(Term term) {
    return new TermGroup(term.name(), "", List.of(term), "", LocalDate.EPOCH, Map.of());
  }

  /**
   * Whether the subject belongs to one of these countries, or sells there what may be used so. A
   * use that is not known may be any.
   */
  private boolean touches(Set<String> countries, @Nullable EndUse use) {
    return countries.contains(String.valueOf(set.subject().country()))
        || set.facts(Section.EXPORTS).stream()
            .map(Export.class::cast)
            .filter(each -> use == null || each.endUse() == null || each.endUse() == use)
            .flatMap(each -> Stream.of(each.destination(), each.customerUltimateHq()))
            .anyMatch(country -> country != null && countries.contains(country));
  }

  /** A measure on one supply, called by it where it is not the only one: order decides nothing. */
  private PolicyEvent about(PolicyEvent measure, Fact supply, boolean alone) {
    String id =
        alone && !ids.contains(measure.id()) ? measure.id() : measure.id() + " on " + supply.id();
    while (!ids.add(id)) {
      id += "'";
    }
    Provenance whole = measure.provenance();
    PolicyEvent about =
        (PolicyEvent)
            measure
                .with("concerns", supply.id(), FieldOrigin.derived(supply.id(), "its materials"))
                .with("id", id, FieldOrigin.derived(id, Catalogue.MEASURES + "/" + measure.id()));
    return Fact.of(
        PolicyEvent.class,
        CatalogueCompletion.values(about),
        new Provenance(
            whole.file(),
            Section.POLICY_EVENTS.key() + "/" + id,
            0,
            0,
            about.provenance().fields()));
  }

  /** With whom it is aimed at, where its target says it. */
  private PolicyEvent aimed(PolicyEvent stated) {
    PolicyEvent measure = stated;
    if (stated.exemptUntil() != null) {
      measure = (PolicyEvent) said(stated, "exempt", true, "exempt_until " + stated.exemptUntil());
    }
    List<String> target = measure.target();
    if (target == null) {
      return measure;
    }
    Set<String> countries = countries(measure);
    Set<String> seats = new LinkedHashSet<>(countries);
    PartyNames names = PartyNames.of(catalogue);
    for (String each : target) {
      names.namedIn(each).stream()
          .map(id -> catalogue.find(PartyNames.VENDORS, id).orElseThrow().values().get("hq"))
          .filter(Objects::nonNull)
          .forEach(seats::add);
    }
    boolean all = isForAll(measure);
    Fact aimed = measure;
    String from = "target " + Names.value(target);
    if (!countries.isEmpty() && CatalogueCompletion.isSilent(aimed, "target_countries")) {
      List<String> named = List.copyOf(countries);
      aimed = aimed.with("target_countries", named, FieldOrigin.derived(Names.value(named), from));
    }
    List<String> parties = parties(target, names);
    if (!parties.isEmpty() && CatalogueCompletion.isSilent(aimed, "target_parties")) {
      aimed =
          aimed.with("target_parties", parties, FieldOrigin.derived(Names.value(parties), from));
    }
    if (all || !seats.isEmpty()) {
      boolean union = all || seats.stream().anyMatch(this.union::contains);
      aimed = said(aimed, "against_union", union, from);
      String country = set.subject().country();
      if (all || country != null) {
        boolean subject =
            all
                || seats.contains(country)
                || this.union.contains(country) && (seats.contains(UNION) || seats.contains("EEA"))
                || UNION.equals(country) && union;
        aimed = said(aimed, "against_subject", subject, from);
      }
    }
    return (PolicyEvent) aimed;
  }

  /** The parties of the facts that a target names, by what the catalogue or the file calls them. */
  private List<String> parties(List<String> target, PartyNames names) {
    return Stream.concat(set.facts(Section.PARTIES).stream(), set.derived().stream())
        .filter(Party.class::isInstance)
        .map(Party.class::cast)
        .filter(party -> target.stream().anyMatch(each -> isNamed(party, each, names)))
        .map(Party::id)
        .toList();
  }

  private static boolean isNamed(Party party, String text, PartyNames names) {
    String name = party.name();
    return party.id().equals(text)
        || party.vendor() != null && names.namedIn(text).contains(party.vendor())
        || name != null
            && (" " + PartyNames.key(text) + " ").contains(" " + PartyNames.key(name) + " ");
  }

  private static Fact said(Fact fact, String field, boolean value, String from) {
    return CatalogueCompletion.isSilent(fact, field)
        ? fact.with(field, value, FieldOrigin.derived(String.valueOf(value), from))
        : fact;
  }

  private static boolean isForAll(PolicyEvent measure) {
    return measure.target() != null && measure.target().contains(PolicyEvent.EVERYBODY);
  }

  /** The countries that the target names; where a state names itself, it says where. */
  private static Set<String> countries(PolicyEvent measure) {
    Set<String> countries = new LinkedHashSet<>();
    if (measure.targetCountries() != null) {
      countries.addAll(measure.targetCountries());
    } else if (measure.target() != null) {
      measure.target().forEach(each -> countries.addAll(Countries.namedIn(each)));
      countries.remove(measure.imposingCountry());
    }
    return countries;
  }
}
