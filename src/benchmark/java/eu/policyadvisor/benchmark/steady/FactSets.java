package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.RuleBase;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.knowledge.KnowledgeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The facts that are measured: all examples of the project in one fact set, as often as needed. */
final class FactSets {
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
  private static final Path EXAMPLES = Path.of("facts", "examples");

  /** As many as the examples hold together, without their subjects. */
  static final int AVERAGE = 41;

  private FactSets() {}

  /** The first facts of the examples, repeated under other ids until there are enough. */
  static FactSet of(Advisor advisor, int size) {
    return of(advisor, size, Set.of());
  }

  /** The same, where some lists are stated to be empty. */
  static FactSet of(Advisor advisor, int size, Set<Section> without) {
    List<FactSet> examples = examples(advisor);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      for (Fact fact : examples.get(i).all()) {
        if (!(fact instanceof Subject) && !without.contains(fact.section())) {
          facts.add(renamed(fact, "-" + i));
        }
      }
    }
    List<Fact> repeated = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      repeated.add(renamed(facts.get(i % facts.size()), "-" + i / facts.size()));
    }
    FactSet stated = FactSet.of(examples.get(0).subject(), repeated.toArray(Fact[]::new));
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    lists.putAll(stated.lists());
    without.forEach(section -> lists.put(section, List.of()));
    return new FactSet(null, AS_OF, stated.subject(), lists, Provenance.NONE);
  }

  /** The rules as the advisor runs them. */
  static RuleBase rules(Advisor advisor) {
    return RuleBase.builtIn(
        advisor.knowledge().cards(), KnowledgeFile.builtIn().orElseThrow().compiled());
  }

  static List<FactSet> examples(Advisor advisor) {
    List<FactSet> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.sorted().toList()) {
        examples.addAll(advisor.read(file).factSets());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return examples;
  }

  /** The fact under another id; what it refers to is renamed alike. */
  private static Fact renamed(Fact fact, String suffix) {
    RecordComponent[] components = fact.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        Object value = components[i].getAccessor().invoke(fact);
        values[i] = value != null && isId(components[i]) ? value + suffix : value;
      }
      return (Fact) fact.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot rename " + fact.id(), e);
    }
  }

  private static boolean isId(RecordComponent component) {
    Field field = component.getAnnotation(Field.class);
    return component.getName().equals("id")
        || (field != null && (field.refersTo() != Section.NONE || field.refersToAny()));
  }
}
