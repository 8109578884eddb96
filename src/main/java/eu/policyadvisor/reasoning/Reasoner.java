package eu.policyadvisor.reasoning;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Contradiction;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.advice.Supersession;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.reading.Conclusions;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Deadline;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Urgency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what truth maintenance holds into conclusions with reasons and confidence, in one order
 * whatever the order of the facts.
 */
public final class Reasoner {
  /**
   * What rests on something that nobody checked against a source is worth less, and so is what
   * rests on something whose review date has come.
   */
  private static final BigDecimal DOUBTED = new BigDecimal("0.9");

  static final Comparator<Reasoned<?>> BY_RULE_AND_FACT =
      Comparator.<Reasoned<?>, String>comparing(reasoned -> reasoned.card().id())
          .thenComparing(reasoned -> reasoned.conclusion().on().section())
          .thenComparing(reasoned -> reasoned.conclusion().on().id())
          .thenComparing(Reasoned::conclusion, Reasoner::byWhatYields)
          .thenComparing(Reasoned::conclusion, Reasoner::byText);

  private static final Comparator<Supersession> YIELDING =
      Comparator.<Supersession, String>comparing(each -> each.superseded().rule())
          .thenComparing(each -> each.by().on().section())
          .thenComparing(each -> each.by().on().id());

  private static final Comparator<Premise> IN_ORDER =
      Comparator.comparing(Reasoner::place)
          .thenComparing(Reasoner::name)
          .thenComparing(Reasoner::subject)
          .thenComparing(Reasoner::told, Reasoner::byText);

  private static final Comparator<Reasoned<Finding>> GRAVEST_FIRST =
      Comparator.<Reasoned<Finding>, Severity>comparing(
              Assessment::severity, Comparator.reverseOrder())
          .thenComparing(Comparator.comparing(Reasoned<Finding>::confidence).reversed())
          .thenComparing(BY_RULE_AND_FACT);

  private static final Comparator<Reasoned<Recommendation>> MOST_PRESSING_FIRST =
      Comparator.<Reasoned<Recommendation>, Urgency>comparing(r -> advice(r).urgency())
          .thenComparing(r -> advice(r).strength())
          .thenComparing(r -> advice(r).stance())
          .thenComparing(Comparator.comparing(Reasoned<Recommendation>::confidence).reversed())
          .thenComparing(BY_RULE_AND_FACT);

  private final CompiledRules rules;
  private final Catalogue catalogue;
  private final Map<Conclusion, List<Conclusions.Match>> matches;
  private final LocalDate asOf;

  /** The conclusions with their reasons; null while these are gathered. */
  private final Map<Conclusion, @Nullable Reasoned<?>> done = new HashMap<>();

  private final Map<Conclusion, Grade> grades = new HashMap<>();
  private final Map<String, Ground> grounds = new HashMap<>();

  public Reasoner(
      CompiledRules rules, Catalogue catalogue, Conclusions conclusions, LocalDate asOf) {
    this.rules = rules;
    this.catalogue = catalogue;
    this.asOf = asOf;
    this.matches = conclusions.matches();
  }

  public static RuleCard.Advice advice(Reasoned<Recommendation> recommendation) {
    return Objects.requireNonNull(recommendation.card().advice());
  }

  public List<Reasoned<Concept>> concepts() {
    List<Reasoned<Concept>> concepts = all(Concept.class);
    concepts.sort(BY_RULE_AND_FACT);
    return concepts;
  }

  /** One finding for each rule and fact: the gravest where a rule concludes several. */
  public List<Reasoned<Finding>> findings() {
    List<Reasoned<Finding>> findings = all(Finding.class);
    findings.sort(GRAVEST_FIRST);
    Set<List<Object>> seen = new HashSet<>();
    findings.removeIf(
        finding -> !seen.add(List.of(finding.conclusion().rule(), finding.conclusion().on())));
    return findings;
  }

  public List<Reasoned<Recommendation>> recommendations() {
    List<Reasoned<Recommendation>> recommendations = all(Recommendation.class);
    recommendations.sort(MOST_PRESSING_FIRST);
    return recommendations;
  }

  /** Which recommendations yield, each with the first rule of precedence that makes it yield. */
  public Map<Recommendation, Superseded> superseded() {
    List<Reasoned<Supersession>> supersessions = all(Supersession.class);
    supersessions.sort(BY_RULE_AND_FACT);
    Map<Recommendation, Superseded> superseded = new LinkedHashMap<>();
    for (Reasoned<Supersession> supersession : supersessions) {
      Recommendation yielding = supersession.conclusion().superseded();
      superseded.computeIfAbsent(
          yielding, any -> new Superseded(reasoned(yielding, Recommendation.class), supersession));
    }
    return superseded;
  }

  public static List<Contradiction> contradictions(List<Reasoned<Recommendation>> live) {
    List<Contradiction> contradictions = new ArrayList<>();
    Map<Fact, Deque<Reasoned<Recommendation>>> byFact = new HashMap<>();
    live.forEach(
        each ->
            byFact.computeIfAbsent(each.conclusion().on(), any -> new ArrayDeque<>()).add(each));
    for (Reasoned<Recommendation> one : live) {
      Deque<Reasoned<Recommendation>> after =
          Objects.requireNonNull(byFact.get(one.conclusion().on()));
      after.remove();
      for (Reasoned<Recommendation> other : after) {
        if (advice(one).strength() != Strength.INFO
            && advice(other).strength() != Strength.INFO
            && advice(one).contradicts(advice(other))) {
          contradictions.add(new Contradiction(one, other));
        }
      }
    }
    return contradictions;
  }

  private <C extends Conclusion> List<Reasoned<C>> all(Class<C> type) {
    List<Reasoned<C>> all = new ArrayList<>();
    for (Conclusion conclusion : matches.keySet()) {
      if (type.isInstance(conclusion)) {
        all.add(reasoned(type.cast(conclusion), type));
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked") // the map holds a conclusion under itself
  private <C extends Conclusion> Reasoned<C> reasoned(C conclusion, Class<C> type) {
    return (Reasoned<C>) reasoned(type.cast(conclusion));
  }

  private Reasoned<?> reasoned(Conclusion conclusion) {
    Reasoned<?> known = done.get(conclusion);
    if (known != null) {
      return known;
    }
    done.put(conclusion, null);
    List<Justification> because = new ArrayList<>();
    Grade best = null;
    for (Conclusions.Match match : Objects.requireNonNull(matches.get(conclusion))) {
      Deadline.check();
      Ground ground =
          grounds.computeIfAbsent(
              match.rule(), id -> new Ground(Objects.requireNonNull(rules.cards().get(id))));
      List<Weighed> weighed = new ArrayList<>(match.objects().size());
      for (Object object : match.objects()) {
        Weighed each = ground.weigh(object);
        if (each != null) {
          weighed.add(each);
        }
      }
      Collections.sort(weighed);
      because.add(new Justification(ground.card, weighed.stream().map(Weighed::premise).toList()));
      Grade grade = ground.gradeOf(weighed);
      best = best == null || grade.confidence().compareTo(best.confidence()) > 0 ? grade : best;
    }
    if (because.size() > 1) {
      because.sort(
          Comparator.comparing(Justification::rule)
              .thenComparing(Justification::premises, Reasoner::inOrder));
    }
    grades.put(conclusion, Objects.requireNonNull(best));
    Reasoned<Conclusion> reasoned = new Reasoned<>(conclusion, best.confidence(), because);
    done.put(conclusion, reasoned);
    return reasoned;
  }

  public @Nullable Premise premise(String rule, Object object) {
    if (object instanceof Fact fact) {
      return new Premise.Given(fact, rules.fieldsRead(rule, fact));
    } else if (object instanceof Parameter parameter) {
      return new Premise.Threshold(parameter);
    } else if (object instanceof AsOf asOf) {
      return new Premise.Day(asOf);
    } else if (object instanceof CountryGroup group) {
      return new Premise.Group(group);
    } else if (object instanceof StatedList list) {
      return new Premise.Listed(list);
    } else if (object instanceof Conclusion premise) {
      if (done.get(premise) == null && done.containsKey(premise)) {
        throw new RuleBaseException(
            List.of(
                rules
                    .sources()
                    .problem(
                        rule,
                        "rests on what it concludes on '"
                            + premise.on().id()
                            + "' itself, so that its reasons have no end; ask for what that rests"
                            + " on")));
      }
      return new Premise.Concluded(reasoned(premise));
    }
    // The result of an accumulation; what was accumulated is among the objects as well.
    return null;
  }

  /**
   * How sure a chain is: its weakest link times the quality of the evidence.
   *
   * @param weakest the lowest confidence of a rule, a statement or a figure in it
   * @param doubts the kinds of doubt about what it rests on
   */
  private record Grade(Confidence weakest, Set<Doubt.Kind> doubts) {
    /** Each kind of doubt counts once: a chain is not the worse for resting on much. */
    Confidence confidence() {
      BigDecimal value = weakest.value();
      for (int i = 0; i < doubts.size(); i++) {
        value = value.multiply(DOUBTED);
      }
      return new Confidence(value);
    }
  }

  /**
   * A premise with what is asked of it again and again.
   *
   * @param premise the premise
   * @param grade how sure it is
   * @param place its {@linkplain #place place}
   * @param subject what it is {@linkplain #subject about}
   */
  private record Weighed(Premise premise, Grade grade, int place, String subject)
      implements Comparable<Weighed> {
    /** {@link #IN_ORDER}, the quick way for facts of one list. */
    @Override
    public int compareTo(Weighed other) {
      if (premise instanceof Premise.Given one
          && other.premise instanceof Premise.Given given
          && one.fact().section() == given.fact().section()) {
        int order = subject.compareTo(other.subject);
        if (order != 0) {
          return order;
        }
      }
      return place == other.place
          ? IN_ORDER.compare(premise, other.premise)
          : Integer.compare(place, other.place);
    }
  }

  /** What one rule matched, each thing weighed once: a rule that adds up matches it often. */
  private final class Ground {
    private final RuleCard card;
    private final Set<Doubt.Kind> doubts;
    private final IdentityHashMap<Object, Weighed> weighed = new IdentityHashMap<>();

    Ground(RuleCard card) {
      this.card = card;
      this.doubts = kinds(Doubt.of(card, catalogue, asOf));
    }

    @Nullable Weighed weigh(Object object) {
      Weighed known = weighed.get(object);
      if (known == null) {
        Premise premise = premise(card.id(), object);
        if (premise != null) {
          known = new Weighed(premise, grade(premise), place(premise), subject(premise));
          weighed.put(object, known);
        }
      }
      return known;
    }

    Grade gradeOf(List<Weighed> premises) {
      Confidence weakest = card.confidence();
      Set<Doubt.Kind> all = EnumSet.noneOf(Doubt.Kind.class);
      all.addAll(doubts);
      for (Weighed each : premises) {
        weakest = weakest.min(each.grade().weakest());
        all.addAll(each.grade().doubts());
      }
      return new Grade(weakest, all);
    }
  }

  private Grade grade(Premise premise) {
    if (premise instanceof Premise.Concluded concluded) {
      return Objects.requireNonNull(grades.get(concluded.conclusion().conclusion()));
    }
    return new Grade(
        premise instanceof Premise.Given given ? confidence(given) : Confidence.FULL,
        kinds(Doubt.of(premise, catalogue, asOf)));
  }

  private static Set<Doubt.Kind> kinds(List<Doubt> doubts) {
    Set<Doubt.Kind> kinds = EnumSet.noneOf(Doubt.Kind.class);
    doubts.forEach(doubt -> kinds.add(doubt.kind()));
    return kinds;
  }

  private Confidence confidence(Premise.Given given) {
    BigDecimal stated = given.fact().confidence();
    Confidence confidence = stated == null ? Confidence.FULL : new Confidence(stated);
    for (String field : given.fields()) {
      FieldOrigin origin = given.fact().provenance().fields().get(field);
      if (origin != null && origin.kind() == FieldOrigin.Kind.CATALOGUE) {
        CatalogueEntry entry =
            catalogue.find(Objects.requireNonNull(origin.catalogueEntry())).orElseThrow();
        confidence = confidence.min(entry.confidence().getOrDefault(field, Confidence.FULL));
      } else if (origin != null && origin.listedRow() != null) {
        confidence = confidence.min(new Confidence(origin.listedRow().confidence()));
      }
    }
    return confidence;
  }

  /** Rules of precedence conclude often on one fact, and their text holds two whole facts. */
  private static int byWhatYields(Conclusion one, Conclusion other) {
    return one instanceof Supersession first && other instanceof Supersession second
        ? YIELDING.compare(first, second)
        : 0;
  }

  /** What is equal but for this is told apart by all that is said of it. */
  private static int byText(Object one, Object other) {
    if (one instanceof Finding finding
        && other instanceof Finding like
        && finding.on() == like.on()
        && finding.rule().equals(like.rule())) {
      // All that is said of the fact would be put into words, twice.
      return String.valueOf(finding.severity()).compareTo(String.valueOf(like.severity()));
    }
    return one.equals(other) ? 0 : one.toString().compareTo(other.toString());
  }

  /** What a premise says; of a conclusion without its reasons. */
  private static Object told(Premise premise) {
    return premise instanceof Premise.Concluded concluded
        ? concluded.conclusion().conclusion()
        : premise;
  }

  private static int inOrder(List<Premise> ones, List<Premise> others) {
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      int order = IN_ORDER.compare(ones.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(ones.size(), others.size());
  }

  /** Conclusions come first, then facts, then what the knowledge base adds. */
  private static int place(Premise premise) {
    if (premise instanceof Premise.Concluded) {
      return 0;
    } else if (premise instanceof Premise.Given) {
      return 1;
    } else if (premise instanceof Premise.Day) {
      return 2;
    } else if (premise instanceof Premise.Group) {
      return 3;
    }
    return premise instanceof Premise.Listed ? 4 : 5;
  }

  private static String name(Premise premise) {
    if (premise instanceof Premise.Concluded concluded) {
      return concluded.conclusion().card().id();
    } else if (premise instanceof Premise.Given given) {
      return given.fact().section().key();
    } else if (premise instanceof Premise.Group group) {
      return group.group().name();
    } else if (premise instanceof Premise.Threshold threshold) {
      return threshold.parameter().name();
    }
    return "";
  }

  private static String subject(Premise premise) {
    if (premise instanceof Premise.Concluded concluded) {
      return concluded.conclusion().conclusion().on().id();
    }
    return premise instanceof Premise.Given given ? given.fact().id() : "";
  }
}
