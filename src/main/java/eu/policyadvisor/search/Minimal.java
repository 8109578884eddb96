package eu.policyadvisor.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Leaves parts out of a whole for as long as it passes a test.
 *
 * <p>The idea is delta debugging: A. Zeller and R. Hildebrandt, 'Simplifying and Isolating
 * Failure-Inducing Input', IEEE Transactions on Software Engineering 28(2), 2002. A stretch of
 * parts is left out at a time; when the rest still passes, it stays out. What is left in the end is
 * <em>one-minimal</em>: without any single part of it the test fails. It need not be the smallest
 * that passes, because two parts may be needed only for each other. Unlike the first form of the
 * algorithm, no stretch is tried on its own: where parts rest on one another, it hardly ever
 * passes.
 *
 * <p>Data structures: the list of the parts that are left, in their order, and the length of the
 * stretch. Of parts that can stand for each other the last one is left.
 *
 * <p>Cost, counted in tests of {@code n} parts of which {@code k} are needed: {@link #of} takes
 * about {@code 2k log(n/k)} where few are needed, {@link #oneByOne} takes {@code n} and one more
 * round over the rest. Either takes {@code n(n + 1) / 2} at worst, when each round leaves out one
 * part. {@link #smallest} takes up to {@code 2^n}. A test that must not run so often answers false
 * from some run on: what is left then passes, and may hold more than is needed.
 */
public final class Minimal {
  private Minimal() {}

  /**
   * A one-minimal rest, for a whole of which few parts are needed: first halves are left out, then
   * quarters, then ever smaller stretches.
   *
   * @param parts all parts; the test is taken to pass with them and is not asked
   * @param test whether parts pass; called with a list of some of them in their order
   * @return the parts that are left
   */
  public static <P> List<P> of(List<P> parts, Predicate<List<P>> test) {
    return rest(parts, parts.size() / 2, test);
  }

  /**
   * A one-minimal rest, for a whole of which many parts are needed: one part is left out at a time,
   * from first to last, until a round leaves out none.
   *
   * @param parts all parts; the test is taken to pass with them and is not asked
   * @param test whether parts pass; called with a list of some of them in their order
   * @return the parts that are left
   */
  public static <P> List<P> oneByOne(List<P> parts, Predicate<List<P>> test) {
    return rest(parts, 1, test);
  }

  private static <P> List<P> rest(List<P> parts, int stretch, Predicate<List<P>> test) {
    List<P> left = parts;
    int length = Math.max(1, stretch);
    while (true) {
      boolean less = false;
      for (int at = 0; at < left.size(); ) {
        List<P> rest = new ArrayList<>(left);
        rest.subList(at, Math.min(left.size(), at + length)).clear();
        if (test.test(rest)) {
          left = rest;
          less = true;
        } else {
          at += length;
        }
      }
      if (length == 1 && !less) {
        return List.copyOf(left);
      }
      length = Math.max(1, Math.min(length, left.size()) / 2);
    }
  }

  /**
   * The smallest rest there is, for a whole of few parts: all subsets are tried, those of fewer
   * parts first, and of as many those with the first parts.
   *
   * @param parts at most 30 parts; the test is taken to pass with them and is not asked
   * @param test whether parts pass; called with a list of some of them in their order
   * @return the parts that are left
   */
  public static <P> List<P> smallest(List<P> parts, Predicate<List<P>> test) {
    int all = (1 << parts.size()) - 1;
    for (int many = 0; many < parts.size(); many++) {
      for (int subset = 0; subset < all; subset++) {
        if (Integer.bitCount(subset) == many) {
          List<P> some = new ArrayList<>();
          for (int i = 0; i < parts.size(); i++) {
            if ((subset & 1 << i) != 0) {
              some.add(parts.get(i));
            }
          }
          if (test.test(some)) {
            return some;
          }
        }
      }
    }
    return parts;
  }
}
