package eu.policyadvisor.check;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.yaml.FactReader;
import eu.policyadvisor.yaml.Nearest;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.Place;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
  private static final String FRAGMENTATION = "member_state_fragmentation";
  private static final String BUDGET = "budget_meur";
  private static final String CONCERNS = "concerns";
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
  private static final String CUSTOMER_LISTS = "customer_lists";
  private static final String SELF_HOSTED = "eu_cloud_self_host";

  /** What notes call the owner of a supplier; its lists stand beside it. */
  private static final List<String> OWNER = List.of("parent", "owner");

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

  /** The kinds of facts that a measure of a state can concern. */
  private static final List<String> SUPPLIES =
      List.of("dependencies", "critical_inputs", "accelerators");

  private final String label;
  private final Catalogue catalogue;
  private final List<Problem> problems = new ArrayList<>();

  /** The as-of date of the case that is being read, as it is written. */
  private String asOf = "";

  CaseCollection(String label, Catalogue catalogue) {
    this.label = label;
    this.catalogue = catalogue;
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
    asOf = text(mapping, "as_of");
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

  private List<Node.Entry> facts(Node.Mapping facts, List<String> leftOut) {
    Map<String, Section> sections = new HashMap<>();
    Stream.of(Section.values()).forEach(section -> sections.put(section.key(), section));
    List<Node.Entry> translated = new ArrayList<>();
    for (Node.Entry entry : facts.entries()) {
      String key = NoteWords.SECTIONS.getOrDefault(entry.key(), entry.key());
      Section section = sections.get(key);
      if (entry.key().equals(FRAGMENTATION) && entry.value() instanceof Node.Mapping position) {
        Node item = fact(Section.POSITIONS, named(position, "member-states"), leftOut);
        translated.add(
            new Node.Entry(
                Section.POSITIONS.key(),
                entry.keyAt(),
                new Node.Sequence(List.of(item), entry.value().at())));
      } else if (section == null) {
        leftOut(entry.key(), entry.keyAt(), leftOut);
      } else if (section == Section.NONE) {
        translated.add(new Node.Entry(key, entry.keyAt(), fact(section, entry.value(), leftOut)));
      } else {
        List<Node> items =
            list(section, entry.value()).stream()
                .map(item -> fact(section, item, leftOut))
                .toList();
        translated.add(
            new Node.Entry(key, entry.keyAt(), new Node.Sequence(items, entry.value().at())));
      }
    }
    return critical(concerning(facts, related(facts, translated)));
  }

  /** Notes give talent and funding as one thing, and money by layer. */
  private static List<Node> list(Section section, Node value) {
    if (value instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    if (!(value instanceof Node.Mapping mapping)) {
      return List.of(value);
    }
    if (section == Section.FUNDING
        && mapping.find(BUDGET).map(Node.Entry::value).orElse(null)
            instanceof Node.Mapping budgets) {
      boolean even =
          budgets.entries().size() > 1
              && budgets.entries().stream().map(e -> e.value().text()).distinct().count() == 1;
      List<Node> items = new ArrayList<>();
      for (Node.Entry budget : budgets.entries()) {
        List<Node.Entry> entries = new ArrayList<>();
        entries.add(entry("id", "funding-" + budget.key(), budget.keyAt()));
        entries.add(entry("layer", budget.key(), budget.keyAt()));
        entries.add(new Node.Entry(BUDGET, budget.keyAt(), budget.value()));
        if (even) {
          entries.add(entry("spread_evenly", "true", budget.keyAt()));
        }
        mapping.entries().stream()
            .filter(other -> !List.of(BUDGET, "id", "layer", "programmes").contains(other.key()))
            .forEach(entries::add);
        items.add(new Node.Mapping(entries, budget.keyAt()));
      }
      return items;
    }
    return List.of(named(mapping, section.key() + "-1"));
  }

  private static Node.Mapping named(Node.Mapping mapping, String id) {
    return (Node.Mapping) with(mapping, "id", id);
  }

  /** What notes say of one fact and we say of another. */
  private static List<Node.Entry> related(Node.Mapping notes, List<Node.Entry> translated) {
    List<Node.Entry> sections = translated;
    if (notes.find("models").stream()
        .flatMap(models -> items(models.value()))
        .anyMatch(model -> holds(model, "users", NoteWords::outside))) {
      // Who gives data to a service without an organisation between is no exporter.
      sections = each(sections, Section.DATA_FLOWS, "exporter_in_eu", "false");
    }
    Optional<String> cloud = only(sections, Section.CLOUD_SERVICES);
    if (cloud.isPresent()) {
      sections =
          sections.stream()
              .map(
                  section ->
                      section.key().equals(Section.MODELS.key())
                          ? new Node.Entry(
                              section.key(),
                              section.keyAt(),
                              new Node.Sequence(
                                  items(section.value())
                                      .map(
                                          model ->
                                              holds(model, "deployment", SELF_HOSTED::equals)
                                                  ? with(model, "cloud_service", cloud.get())
                                                  : model)
                                      .toList(),
                                  section.value().at()))
                          : section)
              .toList();
    }
    List<Node> owners = new ArrayList<>();
    notes.find("suppliers").stream()
        .flatMap(suppliers -> items(suppliers.value()))
        .forEach(supplier -> owner(supplier).ifPresent(owners::add));
    notes.find("exports").stream()
        .flatMap(exports -> items(exports.value()))
        .forEach(export -> customer(export).ifPresent(owners::add));
    return owners.isEmpty() ? sections : more(sections, Section.SUPPLIERS, owners);
  }

  private static List<Node.Entry> more(
      List<Node.Entry> sections, Section section, List<Node> facts) {
    List<Node.Entry> all = new ArrayList<>();
    List<Node> items = new ArrayList<>();
    for (Node.Entry entry : sections) {
      if (entry.key().equals(section.key())) {
        items(entry.value()).forEach(items::add);
      } else {
        all.add(entry);
      }
    }
    Set<String> ids = new HashSet<>();
    items.forEach(item -> ids.add(text(item, "id")));
    facts.stream().filter(fact -> ids.add(text(fact, "id"))).forEach(items::add);
    Place at = facts.get(0).at();
    all.add(new Node.Entry(section.key(), at, new Node.Sequence(items, at)));
    return all;
  }

  /** The owner of a supplier, whose lists notes give beside it. */
  private static Optional<Node> owner(Node supplier) {
    if (!(supplier instanceof Node.Mapping mapping) || ownerId(mapping).isEmpty()) {
      return Optional.empty();
    }
    List<Node.Entry> entries = new ArrayList<>();
    entries.add(entry("id", ownerId(mapping).get(), mapping.at()));
    OWNER.stream()
        .flatMap(word -> mapping.find(word).stream())
        .findFirst()
        .ifPresent(owner -> entries.add(entry("name", owner.value().text(), owner.keyAt())));
    mapping
        .find("ultimate_parent_hq")
        .ifPresent(hq -> entries.add(new Node.Entry("hq", hq.keyAt(), hq.value())));
    OWNER.stream()
        .flatMap(word -> mapping.find(word + "_lists").stream())
        .findFirst()
        .ifPresent(lists -> entries.add(new Node.Entry("lists", lists.keyAt(), lists.value())));
    return Optional.of(new Node.Mapping(entries, mapping.at()));
  }

  /** The id of an owner of half or more; a share that is not said is taken to be that. */
  private static Optional<String> ownerId(Node.Mapping supplier) {
    boolean minority =
        OWNER.stream()
            .flatMap(
                word -> Stream.of(word + "_share", word + "_stake").map(key -> text(supplier, key)))
            .anyMatch(share -> share.matches("0|0?\\.[0-4]\\d*"));
    boolean said =
        OWNER.stream()
            .anyMatch(
                word ->
                    supplier.find(word).isPresent() || supplier.find(word + "_lists").isPresent());
    return said && !minority ? Optional.of("owner-of-" + text(supplier, "id")) : Optional.empty();
  }

  /** A customer whose lists notes give beside the export. */
  private static Optional<Node> customer(Node export) {
    if (!(export instanceof Node.Mapping mapping) || mapping.find(CUSTOMER_LISTS).isEmpty()) {
      return Optional.empty();
    }
    List<Node.Entry> entries = new ArrayList<>();
    entries.add(entry("id", "customer-of-" + text(mapping, "id"), mapping.at()));
    mapping
        .find("customer")
        .ifPresent(name -> entries.add(new Node.Entry("name", name.keyAt(), name.value())));
    mapping
        .find(CUSTOMER_LISTS)
        .ifPresent(lists -> entries.add(new Node.Entry("lists", lists.keyAt(), lists.value())));
    mapping
        .find("subject_to_ear")
        .ifPresent(ear -> entries.add(new Node.Entry(ear.key(), ear.keyAt(), ear.value())));
    return Optional.of(new Node.Mapping(entries, mapping.at()));
  }

  private static String text(Node node, String key) {
    return node instanceof Node.Mapping mapping
        ? mapping.find(key).map(entry -> entry.value().text()).orElse("")
        : "";
  }

  private static boolean holds(Node node, String key, Predicate<String> test) {
    return node instanceof Node.Mapping mapping
        && mapping.find(key).filter(entry -> test.test(entry.value().text())).isPresent();
  }

  private static Node.Entry entry(String key, String value, Place at) {
    return new Node.Entry(key, at, scalar(value, at));
  }

  private static Optional<String> only(List<Node.Entry> sections, Section section) {
    List<Node> items =
        sections.stream()
            .filter(entry -> entry.key().equals(section.key()))
            .flatMap(entry -> items(entry.value()))
            .toList();
    return items.size() == 1
        ? Optional.of(text(items.get(0), "id")).filter(id -> !id.isEmpty())
        : Optional.empty();
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

  private Node fact(Section section, Node node, List<String> leftOut) {
    if (!(node instanceof Node.Mapping mapping)) {
      return node;
    }
    Map<String, RecordComponent> fields = new HashMap<>();
    Class<? extends Fact> kind = section.kind();
    Parts.fields(kind).forEach(field -> fields.put(Names.inFile(field.getName()), field));
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      String key = NoteWords.field(section, entry.key());
      Optional<Node> value =
          Optional.ofNullable(fields.get(key)).flatMap(field -> value(field, entry.value()));
      boolean twice = entries.stream().anyMatch(other -> other.key().equals(key));
      boolean said = said(section, mapping, entry, entries);
      if (value.isPresent() && !twice) {
        entries.add(new Node.Entry(key, entry.keyAt(), value.get()));
      } else if (!said) {
        leftOut(section.key() + "." + entry.key(), entry.keyAt(), leftOut);
      }
    }
    implied(section, mapping, entries);
    return new Node.Mapping(entries, mapping.at());
  }

  /** What a field of notes says in other fields of ours; whether it says something so. */
  private static boolean said(
      Section section, Node.Mapping notes, Node.Entry entry, List<Node.Entry> entries) {
    String text = entry.value().text();
    return switch (section.key() + "." + entry.key()) {
      case "exports.licence" -> {
        Optional<String> held = NoteWords.licensed(text);
        held.ifPresent(value -> say(notes, "licensed", value, entry, entries));
        yield held.isPresent();
      }
      case "exports.eu_control" -> {
        Optional<String> control = NoteWords.control(text);
        control.ifPresent(field -> say(notes, field, "true", entry, entries));
        yield control.isPresent();
      }
      case "exports.customer_lists" -> true;
      case "applications.domain" -> {
        NoteWords.use(text).ifPresent(use -> say(notes, "use", use, entry, entries));
        yield true;
      }
      case "applications.audience" -> {
        if (NoteWords.outside(text)) {
          say(notes, "consumer_facing", "true", entry, entries);
        }
        yield NoteWords.outside(text);
      }
      case "applications.device", "applications.devices", "applications.installed_on" -> {
        if (NoteWords.official(text)) {
          say(notes, "official_device", "true", entry, entries);
        }
        yield NoteWords.official(text);
      }
      case "models.users" -> {
        if (NoteWords.outside(text)) {
          say(notes, "own_use", "false", entry, entries);
        }
        yield NoteWords.outside(text);
      }
      case "policy_events.trigger" -> {
        // What a measure answers is the choice that it is meant to change.
        say(notes, "demand_attached", "true", entry, entries);
        yield true;
      }
      case "policy_events.tiers" -> {
        say(notes, "splits_single_market", "true", entry, entries);
        yield true;
      }
      case "policy_events.items" -> true;
      default -> {
        boolean owner =
            section == Section.SUPPLIERS
                && OWNER.stream().anyMatch(word -> entry.key().matches(word + "(_lists)?"));
        yield owner && ownerId(notes).isPresent();
      }
    };
  }

  private static void say(
      Node.Mapping notes, String key, String value, Node.Entry from, List<Node.Entry> entries) {
    if (notes.find(key).isEmpty() && entries.stream().noneMatch(e -> e.key().equals(key))) {
      entries.add(entry(key, value, from.keyAt()));
    }
  }

  /** What the words of notes say besides. */
  private void implied(Section section, Node.Mapping notes, List<Node.Entry> entries) {
    if (section == Section.NONE && text(notes, "type").equals("eu_organisation")) {
      String type =
          text(notes, "public_sector").equals("true")
              ? "public_authority"
              : text(notes, "sector").equals("research") ? "research_organisation" : "company";
      entries.replaceAll(entry -> entry.key().equals("type") ? with(entry, type) : entry);
    }
    if (section == Section.CRITICAL_INPUTS && NoteWords.rareEarth(text(notes, "material"))) {
      notes
          .find("material")
          .ifPresent(material -> say(notes, "rare_earth", "true", material, entries));
    }
    if (section == Section.POLICY_EVENTS && text(notes, "type").equals("informal_trade_block")) {
      // What was never announced is neither announced nor suspended.
      notes.find("type").ifPresent(type -> say(notes, "status", "in_force", type, entries));
    }
    String from = text(notes, "effective_from") + text(notes, "compliance_from");
    if (section == Section.POLICY_EVENTS && from.matches(DATE) && asOf.matches(DATE)) {
      // Dates in this form sort as they read.
      String status = from.compareTo(asOf) > 0 ? "announced" : "in_force";
      notes.entries().stream()
          .filter(entry -> text(notes, "effective_to").isEmpty())
          .filter(entry -> text(notes, "suspended_until").isEmpty())
          .findFirst()
          .ifPresent(entry -> say(notes, "status", status, entry, entries));
    }
    if (section == Section.SUPPLIERS) {
      ownerId(notes).ifPresent(id -> entries.add(entry("owned_by", id, notes.at())));
      vendor(text(notes, "name"))
          .ifPresent(
              vendor ->
                  notes
                      .find("name")
                      .filter(name -> entries.stream().noneMatch(e -> e.key().equals("vendor")))
                      .ifPresent(name -> say(notes, "vendor", vendor, name, entries)));
    }
  }

  /** The vendor of the catalogue that has a name. */
  private Optional<String> vendor(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    return catalogue.ids("vendors").stream().filter(plain::equals).findFirst();
  }

  private static Node.Entry with(Node.Entry entry, String text) {
    return new Node.Entry(entry.key(), entry.keyAt(), scalar(text, entry.value().at()));
  }

  private static Node.Scalar scalar(String text, Place at) {
    return new Node.Scalar(text, false, at);
  }

  /** A value in our words; empty when the field cannot hold it. */
  private Optional<Node> value(RecordComponent field, Node node) {
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
    } else if (!rule.catalogue().isEmpty()) {
      // A product that the catalogue does not know is described by what else is said of it.
      return Optional.of(node)
          .filter(each -> catalogue.ids(rule.catalogue()).contains(each.text()));
    }
    return Optional.of(node);
  }

  private static Optional<Node> constant(Class<?> type, Node node) {
    return NoteWords.constant(type, node.text()).map(word -> scalar(word, node.at()));
  }

  /**
   * Notes do not say what a measure concerns; where they speak of one supply, it is that one, and
   * where they list items, it is each supply of that name.
   */
  private static List<Node.Entry> concerning(Node.Mapping notes, List<Node.Entry> sections) {
    List<Node> supplies =
        sections.stream()
            .filter(section -> SUPPLIES.contains(section.key()))
            .flatMap(section -> items(section.value()))
            .toList();
    if (supplies.size() == 1 && !text(supplies.get(0), "id").isEmpty()) {
      return each(sections, Section.POLICY_EVENTS, CONCERNS, text(supplies.get(0), "id"));
    }
    Map<String, String> listed = new HashMap<>();
    notes.find("policy_events").stream()
        .flatMap(events -> items(events.value()))
        .forEach(event -> listed.put(text(event, "id"), text(event, "items")));
    return sections.stream()
        .map(
            section ->
                section.key().equals(Section.POLICY_EVENTS.key())
                    ? new Node.Entry(
                        section.key(),
                        section.keyAt(),
                        new Node.Sequence(
                            items(section.value())
                                .flatMap(
                                    event ->
                                        concerning(
                                            event,
                                            listed.getOrDefault(text(event, "id"), ""),
                                            supplies))
                                .toList(),
                            section.value().at()))
                    : section)
        .toList();
  }

  private static Stream<Node> concerning(Node event, String listed, List<Node> supplies) {
    List<String> ids =
        holds(event, CONCERNS, id -> true)
            ? List.of()
            : supplies.stream()
                .filter(supply -> mentions(listed, supply))
                .map(supply -> text(supply, "id"))
                .toList();
    if (ids.isEmpty() || !(event instanceof Node.Mapping mapping)) {
      return Stream.of(event);
    }
    return ids.stream()
        .map(
            id -> {
              Node.Mapping own =
                  id.equals(ids.get(0))
                      ? mapping
                      : new Node.Mapping(
                          mapping.entries().stream()
                              .map(
                                  entry ->
                                      entry.key().equals("id")
                                          ? with(entry, entry.value().text() + "-" + id)
                                          : entry)
                              .toList(),
                          mapping.at());
              return with(own, CONCERNS, id);
            });
  }

  private static boolean mentions(String listed, Node supply) {
    String name = text(supply, "material") + text(supply, "item");
    return !name.isEmpty()
        && listed.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
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
