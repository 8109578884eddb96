package eu.policyadvisor.report;

import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.finding.Concept;
import eu.policyadvisor.finding.Conclusion;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a report says about the conclusions for one subject, before it is laid out. */
final class Wording {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(on|subject)}");

  private final Subject subject;

  Wording(Subject subject) {
    this.subject = subject;
  }

  /** What to do, with the names filled in. */
  String action(Reasoned<Recommendation> recommendation) {
    return PLACEHOLDER
        .matcher(Ranked.advice(recommendation).action())
        .replaceAll(
            place -> Matcher.quoteReplacement(filled(place, recommendation.conclusion().on())));
  }

  private String filled(MatchResult place, Fact on) {
    return label("on".equals(place.group(1)) ? on : subject);
  }

  /** Who should do it. */
  String addressee(Reasoned<Recommendation> recommendation) {
    var addressee = Ranked.advice(recommendation).addressee();
    if (Ranked.addresses(addressee, subject.type())) {
      return label(subject);
    }
    return switch (addressee) {
      case MEMBER_STATE ->
          subject.country() == null
              ? "the member state"
              : "the member state, " + Plain.text(subject.country());
      case COMMISSION -> "the European Commission";
      case AI_OFFICE -> "the AI Office";
      case DATA_PROTECTION_AUTHORITY -> "the data protection authority";
      case MODEL_PROVIDER -> "the model provider";
      case SUBJECT -> label(subject);
    };
  }

  static String label(Fact fact) {
    String label = Plain.text(fact.label());
    return label.isEmpty() ? Plain.text(fact.id()) : label;
  }

  /** Such as {@code accelerators[0]}; with the id for a fact that stands in no file. */
  static String path(Fact fact) {
    String path = Plain.text(fact.provenance().path());
    if (!path.isEmpty()) {
      return path;
    }
    return fact instanceof Subject
        ? fact.section().key()
        : fact.section().key() + "[" + Plain.text(fact.id()) + "]";
  }

  /** Such as {@code cluster.yaml:14}; empty for a fact that stands in no file. */
  static String place(Fact fact, int line) {
    return fact.provenance().inFile()
        ? Plain.text(fact.provenance().file()) + ":" + (line > 0 ? line : fact.provenance().line())
        : "";
  }

  /** The findings that a conclusion rests on, nearest first. */
  static List<Reasoned<Finding>> findings(Reasoned<?> conclusion) {
    return reasons(conclusion, Finding.class);
  }

  /** The derived concepts that a conclusion rests on, nearest first. */
  static List<Reasoned<Concept>> concepts(Reasoned<?> conclusion) {
    return reasons(conclusion, Concept.class);
  }

  @SuppressWarnings("unchecked") // what is concluded is looked at
  private static <C extends Conclusion> List<Reasoned<C>> reasons(Reasoned<?> of, Class<C> type) {
    return Evidence.chain(of).stream()
        .skip(1) // itself
        .filter(link -> type.isInstance(link.conclusion()))
        .map(link -> (Reasoned<C>) link)
        .toList();
  }

  /** Ids of the rules that reached a conclusion. */
  static List<String> rules(Reasoned<?> conclusion) {
    return conclusion.because().stream()
        .map(Justification::rule)
        .map(RuleCard::id)
        .distinct()
        .toList();
  }

  /** Everything the conclusion and its reasons cite, each once, nearest first. */
  static List<Citation> citations(Reasoned<?> conclusion) {
    Set<Citation> citations = new LinkedHashSet<>();
    for (Reasoned<?> link : Evidence.chain(conclusion)) {
      link.because().forEach(way -> citations.addAll(way.rule().citations()));
    }
    // The whole of an instrument adds nothing to a place in it.
    Set<String> pinpointed =
        citations.stream()
            .filter(citation -> !citation.pinpoint().isEmpty())
            .map(citation -> citation.instrument().id())
            .collect(Collectors.toSet());
    citations.removeIf(c -> c.pinpoint().isEmpty() && pinpointed.contains(c.instrument().id()));
    return List.copyOf(citations);
  }

  /** The thresholds that a conclusion was compared with. */
  static List<Parameter> thresholds(Reasoned<?> conclusion) {
    Set<Parameter> parameters = new LinkedHashSet<>();
    for (Reasoned<?> link : Evidence.chain(conclusion)) {
      for (Justification way : link.because()) {
        for (Premise premise : way.premises()) {
          if (premise instanceof Premise.Threshold threshold) {
            parameters.add(threshold.parameter());
          }
        }
      }
    }
    return List.copyOf(parameters);
  }

  /**
   * A value that a conclusion rests on.
   *
   * @param evidence the value
   * @param line its line; that of the fact when it has none
   * @param path such as {@code accelerators[0].product}
   * @param text the value as written; null when it is not known
   */
  record Line(Evidence evidence, int line, String path, @Nullable String text) {
    static Line of(Evidence evidence) {
      FieldOrigin origin = evidence.origin();
      return new Line(
          evidence,
          origin != null && origin.line() > 0 ? origin.line() : evidence.fact().provenance().line(),
          Wording.path(evidence.fact()) + "." + evidence.field(),
          written(evidence));
    }

    Fact fact() {
      return evidence.fact();
    }

    boolean catalogued() {
      return evidence.origin() != null && evidence.origin().kind() == FieldOrigin.Kind.CATALOGUE;
    }

    boolean askedAndUnknown() {
      return evidence.origin() != null && evidence.origin().kind() == FieldOrigin.Kind.UNKNOWN;
    }

    String place() {
      return Wording.place(fact(), line);
    }
  }

  /** The values that a conclusion rests on, as they stand in the files; unknown values last. */
  static List<Line> evidence(Reasoned<?> conclusion) {
    return Evidence.of(conclusion).stream()
        .filter(evidence -> !(evidence.fact() instanceof CountryShare && isOwner(evidence)))
        .map(Line::of)
        .sorted(
            Comparator.comparing((Line line) -> line.text() == null)
                .thenComparing(line -> line.fact().provenance().file())
                .thenComparing(line -> line.fact().section())
                .thenComparing(line -> line.fact().provenance().line())
                .thenComparing(line -> line.fact().id())
                .thenComparing(Line::line)
                .thenComparing(Line::path))
        .distinct()
        .toList();
  }

  /** What a conclusion says, for other conclusions to refer to. */
  static String named(Conclusion conclusion) {
    if (conclusion instanceof Finding finding) {
      return finding.rule();
    } else if (conclusion instanceof Recommendation recommendation) {
      return recommendation.rule();
    } else if (conclusion instanceof Concept concept) {
      return concept.text();
    }
    return label(conclusion.on());
  }

  /** A share is of a supply; the supply itself is no value of it. */
  private static boolean isOwner(Evidence evidence) {
    return "of".equals(evidence.field());
  }

  private static @Nullable String written(Evidence evidence) {
    FieldOrigin origin = evidence.origin();
    if (origin != null) {
      return origin.kind() == FieldOrigin.Kind.UNKNOWN ? null : Plain.text(origin.text());
    }
    Object value = evidence.fact().value(evidence.field());
    return value == null ? null : Plain.text(written(value));
  }

  private static String written(Object value) {
    if (value instanceof Enum<?> constant) {
      return Names.inFile(constant);
    } else if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    } else if (value instanceof Collection<?> values) {
      List<String> texts = new ArrayList<>();
      values.forEach(each -> texts.add(written(each)));
      return "[" + String.join(", ", texts) + "]";
    } else if (value instanceof Map<?, ?> map) {
      List<String> texts = new ArrayList<>();
      map.forEach((key, each) -> texts.add(key + ": " + written(each)));
      return "{" + String.join(", ", texts) + "}";
    } else if (value instanceof Fact fact) {
      return fact.id();
    }
    return value.toString();
  }
}
