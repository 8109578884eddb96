package eu.policyadvisor.cli.run;

import eu.policyadvisor.cli.io.Exit;
import java.util.List;

/**
 * What came of one input.
 *
 * @param name what messages call it
 * @param exit what that means for the run
 * @param problems lines for standard error: what is wrong with it, and what no fact is made of
 * @param pieces what each report says of it; empty where it says nothing
 * @param stances the stance of each fact set
 * @param findings ids of the rules whose findings it has, each as often as fact sets have one
 * @param nanos how long reading, assessing and reporting it took
 */
record Outcome(
    String name,
    Exit exit,
    List<String> problems,
    List<String> pieces,
    List<String> stances,
    List<String> findings,
    long nanos) {

  /** Before the first input. */
  static final Outcome NOTHING =
      new Outcome("", Exit.DONE, List.of(), List.of(), List.of(), List.of(), 0);

  Outcome {
    problems = List.copyOf(problems);
    pieces = List.copyOf(pieces);
    stances = List.copyOf(stances);
    findings = List.copyOf(findings);
  }

  /** Whether something is wrong with it. */
  boolean isFaulty() {
    return exit == Exit.INTERNAL || exit == Exit.USAGE || exit == Exit.INVALID_FACTS;
  }

  /** About how many bytes of memory it takes. */
  long weight() {
    return 2
        * (pieces.stream().mapToLong(String::length).sum()
            + problems.stream().mapToLong(String::length).sum());
  }

  /** The same with one report only, or without any. */
  Outcome with(List<String> other) {
    return new Outcome(name, exit, problems, other, stances, findings, nanos);
  }
}
