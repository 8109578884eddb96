package eu.policyadvisor.screening;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.ListedRow;
import eu.policyadvisor.fact.NamedParty;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.PartyBuilder;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Screening;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Plain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what lists know of parties by their names. What the facts state prevails, and is said to
 * differ; a name that only resembles a listed one fills in nothing.
 */
final class PartyScreening {
  private static final String LISTS = "lists";
  private static final String SINCE = "entity_listed_since";

  /** A name alone, with no country to confirm it, may be that of a namesake. */
  private static final BigDecimal BY_NAME = new BigDecimal("0.9");

  private final Screener screener;
  private final LocalDate day;
  private final List<Screening.Remark> remarks = new ArrayList<>();

  PartyScreening(Screener screener, LocalDate day) {
    this.screener = screener;
    this.day = day;
  }

  ScreenedFacts complete(FactSet set) {
    FactSet facts =
        set.states(Section.PARTIES)
            ? set.with(
                Section.PARTIES,
                set.facts(Section.PARTIES).stream().map(each -> complete((Party) each)).toList())
            : set;
    facts = withNamed(facts);
    return new ScreenedFacts(
        facts, new Screening(screener.lists().stream().map(this::used).toList(), remarks));
  }

  /** With a party for each that only a field names, where a list holds its name. */
  private FactSet withNamed(FactSet set) {
    Set<String> known = new HashSet<>();
    set.all().stream().map(Fact::id).forEach(known::add);
    List<Fact> derived = new ArrayList<>();
    for (Fact fact : set.derived()) {
      derived.add(fact instanceof Party party ? complete(party) : fact);
    }
    set.lists().values().stream()
        .flatMap(List::stream)
        .flatMap(NamedParty::in)
        .filter(named -> known.add(named.name()))
        .map(PartyScreening::party)
        .map(this::complete)
        .filter(party -> ((Party) party).lists() != null)
        .forEach(derived::add);
    return FactSetBuilder.builder(set).derived(derived).build();
  }

  private static Party party(NamedParty named) {
    Fact by = named.by();
    FieldOrigin at = by.provenance().fields().get(named.field());
    Provenance whole = by.provenance();
    String from = by.section().key() + "/" + by.id() + "." + named.field();
    return PartyBuilder.builder()
        .id(named.name())
        .role(List.of(named.role()))
        .name(named.name())
        .provenance(
            new Provenance(
                whole.file(),
                whole.path().isEmpty() ? from : whole.path() + "." + named.field(),
                at == null ? whole.line() : at.line(),
                at == null ? whole.column() : at.column(),
                Map.of(
                    "name", FieldOrigin.derived(named.name(), from),
                    "role", FieldOrigin.derived(Names.value(named.role()), from))))
        .build();
  }

  private Screening.UsedList used(KeptList list) {
    return new Screening.UsedList(
        list.id(),
        list.title(),
        list.date(),
        list.dated().isKnown(),
        list.rows(),
        list.sha256(),
        list.days(day));
  }

  private Fact complete(Party party) {
    String name = party.name();
    if (name == null) {
      return party;
    }
    Map<Boolean, List<Match>> exact =
        screener.screen(name, party.hq(), day).stream()
            .collect(Collectors.partitioningBy(match -> match.kind() == Match.Kind.EXACT));
    List<Match> hits = exact.getOrDefault(true, List.of());
    hits.stream()
        .filter(match -> match.row().lists().isEmpty())
        .forEach(match -> elsewhere(party, match));
    Party completed = since(lists(party, hits), hits);
    // What a hit says elsewhere answers no question.
    exact.getOrDefault(false, List.of()).forEach(match -> resembles(party, match));
    return completed;
  }

  private void resembles(Party party, Match match) {
    Set<PartyList> lists = match.row().lists();
    List<PartyList> known = party.lists();
    if (known != null && (isStated(party, LISTS) || known.containsAll(lists))) {
      return;
    }
    remark(
        Screening.Kind.RESEMBLES,
        party,
        lists.isEmpty() ? null : LISTS,
        "'%s' resembles '%s' (%s); is it the same party?"
            .formatted(name(party), match.listed(), match.row().source()),
        match);
  }

  private static String name(Party party) {
    return Plain.quoted(String.valueOf(party.name()));
  }

  private void elsewhere(Party party, Match match) {
    remark(
        Screening.Kind.ELSEWHERE,
        party,
        null,
        "'%s' is on a list that no rule reads: %s%s"
            .formatted(name(party), match.row().source(), sinceWords(match)),
        match);
  }

  private Party lists(Party party, List<Match> matches) {
    Set<PartyList> found = new TreeSet<>();
    matches.forEach(match -> found.addAll(match.row().lists()));
    Optional<Match> first =
        matches.stream().filter(match -> !match.row().lists().isEmpty()).findFirst();
    List<PartyList> known = party.lists();
    if (first.isEmpty() || known != null && known.containsAll(found)) {
      return party;
    } else if (known != null && isStated(party, LISTS)) {
      Set<PartyList> missing = new TreeSet<>(found);
      missing.removeAll(known);
      contradicts(party, LISTS, Names.value(known), missing, matches);
      return party;
    }
    if (known != null) {
      found.addAll(known);
    }
    List<PartyList> all = List.copyOf(found);
    Match match = first.get();
    remark(
        Screening.Kind.LISTED,
        party,
        LISTS,
        "'%s' is '%s': %s%s"
            .formatted(name(party), match.row().name(), match.row().source(), sinceWords(match)),
        match);
    return PartyBuilder.builder(party)
        .lists(all)
        .provenance(with(party.provenance(), LISTS, Names.value(all), match))
        .build();
  }

  private void contradicts(
      Party party, String field, String stated, Set<PartyList> missing, List<Match> matches) {
    for (Match match : matches) {
      if (match.row().lists().stream().anyMatch(missing::contains)) {
        remark(
            Screening.Kind.CONTRADICTS,
            party,
            field,
            "stated is %s, yet '%s' is '%s': %s%s; what is stated prevails"
                .formatted(
                    stated,
                    name(party),
                    match.row().name(),
                    match.row().source(),
                    sinceWords(match)),
            match);
      }
    }
  }

  /** The first day on which it was on the US Entity List. */
  private Party since(Party party, List<Match> matches) {
    Optional<Match> first =
        matches.stream()
            .filter(match -> match.row().lists().contains(PartyList.US_ENTITY_LIST))
            .filter(match -> match.row().since() != null)
            .min(Comparator.comparing(match -> match.row().since()));
    List<PartyList> lists = party.lists();
    if (first.isEmpty() || lists == null || !lists.contains(PartyList.US_ENTITY_LIST)) {
      return party;
    }
    Match match = first.get();
    LocalDate since = match.row().since();
    LocalDate known = party.entityListedSince();
    if (known == null) {
      return PartyBuilder.builder(party)
          .entityListedSince(since)
          .provenance(with(party.provenance(), SINCE, String.valueOf(since), match))
          .build();
    } else if (!known.equals(since)) {
      remark(
          Screening.Kind.CONTRADICTS,
          party,
          SINCE,
          "%s is %s, yet the list says %s; the former prevails"
              .formatted(isStated(party, SINCE) ? "stated" : "in the catalogue", known, since),
          match);
    }
    return party;
  }

  /** Facts built in Java state what they have, without saying where. */
  private static boolean isStated(Party party, String field) {
    FieldOrigin origin = party.provenance().fields().get(field);
    return origin == null || origin.kind() == FieldOrigin.Kind.STATED;
  }

  private static String sinceWords(Match match) {
    return match.row().since() == null ? "" : ", since " + match.row().since();
  }

  private void remark(
      Screening.Kind kind, Party party, @Nullable String field, String text, Match match) {
    remarks.add(new Screening.Remark(kind, party.id(), field, text, row(match)));
  }

  private static Provenance with(Provenance before, String field, String text, Match match) {
    Map<String, FieldOrigin> fields = new HashMap<>(before.fields());
    fields.put(field, FieldOrigin.listed(text, row(match)));
    return new Provenance(
        before.file(), before.path(), before.line(), before.column(), fields, before.copies());
  }

  private static ListedRow row(Match match) {
    ListRow row = match.row();
    KeptList list = match.list();
    return new ListedRow(
        list.id(),
        list.date(),
        list.dated().isKnown(),
        row.line(),
        match.listed(),
        row.source(),
        row.effect(),
        row.since(),
        match.how(),
        match.countryAgrees() ? BigDecimal.ONE : BY_NAME);
  }
}
