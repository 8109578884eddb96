package eu.policyadvisor.report;

import eu.policyadvisor.advice.NearMiss;
import eu.policyadvisor.advice.Obstacle;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.explain.Explanation;
import eu.policyadvisor.explain.Node;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What explanations say, before it is laid out: an outline of lines, each further in than its own.
 */
final class Reasons {
  private Reasons() {}

  /**
   * A line with the lines below it.
   *
   * @param text what it says
   * @param strong whether it is what the eye should find
   * @param below what stands under it
   */
  record Line(String text, boolean strong, List<Line> below) {
    Line {
      below = List.copyOf(below);
    }

    static Line of(String text, Line... below) {
      return new Line(text, false, List.of(below));
    }
  }

  /** Such as {@code not in force: holds from 2026-08-02}. */
  static String status(Explanation explanation, LocalDate asOf) {
    RuleCard rule = explanation.rule();
    return switch (explanation.status()) {
      case CONCLUDED -> "concluded";
      case CLEAR -> "clear: no completion of what is not known would make it conclude";
      case SUPERSEDED -> "superseded";
      case UNDETERMINED -> "undetermined: it may conclude when more is known";
      case NOT_IN_FORCE ->
          rule.effective() != null && asOf.isBefore(rule.effective())
              ? "not in force on " + asOf + ": it holds from " + rule.effective()
              : "not in force on " + asOf + ": it held until the day before " + rule.expires();
    };
  }

  static String status(RuleStatus status) {
    return Words.of(status);
  }

  /** A proof. */
  static Line proof(Node node) {
    List<Line> below = new ArrayList<>();
    RuleCard rule = node.rule();
    if (rule != null && node.kind() == Node.Kind.CONCLUSION) {
      String basis =
          Wording.basis(node.citations()).stream()
              .map(each -> each.text() + (each.instrument().verified() ? "" : " (not verified)"))
              .collect(Collectors.joining("; "));
      below.add(Line.of("by " + rule.id() + (basis.isEmpty() ? "" : ", on " + basis)));
    }
    node.children().forEach(child -> below.add(proof(child)));
    return new Line(text(node), node.kind() == Node.Kind.CONCLUSION, below);
  }

  private static String text(Node node) {
    String number = node.number() > 0 ? "[" + node.number() + "] " : "";
    String sure = node.confidence() == null ? "" : " · confidence " + Words.of(node.confidence());
    String place =
        node.line() > 0
            ? " · " + Plain.text(name(node.file())) + ":" + node.line() + ":" + node.column()
            : "";
    String text = Plain.text(node.text());
    String value = node.value() == null ? "" : " = " + Plain.text(node.value());
    String source = node.source().isEmpty() ? "" : " (" + Plain.text(node.source()) + ")";
    return switch (node.kind()) {
      case CONCLUSION -> number + text + sure;
      case AGAIN -> text + ", see " + number.strip();
      case UNKNOWN -> text + " is not known; the rule says what it makes of that" + place;
      case STATED -> text + value + place;
      default -> text + value + source;
    };
  }

  private static String name(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /** What keeps a rule from concluding. */
  static List<Line> obstacles(NearMiss miss) {
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
      String list = Words.of(none.section());
      String state =
          none.stated()
              ? "none of the " + list + " will do"
              : "the list of " + list + " is not stated";
      return new Line(
          state + (needed.isEmpty() ? "" : "; one is needed of which " + needed), true, List.of());
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
    String path = Wording.path(fact, field);
    int line = origin == null ? 0 : origin.line();
    if (value == null) {
      return path + (origin == null ? " is not stated" : " is said to be unknown") + at(fact, line);
    }
    String source =
        origin != null && origin.catalogueEntry() != null
            ? " (catalogue: " + Plain.text(origin.catalogueEntry()) + ")"
            : "";
    String written = origin == null || origin.text().isEmpty() ? Names.value(value) : origin.text();
    return path + " = " + Plain.text(written) + source + at(fact, line);
  }

  private static String at(Fact fact, int line) {
    String place = Wording.place(fact, line);
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

  /** What a rule waits for. */
  static @Nullable String waits(@Nullable Undetermined waits) {
    if (waits == null) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    for (OpenValue value : waits.awaits()) {
      parts.add(value.field() + " of " + Plain.text(value.fact().label()));
    }
    for (Section list : waits.lists()) {
      parts.add("the list of " + Words.of(list));
    }
    return parts.isEmpty() ? null : String.join(", ", parts);
  }
}
