package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.NamedParty;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.PartyRole;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Owner;
import eu.policyadvisor.rule.PartyNames;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one party of all that name it: a customer, a recipient, an acquirer, a target, a provider,
 * a developer, an owner, or an entry of the list of parties.
 *
 * <p>Idea: a field that names a party names an entry of the file, by id or name, or a party of the
 * catalogue, by id, name or alias. Then the field holds the id of that party afterwards, what the
 * fact leaves out about it is filled in (the seat of the customer), and the party is told what it
 * is to the fact. A party that only a field names is a fact of its own, which follows from others;
 * whatever is said of parties holds for it. So is who controls such a party by the catalogue, up to
 * the top of the chain. A name that nobody knows stays a text. Time and memory are in proportion to
 * the facts and the names of the catalogue.
 */
final class PartyCompletion {
  /** What a field that names a party lets know about the fact: its field, and that of the party. */
  private static final Map<Section, Map<PartyRole, Map<String, String>>> FILLS =
      Map.of(
          Section.EXPORTS,
          Map.of(PartyRole.CUSTOMER, Map.of("customer_ultimate_hq", "ultimate_parent_hq")),
          Section.TRANSACTIONS,
          Map.of(
              PartyRole.ACQUIRER,
              Map.of("acquirer_hq", "hq", "acquirer_ultimate_hq", "ultimate_parent_hq"),
              PartyRole.TARGET,
              Map.of("target_country", "hq")),
          Section.CLOUD_SERVICES,
          Map.of(PartyRole.PROVIDER, Map.of("ultimate_parent_hq", "ultimate_parent_hq")),
          Section.MODELS,
          Map.of(PartyRole.DEVELOPER, Map.of("developer_hq", "hq")));

  private final CatalogueCompletion completion;
  private final Catalogue catalogue;
  private final LocalDate day;
  private final PartyNames names;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Party> parties = new LinkedHashMap<>();
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> byVendor = new HashMap<>();
  private final Map<String, Set<PartyRole>> roles = new HashMap<>();
  private final Set<String> stated;

  private PartyCompletion(FactSet set, Catalogue catalogue, LocalDate day) {
    completion = new CatalogueCompletion(catalogue, day);
    this.catalogue = catalogue;
    this.day = day;
    names = PartyNames.of(catalogue);
    set.all().forEach(fact -> ids.add(fact.id()));
    for (Fact fact : set.facts(Section.PARTIES)) {
      add(known((Party) fact));
    }
    stated = Set.copyOf(parties.keySet());
  }

  /**
   * The same fact set, each party known by what the file and the catalogue say of it.
   *
   * @param set facts that are completed from the catalogue
   * @param day the day for which listings count
   */
  static FactSet complete(FactSet set, Catalogue catalogue, LocalDate day) {
    if (set.all().stream().noneMatch(PartyCompletion::namesParty)) {
      return set;
    }
    return new PartyCompletion(set, catalogue, day).completed(set);
  }

  private static boolean namesParty(Fact fact) {
    return fact instanceof Party || NamedParty.in(fact).findAny().isPresent();
  }

  /** A party that does not say which of the catalogue it is, but is called like it. */
  private Party known(Party party) {
    if (party.vendor() != null || party.provenance().fields().containsKey("vendor")) {
      return party;
    }
    List<String> called = names.called(party.name() == null ? party.id() : party.name());
    return called.size() == 1
        ? (Party)
            completion.fact(
                party.with(
                    "vendor",
                    called.get(0),
                    FieldOrigin.derived(called.get(0), "parties/" + party.id())))
        : party;
  }

  private void add(Party party) {
    parties.put(party.id(), party);
    String name = party.name();
    if (name != null) {
      byName.merge(PartyNames.key(name), party.id(), PartyCompletion::first);
    }
    if (party.vendor() != null) {
      byVendor.merge(party.vendor(), party.id(), PartyCompletion::first);
    }
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private FactSet completed(FactSet set) {
    // Who names a party first gives it its name: the first by list and id, wherever it stands.
    set.all().stream()
        .sorted(Comparator.comparing(Fact::section).thenComparing(Fact::id))
        .flatMap(NamedParty::in)
        .forEach(this::party);
    owners();
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    set.lists()
        .forEach(
            (section, facts) ->
                lists.put(
                    section,
                    facts.stream()
                        .map(this::named)
                        .collect(Collectors.toCollection(ArrayList::new))));
    parties.values().stream()
        .map(Party::ownedBy)
        .filter(owner -> owner != null && parties.containsKey(owner))
        .forEach(owner -> role(String.valueOf(owner), PartyRole.OWNER));
    List<Fact> derived = new ArrayList<>(set.derived());
    List<Fact> known = new ArrayList<>();
    for (Party party : parties.values()) {
      (stated.contains(party.id()) ? known : derived).add(withRoles(party));
    }
    if (set.states(Section.PARTIES)) {
      lists.put(Section.PARTIES, known);
    }
    return FactSetBuilder.builder(set).lists(lists).derived(derived).build();
  }

  /** Parties that control others by the catalogue; the file may say that somebody else does. */
  private void owners() {
    Deque<Party> owned = new ArrayDeque<>(parties.values());
    while (!owned.isEmpty()) {
      Party party = owned.remove();
      Owner owner = owner(party);
      int before = parties.size();
      Party top =
          owner == null
              ? null
              : party(new NamedParty(party, "owned_by", owner.owner(), PartyRole.OWNER));
      if (top != null && !top.id().equals(party.id())) {
        String entry = PartyNames.VENDORS + "/" + party.vendor();
        parties.put(
            party.id(),
            (Party) party.with("owned_by", top.id(), FieldOrigin.catalogue(top.id(), entry)));
        if (parties.size() > before) {
          owned.add(top);
        }
      }
    }
  }

  /**
   * Who owns it by the catalogue, where the file says nothing else; facts may be completed twice.
   */
  private @Nullable Owner owner(Party party) {
    FieldOrigin origin = party.provenance().fields().get("owned_by");
    boolean open =
        CatalogueCompletion.isSilent(party, "owned_by")
            || origin != null && origin.catalogueEntry() != null;
    return party.vendor() == null || !open
        ? null
        : catalogue
            .find(PartyNames.VENDORS, party.vendor())
            .flatMap(entry -> entry.owner(day))
            .filter(
                owner ->
                    party.ultimateParentHq() == null || party.ultimateParentHq().equals(owner.hq()))
            .orElse(null);
  }

  /** A fact whose fields hold the ids of the parties that they name. */
  private Fact named(Fact fact) {
    Fact completed = fact;
    for (NamedParty named : NamedParty.in(fact).toList()) {
      Party party = party(named);
      if (party != null) {
        role(party.id(), named.role());
        completed = filled(refer(completed, named.field(), party), named.role(), party);
      }
    }
    return completed;
  }

  /** What the file says stays where it stands. */
  private static Fact refer(Fact fact, String field, Party party) {
    if (party.id().equals(fact.value(field))) {
      return fact;
    }
    FieldOrigin origin = fact.provenance().fields().get(field);
    return fact.with(
        field,
        party.id(),
        origin == null ? FieldOrigin.derived(party.id(), "parties/" + party.id()) : origin);
  }

  private void role(String party, PartyRole role) {
    roles.computeIfAbsent(party, any -> new TreeSet<>()).add(role);
  }

  private @Nullable Party party(NamedParty named) {
    Deadline.check();
    String text = named.name();
    Party known = parties.get(text);
    if (known == null) {
      known = parties.get(byName.getOrDefault(PartyNames.key(text), ""));
    }
    List<String> called = known == null ? names.called(text) : List.of();
    if (known != null || called.size() != 1) {
      return known;
    }
    String vendor = called.get(0);
    String id = byVendor.get(vendor);
    return id == null ? made(vendor, named) : parties.get(id);
  }

  /** A party that only a field names. */
  private Party made(String vendor, NamedParty named) {
    Fact by = named.by();
    String field = named.field();
    String from = by.section().key() + "/" + by.id() + "." + field;
    String id = ids.add(vendor) ? vendor : vendor + " (" + by.id() + "." + field + ")";
    FieldOrigin origin = by.provenance().fields().get(field);
    Map<String, FieldOrigin> origins = new HashMap<>();
    origins.put("vendor", FieldOrigin.derived(vendor, from));
    Map<String, Object> values = new HashMap<>(Map.of("id", id, "vendor", vendor));
    // A name that the file does not show is no better than that of the catalogue.
    if (origin != null
        && origin.kind() == FieldOrigin.Kind.STATED
        && !origin.text().equals(vendor)) {
      values.put("name", origin.text());
      origins.put("name", origin);
    }
    Provenance whole = by.provenance();
    Party made =
        (Party)
            completion.fact(
                Fact.of(
                    Party.class,
                    values,
                    new Provenance(
                        whole.file(),
                        whole.path().isEmpty() ? from : whole.path() + "." + field,
                        origin != null && origin.line() > 0 ? origin.line() : whole.line(),
                        origin != null && origin.line() > 0 ? origin.column() : whole.column(),
                        origins)));
    add(made);
    return made;
  }

  private Fact filled(Fact fact, PartyRole role, Party party) {
    Fact filled = fact;
    Map<String, String> fills =
        FILLS.getOrDefault(fact.section(), Map.of()).getOrDefault(role, Map.of());
    for (Map.Entry<String, String> each : fills.entrySet()) {
      Object value = party.value(each.getValue());
      FieldOrigin origin = party.provenance().fields().get(each.getValue());
      if (value != null) {
        filled = filled(filled, each.getKey(), value, origin, "parties/" + party.id());
      }
    }
    List<PartyList> lists = party.lists();
    if (role == PartyRole.DEVELOPER && lists != null && lists.contains(PartyList.US_ENTITY_LIST)) {
      filled =
          filled(
              filled,
              "developer_entity_listed",
              true,
              party.provenance().fields().get("lists"),
              "parties/" + party.id());
    }
    return filled;
  }

  /** With a value where the fact is silent; it says where the value comes from. */
  private static Fact filled(
      Fact fact, String field, Object value, @Nullable FieldOrigin origin, String from) {
    if (!CatalogueCompletion.isSilent(fact, field)) {
      return fact;
    }
    return fact.with(
        field,
        value,
        origin != null && origin.catalogueEntry() != null
            ? origin
            : FieldOrigin.derived(Names.value(value), from));
  }

  private Fact withRoles(Party party) {
    Set<PartyRole> named = roles.get(party.id());
    return named == null ? party : filled(party, "role", List.copyOf(named), null, "what names it");
  }
}
