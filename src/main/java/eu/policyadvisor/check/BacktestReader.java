package eu.policyadvisor.check;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.yaml.FactCheck;
import eu.policyadvisor.yaml.FactReader;
import eu.policyadvisor.yaml.Nearest;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.Place;
import eu.policyadvisor.yaml.Reading;
import eu.policyadvisor.yaml.RecordReader;
import eu.policyadvisor.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads documented decisions: fact files with a heading {@code case}, or one file with a list
 * {@code cases}, each with facts and heading. All that is wrong is reported at once.
 */
public final class BacktestReader {
  private static final List<String> LISTS = List.of("sources", "carried_by", "concludes", "silent");
  private static final List<String> HEADING =
      List.of(
          "id",
          "authority",
          "decision",
          "decided_on",
          "stance",
          "disagrees",
          "carried_by",
          "concludes",
          "silent",
          "sources",
          "note");

  /** What notes call a concept, and what our rules that conclude it are called, up to a point. */
  private static final Map<String, String> CONCEPTS =
      Map.ofEntries(
          Map.entry("derived/ultimate-jurisdiction", "derived/jurisdiction"),
          Map.entry("derived/adversarial-jurisdiction-access", "derived/access"),
          Map.entry("derived/prc-3a090", "derived/advanced-chip"),
          Map.entry("derived/bifurcation-exposure", "derived/bifurcation"),
          Map.entry("derived/sensitivity", "derived/sensitive"),
          Map.entry("models/closed-us-api-concentration", "models/closed-api-concentration"));

  private final String label;
  private final KnowledgeBase knowledge;
  private final Set<Problem> problems = new TreeSet<>();
  private final List<Backtest> cases = new ArrayList<>();

  private BacktestReader(String label, KnowledgeBase knowledge) {
    this.label = label;
    this.knowledge = knowledge;
  }

  /** The heading of a case, without its lists. */
  public record Heading(
      @Nullable String id,
      String authority,
      @Nullable String decision,
      @Nullable LocalDate decidedOn,
      Stance stance,
      @Nullable String disagrees,
      @Nullable String note) {}

  /**
   * Reads all cases of a file.
   *
   * @param label the file as the user named it
   * @param in the file; not closed
   * @param knowledge the rules and the catalogue that cases may name
   * @throws IOException if the stream cannot be read
   */
  public static Reading<List<Backtest>> read(String label, InputStream in, KnowledgeBase knowledge)
      throws IOException {
    BacktestReader reader = new BacktestReader(label, knowledge);
    Reading<List<Node>> documents = YamlReader.read(label, in);
    reader.problems.addAll(documents.problems());
    if (documents.value().isEmpty() && documents.problems().isEmpty()) {
      reader.problems.add(new Problem(label, 0, 0, "holds no case"));
    }
    documents.value().forEach(reader::document);
    return new Reading<>(List.copyOf(reader.cases), List.copyOf(reader.problems));
  }

  private void document(Node node) {
    if (!(node instanceof Node.Mapping mapping)) {
      problem(node.at(), "must be a fact set with a heading 'case', or hold a list 'cases'");
    } else if (CaseCollection.is(mapping)) {
      CaseCollection collection = new CaseCollection(label, knowledge.catalogue());
      collection.read(mapping).forEach(item -> factFile(item.document(), item.leftOut(), true));
      problems.addAll(collection.problems());
    } else {
      factFile(mapping, List.of(), false);
    }
  }

  private void factFile(Node.Mapping mapping, List<String> leftOut, boolean collected) {
    int before = problems.size();
    Optional<Node.Entry> entry = mapping.find(FactReader.CASE);
    if (entry.isEmpty() || !(entry.get().value() instanceof Node.Mapping heading)) {
      problem(
          entry.map(each -> each.value().at()).orElse(mapping.at()),
          "has no heading; add case: {authority: ..., stance: ..., sources: [...]}");
      return;
    }
    Reading<Optional<Heading>> read =
        RecordReader.read(Heading.class, "case", HEADING, label, without(heading, LISTS));
    problems.addAll(read.problems());
    List<Backtest.Source> sources = sources(heading);
    List<Case.Expected> carriedBy = rules(heading, "carried_by", collected);
    List<Case.Expected> concludes = rules(heading, "concludes", collected);
    List<Case.Expected> silent = rules(heading, "silent", collected);
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
                stated.disagrees),
            sources,
            carriedBy,
            concludes,
            silent,
            facts.get(),
            leftOut));
  }

  private Optional<FactSet> facts(Node.Mapping mapping) {
    Reading<Optional<FactSet>> facts = FactReader.read(label, mapping);
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
        Reading<Optional<Backtest.Source>> source =
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

  /**
   * The rules that a heading names. A collection may name rules of other rule books, which are left
   * out; a heading may not.
   */
  private List<Case.Expected> rules(Node.Mapping heading, String key, boolean collected) {
    List<Case.Expected> rules = new ArrayList<>();
    for (Node item : items(heading, key)) {
      Case.Expected expected = Case.Expected.parse(item);
      if (collected) {
        family(expected).ifPresent(rules::add);
      } else if (knowledge.rule(expected.rule()).isPresent()) {
        rules.add(expected);
      } else {
        problem(item.at(), unknownRule(expected.rule(), knowledge));
      }
    }
    return rules;
  }

  /**
   * The rules that notes mean. They name a derived concept, where several rules may conclude it,
   * each for a level or a ground of its own; empty where no rule has the name.
   */
  private Optional<Case.Expected> family(Case.Expected expected) {
    String name = CONCEPTS.getOrDefault(expected.rule(), expected.rule());
    String family = name + (name.startsWith("derived/") ? Case.Expected.FAMILY : "");
    return knowledge.cards().keySet().stream().anyMatch(id -> Case.Expected.names(family, id))
        ? Optional.of(new Case.Expected(family, expected.on(), expected.by(), expected.at()))
        : Optional.empty();
  }

  /** What to say of a rule that does not exist. */
  static String unknownRule(String id, KnowledgeBase knowledge) {
    String near = Nearest.question(id, knowledge.cards().keySet(), 1);
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

  private static Node.Mapping without(Node.Mapping mapping, List<String> keys) {
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
