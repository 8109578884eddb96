package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Instrument;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads confirmations of legal states, from a fact file or a file of their own, and says what is
 * wrong with them. In both they stand in one list:
 *
 * <pre>{@code
 * confirmations:
 *   - {instrument: us-affiliates-rule, status: suspended, date: 2026-11-12, until: 2027-11-09,
 *      source: 91 FR 1, who: J. Doe}
 * }</pre>
 */
public final class ConfirmationReader {
  /** The list, in a fact file and in a file of its own. */
  public static final String LIST = "confirmations";

  private ConfirmationReader() {}

  /**
   * Reads a file that holds nothing but confirmations.
   *
   * @param label the file as the user named it
   * @param in the file; not closed
   * @param catalogue the instruments of which they may speak
   * @return the confirmations, and all that is wrong with them on any day
   * @throws IOException if the stream cannot be read
   */
  public static Checked<List<Confirmation>> read(String label, InputStream in, Catalogue catalogue)
      throws IOException {
    Checked<List<Node>> documents = YamlReader.read(label, in);
    Problems problems = new Problems(label);
    problems.addAll(documents.problems());
    List<Confirmation> read = new ArrayList<>();
    if (documents.value().isEmpty() && problems.none()) {
      problems.add(Place.NONE, "holds no confirmations; it needs a list '" + LIST + ":'");
    }
    for (Node document : documents.value()) {
      if (!(document instanceof Node.Mapping mapping)) {
        RecordReader.notAMapping("a file of " + LIST, document, problems);
        continue;
      }
      for (Node.Entry entry : mapping.entries()) {
        if (entry.key().equals(LIST)) {
          read.addAll(list(entry.value(), problems));
        } else {
          problems.add(
              entry.keyAt(),
              RecordReader.unknownField(entry.key(), "a file of " + LIST, List.of(LIST)));
        }
      }
      if (mapping.entries().isEmpty()) {
        problems.add(mapping.at(), "holds no confirmations; it needs a list '" + LIST + ":'");
      }
    }
    problems.addAll(check(read, catalogue));
    return new Checked<>(List.copyOf(read), problems.sorted());
  }

  /** The confirmations of a list that are right by themselves. */
  static List<Confirmation> list(Node node, Problems problems) {
    if (node instanceof Node.Refused) {
      problems.refuse();
      return List.of();
    }
    if (!(node instanceof Node.Sequence sequence)) {
      problems.add(node.at(), LIST + " must be a list, each beginning with '- instrument:'");
      return List.of();
    }
    List<Confirmation> read = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      confirmation(LIST + "[" + i + "]", sequence.items().get(i), problems).ifPresent(read::add);
    }
    return read;
  }

  private static Optional<Confirmation> confirmation(String path, Node node, Problems all) {
    if (!(node instanceof Node.Mapping mapping)) {
      RecordReader.notAMapping(path, node, all);
      return Optional.empty();
    }
    Problems problems = new Problems(all.label());
    RecordReader.Stated stated =
        RecordReader.read(Confirmation.class, "confirmation", mapping, Set.of(), problems);
    Map<String, Object> values = new HashMap<>(stated.values());
    Place at = mapping.at();
    values.put(
        "provenance", new Provenance(all.label(), path, at.line(), at.column(), stated.origins()));
    Stream.of("source", "who")
        .filter(key -> values.get(key) instanceof String text && text.isBlank())
        .forEach(
            key ->
                problems.add(
                    mapping.find(key).orElseThrow().value().at(),
                    key
                        + " is empty; a confirmation says who saw the status, and in which"
                        + " source"));
    all.addAll(problems.sorted());
    return problems.none()
        ? Optional.of(Component.create(Confirmation.class, values))
        : Optional.empty();
  }

  /**
   * What is wrong with confirmations on any day: instruments that the catalogue does not list,
   * states that confirm nothing, an end before the beginning, and two on one day.
   */
  static List<Problem> check(List<Confirmation> confirmations, Catalogue catalogue) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Confirmation> first = new HashMap<>();
    for (Confirmation each : confirmations) {
      String id = each.instrument();
      LocalDate until = each.until();
      if (!catalogue.instruments().containsKey(id)) {
        String question = Suggestion.question(id, catalogue.instruments().keySet(), 3);
        problems.add(
            problem(
                each,
                "instrument",
                "instrument '%s' is not among the instruments of the catalogue%s"
                    .formatted(
                        Plain.quoted(id),
                        question.isEmpty()
                            ? "; rules/catalog/instruments.yaml lists them"
                            : question)));
      }
      if (each.status() == InstrumentStatus.UNKNOWN_AFTER_CUTOFF) {
        problems.add(
            problem(
                each,
                "status",
                "a status that is not known confirms nothing; name the one that was seen, of "
                    + Stream.of(InstrumentStatus.values())
                        .filter(status -> status != InstrumentStatus.UNKNOWN_AFTER_CUTOFF)
                        .map(Names::inFile)
                        .collect(Collectors.joining(", "))));
      }
      if (until != null && until.isBefore(each.date())) {
        problems.add(
            problem(
                each,
                "until",
                "until is %s, before its date %s; name the last day of the status"
                    .formatted(until, each.date())));
      }
      Confirmation other = first.putIfAbsent(id + " " + each.date(), each);
      if (other != null) {
        problems.add(
            problem(
                each,
                "instrument",
                "'%s' is confirmed twice on %s, here and in %s; keep one"
                    .formatted(Plain.quoted(id), each.date(), place(other))));
      }
    }
    return problems;
  }

  /**
   * What is wrong with confirmations on a day: those of a later date, and those older than a state
   * that the catalogue knows.
   *
   * @param confirmations those in which nothing else is wrong
   * @param day the day of the advice
   */
  public static List<Problem> check(
      List<Confirmation> confirmations, Catalogue catalogue, LocalDate day) {
    List<Problem> problems = new ArrayList<>();
    for (Confirmation each : confirmations) {
      if (each.date().isAfter(day)) {
        problems.add(
            problem(
                each,
                "date",
                "the confirmation of '%s' is of %s, later than the day of the advice, %s; leave it out, or ask for advice of a later day"
                    .formatted(Plain.quoted(each.instrument()), each.date(), day)));
        continue;
      }
      Optional.ofNullable(catalogue.instruments().get(each.instrument())).stream()
          .map(Instrument::states)
          .flatMap(List::stream)
          .filter(state -> state.from().isAfter(each.date()) && !state.from().isAfter(day))
          .filter(state -> state.status() != InstrumentStatus.UNKNOWN_AFTER_CUTOFF)
          .reduce((earlier, later) -> later)
          .ifPresent(
              state ->
                  problems.add(
                      problem(
                          each,
                          "date",
                          "'%s' is confirmed as %s on %s, but the catalogue knows a later status: %s from %s; leave it out, or confirm a later day"
                              .formatted(
                                  each.instrument(),
                                  Names.inFile(each.status()),
                                  each.date(),
                                  Names.inFile(state.status()),
                                  state.from()))));
    }
    return problems;
  }

  private static String place(Confirmation other) {
    Provenance at = other.provenance();
    return at.inFile() ? "line " + at.line() + " of " + at.file() : at.path();
  }

  private static Problem problem(Confirmation of, String key, String message) {
    Provenance at = of.provenance();
    FieldOrigin origin = at.fields().get(key);
    if (!at.inFile()) {
      return Problem.of(LIST, message);
    }
    return origin == null
        ? new Problem(at.file(), at.line(), at.column(), message)
        : new Problem(at.file(), origin.line(), origin.column(), message);
  }
}
