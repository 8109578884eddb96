package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No pattern backtracks badly: twice the text takes twice the steps, however it is meant to
 * mislead. Steps are characters that are looked at, so that no clock is asked. Patterns for rules
 * are left out: rules come from people who are trusted.
 */
class PatternsTest {
  private static final int LENGTH = 80;

  private static final String END = "\u0001!";

  /** What runs of quantifiers are made of, each with something behind it that fits no end. */
  private static final List<String> RUNS =
      List.of(
          " ", "\t", "\n", " \n", "a", "A", "1", "a ", "1 ", "-", ".", ". ", "..a", ",", ", a",
          "\"", "\"a", "\\\"", "(", "(a", "[", "{", "{{ ", "$", "$a", ".a", "/", "a/", "a:", "#",
          "# ", " #", "= ", "&& ", "昇", "昇a", "é", " co", ",ltd", "http://", "'", ";", "@", "%",
          "%1");

  private static long steps(Pattern pattern, String text) {
    long[] steps = new long[1];
    CharSequence counted = new Counted(text, steps);
    Matcher matcher = pattern.matcher(counted);
    while (matcher.find()) {
      steps[0]++;
    }
    assertThat(pattern.matcher(counted).matches()).isIn(true, false);
    return steps[0];
  }

  private record Counted(String text, long[] steps) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int at) {
      steps[0]++;
      return text.charAt(at);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.subSequence(from, to);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** All that stand in fields. */
  private static Map<String, Pattern> patterns() throws Exception {
    Path classes =
        Path.of(Advisor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, Pattern> patterns = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes.resolve("eu/policyadvisor"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replaceAll("[/\\\\]", ".");
        if (name.contains(".engine.")
            || name.contains("policyadvisor.rules.")
            || name.contains(".spark.")) {
          continue;
        }
        Class<?> type =
            Class.forName(name.replaceAll("\\.class$", ""), false, Advisor.class.getClassLoader());
        for (Field field : type.getDeclaredFields()) {
          if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            patterns.put(type.getName() + "." + field.getName(), (Pattern) field.get(null));
          }
        }
      }
    }
    return patterns;
  }

  @Test
  void takeTimeInProportionToTheText() throws Exception {
    Map<String, String> slow = new TreeMap<>();
    Map<String, Pattern> patterns = patterns();
    patterns.forEach(
        (name, pattern) -> {
          for (String run : RUNS) {
            for (String front : List.of("", "# a\"")) {
              long few = steps(pattern, front + run.repeat(LENGTH / run.length()) + END);
              long many = steps(pattern, front + run.repeat(2 * LENGTH / run.length()) + END);
              if (many > 2.8 * few + 500) {
                slow.put(name, "'" + front + run + "...' " + few + " -> " + many);
              }
            }
          }
        });
    assertThat(patterns).hasSizeGreaterThan(30);
    assertThat(slow).isEmpty();
  }
}
