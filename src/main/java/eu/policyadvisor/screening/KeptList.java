package eu.policyadvisor.screening;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A version of a list that is kept.
 *
 * @param id what the list is called, such as {@code us-csl}
 * @param title what it is
 * @param date the day it is of
 * @param dated who says so
 * @param imported the day of import
 * @param rows how many parties it holds
 * @param sha256 of its file
 * @param from name of the file it was imported from
 * @param file where it is kept
 */
public record KeptList(
    String id,
    String title,
    LocalDate date,
    Dated dated,
    LocalDate imported,
    int rows,
    String sha256,
    String from,
    Path file) {

  /** Who says which day a list is of. */
  public enum Dated {
    /** The list itself. */
    BY_LIST,
    /** Who imported it. */
    BY_USER,
    /** Nobody: it is the day of import. */
    BY_IMPORT;

    /** Whether somebody says it. */
    public boolean isKnown() {
      return this != BY_IMPORT;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).substring("by_".length());
    }

    static Dated of(String word) {
      return valueOf("BY_" + word.toUpperCase(Locale.ROOT));
    }
  }

  /** How old it is on a day; negative when it is later. */
  public long days(LocalDate day) {
    return ChronoUnit.DAYS.between(date, day);
  }
}
