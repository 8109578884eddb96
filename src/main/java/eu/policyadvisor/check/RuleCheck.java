package eu.policyadvisor.check;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Contradiction;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.lint.RuleLint;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.Concern;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for what is wrong with rules that compile. What can be told from their conditions is told
 * from them; all else from facts that are run: the rule cases, and generated fact sets, the same
 * ones each time. What is only suspected is not told.
 */
public final class RuleCheck {
  private static final long SEED = 20261125;
  private static final int GENERATED = 400;

  private final Advisor advisor;
  private final List<TrialRun> tried = new ArrayList<>();
  private final Attempts attempts;

  private RuleCheck(Advisor advisor, boolean shown) {
    this.advisor = advisor;
    this.attempts = new Attempts(advisor, tried, shown);
  }

  /**
   * All that is wrong with the rules of an advisor, in the order of their files.
   *
   * @param advisor the advisor
   * @param cases cases that may show something, besides those of the built-in rules
   * @param shown whether each complaint comes with facts that show it, which takes longer
   */
  public static List<Complaint> run(Advisor advisor, Collection<Case> cases, boolean shown) {
    return new RuleCheck(advisor, shown).complaints(cases);
  }

  private CompiledRules rules() {
    return advisor.loaded().rules().compiled();
  }

  private List<Complaint> complaints(Collection<Case> cases) {
    List<Complaint> told =
        RuleLint.complaints(
            rules(),
            advisor.knowledge().parameters(),
            advisor.knowledge().countryGroups(),
            advisor.knowledge().catalogue(),
            advisor.loaded().ownRules());
    if (told.stream().anyMatch(each -> each.concern() == Concern.CYCLE)) {
      // Such rules may run without end.
      return told.stream().filter(each -> each.concern() != Concern.SUBSUMED).toList();
    }
    Stream.concat(RuleCases.all().stream(), cases.stream())
        .map(each -> dated(each.facts(), each))
        .forEach(this::attempt);
    Generator generator = new Generator(SEED);
    for (int i = 0; i < GENERATED; i++) {
      attempt(generator.next());
    }
    List<Complaint> all = new ArrayList<>();
    Set<String> silent = silent(told);
    for (Complaint each : told) {
      switch (each.concern()) {
        case SUBSUMED -> subsumed(each).ifPresent(all::add);
        case LITERAL -> all.add(each.shownBy(attempts.bothSides(each.rules().get(0))));
        case NEVER_CONCLUDES, NAMES_NOTHING -> all.add(each.shownBy(shown(each)));
        default -> all.add(each);
      }
    }
    silent.forEach(rule -> all.add(silent(rule)));
    all.addAll(contradictions());
    Set<String> subsumed = new HashSet<>();
    all.stream()
        .filter(each -> each.concern() == Concern.SUBSUMED)
        .forEach(each -> subsumed.add(each.rules().get(0)));
    // Of three rules, two of which add nothing, both yield to the third.
    all.removeIf(
        each -> each.concern() == Concern.SUBSUMED && subsumed.contains(each.rules().get(1)));
    return all.stream()
        .sorted()
        .map(each -> attempts.shown() ? each : each.shownBy(List.of()))
        .toList();
  }

  private static FactSet dated(FactSet facts, Case test) {
    return FactSetBuilder.builder(facts).asOf(test.asOf()).derived(List.of()).build();
  }

  private void attempt(FactSet facts) {
    TrialRun.ofChanged(advisor, facts).ifPresent(tried::add);
  }

  /** The rules that nothing made conclude and of which nothing else is told that explains it. */
  private Set<String> silent(List<Complaint> told) {
    Set<String> concluded = new HashSet<>();
    tried.forEach(each -> concluded.addAll(each.concluded().keySet()));
    Set<String> explained = new HashSet<>();
    told.stream()
        .filter(
            each ->
                each.concern() == Concern.NEVER_CONCLUDES
                    || each.concern() == Concern.NAMES_NOTHING)
        .forEach(each -> explained.addAll(each.rules()));
    Set<String> silent = new TreeSet<>();
    for (String rule : advisor.knowledge().cards().keySet()) {
      if (!concluded.contains(rule)
          && rules().closure(Set.of(rule)).stream().noneMatch(explained::contains)) {
        Optional<FactSet> facts = attempts.concluding(rule);
        if (facts.isPresent()) {
          attempt(facts.get());
        } else {
          silent.add(rule);
        }
      }
    }
    // What builds on a rule that is silent is silent for that reason.
    Set<String> causes = new TreeSet<>(silent);
    causes.removeIf(
        rule ->
            rules().closure(Set.of(rule)).stream()
                .anyMatch(on -> !on.equals(rule) && silent.contains(on)));
    return causes;
  }

  private Complaint silent(String rule) {
    return new Complaint(
        Concern.NEVER_CONCLUDES,
        advisor
            .loaded()
            .rules()
            .compiled()
            .sources()
            .problem(
                rule,
                "was made to conclude by none of "
                    + tried.size()
                    + " fact sets, and no edit of the nearest ones makes it; look at what the facts"
                    + " below fail, or add a case in which it concludes"),
        List.of(rule),
        attempts.nearest(rule));
  }

  private List<Complaint.Witness> shown(Complaint complaint) {
    String rule = complaint.rules().get(0);
    Optional<TrialRun> concludes = tried.stream().filter(each -> each.concludes(rule)).findFirst();
    return concludes
        .map(
            each ->
                List.of(
                    new Complaint.Witness(
                        "'" + rule + "' concludes here, and never by that name",
                        attempts.smaller(each.facts(), now -> now.concludes(rule)))))
        .orElseGet(() -> attempts.nearest(rule));
  }

  /** Confirms that a rule never concludes without the other one, and not more than it. */
  private Optional<Complaint> subsumed(Complaint complaint) {
    String narrower = complaint.rules().get(0);
    String wider = complaint.rules().get(1);
    if (tried.stream().anyMatch(each -> !covers(each, narrower, wider))) {
      return Optional.empty();
    }
    return tried.stream()
        .filter(each -> each.concludes(narrower))
        .findFirst()
        .map(
            each ->
                complaint.shownBy(
                    List.of(
                        new Complaint.Witness(
                            "both conclude here",
                            attempts.smaller(
                                each.facts(),
                                now -> now.concludes(narrower) && now.concludes(wider))))));
  }

  private boolean covers(TrialRun facts, String narrower, String wider) {
    Kind kind = card(narrower).kind();
    return facts.of(narrower).stream()
        .allMatch(one -> facts.of(wider).stream().anyMatch(other -> isCovered(kind, one, other)));
  }

  private static boolean isCovered(Kind kind, Conclusion one, Conclusion other) {
    if (kind == Kind.CONCEPT) {
      return one.equals(other);
    }
    return one.on().equals(other.on())
        && (!(one instanceof Finding less)
            || !(other instanceof Finding more)
            || Objects.equals(less.severity(), more.severity()));
  }

  private RuleCard card(String rule) {
    return Objects.requireNonNull(advisor.knowledge().cards().get(rule));
  }

  private List<Complaint> contradictions() {
    Map<List<String>, TrialRun> pairs = new LinkedHashMap<>();
    for (TrialRun each : tried) {
      for (Contradiction contradiction : each.contradictions()) {
        pairs.putIfAbsent(TrialRun.pair(contradiction), each);
      }
    }
    List<Complaint> complaints = new ArrayList<>();
    pairs.forEach(
        (pair, facts) -> {
          Problem problem =
              advisor
                  .loaded()
                  .rules()
                  .compiled()
                  .sources()
                  .problem(
                      pair.get(0),
                      "advises to "
                          + stance(pair.get(0))
                          + " and '"
                          + pair.get(1)
                          + "' to "
                          + stance(pair.get(1))
                          + " the same thing, and nothing says which one yields; add a rule of"
                          + " precedence, or make their findings exclude each other");
          complaints.add(
              new Complaint(
                  Concern.CONTRADICTION,
                  problem,
                  pair,
                  List.of(
                      new Complaint.Witness(
                          "both are advised here",
                          attempts.smaller(facts.facts(), now -> now.pairs().contains(pair))))));
        });
    return complaints;
  }

  private String stance(String rule) {
    return switch (Objects.requireNonNull(card(rule).advice()).stance()) {
      case PROHIBIT -> "stop";
      case RESTRICT -> "restrict";
      case CONDITIONAL -> "go ahead under conditions with";
      case PERMIT -> "go ahead with";
      case COUNTERMEASURE -> "answer";
      case DIVERSIFY -> "diversify";
      case INVESTIGATE -> "look into";
      case MONITOR -> "watch";
      case NOT_DETERMINED, NOT_COVERED, NOTHING_FOUND, NOT_STATED ->
          throw new IllegalStateException("no rule recommends a silence: " + rule);
    };
  }
}
