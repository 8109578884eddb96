package eu.policyadvisor.advice;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An edit of facts: what an analyst would change in her file.
 *
 * @param changes its steps, in order
 */
public record Edit(List<Change> changes) {
  /** Copies the steps. */
  public Edit {
    changes = List.copyOf(changes);
  }

  /**
   * The facts after the edit.
   *
   * @throws IllegalArgumentException if the edit changes or removes a fact that is not there
   */
  public FactSet apply(FactSet facts) {
    Subject subject = facts.subject();
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    facts.lists().forEach((section, list) -> lists.put(section, new ArrayList<>(list)));
    for (Change change : changes) {
      if (change instanceof Change.Put put && put.section() == Section.NONE) {
        subject = (Subject) subject.with(put.field(), put.value());
      } else if (change instanceof Change.Put put) {
        List<Fact> list = lists.getOrDefault(put.section(), List.of());
        int at = find(list, put.section(), put.id());
        list.set(at, list.get(at).with(put.field(), put.value()));
      } else if (change instanceof Change.Add add) {
        lists.computeIfAbsent(add.section(), any -> new ArrayList<>()).add(add.fact());
      } else if (change instanceof Change.Remove remove) {
        List<Fact> list = lists.getOrDefault(remove.section(), List.of());
        list.remove(find(list, remove.section(), remove.id()));
      } else {
        lists.computeIfAbsent(change.section(), any -> new ArrayList<>());
      }
    }
    return FactSetBuilder.builder(facts).subject(subject).lists(lists).derived(List.of()).build();
  }

  private static int find(List<Fact> list, Section section, String id) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException(section.key() + " has no " + id);
  }
}
