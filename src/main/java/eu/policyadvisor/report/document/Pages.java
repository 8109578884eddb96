package eu.policyadvisor.report.document;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates, which escape whatever text of the facts holds. */
final class Pages {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "eu.policyadvisor.report.pages");

  private Pages() {}

  static String render(String template, Map<String, Object> values) {
    StringOutput page = new StringOutput();
    TEMPLATES.render(template, values, page);
    return page.toString();
  }
}
