package eu.policyadvisor.mutation;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.check.Case;
import eu.policyadvisor.check.CaseRunner;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what a case can expect of an advisor that another advisor does not give. */
final class Distinction {
  private static final Place NOWHERE = new Place(0, 0);

  private final Advisor one;
  private final Advisor other;
  private final String name;
  private final String rule;

  /**
   * Tells two advisors apart.
   *
   * @param one what is to be expected
   * @param other what is to fail
   * @param rule the rule in which they differ, of which a case should speak if it can
   * @param name what to call the case
   */
  Distinction(Advisor one, Advisor other, String rule, String name) {
    this.one = one;
    this.other = other;
    this.rule = rule;
    this.name = name;
  }

  /** What can be expected of the first advisor only, one case each; what says most comes first. */
  List<Case> cases(FactSet facts, LocalDate asOf) {
    Assessment was;
    try {
      was = one.inquire(facts, asOf).advice(Set.of(rule));
    } catch (InvalidFactsException e) {
      return List.of();
    }
    Assessment is;
    try {
      is = other.inquire(facts, asOf).advice(Set.of(rule));
    } catch (RuntimeException | StackOverflowError e) {
      // Rules that fail to run conclude nothing that could be compared.
      return List.of();
    }
    List<Draft> drafts = new ArrayList<>();
    Set<String> live = ids(CaseRunner.live(is));
    ids(CaseRunner.live(was)).stream()
        .filter(id -> !live.contains(id))
        .forEach(id -> drafts.add(new Draft(0, "concludes", id, "")));
    Set<String> superseded = superseded(is);
    superseded(was).stream()
        .filter(id -> !superseded.contains(id))
        .forEach(id -> drafts.add(new Draft(1, "superseded", id, "")));
    Set<String> open = open(was);
    Set<String> concluded = ids(CaseRunner.all(was));
    Set<String> rules = concluded.stream().map(Distinction::rule).collect(Collectors.toSet());
    Set<String> openFindings = openFindings(was);
    ids(CaseRunner.all(is)).stream()
        .filter(id -> !concluded.contains(id) && !openFindings.contains(rule(id)))
        .map(id -> rules.contains(rule(id)) ? id : rule(id))
        .forEach(id -> drafts.add(new Draft(2, "silent", id, "")));
    openFindings(is).stream()
        .filter(id -> !openFindings.contains(id) && !rules.contains(id))
        .forEach(id -> drafts.add(new Draft(3, "silent", id, "")));
    Set<String> openThen = open(is);
    open.stream()
        .filter(id -> !openThen.contains(id))
        .forEach(id -> drafts.add(new Draft(4, "undetermined", id, "")));
    words(drafts, "severity", severities(was), severities(is));
    words(drafts, "stances", stances(was), stances(is));
    if (was.stance() != is.stance()) {
      drafts.add(new Draft(6, "stance", rule, was.stance().name()));
    }
    return drafts.stream()
        .distinct()
        .sorted(
            Comparator.<Draft, Boolean>comparing(draft -> !rule(draft.id()).equals(rule))
                .thenComparing(Draft::rank)
                .thenComparing(Draft::id))
        .map(draft -> draft.on(name, facts, asOf))
        .toList();
  }

  /** Whether a case passes with the first advisor and fails with the other. */
  boolean tells(Case test) {
    try {
      if (!new CaseRunner(one).passes(test)) {
        return false;
      }
    } catch (InvalidFactsException e) {
      return false;
    }
    return fails(other, test);
  }

  /**
   * Whether a case fails; rules that cannot be run fail it too, and so do rules that rest on their
   * own conclusions, whose reasons have no end.
   */
  static boolean fails(Advisor advisor, Case test) {
    try {
      return !new CaseRunner(advisor).passes(test);
    } catch (RuntimeException | StackOverflowError e) {
      return true;
    }
  }

  private record Draft(int rank, String key, String id, String word) {
    Case on(String name, FactSet facts, LocalDate asOf) {
      List<Case.Expected> expected = List.of(Case.Expected.parse(id, NOWHERE));
      return new Case(
          name,
          "",
          0,
          asOf,
          facts,
          key.equals("concludes") ? expected : List.of(),
          key.equals("silent") ? expected : List.of(),
          key.equals("undetermined") ? expected : List.of(),
          key.equals("superseded") ? expected : List.of(),
          key.equals("stance") ? Stance.valueOf(word) : null,
          key.equals("severity") ? Map.of(id, Severity.valueOf(word)) : Map.of(),
          key.equals("stances") ? Map.of(id, Stance.valueOf(word)) : Map.of(),
          Map.of(),
          List.of(),
          false);
    }
  }

  private static void words(
      List<Draft> drafts, String key, Map<String, Set<String>> was, Map<String, Set<String>> is) {
    was.forEach(
        (id, words) -> {
          if (words.size() == 1 && !words.equals(is.get(id)) && is.containsKey(id)) {
            drafts.add(new Draft(5, key, id, words.iterator().next()));
          }
        });
  }

  private static Map<String, Set<String>> severities(Assessment assessment) {
    Map<String, Set<String>> words = new TreeMap<>();
    assessment.findings().forEach(each -> note(each, Assessment.severity(each), words));
    assessment.concepts().forEach(each -> note(each, each.conclusion().level(), words));
    return words;
  }

  private static void note(
      Reasoned<?> reasoned, @Nullable Severity level, Map<String, Set<String>> words) {
    if (level != null) {
      for (Justification way : reasoned.because()) {
        words.computeIfAbsent(way.rule().id(), any -> new TreeSet<>()).add(level.name());
      }
    }
  }

  private static Map<String, Set<String>> stances(Assessment assessment) {
    Map<String, Set<String>> words = new TreeMap<>();
    CaseRunner.all(assessment)
        .flatMap(reasoned -> reasoned.because().stream())
        .forEach(
            way -> {
              if (way.rule().advice() != null) {
                words
                    .computeIfAbsent(way.rule().id(), any -> new TreeSet<>())
                    .add(way.rule().advice().stance().name());
              }
            });
    return words;
  }

  private static String rule(String id) {
    return id.split(" on ", 2)[0];
  }

  private static Set<String> superseded(Assessment assessment) {
    Set<String> ids = new TreeSet<>();
    for (Superseded each : assessment.superseded()) {
      for (String yielding : ids(Stream.of(each.recommendation()))) {
        ids.add(yielding + " by " + CaseRunner.prevailing(each));
      }
    }
    return ids;
  }

  private static Set<String> ids(Stream<? extends Reasoned<?>> conclusions) {
    Set<String> ids = new TreeSet<>();
    conclusions.forEach(
        reasoned ->
            reasoned
                .because()
                .forEach(
                    way -> ids.add(way.rule().id() + " on " + reasoned.conclusion().on().id())));
    return ids;
  }

  private static Set<String> open(Assessment assessment) {
    Set<String> ids = new HashSet<>();
    assessment.undetermined().stream()
        .filter(waiting -> !waiting.awaits().isEmpty())
        .forEach(waiting -> ids.add(waiting.rule().id()));
    return ids;
  }

  private static Set<String> openFindings(Assessment assessment) {
    Set<String> ids = new HashSet<>();
    assessment.undeterminedFindings().forEach(waiting -> ids.add(waiting.rule().id()));
    return ids;
  }
}
