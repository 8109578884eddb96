package eu.policyadvisor.session;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Which rules wait for values that are not known, after Kleene's strong three-valued logic.
 *
 * <p>It asks of each condition: does it hold, does it fail, or does it depend on a value that is
 * not known? A conclusion that may come is put forward to the rules that build on it. Where a
 * condition cannot be decided it counts as open, so that a rule is never called clear although some
 * completion of the facts would make it conclude.
 */
final class ThreeValued extends Matching {
  /** More combinations of values than this are not tried; the condition then counts as open. */
  private static final int MOST_UNKNOWN = 2;

  private final Map<Kind, List<Reading>> inForce;
  private final Memory memory;
  private final Set<Fact> imagined;
  private final Consequences consequences = new Consequences();
  private final Map<Conclusion, List<Conclusions.Match>> certain;
  private final Map<String, Map<Conclusion, Set<OpenValue>>> ways = new TreeMap<>();
  private final Map<String, Long> seen = new HashMap<>();
  private final Map<String, Integer> readAt = new HashMap<>();
  private final Map<Conclusion, Set<OpenValue>> possible = new HashMap<>();
  private final Map<Conclusion, Possible> presumed = new LinkedHashMap<>();

  /**
   * The same memory, for a rule that is none of the base: what is worked out of it stays its own.
   */
  private ThreeValued(ThreeValued complete, Criteria.Known known) {
    super(complete.memory, known);
    this.memory = complete.memory;
    this.imagined = complete.imagined;
    this.certain = complete.certain;
    this.inForce = complete.inForce;
  }

  /** All ways in which the conditions of a rule that is none of the base are met. */
  List<Env> matches(Rule foreign, Criteria.Known known) {
    return new ThreeValued(this, known).matches(foreign);
  }

  private ThreeValued(
      RuleBase base,
      Set<String> rules,
      Memory memory,
      Set<Fact> imagined,
      Conclusions conclusions,
      LocalDate asOf) {
    super(memory, base.criteria());
    this.memory = memory;
    this.imagined = imagined;
    this.certain = conclusions.matches();
    this.inForce = inForce(base, rules, asOf);
  }

  /**
   * What may come, and what came and may fall.
   *
   * @param base the rules
   * @param rules ids of those that are looked at, with all that they build on
   * @param workingMemory facts, parameters and the as-of date
   * @param imagined facts of which nothing is known, one for each list that was not stated
   * @param conclusions what the engine concluded
   * @param asOf the date that dated rules follow
   */
  static Waiting analyse(
      RuleBase base,
      Set<String> rules,
      List<Object> workingMemory,
      List<Fact> imagined,
      Conclusions conclusions,
      LocalDate asOf) {
    ThreeValued analysis = complete(base, rules, workingMemory, imagined, conclusions, asOf);
    return new Waiting(
        analysis.open().stream().map(analysis::ofFacts).toList(),
        analysis.presumed.values().stream().map(analysis::ofFacts).toList());
  }

  /** The analysis with all that came and may come in its memory; rules can be read against it. */
  static ThreeValued complete(
      RuleBase base,
      Set<String> rules,
      List<Object> workingMemory,
      List<Fact> imagined,
      Conclusions conclusions,
      LocalDate asOf) {
    Memory memory = new Memory();
    workingMemory.forEach(object -> memory.add(object));
    for (Fact fact : imagined) {
      Set<OpenValue> list = Set.of(new OpenValue(owner(fact), "id"));
      memory.add(fact, list);
      memory.add(new StatedList(owner(fact).section()), list);
    }
    conclusions.matches().keySet().forEach(conclusion -> memory.add(conclusion));
    ThreeValued analysis =
        new ThreeValued(base, rules, memory, owners(imagined), conclusions, asOf);
    analysis.run();
    return analysis;
  }

  /** A share is part of what is said about a supply. */
  private static Fact owner(Fact fact) {
    return fact instanceof CountryShare share ? share.of() : fact;
  }

  private static Set<Fact> owners(Collection<Fact> imagined) {
    Set<Fact> owners = Collections.newSetFromMap(new IdentityHashMap<>());
    imagined.forEach(fact -> owners.add(owner(fact)));
    return owners;
  }

  /** What a concept lacks it lacks because a fact does, and that is among the values already. */
  private Possible ofFacts(Possible possible) {
    Set<OpenValue> awaits = new LinkedHashSet<>();
    Set<Section> lists = new LinkedHashSet<>();
    for (OpenValue value : possible.awaits()) {
      if (imagined.contains(owner(value.fact()))) {
        lists.add(value.fact().section());
      } else if (value.fact() instanceof CountryShare share) {
        awaits.add(new OpenValue(share.of(), "shares"));
      } else if (Components.hasInFile(value.fact().getClass(), value.field())) {
        awaits.add(value);
      }
    }
    return new Possible(possible.rule(), possible.conclusion(), awaits, lists);
  }

  /** Each kind of rule rests on those before it and on its own. */
  private void run() {
    for (List<Reading> rules : inForce.values()) {
      boolean more = true;
      while (more) {
        more = false;
        for (Reading rule : rules) {
          more |= evaluate(rule);
        }
      }
    }
    presume();
  }

  /** What the engine concluded and no rule concludes for certain rests on what is not known. */
  private void presume() {
    boolean more = true;
    while (more) {
      more = false;
      for (List<Reading> rules : inForce.values()) {
        for (Reading rule : rules) {
          more |= evaluate(rule);
        }
      }
      for (Possible fewest : fewest().values()) {
        if (!fewest.awaits().isEmpty()
            && presumed.putIfAbsent(fewest.conclusion(), fewest) == null) {
          memory.add(fewest.conclusion(), fewest.awaits());
          more = true;
        }
      }
    }
  }

  /** Of what the engine concluded, the way that waits for the fewest values. */
  private Map<Conclusion, Possible> fewest() {
    Map<Conclusion, Possible> fewest = new LinkedHashMap<>();
    ways.forEach(
        (rule, concluded) ->
            concluded.forEach(
                (conclusion, awaits) -> {
                  if (certain.containsKey(conclusion)) {
                    fewest.merge(
                        conclusion,
                        new Possible(rule, conclusion, awaits, Set.of()),
                        (one, other) ->
                            lighter(one.awaits(), other.awaits()) == one.awaits() ? one : other);
                  }
                }));
    return fewest;
  }

  private static Map<Kind, List<Reading>> inForce(RuleBase base, Set<String> of, LocalDate asOf) {
    Map<Kind, List<Reading>> rules = new EnumMap<>(Kind.class);
    for (Reading rule : base.readings()) {
      if (rule.card().inForce(asOf) && of.contains(rule.card().id())) {
        rules.computeIfAbsent(rule.card().kind(), kind -> new ArrayList<>()).add(rule);
      }
    }
    return rules;
  }

  /** Reads a rule unless nothing that it reads has changed; whether something new may come. */
  private boolean evaluate(Reading reading) {
    String id = reading.card().id();
    Integer read = readAt.put(id, memory.version());
    if (read != null && read == memory.version()) {
      return false;
    }
    // Things are only ever added: what may match once may match from then on.
    if (!mayMatch(reading)) {
      return false;
    }
    long state = 0;
    for (Pattern<?> pattern : reading.patterns()) {
      state += candidates(criteria(pattern)).state();
    }
    Long before = seen.put(id, state);
    if (before != null && before == state) {
      return false;
    }
    Map<Conclusion, Set<OpenValue>> concluded = new LinkedHashMap<>();
    for (Env match : matches(reading.rule())) {
      for (Conclusion conclusion : consequences.of(reading.rule(), reading.named(), match)) {
        concluded.merge(conclusion, match.awaits(), this::lighter);
      }
    }
    ways.put(id, concluded);
    boolean more = false;
    for (Map.Entry<Conclusion, Set<OpenValue>> each : concluded.entrySet()) {
      if (!each.getValue().isEmpty() && !certain.containsKey(each.getKey())) {
        more |= put(each.getKey(), each.getValue());
      }
    }
    return more;
  }

  /** Whether there is something for each pattern that has to be met, looked at by itself. */
  private boolean mayMatch(Reading reading) {
    // Most rules are about kinds of facts of which there are none: what else they ask is not read.
    for (Pattern<?> pattern : reading.required()) {
      if (memory.of(pattern.getPatternVariable().getType()).isEmpty()) {
        return false;
      }
    }
    for (Pattern<?> pattern : reading.required()) {
      if (candidates(criteria(pattern)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Of several ways to what may come the lightest one counts. */
  private boolean put(Conclusion conclusion, Set<OpenValue> awaits) {
    Set<OpenValue> known = possible.get(conclusion);
    if (known != null && lighter(known, awaits) == known) {
      return false;
    }
    possible.put(conclusion, awaits);
    memory.add(conclusion, awaits);
    return true;
  }

  /**
   * What waits for no list that is not stated, then what waits for fewer values, then what comes
   * first in the order of values: whatever the order of the facts it is the same.
   */
  private Set<OpenValue> lighter(Set<OpenValue> one, Set<OpenValue> other) {
    if (one == other) {
      return one;
    }
    int order = Integer.compare(lists(one), lists(other));
    if (order == 0) {
      order = Integer.compare(one.size(), other.size());
    }
    return (order == 0 ? inOrder(one, other) : order) <= 0 ? one : other;
  }

  private static int inOrder(Set<OpenValue> ones, Set<OpenValue> others) {
    Iterator<OpenValue> next = sorted(others);
    for (Iterator<OpenValue> one = sorted(ones); one.hasNext(); ) {
      int order = one.next().compareTo(next.next());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static Iterator<OpenValue> sorted(Set<OpenValue> values) {
    return values.size() < 2 ? values.iterator() : new TreeSet<>(values).iterator();
  }

  private int lists(Set<OpenValue> awaits) {
    int lists = 0;
    for (OpenValue value : awaits) {
      lists += imagined.contains(owner(value.fact())) ? 1 : 0;
    }
    return lists;
  }

  /** What each rule would conclude and has not concluded. */
  private List<Possible> open() {
    List<Possible> open = new ArrayList<>();
    for (Map.Entry<String, Map<Conclusion, Set<OpenValue>>> rule : ways.entrySet()) {
      rule.getValue()
          .forEach(
              (conclusion, awaits) -> {
                if (!awaits.isEmpty()
                    && certain.getOrDefault(conclusion, List.of()).stream()
                        .noneMatch(match -> match.rule().equals(rule.getKey()))) {
                  open.add(new Possible(rule.getKey(), conclusion, awaits, Set.of()));
                }
              });
    }
    return open;
  }

  @Override
  @Nullable Env check(List<Criterion> criteria, @Nullable Object object, Env env) {
    Env checked = env;
    for (Criterion criterion : criteria) {
      List<Slot> unknown = criterion.unknown(object, checked);
      boolean total = criterion.waitsForTotal(checked);
      if (unknown.isEmpty() && !total) {
        if (!criterion.holds(checked)) {
          return null;
        }
        continue;
      }
      switch (total ? Truth.OPEN : criterion.truth(unknown, object, checked)) {
        case FAILS -> {
          return null;
        }
        case OPEN -> checked = checked.await(criterion.awaited(unknown, checked));
        case HOLDS -> {
          // Other values settle it.
        }
      }
    }
    return checked;
  }

  /** What can be said of a condition on values that are not known. */
  enum Truth {
    HOLDS,
    FAILS,
    OPEN
  }

  /** Tries values for what is not known; of open types there is always one more. */
  static Truth truth(Criterion criterion, List<Slot> unknown, Env env) {
    if (unknown.size() > MOST_UNKNOWN) {
      return Truth.OPEN;
    }
    boolean now = criterion.holds(env);
    boolean closed = unknown.stream().allMatch(Slot::closed);
    if (!now && !closed) {
      return Truth.OPEN;
    }
    Trial trial = new Trial(criterion);
    trial.run(unknown, 0, env);
    if (now && trial.held && !trial.failed) {
      return Truth.HOLDS;
    }
    // What holds because a value is missing was meant to: the rule says what it makes of silence.
    return now || trial.held ? Truth.OPEN : Truth.FAILS;
  }

  private static final class Trial {
    private final Criterion criterion;
    private boolean held;
    private boolean failed;

    Trial(Criterion criterion) {
      this.criterion = criterion;
    }

    void run(List<Slot> unknown, int at, Env env) {
      if (held && failed) {
        return;
      } else if (at == unknown.size()) {
        if (criterion.holds(env)) {
          held = true;
        } else {
          failed = true;
        }
        return;
      }
      for (Object value : unknown.get(at).values(criterion.constraint(), env)) {
        run(unknown, at + 1, unknown.get(at).with(value, env));
      }
    }
  }
}
