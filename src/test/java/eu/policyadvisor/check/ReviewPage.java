package eu.policyadvisor.check;

import eu.policyadvisor.report.FactNames;
import eu.policyadvisor.report.Markdown;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.RuleCard;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page {@code docs/review.md}: what the gravest rules claim, beside what they cite for it. */
final class ReviewPage {
  private static final String HEAD =
      """
      # What the gravest rules claim, and what the law says

      <!-- Written by ReviewTest from docs/provisions.yaml and the rules. Change those, then run
           mvn test -Dtest=ReviewTest -Dgolden.update=true -->

      This page sets each grave rule beside the provisions that it cites. A rule is grave if its finding is of severity high or
      critical, or if its advice says *must*.

      **How to read it.** Under each rule stands its claim, then a table. The first column names the instrument, the place in it, and
      its status on the day of the check. The second says in our own words what that place says, as far as it bears on the rule. The
      third says whether we saw it. *Yes* means that we read the text, a quotation or an account of it, in the copies linked there;
      an account by others can be wrong. *No* means that no text was found; what then stands after *believed* is general knowledge,
      and a lawyer should read the provision before relying on the rule. *Read when it entered the catalogue* means that an earlier
      session of this project read it, and that nobody read it again for this page. *Our judgement, in the spirit of* means that the instrument
      does not say what the rule says.

      **Who checked.** An AI model that works on this project, not a lawyer. It read stored copies of public pages, which end about
      July 2026; the last check was on %s. Nobody has read the Official Journal for this page. It is no legal advice.

      """;

  private final List<RuleCard> rules;
  private final List<Provision> provisions;
  private final LocalDate day;
  private final StringBuilder page = new StringBuilder();

  private ReviewPage(List<RuleCard> rules, Provision.All looked) {
    this.rules = rules;
    this.provisions = looked.list();
    this.day = looked.checked();
  }

  /** The page for rules in their order; what has no entry is left out. */
  static String of(List<RuleCard> rules, Provision.All looked) {
    return new ReviewPage(rules, looked).write();
  }

  private String write() {
    page.append(HEAD.formatted(day));
    counts();
    unseen();
    String theme = "";
    for (RuleCard rule : rules) {
      String next = rule.id().substring(0, rule.id().indexOf('/'));
      if (!next.equals(theme)) {
        theme = next;
        page.append("\n## ").append(theme).append('\n');
      }
      rule(rule);
    }
    return page.toString();
  }

  private void counts() {
    long seen = provisions.stream().filter(Provision::seen).count();
    page.append("| rules | provisions cited | seen | not seen |\n|---:|---:|---:|---:|\n| ")
        .append(rules.size())
        .append(" | ")
        .append(provisions.size())
        .append(" | ")
        .append(seen)
        .append(" | ")
        .append(provisions.size() - seen)
        .append(" |\n");
  }

  private void unseen() {
    String names =
        provisions.stream()
            .filter(each -> !each.seen())
            .map(each -> Markdown.code(each.name()))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      page.append("\nNot seen: ").append(names).append(".\n");
    }
  }

  private void rule(RuleCard rule) {
    page.append("\n### ")
        .append(rule.id())
        .append("\n\n**")
        .append(Markdown.text(rule.title()))
        .append("** (")
        .append(weight(rule))
        .append("). ")
        .append(Markdown.text(rule.summary()))
        .append("\n\n| It cites | which says | seen |\n|---|---|---|\n");
    for (Citation citation : rule.citations()) {
      provisions.stream()
          .filter(each -> each.is(citation))
          .findFirst()
          .ifPresent(each -> row(citation, each));
    }
  }

  private static String weight(RuleCard rule) {
    return rule.severity() == null
        ? "advice, must"
        : "finding, " + rule.severity().name().toLowerCase(Locale.ROOT);
  }

  private void row(Citation citation, Provision provision) {
    String basis =
        new FactNames.Basis(citation.instrument().on(day), citation.pinpoint(), citation.inSpirit())
            .stated();
    page.append("| ")
        .append(Markdown.text(basis))
        .append(" | ")
        .append(Markdown.text(provision.says()))
        .append(note(provision.note()))
        .append(" | ")
        .append(provision.seen() ? "yes" : "**no**")
        .append(
            provision.sources().stream()
                .map(ReviewPage::link)
                .collect(Collectors.joining(", ", provision.sources().isEmpty() ? "" : ": ", "")))
        .append(" |\n");
  }

  private static String note(@Nullable String note) {
    return note == null ? "" : "<br>Note: " + Markdown.text(note);
  }

  /** A web address as a link that shows its host; anything else as it is. */
  private static String link(String source) {
    if (!source.startsWith("http")) {
      return Markdown.text(source);
    }
    URI address = URI.create(source);
    return "[%s](%s)"
        .formatted(
            Markdown.text(address.getHost().replaceFirst("^www\\.", "")),
            source.replace("(", "%28").replace(")", "%29"));
  }
}
