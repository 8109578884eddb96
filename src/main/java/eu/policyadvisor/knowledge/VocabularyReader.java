package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.Spelling;
import eu.policyadvisor.rule.Term;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Vocabulary;
import eu.policyadvisor.yaml.Component;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.Problems;
import eu.policyadvisor.yaml.RecordReader;
import eu.policyadvisor.yaml.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a vocabulary, and says what is wrong with it and where. */
final class VocabularyReader {
  private static final String TERMS = "terms";
  private static final String GROUPS = "groups";
  private static final String SYMBOLS = "symbols";

  /** The keys of a term that hold spellings. */
  private static final List<String> SPELLINGS = List.of("en", "de", "fr", SYMBOLS);

  private final String name;
  private final Problems problems;
  private final Map<String, Term> terms = new LinkedHashMap<>();
  private final Map<String, String> termOfSpelling = new HashMap<>();
  private final List<TermGroup> groups;

  /**
   * For one file.
   *
   * @param name the name of the vocabulary
   * @param groups the groups of others; those of this one are added
   */
  VocabularyReader(String name, List<TermGroup> groups, Problems problems) {
    this.name = name;
    this.groups = groups;
    this.problems = problems;
  }

  /** What a vocabulary says of itself. */
  record StatedVocabulary(@Nullable String field, String source, LocalDate date) {}

  /** A term as its file states it. */
  record StatedTerm(
      String name,
      @Nullable List<String> en,
      @Nullable List<String> de,
      @Nullable List<String> fr,
      @Nullable List<String> symbols) {}

  /** A group as its file states it. */
  record StatedGroup(String name, List<String> terms, String reference, LocalDate date) {}

  /** The vocabulary that a document holds; empty after a problem was reported. */
  Optional<Vocabulary> read(Node document) {
    if (!(document instanceof Node.Mapping mapping)) {
      RecordReader.notAMapping("vocabulary", document, problems);
      return Optional.empty();
    }
    List<String> about = Component.of(StatedVocabulary.class).stream().map(Component::key).toList();
    List<String> keys = Stream.concat(about.stream(), Stream.of(TERMS, GROUPS)).toList();
    List<Node.Entry> rest = new ArrayList<>(mapping.entries());
    rest.removeIf(entry -> entry.key().equals(TERMS) || entry.key().equals(GROUPS));
    Optional<StatedVocabulary> stated =
        RecordReader.read(
            StatedVocabulary.class,
            "vocabulary",
            keys,
            new Node.Mapping(rest, mapping.at()),
            problems);
    List<Component> fields = stated.map(each -> fields(each.field(), mapping)).orElse(List.of());
    items(mapping, TERMS).forEach(this::term);
    items(mapping, GROUPS).forEach(node -> group(node, fields));
    return stated.map(
        each ->
            new Vocabulary(
                name, each.field(), each.source(), each.date(), List.copyOf(terms.values())));
  }

  private List<Node> items(Node.Mapping mapping, String key) {
    Node list = mapping.find(key).map(Node.Entry::value).orElse(null);
    if (list instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    problems.add(
        list == null ? mapping.at() : list.at(), "vocabulary must hold a list '" + key + "'");
    return List.of();
  }

  /** The fields of the facts that a vocabulary is about. */
  private List<Component> fields(@Nullable String field, Node.Mapping mapping) {
    if (field == null) {
      return List.of();
    }
    List<String> known = new ArrayList<>();
    for (Section section : Section.values()) {
      Class<? extends Fact> kind = section.kind();
      for (Component component : Component.of(kind)) {
        if (component.type() == String.class) {
          known.add(section.key() + "." + component.key());
          if (known.get(known.size() - 1).equals(field)) {
            return Component.of(kind);
          }
        }
      }
    }
    problems.add(
        mapping.find("field").map(each -> each.value().at()).orElse(mapping.at()),
        "field '%s' is no text of a fact%s; write one such as transactions.target_sector"
            .formatted(field, Suggestion.question(field, known, 1)));
    return List.of();
  }

  private void term(Node node) {
    Optional<StatedTerm> read = RecordReader.read(StatedTerm.class, "term", node, problems);
    if (read.isEmpty() || !(node instanceof Node.Mapping mapping)) {
      return;
    }
    String term = read.get().name();
    List<Spelling> spellings = new ArrayList<>();
    mapping
        .find("name")
        .ifPresent(entry -> spelling(term, entry.value(), false).ifPresent(spellings::add));
    for (String key : SPELLINGS) {
      Node stated = mapping.find(key).map(Node.Entry::value).orElse(null);
      if (stated instanceof Node.Sequence list) {
        list.items()
            .forEach(item -> spelling(term, item, key.equals(SYMBOLS)).ifPresent(spellings::add));
      }
    }
    // The languages share many words.
    Set<String> keys = new HashSet<>();
    spellings.removeIf(each -> !keys.add(each.key()));
    if (terms.put(term, new Term(term, spellings)) != null) {
      problems.add(node.at(), "term '" + term + "' stands twice");
    }
  }

  private Optional<Spelling> spelling(String term, Node node, boolean symbol) {
    String text = node.text().strip();
    Spelling spelling = Spelling.of(text, symbol);
    if (spelling.words().isEmpty()) {
      problems.add(node.at(), "spelling '" + text + "' of term '" + term + "' has no letters");
      return Optional.empty();
    }
    String other = termOfSpelling.putIfAbsent(spelling.words(), term);
    if (other != null && !other.equals(term)) {
      problems.add(
          node.at(),
          "spelling '%s' of term '%s' is one of term '%s' too; leave it to one of them"
              .formatted(text, term, other));
    }
    return Optional.of(spelling);
  }

  private void group(Node node, List<Component> fields) {
    if (!(node instanceof Node.Mapping mapping)) {
      RecordReader.notAMapping("group", node, problems);
      return;
    }
    List<String> own = Component.of(StatedGroup.class).stream().map(Component::key).toList();
    List<Node.Entry> about = new ArrayList<>();
    Map<String, String> states = new HashMap<>();
    for (Node.Entry entry : mapping.entries()) {
      Optional<Component> field =
          fields.stream()
              .filter(each -> each.key().equals(entry.key()) && !own.contains(each.key()))
              .findFirst();
      if (field.isEmpty()) {
        about.add(entry);
      } else {
        Values.read(field.get(), entry.value(), problems)
            .ifPresent(value -> states.put(entry.key(), entry.value().text()));
      }
    }
    RecordReader.read(
            StatedGroup.class, "group", own, new Node.Mapping(about, mapping.at()), problems)
        .ifPresent(stated -> group(stated, states, mapping));
  }

  private void group(StatedGroup stated, Map<String, String> states, Node.Mapping mapping) {
    List<Term> members = new ArrayList<>();
    for (String wanted : stated.terms()) {
      Term term = terms.get(wanted);
      if (term != null) {
        members.add(term);
        continue;
      }
      problems.add(
          mapping.find(TERMS).map(each -> each.value().at()).orElse(mapping.at()),
          "group '%s' names '%s', which is no term of this vocabulary%s"
              .formatted(stated.name(), wanted, Suggestion.question(wanted, terms.keySet(), 1)));
    }
    for (TermGroup other : groups) {
      if (other.name().equals(stated.name())) {
        problems.add(
            mapping.at(),
            "group '%s' stands twice; vocabulary '%s' has it too"
                .formatted(stated.name(), other.vocabulary()));
      }
    }
    groups.add(
        new TermGroup(stated.name(), name, members, stated.reference(), stated.date(), states));
  }
}
