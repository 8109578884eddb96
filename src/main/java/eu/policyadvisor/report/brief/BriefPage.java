package eu.policyadvisor.report.brief;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/**
 * Briefs as a page that stands alone: no request, light and dark, on paper too. Whatever text of
 * the facts holds is escaped by the templates.
 */
public final class BriefPage {
  private BriefPage() {}

  /** The page. */
  public static String of(List<Brief> briefs) {
    return of(briefs, "brief.css", Shapes.DRAWN);
  }

  static String of(List<Brief> briefs, String style, Shapes shapes) {
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(null, ContentType.Html, null, "eu.policyadvisor.report.pages")
        .render(
            "brief.jte",
            Map.of("briefs", briefs, "style", Resource.text(style), "shapes", shapes),
            page);
    return page.toString();
  }
}
