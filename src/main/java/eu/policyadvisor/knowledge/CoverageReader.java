package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.FactPattern;
import eu.policyadvisor.rule.FieldCondition;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Uncovered;
import eu.policyadvisor.yaml.Component;
import eu.policyadvisor.yaml.Countries;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.Problems;
import eu.policyadvisor.yaml.RecordReader;
import eu.policyadvisor.yaml.Values;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the rules do not know, and says what is wrong with it and where. */
final class CoverageReader {
  private static final String WHERE = "where";
  private static final String NOT_FOR = "not_for";
  private static final String CITES = "cites";
  private static final String LISTS = "lists";
  private static final String FIELDS = "fields";
  private static final String EXCEPT = "except";
  private static final String SUBJECT = "subject";
  private static final String OUTSIDE = "outside";

  private static final List<String> KEYS =
      Stream.concat(
              Component.of(StatedEntry.class).stream().map(Component::key),
              Stream.of(WHERE, NOT_FOR, CITES))
          .toList();

  private final Map<String, Instrument> instruments;
  private final Map<String, CountryGroup> countryGroups;
  private final Map<String, TermGroup> termGroups;
  private final Set<String> ids = new TreeSet<>();

  /** An entry as its file states it, without what takes more than one word to read. */
  record StatedEntry(
      String id,
      String title,
      Uncovered.Question question,
      String law,
      String turnTo,
      String says) {}

  /** A pattern as its file states it, without its conditions. */
  record StatedPattern(@Nullable List<String> lists) {}

  /**
   * For one file.
   *
   * @param instruments what may be cited, by id
   * @param countryGroups the groups of countries that conditions may name
   * @param termGroups the groups of terms that conditions may name
   */
  CoverageReader(
      Map<String, Instrument> instruments,
      List<CountryGroup> countryGroups,
      List<TermGroup> termGroups) {
    this.instruments = instruments;
    this.countryGroups = byName(countryGroups, CountryGroup::name);
    this.termGroups = byName(termGroups, TermGroup::name);
  }

  /** A name that stands twice is complained of where it stands. */
  private static <T> Map<String, T> byName(List<T> groups, Function<T, String> name) {
    return groups.stream().collect(Collectors.toMap(name, each -> each, (one, other) -> one));
  }

  /** The entry of a node; empty after a problem was reported. */
  Optional<Uncovered> read(Node node, Problems problems) {
    if (!(node instanceof Node.Mapping mapping)) {
      RecordReader.notAMapping("entry", node, problems);
      return Optional.empty();
    }
    List<FactPattern> where = patterns(mapping, problems);
    List<FieldCondition> notFor = subject(mapping, NOT_FOR, problems);
    List<Citation> cites =
        mapping.find(CITES).map(each -> citations(each.value(), problems)).orElse(List.of());
    return RecordReader.read(
            StatedEntry.class,
            "entry",
            KEYS,
            without(mapping, Set.of(WHERE, NOT_FOR, CITES)),
            problems)
        .map(
            stated -> {
              if (!ids.add(stated.id())) {
                problems.add(node.at(), "entry '" + stated.id() + "' stands twice");
              }
              return new Uncovered(
                  stated.id(),
                  stated.title(),
                  stated.question(),
                  where,
                  notFor,
                  stated.law(),
                  cites,
                  stated.turnTo(),
                  stated.says());
            });
  }

  private static Node.Mapping without(Node.Mapping mapping, Set<String> keys) {
    return new Node.Mapping(
        mapping.entries().stream().filter(entry -> !keys.contains(entry.key())).toList(),
        mapping.at());
  }

  private List<FactPattern> patterns(Node.Mapping entry, Problems problems) {
    Optional<Node.Entry> where = entry.find(WHERE);
    if (where.isEmpty()) {
      problems.add(entry.at(), "entry has no where; it needs one");
      return List.of();
    }
    List<Node> items = items(where.get().value());
    if (items.isEmpty()) {
      problems.add(
          where.get().keyAt(),
          "where must be a list of patterns, such as [{lists: [models], fields: {stage:"
              + " [pilot]}}]");
    }
    List<FactPattern> patterns = new ArrayList<>();
    items.forEach(item -> pattern(item, problems).ifPresent(patterns::add));
    return patterns;
  }

  private static List<Node> items(Node node) {
    return node instanceof Node.Sequence sequence ? sequence.items() : List.of();
  }

  private Optional<FactPattern> pattern(Node node, Problems problems) {
    if (!(node instanceof Node.Mapping mapping)) {
      RecordReader.notAMapping("pattern", node, problems);
      return Optional.empty();
    }
    RecordReader.read(
        StatedPattern.class,
        "pattern",
        List.of(LISTS, FIELDS, EXCEPT, SUBJECT),
        without(mapping, Set.of(FIELDS, EXCEPT, SUBJECT)),
        problems);
    List<Section> lists =
        mapping.find(LISTS).map(each -> lists(each.value(), problems)).orElse(List.of());
    List<FieldCondition> fields = fields(mapping, FIELDS, lists, problems);
    List<FieldCondition> except = fields(mapping, EXCEPT, lists, problems);
    List<FieldCondition> subject = subject(mapping, SUBJECT, problems);
    if (isEmpty(mapping, LISTS) && isEmpty(mapping, SUBJECT)) {
      problems.add(node.at(), "pattern fits every fact; write lists, or conditions on the subject");
    }
    return Optional.of(new FactPattern(lists, fields, except, subject));
  }

  /** Whether a key is missing, or holds nothing. */
  private static boolean isEmpty(Node.Mapping mapping, String key) {
    Optional<Node> value = mapping.find(key).map(Node.Entry::value);
    return value.isEmpty()
        || value.get() instanceof Node.Sequence sequence && sequence.items().isEmpty()
        || value.get() instanceof Node.Mapping conditions && conditions.entries().isEmpty();
  }

  private List<FieldCondition> subject(Node.Mapping mapping, String key, Problems problems) {
    return mapping
        .find(key)
        .map(each -> conditions(each.value(), Subject.class, SUBJECT, problems))
        .orElse(List.of());
  }

  private static List<Section> lists(Node node, Problems problems) {
    Map<String, Section> known =
        Stream.of(Section.values()).collect(Collectors.toMap(Section::key, each -> each));
    List<Section> lists = new ArrayList<>();
    for (Node item : items(node)) {
      Section list = known.get(item.text());
      if (list == null) {
        problems.add(
            item.at(),
            "'%s' is no list of facts%s"
                .formatted(item.text(), nearest(item.text(), new TreeSet<>(known.keySet()))));
      } else {
        lists.add(list);
      }
    }
    return lists;
  }

  /** Conditions on fields that the facts of all the lists have. */
  private List<FieldCondition> fields(
      Node.Mapping pattern, String key, List<Section> lists, Problems problems) {
    Optional<Node.Entry> stated = pattern.find(key);
    if (stated.isEmpty()) {
      return List.of();
    }
    if (pattern.find(LISTS).isEmpty()) {
      problems.add(
          stated.get().keyAt(), key + " asks for fields of facts; write beside it which lists");
    }
    List<FieldCondition> conditions = List.of();
    for (Section list : lists) {
      conditions = conditions(stated.get().value(), list.kind(), list.key(), problems);
    }
    return conditions;
  }

  private List<FieldCondition> conditions(
      Node node, Class<? extends Fact> kind, String owner, Problems problems) {
    if (!(node instanceof Node.Mapping mapping)) {
      RecordReader.notAMapping("condition", node, problems);
      return List.of();
    }
    List<FieldCondition> conditions = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      Optional<Component> field =
          Component.of(kind).stream().filter(each -> each.key().equals(entry.key())).findFirst();
      if (field.isEmpty()) {
        problems.add(
            entry.keyAt(),
            "unknown field '%s' of %s%s"
                .formatted(
                    entry.key(),
                    owner,
                    nearest(
                        entry.key(), Component.of(kind).stream().map(Component::key).toList())));
      } else {
        condition(field.get(), entry, problems).ifPresent(conditions::add);
      }
    }
    return conditions;
  }

  private Optional<FieldCondition> condition(Component field, Node.Entry entry, Problems problems) {
    Type type =
        field.type() instanceof ParameterizedType generic
                && generic.getRawType() == List.class
                && generic.getActualTypeArguments()[0] instanceof Class<?> each
            ? each
            : field.type();
    boolean country = field.isCountry();
    boolean outside = false;
    Node listed = entry.value();
    if (listed instanceof Node.Mapping mapping
        && country
        && mapping.entries().size() == 1
        && mapping.entries().get(0).key().equals(OUTSIDE)) {
      outside = true;
      listed = mapping.entries().get(0).value();
    }
    List<Node> items = items(listed);
    if (items.isEmpty()) {
      problems.add(
          entry.value().at(),
          entry.key()
              + " must be a list of values"
              + (country ? ", or {outside: [...]} with countries and groups of countries" : ""));
      return Optional.empty();
    }
    Set<String> values = new LinkedHashSet<>();
    List<TermGroup> groups = new ArrayList<>();
    for (Node item : items) {
      if (country) {
        countries(item, problems).forEach(values::add);
      } else if (type == String.class) {
        terms(item, problems).ifPresent(groups::add);
      } else if (type instanceof Class<?> word && (word.isEnum() || word == Boolean.class)) {
        word(field, word, item, problems).ifPresent(values::add);
      } else {
        problems.add(
            entry.keyAt(),
            "'%s' cannot be asked here; ask for words, true or false, countries or texts"
                .formatted(entry.key()));
        return Optional.empty();
      }
    }
    return Optional.of(
        new FieldCondition(
            field.key(), items.stream().map(Node::text).toList(), outside, values, groups));
  }

  /** The members of a group of countries, or the one country that is named. */
  private Collection<String> countries(Node item, Problems problems) {
    String text = item.text();
    CountryGroup group = countryGroups.get(text);
    if (group != null) {
      return group.countries();
    }
    if (Countries.problem(text).isEmpty()) {
      return List.of(text);
    }
    problems.add(
        item.at(),
        "'%s' is no country and no group of rules/catalog/country-groups.yaml%s"
            .formatted(text, nearest(text, new TreeSet<>(countryGroups.keySet()))));
    return List.of();
  }

  private Optional<TermGroup> terms(Node item, Problems problems) {
    Optional<TermGroup> group = Optional.ofNullable(termGroups.get(item.text()));
    if (group.isEmpty()) {
      problems.add(
          item.at(),
          "'%s' is no group of terms that a vocabulary holds%s"
              .formatted(
                  item.text(),
                  Suggestion.question(item.text(), new TreeSet<>(termGroups.keySet()), 1)));
    }
    return group;
  }

  /** A constant or a truth value. That it is not known fits nothing, so that it is no value. */
  private static Optional<String> word(
      Component field, Class<?> type, Node item, Problems problems) {
    Component known = new Component(field.key(), type, false, null, field.origin());
    return Values.read(known, item, problems).map(value -> item.text());
  }

  private List<Citation> citations(Node node, Problems problems) {
    List<Citation> citations = new ArrayList<>();
    for (Node item : items(node)) {
      String[] parts = item.text().strip().split("\\s+", 2);
      Instrument instrument = instruments.get(parts[0]);
      if (instrument == null) {
        problems.add(
            item.at(),
            "cites '%s', which the catalogue does not list%s"
                .formatted(
                    parts[0],
                    Suggestion.question(parts[0], new TreeSet<>(instruments.keySet()), 1)));
      } else {
        citations.add(new Citation(instrument, parts.length > 1 ? parts[1] : ""));
      }
    }
    if (citations.isEmpty() && !(node instanceof Node.Sequence)) {
      problems.add(node.at(), "cites must be a list, such as [gdpr Art. 9]");
    }
    return citations;
  }

  /** What was probably meant, else all that there is. */
  private static String nearest(String text, Collection<String> known) {
    String question = Suggestion.question(text, known, 1);
    return question.isEmpty() ? "; there are " + String.join(", ", known) : question;
  }
}
