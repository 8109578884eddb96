package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.yaml.Component;
import eu.policyadvisor.yaml.Countries;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.Problems;
import eu.policyadvisor.yaml.RecordReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the instruments of a catalogue. A status is one word, or a list of states, each from a day:
 * {@code [{from: 2025-01-15, status: in_force}, {from: 2025-05-13, status: rescinded}]}.
 */
final class StatedInstruments {
  private static final String STATUS = "status";

  private static final List<String> READ_BY_HAND = List.of(STATUS, "note");

  private StatedInstruments() {}

  /** An instrument as its file states it, but for its status. */
  record Stated(
      String id,
      String title,
      @Nullable String reference,
      LocalDate date,
      Instrument.@Nullable Kind kind,
      @Nullable String jurisdiction,
      @Nullable Boolean reachesAbroad,
      @Nullable Set<String> concerns,
      @Nullable String link,
      @Nullable String source,
      boolean verified,
      @Nullable LocalDate reviewOn,
      @Nullable Set<String> suspends) {}

  /** The instrument, or nothing after a problem was reported. */
  static Optional<Instrument> read(Node node, Problems problems) {
    if (!(node instanceof Node.Mapping mapping)) {
      RecordReader.notAMapping("instrument", node, problems);
      return Optional.empty();
    }
    List<String> keys =
        Stream.concat(
                Component.of(Stated.class).stream().map(Component::key), READ_BY_HAND.stream())
            .toList();
    Node.Mapping plain =
        new Node.Mapping(
            mapping.entries().stream().filter(each -> !READ_BY_HAND.contains(each.key())).toList(),
            mapping.at());
    Optional<Stated> stated = RecordReader.read(Stated.class, "instrument", keys, plain, problems);
    Optional<List<Instrument.State>> states = states(mapping, stated, problems);
    if (stated.isEmpty() || states.isEmpty()) {
      return Optional.empty();
    }
    String jurisdiction = stated.get().jurisdiction;
    Set<String> named = stated.get().concerns;
    Set<String> concerns = named == null ? Set.of() : named;
    Stream.concat(
            concerns.stream(),
            Stream.ofNullable(jurisdiction).filter(each -> !each.equals(Instrument.GENERAL)))
        .map(Countries::problem)
        .filter(problem -> !problem.isEmpty())
        .map(problem -> problem + ", or for a jurisdiction " + Instrument.GENERAL)
        .forEach(problem -> problems.add(mapping.at(), problem));
    return Optional.of(instrument(stated.get(), jurisdiction, concerns, states.get()));
  }

  private static Instrument instrument(
      Stated stated,
      @Nullable String jurisdiction,
      Set<String> concerns,
      List<Instrument.State> states) {
    boolean binds = states.get(0).status() != InstrumentStatus.NOT_BINDING;
    return new Instrument(
        stated.id,
        stated.title,
        stated.reference,
        stated.date,
        stated.kind != null ? stated.kind : binds ? Instrument.Kind.LAW : Instrument.Kind.GUIDANCE,
        jurisdiction == null ? Instrument.GENERAL : jurisdiction,
        Boolean.TRUE.equals(stated.reachesAbroad),
        concerns,
        states,
        stated.link,
        stated.source,
        stated.verified,
        stated.reviewOn,
        stated.suspends == null ? Set.of() : stated.suspends);
  }

  /** A status from a day on. */
  record StatedState(LocalDate from, InstrumentStatus status) {
    Instrument.State state() {
      return new Instrument.State(from, status);
    }
  }

  /** A status that is one word. */
  record Word(InstrumentStatus status) {}

  private static Optional<List<Instrument.State>> states(
      Node.Mapping mapping, Optional<Stated> of, Problems problems) {
    Optional<Node.Entry> status = mapping.find(STATUS);
    if (status.isPresent() && status.get().value() instanceof Node.Sequence sequence) {
      return of.flatMap(stated -> states(stated, sequence, problems));
    }
    Node.Mapping word = new Node.Mapping(status.stream().toList(), mapping.at());
    return RecordReader.read(Word.class, "instrument", List.of(STATUS), word, problems)
        .flatMap(read -> of.map(stated -> List.of(new Instrument.State(stated.date, read.status))));
  }

  private static Optional<List<Instrument.State>> states(
      Stated of, Node.Sequence sequence, Problems problems) {
    TreeMap<LocalDate, Instrument.State> states = new TreeMap<>();
    for (Node item : sequence.items()) {
      RecordReader.read(StatedState.class, "state", item, problems)
          .map(StatedState::state)
          .ifPresent(state -> add(of, state, states, item, problems));
    }
    if (sequence.items().isEmpty()) {
      problems.add(sequence.at(), "status of '" + of.id + "' is an empty list; name a state");
    }
    if (states.isEmpty()) {
      return Optional.empty();
    }
    if (!states.firstKey().equals(of.date)) {
      problems.add(
          sequence.at(),
          "the first status of '%s' begins on %s, but its date is %s; let both be one day"
              .formatted(of.id, states.firstKey(), of.date));
    }
    return Optional.of(new ArrayList<>(states.values()));
  }

  /** On one day there is one status: which of two holds nobody could say. */
  private static void add(
      Stated of,
      Instrument.State state,
      Map<LocalDate, Instrument.State> states,
      Node at,
      Problems problems) {
    Instrument.State other = states.putIfAbsent(state.from(), state);
    if (other != null) {
      problems.add(
          at.at(),
          "'%s' has two statuses on %s, %s and %s; keep one, or let one begin on another day"
              .formatted(
                  of.id, state.from(), Names.inFile(other.status()), Names.inFile(state.status())));
    }
  }
}
