package eu.policyadvisor.engine.drl;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory with rules that somebody brings.
 *
 * @param path where it is
 * @param whole whether it holds all the rules there are; else they lie over the built-in ones
 */
public record RuleDirectory(Path path, boolean whole) {
  /** The file that makes a directory a whole knowledge base. */
  public static final String PARAMETERS = "parameters.yaml";

  /** A directory that holds parameters is a whole knowledge base, as {@code rules/} is. */
  public static RuleDirectory of(Path path) {
    return new RuleDirectory(path, Files.exists(path.resolve(PARAMETERS)));
  }
}
