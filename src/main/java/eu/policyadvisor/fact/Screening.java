package eu.policyadvisor.fact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What screening lists say about the facts of a set.
 *
 * @param lists the lists that were asked
 * @param remarks what they say beside the values that they fill in
 */
public record Screening(List<UsedList> lists, List<Remark> remarks) {

  /** Copies the lists. */
  public Screening {
    lists = List.copyOf(lists);
    remarks = List.copyOf(remarks);
  }

  /**
   * A list that was asked.
   *
   * @param id such as {@code us-csl}
   * @param title what it is
   * @param date the day it is of
   * @param dated whether the list itself or its user says so; else it is the day of import
   * @param rows how many parties it holds
   * @param sha256 of its file
   * @param days how old it is on the day of the advice; negative when it is later
   */
  public record UsedList(
      String id, String title, LocalDate date, boolean dated, int rows, String sha256, long days) {

    /** Whether it may lack parties that were put on it since. */
    public boolean old() {
      return days > ListedRow.OLD_AFTER_DAYS;
    }
  }

  /** What a list says about a party. */
  public enum Kind {
    /** It is on a list: the value was filled in. */
    LISTED,
    /** What the facts state differs from what the list says; the facts prevail. */
    CONTRADICTS,
    /** The name resembles one on a list: somebody has to look. */
    RESEMBLES,
    /** It is on a list that no field of a fact stands for. */
    ELSEWHERE
  }

  /**
   * What a list says about a party.
   *
   * @param kind what follows from it
   * @param fact id of the fact
   * @param field the field that it concerns; null for none
   * @param text in a sentence
   * @param row the row that says it
   */
  public record Remark(
      Kind kind, String fact, @Nullable String field, String text, ListedRow row) {}
}
