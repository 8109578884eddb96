package eu.policyadvisor.calendar;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.engine.reading.DayConditions;
import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.ListedRow;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days on which the rules have to be run, so that the answers of all days between are known.
 *
 * <p><b>Idea.</b> The answer can change only where something changes that a run reads: what stands
 * in working memory, which rules hold, or how a condition on the day itself comes out. The first
 * two change only on days that stand somewhere in rules, catalogue, parameters, screening lists or
 * facts, and all of these are {@linkplain Dates collected}, not listed; what is read on such a day
 * is compared with what was read before, as far as the rules in reach of these facts can tell the
 * difference. The third is asked by {@link DayConditions}.
 *
 * <p>How sure an answer is decides nothing, save which of several measures on one thing comes
 * first: where there are several, what is in doubt is read too.
 *
 * <p><b>Cost.</b> Completing the facts once for each day that is collected; one run for each day
 * that is left.
 */
final class Runs {
  private final Advisor advisor;
  private final FactSet facts;
  private final LocalDate from;
  private final LocalDate to;
  private final NavigableSet<LocalDate> days = new TreeSet<>();
  private Set<String> daily = Set.of();

  private Runs(Advisor advisor, FactSet facts, LocalDate from, LocalDate to) {
    this.facts = advisor.confirmed(facts);
    this.advisor = advisor.withConfirmations(List.of());
    this.from = from;
    this.to = to;
  }

  /** The runs that tell about facts from one day to another. */
  static Runs of(Advisor advisor, FactSet facts, LocalDate from, LocalDate to) {
    Runs runs = new Runs(advisor, facts, from, to);
    runs.find();
    return runs;
  }

  /** The first day of each stretch of days on which all answers are the same, and maybe more. */
  NavigableSet<LocalDate> days() {
    return days;
  }

  /** The rules for which each day counts while they hold. */
  Set<String> daily() {
    return daily;
  }

  /** What the rules say on a day. */
  Assessment on(LocalDate day) {
    return advisor.advise(known(day), day);
  }

  /** The facts without what somebody confirmed later. */
  private FactSet known(LocalDate day) {
    List<Confirmation> before =
        facts.confirmations().stream().filter(each -> !each.date().isAfter(day)).toList();
    return before.size() == facts.confirmations().size()
        ? facts
        : FactSetBuilder.builder(facts).confirmations(before).build();
  }

  /** The facts with all that was ever confirmed. */
  FactSet facts() {
    return facts;
  }

  private void find() {
    NavigableMap<LocalDate, List<Object>> memories = new TreeMap<>();
    NavigableSet<LocalDate> dated = Dates.in(advisor.knowledge(), advisor.lists(), facts);
    dated.add(from);
    dated.subSet(from, true, to, true).forEach(day -> memories.put(day, memory(day)));
    Set<Object> all = new LinkedHashSet<>();
    memories.values().forEach(all::addAll);
    // A screening list grows old so many days after its own.
    all.stream()
        .flatMap(Runs::agesOfLists)
        .filter(day -> day.isAfter(from) && !day.isAfter(to))
        .forEach(day -> memories.computeIfAbsent(day, this::memory));
    Map<String, RuleCard> cards = reached(List.copyOf(all));
    List<Object> before = null;
    for (Map.Entry<LocalDate, List<Object>> each : memories.entrySet()) {
      List<Object> read = read(each.getKey(), each.getValue(), cards);
      if (!read.equals(before)) {
        days.add(each.getKey());
      }
      before = read;
    }
    DayConditions.Turns turns =
        DayConditions.of(advisor.loaded().rules().rules(), cards.keySet(), all, from, to);
    days.addAll(turns.days());
    daily = turns.daily();
  }

  /** What rules can look at on a day, but for the day itself. */
  private List<Object> memory(LocalDate day) {
    return advisor.loaded().rules().relevant(advisor.workingMemory(known(day), day)).stream()
        .filter(each -> !(each instanceof AsOf))
        .toList();
  }

  private static Stream<LocalDate> agesOfLists(Object thing) {
    return thing instanceof Fact fact
        ? fact.provenance().fields().values().stream()
            .flatMap(origin -> Stream.ofNullable(origin.listedRow()))
            .map(ListedRow::reviewOn)
        : Stream.empty();
  }

  /** The rules that these facts can reach; where a list is not known, it may hold anything. */
  private Map<String, RuleCard> reached(List<Object> memory) {
    boolean anything = Stream.of(Section.values()).anyMatch(facts::saysUnknown);
    Map<String, RuleCard> all = advisor.knowledge().cards();
    if (anything) {
      return all;
    }
    List<Object> withDay = new ArrayList<>(memory);
    withDay.add(new AsOf(from));
    Map<String, RuleCard> reached = new TreeMap<>(all);
    reached.keySet().retainAll(advisor.loaded().reached(withDay));
    return reached;
  }

  /** All that a run reads on a day, but for the day itself. */
  private List<Object> read(LocalDate day, List<Object> memory, Map<String, RuleCard> cards) {
    List<Object> read = new ArrayList<>(memory);
    List<RuleCard> inForce = cards.values().stream().filter(card -> card.inForce(day)).toList();
    inForce.forEach(card -> read.add(card.id()));
    if (memory.stream().filter(PolicyEvent.class::isInstance).count() > 1) {
      Catalogue catalogue = advisor.knowledge().catalogue().confirmed(known(day).confirmations());
      inForce.forEach(card -> read.add(Doubt.of(card, catalogue, day)));
      for (Object each : memory) {
        Premise premise = premise(each);
        if (premise != null) {
          read.add(Doubt.of(premise, catalogue, day));
        }
      }
    }
    return read;
  }

  private static @Nullable Premise premise(Object object) {
    if (object instanceof Fact fact) {
      return new Premise.Given(fact, List.copyOf(fact.provenance().fields().keySet()));
    }
    if (object instanceof CountryGroup group) {
      return new Premise.Group(group);
    }
    return object instanceof Parameter parameter ? new Premise.Threshold(parameter) : null;
  }
}
