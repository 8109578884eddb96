package eu.policyadvisor.explain;

import eu.policyadvisor.advice.Bearing;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Supersession;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.ListedRow;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Trees of reasons, from conclusions down to values in files, catalogue and parameters. What was
 * shown once is referred to by its number.
 */
public final class Proof {
  private final Catalogue catalogue;
  private final LocalDate day;
  private final Depth depth;
  private final @Nullable Planned planned;
  private final Map<Reasoned<?>, Integer> numbers = new HashMap<>();

  /**
   * For one document, in which numbers run on.
   *
   * @param catalogue where values come from that no file states
   * @param day the day of the advice
   * @param depth how much is shown
   * @param facts what was assessed
   */
  public Proof(Catalogue catalogue, LocalDate day, Depth depth, FactSet facts) {
    this(catalogue, day, depth, new Planned(facts));
  }

  /** For what of the facts conclusions rest on; what is planned is not told apart. */
  public Proof(Catalogue catalogue, LocalDate day, Depth depth) {
    this(catalogue, day, depth, (@Nullable Planned) null);
  }

  private Proof(Catalogue catalogue, LocalDate day, Depth depth, @Nullable Planned planned) {
    this.catalogue = catalogue;
    this.day = day;
    this.depth = depth;
    this.planned = planned;
  }

  /** The tree of a conclusion. */
  public ProofNode tree(Reasoned<?> conclusion) {
    return depth == Depth.SHORT ? key(conclusion) : step(conclusion);
  }

  /** The conclusion and all values that its reasons come down to, without the steps between. */
  private ProofNode key(Reasoned<?> conclusion) {
    Set<ProofNode> values = new LinkedHashSet<>();
    for (Evidence evidence : Evidence.of(conclusion)) {
      if (isShown(evidence.fact(), evidence.field())) {
        values.add(value(evidence.fact(), evidence.field()));
      }
    }
    numbers.put(conclusion, numbers.size() + 1);
    return node(ProofNode.Kind.CONCLUSION, numbers.size(), conclusion, List.copyOf(values));
  }

  private ProofNode step(Reasoned<?> conclusion) {
    Integer known = numbers.get(conclusion);
    if (known != null) {
      return node(ProofNode.Kind.AGAIN, known, conclusion, List.of());
    }
    int number = numbers.size() + 1;
    numbers.put(conclusion, number);
    List<ProofNode> children = new ArrayList<>();
    for (Justification way : ways(conclusion)) {
      List<ProofNode> premises = new ArrayList<>();
      way.premises().forEach(premise -> premises.addAll(nodes(premise)));
      if (way.rule().id().equals(conclusion.card().id())) {
        children.addAll(premises);
      } else {
        children.add(
            new ProofNode(
                ProofNode.Kind.CONCLUSION,
                0,
                "also by " + way.rule().title(),
                conclusion.conclusion().on().id(),
                "",
                way.rule(),
                null,
                "",
                0,
                0,
                null,
                "",
                Bearing.of(way, catalogue, day),
                premises));
      }
    }
    return node(ProofNode.Kind.CONCLUSION, number, conclusion, children);
  }

  private ProofNode node(
      ProofNode.Kind kind, int number, Reasoned<?> conclusion, List<ProofNode> children) {
    return new ProofNode(
        kind,
        number,
        text(conclusion),
        conclusion.conclusion().on().id(),
        "",
        conclusion.card(),
        conclusion.confidence(),
        "",
        0,
        0,
        null,
        "",
        kind == ProofNode.Kind.AGAIN ? List.of() : citations(conclusion),
        children);
  }

  /** What the rule of the conclusion rests on, over all the ways in which it reached it. */
  private List<Citation> citations(Reasoned<?> conclusion) {
    return conclusion.because().stream()
        .filter(way -> way.rule().id().equals(conclusion.card().id()))
        .flatMap(way -> Bearing.of(way, catalogue, day).stream())
        .distinct()
        .toList();
  }

  /** All ways, or the one whose weakest part is the strongest. */
  private List<Justification> ways(Reasoned<?> conclusion) {
    if (depth == Depth.FULL) {
      return conclusion.because();
    }
    return conclusion.because().stream()
        .filter(way -> way.rule().id().equals(conclusion.card().id()))
        .max(Comparator.comparing(Proof::weakest))
        .map(List::of)
        .orElse(List.of());
  }

  private static BigDecimal weakest(Justification way) {
    BigDecimal weakest = way.rule().confidence().value();
    for (Premise premise : way.premises()) {
      if (premise instanceof Premise.Concluded concluded) {
        weakest = weakest.min(concluded.conclusion().confidence().value());
      }
    }
    return weakest;
  }

  private List<ProofNode> nodes(Premise premise) {
    if (premise instanceof Premise.Concluded concluded) {
      Reasoned<?> inner = concluded.conclusion();
      Justification only = inner.because().get(0);
      boolean trivial =
          depth != Depth.FULL
              && inner.because().size() == 1
              && inner.conclusion() instanceof Concept
              && only.premises().size() == 1
              && only.premises().get(0) instanceof Premise.Concluded;
      return trivial ? nodes(only.premises().get(0)) : List.of(step(inner));
    } else if (premise instanceof Premise.Given given) {
      List<ProofNode> values = new ArrayList<>();
      for (String field : given.fields()) {
        if (isShown(given.fact(), field)) {
          values.add(value(given.fact(), field));
        }
      }
      return values;
    } else if (premise instanceof Premise.Threshold threshold) {
      return List.of(parameter(threshold.parameter()));
    } else if (premise instanceof Premise.Group group) {
      return depth == Depth.FULL ? List.of(group(group.group())) : List.of();
    } else if (premise instanceof Premise.Day day) {
      return List.of(
          ProofNode.leaf(ProofNode.Kind.DATE, "as-of date", day.asOf().day().toString(), ""));
    }
    Section section = ((Premise.Listed) premise).list().section();
    return List.of(ProofNode.leaf(ProofNode.Kind.LIST, section.key() + " is stated", null, ""));
  }

  private static boolean isShown(Fact fact, String field) {
    return !field.equals("id") && !(fact instanceof CountryShare && field.equals("of"));
  }

  private ProofNode value(Fact fact, String field) {
    FieldOrigin origin = fact.provenance().fields().get(field);
    Object value = fact.value(field);
    String list = fact.provenance().path();
    String path =
        fact instanceof CountryShare && !list.isEmpty()
            ? list
            : (list.isEmpty() ? fact.section().key() + "[" + fact.id() + "]" : list) + "." + field;
    String entry = origin == null ? null : origin.catalogueEntry();
    ListedRow row = origin == null ? null : origin.listedRow();
    ProofNode.Kind kind = kind(value, entry, row);
    int line = origin == null || origin.line() == 0 ? fact.provenance().line() : origin.line();
    int column =
        origin == null || origin.line() == 0 ? fact.provenance().column() : origin.column();
    return new ProofNode(
        kind,
        0,
        named(fact, field),
        fact instanceof CountryShare share ? share.of().id() : fact.id(),
        path,
        null,
        null,
        fact.provenance().file(),
        line,
        column,
        value == null ? null : FieldOrigin.shown(origin, value),
        entry != null ? source(entry) : row != null ? source(row) : "",
        List.of(),
        List.of());
  }

  private static ProofNode.Kind kind(
      @Nullable Object value, @Nullable String entry, @Nullable ListedRow row) {
    if (value == null) {
      return ProofNode.Kind.UNKNOWN;
    } else if (entry != null) {
      return ProofNode.Kind.CATALOGUE;
    }
    return row != null ? ProofNode.Kind.LISTED : ProofNode.Kind.STATED;
  }

  private static String source(ListedRow row) {
    return "list: " + row.reference() + ", '" + row.name() + "' (" + row.how() + ")";
  }

  /** Such as {@code ascend-pool.lifecycle}: a reader looks for the id, not for a number. */
  private static String named(Fact fact, String field) {
    return fact instanceof CountryShare share
        ? share.of().id() + ".shares." + share.country()
        : (fact instanceof Subject ? fact.section().key() : fact.id()) + "." + field;
  }

  private String source(String reference) {
    String id = reference.substring(reference.indexOf('/') + 1);
    return catalogue
        .find(reference)
        .map(
            entry ->
                "catalogue: "
                    + id
                    + (entry.source() == null ? "" : ", " + entry.source())
                    + (entry.verified() ? "" : " (not verified)"))
        .orElse("catalogue: " + id);
  }

  private static ProofNode parameter(Parameter parameter) {
    return ProofNode.leaf(
        ProofNode.Kind.PARAMETER,
        "parameter " + parameter.name(),
        parameter.value().toPlainString(),
        parameter.reference()
            + (parameter.validFrom() == null ? "" : ", valid from " + parameter.validFrom())
            + (parameter.verified() ? "" : " (not verified)"));
  }

  private static ProofNode group(CountryGroup group) {
    return ProofNode.leaf(
        ProofNode.Kind.GROUP,
        "country group " + group.name(),
        String.join(", ", group.countries()),
        group.reference() + (group.verified() ? "" : " (not verified)"));
  }

  private String text(Reasoned<?> reasoned) {
    Conclusion conclusion = reasoned.conclusion();
    RuleCard card = reasoned.card();
    String on = conclusion.on().label();
    if (conclusion instanceof Concept concept) {
      return concept.text() + ": " + on;
    } else if (conclusion instanceof Recommendation && card.advice() != null) {
      return card.advice()
          .action(planned != null && planned.all(List.of(conclusion.on())))
          .replace("{on}", on)
          .replace("{until}", PauseEnd.of(List.of(conclusion.on())));
    } else if (conclusion instanceof Supersession supersession) {
      return card.title() + ": " + supersession.superseded().rule() + " yields on " + on;
    }
    return card.title() + ": " + on;
  }
}
