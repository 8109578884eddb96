package eu.policyadvisor;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Where tests draw from. The build draws the same each time; {@code -Dseed=random} draws anew and
 * prints a number, and a test that fails says it: {@code -Dseed=NUMBER} draws the same again.
 * {@code -Dsets=NUMBER} says how many fact sets each property is tried on.
 */
public final class Seed implements TestExecutionExceptionHandler {
  private static final @Nullable Long ASKED = asked();

  private static @Nullable Long asked() {
    String asked = System.getProperty("seed");
    if (asked == null) {
      return null;
    }
    long seed =
        asked.equals("random")
            ? new SecureRandom().nextInt(Integer.MAX_VALUE)
            : Long.parseLong(asked);
    System.out.println("drawn with -Dseed=" + seed);
    return seed;
  }

  /**
   * A seed.
   *
   * @param fixed the one of the build; it tells the generators of one test apart
   */
  public static long of(long fixed) {
    // Generators whose seeds are neighbours begin alike.
    return ASKED == null ? fixed : new SplittableRandom(ASKED + fixed).nextLong();
  }

  /**
   * How many fact sets are drawn.
   *
   * @param inBuild how many the build has time for
   */
  public static int sets(int inBuild) {
    return Integer.getInteger("sets", inBuild);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    if (ASKED == null || failure instanceof TestAbortedException) {
      throw failure;
    }
    throw new AssertionError("with -Dseed=" + ASKED + ": " + failure.getMessage(), failure);
  }
}
