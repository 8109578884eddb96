package eu.policyadvisor.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of labelled names.
 *
 * <p>A name of a listed party counts as found when the row of that party is among its matches,
 * exact or near. A match is wrong when a look-alike has one, or a name of a listed party has an
 * exact match or its best match with a row of another party, or an exact one where a question is
 * right.
 *
 * @param hits names with an exact match of the right row
 * @param questions names with a near match of the right row, and no exact one
 * @param missed names of listed parties that were not found, with what was found instead
 * @param wrong names with a wrong match, and that match
 * @param quiet look-alikes without any match
 */
public record ScreeningMeasure(
    int hits, int questions, List<String> missed, List<String> wrong, int quiet) {

  /** Of names in a list. */
  public static ScreeningMeasure of(List<Labelled> names, Screener screener) {
    int hits = 0;
    int questions = 0;
    int quiet = 0;
    List<String> missed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Labelled each : names) {
      List<Match> matches = screener.screen(each.name(), null, Labelled.DAY);
      boolean found = matches.stream().anyMatch(match -> match.row().name().equals(each.expect()));
      boolean best = !matches.isEmpty() && matches.get(0).row().name().equals(each.expect());
      boolean exact = !matches.isEmpty() && matches.get(0).kind() == Match.Kind.EXACT;
      if (found && exact && each.isQuestion()) {
        wrong.add(told(each, matches));
      } else if (found && exact) {
        hits++;
      } else if (found) {
        questions++;
      } else if (!each.expect().isEmpty()) {
        missed.add(told(each, matches));
      } else if (matches.isEmpty()) {
        quiet++;
      }
      if (!matches.isEmpty() && !best) {
        wrong.add(told(each, matches));
      }
    }
    return new ScreeningMeasure(hits, questions, missed, wrong, quiet);
  }

  private static String told(Labelled name, List<Match> matches) {
    return name.name()
        + " ("
        + (name.expect().isEmpty() ? name.kind() : "is " + name.expect())
        + "): "
        + (matches.isEmpty()
            ? "no match"
            : matches.get(0).kind() + " " + matches.get(0).listed() + ", " + matches.get(0).how());
  }

  /** Found names that are right among all that matched. */
  double precision() {
    int right = hits + questions;
    return (double) right / (right + wrong.size());
  }

  /** Found names among those of listed parties. */
  double recall() {
    int right = hits + questions;
    return (double) right / (right + missed.size());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d names of listed parties: %d exact, %d near, %d missed; %d look-alikes quiet, %d wrong"
            + " matches; precision %.4f, recall %.4f",
        hits + questions + missed.size(),
        hits,
        questions,
        missed.size(),
        quiet,
        wrong.size(),
        precision(),
        recall());
  }
}
