package eu.policyadvisor.check;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.yaml.FactCheck;
import eu.policyadvisor.yaml.FactReader;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.RecordReader;
import eu.policyadvisor.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads cases files. */
public final class CaseReader {
  private static final List<String> CASE = List.of("case", "as_of", "todo", "facts", "expect");
  private static final List<String> RULES =
      List.of("concludes", "silent", "undetermined", "superseded");
  private static final List<String> EXPECT =
      Stream.concat(
              RULES.stream(),
              Stream.of("stance", "severity", "stances", "confidence_at_most", "awaits"))
          .toList();

  private final String label;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();

  private CaseReader(String label) {
    this.label = label;
  }

  /** A case without its name, facts and expectations; public for the reader of records. */
  public record Heading(LocalDate asOf, @Nullable Boolean todo) {}

  /** What a case expects, without the lists of rules; public for the reader of records. */
  public record Expectation(
      @Nullable Stance stance,
      @Nullable Map<String, Severity> severity,
      @Nullable Map<String, Stance> stances,
      @Nullable Map<String, BigDecimal> confidenceAtMost,
      @Nullable List<String> awaits) {}

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

    /** Without the cases whose facts contradict each other or name what does not exist. */
    public Result checked(Catalogue catalogue) {
      List<Case> right = new ArrayList<>();
      List<Problem> wrong = new ArrayList<>(problems);
      for (Case test : cases) {
        List<Problem> found = FactCheck.check(test.facts(), catalogue);
        wrong.addAll(found);
        if (found.isEmpty()) {
          right.add(test);
        }
      }
      return new Result(right, wrong.stream().sorted().toList());
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
    Checked<List<Node>> documents = YamlReader.read(label, in);
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
    Optional<Heading> heading =
        read(Heading.class, "case", CASE, mapping, List.of("case", "facts", "expect"));
    String name = text(mapping);
    Optional<FactSet> facts = facts(mapping);
    if (!(mapping.find("expect").map(Node.Entry::value).orElse(null)
        instanceof Node.Mapping expect)) {
      problem(mapping.at(), "the case expects nothing; add 'expect:'");
      return;
    }
    List<Case.Expected> concludes = expected(expect, "concludes");
    List<Case.Expected> silent = expected(expect, "silent");
    List<Case.Expected> undetermined = expected(expect, "undetermined");
    List<Case.Expected> superseded = expected(expect, "superseded");
    List.of(concludes, silent, undetermined).forEach(list -> list.forEach(this::withoutBy));
    Optional<Expectation> expectation =
        read(Expectation.class, "what a case expects", EXPECT, expect, RULES);
    for (Node.Entry entry : expect.entries()) {
      if (entry.value() instanceof Node.Scalar scalar && scalar.isUnknown()) {
        problem(scalar.at(), entry.key() + " must be known");
      }
    }
    // What the reader of YAML refused is missing, and was told before.
    if (problems.size() == before
        && heading.isPresent()
        && facts.isPresent()
        && expectation.isPresent()) {
      Expectation stated = expectation.get();
      cases.add(
          new Case(
              name,
              label,
              mapping.at().line(),
              heading.get().asOf(),
              facts.get(),
              concludes,
              silent,
              undetermined,
              superseded,
              stated.stance(),
              Objects.requireNonNullElse(stated.severity(), Map.of()),
              Objects.requireNonNullElse(stated.stances(), Map.of()),
              Objects.requireNonNullElse(stated.confidenceAtMost(), Map.of()),
              Objects.requireNonNullElse(stated.awaits(), List.of()),
              Boolean.TRUE.equals(heading.get().todo())));
    }
  }

  private <R extends Record> Optional<R> read(
      Class<R> type, String owner, List<String> keys, Node.Mapping mapping, List<String> apart) {
    Checked<Optional<R>> read =
        RecordReader.read(type, owner, keys, label, BacktestReader.without(mapping, apart));
    problems.addAll(read.problems());
    return read.value();
  }

  private Optional<FactSet> facts(Node.Mapping mapping) {
    Optional<Node.Entry> entry = mapping.find("facts");
    if (entry.isEmpty()) {
      problem(mapping.at(), "the case has no facts; add 'facts:'");
      return Optional.empty();
    }
    Checked<Optional<FactSet>> facts = FactReader.read(label, entry.get().value());
    problems.addAll(facts.problems());
    return facts.value();
  }

  private List<Case.Expected> expected(Node.Mapping mapping, String key) {
    Node list = mapping.find(key).map(Node.Entry::value).orElse(null);
    if (list instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(Case.Expected::parse).toList();
    } else if (list != null) {
      problem(list.at(), key + " must be a list");
    }
    return List.of();
  }

  private void withoutBy(Case.Expected expected) {
    if (expected.by().isPresent()) {
      problem(
          expected.at(), "'" + expected + "' says by what; only 'superseded' does: leave out 'by'");
    }
  }

  private String text(Node.Mapping mapping) {
    String text = mapping.find("case").map(entry -> entry.value().text()).orElse("");
    if (text.isBlank()) {
      problem(mapping.at(), "the case has no 'case'");
    }
    return text;
  }

  private void problem(Place at, String message) {
    problems.add(new Problem(label, at.line(), at.column(), message));
  }
}
