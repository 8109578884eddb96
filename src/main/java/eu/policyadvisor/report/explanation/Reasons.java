package eu.policyadvisor.report.explanation;

import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Obstacle;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.explain.ProofNode;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.FactNames;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What explanations say, before it is laid out: an outline of lines, each further in than its own.
 */
public final class Reasons {
  private Reasons() {}

  /**
   * A line with the lines below it.
   *
   * @param text what it says
   * @param strong whether it is what the eye should find
   * @param below what stands under it
   */
  public record Line(String text, boolean strong, List<Line> below) {
    public Line {
      below = List.copyOf(below);
    }

    public static Line of(String text, Line... below) {
      return new Line(text, false, List.of(below));
    }
  }

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /**
   * What is said where no edit was found: what the rule turns on that nobody can choose, or that
   * the search is bounded.
   */
  static String withoutEdit(Explanation explanation, FactSet facts) {
    return explanation.turnsOn().isEmpty()
        ? "No edit of the facts was found that makes it conclude; the search is bounded, so that"
            + " there may be one."
        : "Nothing that can be chosen here would change it; it turns on: "
            + String.join(", ", turnsOn(explanation, facts))
            + ".";
  }

  /** What would have to be otherwise, although nobody can choose it. */
  static List<String> turnsOn(Explanation explanation, FactSet facts) {
    List<String> turnsOn = new ArrayList<>();
    for (Change change : explanation.turnsOn()) {
      String of =
          change instanceof Change.Put put
              ? facts.all().stream()
                  .filter(fact -> fact.section() == put.section() && fact.id().equals(put.id()))
                  .findFirst()
                  .map(fact -> put.field() + " of " + fact.id())
                  .orElse("")
              : change instanceof Change.Remove remove
                  ? remove.id() + " (" + change.section().key() + ")"
                  : "another entry of " + change.section().key();
      // A value of a new entry says no more than the entry does.
      String said = of.isEmpty() ? "another entry of " + change.section().key() : Plain.text(of);
      if (!turnsOn.contains(said)) {
        turnsOn.add(said);
      }
    }
    return turnsOn;
  }

  /** Such as {@code not in force on 2026-01-01: it holds from 2 August 2026}. */
  static String status(Explanation explanation, LocalDate asOf) {
    RuleCard rule = explanation.rule();
    Explanation.Elsewhere elsewhere = explanation.elsewhere();
    if (elsewhere != null) {
      return elsewhere(elsewhere);
    } else if (explanation.waitsOnlyForLists() && explanation.waits() != null) {
      List<String> lists = explanation.waits().lists().stream().map(Labels::of).toList();
      return (lists.size() == 1
              ? "undetermined only because the list of %s is not stated; if there are none, state"
                  + " an empty list"
              : "undetermined only because the lists of %s are not stated; where there are none,"
                  + " state an empty list")
          .formatted(Names.list(lists, "and"));
    }
    return switch (explanation.status()) {
      case CONCLUDED -> "concluded";
      case CLEAR -> "clear: no completion of what is not known would make it conclude";
      case SUPERSEDED -> "superseded";
      case UNDETERMINED -> "undetermined: it may conclude when more is known";
      case NOT_IN_FORCE -> notInForce(rule, asOf);
    };
  }

  private static String notInForce(RuleCard rule, LocalDate asOf) {
    LocalDate from = rule.effective();
    LocalDate expires = rule.expires();
    boolean early = from != null && asOf.isBefore(from);
    LocalDate day = early ? from : expires == null ? asOf : expires.minusDays(1);
    return "not in force on %s: it %s %s; --as-of %s asks about that day"
        .formatted(asOf, early ? "holds from" : "held until", DAY.format(day), day);
  }

  private static String elsewhere(Explanation.Elsewhere elsewhere) {
    String id = Plain.text(elsewhere.asked().id());
    List<String> about =
        elsewhere.about().stream()
            .sorted()
            .map(section -> section == Section.NONE ? "the subject" : Labels.of(section))
            .toList();
    List<String> concluded =
        elsewhere.concluded().stream().map(fact -> Plain.text(fact.id())).toList();
    return "does not concern %s, which %s; the rule is about %s, and it concluded on %s"
        .formatted(
            id,
            place(elsewhere.asked().section()),
            Names.list(about, "and"),
            concluded.isEmpty() ? "none" : Names.list(concluded, "and"));
  }

  private static String place(Section section) {
    return section == Section.NONE ? "is the subject" : "stands among the " + Labels.of(section);
  }

  /** All proofs of a rule: one that goes the way of an earlier one shows only its values. */
  static List<Line> proofs(Explanation explanation) {
    List<Line> lines = new ArrayList<>();
    Map<List<String>, ProofNode> ways = new HashMap<>();
    for (ProofNode proof : explanation.proofs()) {
      ProofNode first = ways.putIfAbsent(rules(proof), proof);
      lines.add(first == null || inner(proof).isEmpty() ? proof(proof) : alike(proof, first));
    }
    return lines;
  }

  /** Whether all that there is to show stands elsewhere. */
  static boolean isShownElsewhere(Explanation explanation) {
    return !explanation.proofs().isEmpty()
        && explanation.superseded().isEmpty()
        && explanation.proofs().stream().allMatch(proof -> proof.kind() == ProofNode.Kind.AGAIN);
  }

  /** Such as {@code Breach risk (export-control/gp10): see [2] and [7]}. */
  static Line reference(Explanation explanation) {
    return Line.of(
        "%s (%s): see %s"
            .formatted(
                explanation.rule().title(),
                explanation.rule().id(),
                Names.list(
                    explanation.proofs().stream().map(proof -> "[" + proof.number() + "]").toList(),
                    "and")));
  }

  private static Line alike(ProofNode proof, ProofNode first) {
    List<Integer> within = inner(proof);
    Map<String, Line> values = new LinkedHashMap<>();
    leaves(proof, values);
    String by =
        "by the same rules as [%s], %s included, on"
            .formatted(
                first.number(),
                within.size() == 1
                    ? "[" + within.get(0) + "]"
                    : "[%s] to [%s]".formatted(within.get(0), within.get(within.size() - 1)));
    return new Line(text(proof), true, List.of(new Line(by, false, List.copyOf(values.values()))));
  }

  private static List<String> rules(ProofNode node) {
    List<String> rules = new ArrayList<>();
    if (node.rule() != null) {
      rules.add(node.rule().id());
    }
    node.children().forEach(child -> rules.addAll(rules(child)));
    return rules;
  }

  /** The numbers of the conclusions within a proof. */
  private static List<Integer> inner(ProofNode node) {
    List<Integer> numbers = new ArrayList<>();
    for (ProofNode child : node.children()) {
      if (child.kind() == ProofNode.Kind.CONCLUSION && child.number() > 0) {
        numbers.add(child.number());
      }
      numbers.addAll(inner(child));
    }
    return numbers;
  }

  private static void leaves(ProofNode node, Map<String, Line> leaves) {
    for (ProofNode child : node.children()) {
      if (child.kind() != ProofNode.Kind.CONCLUSION && child.kind() != ProofNode.Kind.AGAIN) {
        leaves.putIfAbsent(text(child), proof(child));
      }
      leaves(child, leaves);
    }
  }

  /** A proof. */
  public static Line proof(ProofNode node) {
    List<Line> below = new ArrayList<>();
    RuleCard rule = node.rule();
    if (rule != null && node.kind() == ProofNode.Kind.CONCLUSION) {
      String basis =
          FactNames.basis(node.citations()).stream()
              .map(FactNames.Basis::stated)
              .collect(Collectors.joining("; "));
      below.add(Line.of("by " + rule.id() + (basis.isEmpty() ? "" : ", on " + basis)));
      if (node.presumes()) {
        below.add(Line.of("presumed: " + rule.summary()));
      }
    }
    node.children().forEach(child -> below.add(proof(child)));
    return new Line(text(node), node.kind() == ProofNode.Kind.CONCLUSION, below);
  }

  private static String text(ProofNode node) {
    String number = node.number() > 0 ? "[" + node.number() + "] " : "";
    String sure = node.confidence() == null ? "" : " · confidence " + Labels.of(node.confidence());
    String place =
        node.line() > 0
            ? " · " + Plain.text(name(node.file())) + ":" + node.line() + ":" + node.column()
            : "";
    String text = Plain.text(node.text());
    String value = node.value() == null ? "" : " = " + Plain.text(node.value());
    String source = node.source().isEmpty() ? "" : " (" + Plain.text(node.source()) + ")";
    boolean presumed = node.presumes() && !text.contains("presumed");
    return switch (node.kind()) {
      case CONCLUSION -> number + text + (presumed ? " (presumed)" : "") + sure;
      case AGAIN -> text + ", see " + number.strip();
      case UNKNOWN -> text + " is not known" + place;
      case STATED -> text + value + place;
      default -> text + value + source;
    };
  }

  private static String name(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /** Above what keeps a rule from concluding. */
  static String heading(NearMiss miss) {
    return miss.obstacles().stream().allMatch(Obstacle.NoFact.class::isInstance)
        ? "What keeps it from concluding"
        : "What keeps it from concluding, for the facts that come nearest";
  }

  /** What keeps a rule from concluding. */
  public static List<Line> obstacles(NearMiss miss) {
    return miss.obstacles().stream().map(Reasons::obstacle).toList();
  }

  private static Line obstacle(Obstacle obstacle) {
    String needed = Plain.text(obstacle.needed());
    if (obstacle instanceof Obstacle.Value value) {
      return new Line(
          needed,
          true,
          value.fields().stream().map(field -> Line.of(has(value.fact(), field))).toList());
    } else if (obstacle instanceof Obstacle.NoFact none) {
      String list = Labels.of(none.section());
      String state =
          none.stated()
              ? "none of the " + list + " that are stated will do"
              : "the list of " + list + " is not stated";
      return new Line(
          state + (needed.isEmpty() ? "" : "; in a new entry " + needed), true, List.of());
    } else if (obstacle instanceof Obstacle.NotConcluded not) {
      List<Line> below = new ArrayList<>();
      for (NearMiss way : not.ways()) {
        below.add(
            new Line(
                "nearest by " + way.rule().id() + ", " + way.rule().title(),
                false,
                obstacles(way)));
      }
      return new Line("not concluded: " + needed, true, below);
    } else if (obstacle instanceof Obstacle.Present present) {
      return new Line(
          needed,
          true,
          present.found().stream().map(found -> Line.of("found: " + premise(found))).toList());
    } else if (obstacle instanceof Obstacle.Total total) {
      List<Line> below = new ArrayList<>();
      below.add(Line.of("the total is " + total.total()));
      total
          .over()
          .forEach(fact -> below.add(Line.of("over " + Plain.text(fact.label()) + at(fact, 0))));
      return new Line(needed, true, below);
    }
    return new Line(needed, true, List.of());
  }

  private static String has(Fact fact, String field) {
    FieldOrigin origin = fact.provenance().fields().get(field);
    Object value = fact.value(field);
    String path = FactNames.named(fact, field);
    int line = origin == null ? 0 : origin.line();
    if (value == null) {
      return path + (origin == null ? " is not stated" : " is said to be unknown") + at(fact, line);
    }
    String source =
        origin != null && origin.catalogueEntry() != null
            ? " (catalogue: " + Plain.text(origin.catalogueEntry()) + ")"
            : origin != null && origin.listedRow() != null
                ? " (list: " + Plain.text(origin.listedRow().reference()) + ")"
                : "";
    return path + " = " + Plain.text(FieldOrigin.shown(origin, value)) + source + at(fact, line);
  }

  private static String at(Fact fact, int line) {
    String place = FactNames.place(fact, line);
    return place.isEmpty() ? "" : " · " + place;
  }

  static String premise(Premise premise) {
    if (premise instanceof Premise.Given given) {
      return (given.fact() instanceof CountryShare ? "share of " : "")
          + Plain.text(given.fact().label())
          + at(given.fact(), 0);
    } else if (premise instanceof Premise.Threshold threshold) {
      return "parameter " + threshold.parameter().name();
    } else if (premise instanceof Premise.Day day) {
      return "as-of date " + day.asOf().day();
    } else if (premise instanceof Premise.Group group) {
      return "country group " + group.group().name();
    } else if (premise instanceof Premise.Listed listed) {
      return listed.list().section().key() + " is stated";
    }
    var concluded = ((Premise.Concluded) premise).conclusion();
    return concluded.card().title() + " (" + concluded.card().id() + ")";
  }

  /** What a rule waits for, in a sentence; null when it waits for nothing, or was said so. */
  public static @Nullable String waits(Explanation explanation) {
    Undetermined waits = explanation.waits();
    if (waits == null || explanation.waitsOnlyForLists()) {
      return null;
    }
    List<String> values =
        new ArrayList<>(
            waits.awaits().stream()
                .map(value -> value.field() + " of " + Plain.text(value.fact().label()))
                .toList());
    List<String> lists =
        waits.lists().stream().map(list -> "the list of " + Labels.of(list)).toList();
    if (values.isEmpty() && lists.isEmpty()) {
      return null;
    }
    int parts = values.size() + lists.size();
    String known =
        (values.isEmpty() ? "" : Names.list(values, "and"))
            + (values.isEmpty() || lists.isEmpty() ? "" : ", and ")
            + Names.list(lists, "and")
            + (parts == 1 ? " is " : " are ")
            + (values.isEmpty() ? "stated" : "known");
    return (explanation.proofs().isEmpty() ? "It may conclude when " : "It may also conclude when ")
        + known;
  }
}
