package eu.policyadvisor.check;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.yaml.FactCheck;
import eu.policyadvisor.yaml.FactReader;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.RecordReader;
import eu.policyadvisor.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads documented decisions: fact files with a heading {@code case}. All that is wrong is reported
 * at once.
 */
public final class BacktestReader {
  /** Holds cases in research notes, whose other words no rule knows. */
  private static final String LIST = "cases";

  private static final String FIRST_RUN = "first_run";

  /** Read each on its own. */
  private static final List<String> APART =
      List.of("sources", "carried_by", "concludes", "silent", FIRST_RUN);

  private static final List<String> HEADING =
      List.of(
          "id",
          "authority",
          "decision",
          "decided_on",
          "stance",
          "disagrees",
          "lacks",
          "blind",
          FIRST_RUN,
          "carried_by",
          "concludes",
          "silent",
          "sources",
          "note");

  private final String label;
  private final KnowledgeBase knowledge;
  private final Set<Problem> problems = new TreeSet<>();
  private final List<Backtest> cases = new ArrayList<>();

  private BacktestReader(String label, KnowledgeBase knowledge) {
    this.label = label;
    this.knowledge = knowledge;
  }

  /** The heading of a case, without its lists and its first run. */
  public record Heading(
      @Nullable String id,
      String authority,
      @Nullable String decision,
      @Nullable LocalDate decidedOn,
      Stance stance,
      @Nullable String disagrees,
      @Nullable String lacks,
      @Nullable Boolean blind,
      @Nullable String note) {}

  /**
   * Reads all cases of a file.
   *
   * @param label the file as the user named it
   * @param in the file; not closed
   * @param knowledge the rules and the catalogue that cases may name
   * @throws IOException if the stream cannot be read
   */
  public static Checked<List<Backtest>> read(String label, InputStream in, KnowledgeBase knowledge)
      throws IOException {
    BacktestReader reader = new BacktestReader(label, knowledge);
    Checked<List<Node>> documents = YamlReader.read(label, in);
    reader.problems.addAll(documents.problems());
    if (documents.value().isEmpty() && documents.problems().isEmpty()) {
      reader.problems.add(new Problem(label, 0, 0, "holds no case"));
    }
    documents.value().forEach(reader::document);
    return new Checked<>(List.copyOf(reader.cases), List.copyOf(reader.problems));
  }

  private void document(Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      problem(node.at(), "must be a fact set with a heading 'case'");
    } else if (mapping.find(LIST).isPresent()) {
      problem(
          mapping.find(LIST).get().keyAt(),
          "a list of cases is not read; write each as a fact set with a heading: case: {authority:"
              + " ..., stance: ..., sources: [...]}, and '---' before the next one");
    } else {
      factFile(mapping);
    }
  }

  private void factFile(Node.Mapping mapping) {
    int before = problems.size();
    Optional<Node.Entry> entry = mapping.find(FactReader.CASE);
    if (entry.isEmpty() || !(entry.get().value() instanceof Node.Mapping heading)) {
      problem(
          entry.map(each -> each.value().at()).orElse(mapping.at()),
          "has no heading; add case: {authority: ..., stance: ..., sources: [...]}");
      return;
    }
    Checked<Optional<Heading>> read =
        RecordReader.read(Heading.class, "case", HEADING, label, without(heading, APART));
    problems.addAll(read.problems());
    read.value()
        .filter(stated -> stated.stance.isSilence())
        .ifPresent(
            stated ->
                problem(
                    at(heading, "stance"),
                    ("stance %s is what we say where nothing is advised; write what the authority"
                            + " did, one of %s")
                        .formatted(
                            Names.inFile(stated.stance),
                            String.join(
                                ", ", Stance.ADVICE.stream().map(Names::inFile).toList()))));
    Optional<Backtest.FirstRun> firstRun = firstRun(heading, read.value());
    List<Backtest.Source> sources = sources(heading);
    List<Case.Expected> carriedBy = rules(heading, "carried_by");
    List<Case.Expected> concludes = rules(heading, "concludes");
    List<Case.Expected> silent = rules(heading, "silent");
    Optional<FactSet> facts = facts(mapping);
    if (problems.size() > before || read.value().isEmpty() || facts.isEmpty()) {
      return;
    }
    Heading stated = read.value().get();
    cases.add(
        new Backtest(
            stated.id == null ? name(label) : stated.id,
            label,
            entry.get().keyAt().line(),
            facts.get().title(),
            Objects.requireNonNull(facts.get().asOf()),
            new Backtest.Decision(
                stated.authority,
                stated.decision,
                stated.decidedOn,
                stated.stance,
                stated.disagrees,
                stated.lacks),
            stated.blind,
            firstRun.orElse(null),
            sources,
            carriedBy,
            concludes,
            silent,
            facts.get()));
  }

  private Optional<Backtest.FirstRun> firstRun(Node.Mapping heading, Optional<Heading> stated) {
    Optional<Node.Entry> entry = heading.find(FIRST_RUN);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (!(entry.get().value() instanceof Node.Mapping mapping)) {
      problem(
          entry.get().value().at(),
          "first_run needs four keys; write first_run: {result: agrees or disagrees, stance: ours"
              + " on that day, date: ..., rules: their version or commit}");
      return Optional.empty();
    }
    Checked<Optional<Backtest.FirstRun>> run =
        RecordReader.read(
            Backtest.FirstRun.class,
            FIRST_RUN,
            List.of("result", "stance", "date", "rules"),
            label,
            mapping);
    problems.addAll(run.problems());
    // What a first run has to fit is known only once the rest of the heading is right.
    stated.ifPresent(each -> check(entry.get(), mapping, each, run.value()));
    return run.value();
  }

  private void check(
      Node.Entry entry, Node.Mapping mapping, Heading stated, Optional<Backtest.FirstRun> read) {
    if (stated.blind == null) {
      problem(
          entry.keyAt(),
          "first_run does not say whether the facts were written blind; write 'blind: true' if"
              + " their author had seen neither the rules nor the code that decide them, else"
              + " 'blind: false'");
    }
    if (read.isEmpty()) {
      return;
    }
    Backtest.FirstRun run = read.get();
    Backtest.Result right = Backtest.Result.of(stated.stance, run.stance());
    if (run.result() != right) {
      problem(
          at(mapping, "result"),
          "result is %s, but our stance was %s and the authority's is %s; write %s"
              .formatted(
                  Names.inFile(run.result()),
                  Names.inFile(run.stance()),
                  Names.inFile(stated.stance),
                  Names.inFile(right)));
    }
    if (stated.decidedOn != null && run.date().isBefore(stated.decidedOn)) {
      problem(
          at(mapping, "date"),
          "date %s of first_run is before decided_on %s; write the day on which it was run"
              .formatted(run.date(), stated.decidedOn));
    }
  }

  private static Place at(Node.Mapping mapping, String key) {
    return mapping.find(key).map(entry -> entry.value().at()).orElse(mapping.at());
  }

  private Optional<FactSet> facts(Node.Mapping mapping) {
    Checked<Optional<FactSet>> facts = FactReader.read(label, mapping);
    problems.addAll(facts.problems());
    facts
        .value()
        .ifPresent(
            set -> {
              problems.addAll(FactCheck.check(set, knowledge.catalogue()));
              if (set.asOf() == null) {
                problem(
                    mapping.at(), "has no as_of; a case needs the date on which its facts stood");
              }
            });
    return facts.value();
  }

  private List<Backtest.Source> sources(Node.Mapping heading) {
    List<Backtest.Source> sources = new ArrayList<>();
    for (Node item : items(heading, "sources")) {
      if (item instanceof Node.Scalar scalar && !scalar.isNothing()) {
        sources.add(new Backtest.Source(null, scalar.text(), null));
      } else {
        Checked<Optional<Backtest.Source>> source =
            RecordReader.read(
                Backtest.Source.class, "source", List.of("text", "url", "date"), label, item);
        problems.addAll(source.problems());
        source.value().ifPresent(sources::add);
      }
    }
    if (heading.find("sources").isEmpty() || items(heading, "sources").isEmpty()) {
      problem(heading.at(), "the case names no source; add sources: [{text: ..., url: ...}]");
    }
    return sources;
  }

  private List<Case.Expected> rules(Node.Mapping heading, String key) {
    List<Case.Expected> rules = new ArrayList<>();
    for (Node item : items(heading, key)) {
      Case.Expected expected = Case.Expected.parse(item);
      if (knowledge.rule(expected.rule()).isPresent()) {
        rules.add(expected);
      } else {
        problem(item.at(), unknownRule(expected.rule(), knowledge));
      }
    }
    return rules;
  }

  /** What to say of a rule that does not exist. */
  static String unknownRule(String id, KnowledgeBase knowledge) {
    String near = Suggestion.question(id, knowledge.cards().keySet(), 1);
    return "there is no rule '"
        + id
        + "'"
        + (near.isEmpty() ? "; 'advisor rules --all' lists them" : near);
  }

  private List<Node> items(Node.Mapping heading, String key) {
    Optional<Node.Entry> entry = heading.find(key);
    if (entry.isEmpty()) {
      return List.of();
    } else if (entry.get().value() instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    problem(entry.get().value().at(), key + " must be a list; write [" + text(entry.get()) + "]");
    return List.of();
  }

  private static String text(Node.Entry entry) {
    return entry.value().text();
  }

  /** The mapping without the entries of some keys. */
  static Node.Mapping without(Node.Mapping mapping, List<String> keys) {
    return new Node.Mapping(
        mapping.entries().stream().filter(entry -> !keys.contains(entry.key())).toList(),
        mapping.at());
  }

  /** Such as {@code nexperia-2025} for {@code facts/cases/nexperia-2025.yaml}. */
  private static String name(String label) {
    return Stream.of(label)
        .map(file -> Path.of(file).getFileName().toString())
        .map(file -> file.replaceAll("\\.ya?ml$", ""))
        .findFirst()
        .orElse(label);
  }

  private void problem(Place at, String message) {
    problems.add(new Problem(label, at.line(), at.column(), message));
  }
}
