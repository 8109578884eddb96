package eu.policyadvisor.engine.lint;

import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.Concern;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Named;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Uncovered;
import eu.policyadvisor.rule.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for parameters, groups and entries of the catalogue of which no rule makes use. */
final class UseCheck {
  private final CompiledRules base;
  private final @Nullable RuleDirectory ownRules;
  private final List<Complaint> complaints = new ArrayList<>();

  /**
   * Of some rules.
   *
   * @param ownRules a directory with rules that take the place of built-in ones, or null
   */
  UseCheck(CompiledRules base, @Nullable RuleDirectory ownRules) {
    this.base = base;
    this.ownRules = ownRules;
  }

  /** What is not used. */
  List<Complaint> complaints(
      List<Parameter> parameters, List<CountryGroup> groups, Catalogue catalogue) {
    Set<String> asked =
        catalogue.uncovered().stream()
            .flatMap(Uncovered::conditions)
            .flatMap(each -> each.stated().stream())
            .collect(Collectors.toSet());
    named(Parameter.class, "parameter", "parameters.yaml", parameters.stream());
    named(
        CountryGroup.class,
        "country group",
        "catalog/country-groups.yaml",
        groups.stream().filter(each -> !asked.contains(each.name())));
    for (Vocabulary each : catalogue.vocabularies()) {
      // Facts are completed from what states something.
      named(
          TermGroup.class,
          "term group",
          "vocabularies/" + each.name() + ".yaml",
          catalogue.termGroups().stream()
              .filter(group -> group.vocabulary().equals(each.name()) && group.states().isEmpty())
              .filter(group -> !asked.contains(group.name())));
    }
    entries(catalogue);
    return complaints;
  }

  private void named(
      Class<? extends Named> type, String what, String file, Stream<? extends Named> named) {
    named
        .map(Named::name)
        .distinct()
        .filter(isRead(type).negate())
        .forEach(
            name ->
                unused(
                    file,
                    "name",
                    name,
                    what + " '" + name + "' is read by no rule; remove it, or match it"));
  }

  private void unused(String file, String key, String value, String message) {
    complaints.add(
        new Complaint(Concern.UNUSED, DrlSources.entry(file, key, value, ownRules, message)));
  }

  private Stream<Pattern<?>> patterns() {
    return base.rules().values().stream().flatMap(Conditions::patterns);
  }

  /** Whether a rule reads something of a name; one that puts names together reads all that fit. */
  private Predicate<String> isRead(Class<?> type) {
    List<String> conditions =
        patterns()
            .filter(pattern -> pattern.getPatternVariable().getType() == type)
            .flatMap(Conditions::texts)
            .toList();
    Set<String> whole =
        conditions.stream()
            .flatMap(ConditionTexts::names)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> parts =
        conditions.stream()
            .flatMap(ConditionTexts::in)
            .filter(text -> !whole.contains(text))
            .collect(Collectors.toCollection(TreeSet::new));
    return name ->
        whole.contains(name)
            || parts.stream().anyMatch(part -> name.startsWith(part) || name.endsWith(part));
  }

  /** Entries of the catalogue that state nothing that a rule reads or names. */
  private void entries(Catalogue catalogue) {
    Set<String> texts =
        patterns()
            .flatMap(Conditions::texts)
            .flatMap(ConditionTexts::in)
            .collect(Collectors.toSet());
    catalogue
        .entries()
        .forEach(
            (part, entries) -> {
              Set<String> read = fieldsRead(part);
              entries.values().stream()
                  .filter(entry -> entry.values().keySet().stream().noneMatch(read::contains))
                  .map(CatalogueEntry::id)
                  .filter(id -> !texts.contains(id))
                  .forEach(
                      id ->
                          unused(
                              "catalog/" + part + ".yaml",
                              "id",
                              id,
                              "entry '"
                                  + id
                                  + "' states nothing that a rule reads; add what rules need, or"
                                  + " remove it"));
            });
  }

  /** The fields that rules read of facts that name an entry of a part of the catalogue. */
  private Set<String> fieldsRead(String part) {
    Set<String> read = new TreeSet<>();
    for (Class<?> kind : Fact.class.getPermittedSubclasses()) {
      boolean names =
          part.equals(Catalogue.MEASURES) && kind == PolicyEvent.class
              || kind.isRecord()
                  && Arrays.stream(kind.getRecordComponents())
                      .map(component -> component.getAnnotation(Field.class))
                      .anyMatch(field -> field != null && field.catalogue().equals(part));
      if (names) {
        base.rules().keySet().forEach(rule -> read.addAll(base.fieldsRead(rule, kind)));
      }
    }
    return read;
  }
}
