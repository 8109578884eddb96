package eu.policyadvisor.report.document;

import eu.policyadvisor.fact.Names;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.rule.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a brief says in every form. */
public final class BriefWords {
  public static final String TITLE = "Decision brief";
  public static final String QUESTION = "The question";
  public static final String TURNS = "Turns to";
  public static final String ITEMS = "Item by item";
  public static final String QUESTIONS = "Find out, and from whom";
  public static final String SURE = "How sure, and why";
  public static final String SOURCES = "Sources and their status";

  private static final List<String> COUNTS = List.of("One thing", "Two things", "Three things");

  private BriefWords() {}

  /** The title of a page. */
  public static String title(List<Brief> briefs) {
    return TITLE + ": " + Names.list(briefs.stream().map(Brief::subject).toList(), "and");
  }

  /** The word for an answer. */
  public static String word(Stance stance) {
    return Labels.phrase(stance);
  }

  /** The heading of those who act. */
  public static String who(Brief brief) {
    return brief.isProposing() ? "Who (proposed)" : "Who";
  }

  /** What stands beside the name of the subject. */
  public static List<String> head(Brief brief) {
    List<String> head = new ArrayList<>();
    if (!brief.question().isEmpty() && !brief.title().isEmpty()) {
      head.add(brief.title());
    }
    if (!brief.about().isEmpty()) {
      head.add(brief.about());
    }
    head.add("advice as of " + brief.asOf());
    if (!brief.reader().isEmpty()) {
      head.add("for " + brief.reader());
    }
    return head;
  }

  /** The heading of the actions. */
  public static String actions(Brief brief) {
    int many = brief.actions().size();
    return many == 0 ? "" : COUNTS.get(many - 1) + " to do";
  }

  /** Such as {@code Stop, if hosted in China}. */
  public static String turn(Brief.Turn turn) {
    return "could become " + Labels.phrase(turn.stance()) + " " + turn.condition();
  }

  /** Such as {@code 2 × Yes, if, 1 × Watch}. */
  static String counts(Map<Stance, Integer> counts) {
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " × " + Labels.phrase(each.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** What is left out of the items; empty for nothing. */
  public static String more(Brief brief) {
    return brief.more().isEmpty() ? "" : "And in the report: " + counts(brief.more()) + ".";
  }

  /** That there are more sources than are shown. */
  public static String moreSources(Brief brief) {
    return "and " + brief.moreSources() + " more in the report";
  }
}
