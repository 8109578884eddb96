package eu.policyadvisor.engine.reading;

import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.engine.compiled.Awaited;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.Consequences;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.drools.model.AccumulatePattern;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Which rules wait for values that are not known, after Kleene's strong three-valued logic.
 *
 * <p>It asks of each condition: does it hold, does it fail, or does it depend on a value that is
 * not known? A conclusion that may come is put forward to the rules that build on it. Where a
 * condition cannot be decided it counts as open, so that a rule is never called clear although some
 * completion of the facts would make it conclude.
 *
 * <p><b>One condition</b> holds, fails or is open ({@link Truth}).
 *
 * <p><b>All rules</b> are read up to the least fixed point of the consequence operator of Horn
 * clauses (van Emden and Kowalski, 1976): working memory holds what is given and what came, rules
 * add what may come, and whatever reads it is read again, kind after kind, until nothing changes.
 * Each thing carries the values that it awaits; of several ways to it the lightest counts.
 *
 * <p><b>Presumptions</b> come last. What the engine concluded counts as certain until no rule has a
 * way to it that awaits nothing; then it rests on the lightest of its ways, and what was certain
 * because of it is read anew.
 *
 * <p>Rules have a place, and sets of them are bit sets: those in force by kind, and those that are
 * stale because something that they read came or changed. The cost is one {@link Matching} for each
 * rule that is stale; a way to a conclusion only becomes lighter, so that each rule is read about
 * as often as there are links in the longest chain that leads to it. A chain that feeds itself is
 * stopped after {@link ChainLength#longest}.
 */
public final class ThreeValued extends Matching {
  /** Values worth trying that one condition tells of one value. */
  private static final int MOST_COMPARED = 12;

  private final List<ReadableRule> readings;
  private final ReadableRules readers;

  /** The places of the rules that are read, by kind. */
  private final Map<Kind, BitSet> inForce;

  /** How often each rule was read, by its place. */
  private final int[] rounds;

  /** A rule that is read more often feeds itself. */
  private final int mostRounds;

  /** The places of those of which something that they read came or changed since. */
  private final BitSet stale = new BitSet();

  private final Memory memory;
  private final Set<Fact> imagined;
  private final Consequences consequences = new Consequences();
  private final Map<Conclusion, List<Conclusions.Match>> certain;

  /** What each rule concludes, and what must become known for it, by its place. */
  private final List<Map<Conclusion, Awaited>> ways = new ArrayList<>();

  /** The patterns of the rule that is read of which any match is as good as the lightest. */
  private Set<Pattern<?>> unread = Set.of();

  private final Map<Conclusion, Awaited> possible = new HashMap<>();
  private final Map<Conclusion, Way> presumed = new LinkedHashMap<>();

  /** The values that some conclusion awaits and nothing beside. */
  private final Set<OpenValue> single = new LinkedHashSet<>();

  /**
   * What is worth trying for a value, by each condition that waits for it; null where nobody asks.
   */
  private final @Nullable Map<OpenValue, Map<Criterion, Set<Object>>> worth;

  /** The ways that rules have to what the engine concluded, by the place of the rule. */
  private final Map<Conclusion, SortedMap<Integer, Awaited>> came = new HashMap<>();

  /** What the engine concluded, is not presumed yet and lost a way that is certain. */
  private final Set<Conclusion> doubtful = new LinkedHashSet<>();

  /** A way that a rule, which its place tells, has to a conclusion. */
  private record Way(int place, Conclusion conclusion, Awaited awaits) {}

  /**
   * The same memory, for a rule that is none of the base: what is worked out of it stays its own.
   */
  private ThreeValued(ThreeValued complete, Criteria.Known known) {
    super(complete.memory, known);
    this.memory = complete.memory;
    this.imagined = complete.imagined;
    this.certain = complete.certain;
    this.readers = complete.readers;
    this.readings = complete.readings;
    this.inForce = complete.inForce;
    this.rounds = complete.rounds;
    this.mostRounds = complete.mostRounds;
    this.worth = null;
  }

  /** All ways in which the conditions of a rule that is none of the base are met. */
  public List<Bindings> matches(Rule foreign, Criteria.Known known) {
    return new ThreeValued(this, known).matches(foreign);
  }

  private ThreeValued(
      ReadableRules base,
      Predicate<String> rules,
      Memory memory,
      Set<Fact> imagined,
      Conclusions conclusions,
      LocalDate asOf,
      int mostRounds,
      boolean alone) {
    super(memory, base.criteria());
    this.worth = alone ? new HashMap<>() : null;
    this.memory = memory;
    this.imagined = imagined;
    this.certain = conclusions.matches();
    this.readers = base;
    this.readings = readers.all();
    this.inForce = inForce(readings, rules, asOf);
    this.rounds = new int[readings.size()];
    this.mostRounds = mostRounds;
  }

  /**
   * What may come, and what came and may fall.
   *
   * @param base the rules
   * @param rules the ids of those that are looked at, with all that they build on
   * @param workingMemory facts, parameters and the as-of date
   * @param imagined facts of which nothing is known, one for each list that was not stated
   * @param conclusions what the engine concluded
   * @param asOf the date that dated rules follow
   */
  public static Waiting analyse(
      ReadableRules base,
      Predicate<String> rules,
      List<Object> workingMemory,
      List<Fact> imagined,
      Conclusions conclusions,
      LocalDate asOf) {
    return analysed(base, rules, workingMemory, imagined, conclusions, asOf, false).waiting();
  }

  /**
   * The same for all rules and what is stated, with the values of which one alone may bring or take
   * away a conclusion. It takes longer.
   *
   * @param base the rules
   * @param workingMemory facts, parameters and the as-of date
   * @param conclusions what the engine concluded
   * @param asOf the date that dated rules follow
   */
  public static Waiting analyseEach(
      ReadableRules base, List<Object> workingMemory, Conclusions conclusions, LocalDate asOf) {
    return analysed(base, any -> true, workingMemory, List.of(), conclusions, asOf, true).waiting();
  }

  /** The analysis with all that came and may come in its memory; rules can be read against it. */
  public static ThreeValued complete(
      ReadableRules base,
      Predicate<String> rules,
      List<Object> workingMemory,
      List<Fact> imagined,
      Conclusions conclusions,
      LocalDate asOf) {
    return analysed(base, rules, workingMemory, imagined, conclusions, asOf, false);
  }

  private static ThreeValued analysed(
      ReadableRules base,
      Predicate<String> rules,
      List<Object> workingMemory,
      List<Fact> imagined,
      Conclusions conclusions,
      LocalDate asOf,
      boolean alone) {
    Memory memory = new Memory();
    workingMemory.forEach(object -> memory.add(object));
    for (Fact fact : imagined) {
      Awaited list = Awaited.of(new OpenValue(owner(fact), "id"));
      memory.add(fact, list);
      memory.add(new StatedList(owner(fact).section()), list);
    }
    conclusions.matches().keySet().forEach(conclusion -> memory.add(conclusion));
    ThreeValued analysis =
        new ThreeValued(
            base,
            rules,
            memory,
            owners(imagined),
            conclusions,
            asOf,
            ChainLength.longest(workingMemory),
            alone);
    analysis.run();
    return analysis;
  }

  private Waiting waiting() {
    Map<Conclusion, Set<OpenValue>> mayFall = new LinkedHashMap<>();
    presumed.forEach((conclusion, way) -> mayFall.put(conclusion, inFile(way.awaits().all())));
    return new Waiting(possible(), presumed(), mayCome(), mayFall, alone(mayFall));
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

  /** What the conclusions of a rule wait for, taken together. */
  private final class Together {
    private final Awaited.Union values = new Awaited.Union();
    private final Set<Section> lists = EnumSet.noneOf(Section.class);

    void add(Awaited awaits) {
      if (lists(awaits) == 0) {
        values.add(awaits);
        return;
      }
      for (OpenValue value : awaits.all()) {
        if (imagined.contains(owner(value.fact()))) {
          lists.add(value.fact().section());
        }
      }
    }

    Waiting.Open of(int place) {
      return new Waiting.Open(readings.get(place).card().id(), inFile(values.values()), lists);
    }
  }

  /** What a concept lacks it lacks because a fact does, and that is among the values already. */
  private static Set<OpenValue> inFile(Collection<OpenValue> values) {
    Set<OpenValue> inFile = new LinkedHashSet<>();
    for (OpenValue value : values) {
      OpenValue stated = stated(value);
      if (Components.hasInFile(stated.fact().getClass(), stated.field())) {
        inFile.add(stated);
      }
    }
    return inFile;
  }

  private static OpenValue stated(OpenValue value) {
    return value.fact() instanceof CountryShare share ? new OpenValue(share.of(), "shares") : value;
  }

  /** Each kind of rule rests on those before it and on its own. */
  private void run() {
    stale.set(0, readings.size());
    readings.forEach(any -> ways.add(Map.of()));
    for (BitSet rules : inForce.values()) {
      while (evaluate(rules)) {
        // What may come may let more come.
      }
    }
    presume();
  }

  /** What the engine concluded and no rule concludes for certain rests on what is not known. */
  private void presume() {
    boolean more = true;
    while (more) {
      more = false;
      for (BitSet rules : inForce.values()) {
        more |= evaluate(rules);
      }
      List<Way> fallible = doubtful.stream().map(this::lightest).toList();
      doubtful.clear();
      for (Way lightest : fallible) {
        if (!lightest.awaits().isEmpty()) {
          presumed.put(lightest.conclusion(), lightest);
          tell(lightest.conclusion(), lightest.awaits());
          more = true;
        }
      }
    }
  }

  /** Of the ways to what the engine concluded the lightest. */
  private Way lightest(Conclusion conclusion) {
    Way lightest = null;
    for (Map.Entry<Integer, Awaited> each :
        Objects.requireNonNull(came.get(conclusion)).entrySet()) {
      if (lightest == null || lighter(lightest.awaits(), each.getValue()) != lightest.awaits()) {
        lightest = new Way(each.getKey(), conclusion, each.getValue());
      }
    }
    return Objects.requireNonNull(lightest);
  }

  private static Map<Kind, BitSet> inForce(
      List<ReadableRule> readings, Predicate<String> of, LocalDate asOf) {
    Map<Kind, BitSet> rules = new EnumMap<>(Kind.class);
    for (int place = 0; place < readings.size(); place++) {
      RuleCard card = readings.get(place).card();
      if (card.inForce(asOf) && of.test(card.id())) {
        rules.computeIfAbsent(card.kind(), kind -> new BitSet()).set(place);
      }
    }
    return rules;
  }

  /** Reads rules once, in order, those that are stale; whether something new may come. */
  private boolean evaluate(BitSet rules) {
    boolean more = false;
    for (int place = stale.nextSetBit(0); place >= 0; place = stale.nextSetBit(place + 1)) {
      if (rules.get(place)) {
        stale.clear(place);
        more |= evaluate(place);
      }
    }
    return more;
  }

  private boolean evaluate(int place) {
    ReadableRule reading = readings.get(place);
    // Things are only ever added: what may match once may match from then on.
    if (!mayMatch(reading)) {
      return false;
    }
    Deadline.check();
    if (++rounds[place] > mostRounds) {
      throw endless(place);
    }
    Map<Conclusion, Awaited> concluded = new LinkedHashMap<>();
    unread = reading.unread();
    match(
        reading.rule(),
        match -> {
          for (Bindings each : withTotals(reading, match)) {
            if (worth != null && each.awaited().all().size() == 1) {
              single.addAll(each.awaited().all());
            }
            for (Conclusion conclusion : consequences.of(reading.rule(), reading.named(), each)) {
              concluded.merge(conclusion, each.awaited(), this::lighter);
            }
          }
          return true;
        });
    unread = Set.of();
    for (Conclusion before : ways.set(place, concluded).keySet()) {
      if (!concluded.containsKey(before)) {
        lost(place, before);
      }
    }
    boolean more = false;
    for (Map.Entry<Conclusion, Awaited> each : concluded.entrySet()) {
      more |= found(place, each.getKey(), each.getValue());
    }
    return more;
  }

  /** A match with each value that a total may come to of which only the right-hand side tells. */
  private List<Bindings> withTotals(ReadableRule reading, Bindings match) {
    List<Bindings> all = List.of(match);
    for (Variable<?> read : reading.rule().getDefaultConsequence().getVariables()) {
      Awaited waiting = match.waiting(read);
      if (!waiting.isEmpty() && match.source(read) instanceof AccumulatePattern<?> accumulate) {
        Set<Object> possible = possible(accumulate, read, match);
        all =
            all.stream()
                .flatMap(each -> possible.stream().map(total -> each.bind(read, total)))
                .filter(each -> isStillMet(reading, read, each))
                .map(each -> each.await(waiting))
                .toList();
      }
    }
    return all;
  }

  /** Whether the patterns that test a total as well do not rule out its value. */
  private boolean isStillMet(ReadableRule reading, Variable<?> total, Bindings env) {
    return reading.required().stream()
        .allMatch(
            pattern ->
                criteria(pattern).joining().stream()
                    .filter(each -> each.reads(total))
                    .allMatch(
                        each ->
                            each.holds(env)
                                || !each.unknown(env.value(pattern.getPatternVariable()), env)
                                    .isEmpty()));
  }

  /** Of the rules that are read for ever the first that reads what it concludes itself. */
  private RuleBaseException endless(int last) {
    int place = last;
    for (int i = readings.size() - 1; i >= 0; i--) {
      if (rounds[i] >= mostRounds - 1 && feedsItself(i)) {
        place = i;
      }
    }
    return new RuleBaseException(
        List.of(
            readers
                .compiled()
                .sources()
                .problem(
                    readings.get(place).card().id(),
                    "would conclude from its own conclusions without end, once what is not known"
                        + " is known: stopped after "
                        + mostRounds
                        + " in a row")));
  }

  private boolean feedsItself(int place) {
    return readings.get(place).patterns().stream()
        .anyMatch(
            pattern ->
                ways.get(place).keySet().stream()
                    .anyMatch(pattern.getPatternVariable().getType()::isInstance));
  }

  @Override
  boolean pattern(Pattern<?> pattern, Bindings env, Found next) {
    if (!unread.contains(pattern)) {
      return super.pattern(pattern, env, next);
    }
    Map<List<OpenValue>, Bindings> lightest = new LinkedHashMap<>();
    super.pattern(
        pattern,
        env,
        met -> {
          boolean certain = met.awaited() == env.awaited();
          if (certain) {
            lightest.clear();
          }
          lightest.putIfAbsent(met.awaited().all(), met);
          return !certain;
        });
    for (Bindings each : lightest.values()) {
      if (!next.take(each)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is something for each pattern that has to be met, looked at by itself. */
  private boolean mayMatch(ReadableRule reading) {
    // Most rules are about kinds of facts of which there are none: what else they ask is not read.
    for (Pattern<?> pattern : reading.required()) {
      if (!memory.has(pattern.getPatternVariable().getType())) {
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

  /** Takes note of a way that a rule has to a conclusion; whether something new may come. */
  private boolean found(int place, Conclusion conclusion, Awaited awaits) {
    if (!certain.containsKey(conclusion)) {
      // What no rule reads lets nothing more come; it stands among the ways of its rule.
      return !awaits.isEmpty() && readers.areRead(conclusion.getClass()) && put(conclusion, awaits);
    }
    came.computeIfAbsent(conclusion, any -> new TreeMap<>()).put(place, awaits);
    if (!awaits.isEmpty() && !presumed.containsKey(conclusion)) {
      doubtful.add(conclusion);
    }
    return false;
  }

  /** Takes note that a rule has no way to a conclusion any more. */
  private void lost(int place, Conclusion conclusion) {
    Map<Integer, Awaited> ways = came.get(conclusion);
    if (ways != null) {
      ways.remove(place);
      if (ways.isEmpty()) {
        doubtful.remove(conclusion);
      } else if (!presumed.containsKey(conclusion)) {
        doubtful.add(conclusion);
      }
    }
  }

  /** Of several ways to what may come the lightest one counts. */
  private boolean put(Conclusion conclusion, Awaited awaits) {
    Awaited known = possible.get(conclusion);
    if (known != null && lighter(known, awaits) == known) {
      return false;
    }
    possible.put(conclusion, awaits);
    tell(conclusion, awaits);
    return true;
  }

  private void tell(Conclusion conclusion, Awaited awaits) {
    memory.add(conclusion, awaits);
    readers.addReaders(conclusion, stale);
  }

  /**
   * What waits for no list that is not stated, then what waits for fewer values, then what comes
   * first in the order of values: whatever the order of the facts it is the same.
   */
  private Awaited lighter(Awaited one, Awaited other) {
    if (one == other || one.isEmpty()) {
      return one;
    } else if (other.isEmpty()) {
      return other;
    }
    int order = Integer.compare(lists(one), lists(other));
    if (order == 0) {
      order = Integer.compare(one.all().size(), other.all().size());
    }
    return (order == 0 ? one.compareInOrder(other) : order) <= 0 ? one : other;
  }

  private int lists(Awaited awaits) {
    int lists = 0;
    if (!imagined.isEmpty()) {
      for (OpenValue value : awaits.all()) {
        lists += imagined.contains(owner(value.fact())) ? 1 : 0;
      }
    }
    return lists;
  }

  /** The rules that would conclude what they have not concluded. */
  private List<Waiting.Open> possible() {
    List<Waiting.Open> open = new ArrayList<>();
    for (int place = 0; place < readings.size(); place++) {
      String rule = readings.get(place).card().id();
      Together together = null;
      for (Map.Entry<Conclusion, Awaited> way : ways.get(place).entrySet()) {
        if (!way.getValue().isEmpty() && !concluded(rule, way.getKey())) {
          together = together == null ? new Together() : together;
          together.add(way.getValue());
        }
      }
      if (together != null) {
        open.add(together.of(place));
      }
    }
    return open;
  }

  private Map<Conclusion, Set<OpenValue>> mayCome() {
    Map<Conclusion, Awaited> lightest = new LinkedHashMap<>();
    for (Map<Conclusion, Awaited> each : ways) {
      Deadline.check();
      each.forEach(
          (conclusion, awaits) -> {
            boolean told = conclusion instanceof Finding || conclusion instanceof Recommendation;
            if (told && !awaits.isEmpty() && !certain.containsKey(conclusion)) {
              lightest.merge(conclusion, awaits, this::lighter);
            }
          });
    }
    Map<Conclusion, Set<OpenValue>> mayCome = new LinkedHashMap<>();
    lightest.forEach(
        (conclusion, awaits) -> {
          Deadline.check();
          if (lists(awaits) == 0) {
            mayCome.put(conclusion, inFile(awaits.all()));
          }
        });
    return mayCome;
  }

  private Map<OpenValue, List<Object>> alone(Map<Conclusion, Set<OpenValue>> mayFall) {
    if (worth == null) {
      return Map.of();
    }
    Set<OpenValue> values = new TreeSet<>(inFile(single));
    mayFall.values().forEach(values::addAll);
    Map<OpenValue, List<Object>> alone = new LinkedHashMap<>();
    for (OpenValue value : values) {
      Set<Object> worthTrying = new LinkedHashSet<>();
      worth.getOrDefault(value, Map.of()).values().forEach(worthTrying::addAll);
      alone.put(value, List.copyOf(worthTrying));
    }
    return alone;
  }

  /** The rules by which something came that may fall. */
  private List<Waiting.Open> presumed() {
    Map<Integer, Together> byPlace = new TreeMap<>();
    for (Way way : presumed.values()) {
      byPlace.computeIfAbsent(way.place(), place -> new Together()).add(way.awaits());
    }
    return byPlace.entrySet().stream().map(each -> each.getValue().of(each.getKey())).toList();
  }

  private boolean concluded(String rule, Conclusion conclusion) {
    for (Conclusions.Match match : certain.getOrDefault(conclusion, List.of())) {
      if (match.rule().equals(rule)) {
        return true;
      }
    }
    return false;
  }

  @Override
  @Nullable Bindings check(List<Criterion> criteria, @Nullable Object object, Bindings env) {
    Bindings checked = env;
    for (Criterion criterion : criteria) {
      List<ReadComponent> unknown = criterion.unknown(object, checked);
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
        case OPEN -> {
          if (worth != null) {
            note(criterion, unknown, checked);
          }
          checked = checked.await(criterion.awaited(unknown, checked));
        }
        case HOLDS -> {
          // Other values settle it.
        }
      }
    }
    return checked;
  }

  private void note(Criterion criterion, List<ReadComponent> unknown, Bindings env) {
    for (ReadComponent each : unknown) {
      // What a concept lacks is no field of the fact that it is about.
      if (each.owner() instanceof Fact fact) {
        Set<Object> values =
            Objects.requireNonNull(worth)
                .computeIfAbsent(stated(each.open()), any -> new LinkedHashMap<>())
                .computeIfAbsent(criterion, any -> new LinkedHashSet<>());
        // What an open value is compared with hangs on what is joined; a closed one has all its
        // own.
        if (values.isEmpty() || !each.closed() && values.size() < MOST_COMPARED) {
          values.addAll(
              fact instanceof CountryShare
                  ? Domain.SHARES
                  : each.values(criterion.constraint(), env));
        }
      }
    }
  }
}
