package eu.policyadvisor.engine.drl;

import eu.policyadvisor.problem.Plain;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a parser or the compiler of Drools, or code that they make of rules, throws instead of
 * saying what is wrong. All calls of them go through {@link #guard}, so that nothing else of theirs
 * reaches whoever wrote the rules.
 */
public final class CompilerFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private CompilerFault(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Runs a parser or the compiler.
   *
   * @throws CompilerFault if it throws; its message goes on after the name of a rule
   * @throws OutOfMemoryError which is no fault of rules
   */
  public static <T extends @Nullable Object> T guard(Supplier<T> work) {
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (StackOverflowError e) {
      throw new CompilerFault(
          "is too long or nested too deeply for the compiler; write it shorter, or as several"
              + " rules",
          e);
    } catch (RuntimeException | Error e) {
      throw new CompilerFault("cannot be compiled: " + why(e), e);
    }
  }

  /** What was thrown at first. */
  public static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** What was thrown at first, on one line. */
  public static String why(Throwable thrown) {
    Throwable root = root(thrown);
    String kind = root.getClass().getSimpleName();
    String message = oneLine(Objects.requireNonNullElse(root.getMessage(), ""));
    return message.isEmpty() ? kind : message + " (" + kind + ")";
  }

  /** The beginning of a text of someone else on one line. */
  public static String oneLine(String text) {
    return Plain.quoted(Plain.text(text));
  }
}
