package eu.policyadvisor.engine;

import eu.policyadvisor.rule.Named;
import eu.policyadvisor.rule.RuleNeeds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What of working memory rules can look at: all of it but parameters and groups of which only such
 * rules read that nothing else reaches. Most fact sets are small, and handing every parameter to
 * the engine would take a quarter of its time. Only for rules of the build, of which it is tested
 * that each concludes one thing: what others may conclude cannot be told. Thread-safe.
 */
final class Relevance {
  private static final String NAME = "name";

  /**
   * Kinds of fact sets to remember; a process meets few, but nothing keeps it from meeting more.
   */
  private static final int MOST_KINDS = 1_000;

  private final Collection<RuleNeeds> rules;
  private final Map<Set<Class<?>>, Read> known = new ConcurrentHashMap<>();

  Relevance(Collection<RuleNeeds> rules) {
    this.rules = rules;
  }

  /**
   * What rules in reach read.
   *
   * @param all the types of which they may read anything
   * @param names what they read by its name, of each other type
   */
  private record Read(Set<String> all, Map<String, Set<String>> names) {
    boolean contains(Class<?> type, String name) {
      return all.contains(type.getName())
          || names.getOrDefault(type.getName(), Set.of()).contains(name);
    }
  }

  /** What rules can look at, in the same order. */
  List<Object> in(List<Object> workingMemory) {
    Set<Class<?>> types = new HashSet<>();
    workingMemory.forEach(object -> types.add(object.getClass()));
    Read read = known.get(types);
    if (read == null) {
      read = read(types);
      if (known.size() < MOST_KINDS) {
        known.put(types, read);
      }
    }
    List<Object> relevant = new ArrayList<>(workingMemory.size());
    for (Object object : workingMemory) {
      if (isRelevant(object, read)) {
        relevant.add(object);
      }
    }
    return relevant;
  }

  private static boolean isRelevant(Object object, Read read) {
    return !(object instanceof Named named) || read.contains(named.getClass(), named.name());
  }

  private Read read(Set<Class<?>> types) {
    Read read = new Read(new HashSet<>(), new HashMap<>());
    for (RuleNeeds rule : Reach.ofTypes(rules, types)) {
      for (RuleNeeds.Need need : rule.reads()) {
        Set<String> names = need.values().get(NAME);
        if (names == null) {
          read.all().add(need.type());
        } else {
          read.names().computeIfAbsent(need.type(), any -> new HashSet<>()).addAll(names);
        }
      }
    }
    return read;
  }
}
