package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Roles;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads fact sets from YAML; {@code FactCheck} then checks what one fact says about another.
 *
 * <p>All that is wrong with a document is reported at once. A document in which something is wrong
 * gives no fact set; the other documents of the file do.
 */
public final class FactReader {
  /** Where a fact file names who does what. */
  static final String ROLES = "roles";

  /** What a fact file says about itself as a documented decision; a backtest reads it. */
  public static final String CASE = "case";

  private final Problems problems;
  private final Function<FactSet, List<Problem>> check;
  private final Map<String, FieldOrigin> origins = new HashMap<>();
  private final Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
  private final List<Confirmation> confirmations = new ArrayList<>();
  private Roles roles = Roles.NONE;
  private @Nullable Subject subject;
  private @Nullable Header header;

  private FactReader(Problems problems, Function<FactSet, List<Problem>> check) {
    this.problems = problems;
    this.check = check;
  }

  /** What a fact set says about itself. */
  record Header(
      @Nullable String title,
      @Nullable String question,
      @Nullable String reader,
      @Nullable LocalDate asOf) {}

  /**
   * Reads all fact sets of a file.
   *
   * @param label the file as the user named it
   * @param in the file; not closed
   * @throws IOException if the stream cannot be read
   */
  public static Checked<List<FactSet>> read(String label, InputStream in) throws IOException {
    return read(label, in, facts -> List.of());
  }

  /**
   * The same; of a document in which something is wrong, what can be read is checked as well, so
   * that all is reported at once.
   *
   * @param check what is wrong with facts that were read
   */
  public static Checked<List<FactSet>> read(
      String label, InputStream in, Function<FactSet, List<Problem>> check) throws IOException {
    Checked<List<Node>> documents = YamlReader.read(label, in);
    Problems problems = new Problems(label);
    problems.addAll(documents.problems());
    if (documents.value().isEmpty() && problems.none()) {
      problems.add(Place.NONE, "holds no facts; it needs at least a subject");
    }
    List<FactSet> sets = new ArrayList<>();
    for (Node document : documents.value()) {
      read(document, true, problems, check).ifPresent(sets::add);
    }
    return new Checked<>(List.copyOf(sets), problems.sorted());
  }

  /**
   * Reads the fact set of a line of JSON Lines, and checks it.
   *
   * @param label the file as the user named it
   * @param line the number of the line, from 1
   * @param text the line in UTF-8, without its end
   * @param check what is wrong with facts that were read
   */
  public static Checked<Optional<FactSet>> readLine(
      String label, int line, byte[] text, Function<FactSet, List<Problem>> check) {
    Checked<Optional<Node>> document = JsonLineReader.read(label, line, text);
    Problems problems = new Problems(label);
    problems.addAll(document.problems());
    Optional<FactSet> set =
        document
            .value()
            .flatMap(node -> read(node, true, problems, check))
            .filter(
                facts -> {
                  List<Problem> wrong = check.apply(facts);
                  problems.addAll(wrong);
                  return wrong.isEmpty();
                });
    return new Checked<>(set, problems.sorted());
  }

  /**
   * Reads a fact set that stands inside another document and may leave out its subject, which then
   * is one of which nothing is known.
   *
   * @param label the file as the user named it
   * @param node the fact set
   */
  public static Checked<Optional<FactSet>> read(String label, Node node) {
    Problems problems = new Problems(label);
    Optional<FactSet> set = read(node, false, problems, facts -> List.of());
    return new Checked<>(set, problems.sorted());
  }

  private static Optional<FactSet> read(
      Node node, boolean needsSubject, Problems all, Function<FactSet, List<Problem>> check) {
    Problems problems = new Problems(all.label());
    Optional<FactSet> set = new FactReader(problems, check).factSet(node, needsSubject);
    all.addAll(problems.sorted());
    return set;
  }

  private Optional<FactSet> factSet(Node node, boolean needsSubject) {
    if (!(node instanceof Node.Mapping mapping)) {
      RecordReader.notAMapping("fact set", node, problems);
      return Optional.empty();
    }
    List<Node.Entry> own = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      Optional<Section> section =
          Stream.of(Section.values()).filter(each -> each.isCalled(entry.key())).findFirst();
      if (entry.value() instanceof Node.Refused) {
        problems.refuse();
      } else if (section.isPresent()) {
        section(section.get(), entry.key(), entry.value());
      } else if (entry.key().equals(ConfirmationReader.LIST)) {
        confirmations.addAll(ConfirmationReader.list(entry.value(), problems));
      } else if (entry.key().equals(ROLES)) {
        roles = RecordReader.read(Roles.class, ROLES, entry.value(), problems).orElse(Roles.NONE);
      } else if (!entry.key().equals(CASE)) {
        own.add(entry);
      }
    }
    if (needsSubject && mapping.find(Section.NONE.key()).isEmpty()) {
      problems.add(
          mapping.at(),
          "says nothing about a subject; add one, such as subject: {type: company, country: DE}");
    }
    header(new Node.Mapping(own, mapping.at()));
    if (header == null) {
      return Optional.empty();
    }
    Subject advised =
        subject != null
            ? subject
            : Component.create(Subject.class, Map.of("id", Section.NONE.key()));
    FactSet read =
        new FactSet(
            header.title,
            header.question,
            header.reader,
            roles,
            header.asOf,
            advised,
            lists,
            provenance("", mapping, origins),
            List.of(),
            confirmations);
    if (problems.none()) {
      return Optional.of(read);
    }
    problems.addAll(check.apply(read));
    return Optional.empty();
  }

  private void header(Node.Mapping mapping) {
    List<String> keys =
        new ArrayList<>(
            List.of("title", "question", "reader", ROLES, "as_of", CASE, ConfirmationReader.LIST));
    Stream.of(Section.values()).map(Section::key).forEach(keys::add);
    RecordReader.Stated stated =
        RecordReader.read(Header.class, "fact set", keys, mapping, Set.of(), problems);
    origins.putAll(stated.origins());
    header = Component.create(Header.class, stated.values());
  }

  private void section(Section section, String key, Node node) {
    if (section == Section.NONE) {
      subject = (Subject) fact(section, section.key(), node).orElse(null);
    } else if (node instanceof Node.Sequence sequence) {
      origins.put(section.key(), RecordReader.origin(FieldOrigin.Kind.STATED, sequence));
      List<Fact> facts = lists.computeIfAbsent(section, any -> new ArrayList<>());
      for (int i = 0; i < sequence.items().size(); i++) {
        fact(section, key + "[" + i + "]", sequence.items().get(i)).ifPresent(facts::add);
      }
    } else if (node instanceof Node.Scalar scalar && scalar.isUnknown()) {
      origins.put(section.key(), RecordReader.origin(FieldOrigin.Kind.UNKNOWN, scalar));
    } else if (node instanceof Node.Scalar scalar && scalar.isNothing()) {
      problems.add(
          node.at(),
          key
              + " has no value; write [] if there is none, unknown if it is not known,"
              + " or leave it out");
    } else {
      problems.add(node.at(), key + " must be a list of facts, each beginning with '- id:'");
    }
  }

  private Optional<Fact> fact(Section section, String path, Node node) {
    Class<? extends Fact> kind = section.kind();
    if (!(node instanceof Node.Mapping mapping)) {
      RecordReader.notAMapping(path, node, problems);
      return Optional.of(nameless(kind, path, node));
    }
    Set<String> optional = section == Section.NONE ? Set.of("id") : Set.of();
    RecordReader.Stated stated =
        RecordReader.read(kind, FieldNames.name(kind), mapping, optional, problems);
    Map<String, Object> values = new HashMap<>(stated.values());
    values.putIfAbsent("id", section == Section.NONE ? section.key() : path);
    values.put("provenance", provenance(path, mapping, stated.origins()));
    return Optional.of(Component.create(kind, values));
  }

  /**
   * What stands for an entry that cannot be read: that there is one. Its id is its path, as is that
   * of an entry without an id.
   */
  private Fact nameless(Class<? extends Fact> kind, String path, Node node) {
    Provenance at =
        new Provenance(problems.label(), path, node.at().line(), node.at().column(), Map.of());
    return Fact.of(kind, Map.of("id", path), at);
  }

  /**
   * Whether a fact of a file has no id: what refers to it cannot be told from what refers to none.
   */
  static boolean isNameless(Fact fact) {
    Provenance at = fact.provenance();
    return at.inFile() && at.path().equals(fact.id()) && fact.section() != Section.NONE;
  }

  private Provenance provenance(
      String path, Node.Mapping mapping, Map<String, FieldOrigin> fields) {
    Place at = mapping.at();
    return new Provenance(problems.label(), path, at.line(), at.column(), fields);
  }
}
