package eu.policyadvisor.session;

import eu.policyadvisor.fact.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where rules and their annotations stand in the DRL. */
final class DrlPlaces {
  private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*rule[ \\t]+\"([^\"\\n]+)\"");
  private static final Pattern WHEN = Pattern.compile("(?m)^[ \\t]*(when|then)\\b");

  private static final Pattern END = Pattern.compile("(?m)^[ \\t]*end\\b");

  private final Map<String, List<Head>> heads = new HashMap<>();

  /**
   * The part of a rule before its conditions.
   *
   * @param file the DRL file
   * @param drl its text
   * @param from where the rule begins
   * @param to where its conditions begin
   */
  private record Head(String file, String drl, int from, int to) {
    Problem problem(int at, String message) {
      int lineStart = drl.lastIndexOf('\n', at - 1) + 1;
      int line = 1 + (int) drl.substring(0, lineStart).chars().filter(c -> c == '\n').count();
      return new Problem(file, line, drl.codePointCount(lineStart, at) + 1, message);
    }

    /** Where a pattern first matches, else where the rule begins. */
    int find(Pattern pattern) {
      Matcher matcher = pattern.matcher(drl).region(from, to);
      return matcher.find() ? matcher.start() : from;
    }

    /** Where a pattern first matches in the conditions, else where the rule begins. */
    int findBelow(Pattern pattern) {
      Matcher matcher = pattern.matcher(drl).region(to, end());
      return matcher.find() ? matcher.start() : from;
    }

    private int end() {
      Matcher end = END.matcher(drl);
      return end.find(to) ? end.end() : drl.length();
    }

    /** The whole rule. */
    String text() {
      return drl.substring(from, end());
    }

    String place() {
      Problem at = problem(from, "");
      return at.file() + ":" + at.line();
    }
  }

  private DrlPlaces() {}

  /** The places in these files, of which the later ones come first. */
  @SafeVarargs
  static DrlPlaces in(Map<String, String>... sources) {
    DrlPlaces places = new DrlPlaces();
    for (Map<String, String> source : sources) {
      Map<String, List<Head>> heads = new HashMap<>();
      new TreeMap<>(source)
          .forEach(
              (file, drl) -> {
                Matcher rule = RULE.matcher(drl);
                while (rule.find()) {
                  Matcher when = WHEN.matcher(drl);
                  int to = when.find(rule.end()) ? when.start() : drl.length();
                  int from = drl.indexOf("rule", rule.start());
                  heads
                      .computeIfAbsent(rule.group(1), id -> new ArrayList<>())
                      .add(new Head(file, drl, from, to));
                }
              });
      places.heads.putAll(heads);
    }
    return places;
  }

  /** The text of each rule. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    heads.forEach((id, of) -> texts.put(id, of.get(0).text()));
    return texts;
  }

  /** The ids of all rules. */
  Set<String> ids() {
    return Set.copyOf(heads.keySet());
  }

  /** A problem of a rule, where its head matches the pattern, else where it begins. */
  Problem problem(String id, Pattern where, String message) {
    return problem(id, head -> head.find(where), message);
  }

  /** A problem of a rule, where its conditions match the pattern, else where it begins. */
  Problem problemBelow(String id, Pattern where, String message) {
    return problem(id, head -> head.findBelow(where), message);
  }

  private Problem problem(String id, ToIntFunction<Head> where, String message) {
    String text = "rule '" + id + "' " + message;
    List<Head> of = heads.getOrDefault(id, List.of());
    return of.isEmpty()
        ? new Problem("rules", 0, 0, text)
        : of.get(0).problem(where.applyAsInt(of.get(0)), text);
  }

  /** Rules whose id stands more than once, at the second and every later place. */
  List<Problem> duplicates() {
    List<Problem> duplicates = new ArrayList<>();
    heads.forEach(
        (id, of) ->
            of.stream()
                .skip(1)
                .forEach(
                    head ->
                        duplicates.add(
                            head.problem(
                                head.from(),
                                "rule id '"
                                    + id
                                    + "' is used twice; "
                                    + of.get(0).place()
                                    + " has it too. Give one of them another id"))));
    return duplicates.stream().sorted().toList();
  }
}
