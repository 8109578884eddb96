package eu.policyadvisor.session;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Named;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes one rule in every way that {@link Mutation.Kind} names, one change at a time. */
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

  private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*import[ \\t]+([\\w.]+)");
  private static final Pattern DATE =
      Pattern.compile("(?:date-effective|date-expires)[ \\t]+\"([^\"]+)\"");
  private static final Pattern CARD = Pattern.compile("@(severity|stance)\\(\"(\\w+)\"\\)");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);

  private final String file;
  private final String drl;
  private final String head;
  private final RuleParts rule;
  private final DrlWords words;
  private final List<RuleToken> tokens;
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

  private RuleMutator(String file, String drl, RuleParts rule, DrlWords words) {
    this.file = file;
    this.drl = drl;
    this.rule = rule;
    this.words = words;
    this.tokens = rule.conditionTokens();
    this.head = drl.substring(0, RuleParts.of(drl).get(0).from());
    Matcher matcher = IMPORT.matcher(head);
    while (matcher.find()) {
      load(matcher.group(1));
    }
  }

  /** All changes of the rules of a file. */
  static List<Mutation> of(String file, String drl, DrlWords words) {
    List<Mutation> all = new ArrayList<>();
    for (RuleParts rule : RuleParts.of(drl)) {
      RuleMutator mutator = new RuleMutator(file, drl, rule, words);
      mutator.run();
      all.addAll(mutator.mutations);
    }
    return all;
  }

  private void load(String name) {
    for (String each : List.of(name, name.replaceAll("\\.(\\w+)$", "\\$$1"))) {
      try {
        Class<?> type = Class.forName(each, false, RuleMutator.class.getClassLoader());
        imported.put(name.substring(name.lastIndexOf('.') + 1), type);
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
    Matcher date = DATE.matcher(rule.head());
    while (date.find()) {
      shifted(rule.from() + date.start(1), rule.from() + date.end(1), date.group(1), "");
    }
    Matcher card = CARD.matcher(rule.head());
    while (card.find()) {
      boolean severity = card.group(1).equals("severity");
      String other =
          severity ? next(Severity.values(), card.group(2)) : next(Stance.values(), card.group(2));
      put(
          severity ? Mutation.Kind.CHANGED_SEVERITY : Mutation.Kind.CHANGED_STANCE,
          rule.from() + card.start(2),
          rule.from() + card.end(2),
          other);
    }
  }

  private static <E extends Enum<E>> String next(E[] constants, String word) {
    for (int i = 0; i < constants.length; i++) {
      if (constants[i].name().toLowerCase(Locale.ROOT).equals(word)) {
        return constants[(i + 1) % constants.length].name().toLowerCase(Locale.ROOT);
      }
    }
    return constants[0].name().toLowerCase(Locale.ROOT);
  }

  private void shifted(int from, int to, String text, String quote) {
    LocalDate day = LocalDate.parse(text, DAY);
    for (int days : new int[] {1, -1}) {
      put(Mutation.Kind.SHIFTED_DATE, from, to, quote + DAY.format(day.plusDays(days)) + quote);
    }
  }

  private @Nullable RuleToken at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : null;
  }

  private boolean is(int i, String text) {
    RuleToken token = at(i);
    return token != null && token.is(text);
  }

  private void token(int i) {
    RuleToken token = tokens.get(i);
    switch (token.type()) {
      case SIGN -> sign(i, token);
      case WORD -> word(i, token);
      case NUMBER ->
          put(
              Mutation.Kind.CONSTANT,
              token.from(),
              token.to(),
              new java.math.BigDecimal(token.text()).add(java.math.BigDecimal.ONE).toPlainString());
      case TEXT -> text(i, token);
      case VARIABLE -> swap(token, is(i + 1, ":"), tokens, i);
    }
  }

  private void sign(int i, RuleToken token) {
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

  private void word(int i, RuleToken token) {
    RuleToken after = at(i + 1);
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
      RuleToken constant = tokens.get(i + 2);
      put(Mutation.Kind.ENUM_VALUE, constant, other(constants(token), List.of(constant.text())));
    }
  }

  private Enum<?> @Nullable [] constants(RuleToken type) {
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
            tokens.get(elements.get(e)[0]).type() == RuleToken.Type.TEXT
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
    RuleToken type = tokens.get(elements.get(0)[0]);
    String more = other(constants(type), taken);
    if (more != null) {
      int end = tokens.get(close - 1).to();
      put(Mutation.Kind.ENUM_VALUE, end, end, ", " + type.text() + "." + more);
    }
  }

  private String pattern(int place) {
    return rule.around(place, RuleParts.Kind.PATTERN).map(RuleParts.Node::type).orElse("");
  }

  private void text(int i, RuleToken token) {
    String content = token.content();
    if (is(i - 1, "matches")) {
      return;
    } else if (content.matches("\\d\\d-[A-Za-z]{3}-\\d{4}")) {
      shifted(token.from(), token.to(), content, "\"");
      return;
    } else if (inList(i)) {
      return;
    }
    RuleToken field = at(i - 2);
    if (field != null && (is(i - 1, "==") || is(i - 1, "!="))) {
      words
          .instead(pattern(token.from()), field.text(), content)
          .ifPresent(other -> put(Mutation.Kind.CONSTANT, token, "\"" + other + "\""));
    }
  }

  /** Notes a variable where it is bound. */
  private void define(int i) {
    RuleToken token = tokens.get(i);
    if (token.type() != RuleToken.Type.VARIABLE || !is(i + 1, ":")) {
      return;
    }
    int from = token.from();
    int[] scope = {rule.from(), rule.to()};
    for (RuleParts.Kind kind :
        List.of(
            RuleParts.Kind.OR,
            RuleParts.Kind.EXISTS,
            RuleParts.Kind.NOT,
            RuleParts.Kind.ACCUMULATE)) {
      rule.around(from, kind)
          .filter(node -> node.to() - node.from() < scope[1] - scope[0])
          .ifPresent(
              node -> {
                scope[0] = node.from();
                scope[1] = node.to();
              });
    }
    Optional<RuleParts.Node> pattern = rule.around(from, RuleParts.Kind.PATTERN);
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

  private void swap(RuleToken token, boolean definition, List<RuleToken> of, int i) {
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
    List<RuleToken> right = rule.consequenceTokens();
    for (int i = 0; i < right.size(); i++) {
      RuleToken token = right.get(i);
      if (token.type() == RuleToken.Type.VARIABLE) {
        swap(token, false, right, i);
      } else if (i + 2 < right.size() && right.get(i + 1).is(".") && constants(token) != null) {
        RuleToken constant = right.get(i + 2);
        put(
            token.is("Severity") ? Mutation.Kind.CHANGED_SEVERITY : Mutation.Kind.ENUM_VALUE,
            constant,
            other(constants(token), List.of(constant.text())));
      }
    }
  }

  /** Leaves out a condition or a part of one where what is left still means something. */
  private void drop(RuleParts.Node node, List<RuleParts.Node> siblings, boolean top) {
    if (node.kind() == RuleParts.Kind.PATTERN) {
      for (int i = 0; i < node.children().size(); i++) {
        RuleParts.Node test = node.children().get(i);
        if (!binds(test) && !names(node, test)) {
          cut(Mutation.Kind.DROPPED_CONDITION, node.children(), i);
        }
        test.children().forEach(inner -> parts(inner));
      }
    } else if (node.kind() == RuleParts.Kind.AND || node.kind() == RuleParts.Kind.OR) {
      parts(node);
    } else {
      node.children().forEach(child -> drop(child, List.of(), false));
    }
    if (top && siblings.size() > 1 && !boundForOthers(node)) {
      put(
          node.kind() == RuleParts.Kind.NOT
              ? Mutation.Kind.DROPPED_EXCEPTION
              : Mutation.Kind.DROPPED_CONDITION,
          node.from(),
          node.to(),
          "");
    }
  }

  /** Each part of an alternative or a conjunction left out. */
  private void parts(RuleParts.Node joined) {
    List<RuleParts.Node> children = joined.children();
    for (int i = 0; i < children.size(); i++) {
      RuleParts.Node child = children.get(i);
      if (children.size() > 1 && !(joined.kind() == RuleParts.Kind.AND && boundForOthers(child))) {
        cut(
            child.kind() == RuleParts.Kind.NOT
                ? Mutation.Kind.DROPPED_EXCEPTION
                : Mutation.Kind.DROPPED_CONDITION,
            children,
            i);
      }
      if (child.kind() == RuleParts.Kind.TEST) {
        child.children().forEach(this::parts);
      } else {
        drop(child, List.of(), false);
      }
    }
  }

  private void cut(Mutation.Kind kind, List<RuleParts.Node> children, int i) {
    RuleParts.Node child = children.get(i);
    if (children.size() == 1) {
      put(kind, child.from(), child.to(), "");
    } else if (i == 0) {
      put(kind, child.from(), children.get(1).from(), "");
    } else {
      put(kind, children.get(i - 1).to(), child.to(), "");
    }
  }

  private boolean binds(RuleParts.Node node) {
    return tokens.stream()
        .filter(token -> token.type() == RuleToken.Type.VARIABLE && node.holds(token.from()))
        .anyMatch(token -> is(tokens.indexOf(token) + 1, ":"));
  }

  private boolean names(RuleParts.Node pattern, RuleParts.Node test) {
    return LOOKED_UP.contains(pattern.type())
        && drl.substring(test.from(), test.to()).startsWith("name ");
  }

  /** Whether a variable that is bound in a node is used outside of it. */
  private boolean boundForOthers(RuleParts.Node node) {
    for (int i = 0; i < tokens.size(); i++) {
      RuleToken token = tokens.get(i);
      if (token.type() == RuleToken.Type.VARIABLE && node.holds(token.from()) && is(i + 1, ":")) {
        for (RuleToken other : tokens) {
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

  private void put(Mutation.Kind kind, RuleToken token, @Nullable String after) {
    if (after != null) {
      put(kind, token.from(), token.to(), after);
    }
  }

  private void put(Mutation.Kind kind, int from, int to, String after) {
    String changed = drl.substring(rule.from(), from) + after + drl.substring(to, rule.to()) + "\n";
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
    int line = 1 + (int) drl.substring(0, from).chars().filter(c -> c == '\n').count();
    int column = drl.codePointCount(drl.lastIndexOf('\n', Math.max(0, from - 1)) + 1, from) + 1;
    mutations.add(
        new Mutation(
            kind,
            rule.id(),
            file,
            line,
            column,
            cut
                ? before.replaceAll("^(,|\\|\\||&&|or|and) |(,| \\|\\|| &&| or| and)$", "")
                : before,
            cut ? "" : shown,
            head + changed));
  }

  /** What is shown of a change: the test it stands in, else what stands between blanks. */
  private int[] shown(int from, int to) {
    Optional<RuleParts.Node> test = rule.around(from, RuleParts.Kind.TEST);
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
    return from >= rule.from() + rule.head().length();
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
