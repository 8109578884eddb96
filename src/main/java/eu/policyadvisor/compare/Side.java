package eu.policyadvisor.compare;

import eu.policyadvisor.Advisor;
import java.util.function.UnaryOperator;

/**
 * One of two knowledge bases that are compared.
 *
 * @param name what the user calls it, such as {@code HEAD~20}
 * @param advisor advises with it
 * @param place how to name a file of it to the user
 */
public record Side(String name, Advisor advisor, UnaryOperator<String> place) {
  /** A knowledge base whose files are named as they are. */
  public static Side of(String name, Advisor advisor) {
    return new Side(name, advisor, UnaryOperator.identity());
  }
}
