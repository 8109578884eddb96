package eu.policyadvisor.compare;

import eu.policyadvisor.compare.KnowledgeEdit.Detail;
import eu.policyadvisor.compare.KnowledgeEdit.What;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Records;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.FactPattern;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleText;
import eu.policyadvisor.rule.Spelling;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Uncovered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what was edited between two knowledge bases. */
final class KnowledgeEdits {
  private final Side before;
  private final Side after;
  private final List<KnowledgeEdit> edits = new ArrayList<>();

  private KnowledgeEdits(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /** All edits: rules, then parameters, the catalogue, groups of countries, each by name. */
  static List<KnowledgeEdit> between(Side before, Side after) {
    KnowledgeEdits found = new KnowledgeEdits(before, after);
    KnowledgeBase was = before.advisor().knowledge();
    KnowledgeBase is = after.advisor().knowledge();
    found.rules(was.cards(), is.cards());
    found.edits(
        What.PARAMETER,
        byName(was.parameters(), Parameter::name),
        byName(is.parameters(), Parameter::name),
        KnowledgeEdits::parameter);
    found.edits(
        What.CATALOGUE_ENTRY,
        entries(was.catalogue()),
        entries(is.catalogue()),
        KnowledgeEdits::entry);
    found.edits(
        What.CATALOGUE_ENTRY,
        instruments(was.catalogue()),
        instruments(is.catalogue()),
        KnowledgeEdits::instrument);
    found.edits(
        What.COUNTRY_GROUP,
        byName(was.countryGroups(), CountryGroup::name),
        byName(is.countryGroups(), CountryGroup::name),
        KnowledgeEdits::group);
    found.edits(
        What.TERM_GROUP,
        byName(was.catalogue().termGroups(), TermGroup::name),
        byName(is.catalogue().termGroups(), TermGroup::name),
        KnowledgeEdits::termGroup);
    found.edits(
        What.UNCOVERED,
        questions(was.catalogue()),
        questions(is.catalogue()),
        KnowledgeEdits::uncovered);
    return List.copyOf(found.edits);
  }

  private <T> void edits(
      What what, Map<String, T> was, Map<String, T> is, BiFunction<T, T, List<Detail>> details) {
    for (String name : names(was, is)) {
      T one = was.get(name);
      T other = is.get(name);
      if (one == null || other == null) {
        edits.add(new KnowledgeEdit(what, name, how(one, other), List.of(), ""));
      } else if (!one.equals(other)) {
        edits.add(
            new KnowledgeEdit(what, name, Difference.How.CHANGED, details.apply(one, other), ""));
      }
    }
  }

  private static Set<String> names(Map<String, ?> was, Map<String, ?> is) {
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    return names;
  }

  private static Difference.How how(@Nullable Object was, @Nullable Object is) {
    return was == null
        ? Difference.How.ADDED
        : is == null ? Difference.How.REMOVED : Difference.How.CHANGED;
  }

  private void rules(Map<String, RuleCard> was, Map<String, RuleCard> is) {
    Map<String, DrlRule> drlBefore = before.advisor().loaded().written();
    Map<String, DrlRule> drlAfter = after.advisor().loaded().written();
    for (String id : names(was, is)) {
      RuleCard one = was.get(id);
      RuleCard other = is.get(id);
      if (one == null || other == null) {
        edits.add(
            new KnowledgeEdit(
                What.RULE,
                id,
                how(one, other),
                List.of(),
                place(one == null ? after : before, id)));
        continue;
      }
      List<Detail> details = card(one, other);
      DrlRule written = drlBefore.get(id);
      DrlRule rewritten = drlAfter.get(id);
      if (written != null && rewritten != null) {
        details.addAll(body(id, written, rewritten));
      }
      if (!details.isEmpty()) {
        edits.add(
            new KnowledgeEdit(What.RULE, id, Difference.How.CHANGED, details, place(after, id)));
      }
    }
  }

  private static String place(Side side, String rule) {
    return side.advisor()
        .source(rule)
        .map(text -> side.place().apply(text.file()) + ":" + text.line())
        .orElse("");
  }

  private static List<Detail> card(RuleCard was, RuleCard is) {
    List<Detail> details = new ArrayList<>();
    parts(details, was, is, "kind", "title", "summary");
    add(details, "key points", was.keyPoints(), is.keyPoints());
    parts(details, was, is, "layer", "severity");
    add(details, "confidence", was.confidence().value(), is.confidence().value());
    add(details, "citation", citations(was), citations(is));
    add(details, "date-effective", was.effective(), is.effective());
    add(details, "date-expires", was.expires(), is.expires());
    RuleCard.Advice said = was.advice();
    RuleCard.Advice says = is.advice();
    if (said != null && says != null) {
      parts(
          details,
          said,
          says,
          "action",
          "addressee",
          "urgency",
          "strength",
          "stance",
          "standing",
          "beforehand",
          "short_form",
          "done_when");
    }
    return details;
  }

  /** Not the instruments themselves: what is edited in the catalogue is an edit of its own. */
  private static String citations(RuleCard card) {
    return card.citations().stream()
        .map(KnowledgeEdits::citation)
        .collect(Collectors.joining("; "));
  }

  private static String citation(Citation citation) {
    return ((citation.inSpirit() ? "spirit of " : "")
            + (citation.instrument().id() + " " + citation.pinpoint()))
        .strip();
  }

  private List<Detail> body(String id, DrlRule was, DrlRule is) {
    List<Detail> details = new ArrayList<>();
    body("attributes", was.attributes(), is.attributes(), details);
    if (!DrlToken.same(was.conditionTokens(), is.conditionTokens())) {
      conditions(
          id,
          DrlToken.onOneLine(was.conditionTokens()),
          DrlToken.onOneLine(is.conditionTokens()),
          details);
    }
    body("consequence", was.consequenceTokens(), is.consequenceTokens(), details);
    return details;
  }

  private static void body(String of, List<DrlToken> was, List<DrlToken> is, List<Detail> details) {
    if (!DrlToken.same(was, is)) {
      details.add(new Detail(of, DrlToken.onOneLine(was), DrlToken.onOneLine(is)));
    }
  }

  /** In plain words where these tell the difference, else as written. */
  private void conditions(String id, String was, String is, List<Detail> details) {
    List<String> gone = new ArrayList<>(conditions(before, id));
    List<String> come = new ArrayList<>(conditions(after, id));
    List<String> kept = List.copyOf(come);
    gone.forEach(come::remove);
    kept.forEach(gone::remove);
    if (gone.isEmpty() && come.isEmpty()) {
      details.add(new Detail("condition", was, is));
    }
    for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
      details.add(
          new Detail(
              "condition",
              i < gone.size() ? gone.get(i) : null,
              i < come.size() ? come.get(i) : null));
    }
  }

  private static List<String> conditions(Side side, String rule) {
    return side.advisor().source(rule).map(RuleText::conditions).orElse(List.of());
  }

  private static <T> Map<String, List<T>> byName(Collection<T> values, Function<T, String> name) {
    return values.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
  }

  private static Map<String, CatalogueEntry> entries(Catalogue catalogue) {
    Map<String, CatalogueEntry> entries = new TreeMap<>();
    catalogue
        .entries()
        .forEach((part, ids) -> ids.forEach((id, entry) -> entries.put(part + "/" + id, entry)));
    return entries;
  }

  private static Map<String, Instrument> instruments(Catalogue catalogue) {
    Map<String, Instrument> instruments = new TreeMap<>();
    catalogue
        .instruments()
        .forEach((id, each) -> instruments.put(Catalogue.INSTRUMENTS + "/" + id, each));
    return instruments;
  }

  private static Map<String, Uncovered> questions(Catalogue catalogue) {
    return catalogue.uncovered().stream().collect(Collectors.toMap(Uncovered::id, each -> each));
  }

  private static List<Detail> parameter(List<Parameter> was, List<Parameter> is) {
    List<Detail> details = new ArrayList<>();
    add(details, "value", values(was), values(is));
    texts(details, was, is, "reference", "verified", "review_on");
    return details;
  }

  private static String values(List<Parameter> parameters) {
    return parameters.stream().map(KnowledgeEdits::value).collect(Collectors.joining(", "));
  }

  private static String value(Parameter parameter) {
    LocalDate from = parameter.validFrom();
    LocalDate to = parameter.validTo();
    return parameter.value().toPlainString()
        + (from == null ? "" : " from " + from)
        + (to == null ? "" : " to " + to);
  }

  /** Adds which components of records differ, by the names that they have in a file. */
  private static void parts(List<Detail> details, Record was, Record is, String... keys) {
    for (String key : keys) {
      add(details, key, Records.value(was, key), Records.value(is, key));
    }
  }

  /** The same of all records of one name. */
  private static void texts(
      List<Detail> details, List<? extends Record> was, List<? extends Record> is, String... keys) {
    for (String key : keys) {
      add(details, key, texts(was, key), texts(is, key));
    }
  }

  private static String texts(List<? extends Record> of, String key) {
    return of.stream()
        .map(each -> String.valueOf(Records.value(each, key)))
        .collect(Collectors.joining(", "));
  }

  private static List<Detail> entry(CatalogueEntry was, CatalogueEntry is) {
    List<Detail> details = new ArrayList<>();
    for (String field : names(was.values(), is.values())) {
      add(details, field, was.values().get(field), is.values().get(field));
    }
    for (String field : names(was.confidence(), is.confidence())) {
      add(
          details,
          "confidence." + field,
          Optional.ofNullable(was.confidence().get(field)).map(each -> each.value()).orElse(null),
          Optional.ofNullable(is.confidence().get(field)).map(each -> each.value()).orElse(null));
    }
    parts(details, was, is, "source", "verified", "review_on");
    return details;
  }

  private static List<Detail> instrument(Instrument was, Instrument is) {
    List<Detail> details = new ArrayList<>();
    parts(details, was, is, "title", "reference", "date", "kind", "jurisdiction");
    parts(details, was, is, "reaches_abroad", "concerns");
    add(details, "status", states(was), states(is));
    parts(details, was, is, "link", "source", "verified", "review_on");
    return details;
  }

  /** Such as {@code in_force}, or {@code proposed from 2025-11-19, in_force from 2026-06-29}. */
  private static String states(Instrument instrument) {
    return instrument.states().size() == 1
        ? Names.inFile(instrument.status())
        : instrument.states().stream()
            .map(state -> Names.inFile(state.status()) + " from " + state.from())
            .collect(Collectors.joining(", "));
  }

  /** A term that is written otherwise is told with its spellings. */
  private static List<Detail> termGroup(List<TermGroup> was, List<TermGroup> is) {
    List<Detail> details = new ArrayList<>();
    members(details, "terms", terms(was), terms(is));
    texts(details, was, is, "reference", "date", "states");
    return details;
  }

  private static Set<String> terms(List<TermGroup> groups) {
    return groups.stream()
        .flatMap(group -> group.terms().stream())
        .map(
            term -> term.spellings().stream().map(Spelling::text).collect(Collectors.joining(", ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Detail> uncovered(Uncovered was, Uncovered is) {
    List<Detail> details = new ArrayList<>();
    parts(details, was, is, "title", "question");
    members(details, "where", patterns(was), patterns(is));
    parts(details, was, is, "law");
    members(details, "citation", cites(was), cites(is));
    parts(details, was, is, "turn_to", "says");
    return details;
  }

  private static Set<String> patterns(Uncovered of) {
    return Stream.concat(
            of.where().stream().map(FactPattern::inWords),
            of.notFor().stream().map(except -> "not for a subject of " + except.inWords()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> cites(Uncovered of) {
    return of.cites().stream()
        .map(KnowledgeEdits::citation)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void members(List<Detail> details, String of, Set<String> was, Set<String> is) {
    was.stream()
        .filter(each -> !is.contains(each))
        .forEach(each -> details.add(new Detail(of, each, null)));
    is.stream()
        .filter(each -> !was.contains(each))
        .forEach(each -> details.add(new Detail(of, null, each)));
  }

  private static List<Detail> group(List<CountryGroup> was, List<CountryGroup> is) {
    List<Detail> details = new ArrayList<>();
    members(details, "countries", countries(was), countries(is));
    texts(details, was, is, "reference", "verified", "review_on");
    return details;
  }

  private static Set<String> countries(List<CountryGroup> groups) {
    return groups.stream()
        .flatMap(group -> group.countries().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void add(
      List<Detail> details, String of, @Nullable Object was, @Nullable Object is) {
    if (!Objects.equals(was, is)) {
      details.add(new Detail(of, text(was), text(is)));
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : Names.value(value);
  }
}
