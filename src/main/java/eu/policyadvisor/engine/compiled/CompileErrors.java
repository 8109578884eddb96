package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Supersession;
import eu.policyadvisor.engine.drl.CompilerFault;
import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.engine.drl.DrlRule;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.StatedList;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.AsOf;
import eu.policyadvisor.rule.Named;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** What follows from another problem, which is named too. */
  private static final Pattern FOLLOWS =
      Pattern.compile("Only a type can be imported|cannot be resolved to a (variable|type)");

  private static final Map<String, Class<?>> TYPES = types();

  private final DrlFile file;

  CompileErrors(DrlFile file) {
    this.file = file;
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
      if (problems.stream().noneMatch(each -> inOneRule(each.line(), said.line()))) {
        problems.add(problem(said));
      }
    }
    return problems.stream().distinct().toList();
  }

  private boolean inOneRule(int line, int other) {
    Optional<DrlRule> rule = file.ruleAt(file.offset(line, 0));
    return rule.isEmpty() || rule.equals(file.ruleAt(file.offset(other, 0)));
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
    String message = plain(said.text());
    return said.line() == 0
        ? new Problem(file.name(), 0, 0, message)
        : file.problemIn(file.offset(said.line(), Math.max(said.column() - 1, 0)), message);
  }

  private static String plain(String text) {
    return CompilerFault.oneLine(text).replaceFirst("^Rule Compilation error ", "");
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
    List<DrlToken> tokens = file.tokens();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).variable() && tokens.get(i + 1).is(":")) {
        bound.add(tokens.get(i).text());
      }
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
    return file.problemIn(
        Math.max(file.text().indexOf(name), 0),
        "imports '" + name + "', which does not exist" + meant(name, names, ""));
  }

  private static String meant(String name, Collection<String> known, String otherwise) {
    String suggestion = Suggestion.question(name, known, 1);
    return suggestion.isEmpty() && !otherwise.isEmpty()
        ? otherwise + String.join(", ", known)
        : suggestion;
  }

  /** Where a name first stands from the line on; at the line when it does not. */
  private Problem at(int line, String name, String message) {
    int from = file.offset(line, 0);
    return file.problemIn(
        file.tokens().stream()
            .filter(token -> token.from() >= from && token.is(name))
            .findFirst()
            .map(DrlToken::from)
            .orElse(from),
        message);
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
