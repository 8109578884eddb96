package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.ListedRow;
import eu.policyadvisor.fact.Screening;
import eu.policyadvisor.problem.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What screening lists say about the facts of an assessment, in words.
 *
 * @param lists a line for each list that was asked
 * @param remarks what they say
 */
record ScreeningWords(List<String> lists, List<Line> remarks) {
  /**
   * What a list says about a fact.
   *
   * @param label what follows from it, in a word
   * @param text in a sentence, with the id of the fact before it
   * @param reference list and line
   */
  record Line(String label, String text, String reference) {}

  /** Of an assessment; empty where no list was asked. */
  static ScreeningWords of(Assessment assessment) {
    Screening screening = assessment.screening();
    if (screening == null) {
      return new ScreeningWords(List.of(), List.of());
    }
    List<String> lists =
        new ArrayList<>(screening.lists().stream().map(ScreeningWords::of).toList());
    if (lists.isEmpty()) {
      lists.add("none is kept where lists were looked for");
    }
    return new ScreeningWords(lists, screening.remarks().stream().map(ScreeningWords::of).toList());
  }

  boolean isEmpty() {
    return lists.isEmpty();
  }

  private static String of(Screening.UsedList list) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s of %s · %,d %s · SHA-256 %s",
                list.id(),
                list.date(),
                list.rows(),
                list.rows() == 1 ? "party" : "parties",
                list.sha256().substring(0, 12)));
    if (list.days() < 0) {
      text.append(" · of a later day than the advice");
    } else {
      text.append(" · ").append(Labels.count((int) list.days(), "day old", "days old"));
    }
    if (list.old()) {
      text.append(", older than ")
          .append(ListedRow.OLD_AFTER_DAYS)
          .append(" days: parties listed since are not found");
    }
    if (!list.dated()) {
      text.append(" · counted from its import: nobody says which day it is of");
    }
    return text.toString();
  }

  private static Line of(Screening.Remark remark) {
    String label =
        switch (remark.kind()) {
          case LISTED -> "listed";
          case CONTRADICTS -> "contradicts";
          case RESEMBLES -> "resembles";
          case ELSEWHERE -> "listed elsewhere";
        };
    String how = remark.row().how();
    return new Line(
        label,
        Plain.text(
            remark.fact()
                + (remark.field() == null ? "" : "." + remark.field())
                + ": "
                + remark.text()
                + (how.isEmpty() ? "" : " · " + how)),
        Plain.text(remark.row().reference()));
  }
}
