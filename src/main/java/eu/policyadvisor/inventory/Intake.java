package eu.policyadvisor.inventory;

import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.yaml.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what one file states: facts in the making, what is wrong, and what no fact is made of.
 */
final class Intake {
  private final String file;
  private final KnownNames known;
  private final Consumer<Remark> remarks;
  private final Set<String> ids;
  private final Problems problems;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Map<String, Draft> suppliers;
  private final Map<String, Draft> frameworks;
  private int entries;
  private int unused;
  private Tree.@Nullable Text subject;

  /**
   * Begins with a file.
   *
   * @param file as the user named it
   * @param known the names that the catalogue knows
   * @param ids the ids that are taken
   * @param before the facts that other files gave and that are not made twice
   * @param remarks hears what no fact is made of
   */
  Intake(String file, KnownNames known, Set<String> ids, Once before, Consumer<Remark> remarks) {
    this.suppliers = new HashMap<>(before.suppliers);
    this.frameworks = new HashMap<>(before.frameworks);
    this.file = file;
    this.known = known;
    this.ids = ids;
    this.remarks = remarks;
    this.problems = new Problems(file);
  }

  /**
   * Facts of which there is one however often inventories name what they are about.
   *
   * @param suppliers by what tells organisations apart
   * @param frameworks by their entry in the catalogue
   */
  record Once(Map<String, Draft> suppliers, Map<String, Draft> frameworks) {
    static final Once NONE = new Once(Map.of(), Map.of());
  }

  Once once() {
    return new Once(suppliers, frameworks);
  }

  String file() {
    return file;
  }

  KnownNames known() {
    return known;
  }

  Problems problems() {
    return problems;
  }

  List<Draft> drafts() {
    return List.copyOf(drafts.values());
  }

  /** How many things the file lists of which a fact might be made. */
  int entries() {
    return entries;
  }

  /** Of how many of them no fact is made. */
  int unused() {
    return unused;
  }

  /** What the file says whose inventory it is, or of what. */
  Optional<Tree.Text> subject() {
    return Optional.ofNullable(subject);
  }

  void subject(Tree.Text name) {
    if (subject == null) {
      subject = name;
    }
  }

  /** Counts a thing that the file lists. */
  void entry() {
    entries++;
  }

  /** Says of a thing that the file lists that no fact is made of it. */
  void unused(Tree at, String text) {
    unused++;
    remark(at, text);
  }

  /** Says of anything else in the file that nothing is made of it. */
  void remark(Tree at, String text) {
    remarks.accept(new Remark(file, at.at().line(), at.at().column(), at.path().toString(), text));
  }

  void problem(Tree at, String text) {
    problem(at.at(), text);
  }

  void problem(Span at, String text) {
    problems.add(new Place(at.line(), at.column()), text);
  }

  /** Says of each key that there is none of that name. */
  void keys(Tree.Fields of, String owner, List<String> keys) {
    Set<String> expected = new HashSet<>(keys);
    for (Tree.Entry entry : of.entries()) {
      if (!expected.contains(entry.key())) {
        unknownKey(entry, owner, keys);
      }
    }
  }

  /** Says that there is no key of that name, as a problem where another one was probably meant. */
  void unknownKey(Tree.Entry entry, String owner, List<String> keys) {
    String key = StatedText.clean(entry.key());
    String question = Suggestion.question(key, keys, 1);
    if (question.isEmpty()) {
      remark(entry.asText(), "unknown field '" + key + "' of " + owner);
    } else {
      problem(entry.keyAt(), "unknown field '" + key + "' of " + owner + question);
    }
  }

  /** An id that nobody has yet. */
  String id(String name, String otherwise) {
    String base = StatedText.id(name, otherwise);
    String id = base;
    for (int i = 2; !ids.add(id); i++) {
      id = base + "-" + i;
    }
    return id;
  }

  /** Begins a fact. */
  Draft draft(Section section, String name, String otherwise, Tree from) {
    Draft draft = new Draft(section, id(name, otherwise), from);
    draft.source(file + (from.path().parent() == null ? "" : " " + from.path()));
    drafts.put(draft.id(), draft);
    return draft;
  }

  /** The organisation of that name, one fact by however many names it goes. */
  Draft supplier(Tree.Text name) {
    Optional<String> vendor = known.vendor(name.text()).map(CatalogueEntry::id);
    String key = vendor.map(id -> "vendor " + id).orElse(StatedText.comparable(name.text()));
    return suppliers.computeIfAbsent(
        key,
        any -> {
          Draft draft = draft(Section.PARTIES, name.text(), "supplier", name);
          draft.state("name", name);
          vendor.ifPresent(id -> draft.state("vendor", id, name));
          return draft;
        });
  }

  /** The frameworks of the catalogue that one thing is of or needs. */
  List<Draft> frameworks(List<CatalogueEntry> products, String name, Tree.Text from, Tree whole) {
    return products.stream()
        .map(entry -> framework(entry.id(), products.size() == 1 ? name : entry.id(), from, whole))
        .toList();
  }

  /** The framework of the catalogue, one fact however often it is named. */
  Draft framework(String product, String name, Tree.Text from, Tree whole) {
    Draft before = frameworks.get(product);
    if (before != null) {
      remark(from, "'" + StatedText.clean(from.text()) + "': " + product + ", which stands above");
      return before;
    }
    Draft draft = draft(Section.FRAMEWORKS, name, product, whole);
    draft.state("product", product, from);
    frameworks.put(product, draft);
    return draft;
  }
}
