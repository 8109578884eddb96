package eu.policyadvisor.report;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.say.FactSentences;
import eu.policyadvisor.say.Sentence;
import java.util.List;

/** What was understood of facts, for people to read and compare with what they meant. */
public final class SentenceList {
  private SentenceList() {}

  /** The facts, one item each, below where they stand, title, date and question. */
  public static String text(FactSet facts, List<Sentence> sentences, int columns) {
    StringBuilder text = new StringBuilder();
    String file = facts.provenance().file();
    if (!file.isEmpty()) {
      text.append(Plain.text(file)).append(':').append(facts.provenance().line()).append('\n');
    }
    FactSentences.heading(facts)
        .forEach(line -> Paragraph.of(Plain.text(line)).append(text, "", "", columns, false));
    return text.append(items(sentences, columns)).toString();
  }

  /** The sentences alone, one item each. */
  public static String items(List<Sentence> sentences, int columns) {
    StringBuilder text = new StringBuilder();
    sentences.forEach(
        each -> Paragraph.of(Plain.text(each.text())).append(text, "- ", "  ", columns, false));
    return text.toString();
  }
}
