package eu.policyadvisor.report.rules;

import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.Paragraph;
import eu.policyadvisor.report.Style;
import eu.policyadvisor.report.Xml;
import eu.policyadvisor.rule.CoveredCondition;
import eu.policyadvisor.rule.RuleText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which conditions of the rules cases exercise, for a terminal or as a page. */
public final class CoverageReport {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
      table { border-collapse: collapse; width: 100%; }
      caption { text-align: left; padding-bottom: .5rem; }
      th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8886; }
      td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
      pre { font: 14px/1.5 ui-monospace, monospace; overflow-x: auto; padding: 1rem; border: 1px solid #8886; border-radius: 6px; }
      mark { background: #ffd9a8; color: #000; border-bottom: 2px solid #b54708; }
      """;

  private CoverageReport() {}

  /**
   * The share of conditions that are covered, in per cent, rounded down to one place; null where
   * there is none to cover.
   *
   * @param conditions the conditions of each rule
   */
  public static @Nullable BigDecimal percent(Map<String, List<CoveredCondition>> conditions) {
    List<CoveredCondition> all = all(conditions);
    return all.isEmpty()
        ? null
        : BigDecimal.valueOf(100L * covered(all))
            .divide(BigDecimal.valueOf(all.size()), 1, RoundingMode.FLOOR);
  }

  private static List<CoveredCondition> all(Map<String, List<CoveredCondition>> conditions) {
    return conditions.values().stream().flatMap(List::stream).toList();
  }

  private static long covered(List<CoveredCondition> conditions) {
    return conditions.stream().filter(CoveredCondition::covered).count();
  }

  private static String sum(Map<String, List<CoveredCondition>> conditions) {
    List<CoveredCondition> all = all(conditions);
    String rules = Labels.count(conditions.size(), "rule", "rules");
    return all.isEmpty()
        ? "no condition to cover in " + rules
        : "condition coverage %s %%: %s of %s of %s"
            .formatted(
                percent(conditions),
                covered(all),
                Labels.count(all.size(), "condition", "conditions"),
                rules);
  }

  /** What no case has shown of a condition. */
  private static String gap(CoveredCondition condition) {
    return condition.held()
        ? "was never the only one in the way"
        : condition.blocked()
            ? "never held when the rule concluded"
            : "never held when the rule concluded, and was never the only one in the way";
  }

  /** The rules with conditions that are not covered, then the sum. */
  public static String text(
      Map<String, List<CoveredCondition>> conditions, int columns, boolean colour) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(conditions)
        .forEach(
            (rule, of) -> {
              List<CoveredCondition> open = of.stream().filter(c -> !c.covered()).toList();
              if (open.isEmpty()) {
                return;
              }
              Paragraph.of(rule, Style.STRONG)
                  .add("· " + covered(of) + " of " + of.size())
                  .append(text, "", "", Math.max(40, columns), colour);
              for (CoveredCondition each : open) {
                Paragraph.of(each.text(), Style.YELLOW)
                    .add(gap(each))
                    .append(text, "    ", "    ", Math.max(44, columns), colour);
              }
            });
    if (!text.isEmpty()) {
      text.append('\n');
    }
    Paragraph.of(sum(conditions)).append(text, "", "", Math.max(40, columns), colour);
    return text.toString();
  }

  /**
   * A page: a table of all rules, and the text of each with what is not covered marked.
   *
   * @param texts the text of each rule
   */
  public static String html(
      Map<String, List<CoveredCondition>> conditions, Map<String, RuleText> texts) {
    Xml xml = new Xml().doctype("<!DOCTYPE html>");
    xml.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").open("head");
    xml.open("meta", "charset", "UTF-8").close();
    xml.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").close();
    xml.leaf("title", "Coverage of the rules by condition").leaf("style", STYLE).close();
    xml.open("body").leaf("h1", "Coverage of the rules by condition").text("\n");
    xml.leaf("p", sum(conditions) + ".");
    xml.leaf(
        "p",
        "A condition is covered when a case shows it to hold as its rule concludes, and a case"
            + " shows it to be the only one that keeps its rule from concluding.");
    table(conditions, xml);
    new TreeMap<>(conditions)
        .forEach(
            (rule, of) -> {
              RuleText text = texts.get(rule);
              if (text != null && of.stream().anyMatch(condition -> !condition.covered())) {
                rule(rule, text, of, xml);
              }
            });
    return xml.close().close().text() + "\n";
  }

  private static void table(Map<String, List<CoveredCondition>> conditions, Xml xml) {
    xml.open("table").leaf("caption", "Rules, those with the most gaps first");
    xml.open("thead").open("tr");
    xml.leaf("th", "rule", "scope", "col");
    xml.leaf("th", "covered", "scope", "col", "class", "number");
    xml.leaf("th", "conditions", "scope", "col", "class", "number").close().close();
    xml.open("tbody").text("\n");
    List<Map.Entry<String, List<CoveredCondition>>> rows =
        new ArrayList<>(new TreeMap<>(conditions).entrySet());
    rows.sort(Comparator.comparing(row -> covered(row.getValue()) - row.getValue().size()));
    for (Map.Entry<String, List<CoveredCondition>> row : rows) {
      boolean whole = covered(row.getValue()) == row.getValue().size();
      xml.open("tr").open("td");
      if (whole) {
        xml.text(row.getKey());
      } else {
        xml.leaf("a", row.getKey(), "href", "#" + row.getKey());
      }
      xml.close();
      xml.leaf("td", String.valueOf(covered(row.getValue())), "class", "number");
      xml.leaf("td", String.valueOf(row.getValue().size()), "class", "number").end();
    }
    xml.close().end();
  }

  private static void rule(String id, RuleText text, List<CoveredCondition> conditions, Xml xml) {
    xml.leaf("h2", id, "id", id).text("\n");
    xml.leaf("p", text.file() + ":" + text.line());
    xml.open("pre");
    int at = 0;
    List<CoveredCondition> found =
        conditions.stream().filter(c -> c.from() >= 0 && !c.covered()).toList();
    for (CoveredCondition condition : found) {
      if (condition.from() >= at) {
        xml.text(text.drl().substring(at, condition.from()));
        xml.leaf(
            "mark",
            text.drl().substring(condition.from(), condition.to()),
            "title",
            gap(condition));
        at = condition.to();
      }
    }
    xml.text(text.drl().substring(at)).end();
    xml.open("ul");
    for (CoveredCondition condition : conditions) {
      if (!condition.covered()) {
        xml.open("li").leaf("code", condition.text()).text(" " + gap(condition)).close();
      }
    }
    xml.end();
  }
}
