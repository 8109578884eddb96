package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compiled rules made ready to be read, and for which of them a thing in working memory matters.
 * Thread-safe.
 */
public final class ReadableRules {
  private final CompiledRules compiled;
  private final Criteria.Known criteria;
  private final Map<String, Boolean> needSupport = new ConcurrentHashMap<>();
  private final Map<Class<?>, Readers> byType = new ConcurrentHashMap<>();
  private volatile @Nullable List<ReadableRule> all;

  /** Of some rules. */
  public ReadableRules(CompiledRules compiled) {
    this(compiled, new Criteria.Known());
  }

  private ReadableRules(CompiledRules compiled, Criteria.Known criteria) {
    this.compiled = compiled;
    this.criteria = criteria;
  }

  /**
   * The same rules, of which the one with the id of the given one is replaced.
   *
   * @param replacement a model that holds nothing but this rule
   */
  public ReadableRules replacing(Model replacement, RuleCard card) {
    return new ReadableRules(compiled.replacing(replacement, card), new Criteria.Known(criteria));
  }

  /** The rules that are read. */
  public CompiledRules compiled() {
    return compiled;
  }

  /** What is known of the patterns of the rules. */
  public Criteria.Known criteria() {
    return criteria;
  }

  /** Ids of the rules of a kind that need a thing of some type, in order. */
  public List<String> needing(Class<?> type, Kind kind) {
    return all().stream()
        .filter(rule -> rule.card().kind() == kind)
        .filter(
            rule ->
                rule.required().stream()
                    .anyMatch(each -> each.getPatternVariable().getType() == type))
        .map(rule -> rule.card().id())
        .toList();
  }

  /** Reads all of them, so that nobody who needs them later waits for it. */
  public void prepare() {
    all().forEach(rule -> rule.patterns().forEach(criteria::of));
  }

  /** Whether matches of a rule rest on more than the engine names. */
  boolean needsSupport(String rule) {
    Boolean known = needSupport.get(rule);
    return known != null
        ? known
        : needSupport.computeIfAbsent(
            rule, id -> Support.isNeeded(Objects.requireNonNull(compiled.rules().get(id))));
  }

  /** Those that read things of one type: whatever they are, or those with a text in a component. */
  private record Readers(BitSet any, Map<String, Map<String, BitSet>> byText) {
    void add(Criterion.@Nullable Literal literal, int place) {
      if (literal == null) {
        any.set(place);
      } else {
        Map<String, BitSet> readers =
            byText.computeIfAbsent(literal.component(), component -> new HashMap<>());
        literal.texts().forEach(t -> readers.computeIfAbsent(t, text -> new BitSet()).set(place));
      }
    }
  }

  /** The rules in order of id. */
  List<ReadableRule> all() {
    List<ReadableRule> known = all;
    if (known == null) {
      Map<String, RuleCard> cards = compiled.cards();
      known =
          compiled.rules().values().stream()
              .filter(rule -> cards.containsKey(rule.getName()))
              .map(rule -> ReadableRule.of(rule, Objects.requireNonNull(cards.get(rule.getName()))))
              .toList();
      all = known;
    }
    return known;
  }

  /** Whether things of a type are read at all. */
  boolean areRead(Class<?> type) {
    Readers readers = readers(type);
    return !readers.any().isEmpty() || !readers.byText().isEmpty();
  }

  /** Adds the places of those for which it matters that a thing comes or changes. */
  void addReaders(Object thing, BitSet places) {
    Readers readers = readers(thing.getClass());
    places.or(readers.any());
    readers
        .byText()
        .forEach(
            (component, byText) -> {
              Object value = Components.value(thing, component);
              if (value == null) {
                byText.values().forEach(places::or);
                return;
              }
              BitSet having = byText.get(value);
              if (having != null) {
                places.or(having);
              }
            });
  }

  private Readers readers(Class<?> type) {
    Readers known = byType.get(type);
    return known != null ? known : byType.computeIfAbsent(type, this::find);
  }

  private Readers find(Class<?> type) {
    Readers readers = new Readers(new BitSet(), new HashMap<>());
    List<ReadableRule> rules = all();
    for (int place = 0; place < rules.size(); place++) {
      for (Pattern<?> pattern : rules.get(place).patterns()) {
        if (pattern.getPatternVariable().getType().isAssignableFrom(type)) {
          readers.add(criteria.of(pattern).literal(), place);
        }
      }
    }
    return readers;
  }
}
