package eu.policyadvisor.engine.mutants;

import eu.policyadvisor.engine.drl.DrlCondition;
import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.engine.drl.RuleDay;
import eu.policyadvisor.engine.drl.Surroundings;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Named;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes one rule in every way that {@link Mutation.Kind} names, one change at a time.
 *
 * <p><b>Idea.</b> Faults that authors make are small, and cases that notice all small changes
 * notice most large ones. Three things of a rule are changed: its card, where advice rests on it;
 * its conditions, token by token and by leaving out what the tree of conditions holds; variables
 * and constants of its consequence. Comments and texts that no fact states are left alone. What
 * cannot compile or mean anything is not tried: a variable stays where others need it, and what
 * looks up a parameter keeps a name.
 *
 * <p><b>Source.</b> DeMillo, Lipton and Sayward, Hints on Test Data Selection, 1978; the operators
 * are those of PIT, Coles et al., 2016, as far as rules have what they change.
 *
 * <p><b>Data.</b> Tokens and the tree of conditions, both with places in the text, and the
 * variables with their types and the stretch of text in which each can be used. A change is a place
 * and what stands there instead, so that all else stays as written.
 *
 * <p><b>Cost.</b> One pass over the tokens, in which each token looks at the variables or at the
 * conditions around it: tokens times conditions. Each change holds a copy of the rule.
 */
final class RuleMutator {
  private static final Map<String, String> BOUNDARIES =
      Map.of(">", ">=", ">=", ">", "<", "<=", "<=", "<");
  private static final Map<String, String> COMPARISONS =
      Map.of("==", "!=", "!=", "==", ">", "<", ">=", "<=", "<", ">", "<=", ">=");
  private static final Map<String, String> CONNECTIVES = Map.of("&&", "||", "||", "&&");
  private static final List<String> OPERATORS = List.of("in", "contains", "matches", "memberOf");

  /** Types of which a name or date looks up one; without the name they mean nothing. */
  private static final List<String> LOOKED_UP =
      Stream.of(Named.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();

  private final DrlFile file;
  private final DrlRule rule;
  private final String drl;
  private final Surroundings surroundings;
  private final DrlWords words;
  private final List<DrlToken> tokens;
  private final Map<String, Class<?>> imported = new LinkedHashMap<>();
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final List<Mutation> mutations = new ArrayList<>();

  /**
   * A variable of the rule.
   *
   * @param type what it stands for; null when that cannot be told
   * @param defined where it is bound
   * @param from where it can be used
   * @param to up to where it can be used
   */
  private record Variable(String name, @Nullable Class<?> type, int defined, int from, int to) {}

  private RuleMutator(DrlRule rule, DrlSources sources, DrlWords words) {
    this.rule = rule;
    this.file = rule.file();
    this.drl = file.text();
    this.surroundings = Surroundings.of(rule, sources);
    this.words = words;
    this.tokens = rule.conditionTokens();
    sources.imports(file).forEach(this::load);
  }

  /** All changes of a rule. */
  static List<Mutation> of(DrlRule rule, DrlSources sources, DrlWords words) {
    RuleMutator mutator = new RuleMutator(rule, sources, words);
    mutator.run();
    return mutator.mutations;
  }

  private void load(String name) {
    String type = name.substring(name.lastIndexOf('.') + 1);
    for (String each :
        List.of(name, name.substring(0, name.length() - type.length() - 1) + "$" + type)) {
      try {
        imported.put(type, Class.forName(each, false, RuleMutator.class.getClassLoader()));
        return;
      } catch (ClassNotFoundException e) {
        // The name of a nested class is written with a dot; a class of others is not looked into.
      }
    }
  }

  private void run() {
    card();
    for (int i = 0; i < tokens.size(); i++) {
      define(i);
    }
    for (int i = 0; i < tokens.size(); i++) {
      token(i);
    }
    rule.conditions().forEach(node -> drop(node, rule.conditions(), true));
    consequence();
  }

  private void card() {
    for (DrlRule.HeadItem item : rule.items()) {
      DrlRule.Span value = item.value();
      switch (item.name()) {
        case "date-effective", "date-expires" -> shifted(value, "");
        case "@severity" -> card(Mutation.Kind.CHANGED_SEVERITY, value, Severity.values());
        case "@stance" ->
            card(Mutation.Kind.CHANGED_STANCE, value, Stance.ADVICE.toArray(Stance[]::new));
        default -> {
          // What is said of a rule changes no advice.
        }
      }
    }
  }

  private <E extends Enum<E>> void card(Mutation.Kind kind, DrlRule.Span value, E[] constants) {
    put(
        kind,
        value.from(),
        value.to(),
        next(constants, drl.substring(value.from(), value.to()).strip()));
  }

  private static <E extends Enum<E>> String next(E[] constants, String word) {
    for (int i = 0; i < constants.length; i++) {
      if (constants[i].name().toLowerCase(Locale.ROOT).equals(word)) {
        return constants[(i + 1) % constants.length].name().toLowerCase(Locale.ROOT);
      }
    }
    return constants[0].name().toLowerCase(Locale.ROOT);
  }

  private void shifted(DrlRule.Span day, String quote) {
    int quoted = quote.length();
    RuleDay.read(drl.substring(day.from() + quoted, day.to() - quoted))
        .ifPresent(
            date -> {
              for (int days : new int[] {1, -1}) {
                put(
                    Mutation.Kind.SHIFTED_DATE,
                    day.from(),
                    day.to(),
                    quote + RuleDay.write(date.plusDays(days)) + quote);
              }
            });
  }

  private @Nullable DrlToken at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : null;
  }

  private boolean is(int i, String text) {
    DrlToken token = at(i);
    return token != null && token.is(text);
  }

  private void token(int i) {
    DrlToken token = tokens.get(i);
    switch (token.kind()) {
      case SYMBOL -> sign(i, token);
      case NUMBER -> number(token);
      case STRING -> text(i, token);
      default -> {
        if (token.variable()) {
          swap(token, is(i + 1, ":"), tokens, i);
        } else {
          word(i, token);
        }
      }
    }
  }

  /** One more; what marks the type of a number stays. */
  private void number(DrlToken token) {
    String digits = token.number();
    if (digits.chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
      put(
          Mutation.Kind.CONSTANT,
          token.from(),
          token.from() + digits.length(),
          new BigDecimal(digits).add(BigDecimal.ONE).toPlainString());
    }
  }

  private void sign(int i, DrlToken token) {
    boolean name = LOOKED_UP.contains(pattern(token.from())) && is(i - 1, "name");
    if (BOUNDARIES.containsKey(token.text())) {
      put(Mutation.Kind.BOUNDARY, token, BOUNDARIES.get(token.text()));
    }
    if (COMPARISONS.containsKey(token.text()) && !name) {
      put(Mutation.Kind.COMPARISON, token, COMPARISONS.get(token.text()));
    }
    if (CONNECTIVES.containsKey(token.text())) {
      put(Mutation.Kind.CONNECTIVE, token, CONNECTIVES.get(token.text()));
    }
  }

  private void word(int i, DrlToken token) {
    DrlToken after = at(i + 1);
    if (token.is("not") && after != null) {
      if (OPERATORS.contains(after.text())) {
        put(Mutation.Kind.NEGATION, token.from(), after.from(), "");
      } else {
        put(Mutation.Kind.NEGATION, token, "exists");
      }
    } else if (token.is("exists")) {
      put(Mutation.Kind.NEGATION, token, "not");
    } else if (OPERATORS.contains(token.text()) && !is(i - 1, "not") && i > 0) {
      put(Mutation.Kind.NEGATION, token, "not " + token.text());
    } else if (token.is("covers") && is(i - 1, ".")) {
      int group = tokens.get(i - 2).from();
      boolean negated = is(i - 3, "!");
      put(
          Mutation.Kind.NEGATION,
          negated ? tokens.get(i - 3).from() : group,
          group,
          negated ? "" : "!");
    } else if (token.is("true") || token.is("false")) {
      put(Mutation.Kind.CONSTANT, token, token.is("true") ? "false" : "true");
    }
    if (token.is("in") && is(i + 1, "(")) {
      list(i + 1);
    }
    if (is(i + 1, ".") && !is(i - 1, ".") && constants(token) != null && !inList(i)) {
      DrlToken constant = tokens.get(i + 2);
      put(Mutation.Kind.ENUM_VALUE, constant, other(constants(token), List.of(constant.text())));
    }
  }

  private Enum<?> @Nullable [] constants(DrlToken type) {
    Class<?> of = imported.get(type.text());
    return of == null || !of.isEnum() ? null : (Enum<?>[]) of.getEnumConstants();
  }

  /** The first constant after the last of the taken ones that is not taken. */
  private static @Nullable String other(Enum<?> @Nullable [] constants, List<String> taken) {
    if (constants == null) {
      return null;
    }
    int last = 0;
    for (int i = 0; i < constants.length; i++) {
      last = constants[i].name().equals(taken.get(taken.size() - 1)) ? i : last;
    }
    for (int i = 1; i < constants.length; i++) {
      String name = constants[(last + i) % constants.length].name();
      if (!taken.contains(name)) {
        return name;
      }
    }
    return null;
  }

  private boolean inList(int i) {
    for (int open = i; open > 0; open--) {
      if (is(open, ")")) {
        return false;
      } else if (is(open, "(")) {
        return is(open - 1, "in");
      }
    }
    return false;
  }

  /** Each element of a list left out; of closed types one more. */
  private void list(int open) {
    List<int[]> elements = new ArrayList<>();
    int first = open + 1;
    int close = open + 1;
    while (close < tokens.size() && !is(close, ")")) {
      if (is(close, ",")) {
        elements.add(new int[] {first, close});
        first = close + 1;
      }
      close++;
    }
    elements.add(new int[] {first, close});
    if (elements.size() > 1) {
      for (int e = 0; e < elements.size(); e++) {
        int from = tokens.get(elements.get(e)[0]).from();
        int to =
            e + 1 < elements.size()
                ? tokens.get(elements.get(e + 1)[0]).from()
                : tokens.get(close).from();
        int begin = e + 1 < elements.size() ? from : tokens.get(elements.get(e)[0] - 1).from();
        put(
            tokens.get(elements.get(e)[0]).kind() == DrlToken.Kind.STRING
                ? Mutation.Kind.CONSTANT
                : Mutation.Kind.ENUM_VALUE,
            begin,
            to,
            e + 1 < elements.size() ? "" : " ");
      }
    }
    List<String> taken = new ArrayList<>();
    for (int[] element : elements) {
      taken.add(tokens.get(element[1] - 1).text());
    }
    DrlToken type = tokens.get(elements.get(0)[0]);
    String more = other(constants(type), taken);
    if (more != null) {
      int end = tokens.get(close - 1).to();
      put(Mutation.Kind.ENUM_VALUE, end, end, ", " + type.text() + "." + more);
    }
  }

  private String pattern(int place) {
    return rule.around(place, DrlCondition.Kind.PATTERN).map(DrlCondition::type).orElse("");
  }

  private void text(int i, DrlToken token) {
    String content = token.content();
    if (RuleDay.read(content).isPresent()) {
      shifted(new DrlRule.Span(token.from(), token.to()), "\"");
      return;
    } else if (inList(i)) {
      return;
    }
    DrlToken field = at(i - 2);
    if (field != null && (is(i - 1, "==") || is(i - 1, "!="))) {
      words
          .instead(pattern(token.from()), field.text(), content)
          .ifPresent(other -> put(Mutation.Kind.CONSTANT, token, "\"" + other + "\""));
    }
  }

  /** Notes a variable where it is bound. */
  private void define(int i) {
    DrlToken token = tokens.get(i);
    if (!token.variable() || !is(i + 1, ":")) {
      return;
    }
    int from = token.from();
    int[] scope = {rule.from(), rule.to()};
    for (DrlCondition.Kind kind :
        List.of(
            DrlCondition.Kind.OR,
            DrlCondition.Kind.EXISTS,
            DrlCondition.Kind.NOT,
            DrlCondition.Kind.ACCUMULATE)) {
      rule.around(from, kind)
          .filter(node -> node.to() - node.from() < scope[1] - scope[0])
          .ifPresent(
              node -> {
                scope[0] = node.from();
                scope[1] = node.to();
              });
    }
    Optional<DrlCondition> pattern = rule.around(from, DrlCondition.Kind.PATTERN);
    Class<?> type = pattern.map(node -> imported.get(node.type())).orElse(null);
    if (type != null && pattern.isPresent() && pattern.get().from() != from) {
      type = component(type, tokens.get(i + 2).text());
    }
    variables.putIfAbsent(token.text(), new Variable(token.text(), type, from, scope[0], scope[1]));
  }

  private static @Nullable Class<?> component(Class<?> type, String name) {
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        if (component.getName().equals(name)) {
          return component.getType();
        }
      }
    }
    return null;
  }

  private void swap(DrlToken token, boolean definition, List<DrlToken> of, int i) {
    Variable variable = variables.get(token.text());
    if (definition || variable == null || variable.type() == null) {
      return;
    }
    boolean opened = i + 2 < of.size() && of.get(i + 1).is(".") && !of.get(i + 2).is("id");
    List<Variable> others = new ArrayList<>();
    for (Variable other : variables.values()) {
      if (!other.name().equals(variable.name())
          && other.type() != null
          && (opened
              ? other.type() == variable.type()
              : kind(other.type()) == kind(variable.type()))
          && other.defined() < token.from()
          && other.from() <= token.from()
          && token.from() < other.to()) {
        others.add(other);
      }
    }
    if (!others.isEmpty()) {
      Variable other =
          others.stream()
              .filter(each -> each.defined() > variable.defined())
              .findFirst()
              .orElse(others.get(0));
      put(Mutation.Kind.SWAPPED_BINDING, token, other.name());
    }
  }

  /** Facts of all kinds stand for each other. */
  private static Class<?> kind(Class<?> type) {
    return Fact.class.isAssignableFrom(type) ? Fact.class : type;
  }

  private void consequence() {
    List<DrlToken> right = rule.consequenceTokens();
    for (int i = 0; i < right.size(); i++) {
      DrlToken token = right.get(i);
      if (token.variable()) {
        swap(token, false, right, i);
      } else if (i + 2 < right.size() && right.get(i + 1).is(".") && constants(token) != null) {
        DrlToken constant = right.get(i + 2);
        put(
            token.is("Severity") ? Mutation.Kind.CHANGED_SEVERITY : Mutation.Kind.ENUM_VALUE,
            constant,
            other(constants(token), List.of(constant.text())));
      }
    }
  }

  /** Leaves out a condition or a part of one where what is left still means something. */
  private void drop(DrlCondition node, List<DrlCondition> siblings, boolean top) {
    if (node.kind() == DrlCondition.Kind.PATTERN) {
      for (int i = 0; i < node.children().size(); i++) {
        DrlCondition test = node.children().get(i);
        if (!binds(test) && !names(node, test)) {
          cut(Mutation.Kind.DROPPED_CONDITION, node.children(), i);
        }
        test.children().forEach(inner -> parts(inner));
      }
    } else if (node.kind() == DrlCondition.Kind.AND || node.kind() == DrlCondition.Kind.OR) {
      parts(node);
    } else {
      node.children().forEach(child -> drop(child, List.of(), false));
    }
    if (top && siblings.size() > 1 && !boundForOthers(node)) {
      put(
          node.kind() == DrlCondition.Kind.NOT
              ? Mutation.Kind.DROPPED_EXCEPTION
              : Mutation.Kind.DROPPED_CONDITION,
          node.from(),
          node.to(),
          "");
    }
  }

  /** Each part of an alternative or a conjunction left out. */
  private void parts(DrlCondition joined) {
    List<DrlCondition> children = joined.children();
    for (int i = 0; i < children.size(); i++) {
      DrlCondition child = children.get(i);
      if (children.size() > 1
          && !(joined.kind() == DrlCondition.Kind.AND && boundForOthers(child))) {
        cut(
            child.kind() == DrlCondition.Kind.NOT
                ? Mutation.Kind.DROPPED_EXCEPTION
                : Mutation.Kind.DROPPED_CONDITION,
            children,
            i);
      }
      if (child.kind() == DrlCondition.Kind.TEST) {
        child.children().forEach(this::parts);
      } else {
        drop(child, List.of(), false);
      }
    }
  }

  private void cut(Mutation.Kind kind, List<DrlCondition> children, int i) {
    DrlCondition child = children.get(i);
    if (children.size() == 1) {
      put(kind, child.from(), child.to(), "");
    } else if (i == 0) {
      put(kind, child.from(), children.get(1).from(), "");
    } else {
      put(kind, children.get(i - 1).to(), child.to(), "");
    }
  }

  private boolean binds(DrlCondition node) {
    return tokens.stream()
        .filter(token -> token.variable() && node.holds(token.from()))
        .anyMatch(token -> is(tokens.indexOf(token) + 1, ":"));
  }

  private boolean names(DrlCondition pattern, DrlCondition test) {
    return LOOKED_UP.contains(pattern.type())
        && drl.substring(test.from(), test.to()).startsWith("name ");
  }

  /** Whether a variable that is bound in a node is used outside of it. */
  private boolean boundForOthers(DrlCondition node) {
    for (int i = 0; i < tokens.size(); i++) {
      DrlToken token = tokens.get(i);
      if (token.variable() && node.holds(token.from()) && is(i + 1, ":")) {
        for (DrlToken other : tokens) {
          if (other.is(token.text()) && !node.holds(other.from())) {
            return true;
          }
        }
        if (rule.consequenceTokens().stream().anyMatch(other -> other.is(token.text()))) {
          return true;
        }
      }
    }
    return false;
  }

  private void put(Mutation.Kind kind, DrlToken token, @Nullable String after) {
    if (after != null) {
      put(kind, token.from(), token.to(), after);
    }
  }

  private void put(Mutation.Kind kind, int from, int to, String after) {
    String changed = drl.substring(rule.from(), from) + after + drl.substring(to, rule.to());
    int shownFrom = from;
    int shownTo = to;
    if (!after.isEmpty() || kind == Mutation.Kind.ENUM_VALUE || kind == Mutation.Kind.NEGATION) {
      int[] around = shown(from, to);
      shownFrom = around[0];
      shownTo = around[1];
    }
    String before = plain(drl.substring(shownFrom, shownTo));
    String shown = plain(drl.substring(shownFrom, from) + after + drl.substring(to, shownTo));
    boolean cut = after.isEmpty() && shownFrom == from && shownTo == to;
    Problem place = file.problem(from, "");
    mutations.add(
        new Mutation(
            kind,
            rule.id(),
            place.file(),
            place.line(),
            place.column(),
            cut
                ? before.replaceAll("^(,|\\|\\||&&|or|and) |(,| \\|\\|| &&| or| and)$", "")
                : before,
            cut ? "" : shown,
            surroundings.with(changed)));
  }

  /** What is shown of a change: the test it stands in, else what stands between blanks. */
  private int[] shown(int from, int to) {
    Optional<DrlCondition> test = rule.around(from, DrlCondition.Kind.TEST);
    if (test.isPresent() && to <= test.get().to()) {
      return new int[] {test.get().from(), test.get().to()};
    }
    int line = drl.lastIndexOf('\n', from) + 1;
    int end = drl.indexOf('\n', to);
    if (kindOfWhole(from)) {
      return new int[] {line, end < 0 ? drl.length() : end};
    }
    int begin = from;
    while (begin > line && !Character.isWhitespace(drl.charAt(begin - 1))) {
      begin--;
    }
    int stop = to;
    while (stop < drl.length() && !Character.isWhitespace(drl.charAt(stop))) {
      stop++;
    }
    return new int[] {begin, stop};
  }

  /** Outside the head and the tests the whole line is shown. */
  private boolean kindOfWhole(int from) {
    return from >= rule.headEnd();
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
