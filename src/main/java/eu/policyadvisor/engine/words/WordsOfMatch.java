package eu.policyadvisor.engine.words;

import eu.policyadvisor.engine.compiled.Bindings;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.compiled.FieldsRead;
import eu.policyadvisor.engine.drl.Clause;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.LegalState;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.TermGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.drools.model.SingleConstraint;
import org.jspecify.annotations.Nullable;

/**
 * What a compiled condition demanded in a match, or in an attempt at one: its fields as a fact file
 * names them, its variables replaced by the values that it compares with.
 */
public final class WordsOfMatch extends Speech {
  private final @Nullable Object object;
  private final Bindings env;

  private WordsOfMatch(@Nullable Object object, Bindings env) {
    super(Mood.DEMAND);
    this.object = object;
    this.env = env;
  }

  /** What a condition needs, such as {@code share must be at least 0.65}. */
  public static String needed(SingleConstraint constraint, @Nullable Object object, Bindings env) {
    return new WordsOfMatch(object, env).say(clause(constraint));
  }

  /**
   * What several conditions on one object need. That something must be known is not said where
   * another condition says what it must be.
   *
   * @param failing the conditions that fail
   * @param all these and the others on the object
   */
  public static List<String> needed(
      List<SingleConstraint> failing,
      List<SingleConstraint> all,
      @Nullable Object object,
      Bindings env) {
    Set<SingleConstraint> said = new LinkedHashSet<>();
    for (SingleConstraint each : failing) {
      if (isImplied(each, all)) {
        String field = ((Clause.Test) clause(each)).left();
        all.stream()
            .filter(other -> other != each && clause(other).speaksOf(field))
            .forEach(said::add);
      } else {
        said.add(each);
      }
    }
    return said.stream().map(each -> needed(each, object, env)).toList();
  }

  /** Whether a condition says only that something is known of which another says more. */
  public static boolean isImplied(SingleConstraint constraint, List<SingleConstraint> others) {
    return clause(constraint)
        .isImplied(
            others.stream()
                .filter(other -> other != constraint)
                .map(WordsOfMatch::clause)
                .toList());
  }

  private static Clause clause(SingleConstraint constraint) {
    return clause(FieldsRead.text(constraint));
  }

  /** A kind of fact or conclusion in words: {@code CloudService} is cloud service. */
  public static String kind(Class<?> type) {
    return Names.inFile(type.getSimpleName()).substring(1).replace('_', ' ');
  }

  @Override
  boolean isSpokenOf(String token) {
    if (token.startsWith("$")) {
      int dot = token.indexOf('.');
      Object source = env.source(dot < 0 ? token : token.substring(0, dot));
      return !(source instanceof Parameter) && !(source instanceof AsOf);
    }
    return object != null
        && !(object instanceof Parameter)
        && Components.has(object.getClass(), token);
  }

  @Override
  @Nullable Members members(String token) {
    if (token.equals("countries") && object instanceof CountryGroup group) {
      return members(group);
    }
    return env.source(token) instanceof CountryGroup group ? members(group) : null;
  }

  @Override
  @Nullable TermGroup terms(String variable) {
    return env.value(variable) instanceof TermGroup group ? group : null;
  }

  private static Members members(CountryGroup group) {
    return new Members(group.name(), List.copyOf(group.countries()));
  }

  @Override
  String named(String word) {
    if (object instanceof Parameter parameter && word.equals("value")) {
      return parameter(parameter);
    } else if (object instanceof LegalState state && word.equals("status")) {
      return "status of the instrument " + state.name();
    } else if (object != null && Components.has(object.getClass(), word)) {
      return object instanceof CountryGroup group ? group(group) : Names.inFile(word);
    }
    return word;
  }

  @Override
  String entries(String list) {
    return Names.inFile(list);
  }

  @Override
  String variable(String name, String field) {
    if (field.isEmpty() && env.source(name) instanceof Parameter parameter) {
      return parameter(parameter);
    }
    Object value = env.value(name);
    if (value != null && Components.has(value.getClass(), field)) {
      value = Components.value(value, field);
    }
    return value == null ? "a value that is not known" : text(value);
  }

  private static String text(Object value) {
    if (value instanceof Parameter parameter) {
      return parameter(parameter);
    } else if (value instanceof AsOf asOf) {
      return asOf.day().toString();
    } else if (value instanceof CountryGroup group) {
      return group(group);
    } else if (value instanceof Fact fact) {
      return fact.label();
    }
    return Names.value(value);
  }

  private static String group(CountryGroup group) {
    return "the group " + group.name();
  }
}
