package eu.policyadvisor.engine.words;

import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.drl.Clause;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Phrasing;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.model.Rule;

/**
 * The conditions of one rule in sentences for readers who have never seen DRL.
 *
 * <p>The tree of conditions that the parser of Drools made is walked once, in the order in which
 * the rule is written, and each condition at the top gives a sentence: a pattern says what there
 * is, what of it holds ({@link WordsOfPattern}), and how it is called from then on ({@link
 * Variables}); parameters, groups and totals say nothing themselves, but lend their variables a
 * name. What is mentioned goes into the {@link Glossary}. The time grows with the length of the
 * rule and the number of parameters.
 */
public final class WordsOfRule {
  private final KnowledgeBase knowledge;
  private final Function<Class<?>, List<String>> producers;
  private final Variables variables = new Variables();
  private final Glossary glossary = new Glossary();

  private WordsOfRule(KnowledgeBase knowledge, Function<Class<?>, List<String>> producers) {
    this.knowledge = knowledge;
    this.producers = producers;
  }

  /**
   * A rule as it is written, with what its conditions say and mention: a sentence for each that
   * says something. Empty when there is no rule of that id.
   *
   * @param id the rule
   * @param rules all rules, which tell what concludes a concept
   * @param knowledge parameters, groups and cards of rules
   */
  public static Optional<RuleText> text(String id, CompiledRules rules, KnowledgeBase knowledge) {
    return rules
        .sources()
        .rule(id)
        .map(
            rule ->
                text(
                    rules.sources().withParents(rule),
                    knowledge,
                    type -> rules.producers(type).stream().map(Rule::getName).sorted().toList()));
  }

  /**
   * The last of some rules, with the conditions that it takes over from the others.
   *
   * @param producers the rules that conclude a concept
   */
  static RuleText text(
      List<DrlRule> rules, KnowledgeBase knowledge, Function<Class<?>, List<String>> producers) {
    WordsOfRule words = new WordsOfRule(knowledge, producers);
    AndDescr conditions = new AndDescr();
    rules.forEach(rule -> rule.parsed().getLhs().getDescrs().forEach(conditions::addDescr));
    words.variables.learnTypes(conditions);
    List<String> sentences = new ArrayList<>();
    for (BaseDescr condition : conditions.getDescrs()) {
      String said = words.sentence(condition);
      if (!said.isEmpty()) {
        sentences.add(Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".");
      }
    }
    DrlRule rule = rules.get(rules.size() - 1);
    return new RuleText(
        rule.file().name(), rule.line(), rule.text(), sentences, words.glossary.terms());
  }

  private String sentence(BaseDescr condition) {
    if (condition instanceof PatternDescr pattern) {
      return pattern(pattern, false);
    } else if (condition instanceof NotDescr not) {
      return children(not, true);
    } else if (condition instanceof ExistsDescr exists) {
      return children(exists, false);
    } else if (condition instanceof OrDescr or) {
      return "either " + joined(or, "; or else ", false);
    } else if (condition instanceof AndDescr and) {
      return joined(and, ", and ", false);
    } else if (condition instanceof AccumulateDescr accumulate) {
      return accumulate(accumulate);
    }
    return condition.toString();
  }

  private String joined(ConditionalElementDescr parent, String by, boolean none) {
    List<String> parts = new ArrayList<>();
    for (Object child : parent.getDescrs()) {
      String part =
          child instanceof PatternDescr pattern && none && parts.isEmpty()
              ? pattern(pattern, true)
              : sentence((BaseDescr) child);
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join(by, parts);
  }

  private String children(ConditionalElementDescr parent, boolean none) {
    List<?> inside = parent.getDescrs();
    if (inside.size() == 1 && inside.get(0) instanceof ConditionalElementDescr all) {
      return children(all, none);
    }
    return joined(parent, ", and of which this holds: ", none);
  }

  private String pattern(PatternDescr pattern, boolean none) {
    if (pattern.getSource() instanceof AccumulateDescr accumulate) {
      return accumulate(accumulate);
    }
    PatternParts parts = PatternParts.of(pattern);
    return switch (parts.kind) {
      case "AsOf" -> {
        parts.bindings.keySet().forEach(variable -> variables.name(variable, Speech.AS_OF));
        yield tests(parts);
      }
      case "Parameter" -> parameter(parts);
      case "CountryGroup" -> countryGroup(parts);
      case "TermGroup" -> termGroup(parts);
      case "LegalState" -> legalState(parts);
      case "StatedList" -> "the list of " + list(parts) + " is stated; it may be empty";
      case "Finding", "Recommendation" -> conclusion(parts, none);
      default ->
          parts.type != null && Concept.class.isAssignableFrom(parts.type)
              ? concept(parts.type, parts, none)
              : fact(parts, none);
    };
  }

  private String tests(PatternParts parts) {
    return new WordsOfPattern(parts, variables, glossary, null, null).tests();
  }

  private String tests(PatternParts parts, String before) {
    String tests = tests(parts);
    return tests.isEmpty() ? "" : before + tests;
  }

  /** The section of which a pattern asks whether it is stated. */
  private static String list(PatternParts parts) {
    return Speech.alternatives(
        parts.tests.stream()
            .flatMap(Clause::tests)
            .flatMap(test -> test.right().stream())
            .map(section -> section.substring(section.lastIndexOf('.') + 1))
            .map(section -> section.toLowerCase(Locale.ROOT).replace('_', ' '))
            .toList());
  }

  private String parameter(PatternParts parts) {
    // Its name may be made of that of another one and an ending.
    boolean ending = parts.names.size() == 1 && parameters(parts.names.get(0), false).isEmpty();
    List<Parameter> known =
        parts.names.stream().flatMap(name -> parameters(name, ending).stream()).toList();
    known.forEach(glossary::parameter);
    String said =
        parts.names.size() == 1 && !ending
            ? Speech.parameter(known.get(0))
            : parts.names.size() > 1
                ? "the parameter " + Speech.alternatives(parts.names)
                : "the parameter "
                    + Speech.alternatives(known.stream().map(Parameter::name).toList())
                    + " that goes with it";
    parts.bindings.forEach(
        (variable, field) -> variables.name(variable, field.equals("value") ? said : "its name"));
    return new WordsOfPattern(parts, variables, glossary, said, null).tests();
  }

  /** The first parameter of a name, or all whose names end so. */
  private List<Parameter> parameters(String name, boolean ending) {
    return knowledge.parameters().stream()
        .filter(each -> ending ? each.name().endsWith(name) : each.name().equals(name))
        .limit(ending ? Long.MAX_VALUE : 1)
        .toList();
  }

  private String countryGroup(PatternParts parts) {
    String name = parts.names.isEmpty() ? "" : parts.names.get(0);
    Optional<CountryGroup> known =
        knowledge.countryGroups().stream().filter(each -> each.name().equals(name)).findFirst();
    known.ifPresent(glossary::countries);
    Speech.Members members =
        new Speech.Members(
            name, known.map(group -> List.copyOf(group.countries())).orElse(List.of()));
    parts.bindings.keySet().forEach(variable -> variables.countries(variable, members));
    return new WordsOfPattern(parts, variables, glossary, null, known.isEmpty() ? null : members)
        .tests();
  }

  private String termGroup(PatternParts parts) {
    String name = parts.names.isEmpty() ? "" : parts.names.get(0);
    knowledge.catalogue().termGroups().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .ifPresent(
            group -> {
              variables.terms(parts.variable, group);
              glossary.terms(group);
            });
    return tests(parts);
  }

  private String legalState(PatternParts parts) {
    String name = parts.names.isEmpty() ? "" : parts.names.get(0);
    Instrument known = knowledge.catalogue().instruments().get(name);
    return "for " + (known == null ? "an instrument" : known.title()) + ", " + tests(parts);
  }

  private String accumulate(AccumulateDescr accumulate) {
    String over = "facts";
    BaseDescr input = accumulate.getInput();
    if (input instanceof AndDescr and && and.getDescrs().size() == 1) {
      input = and.getDescrs().get(0);
    }
    if (input instanceof PatternDescr pattern) {
      PatternParts parts = PatternParts.of(pattern);
      variables.bindFields(parts, "each of them");
      // A total is of what is known.
      parts.tests.removeIf(clause -> clause instanceof Clause.Test test && test.isKnown());
      over =
          Variables.plural(parts.kind)
              + tests(parts, " such that ").replaceAll("\\bits\\b", "their");
    }
    for (AccumulateDescr.AccumulateFunctionCallDescr call : accumulate.getFunctions()) {
      String of = call.getParams().length == 0 ? "" : call.getParams()[0].strip();
      String field =
          Objects.requireNonNullElse(variables.find(of), "").replace(" of each of them", "");
      variables.total(
          call.getBind(),
          call.getFunction().equals("count")
              ? "the number of " + over
              : "the total of " + field.replaceFirst("^the ", "") + " over all " + over);
    }
    return "";
  }

  private String conclusion(PatternParts parts, boolean none) {
    String what = parts.kind.equals("Finding") ? "finding" : "recommendation";
    List<String> named = parts.names.stream().map(this::titled).toList();
    String which =
        "!=".equals(parts.naming)
            ? "a " + what + " other than " + Speech.alternatives(named)
            : named.isEmpty()
                ? "a " + what
                : named.size() == 1
                    ? "the " + what + " " + named.get(0)
                    : "one of the " + what + "s " + Speech.alternatives(named);
    String on = about(parts);
    variables.name(parts.variable, "the " + what);
    parts.bindings.forEach(
        (variable, field) -> {
          if (variables.find(variable) == null) {
            variables.name(variable, "the " + field + " of the " + what);
          }
        });
    String absent =
        which.startsWith("one of") ? "n" + which : "no " + which.replaceFirst("^(the|a) ", "");
    return "there is "
        + (none ? absent : which)
        + (on.isEmpty() ? "" : " on " + on)
        + tests(parts, " such that ");
  }

  private String titled(String rule) {
    RuleCard card = knowledge.cards().get(rule);
    return rule + (card == null ? "" : " (" + card.title() + ")");
  }

  /** What a conclusion is about; it is known by name from then on. */
  private String about(PatternParts parts) {
    return parts.own != null ? variables.name(parts.own) : variables.introducedOwner(parts);
  }

  private String concept(Class<?> type, PatternParts parts, boolean none) {
    Phrasing said = type.getAnnotation(Phrasing.class);
    String predicate = said == null ? "is such a case" : said.value();
    glossary.concept(predicate, producers.apply(type));
    String on = about(parts);
    if (on.isEmpty()) {
      Class<?> kind = Components.component(type, "on").getType();
      on = Variables.article(kind == Fact.class ? "item" : Variables.noun(kind.getSimpleName()));
    }
    parts.bindings.forEach((variable, field) -> variables.name(variable, "that " + field));
    String front =
        !none
            ? on + " " + predicate
            : parts.own != null
                ? "it does not hold that " + on + " " + predicate
                : "there is no "
                    + on.replaceFirst("^another ", "other ").replaceFirst("^(the|an?) ", "")
                    + " that "
                    + predicate;
    return front + tests(parts, ", where ");
  }

  private String fact(PatternParts parts, boolean none) {
    String kind = Variables.noun(parts.kind);
    String known = parts.own == null ? null : variables.find(parts.own);
    if (known != null || parts.kind.equals(Subject.class.getSimpleName())) {
      return known(parts, kind, known == null ? "the subject" : known);
    }
    String one = variables.introduced(parts.variable, kind);
    String supply = variables.bindSupply(parts);
    variables.bindFields(
        parts, Objects.requireNonNullElse(variables.find(parts.variable), "the " + kind));
    return (kind.equals(Variables.SHARE)
            ? "a country has a share in " + Variables.article(supply == null ? "supply" : supply)
            : "there is " + (none ? "no " + kind : one))
        + tests(parts, " such that ");
  }

  /** A fact of which an earlier condition spoke. */
  private String known(PatternParts parts, String kind, String name) {
    variables.name(parts.variable, name);
    variables.bindFields(parts, name);
    return name.equals("the " + kind) || name.equals("the other " + kind)
        ? tests(parts, "for " + name + ", ")
        : name + " is " + Variables.article(kind) + tests(parts, " such that ");
  }
}
