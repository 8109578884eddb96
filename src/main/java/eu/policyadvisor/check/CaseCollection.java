package eu.policyadvisor.check;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Use;
import eu.policyadvisor.yaml.FactReader;
import eu.policyadvisor.yaml.Nearest;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.Place;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a list of documented decisions as research notes hold them, each as the fact file with a
 * heading that it amounts to.
 *
 * <p>Notes use other words for some kinds of facts and fields; those with a clear counterpart are
 * translated, and what no fact holds is left out and named. Places stay those of the notes.
 */
final class CaseCollection {
  private static final String CASES = "cases";
  private static final String CRITICAL = "critical_infrastructure";
  private static final String PUBLIC_SECTOR = "public_sector";
  private static final Set<String> ITEM =
      Set.of(
          "id",
          "title",
          "as_of",
          "facts",
          "authority_outcome",
          "expected",
          "disagrees",
          "sources",
          "verified",
          "notes");

  private static final Map<String, String> SECTIONS =
      Map.of(
          "actor", "subject",
          "hardware", "accelerators",
          "cloud", "cloud_services",
          "inputs", "critical_inputs");

  private static final Map<String, String> FIELDS =
      Map.of(
          "catalog_ref", "product",
          "instrument_ref", "instrument",
          "eu_authorised_rep", "eu_authorised_representative",
          "customer_hq", "customer_ultimate_hq",
          "eu_control", "eu_controlled",
          "licence_held", "licensed",
          "compliance_from", "effective_from");

  private static final Map<String, String> CONSTANTS =
      Map.ofEntries(
          Map.entry("eu_organisation", "company"),
          Map.entry("foundry", "company"),
          Map.entry("eu_union", "union"),
          Map.entry("us_origin_tech", "us_origin_technology"),
          Map.entry("us_chip_imports", "us_origin_technology"),
          Map.entry("eu_customer", "customer"),
          Map.entry("mature_chips", "chips"),
          Map.entry("permanent_magnet", "magnet"),
          Map.entry("prc_headquartered", "prc_parent"));

  /** The kinds of facts that a measure of a state can concern. */
  private static final List<String> SUPPLIES =
      List.of("dependencies", "critical_inputs", "accelerators");

  private final String label;
  private final List<Problem> problems = new ArrayList<>();

  CaseCollection(String label) {
    this.label = label;
  }

  /**
   * One decision.
   *
   * @param document the fact file it amounts to
   * @param leftOut what no fact holds
   */
  record Item(Node.Mapping document, List<String> leftOut) {}

  static boolean is(Node.Mapping document) {
    return document.find(CASES).isPresent();
  }

  List<Problem> problems() {
    return problems;
  }

  List<Item> read(Node.Mapping document) {
    List<Item> items = new ArrayList<>();
    if (document.find(CASES).map(Node.Entry::value).orElse(null) instanceof Node.Sequence cases) {
      for (Node node : cases.items()) {
        if (node instanceof Node.Mapping mapping) {
          items.add(item(mapping));
        } else {
          problem(
              node.at(), "must be a case with id, as_of, facts, authority_outcome and expected");
        }
      }
    } else {
      problem(document.at(), CASES + " must be a list");
    }
    return items;
  }

  private Item item(Node.Mapping mapping) {
    for (Node.Entry entry : mapping.entries()) {
      if (!ITEM.contains(entry.key())) {
        problem(
            entry.keyAt(),
            "unknown field '" + entry.key() + "' of case" + Nearest.question(entry.key(), ITEM, 1));
      }
    }
    List<Node.Entry> heading = new ArrayList<>();
    take(mapping, "id", "id", heading);
    take(mapping, "disagrees", "disagrees", heading);
    take(mapping, "sources", "sources", heading);
    part(mapping, "authority_outcome")
        .ifPresent(
            outcome -> {
              take(outcome, "authority", "authority", heading);
              take(outcome, "decision", "decision", heading);
              take(outcome, "date", "decided_on", heading);
            });
    part(mapping, "expected")
        .ifPresent(
            expected -> {
              take(expected, "stance", "stance", heading);
              take(expected, "fires", "concludes", heading);
              take(expected, "must_not_fire", "silent", heading);
            });
    List<Node.Entry> entries = new ArrayList<>();
    entries.add(
        new Node.Entry(FactReader.CASE, mapping.at(), new Node.Mapping(heading, mapping.at())));
    take(mapping, "title", "title", entries);
    take(mapping, "as_of", "as_of", entries);
    List<String> leftOut = new ArrayList<>();
    part(mapping, "facts").ifPresent(facts -> entries.addAll(facts(facts, leftOut)));
    return new Item(new Node.Mapping(entries, mapping.at()), leftOut);
  }

  private Optional<Node.Mapping> part(Node.Mapping mapping, String key) {
    Optional<Node> value = mapping.find(key).map(Node.Entry::value);
    if (value.isPresent() && value.get() instanceof Node.Mapping part) {
      return Optional.of(part);
    }
    problem(value.map(Node::at).orElse(mapping.at()), "the case needs '" + key + "', a mapping");
    return Optional.empty();
  }

  private static void take(Node.Mapping from, String key, String as, List<Node.Entry> to) {
    from.find(key).ifPresent(entry -> to.add(new Node.Entry(as, entry.keyAt(), entry.value())));
  }

  private static List<Node.Entry> facts(Node.Mapping facts, List<String> leftOut) {
    Map<String, Section> sections = new HashMap<>();
    Stream.of(Section.values()).forEach(section -> sections.put(section.key(), section));
    List<Node.Entry> translated = new ArrayList<>();
    for (Node.Entry entry : facts.entries()) {
      String key = SECTIONS.getOrDefault(entry.key(), entry.key());
      Section section = sections.get(key);
      if (section == null) {
        leftOut(entry.key(), entry.keyAt(), leftOut);
      } else if (entry.value() instanceof Node.Sequence list) {
        List<Node> items = list.items().stream().map(item -> fact(section, item, leftOut)).toList();
        translated.add(new Node.Entry(key, entry.keyAt(), new Node.Sequence(items, list.at())));
      } else {
        translated.add(new Node.Entry(key, entry.keyAt(), fact(section, entry.value(), leftOut)));
      }
    }
    return critical(concerning(translated));
  }

  /**
   * Notes do not say what a supplier supplies; where all they speak of is critical infrastructure,
   * it is that.
   */
  private static List<Node.Entry> critical(List<Node.Entry> sections) {
    List<Node> dependencies =
        sections.stream()
            .filter(section -> section.key().equals(Section.DEPENDENCIES.key()))
            .flatMap(section -> items(section.value()))
            .toList();
    boolean critical =
        !dependencies.isEmpty()
            && dependencies.stream()
                .allMatch(
                    each ->
                        each instanceof Node.Mapping mapping
                            && mapping
                                .find(CRITICAL)
                                .filter(entry -> entry.value().text().equals("true"))
                                .isPresent());
    return critical ? each(sections, Section.SUPPLIERS, CRITICAL, "true") : sections;
  }

  private static Node fact(Section section, Node node, List<String> leftOut) {
    if (!(node instanceof Node.Mapping mapping)) {
      return node;
    }
    Map<String, RecordComponent> fields = new HashMap<>();
    Class<? extends Fact> kind = FactReader.kind(section);
    Parts.fields(kind).forEach(field -> fields.put(Names.inFile(field.getName()), field));
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      String key =
          section == Section.SUPPLIERS && entry.key().equals("catalog_ref")
              ? "vendor"
              : FIELDS.getOrDefault(entry.key(), entry.key());
      Optional<Node> value =
          Optional.ofNullable(fields.get(key)).flatMap(field -> value(field, entry.value()));
      boolean twice = entries.stream().anyMatch(other -> other.key().equals(key));
      Optional<Node.Entry> said = said(section, entry);
      boolean byType =
          section == Section.NONE && entry.key().equals(PUBLIC_SECTOR) && isPublic(mapping);
      if (said.isPresent()) {
        entries.add(said.get());
      } else if (value.isPresent() && !twice) {
        entries.add(new Node.Entry(key, entry.keyAt(), value.get()));
      } else if (!byType) {
        leftOut(section.key() + "." + entry.key(), entry.keyAt(), leftOut);
      }
    }
    implied(section, mapping, entries);
    return new Node.Mapping(entries, mapping.at());
  }

  /** What notes say in a field of their own and a fact says in another one. */
  private static Optional<Node.Entry> said(Section section, Node.Entry notes) {
    String text = notes.value().text();
    if (section == Section.EXPORTS && notes.key().equals("licence")) {
      String held = text.equals("none") ? "false" : text.equals("unknown") ? "unknown" : "true";
      return Optional.of(entry("licensed", held, notes));
    } else if (section == Section.EXPORTS && notes.key().equals("eu_control")) {
      return text.equals("national")
          ? Optional.of(entry("nationally_controlled", "true", notes))
          : text.matches("annex_i|dual_use|listed")
              ? Optional.of(entry("eu_controlled", "true", notes))
              : Optional.empty();
    }
    return Optional.empty();
  }

  private static Node.Entry entry(String key, String text, Node.Entry at) {
    return new Node.Entry(key, at.keyAt(), scalar(text, at.value().at()));
  }

  private static boolean isPublic(Node.Mapping subject) {
    return subject
        .find(PUBLIC_SECTOR)
        .filter(entry -> entry.value().text().equals("true"))
        .isPresent();
  }

  /** What the words of notes say besides. */
  private static void implied(Section section, Node.Mapping notes, List<Node.Entry> entries) {
    boolean research =
        notes.find("sector").filter(e -> e.value().text().equals("research")).isPresent();
    boolean organisation =
        notes.find("type").filter(e -> e.value().text().equals("eu_organisation")).isPresent();
    if (section == Section.NONE && research && organisation) {
      entries.replaceAll(
          entry -> entry.key().equals("type") ? with(entry, "research_organisation") : entry);
    }
    if (section == Section.NONE && isPublic(notes) && organisation) {
      entries.replaceAll(
          entry -> entry.key().equals("type") ? with(entry, "public_authority") : entry);
    }
    if (section == Section.APPLICATIONS && notes.find("use").isEmpty()) {
      notes
          .find("domain")
          .filter(domain -> constant(Use.class, domain.value()).isPresent())
          .ifPresent(domain -> entries.add(entry("use", domain.value().text(), domain)));
    }
    if (section == Section.CRITICAL_INPUTS) {
      notes
          .find("material")
          .filter(material -> material.value().text().contains("rare_earth"))
          .filter(material -> notes.find("rare_earth").isEmpty())
          .ifPresent(
              material ->
                  entries.add(
                      new Node.Entry(
                          "rare_earth", material.keyAt(), scalar("true", material.value().at()))));
    }
  }

  private static Node.Entry with(Node.Entry entry, String text) {
    return new Node.Entry(entry.key(), entry.keyAt(), scalar(text, entry.value().at()));
  }

  private static Node.Scalar scalar(String text, Place at) {
    return new Node.Scalar(text, false, at);
  }

  /** A value in our words; empty when the field cannot hold it. */
  private static Optional<Node> value(RecordComponent field, Node node) {
    Class<?> type = field.getType();
    if (type == List.class && field.getGenericType() instanceof ParameterizedType list) {
      Class<?> of = (Class<?>) list.getActualTypeArguments()[0];
      if (node instanceof Node.Mapping flags) {
        // Links such as {subsidiary: true}: the list of those that hold.
        List<Node> holding =
            flags.entries().stream()
                .filter(flag -> flag.value().text().equals("true"))
                .flatMap(flag -> constant(of, scalar(flag.key(), flag.keyAt())).stream())
                .toList();
        return Optional.of(new Node.Sequence(holding, node.at()));
      } else if (node instanceof Node.Sequence sequence) {
        List<Node> known =
            sequence.items().stream().flatMap(item -> constant(of, item).stream()).toList();
        return Optional.of(new Node.Sequence(known, node.at()));
      }
      return Optional.of(node);
    }
    Field rule = Parts.rule(field);
    if (rule.country()) {
      return Optional.of(node).filter(each -> each.text().matches("[A-Z]{2}|EEA|unknown"));
    } else if (type.isEnum()) {
      return constant(type, node);
    } else if (type == Boolean.class) {
      return Optional.of(node).filter(each -> each.text().matches("true|false|unknown"));
    }
    return Optional.of(node);
  }

  private static Optional<Node> constant(Class<?> type, Node node) {
    String word = CONSTANTS.getOrDefault(node.text(), node.text()).toLowerCase(Locale.ROOT);
    boolean known =
        word.equals("unknown")
            || Stream.of(type.getEnumConstants())
                .anyMatch(constant -> Names.inFile((Enum<?>) constant).equals(word));
    return known ? Optional.of(scalar(word, node.at())) : Optional.empty();
  }

  /** Notes do not say what a measure concerns; where they speak of one supply, it is that one. */
  private static List<Node.Entry> concerning(List<Node.Entry> sections) {
    List<Node> supplies =
        sections.stream()
            .filter(section -> SUPPLIES.contains(section.key()))
            .flatMap(section -> items(section.value()))
            .toList();
    Optional<Node> id =
        supplies.size() == 1 && supplies.get(0) instanceof Node.Mapping supply
            ? supply.find("id").map(Node.Entry::value)
            : Optional.empty();
    if (id.isEmpty()) {
      return sections;
    }
    return each(sections, Section.POLICY_EVENTS, "concerns", id.get().text());
  }

  /** With a field of every fact of a list that does not state it. */
  private static List<Node.Entry> each(
      List<Node.Entry> sections, Section section, String key, String value) {
    return sections.stream()
        .map(
            entry ->
                entry.key().equals(section.key())
                    ? new Node.Entry(
                        entry.key(),
                        entry.keyAt(),
                        new Node.Sequence(
                            items(entry.value()).map(fact -> with(fact, key, value)).toList(),
                            entry.value().at()))
                    : entry)
        .toList();
  }

  private static Node with(Node fact, String key, String value) {
    if (!(fact instanceof Node.Mapping mapping) || mapping.find(key).isPresent()) {
      return fact;
    }
    List<Node.Entry> entries = new ArrayList<>(mapping.entries());
    entries.add(new Node.Entry(key, mapping.at(), scalar(value, mapping.at())));
    return new Node.Mapping(entries, mapping.at());
  }

  private static Stream<Node> items(Node node) {
    return node instanceof Node.Sequence sequence ? sequence.items().stream() : Stream.of();
  }

  private static void leftOut(String key, Place at, List<String> leftOut) {
    leftOut.add("line " + at.line() + ": " + key);
  }

  private void problem(Place at, String message) {
    problems.add(new Problem(label, at.line(), at.column(), message));
  }
}
