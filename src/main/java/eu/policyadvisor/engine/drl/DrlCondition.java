package eu.policyadvisor.engine.drl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A condition of a rule as it is written, or a part of one, with its place in the file.
 *
 * @param kind what it is
 * @param type the type that a pattern matches; empty for others
 * @param from where it begins, its binding included
 * @param to where it ends
 * @param children its parts; alternatives and conjunctions inside a test are parts as well
 */
public record DrlCondition(Kind kind, String type, int from, int to, List<DrlCondition> children) {

  /** Kinds of conditions. */
  public enum Kind {
    /** Something that must be there: {@code $chip : Accelerator( ... )}. */
    PATTERN,
    /** {@code not} with what must not be there. */
    NOT,
    /** {@code exists} with what must be there at least once. */
    EXISTS,
    /** {@code accumulate} over what it holds. */
    ACCUMULATE,
    /** All of its parts. */
    AND,
    /** At least one of its parts. */
    OR,
    /** One of the tests between the brackets of a pattern. */
    TEST,
    /** What is not looked into, such as {@code eval} and {@code forall}. */
    OTHER
  }

  /** Copies the parts. */
  public DrlCondition {
    children = List.copyOf(children);
  }

  /** Whether a place in the file is in it. */
  public boolean holds(int at) {
    return from <= at && at < to;
  }

  /** It, if it is a pattern, and the patterns in it. */
  Stream<DrlCondition> patterns() {
    return kind == Kind.PATTERN
        ? Stream.of(this)
        : children.stream().flatMap(DrlCondition::patterns);
  }

  /** The smallest condition of a kind around a place in the file. */
  static Optional<DrlCondition> around(List<DrlCondition> conditions, int place, Kind kind) {
    for (DrlCondition each : conditions) {
      if (each.holds(place)) {
        Optional<DrlCondition> inner = around(each.children, place, kind);
        return inner.isPresent() ? inner : each.kind == kind ? Optional.of(each) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
