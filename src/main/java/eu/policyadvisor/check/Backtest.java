package eu.policyadvisor.check;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A documented decision of a real authority: the facts as they stood on a date, and the stance that
 * the authority took on them.
 *
 * @param id its name in the table
 * @param file the file as the user named it
 * @param line its line there
 * @param title what it is about, or null
 * @param asOf the date on which the facts stood as they are stated
 * @param decision what the authority decided
 * @param blind whether the facts were written by someone who had seen neither the rules nor the
 *     code that decide them; null where nobody says
 * @param firstRun what came of the first run, kept whatever is mended afterwards; null where nobody
 *     knows, and never known where {@code blind} is not
 * @param sources where the decision and the facts were seen; never empty
 * @param carriedBy rules that must carry our stance
 * @param concludes rules that must conclude
 * @param silent rules that must not conclude
 * @param facts what was publicly known on the date
 */
public record Backtest(
    String id,
    String file,
    int line,
    @Nullable String title,
    LocalDate asOf,
    Decision decision,
    @Nullable Boolean blind,
    @Nullable FirstRun firstRun,
    List<Source> sources,
    List<Case.Expected> carriedBy,
    List<Case.Expected> concludes,
    List<Case.Expected> silent,
    FactSet facts) {

  /**
   * What an authority decided.
   *
   * @param authority who decided
   * @param text what was decided, or null
   * @param date when, or null
   * @param stance the direction of it
   * @param disagrees why the authority should not be followed, or null where it should
   * @param lacks what the rules do not know yet, so that they take another stance, or null
   */
  public record Decision(
      String authority,
      @Nullable String text,
      @Nullable LocalDate date,
      Stance stance,
      @Nullable String disagrees,
      @Nullable String lacks) {

    /** Why the authority should not be followed; empty where it should. */
    public Optional<String> reason() {
      return Optional.ofNullable(disagrees);
    }
  }

  /**
   * What came of the first run of a decision.
   *
   * @param result whether our stance was that of the authority
   * @param stance ours on that day
   * @param date when; not before the decision
   * @param rules the version or the commit of the rules that were run
   */
  public record FirstRun(Result result, Stance stance, LocalDate date, String rules) {}

  /** Whether our stance was that of the authority. */
  public enum Result {
    /** It was, or we found nothing where the authority permitted. */
    AGREES,
    /** It was another one. */
    DISAGREES;

    /** Who permits or closes a matter and who finds nothing in it agree. */
    static Result of(Stance theirs, Stance ours) {
      return theirs == ours || theirs == Stance.PERMIT && ours == Stance.NOTHING_FOUND
          ? AGREES
          : DISAGREES;
    }
  }

  /**
   * Where something was seen.
   *
   * @param text what it is, or null
   * @param url its address
   * @param date when it was published, or null
   */
  public record Source(@Nullable String text, String url, @Nullable LocalDate date) {}

  /** Copies the lists. */
  public Backtest {
    sources = List.copyOf(sources);
    carriedBy = List.copyOf(carriedBy);
    concludes = List.copyOf(concludes);
    silent = List.copyOf(silent);
  }

  /**
   * The first run, where the facts were written blind; empty where it tells nothing of the rules.
   */
  public Optional<FirstRun> blindFirstRun() {
    return isBlind() ? Optional.ofNullable(firstRun) : Optional.empty();
  }

  /** Whether the facts are said to be written blind. */
  public boolean isBlind() {
    return Boolean.TRUE.equals(blind);
  }
}
