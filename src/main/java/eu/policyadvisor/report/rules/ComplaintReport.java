package eu.policyadvisor.report.rules;

import eu.policyadvisor.fact.FactText;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.rule.Complaint;
import java.util.List;

/** What is wrong with rules, each with the facts that show it. */
public final class ComplaintReport {
  private ComplaintReport() {}

  /** One line for each complaint, and below it, indented, the facts; nothing without complaints. */
  public static String text(List<Complaint> complaints) {
    StringBuilder text = new StringBuilder();
    for (Complaint complaint : complaints) {
      text.append(complaint.problem()).append('\n');
      for (Complaint.Witness witness : complaint.witnesses()) {
        text.append("    # ").append(witness.shows()).append('\n');
        FactText.lines(witness.facts())
            .forEach(line -> text.append("    ").append(line).append('\n'));
      }
    }
    return text.toString();
  }

  /** The same as JSON; the facts are the text of a fact file. */
  public static String json(List<Complaint> complaints) {
    return JsonReport.pretty(
        new Document(complaints.stream().map(ComplaintReport::complained).toList()));
  }

  private static Complained complained(Complaint complaint) {
    return new Complained(
        Names.inFile(complaint.concern()),
        complaint.problem().file(),
        complaint.problem().line(),
        complaint.problem().column(),
        complaint.problem().message(),
        complaint.rules(),
        complaint.witnesses().stream()
            .map(
                witness ->
                    new Shown(
                        witness.shows(), String.join("\n", FactText.lines(witness.facts())) + "\n"))
            .toList());
  }

  /** The document. */
  record Document(List<Complained> complaints) {}

  /** One complaint. */
  record Complained(
      String concern,
      String file,
      int line,
      int column,
      String message,
      List<String> rules,
      List<Shown> witnesses) {}

  /** Facts that show it. */
  record Shown(String shows, String facts) {}
}
