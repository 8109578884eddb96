package eu.policyadvisor.report.document;

import eu.policyadvisor.report.Dossier;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.rule.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of a report says; a heading is its message. */
public final class ReportWords {
  private ReportWords() {}

  /** How much of the stack is stated, and where it is gravest. */
  public static String stack(Dossier dossier) {
    List<Dossier.Layered> stated =
        dossier.layers().stream().filter(layer -> !layer.items().isEmpty()).toList();
    long grave =
        stated.stream()
            .map(Dossier.Layered::severity)
            .filter(severity -> severity != null && severity.compareTo(Severity.HIGH) >= 0)
            .count();
    return stated.isEmpty()
        ? "Nothing of the stack is stated"
        : "%s of %d layers stated, %s with a finding that is high or critical"
            .formatted(stated.size(), dossier.layers().size(), grave == 0 ? "none" : grave);
  }

  /** What stands in a layer. */
  public static String items(Dossier.Layered layer) {
    return layer.items().isEmpty() ? "nothing is stated" : String.join(", ", layer.items());
  }

  /** A severity with its letter, in HTML; empty for none. */
  public static String severity(@Nullable Severity severity) {
    return severity == null
        ? ""
        : "<span class=\"sev %1$s\">%1$s</span>".formatted(Labels.of(severity));
  }

  /** How many findings are grave and sure. */
  public static String sureness(Dossier dossier) {
    int grave = 0;
    int sure = 0;
    for (Dossier.Sureness row : dossier.sureness()) {
      if (row.severity().compareTo(Severity.HIGH) >= 0) {
        grave += row.high() + row.medium() + row.low();
        sure += row.high();
      }
    }
    return grave == 0
        ? "No finding is high or critical"
        : "%s high or critical, and %s with high confidence"
            .formatted(
                Labels.count(grave, "finding is", "findings are"), sure == grave ? "all" : sure);
  }

  /** How many recommendations there are. */
  public static String advice(Dossier dossier) {
    return dossier.advice().isEmpty()
        ? "No recommendation; silence is not permission"
        : Labels.count(dossier.advice().size(), "recommendation", "recommendations")
            + ", the most pressing first";
  }

  /** How many findings there are. */
  public static String findings(Dossier dossier) {
    return dossier.findings().isEmpty()
        ? "No finding"
        : Labels.count(dossier.findings().size(), "finding", "findings") + ", the gravest first";
  }

  /** How much is not known, and how much of it turns an answer. */
  public static String open(Dossier dossier) {
    long turning = dossier.open().stream().filter(each -> !each.leads().isEmpty()).count();
    return dossier.open().isEmpty()
        ? "Nothing that matters is unknown"
        : "%s, %s"
            .formatted(
                Labels.count(dossier.open().size(), "value is not known", "values are not known"),
                turning == 0
                    ? "none was found to turn an answer"
                    : Labels.count((int) turning, "turns an answer", "turn an answer"));
  }

  /** What answers lead to, behind a question. */
  public static String leads(Dossier.Open open) {
    return open.leads().isEmpty() ? "" : " · " + String.join("; ", open.leads());
  }
}
