package eu.policyadvisor.screening;

import java.util.List;

/**
 * What became of one name.
 *
 * @param entry the name
 * @param matches the parties that it is of or resembles; empty when it resembles none
 */
public record Screened(NameFile.Entry entry, List<Match> matches) {
  /** Copies the matches. */
  public Screened {
    matches = List.copyOf(matches);
  }
}
