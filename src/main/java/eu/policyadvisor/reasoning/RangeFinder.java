package eu.policyadvisor.reasoning;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Supersession;
import eu.policyadvisor.engine.RuleBase;
import eu.policyadvisor.engine.Variations;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Urgency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the answers could become.
 *
 * <p>Idea: three-valued reading tells which values that are not known may bring or take away a
 * conclusion on their own, and what the conditions that wait for them compare them with. Each such
 * value is put in, one at a time, and the rules are run; what is shown was run. Most runs change
 * nothing that is concluded, which is seen at once; only for the others the answers are put
 * together anew.
 *
 * <p>Of facts that are alike the values of the first are tried: those of the others do the same.
 *
 * <p>The cost is one run for each value and each thing that is worth trying for it, at most {@link
 * #MOST_RUNS}, and fewer over many facts; what the file says to be unknown is tried first, and what
 * is left over is told.
 */
public final class RangeFinder {
  /** Runs of the engine for one fact set. */
  static final int MOST_RUNS = 160;

  /**
   * Pairs of facts that all runs together read: what is not known is read with each run, and what
   * waits for many facts grows with their pairs. Up to 40 facts all runs are done.
   */
  private static final int MOST_PAIRS = 256_000;

  /** Values tried for one field; more than any closed type has. */
  private static final int MOST_VALUES = 20;

  private final FactSet stated;
  private final LikeFacts like;
  private final List<Item> items;
  private final Function<FactSet, @Nullable World> worlds;
  private final Function<List<Object>, Variations> sessions;
  private final Answers answers;

  /**
   * Facts with one value put in.
   *
   * @param facts the facts, completed
   * @param memory what the rules run over
   */
  public record World(FactSet facts, List<Object> memory) {}

  /** Puts the answers together anew. */
  public interface Answers {
    /**
     * The answers on other facts.
     *
     * @param world the facts
     * @param rules the rules that ran over them
     * @param conclusions what they concluded
     * @return the answers; what it is given says whether it matters which silence it is where
     *     nothing is advised
     */
    Function<Boolean, List<Item>> of(World world, RuleBase rules, Conclusions conclusions);
  }

  /** One value put in. */
  private record Variant(OpenValue value, Object other, World world) {}

  /**
   * For one fact set.
   *
   * @param stated the facts as stated
   * @param like facts of which the first is tried, in place of all
   * @param items the answers on them
   * @param worlds what the rules run over where the facts are others; null where these are not
   *     valid
   * @param sessions a session for working memories that together hold these objects
   * @param answers puts the answers together anew
   */
  public RangeFinder(
      FactSet stated,
      LikeFacts like,
      List<Item> items,
      Function<FactSet, @Nullable World> worlds,
      Function<List<Object>, Variations> sessions,
      Answers answers) {
    this.stated = stated;
    this.like = like;
    this.items = items.stream().filter(item -> !like.isLater(item.fact())).toList();
    this.worlds = worlds;
    this.sessions = sessions;
    this.answers = answers;
  }

  /**
   * The range.
   *
   * @param memory the working memory of the facts as they are
   * @param alone the values of which one alone may change a conclusion, with what is worth trying
   */
  public Range find(List<Object> memory, Map<OpenValue, List<Object>> alone) {
    List<OpenValue> tried = new ArrayList<>();
    List<OpenValue> untried = new ArrayList<>();
    List<Variant> variants = new ArrayList<>();
    long facts = stated.all().size();
    long mostRuns = Math.min(MOST_RUNS, MOST_PAIRS / (facts * facts));
    for (OpenValue value : inOrder(alone)) {
      List<Object> worthTrying =
          Objects.requireNonNull(alone.get(value)).stream().limit(MOST_VALUES).toList();
      if (worthTrying.isEmpty() || variants.size() + worthTrying.size() > mostRuns) {
        untried.add(value);
      } else {
        tried.add(value);
        variants.addAll(variants(value, worthTrying));
      }
    }
    Map<Key, List<Object>> turns = new LinkedHashMap<>();
    if (!variants.isEmpty()) {
      // All else is the same in all of them.
      Set<Object> all = new LinkedHashSet<>(memory);
      variants.stream()
          .flatMap(variant -> variant.world().memory().stream())
          .filter(Fact.class::isInstance)
          .forEach(all::add);
      try (Variations session = sessions.apply(List.copyOf(all))) {
        Set<String> usual = said(session.conclusions(memory));
        for (Variant each : variants) {
          List<Object> other = each.world().memory();
          boolean differs = !said(session.conclusions(other)).equals(usual);
          if (differs || isAwaited(each.value())) {
            turns(each, answers.of(each.world(), session.rules(), session.anew(other)))
                .forEach(
                    turn ->
                        turns.computeIfAbsent(turn, any -> new ArrayList<>()).add(each.other()));
          }
        }
      }
    }
    Map<OpenValue, List<Object>> run =
        variants.stream()
            .collect(
                Collectors.groupingBy(
                    Variant::value, Collectors.mapping(Variant::other, Collectors.toList())));
    return new Range(sorted(turns, run), tried, untried, variants.size());
  }

  private List<Variant> variants(OpenValue value, List<Object> worthTrying) {
    Fact fact = value.fact();
    List<Variant> variants = new ArrayList<>();
    for (Object other : worthTrying) {
      Deadline.check();
      FactSet edited =
          new Edit(List.of(new Change.Put(fact.section(), fact.id(), value.field(), other)))
              .apply(stated);
      World world = worlds.apply(edited);
      if (world != null) {
        variants.add(new Variant(value, other, world));
      }
    }
    return variants;
  }

  /** A turn but for the values that bring it. */
  private record Key(Fact on, Stance now, Stance then, OpenValue value, @Nullable String rule) {}

  private List<OpenValue> inOrder(Map<OpenValue, List<Object>> alone) {
    return alone.keySet().stream()
        .filter(value -> value.isStated(stated) && !like.isLater(value.fact()))
        .sorted(
            Comparator.comparing((OpenValue value) -> !value.asked())
                .thenComparing(value -> !Item.isEssential(value))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private List<Key> turns(Variant variant, Function<Boolean, List<Item>> then) {
    // To tell one silence from another takes longer. It matters where one comes, and where one is
    // there on which other items rest.
    if (items.stream().noneMatch(item -> item.stance() == Stance.NOT_DETERMINED)) {
      List<Key> turns = turns(variant, then.apply(false));
      if (turns.stream().noneMatch(turn -> turn.then().isSilence())) {
        return turns;
      }
    }
    return turns(variant, then.apply(true));
  }

  private List<Key> turns(Variant variant, List<Item> then) {
    Map<String, Item> byKey = new HashMap<>();
    then.forEach(item -> byKey.put(Item.key(item.fact()), item));
    List<Key> turns = new ArrayList<>();
    Stance whole = Items.stance(then, stated);
    Stance usual = Items.stance(items, stated);
    add(
        turns,
        stated.subject(),
        usual,
        whole,
        carrying(items, usual),
        carrying(then, whole),
        variant.value());
    for (Item item : items) {
      if (item.fact().section() != Section.NONE) {
        Item other = byKey.get(Item.key(item.fact()));
        Stance stance = other == null ? Stance.NOTHING_FOUND : other.stance();
        add(turns, item.fact(), item.stance(), stance, item, other, variant.value());
      }
    }
    return turns;
  }

  /** What an item waits for can release it without any conclusion more or less. */
  private boolean isAwaited(OpenValue value) {
    return items.stream().anyMatch(item -> item.awaits().contains(value));
  }

  private static @Nullable Item carrying(List<Item> items, Stance whole) {
    return items.stream().filter(item -> item.stance() == whole).findFirst().orElse(null);
  }

  private static void add(
      List<Key> turns,
      Fact on,
      Stance now,
      Stance then,
      @Nullable Item before,
      @Nullable Item after,
      OpenValue value) {
    boolean released =
        now == Stance.NOT_DETERMINED && then == Stance.NOTHING_FOUND && after != null;
    boolean turned = now != then && (released || !(now.isSilence() && then.isSilence()));
    if (turned || now == then && on.section() != Section.NONE && presses(before, after)) {
      turns.add(
          new Key(on, now, then, value, advice(after).map(each -> each.card().id()).orElse(null)));
    }
  }

  private static Optional<Reasoned<Recommendation>> advice(@Nullable Item item) {
    return Optional.ofNullable(item).flatMap(Item::carrying);
  }

  /** Whether other advice gives the same stance with more weight: a duty, or due at once. */
  private static boolean presses(@Nullable Item before, @Nullable Item after) {
    return advice(after).isPresent()
        && advice(before)
            .filter(each -> weight(each) < weight(advice(after).orElseThrow()))
            .isPresent();
  }

  private static int weight(Reasoned<Recommendation> advice) {
    RuleCard.Advice says = Reasoner.advice(advice);
    return (says.strength() == Strength.MUST ? 1 : 0) + (says.urgency() == Urgency.NOW ? 1 : 0);
  }

  /** What is concluded for readers, told apart by what does not change with a value. */
  private static Set<String> said(Set<Conclusion> conclusions) {
    return conclusions.stream()
        .map(RangeFinder::said)
        .filter(said -> !said.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String said(Conclusion conclusion) {
    if (conclusion instanceof Recommendation advice) {
      return advice.rule() + " " + Item.key(advice.on());
    } else if (conclusion instanceof Supersession yields) {
      return said(yields.superseded()) + " yields to " + said(yields.by());
    } else if (conclusion instanceof Finding finding) {
      return finding.rule() + " " + Item.key(finding.on()) + " " + finding.severity();
    }
    return "";
  }

  private List<Range.Turn> sorted(Map<Key, List<Object>> turns, Map<OpenValue, List<Object>> run) {
    Map<String, Integer> places = new HashMap<>();
    places.put(Item.key(stated.subject()), -1);
    items.forEach(item -> places.putIfAbsent(Item.key(item.fact()), places.size()));
    Map<Integer, List<Range.Turn>> byPlace = new TreeMap<>();
    turns.forEach(
        (key, when) ->
            byPlace
                .computeIfAbsent(
                    places.getOrDefault(Item.key(key.on()), 0), any -> new ArrayList<>())
                .add(
                    new Range.Turn(
                        key.on(),
                        key.now(),
                        key.then(),
                        key.value(),
                        when,
                        run.getOrDefault(key.value(), List.of()).stream()
                            .filter(other -> !when.contains(other))
                            .toList(),
                        key.rule())));
    return byPlace.values().stream()
        .flatMap(
            of ->
                of.stream()
                    .sorted(
                        Comparator.comparing(Range.Turn::then)
                            .thenComparing(turn -> !turn.value().asked())
                            .thenComparing(Range.Turn::value)))
        .toList();
  }
}
