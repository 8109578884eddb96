package eu.policyadvisor.engine.words;

import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Components;
import eu.policyadvisor.engine.drl.Clause;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Phrasing;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleText;
import eu.policyadvisor.rule.RuleText.Term;
import eu.policyadvisor.rule.TermGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/** The conditions of one rule in sentences for readers who have never seen DRL. */
public final class WordsOfRule extends Speech {
  private static final Pattern BINDING = Pattern.compile("^\\s*(\\$\\w+)\\s*:\\s*(.*)$");
  private static final Pattern OWN = Pattern.compile("^(this|on|of)\\s*==\\s*(\\$\\w+)$");
  private static final Pattern NAMED = Pattern.compile("^(?:name|rule)\\s*(==|!=|in)\\s*(.+)$");
  private static final String SHARE = "share of a country in a supply";
  private static final List<String> PACKAGES = List.of("fact", "finding", "rule", "advice");

  private final KnowledgeBase knowledge;
  private final Function<Class<?>, List<String>> producers;
  private final Map<String, Class<?>> types = new HashMap<>();
  private final Map<String, String> symbols = new HashMap<>();
  private final Map<String, Members> groups = new HashMap<>();
  private final Map<String, TermGroup> termGroups = new HashMap<>();
  private final Set<String> totals = new HashSet<>();
  private final Map<String, String> terms = new LinkedHashMap<>();
  private final Set<String> met = new HashSet<>();

  private @Nullable Class<?> type;
  private String noun = "";
  private @Nullable String parameter;
  private @Nullable Members group;

  private WordsOfRule(KnowledgeBase knowledge, Function<Class<?>, List<String>> producers) {
    super(Mood.STATE);
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

  /** The last of some rules, with the conditions that it takes over from the others. */
  private static RuleText text(
      List<DrlRule> rules, KnowledgeBase knowledge, Function<Class<?>, List<String>> producers) {
    WordsOfRule words = new WordsOfRule(knowledge, producers);
    AndDescr conditions = new AndDescr();
    rules.forEach(rule -> rule.parsed().getLhs().getDescrs().forEach(conditions::addDescr));
    words.learnTypes(conditions);
    List<String> sentences = new ArrayList<>();
    for (BaseDescr condition : conditions.getDescrs()) {
      String said = words.sentence(condition);
      if (!said.isEmpty()) {
        sentences.add(Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".");
      }
    }
    List<Term> terms = new ArrayList<>();
    words.terms.forEach((name, meaning) -> terms.add(new Term(name, meaning)));
    DrlRule rule = rules.get(rules.size() - 1);
    return new RuleText(rule.file().name(), rule.line(), rule.text(), sentences, terms);
  }

  /** What variables stand for: the kind of fact, where any condition tells. */
  private void learnTypes(BaseDescr condition) {
    if (condition instanceof PatternDescr pattern) {
      Class<?> kind = type(pattern.getObjectType());
      for (BaseDescr each : pattern.getDescrs()) {
        String text = each.toString().strip();
        Matcher binding = BINDING.matcher(text);
        Matcher own = OWN.matcher(text);
        if (own.matches() && own.group(1).equals("this") && kind != null) {
          types.put(own.group(2), kind);
        } else if (binding.matches()
            && binding.group(2).matches("on|of")
            && kind != null
            && Components.has(kind, binding.group(2))) {
          Class<?> on = Components.component(kind, binding.group(2)).getType();
          if (on != Fact.class) {
            types.putIfAbsent(binding.group(1), on);
          }
        }
      }
    } else if (condition instanceof ConditionalElementDescr parent) {
      boolean choice = parent instanceof OrDescr;
      Map<String, Class<?>> before = new HashMap<>(types);
      parent.getDescrs().forEach(child -> learnTypes((BaseDescr) child));
      if (choice) {
        types.keySet().retainAll(before.keySet());
        types.putAll(before);
      }
    }
  }

  /** Null for a record of an analyst. */
  private static @Nullable Class<?> type(String name) {
    return PACKAGES.stream()
        .map(each -> loaded("eu.policyadvisor." + each + "." + name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Class<?> loaded(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      // It is of another package.
      return null;
    }
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

  /** What a pattern binds and demands. */
  private static final class Parts {
    private final Map<String, String> bindings = new LinkedHashMap<>();
    private final List<String> tests = new ArrayList<>();
    private @Nullable String own;
    private String owner = "";
    private @Nullable String naming;
    private List<String> names = List.of();
  }

  private static Parts parts(PatternDescr pattern) {
    Parts parts = new Parts();
    for (BaseDescr each : pattern.getDescrs()) {
      String text = WordsOfMatch.plain(each.toString().strip().replaceAll("\\s+", " "));
      Matcher binding = BINDING.matcher(text);
      if (binding.matches()) {
        Matcher field = Pattern.compile("^\\w+").matcher(binding.group(2));
        if (field.find()) {
          parts.bindings.put(binding.group(1), field.group());
        }
        if (binding.group(2).matches("\\w+")) {
          continue;
        }
        text = binding.group(2);
      }
      Matcher own = OWN.matcher(text);
      Matcher named = NAMED.matcher(text);
      if (own.matches()) {
        parts.own = own.group(2);
      } else if (named.matches()) {
        parts.naming = named.group(1);
        parts.names =
            Pattern.compile("\"([^\"]*)\"")
                .matcher(named.group(2))
                .results()
                .map(result -> result.group(1))
                .toList();
      } else {
        parts.tests.add(text);
      }
    }
    return parts;
  }

  private String pattern(PatternDescr pattern, boolean none) {
    if (pattern.getSource() instanceof AccumulateDescr accumulate) {
      return accumulate(accumulate);
    }
    Parts parts = parts(pattern);
    String kind = pattern.getObjectType();
    Class<?> beforeType = type;
    String beforeNoun = noun;
    try {
      type = type(kind);
      return switch (kind) {
        case "AsOf" -> {
          parts.bindings.forEach((variable, field) -> symbols.put(variable, "the as-of date"));
          yield tests(parts);
        }
        case "Parameter" -> parameter(parts);
        case "CountryGroup" -> countryGroup(parts);
        case "TermGroup" -> termGroup(pattern, parts);
        case "StatedList" ->
            "the list of "
                + parts
                    .tests
                    .get(0)
                    .replaceAll(".*\\.", "")
                    .toLowerCase(Locale.ROOT)
                    .replace('_', ' ')
                + " is stated; it may be empty";
        case "Finding", "Recommendation" -> conclusion(pattern, parts, none);
        default ->
            type != null && Concept.class.isAssignableFrom(type)
                ? concept(parts, none)
                : fact(pattern, parts, none);
      };
    } finally {
      type = beforeType;
      noun = beforeNoun;
      parameter = null;
      group = null;
    }
  }

  private String parameter(Parts parts) {
    if (parts.names.size() == 1 && knowledgeOf(parts.names.get(0)) != null) {
      Parameter known = Objects.requireNonNull(knowledgeOf(parts.names.get(0)));
      parameter = WordsOfMatch.parameter(known);
      term(known);
    } else if (parts.names.size() > 1) {
      parts.names.stream().map(this::knowledgeOf).filter(Objects::nonNull).forEach(this::term);
      parameter = "the parameter " + alternatives(parts.names);
    } else {
      // Its name is made of that of another one and an ending.
      String ending = parts.names.isEmpty() ? "" : parts.names.get(0);
      List<Parameter> matching =
          knowledge.parameters().stream()
              .filter(each -> !ending.isEmpty() && each.name().endsWith(ending))
              .toList();
      matching.forEach(this::term);
      parameter =
          "the parameter "
              + alternatives(matching.stream().map(Parameter::name).toList())
              + " that goes with it";
    }
    String value = parameter;
    parts.bindings.forEach(
        (variable, field) -> symbols.put(variable, field.equals("value") ? value : "its name"));
    return tests(parts);
  }

  private @Nullable Parameter knowledgeOf(String name) {
    return knowledge.parameters().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private void term(@Nullable Parameter known) {
    if (known != null) {
      terms.put(
          known.name(),
          "the parameter "
              + WordsOfMatch.number(known)
              + "; source: "
              + known.reference()
              + (known.validFrom() == null ? "" : "; valid from " + known.validFrom())
              + (known.validTo() == null ? "" : "; valid until " + known.validTo())
              + (known.verified() ? "" : " (not verified)"));
    }
  }

  private String countryGroup(Parts parts) {
    String name = parts.names.isEmpty() ? "" : parts.names.get(0);
    CountryGroup known =
        knowledge.countryGroups().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElse(null);
    Members members = new Members(name, known == null ? List.of() : List.copyOf(known.countries()));
    group = known == null ? null : members;
    if (known != null) {
      terms.put(
          name,
          "the group "
              + String.join(", ", known.countries())
              + "; source: "
              + known.reference()
              + (known.verified() ? "" : " (not verified)"));
    }
    parts.bindings.keySet().forEach(variable -> groups.put(variable, members));
    return tests(parts);
  }

  private String termGroup(PatternDescr pattern, Parts parts) {
    String name = parts.names.isEmpty() ? "" : parts.names.get(0);
    knowledge.catalogue().termGroups().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .ifPresent(
            group -> {
              termGroups.put(Objects.requireNonNullElse(pattern.getIdentifier(), ""), group);
              terms.put(
                  name,
                  group.terms().stream()
                          .map(eu.policyadvisor.rule.Term::inWords)
                          .collect(Collectors.joining(", ", "the group ", ""))
                      + "; source: "
                      + group.reference()
                      + ", holds from "
                      + group.date());
            });
    return tests(parts);
  }

  private String accumulate(AccumulateDescr accumulate) {
    String over = "facts";
    BaseDescr input = accumulate.getInput();
    if (input instanceof AndDescr and && and.getDescrs().size() == 1) {
      input = and.getDescrs().get(0);
    }
    if (input instanceof PatternDescr pattern) {
      Class<?> before = type;
      String owner = noun;
      type = type(pattern.getObjectType());
      noun = "each of them";
      Parts parts = parts(pattern);
      bind(parts, "each of them");
      // A total is of what is known.
      parts.tests.removeIf(test -> test.endsWith("!= null"));
      String tests = tests(parts).replaceAll("\\bits\\b", "their");
      over = plural(pattern.getObjectType()) + (tests.isEmpty() ? "" : " such that " + tests);
      type = before;
      noun = owner;
    }
    for (AccumulateDescr.AccumulateFunctionCallDescr call : accumulate.getFunctions()) {
      String of = call.getParams().length == 0 ? "" : call.getParams()[0].strip();
      String field = symbols.getOrDefault(of, "").replace(" of each of them", "");
      symbols.put(
          call.getBind(),
          call.getFunction().equals("count")
              ? "the number of " + over
              : "the total of " + field.replaceFirst("^the ", "") + " over all " + over);
      totals.add(call.getBind());
    }
    return "";
  }

  private String conclusion(PatternDescr pattern, Parts parts, boolean none) {
    String what = pattern.getObjectType().equals("Finding") ? "finding" : "recommendation";
    List<String> named = parts.names.stream().map(this::titled).toList();
    String which =
        "!=".equals(parts.naming)
            ? "a " + what + " other than " + alternatives(named)
            : named.isEmpty()
                ? "a " + what
                : named.size() == 1
                    ? "the " + what + " " + named.get(0)
                    : "one of the " + what + "s " + alternatives(named);
    String on = about(parts);
    if (pattern.getIdentifier() != null) {
      symbols.put(pattern.getIdentifier(), "the " + what);
    }
    parts.bindings.forEach(
        (variable, field) -> symbols.putIfAbsent(variable, "the " + field + " of the " + what));
    String tests = tests(parts);
    String absent =
        which.startsWith("one of") ? "n" + which : "no " + which.replaceFirst("^(the|a) ", "");
    return "there is "
        + (none ? absent : which)
        + (on.isEmpty() ? "" : " on " + on)
        + (tests.isEmpty() ? "" : " such that " + tests);
  }

  private String titled(String rule) {
    RuleCard card = knowledge.cards().get(rule);
    return rule + (card == null ? "" : " (" + card.title() + ")");
  }

  /** What a conclusion is about; it is known by name from then on. */
  private String about(Parts parts) {
    if (parts.own != null) {
      return symbols.getOrDefault(parts.own, "it");
    }
    for (Map.Entry<String, String> binding : Map.copyOf(parts.bindings).entrySet()) {
      if (binding.getValue().equals("on") || binding.getValue().equals("of")) {
        parts.bindings.remove(binding.getKey());
        Class<?> kind = types.get(binding.getKey());
        return introduced(binding.getKey(), kind == null ? "item" : noun(kind.getSimpleName()));
      }
    }
    return "";
  }

  /** Such as {@code an accelerator}; a second one is another. */
  private String introduced(@Nullable String variable, String kind) {
    boolean first = met.add(kind);
    if (variable != null) {
      symbols.put(variable, kind.equals("subject") || first ? "the " + kind : "the other " + kind);
    }
    return kind.equals("subject") ? "the subject" : first ? article(kind) : "another " + kind;
  }

  private String concept(Parts parts, boolean none) {
    Class<?> concept = Objects.requireNonNull(type);
    Phrasing said = concept.getAnnotation(Phrasing.class);
    String predicate = said == null ? "is such a case" : said.value();
    terms.putIfAbsent(predicate, "concluded by " + String.join(", ", producers.apply(concept)));
    String on = about(parts);
    if (on.isEmpty()) {
      Class<?> kind = Components.component(concept, "on").getType();
      on = article(kind == Fact.class ? "item" : noun(kind.getSimpleName()));
    }
    parts.bindings.forEach((variable, field) -> symbols.put(variable, "that " + field));
    String tests = tests(parts);
    String front =
        none
            ? parts.own == null
                ? "there is no "
                    + on.replaceFirst("^another ", "other ").replaceFirst("^(the|an?) ", "")
                    + " that "
                    + predicate
                : "it does not hold that " + on + " " + predicate
            : on + " " + predicate;
    return front + (tests.isEmpty() ? "" : ", where " + tests);
  }

  private String fact(PatternDescr pattern, Parts parts, boolean none) {
    String kind = noun(pattern.getObjectType());
    boolean advised = pattern.getObjectType().equals(Subject.class.getSimpleName());
    String known = parts.own == null ? null : symbols.get(parts.own);
    if (known == null && !advised) {
      String one = introduced(pattern.getIdentifier(), kind);
      noun =
          symbols.getOrDefault(
              Objects.requireNonNullElse(pattern.getIdentifier(), ""), "the " + kind);
      bindOwner(parts);
      bind(parts, noun);
      String tests = tests(parts);
      if (kind.equals(SHARE)) {
        return "a country has a share in "
            + owner(parts)
            + (tests.isEmpty() ? "" : " such that " + tests);
      }
      String which = none ? "no " + kind : one;
      return "there is " + which + (tests.isEmpty() ? "" : " such that " + tests);
    }
    noun = known == null ? "the subject" : known;
    if (pattern.getIdentifier() != null) {
      symbols.put(pattern.getIdentifier(), noun);
    }
    bind(parts, noun);
    String tests = tests(parts);
    if (noun.equals("the " + kind) || noun.equals("the other " + kind)) {
      return tests.isEmpty() ? "" : "for " + noun + ", " + tests;
    }
    return noun + " is " + article(kind) + (tests.isEmpty() ? "" : " such that " + tests);
  }

  private String owner(Parts parts) {
    return article(symbols.getOrDefault(parts.owner, "the supply").replaceFirst("^the ", ""));
  }

  /** The supply that a share is of. */
  private void bindOwner(Parts parts) {
    parts
        .bindings
        .entrySet()
        .removeIf(
            binding -> {
              boolean owner = binding.getValue().equals("of");
              if (owner) {
                parts.owner = binding.getKey();
                Class<?> kind = types.get(binding.getKey());
                symbols.put(
                    binding.getKey(),
                    "the " + (kind == null ? "supply" : noun(kind.getSimpleName())));
              }
              return owner;
            });
  }

  private void bind(Parts parts, String owner) {
    parts.bindings.forEach(
        (variable, field) ->
            symbols.put(
                variable,
                field.equals("id")
                    ? owner
                    : refers(field)
                        ? "the entry under '" + Names.inFile(field) + "' of " + owner
                        : "the " + Names.inFile(field) + " of " + owner));
  }

  private static String noun(String kind) {
    return switch (kind) {
      case "CountryShare" -> SHARE;
      case "Funding", "Talent" -> "entry under " + Names.inFile(kind).substring(1);
      default -> Names.inFile(kind).substring(1).replace('_', ' ');
    };
  }

  private static String plural(String kind) {
    String noun = noun(kind);
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }

  private static String article(String noun) {
    return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  /** All tests of a pattern, those left out that others imply. */
  private String tests(Parts parts) {
    if (parts.tests.isEmpty()) {
      return "";
    }
    List<Clause> clauses = parts.tests.stream().map(Clause::of).toList();
    List<String> said = new ArrayList<>();
    for (Clause clause : clauses) {
      boolean implied =
          clause instanceof Clause.Test test
              && test.operator().equals("!=")
              && test.right().get(0).equals("null")
              && clauses.stream()
                  .anyMatch(other -> other != clause && speaksOf(other, test.left()));
      if (!implied) {
        String words = say(clause);
        said.add((isChoice(clause, words) && clauses.size() > 1 ? "either " : "") + words);
      }
    }
    int last = said.size() - 1;
    return last < 1
        ? String.join("", said)
        : String.join("; ", said.subList(0, last)) + "; and " + said.get(last);
  }

  @Override
  String operand(String text) {
    StringBuilder words = new StringBuilder();
    Matcher token = Clause.TOKEN.matcher(text);
    while (token.find()) {
      words.append(words.isEmpty() ? "" : " ").append(word(token.group()));
    }
    return words.toString();
  }

  private String word(String token) {
    if (token.startsWith("\"")) {
      return WordsOfMatch.text(token.substring(1, token.length() - 1));
    } else if (token.startsWith("$")) {
      int dot = token.indexOf('.');
      String name = dot < 0 ? token : token.substring(0, dot);
      String rest = dot < 0 ? "" : token.substring(dot + 1).replaceAll("\\(.*", "");
      String stands = symbols.getOrDefault(name, "it");
      return rest.isEmpty() || rest.equals("id")
          ? stands
          : rest.equals("share") && stands.endsWith(SHARE)
              ? "that share"
              : rest.equals("on")
                  ? "what " + stands + " is about"
                  : "the " + Names.inFile(rest) + " of " + stands;
    } else if (token.equals("this") || token.equals("id")) {
      return "it";
    } else if (token.matches("[A-Z]\\w*\\.[A-Z][A-Z0-9_]*")) {
      return token.substring(token.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    } else if (token.matches("\\w+\\.size(\\(\\s*\\))?")) {
      return "the number of entries in " + field(token.substring(0, token.indexOf('.')));
    } else if (token.equals("value") && parameter != null) {
      return parameter;
    }
    return type != null && type.isRecord() && Components.has(type, token) ? field(token) : token;
  }

  private String field(String component) {
    String name = Names.inFile(component);
    Field field = annotation(component);
    if (type == CountryShare.class) {
      return "the " + name;
    } else if (field != null) {
      terms.putIfAbsent(name, sentenceOf(field));
    }
    return (type != null && Fact.class.isAssignableFrom(type) ? "its " : "the ") + name;
  }

  private static String sentenceOf(Field field) {
    String text = field.value().replaceFirst("\\.$", "");
    boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return acronym ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private @Nullable Field annotation(String component) {
    return type != null && type.isRecord() && Components.has(type, component)
        ? Components.component(type, component).getAnnotation(Field.class)
        : null;
  }

  @Override
  boolean refers(String component) {
    Field field = annotation(component);
    return field != null && (field.refersToAny() || field.refersTo() != Section.NONE);
  }

  @Override
  @Nullable String yesOrNo(String component, boolean yes) {
    Field field = annotation(component);
    if (field == null || !field.value().startsWith("Whether ")) {
      return null;
    }
    String that = sentenceOf(field).substring("whether ".length());
    return (yes ? that : "it is not the case that " + that) + " (" + Names.inFile(component) + ")";
  }

  @Override
  boolean isSpokenOf(String token) {
    if (token.startsWith("$")) {
      int dot = token.indexOf('.');
      String stands = symbols.getOrDefault(token, "");
      return dot > 0
          || totals.contains(token)
          || stands.startsWith("the ") && !stands.matches("the (as-of date|parameter).*");
    }
    return !token.startsWith("value")
        && type != null
        && type.isRecord()
        && Components.has(type, token);
  }

  @Override
  @Nullable TermGroup terms(String variable) {
    return termGroups.get(variable);
  }

  @Override
  @Nullable Members members(String token) {
    return token.equals("countries") ? group : groups.get(token);
  }
}
