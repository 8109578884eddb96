package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Awaited;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Components;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The things of working memory that meet what a pattern asks of each alone, in the order in which
 * they came, found quickly by what they have in common with other things. Thread-safe.
 *
 * <p>It does for one pattern what alpha memory and join index do in a Rete network (Forgy, 1982):
 * what a thing meets alone is asked once, when it comes, and a join looks up a hash of the joined
 * component. Unlike there, a thing whose component is not known is in every answer. An answer
 * merges two lists that are in order, so that it costs the number of things in it.
 */
final class Candidates {
  /**
   * A thing that may match.
   *
   * @param item the thing
   * @param awaits what must become known for it to meet what is asked of it alone
   * @param place its place among them
   */
  record Candidate(Memory.Item item, Awaited awaits, int place) {}

  private final Criteria criteria;
  private final Memory memory;
  private final Function<Object, @Nullable Awaited> admits;
  private final List<Candidate> all = new ArrayList<>();
  private final Map<String, Index> indexes = new HashMap<>(2);
  private int version = -1;
  private boolean narrowed;
  private int read;

  /**
   * Of a pattern.
   *
   * @param admits what must become known for a thing to meet what is asked of it alone; null when
   *     it never does
   */
  Candidates(Criteria criteria, Memory memory, Function<Object, @Nullable Awaited> admits) {
    this.criteria = criteria;
    this.memory = memory;
    this.admits = admits;
  }

  /** Those that have a value in a component, and those of which it is not known. */
  private final class Index {
    private final String component;
    private final Map<Object, List<Candidate>> byValue = new HashMap<>();
    private final List<Candidate> unknown = new ArrayList<>();

    Index(String component) {
      this.component = component;
      all.forEach(this::add);
    }

    void add(Candidate candidate) {
      Object object = candidate.item().object();
      Object value =
          component.equals(Criterion.Join.ITSELF) ? object : Components.value(object, component);
      (value == null ? unknown : byValue.computeIfAbsent(value, any -> new ArrayList<>()))
          .add(candidate);
    }

    List<Candidate> with(Object value) {
      List<Candidate> having = byValue.getOrDefault(value, List.of());
      if (unknown.isEmpty() || having.isEmpty()) {
        return unknown.isEmpty() ? having : unknown;
      }
      List<Candidate> both = new ArrayList<>(having.size() + unknown.size());
      int at = 0;
      for (Candidate each : having) {
        while (at < unknown.size() && unknown.get(at).place() < each.place()) {
          both.add(unknown.get(at++));
        }
        both.add(each);
      }
      both.addAll(unknown.subList(at, unknown.size()));
      return both;
    }
  }

  synchronized boolean isEmpty() {
    update();
    return all.isEmpty();
  }

  /** Those that may match beside what is bound already. */
  synchronized List<Candidate> beside(Bindings env) {
    update();
    List<Candidate> fewest = all;
    for (Criterion criterion : criteria.joining()) {
      Criterion.Join join = criterion.join();
      Object wanted = join == null ? null : join.wanted(env);
      if (join != null && wanted != null && isHashed(wanted)) {
        List<Candidate> found = indexes.computeIfAbsent(join.component(), Index::new).with(wanted);
        fewest = found.size() < fewest.size() ? found : fewest;
      }
    }
    return fewest;
  }

  /** Numbers that are equal to a rule need not be equal to Java. */
  private static boolean isHashed(Object value) {
    return value instanceof String || value instanceof Enum || value instanceof Record;
  }

  /** Things are only ever added to working memory, after those that were there. */
  private void update() {
    if (version == memory.version()) {
      return;
    }
    version = memory.version();
    Criterion.Literal literal = criteria.literal();
    List<Memory.Item> having =
        literal == null || literal.texts().size() > 1
            ? null
            : memory.of(criteria.type(), literal.component(), literal.texts().get(0));
    List<Memory.Item> items = having == null ? memory.of(criteria.type()) : having;
    boolean now = having != null;
    if (narrowed != now || !criteria.type().isRecord() && read != items.size()) {
      narrowed = now;
      all.clear();
      indexes.clear();
      read = 0;
    }
    for (; read < items.size(); read++) {
      Awaited awaits = admits.apply(items.get(read).object());
      if (awaits != null) {
        Candidate candidate = new Candidate(items.get(read), awaits, all.size());
        all.add(candidate);
        indexes.values().forEach(index -> index.add(candidate));
      }
    }
  }
}
