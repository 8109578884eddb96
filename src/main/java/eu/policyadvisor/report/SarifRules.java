package eu.policyadvisor.report;

import eu.policyadvisor.fact.Names;
import eu.policyadvisor.report.SarifDocument.Configuration;
import eu.policyadvisor.report.SarifDocument.Help;
import eu.policyadvisor.report.SarifDocument.Rule;
import eu.policyadvisor.report.SarifDocument.Text;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules behind findings, as SARIF describes them. */
final class SarifRules {
  private SarifRules() {}

  /** The rules that conclude findings, in the order in which they are listed. */
  static List<RuleCard> cards(KnowledgeBase knowledge) {
    return knowledge.cards().values().stream().filter(card -> card.kind() == Kind.FINDING).toList();
  }

  static SarifDocument.Tool tool(Versions versions, KnowledgeBase knowledge) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("rules", knowledge.version());
    about.put("catalogue", knowledge.catalogue().compiled().toString());
    YearMonth sourcesTo = knowledge.catalogue().sourcesTo();
    if (sourcesTo != null) {
      about.put("sources_to", sourcesTo.toString());
    }
    about.put("drools", versions.drools());
    about.put("disclaimer", Labels.DISCLAIMER);
    return new SarifDocument.Tool(
        new SarifDocument.Driver(
            "EU AI Policy Advisor",
            versions.program(),
            about,
            cards(knowledge).stream().map(SarifRules::rule).toList()));
  }

  private static Rule rule(RuleCard card) {
    Severity severity = Objects.requireNonNullElse(card.severity(), Severity.LOW);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("severity", Names.inFile(severity));
    properties.put("problem.severity", problem(severity));
    properties.put("precision", precision(card));
    properties.put("confidence", card.confidence().value());
    properties.put(
        "tags",
        Stream.concat(
                Stream.of(
                    card.id().substring(0, card.id().indexOf('/')), Names.inFile(card.layer())),
                card.keyPoints().stream().map(point -> "key-point-" + point))
            .distinct()
            .toList());
    return new Rule(
        card.id(),
        new Text(card.title()),
        new Text(card.summary()),
        help(card),
        link(card),
        new Configuration(level(severity)),
        properties);
  }

  /** How grave a result is, in the words of SARIF. */
  static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MODERATE -> "warning";
      case LOW -> "note";
    };
  }

  /** The same in the words of code scanning. */
  private static String problem(Severity severity) {
    return severity == Severity.LOW ? "recommendation" : level(severity);
  }

  private static String precision(RuleCard card) {
    return card.confidence().words();
  }

  private static @Nullable String link(RuleCard card) {
    return card.citations().stream()
        .map(citation -> citation.instrument().link())
        .filter(Objects::nonNull)
        .map(Markdown::target)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Help help(RuleCard card) {
    StringBuilder text = new StringBuilder(card.summary()).append("\n\nBasis:");
    StringBuilder markdown =
        new StringBuilder(Markdown.text(card.summary())).append("\n\n**Basis**\n");
    for (Citation citation : card.citations()) {
      Instrument instrument = citation.instrument();
      String status =
          " (" + Labels.of(instrument.status()) + (instrument.verified() ? ")" : ", not verified)");
      text.append("\n- ").append(citation.text()).append(status);
      markdown.append("\n- ").append(Markdown.link(citation.text(), instrument.link()));
      markdown.append(status);
    }
    String more = "advisor rules show " + card.id();
    text.append("\n\nConditions and advice: ").append(more).append("\n").append(Labels.DISCLAIMER);
    markdown.append("\n\nConditions and advice: `%s`\n\n*%s*".formatted(more, Labels.DISCLAIMER));
    return new Help(text.toString(), markdown.toString());
  }
}
