package eu.policyadvisor.engine.lint;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.drl.Literals;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.Concern;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.Named;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/**
 * What can be said against rules without running them. What it says of a rule that is subsumed is
 * to be confirmed by runs.
 */
public final class RuleLint {
  private static final java.util.regex.Pattern TEXT =
      java.util.regex.Pattern.compile("\"([^\"]*)\"");
  private static final java.util.regex.Pattern NAMED =
      java.util.regex.Pattern.compile("(?:name|rule)\\s*(?:==|!=|in|not in)\\s*[(\\s]*\".*");

  private final CompiledRules base;
  private final List<Parameter> parameters;
  private final List<CountryGroup> groups;
  private final Catalogue catalogue;
  private final @Nullable RuleDirectory ownRules;
  private final DrlSources sources;
  private final Influence influence;
  private final Exclusion exclusion;
  private final List<Complaint> complaints = new ArrayList<>();

  /**
   * Of some rules.
   *
   * @param base the rules
   * @param parameters the thresholds that they may read
   * @param groups the country groups that they may read
   * @param catalogue what facts may name
   * @param ownRules a directory with rules that take the place of built-in ones, or null
   */
  public RuleLint(
      CompiledRules base,
      List<Parameter> parameters,
      List<CountryGroup> groups,
      Catalogue catalogue,
      @Nullable RuleDirectory ownRules) {
    this.base = base;
    this.parameters = parameters;
    this.groups = groups;
    this.catalogue = catalogue;
    this.ownRules = ownRules;
    this.sources = base.sources();
    this.influence = new Influence(base);
    this.exclusion =
        new Exclusion(
            Stream.of(parameters, groups, catalogue.termGroups())
                .<Named>flatMap(List::stream)
                .toList());
  }

  /** All complaints, without facts that show them. */
  public List<Complaint> complaints() {
    base.rules().values().forEach(this::examine);
    cycles();
    subsumed();
    unusedParameters();
    unusedGroups(
        CountryGroup.class, "country group", "catalog/country-groups.yaml", groups.stream());
    for (Vocabulary each : catalogue.vocabularies()) {
      // Facts are completed from what states something.
      unusedGroups(
          TermGroup.class,
          "term group",
          "vocabularies/" + each.name() + ".yaml",
          catalogue.termGroups().stream()
              .filter(group -> group.vocabulary().equals(each.name()) && group.states().isEmpty()));
    }
    unusedEntries();
    return complaints.stream().distinct().sorted().toList();
  }

  private void complain(Concern concern, Problem problem, String... rules) {
    complaints.add(new Complaint(concern, problem, List.of(rules), List.of()));
  }

  private void examine(Rule rule) {
    String id = rule.getName();
    int before = complaints.size();
    eachPattern(rule, pattern -> names(id, pattern));
    if (complaints.size() == before) {
      excludes(rule);
    }
    eachPattern(
        rule,
        pattern ->
            FieldsRead.singles(pattern.getConstraint()).stream()
                .map(FieldsRead::text)
                .forEach(text -> literal(id, text)));
  }

  /** A parameter holds no day: a day that law lays down stands in the condition and the summary. */
  private void literal(String rule, String condition) {
    String literal = Literals.first(condition).orElse("");
    String day = Literals.day(literal);
    if (!literal.isEmpty() && (day.isEmpty() || !card(rule).summary().contains(day))) {
      complain(
          Concern.LITERAL,
          sources.problem(
              rule,
              condition,
              day.isEmpty()
                  ? "compares with "
                      + literal
                      + " written in its conditions; give it a name in rules/parameters.yaml and"
                      + " match that Parameter"
                  : "compares with the day "
                      + literal
                      + ", which its summary does not name; write there what happened on "
                      + day
                      + ", or correct the day"),
          rule);
    }
  }

  private void excludes(Rule rule) {
    String id = rule.getName();
    Optional<List<String>> excluding = exclusion.find(rule);
    if (excluding.isPresent()) {
      List<String> conditions = excluding.get();
      complain(
          Concern.NEVER_CONCLUDES,
          sources.problem(
              id,
              conditions.get(0),
              "can never conclude: "
                  + (conditions.size() == 1
                      ? "'" + conditions.get(0) + "' holds for no value that facts may state"
                      : quoted(conditions) + " exclude each other")
                  + "; change or remove "
                  + (conditions.size() == 1 ? "it" : "one of them")),
          id);
      return;
    }
    window(rule)
        .ifPresent(
            producers ->
                complain(
                    Concern.NEVER_CONCLUDES,
                    sources.problem(
                        id,
                        "can never conclude: it holds "
                            + window(card(id)).strip()
                            + ", and what it needs is concluded only "
                            + producers
                            + "; change the dates of one of them"),
                    id));
  }

  private static String quoted(Collection<String> all) {
    return all.stream().map(each -> "'" + each + "'").collect(Collectors.joining(" and "));
  }

  private RuleCard card(String rule) {
    return Objects.requireNonNull(base.cards().get(rule));
  }

  private static String window(RuleCard card) {
    return (card.effective() == null ? "" : "from " + card.effective() + " ")
        + (card.expires() == null ? "" : "before " + card.expires() + " ")
        + (card.effective() == null && card.expires() == null ? "always" : "");
  }

  /** The rules that draw a conclusion it needs, none of which holds on a day on which it does. */
  private Optional<String> window(Rule rule) {
    RuleCard own = card(rule.getName());
    for (Condition condition : Conditions.of(rule)) {
      if (condition instanceof Pattern<?> pattern && isConcluded(pattern)) {
        List<RuleCard> producers =
            influence.producers(pattern).stream().map(each -> card(each.getName())).toList();
        if (!producers.isEmpty() && producers.stream().noneMatch(each -> meet(own, each))) {
          return Optional.of(
              producers.stream()
                  .map(each -> window(each).strip() + ", by '" + each.id() + "'")
                  .collect(Collectors.joining(" and ")));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean meet(RuleCard one, RuleCard other) {
    return isBefore(one.effective(), other.expires()) && isBefore(other.effective(), one.expires());
  }

  private static boolean isBefore(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from == null || to == null || from.isBefore(to);
  }

  private static boolean isConcluded(Pattern<?> pattern) {
    Class<?> type = pattern.getPatternVariable().getType();
    return type == Finding.class
        || type == Recommendation.class
        || Concept.class.isAssignableFrom(type);
  }

  /** Whether the names in a pattern are those of something. */
  private void names(String rule, Pattern<?> pattern) {
    Class<?> type = pattern.getPatternVariable().getType();
    if (type == Parameter.class) {
      named(
          rule,
          pattern,
          "parameter",
          parameters.stream().map(Parameter::name).toList(),
          "; add it to rules/parameters.yaml");
    } else if (type == CountryGroup.class) {
      named(
          rule,
          pattern,
          "country group",
          groups.stream().map(CountryGroup::name).toList(),
          "; add it to rules/catalog/country-groups.yaml");
    } else if (type == Finding.class) {
      named(rule, pattern, "finding", ids(Kind.FINDING), "; no rule concludes it");
    } else if (type == Recommendation.class) {
      named(rule, pattern, "recommendation", ids(Kind.ADVICE), "; no rule concludes it");
    } else if (Concept.class.isAssignableFrom(type)) {
      concluded(rule, pattern, type);
    }
  }

  private void concluded(String rule, Pattern<?> pattern, Class<?> type) {
    if (base.producers(type).isEmpty()) {
      complain(
          Concern.NAMES_NOTHING,
          sources.problem(
              rule,
              "matches "
                  + type.getSimpleName()
                  + ", which no rule concludes; add a rule that does, or remove the condition"),
          rule);
    } else if (influence.producers(pattern).isEmpty()) {
      String conditions =
          quoted(
              FieldsRead.singles(pattern.getConstraint()).stream()
                  .map(FieldsRead::text)
                  .filter(each -> !each.isEmpty())
                  .toList());
      complain(
          Concern.NAMES_NOTHING,
          sources.problem(
              rule,
              FieldsRead.text(FieldsRead.singles(pattern.getConstraint()).get(0)),
              "matches "
                  + type.getSimpleName()
                  + " with "
                  + conditions
                  + ", which no rule concludes; change the condition or the rules that conclude "
                  + type.getSimpleName()),
          rule);
    }
  }

  private List<String> ids(Kind kind) {
    return base.cards().values().stream()
        .filter(card -> card.kind() == kind)
        .map(RuleCard::id)
        .toList();
  }

  private void named(
      String rule, Pattern<?> pattern, String what, List<String> known, String otherwise) {
    for (SingleConstraint each : FieldsRead.singles(pattern.getConstraint())) {
      String text = FieldsRead.text(each);
      Matcher name = TEXT.matcher(text);
      while (NAMED.matcher(text).matches() && name.find()) {
        if (!known.contains(name.group(1))) {
          RuleCard other = base.cards().get(name.group(1));
          String suggestion =
              other == null
                  ? Suggestion.question(name.group(1), known, 1)
                  : "; the rule of that id concludes something else, as its @kind says";
          complain(
              Concern.NAMES_NOTHING,
              sources.problem(
                  rule,
                  name.group(),
                  "names the "
                      + what
                      + " '"
                      + name.group(1)
                      + "', which does not exist"
                      + (suggestion.isEmpty() ? otherwise : suggestion)),
              rule);
        }
      }
    }
  }

  private void cycles() {
    for (List<String> cycle : influence.cycles()) {
      String first = cycle.get(0);
      complain(
          Concern.CYCLE,
          sources.problem(
              first,
              (cycle.size() == 1
                      ? "rests on the absence of what it concludes itself"
                      : "rests on the absence of what '"
                          + cycle.get(cycle.size() - 1)
                          + "' concludes, which rests on it again: "
                          + String.join(" -> ", cycle)
                          + " -> "
                          + first)
                  + "; no order of the rules settles that, so take the 'not' or the count out of"
                  + " the circle"),
          cycle.toArray(String[]::new));
    }
  }

  private void subsumed() {
    Subsumption subsumption = new Subsumption(base, exclusion);
    List<Rule> rules = List.copyOf(base.rules().values());
    for (Rule narrower : rules) {
      for (Rule wider : rules) {
        if (narrower != wider
            && isAlike(narrower, wider)
            && influence.readers(narrower.getName()).stream().noneMatch(r -> readsById(r, narrower))
            && subsumption.implies(narrower, wider)
            && (!subsumption.implies(wider, narrower) || comesAfter(narrower, wider))) {
          complain(
              Concern.SUBSUMED,
              sources.problem(
                  narrower.getName(),
                  "adds nothing to '"
                      + wider.getName()
                      + "', which concludes the same whenever it does; remove it, or make it"
                      + " conclude more"),
              narrower.getName(),
              wider.getName());
        }
      }
    }
  }

  /** Whether they conclude the same kind of thing. */
  private boolean isAlike(Rule one, Rule other) {
    Object first = base.prototype(one);
    Object second = base.prototype(other);
    return first != null && second != null && first.getClass() == second.getClass();
  }

  private boolean readsById(String reader, Rule rule) {
    Kind kind = card(rule.getName()).kind();
    Rule reading = Objects.requireNonNull(base.rules().get(reader));
    boolean[] reads = {false};
    eachPattern(
        reading,
        pattern ->
            FieldsRead.singles(pattern.getConstraint()).stream()
                .map(FieldsRead::text)
                .filter(text -> text.contains("\"" + rule.getName() + "\""))
                .forEach(text -> reads[0] = true));
    return kind != Kind.CONCEPT && reads[0];
  }

  /** Of two rules that say the same, the one that other rules build on stays. */
  private boolean comesAfter(Rule one, Rule other) {
    int many = influence.readers(one.getName()).size();
    int others = influence.readers(other.getName()).size();
    return many != others ? many < others : one.getName().compareTo(other.getName()) > 0;
  }

  private void unusedParameters() {
    Predicate<String> read = namesRead(Parameter.class);
    parameters.stream()
        .map(Parameter::name)
        .distinct()
        .filter(read.negate())
        .forEach(
            name ->
                complain(
                    Concern.UNUSED,
                    DrlSources.entry(
                        "parameters.yaml",
                        "name",
                        name,
                        ownRules,
                        "parameter '" + name + "' is read by no rule; remove it, or match it")));
  }

  private void unusedGroups(
      Class<? extends Named> type, String what, String file, Stream<? extends Named> groups) {
    Predicate<String> read = namesRead(type);
    groups
        .map(Named::name)
        .filter(read.negate())
        .forEach(
            name ->
                complain(
                    Concern.UNUSED,
                    DrlSources.entry(
                        file,
                        "name",
                        name,
                        ownRules,
                        what + " '" + name + "' is read by no rule; remove it, or match it")));
  }

  /** Whether a rule reads something of a name; one that puts names together reads all that fit. */
  private Predicate<String> namesRead(Class<?> type) {
    Set<String> whole = new TreeSet<>();
    Set<String> parts = new TreeSet<>();
    base.rules()
        .values()
        .forEach(
            rule ->
                eachPattern(
                    rule,
                    pattern -> {
                      if (pattern.getPatternVariable().getType() == type) {
                        for (SingleConstraint each : FieldsRead.singles(pattern.getConstraint())) {
                          String text = FieldsRead.text(each);
                          Matcher name = TEXT.matcher(text);
                          while (name.find()) {
                            (NAMED.matcher(text).matches() && !text.contains("+") ? whole : parts)
                                .add(name.group(1));
                          }
                        }
                      }
                    }));
    return name ->
        whole.contains(name)
            || parts.stream().anyMatch(part -> name.startsWith(part) || name.endsWith(part));
  }

  /** Entries of the catalogue that state nothing that a rule reads or names. */
  private void unusedEntries() {
    Set<String> texts = new TreeSet<>();
    base.rules()
        .values()
        .forEach(
            rule ->
                eachPattern(
                    rule,
                    pattern ->
                        FieldsRead.singles(pattern.getConstraint())
                            .forEach(
                                each -> {
                                  Matcher text = TEXT.matcher(FieldsRead.text(each));
                                  while (text.find()) {
                                    texts.add(text.group(1));
                                  }
                                })));
    catalogue
        .entries()
        .forEach(
            (part, entries) -> {
              Set<String> read = fieldsRead(part);
              entries.values().stream()
                  .filter(entry -> entry.values().keySet().stream().noneMatch(read::contains))
                  .filter(entry -> !texts.contains(entry.id()))
                  .forEach(entry -> unused(part, entry));
            });
  }

  private void unused(String part, CatalogueEntry entry) {
    complain(
        Concern.UNUSED,
        DrlSources.entry(
            "catalog/" + part + ".yaml",
            "id",
            entry.id(),
            ownRules,
            String.format(
                Locale.ROOT,
                "entry '%s' states nothing that a rule reads; add what rules need, or remove it",
                entry.id())));
  }

  /** The fields that rules read of facts that name an entry of a part of the catalogue. */
  private Set<String> fieldsRead(String part) {
    Set<String> read = new TreeSet<>();
    for (Class<?> kind : Fact.class.getPermittedSubclasses()) {
      boolean names =
          kind.isRecord()
              && Arrays.stream(kind.getRecordComponents())
                  .map(component -> component.getAnnotation(Field.class))
                  .anyMatch(field -> field != null && field.catalogue().equals(part));
      if (names) {
        base.rules().keySet().forEach(rule -> read.addAll(base.fieldsRead(rule, kind)));
      }
    }
    return read;
  }

  private static void eachPattern(Rule rule, Consumer<Pattern<?>> found) {
    Conditions.of(rule).forEach(condition -> eachPattern(condition, found));
  }

  private static void eachPattern(Condition condition, Consumer<Pattern<?>> found) {
    if (condition instanceof Pattern<?> pattern) {
      found.accept(pattern);
    }
    FieldsRead.children(condition).forEach(child -> eachPattern(child, found));
  }
}
