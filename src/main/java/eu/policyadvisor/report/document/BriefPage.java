package eu.policyadvisor.report.document;

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
    return Pages.render(
        "brief.jte", Map.of("briefs", briefs, "style", Resource.text(style), "shapes", shapes));
  }
}
