package eu.policyadvisor.calendar;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Bearing;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.explain.DueDay;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Listing;
import eu.policyadvisor.rule.Owner;
import eu.policyadvisor.rule.PartyNames;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Strength;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what happens on the days of a calendar from one run after the other: what a run rests on
 * names its days. What several runs name is told once, with all that it is about.
 */
final class Events {
  /** The day on which a statement held says nothing about what it states. */
  private static final String AS_OF = "as_of";

  private final LocalDate from;
  private final LocalDate to;
  private final Catalogue catalogue;
  private final Map<String, Event> events = new TreeMap<>();

  private final Map<String, Cited> instruments = new TreeMap<>();
  private final Map<String, Cited> rules = new TreeMap<>();
  private final Map<Doubt, Cited> reviews = new LinkedHashMap<>();

  /** Facts by what tells them apart. */
  private static final class Cited {
    private final Map<String, Fact> on = new LinkedHashMap<>();
    private final Set<Citation> basis = new LinkedHashSet<>();

    void add(Fact fact) {
      on.put(Item.key(fact), fact);
    }

    List<Fact> facts() {
      return List.copyOf(on.values());
    }
  }

  /**
   * For a span of days.
   *
   * @param catalogue with what was confirmed
   */
  Events(LocalDate from, LocalDate to, Catalogue catalogue) {
    this.from = from;
    this.to = to;
    this.catalogue = catalogue;
  }

  /**
   * Takes up what a run rests on.
   *
   * @param last the last day for which the run stands
   */
  void add(Assessment assessment, LocalDate last) {
    for (Fact fact : assessment.facts().all()) {
      days(fact);
      if (fact instanceof Party party && party.vendor() != null) {
        catalogue.find(PartyNames.VENDORS, party.vendor()).ifPresent(entry -> party(party, entry));
      }
    }
    List<Reasoned<?>> conclusions = new ArrayList<>(assessment.findings());
    conclusions.addAll(assessment.recommendations());
    for (Reasoned<?> conclusion : conclusions) {
      Fact on = conclusion.conclusion().on();
      Cited rule = rules.computeIfAbsent(conclusion.card().id(), any -> new Cited());
      rule.add(on);
      conclusion.because().forEach(way -> rule.basis.addAll(Bearing.of(way, catalogue, last)));
      Set<String> bearing = new HashSet<>();
      for (Citation citation : Bearing.of(List.of(conclusion), catalogue, last)) {
        bearing.add(citation.instrument().id());
        instruments.computeIfAbsent(citation.instrument().id(), any -> new Cited()).add(on);
      }
      for (Doubt doubt : Doubt.of(conclusion, catalogue, to)) {
        if (doubt.kind() == Doubt.Kind.STATUS_TO_BE_CONFIRMED
            && (doubt.of() != Doubt.Of.INSTRUMENT || bearing.contains(doubt.id()))) {
          reviews.computeIfAbsent(doubt, any -> new Cited()).add(on);
        }
      }
    }
  }

  private void days(Fact fact) {
    for (RecordComponent component : fact.getClass().getRecordComponents()) {
      String field = Names.inFile(component.getName());
      if (component.getType() == LocalDate.class
          && !field.equals(AS_OF)
          && fact.value(field) instanceof LocalDate day) {
        put(new Event.OfFact(day, fact, field));
      }
    }
  }

  private void party(Party party, CatalogueEntry entry) {
    for (Listing listing : entry.listings()) {
      for (LocalDate day : days(listing.since(), listing.until())) {
        put(new Event.Listed(day, party, entry, listing));
      }
    }
    for (Owner owner : entry.owners()) {
      for (LocalDate day : days(owner.since(), owner.until())) {
        put(new Event.Owned(day, party, entry, owner));
      }
    }
  }

  private static List<LocalDate> days(@Nullable LocalDate... days) {
    return Stream.of(days).flatMap(Stream::ofNullable).toList();
  }

  /** A measure may change its days while time goes on: the last word counts. */
  private void put(Event event) {
    LocalDate day = event.day();
    if (!day.isBefore(from) && !day.isAfter(to)) {
      events.put(event.key(), event);
    }
  }

  /** Takes up by when the steps are due that advice on a day asks for. */
  void addSteps(Assessment assessment) {
    Map<String, List<Reasoned<Recommendation>>> steps = new LinkedHashMap<>();
    for (Reasoned<Recommendation> each : assessment.recommendations()) {
      if (Objects.requireNonNull(each.card().advice()).strength() != Strength.INFO) {
        steps.computeIfAbsent(each.card().id(), any -> new ArrayList<>()).add(each);
      }
    }
    steps.forEach(
        (rule, step) ->
            Optional.ofNullable(DueDay.of(step, assessment.asOf()))
                .ifPresent(
                    day ->
                        put(
                            new Event.Due(
                                day, step, Bearing.of(step, catalogue, assessment.asOf())))));
  }

  /** All of them, by day; on one day first what happens in law, then what is to be done. */
  List<Event> all(Map<String, RuleCard> cards) {
    instruments.forEach(
        (id, cited) -> {
          Instrument instrument = catalogue.instruments().get(id);
          if (instrument != null) {
            for (Instrument.State state : instrument.states()) {
              put(new Event.OfInstrument(state.from(), instrument, state, cited.facts()));
            }
          }
        });
    rules.forEach((id, cited) -> rule(Objects.requireNonNull(cards.get(id)), cited));
    reviews.forEach(
        (doubt, cited) -> {
          LocalDate day = doubt.since();
          if (day != null && !isToldByState(doubt, day)) {
            put(new Event.Review(day, doubt, cited.facts()));
          }
        });
    return events.values().stream()
        .sorted(
            Comparator.comparing(Event::day).thenComparing(Events::place).thenComparing(Event::key))
        .toList();
  }

  /** Where it ends to be known how an instrument stands, its state says so. */
  private boolean isToldByState(Doubt doubt, LocalDate day) {
    Instrument instrument =
        doubt.of() == Doubt.Of.INSTRUMENT ? catalogue.instruments().get(doubt.id()) : null;
    return instrument != null
        && instrument.states().stream()
            .anyMatch(
                state ->
                    state.from().equals(day)
                        && state.status() == InstrumentStatus.UNKNOWN_AFTER_CUTOFF);
  }

  private void rule(RuleCard card, Cited cited) {
    List<Citation> basis = List.copyOf(cited.basis);
    if (card.effective() != null) {
      put(new Event.OfRule(card.effective(), card, true, basis, cited.facts()));
    }
    if (card.expires() != null) {
      put(new Event.OfRule(card.expires(), card, false, basis, cited.facts()));
    }
  }

  private static int place(Event event) {
    if (event instanceof Event.OfInstrument) {
      return 0;
    } else if (event instanceof Event.OfRule) {
      return 1;
    } else if (event instanceof Event.Due) {
      return 3;
    }
    return event instanceof Event.Review ? 4 : 2;
  }
}
