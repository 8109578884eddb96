package eu.policyadvisor.session;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Supersession;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.Named;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts what the compiler of Drools says about one DRL file into the words of who wrote it: which
 * name is wrong, where it stands, and which one was probably meant.
 */
final class CompileErrors {
  private static final Pattern FIELD =
      Pattern.compile("unable to resolve method using strict-mode: ([\\w.$]+)\\.(\\$?\\w+)\\(");
  private static final Pattern TYPE = Pattern.compile("Unable to resolve ObjectType '([^']+)'");
  private static final Pattern IMPORT = Pattern.compile("Error importing : '([^']+)'");
  private static final Pattern WORD =
      Pattern.compile("Rule Compilation error (\\$?\\w+) cannot be resolved");
  private static final Pattern SYNTAX =
      Pattern.compile("\\[ERR \\d+\\] Line (\\d+):(\\d+) .*?input '([^']*)'");
  private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*rule[ \\t]+\"([^\"\\n]+)\"");
  private static final Pattern VARIABLE = Pattern.compile("(\\$\\w+)\\s*:");

  /** What follows from another problem, which is named too. */
  private static final Pattern FOLLOWS =
      Pattern.compile(
          "Parser returned a null Package|Only a type can be imported|cannot be resolved to a"
              + " (variable|type)");

  private static final Map<String, Class<?>> TYPES = types();

  private final String file;
  private final String drl;

  CompileErrors(String file, String drl) {
    this.file = file;
    this.drl = drl;
  }

  /**
   * What the compiler said.
   *
   * @param line a line of the file; 0 where it names none
   * @param column a column; 0 where it names none
   * @param text its words
   */
  record Said(int line, int column, String text) {}

  /** What is wrong, without what only follows from it. */
  List<Problem> problems(List<Said> all) {
    List<Problem> imports =
        all.stream()
            .filter(said -> IMPORT.matcher(said.text()).find())
            .map(this::problem)
            .distinct()
            .toList();
    if (!imports.isEmpty()) {
      return imports;
    }
    List<Problem> problems = new ArrayList<>();
    List<Said> last = new ArrayList<>();
    for (Said said : all) {
      if (FOLLOWS.matcher(said.text()).find()) {
        last.add(said);
      } else {
        problems.add(problem(said));
      }
    }
    // One that is named for no other reason is a cause.
    for (Said said : last) {
      if (problems.stream().noneMatch(each -> inOneRule(each.line(), said.line()))
          && !said.text().contains("null Package")) {
        problems.add(problem(said));
      }
    }
    return problems.stream().distinct().toList();
  }

  private boolean inOneRule(int line, int other) {
    return rule(line).equals(rule(other)) || rule(line).isEmpty();
  }

  private Problem problem(Said said) {
    Matcher field = FIELD.matcher(said.text());
    if (field.find()) {
      return field(said.line(), field.group(1), field.group(2));
    }
    Matcher type = TYPE.matcher(said.text());
    if (type.find()) {
      return at(said.line(), type.group(1), unknownType(type.group(1)));
    }
    Matcher imported = IMPORT.matcher(said.text());
    if (imported.find()) {
      return imported(imported.group(1));
    }
    Matcher word = WORD.matcher(said.text());
    if (word.find()) {
      String name = word.group(1);
      return at(said.line(), name, name.startsWith("$") ? variable(name) : unknownType(name));
    }
    Matcher syntax = SYNTAX.matcher(said.text());
    if (syntax.find()) {
      int line = Integer.parseInt(syntax.group(1));
      return new Problem(
          file,
          line,
          Integer.parseInt(syntax.group(2)) + 1,
          prefix(line)
              + "cannot be read from '"
              + syntax.group(3)
              + "' on; look for a comma, a parenthesis, a quotation mark or an 'end' that is"
              + " missing or too many before it");
    }
    return new Problem(file, said.line(), said.column(), prefix(said.line()) + plain(said.text()));
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").replaceFirst("^Rule Compilation error ", "");
  }

  private Problem field(int line, String owner, String name) {
    String type = owner.substring(owner.lastIndexOf('.') + 1);
    Class<?> known = TYPES.get(type);
    String message;
    if (name.startsWith("$")) {
      message = variable(name);
    } else if (Character.isUpperCase(name.charAt(0)) && known != null && !known.isEnum()) {
      message = unknownType(name);
    } else if (known != null && known.isEnum()) {
      message =
          "reads '"
              + name
              + "', which is no value of "
              + type
              + meant(
                  name,
                  Arrays.stream(known.getEnumConstants()).map(Object::toString).toList(),
                  "; its values are ");
    } else {
      message =
          "reads the field '"
              + name
              + "', which "
              + type
              + " does not have"
              + (known == null ? "" : meant(name, Components.names(known), "; its fields are "));
    }
    return at(line, name, message);
  }

  private String variable(String name) {
    Set<String> bound = new TreeSet<>();
    Matcher variable = VARIABLE.matcher(drl);
    while (variable.find()) {
      bound.add(variable.group(1));
    }
    return "reads '"
        + name
        + "', to which no condition before it gives a value"
        + meant(name, bound.stream().filter(each -> !each.equals(name)).toList(), "");
  }

  private static String unknownType(String name) {
    Class<?> known = TYPES.get(name);
    return known != null
        ? "reads '" + name + "', which is not imported; add 'import " + known.getName() + "'"
        : "reads '"
            + name
            + "', which is no kind of fact or conclusion"
            + meant(name, TYPES.keySet(), "");
  }

  private Problem imported(String name) {
    Set<String> names = new TreeSet<>();
    TYPES.values().forEach(type -> names.add(type.getName()));
    int at = Math.max(drl.indexOf(name), 0);
    return place(at, "imports '" + name + "', which does not exist" + meant(name, names, ""));
  }

  private static String meant(String name, Collection<String> known, String otherwise) {
    String suggestion = Suggestion.of(name, known);
    return suggestion.isEmpty() && !otherwise.isEmpty()
        ? otherwise + String.join(", ", known)
        : suggestion;
  }

  /** Where a name first stands from the line on; at the line when it does not. */
  private Problem at(int line, String name, String message) {
    int from = 0;
    for (int i = 1; i < line && from >= 0; i++) {
      from = drl.indexOf('\n', from) + 1;
    }
    Matcher matcher = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?!\\w)").matcher(drl);
    boolean found = matcher.find(Math.max(from, 0));
    return place(found ? matcher.start() : Math.max(from, 0), message);
  }

  private Problem place(int at, String message) {
    int start = drl.lastIndexOf('\n', at - 1) + 1;
    int line = 1 + (int) drl.substring(0, start).chars().filter(c -> c == '\n').count();
    return new Problem(file, line, drl.codePointCount(start, at) + 1, prefix(line) + message);
  }

  private String prefix(int line) {
    String rule = rule(line);
    return rule.isEmpty() ? "" : "rule '" + rule + "' ";
  }

  /** The rule to which a line belongs; empty before the first one. */
  private String rule(int line) {
    String found = "";
    Matcher rule = RULE.matcher(drl);
    while (rule.find()) {
      int starts = 1 + (int) drl.substring(0, rule.start(1)).chars().filter(c -> c == '\n').count();
      if (starts <= line) {
        found = rule.group(1);
      }
    }
    return found;
  }

  /** Everything that rules may name, by its simple name. */
  private static Map<String, Class<?>> types() {
    Map<String, Class<?>> types = new TreeMap<>();
    Stream.of(
            Stream.of(Fact.class.getPermittedSubclasses()),
            Stream.of(Concept.class.getPermittedSubclasses()),
            Stream.of(Named.class.getPermittedSubclasses()),
            Stream.<Class<?>>of(
                Finding.class,
                Recommendation.class,
                Supersession.class,
                CountryShare.class,
                StatedList.class,
                AsOf.class))
        .flatMap(each -> each)
        .forEach(
            type -> {
              types.put(type.getSimpleName(), type);
              if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                  constants(component)
                      .forEach(constant -> types.put(constant.getSimpleName(), constant));
                }
              }
            });
    return types;
  }

  private static List<Class<?>> constants(RecordComponent component) {
    List<Class<?>> constants = new ArrayList<>();
    if (component.getType().isEnum()) {
      constants.add(component.getType());
    } else if (component.getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> element
        && element.isEnum()) {
      constants.add(element);
    }
    return constants;
  }
}
