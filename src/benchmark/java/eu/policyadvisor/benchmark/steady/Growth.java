package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.RuleBase;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How the time grows with facts or rules. A process of its own, which whoever starts it ends when
 * it takes too long: it prints a line {@code = size microseconds}, or {@code ! size why not}, as
 * soon as a size is done.
 */
public final class Growth {
  static final List<Integer> FACTS = List.of(10, 100, 1_000, 10_000);
  static final List<Integer> RULES = List.of(0, 100, 300, 1_000);

  /** What the added rules match, and the facts do not hold. */
  private static final Set<Section> ABSENT = Set.of(Section.TALENT, Section.TRANSACTIONS);

  /** How much longer than one size the JVM runs before the first. */
  private static final int WARM_UP = 5;

  private final PrintStream out = System.out;
  private final double seconds;

  private Growth(double seconds) {
    this.seconds = seconds;
  }

  /**
   * Measures.
   *
   * @param arguments {@code facts} or {@code rules}, an {@link Effort}, the seconds for each size
   */
  public static void main(String[] arguments) throws IOException {
    Growth growth = new Growth(Double.parseDouble(arguments[2]));
    Effort effort = Effort.valueOf(arguments[1]);
    if (arguments[0].equals("facts")) {
      growth.ofFacts(effort);
    } else {
      growth.ofRules(effort);
    }
  }

  private void ofFacts(Effort effort) {
    Advisor advisor = Advisor.standard();
    Effort.Task task = effort.with(advisor, FactSets.rules(advisor));
    repeat(task, FactSets.of(advisor, FactSets.AVERAGE), WARM_UP * seconds);
    for (int size : FACTS) {
      report(size, task, FactSets.of(advisor, size));
    }
  }

  private void ofRules(Effort effort) throws IOException {
    for (int added : RULES) {
      Advisor advisor = Advisor.standard();
      RuleBase rules = new RuleBase(CompiledRules.builtIn(advisor.knowledge().catalogue()));
      if (added > 0 && effort == Effort.RULES) {
        rules =
            new RuleBase(
                CompiledRules.of(
                    RuleDirectory.of(generated(added)), advisor.knowledge().catalogue()));
      } else if (added > 0) {
        advisor = advisor.withRules(generated(added));
      }
      FactSet facts = FactSets.of(advisor, FactSets.AVERAGE, ABSENT);
      Effort.Task task = effort.with(advisor, rules);
      repeat(task, facts, (added == 0 ? WARM_UP : 1) * seconds);
      report(added, task, facts);
    }
  }

  private void report(int size, Effort.Task task, FactSet facts) {
    try {
      List<Long> runs = repeat(task, facts, seconds);
      Collections.sort(runs);
      out.printf("= %d %d%n", size, runs.get(runs.size() / 2) / 1000);
    } catch (RuleBaseException e) {
      out.printf("! %d %s%n", size, e.getMessage());
    }
    out.flush();
  }

  private static List<Long> repeat(Effort.Task task, FactSet facts, double seconds) {
    List<Long> nanoseconds = new ArrayList<>();
    long start = System.nanoTime();
    do {
      long before = System.nanoTime();
      task.of(facts);
      nanoseconds.add(System.nanoTime() - before);
    } while (System.nanoTime() - start < seconds * 1e9);
    return nanoseconds;
  }

  /** Rules of which none matches; every second one joins. */
  private static Path generated(int rules) throws IOException {
    StringBuilder drl =
        new StringBuilder(
            """
            package eu.policyadvisor.rules.generated

            import eu.policyadvisor.fact.Talent
            import eu.policyadvisor.fact.Transaction
            import eu.policyadvisor.finding.Finding
            """);
    for (int i = 0; i < rules; i++) {
      String conditions =
          i % 2 == 0
              ? "$on : Transaction( stake > 0.%04d, valueMeur > %d )".formatted(i, i)
              : "$on : Transaction( stake > 0.%04d )%n    Talent( vacancyRate < 0.%04d )"
                  .formatted(i, i);
      drl.append(
          """

          rule "generated/rule-%d"
              @kind("finding")
              @title("Generated")
              @summary("A rule that concerns no fact.")
              @keyPoints("1") @layer("talent") @severity("low") @confidence(0.5)
              @cites("crma Art. 5(1)")
          when
              %s
          then
              insertLogical( new Finding( drools.getRule().getName(), $on ) );
          end
          """
              .formatted(i, conditions));
    }
    Path directory = Path.of("target", "benchmark", "steady", "rules-" + rules);
    Path file = directory.resolve("generated").resolve("generated.drl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, drl, StandardCharsets.UTF_8);
    return directory;
  }

  /** The sizes that are measured. */
  static List<Integer> sizes(String what) {
    return what.equals("facts") ? FACTS : RULES;
  }
}
