package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.finding.Conclusion;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Conclusions as lines of text, which peers outside this JVM write too. */
final class Lines {
  private Lines() {}

  static SortedSet<String> of(Collection<? extends Conclusion> conclusions) {
    SortedSet<String> lines = new TreeSet<>();
    conclusions.forEach(conclusion -> lines.add(of(conclusion)));
    return lines;
  }

  private static String of(Conclusion conclusion) {
    StringJoiner line = new StringJoiner(" ");
    line.add(conclusion.getClass().getSimpleName());
    for (RecordComponent component : conclusion.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(conclusion);
        if (value != null) {
          line.add(value instanceof Fact fact ? fact.id() : value.toString());
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + component, e);
      }
    }
    return line.toString();
  }

  /** Fails the run when a peer concludes anything else than the project's own rules do. */
  static void requireEqual(String peer, SortedSet<String> expected, SortedSet<String> actual) {
    if (!actual.equals(expected)) {
      SortedSet<String> missing = new TreeSet<>(expected);
      missing.removeAll(actual);
      SortedSet<String> added = new TreeSet<>(actual);
      added.removeAll(expected);
      throw new IllegalStateException(
          peer + " concludes something else; missing: " + missing + ", not expected: " + added);
    }
  }
}
