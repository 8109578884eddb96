package eu.policyadvisor.engine.whynot;

import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Obstacle;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.compiled.Upstream;
import eu.policyadvisor.engine.reading.FailedCondition;
import eu.policyadvisor.engine.reading.Matching;
import eu.policyadvisor.engine.reading.Trial;
import eu.policyadvisor.engine.words.Speech;
import eu.policyadvisor.engine.words.WordsOfMatch;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.finding.Phrasing;
import eu.policyadvisor.rule.RuleCard;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.drools.model.AccumulatePattern;
import org.drools.model.Condition;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** Says what keeps an attempt from succeeding, for people. */
final class Obstacles {
  private final CompiledRules base;
  private final Matching matching;
  private final FactSet facts;
  private final BiFunction<String, Object, @Nullable Premise> premises;

  /**
   * For facts, where objects that were matched become premises.
   *
   * @param premises a premise of an object that a rule matched; null for what is none
   */
  Obstacles(
      CompiledRules base,
      Matching matching,
      FactSet facts,
      BiFunction<String, Object, @Nullable Premise> premises) {
    this.base = base;
    this.matching = matching;
    this.facts = facts;
    this.premises = premises;
  }

  NearMiss of(Trial trial) {
    List<Obstacle> obstacles = new ArrayList<>();
    Set<Object> failing = new LinkedHashSet<>();
    for (FailedCondition snag : trial.snags()) {
      if (snag instanceof FailedCondition.Unmet unmet) {
        failing.add(unmet.object() == null ? unmet : unmet.object());
      } else if (snag instanceof FailedCondition.Underived underived && underived.way() != null) {
        failing.add(underived.way().concluding());
      }
      of(trial.rule().getName(), snag).forEach(each -> add(each, obstacles));
    }
    List<Premise> matched = new ArrayList<>();
    for (Object object : trial.env().objects()) {
      Premise premise =
          failing.contains(object) ? null : premises.apply(trial.rule().getName(), object);
      if (premise != null && !matched.contains(premise)) {
        matched.add(premise);
      }
    }
    return new NearMiss(
        Objects.requireNonNull(base.cards().get(trial.rule().getName())), matched, obstacles);
  }

  /** What several conditions need of one new entry is said together. */
  private static void add(Obstacle obstacle, List<Obstacle> obstacles) {
    if (obstacle instanceof Obstacle.NoFact more) {
      for (int i = 0; i < obstacles.size(); i++) {
        if (obstacles.get(i) instanceof Obstacle.NoFact none
            && none.section() == more.section()
            && !more.needed().isEmpty()) {
          String both =
              none.needed().isEmpty() ? more.needed() : none.needed() + "; " + more.needed();
          obstacles.set(i, new Obstacle.NoFact(none.section(), none.stated(), both));
          return;
        }
      }
    }
    boolean nothingNew =
        obstacle instanceof Obstacle.NoFact none && none.needed().isEmpty() && !obstacles.isEmpty();
    if (!nothingNew) {
      obstacles.add(obstacle);
    }
  }

  private boolean isImagined(Fact fact) {
    String id = fact instanceof CountryShare share ? share.of().id() : fact.id();
    return facts.all().stream().noneMatch(each -> each.id().equals(id));
  }

  private List<Obstacle> of(String rule, FailedCondition snag) {
    if (snag instanceof FailedCondition.Unmet unmet) {
      return unmet(unmet);
    } else if (snag instanceof FailedCondition.Underived underived) {
      return underived(underived);
    }
    FailedCondition.Unwanted unwanted = (FailedCondition.Unwanted) snag;
    Set<Premise> found = new LinkedHashSet<>();
    for (Bindings env : unwanted.found()) {
      for (Condition condition : unwanted.negated().getSubConditions()) {
        Object object =
            condition instanceof Pattern<?> pattern
                ? env.value(pattern.getPatternVariable())
                : null;
        Premise premise = object == null ? null : premises.apply(rule, object);
        if (premise != null) {
          found.add(premise);
        }
      }
    }
    return List.of(
        new Obstacle.Present(
            List.copyOf(found),
            "there must be no " + kinds(unwanted.negated().getSubConditions())));
  }

  private String kinds(List<Condition> conditions) {
    return String.join(
        ", together with a ",
        conditions.stream()
            .filter(Pattern.class::isInstance)
            .map(each -> named((Pattern<?>) each))
            .toList());
  }

  /** Such as {@code finding Rare earths from China (inputs/rare-earth-single-source)}. */
  private String named(Pattern<?> pattern) {
    List<String> names = Upstream.named(pattern).stream().map(this::titled).toList();
    Class<?> type = pattern.getPatternVariable().getType();
    Phrasing said = type.getAnnotation(Phrasing.class);
    if (said != null) {
      return "conclusion that something " + said.value();
    }
    return WordsOfMatch.kind(type) + (names.isEmpty() ? "" : " " + Speech.alternatives(names));
  }

  private String titled(String rule) {
    RuleCard card = base.cards().get(rule);
    return card == null ? rule : card.title() + " (" + rule + ")";
  }

  private List<Obstacle> unmet(FailedCondition.Unmet unmet) {
    List<Obstacle> obstacles = new ArrayList<>();
    Object object = unmet.object();
    if (object instanceof Fact fact && (unmet.added() || isImagined(fact))) {
      List<String> needed =
          WordsOfMatch.needed(
              unmet.failing(),
              FieldsRead.singles(unmet.pattern().getConstraint()),
              object,
              unmet.env());
      return List.of(
          new Obstacle.NoFact(
              fact.section(), facts.states(fact.section()), String.join("; ", needed)));
    }
    for (SingleConstraint failing : unmet.failing()) {
      if (!WordsOfMatch.isImplied(failing, unmet.failing())) {
        obstacles.add(unmet(failing, object, unmet.env()));
      }
    }
    return obstacles;
  }

  private Obstacle unmet(SingleConstraint failing, @Nullable Object object, Bindings env) {
    String needed = WordsOfMatch.needed(failing, object, env);
    for (Variable<?> variable : failing.getVariables()) {
      if (env.source(variable) instanceof AccumulatePattern<?> accumulate) {
        Object total = env.value(variable);
        return new Obstacle.Total(
            over(accumulate, env), total == null ? "nothing" : Names.value(total), needed);
      }
    }
    if (object instanceof Fact fact) {
      List<String> fields =
          FieldsRead.inConstraint(failing, fact.getClass()).stream().map(Names::inFile).toList();
      return new Obstacle.Value(fact, fields, needed);
    } else if (object instanceof StatedList) {
      return new Obstacle.Reference(
          needed.replace("section must be", "the list must be stated (it may be empty):"));
    } else if (object instanceof Concept concept) {
      return new Obstacle.Reference(concept.text() + ": " + needed);
    }
    return new Obstacle.Reference(needed);
  }

  private List<Fact> over(AccumulatePattern<?> accumulate, Bindings env) {
    List<Fact> over = new ArrayList<>();
    if (accumulate.getCondition() instanceof Pattern<?> pattern) {
      for (Bindings each : matching.inner(List.of(pattern), env)) {
        if (each.value(pattern.getPatternVariable()) instanceof Fact fact) {
          over.add(fact);
        }
      }
    }
    return over;
  }

  private List<Obstacle> underived(FailedCondition.Underived underived) {
    Trial way = underived.way();
    if (way == null) {
      return List.of(
          new Obstacle.NotConcluded(
              List.of(), "no rule in force concludes the " + named(underived.pattern())));
    }
    List<Obstacle> obstacles = new ArrayList<>();
    if (!way.snags().isEmpty()) {
      obstacles.add(
          new Obstacle.NotConcluded(List.of(of(way)), what(way.concluding(), underived.pattern())));
    }
    for (SingleConstraint failing : underived.failing()) {
      obstacles.add(unmet(failing, way.concluding(), underived.env()));
    }
    return obstacles;
  }

  private String what(Conclusion conclusion, Pattern<?> pattern) {
    if (conclusion instanceof Concept concept) {
      return concept.text() + (isImagined(conclusion.on()) ? "" : ": " + conclusion.on().label());
    } else if (conclusion instanceof Finding finding) {
      return "the finding " + titled(finding.rule());
    } else if (conclusion instanceof Recommendation recommendation) {
      return "the recommendation " + titled(recommendation.rule());
    }
    return "the " + named(pattern);
  }
}
