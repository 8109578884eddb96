package eu.policyadvisor.report.comparison;

import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.compare.Aspect;
import eu.policyadvisor.compare.Difference;
import eu.policyadvisor.compare.FactDifference;
import eu.policyadvisor.compare.KnowledgeEdit;
import eu.policyadvisor.compare.RulesComparison;
import eu.policyadvisor.compare.Witness;
import eu.policyadvisor.explain.Depth;
import eu.policyadvisor.explain.Proof;
import eu.policyadvisor.explain.ProofNode;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.FactNames;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.report.explanation.Reasons;
import eu.policyadvisor.report.explanation.Reasons.Line;
import eu.policyadvisor.rule.Catalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How comparisons say things. */
final class ComparisonWords {
  private static final int MOST_VALUES = 6;
  private static final int MOST_STEPS = 4;
  private static final int LONGEST = 120;

  private ComparisonWords() {}

  /** Such as {@code finding inputs/crma-65-percent on gallium}. */
  static String aspect(Aspect aspect) {
    return aspect.of() == Aspect.Of.STANCE
        ? "stance"
        : Labels.of(aspect.of()) + " " + aspect.rule() + " on " + Plain.text(aspect.fact());
  }

  /** Such as {@code + finding inputs/crma-65-percent on gallium (high, confidence 0.85)}. */
  static String difference(Difference difference) {
    String what = aspect(difference.aspect());
    String before = Plain.text(word(difference.before()));
    String after = Plain.text(word(difference.after()));
    String attribute = difference.aspect().attribute();
    return switch (difference.how()) {
      case ADDED -> "+ " + what + " (" + after + ")";
      case REMOVED -> "- " + what + " (" + before + ")";
      case CHANGED ->
          "~ %s%s %s → %s"
              .formatted(what, attribute.isEmpty() ? "" : ": " + attribute, before, after);
    };
  }

  private static String word(@Nullable String value) {
    return value == null ? "none" : value.replace('_', ' ');
  }

  /** Such as {@code parameter crma.single-country-share}. */
  static String named(KnowledgeEdit edit) {
    return switch (edit.what()) {
          case RULE -> "rule ";
          case PARAMETER -> "parameter ";
          case CATALOGUE_ENTRY -> "catalogue entry ";
          case COUNTRY_GROUP -> "country group ";
          case TERM_GROUP -> "term group ";
          case UNCOVERED -> "not covered: ";
        }
        + Plain.text(edit.name());
  }

  /** Edits in a list: what is new or gone by its name only. */
  static List<Line> listed(List<KnowledgeEdit> edits) {
    List<Line> lines = new ArrayList<>();
    Map<String, List<String>> names = new TreeMap<>();
    for (KnowledgeEdit edit : edits) {
      if (edit.how() == Difference.How.CHANGED) {
        lines.add(Line.of(edit(edit)));
      } else {
        names
            .computeIfAbsent(
                Labels.of(edit.how()) + ": " + Labels.of(edit.what()), any -> new ArrayList<>())
            .add(Plain.text(edit.name()));
      }
    }
    names.forEach((what, all) -> lines.add(Line.of(what + " " + String.join(", ", all))));
    return lines;
  }

  /** One edit, or several that are needed together. */
  static String edits(List<KnowledgeEdit> edits) {
    return (edits.size() > 1 ? "Together: " : "")
        + edits.stream().map(ComparisonWords::edit).collect(Collectors.joining("; and "));
  }

  /** Such as {@code parameter crma.single-country-share: value 0.65 → 0.7}. */
  static String edit(KnowledgeEdit edit) {
    String place = edit.place().isEmpty() ? "" : " (" + Plain.text(edit.place()) + ")";
    String what =
        edit.how() == Difference.How.CHANGED
            ? edit.details().stream()
                .map(ComparisonWords::detail)
                .collect(Collectors.joining("; ", ": ", ""))
            : " " + edit.how().name().toLowerCase(Locale.ROOT);
    return named(edit) + what + place;
  }

  private static String detail(KnowledgeEdit.Detail detail) {
    if (detail.before() == null) {
      return detail.of() + " added: " + cut(String.valueOf(detail.after()));
    } else if (detail.after() == null) {
      return detail.of() + " dropped: " + cut(detail.before());
    }
    return detail.of() + " " + cut(detail.before()) + " → " + cut(detail.after());
  }

  private static String cut(String text) {
    String plain = Plain.text(text);
    return plain.length() > LONGEST ? plain.substring(0, LONGEST - 1) + "…" : plain;
  }

  /** Both files' lines and values. */
  static String fact(FactDifference fact) {
    String label =
        switch (fact.kind()) {
          case ONLY_BEFORE -> Plain.text(fact.path()) + " only in the first";
          case ONLY_AFTER -> Plain.text(fact.path()) + " only in the second";
          case LIST -> "list " + Labels.of(fact.section());
          case DATE -> "as_of";
          case FIELD, CONFIRMATION -> Plain.text(fact.path());
        };
    return label
        + (fact.with().isEmpty()
            ? ""
            : " (with " + Plain.text(String.join(", ", fact.with())) + ", which it goes with)")
        + ": "
        + spot(fact.before(), fact)
        + " → "
        + spot(fact.after(), fact);
  }

  private static String spot(FactDifference.Spot spot, FactDifference fact) {
    String text =
        spot.text() != null
            ? Plain.text(spot.text())
            : fact.kind() == FactDifference.Kind.ONLY_BEFORE
                    || fact.kind() == FactDifference.Kind.ONLY_AFTER
                ? "not there"
                : "not stated";
    String file = Plain.text(spot.file());
    return file.isEmpty()
        ? text
        : text + " (" + file + (spot.line() > 0 ? ":" + spot.line() : "") + ")";
  }

  /** Why something is concluded on one side, and why not on the other. */
  static List<Line> witness(Witness witness, Difference difference, RulesComparison comparison) {
    boolean gone = difference.how() == Difference.How.REMOVED;
    String there = Plain.text(gone ? comparison.before() : comparison.after());
    String elsewhere = Plain.text(gone ? comparison.after() : comparison.before());
    List<Line> lines = new ArrayList<>();
    if (witness.conclusion() != null) {
      lines.add(
          Line.of(
              "concluded under %s: %s"
                  .formatted(there, because(witness.conclusion(), witness.catalogue()))));
    }
    String otherwise = otherwise(witness.otherwise());
    if (!otherwise.isEmpty()) {
      lines.add(Line.of("not concluded under " + elsewhere + ": " + otherwise));
    }
    return lines;
  }

  /** The chain of what it rests on, then the values at its end. */
  static String because(Reasoned<?> conclusion, Catalogue catalogue) {
    String chain =
        Evidence.chain(conclusion).stream()
            .limit(MOST_STEPS)
            .map(
                link ->
                    link.conclusion() instanceof Concept concept
                        ? concept.text()
                        : link.card().title())
            .distinct()
            .collect(Collectors.joining(" ← "));
    List<String> values = new ArrayList<>();
    FactNames.thresholds(conclusion)
        .forEach(
            each -> values.add("parameter " + each.name() + " = " + each.value().toPlainString()));
    // Of the tree only the values are told, not what is cited on a day.
    for (ProofNode node :
        new Proof(catalogue, LocalDate.MAX, Depth.SHORT).tree(conclusion).children()) {
      values.add(
          Plain.text(node.text())
              + (node.value() == null ? " not known" : " = " + Plain.text(node.value()))
              + (node.line() > 0 && node.source().isEmpty() ? " (line " + node.line() + ")" : ""));
    }
    return Plain.text(chain)
        + (values.isEmpty() ? "" : " ← ")
        + values.stream().limit(MOST_VALUES).collect(Collectors.joining("; "))
        + (values.size() > MOST_VALUES ? "; and " + (values.size() - MOST_VALUES) + " more" : "");
  }

  static String otherwise(Witness.@Nullable Otherwise otherwise) {
    if (otherwise instanceof Witness.NoRule) {
      return "there is no such rule";
    } else if (otherwise instanceof Witness.NotInForce not) {
      LocalDate effective = not.rule().effective();
      return "the rule is not in force on %s; it %s"
          .formatted(
              not.day(),
              effective != null && not.day().isBefore(effective)
                  ? "holds from " + effective
                  : "held until the day before " + not.rule().expires());
    } else if (otherwise instanceof Witness.Fails fails) {
      return failing(fails.nearest());
    }
    return "";
  }

  private static String failing(NearMiss nearest) {
    return Reasons.obstacles(nearest).stream()
        .map(ComparisonWords::flat)
        .collect(Collectors.joining("; "));
  }

  /** A line with what stands below it, of several ways to the same the nearest one. */
  private static String flat(Line line) {
    if (line.below().isEmpty()) {
      return line.text();
    }
    List<Line> below =
        line.text().startsWith("not concluded: ") ? line.below().subList(0, 1) : line.below();
    return line.text()
        + below.stream().map(ComparisonWords::flat).collect(Collectors.joining(", ", " (", ")"));
  }
}
