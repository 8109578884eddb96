package eu.policyadvisor.report.document;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.problem.MissingLibraryException;
import eu.policyadvisor.report.Dossier;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.NamedUuid;
import eu.policyadvisor.report.Report;
import eu.policyadvisor.rule.KnowledgeBase;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * Assessments as one page that stands alone: the brief on top, then the stack, the findings with
 * their proof, what is not known, sources and facts. It asks for nothing else; links lead to
 * sources only when somebody follows them.
 */
public final class HtmlReport implements Report {
  private static final int SHORT = 12;

  @Override
  public boolean tellsRange() {
    return true;
  }

  @Override
  public String head(KnowledgeBase knowledge) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>Advice on AI, EU AI Policy Advisor</title>
    <style>%s%s</style>
    </head>
    <body>
    %s
    <main>
    """
        .formatted(Resource.text("brief.css"), Resource.text("report.css"), Shapes.DRAWN.defined());
  }

  /**
   * One assessment.
   *
   * @throws MissingLibraryException if the library for pages is not there
   */
  @Override
  public String entry(Assessment assessment) {
    Brief brief = Briefing.of(assessment);
    try {
      return Pages.render(
          "report.jte",
          Map.of(
              "brief",
              brief,
              "dossier",
              Dossier.of(assessment),
              "shapes",
              Shapes.DRAWN,
              "id",
              id(brief)));

    } catch (NoClassDefFoundError e) {
      throw new MissingLibraryException("html needs gg.jte:jte-runtime on the class path", e);
    }
  }

  /** The same for the same brief, and with one page of many different for each. */
  private static String id(Brief brief) {
    byte[] hash =
        NamedUuid.digest("SHA-256").digest(brief.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, SHORT);
  }

  @Override
  public String tail(KnowledgeBase knowledge) {
    return "</main>\n<footer class=\"closing\">%s Rules %s, catalogue %s.</footer>\n</body>\n</html>\n"
        .formatted(Labels.DISCLAIMER, knowledge.version(), knowledge.catalogue().stated());
  }
}
