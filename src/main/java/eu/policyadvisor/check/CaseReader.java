package eu.policyadvisor.check;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.yaml.FactReader;
import eu.policyadvisor.yaml.Nearest;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.Place;
import eu.policyadvisor.yaml.Reading;
import eu.policyadvisor.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads cases files. */
public final class CaseReader {
  private static final Set<String> CASE = Set.of("case", "as_of", "todo", "facts", "expect");
  private static final Set<String> EXPECT =
      Set.of(
          "concludes",
          "silent",
          "undetermined",
          "superseded",
          "stance",
          "severity",
          "stances",
          "confidence_at_most",
          "awaits");

  private final String label;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();

  private CaseReader(String label) {
    this.label = label;
  }

  /**
   * What a cases file holds.
   *
   * @param cases the cases that are right
   * @param problems what is wrong with the others
   */
  public record Result(List<Case> cases, List<Problem> problems) {
    /** Copies the lists. */
    public Result {
      cases = List.copyOf(cases);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads all cases of a file.
   *
   * @param label the file as the user named it
   * @param in the file; not closed
   * @throws IOException if the stream cannot be read
   */
  public static Result read(String label, InputStream in) throws IOException {
    CaseReader reader = new CaseReader(label);
    Reading<List<Node>> documents = YamlReader.read(label, in);
    reader.problems.addAll(documents.problems());
    for (Node document : documents.value()) {
      if (document instanceof Node.Sequence sequence) {
        sequence.items().forEach(reader::read);
      } else {
        reader.problem(document.at(), "must be a list of cases, each beginning with '- case:'");
      }
    }
    return new Result(reader.cases, reader.problems.stream().sorted().toList());
  }

  private void read(Node node) {
    int before = problems.size();
    if (!(node instanceof Node.Mapping mapping)) {
      problem(node.at(), "must be a case, beginning with 'case:'");
      return;
    }
    known(mapping, CASE, "a case");
    String name = text(mapping, "case");
    LocalDate asOf = date(mapping);
    boolean todo = todo(mapping);
    FactSet facts = facts(mapping);
    Node.Mapping expect =
        mapping.find("expect").map(Node.Entry::value).orElse(null) instanceof Node.Mapping stated
            ? stated
            : null;
    if (expect == null) {
      problem(mapping.at(), "the case expects nothing; add 'expect:'");
      return;
    }
    known(expect, EXPECT, "what a case expects");
    List<Case.Expected> concludes = expected(expect, "concludes");
    List<Case.Expected> silent = expected(expect, "silent");
    List<Case.Expected> undetermined = expected(expect, "undetermined");
    List<Case.Expected> superseded = expected(expect, "superseded");
    List.of(concludes, silent, undetermined).forEach(list -> list.forEach(this::withoutBy));
    Stance stance = stance(expect);
    Map<String, Severity> severity = words(expect, "severity", Severity.values());
    Map<String, Stance> stances = words(expect, "stances", Stance.values());
    Map<String, BigDecimal> confidence = confidence(expect);
    List<String> awaits = strings(expect, "awaits");
    if (problems.size() == before && asOf != null && facts != null) {
      cases.add(
          new Case(
              name,
              label,
              mapping.at().line(),
              asOf,
              facts,
              concludes,
              silent,
              undetermined,
              superseded,
              stance,
              severity,
              stances,
              confidence,
              awaits,
              todo));
    }
  }

  private boolean todo(Node.Mapping mapping) {
    Optional<Node.Entry> entry = mapping.find("todo");
    if (entry.isEmpty()) {
      return false;
    }
    String text = entry.get().value().text();
    if (!text.equals("true") && !text.equals("false")) {
      problem(entry.get().value().at(), "'" + text + "' is neither true nor false");
    }
    return text.equals("true");
  }

  private @Nullable FactSet facts(Node.Mapping mapping) {
    Optional<Node.Entry> entry = mapping.find("facts");
    if (entry.isEmpty()) {
      problem(mapping.at(), "the case has no facts; add 'facts:'");
      return null;
    }
    Reading<Optional<FactSet>> facts = FactReader.read(label, entry.get().value());
    problems.addAll(facts.problems());
    return facts.value().orElse(null);
  }

  private @Nullable LocalDate date(Node.Mapping mapping) {
    String text = text(mapping, "as_of");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      problem(mapping.at(), "'" + text + "' is not a date; write it as 2026-11-01");
      return null;
    }
  }

  private @Nullable Stance stance(Node.Mapping expect) {
    if (expect.find("stance").isEmpty()) {
      return null;
    }
    String text = text(expect, "stance");
    for (Stance stance : Stance.values()) {
      if (Names.inFile(stance).equals(text)) {
        return stance;
      }
    }
    List<String> names = Arrays.stream(Stance.values()).map(Names::inFile).toList();
    problem(
        expect.at(), "'" + text + "' is not a stance; it is one of " + String.join(", ", names));
    return null;
  }

  /** A word for each rule. */
  private <E extends Enum<E>> Map<String, E> words(Node.Mapping expect, String key, E[] constants) {
    Map<String, E> words = new TreeMap<>();
    Optional<Node.Entry> stated = expect.find(key);
    if (stated.isPresent() && stated.get().value() instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        String text = entry.value().text();
        Arrays.stream(constants)
            .filter(constant -> Names.inFile(constant).equals(text))
            .findFirst()
            .ifPresentOrElse(
                constant -> words.put(entry.key(), constant),
                () ->
                    problem(
                        entry.value().at(),
                        "'"
                            + text
                            + "' is none of "
                            + String.join(
                                ", ", Arrays.stream(constants).map(Names::inFile).toList())));
      }
    } else if (stated.isPresent()) {
      problem(stated.get().value().at(), key + " must name rules, such as {theme/name: word}");
    }
    return words;
  }

  private Map<String, BigDecimal> confidence(Node.Mapping expect) {
    Map<String, BigDecimal> bounds = new TreeMap<>();
    if (expect.find("confidence_at_most").map(Node.Entry::value).orElse(null)
        instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        try {
          bounds.put(entry.key(), new BigDecimal(entry.value().text()));
        } catch (NumberFormatException e) {
          problem(entry.value().at(), "'" + entry.value().text() + "' is not a number");
        }
      }
    }
    return bounds;
  }

  private List<Case.Expected> expected(Node.Mapping mapping, String key) {
    return nodes(mapping, key).stream().map(Case.Expected::parse).toList();
  }

  private void withoutBy(Case.Expected expected) {
    if (expected.by().isPresent()) {
      problem(
          expected.at(), "'" + expected + "' says by what; only 'superseded' does: leave out 'by'");
    }
  }

  private List<String> strings(Node.Mapping mapping, String key) {
    return nodes(mapping, key).stream().map(Node::text).toList();
  }

  private List<Node> nodes(Node.Mapping mapping, String key) {
    Optional<Node.Entry> entry = mapping.find(key);
    if (entry.isEmpty()) {
      return List.of();
    }
    if (entry.get().value() instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    problem(entry.get().value().at(), key + " must be a list");
    return List.of();
  }

  private String text(Node.Mapping mapping, String key) {
    Optional<Node.Entry> entry = mapping.find(key);
    if (entry.isEmpty() || entry.get().value().text().isBlank()) {
      problem(mapping.at(), "the case has no '" + key + "'");
      return "";
    }
    return entry.get().value().text();
  }

  private void known(Node.Mapping mapping, Set<String> keys, String what) {
    for (Node.Entry entry : mapping.entries()) {
      if (!keys.contains(entry.key())) {
        problem(
            entry.keyAt(),
            "unknown field '"
                + entry.key()
                + "' of "
                + what
                + Nearest.question(entry.key(), keys, 1));
      }
    }
  }

  private void problem(Place at, String message) {
    problems.add(new Problem(label, at.line(), at.column(), message));
  }
}
