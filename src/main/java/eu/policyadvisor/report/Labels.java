package eu.policyadvisor.report;

import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.SubjectType;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Urgency;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How reports say things. */
public final class Labels {
  /** What every report says of itself. */
  public static final String DISCLAIMER =
      "This is decision support, not legal advice. US law is stated as a risk.";

  static final String NO_RECOMMENDATION =
      "No recommendation: no rule calls for action on what is stated. Silence is not permission.";

  private Labels() {}

  /** A constant as words: {@code PHASE_OUT} is phase out. */
  public static String of(Enum<?> constant) {
    return Names.inFile(constant).replace('_', ' ');
  }

  public static String of(SubjectType type) {
    return switch (type) {
      case EU_INSTITUTION -> "EU institution";
      case UNION -> "European Union";
      default -> of((Enum<?>) type);
    };
  }

  /** All kinds of actor that a subject is. */
  static String of(List<SubjectType> types) {
    return Names.list(types.stream().map(Labels::of).toList(), "and");
  }

  /** A stance as people read it, such as {@code HOLD BACK}. */
  public static String word(Stance stance) {
    return switch (stance) {
      case PROHIBIT -> "STOP";
      case COUNTERMEASURE -> "RESPOND";
      case RESTRICT -> "HOLD BACK";
      case CONDITIONAL -> "YES, IF";
      case DIVERSIFY -> "SPREAD RISK";
      case INVESTIGATE -> "FIND OUT";
      case PERMIT -> "GO AHEAD";
      case MONITOR -> "WATCH";
      case NOT_DETERMINED -> "NOT DETERMINED";
      case NOT_COVERED -> "NOT COVERED";
      case NOTHING_FOUND -> "NOTHING FOUND";
      case NOT_STATED -> "NOT STATED";
    };
  }

  public static String of(Section section) {
    return section.key().replace('_', ' ');
  }

  public static String of(Urgency urgency) {
    return switch (urgency) {
      case NOW -> "now, within 7 days";
      case SHORT -> "within 90 days";
      case MEDIUM -> "within 12 months";
      case LONG -> "later than in 12 months";
      case WATCH -> "keep watching";
    };
  }

  public static String of(InstrumentStatus status) {
    return switch (status) {
      case NOT_BINDING -> "not binding";
      case PROPOSED -> "proposed, binds nobody";
      case ADOPTED -> "adopted, applies later";
      case UNKNOWN_AFTER_CUTOFF -> "later state not established";
      default -> of((Enum<?>) status);
    };
  }

  /** Such as {@code (not verified)}. */
  public static String of(Doubt doubt) {
    return switch (doubt.kind()) {
      case UNVERIFIED -> "(not verified)";
      case BASIS_LATER -> "(what it cites is later, from " + doubt.since() + ")";
      case STATUS_TO_BE_CONFIRMED -> "(status to be confirmed since " + doubt.since() + ")";
    };
  }

  /**
   * What an instrument is and its status on a day, such as {@code (in force)} or {@code (guidance)}
   * {@code (not verified)}.
   */
  public static String doubt(Instrument instrument, LocalDate day) {
    String text = status(instrument.on(day));
    LocalDate since = instrument.unconfirmedSince(day);
    return since == null ? text : text + " (status to be confirmed since " + since + ")";
  }

  /**
   * Such as {@code (in force)} or {@code (guidance) (not verified)}; where the catalogue does not
   * say it, with the name of who does: {@code (in force, confirmed by J. Doe on 2026-11-12: 91 FR
   * 1)}.
   */
  static String status(Instrument instrument) {
    Confirmation word = instrument.confirmation();
    String state = state(instrument) + (word == null ? "" : ", " + Plain.text(word.words()));
    return "(" + state + ")" + (instrument.verified() ? "" : " (not verified)");
  }

  private static String state(Instrument instrument) {
    return switch (instrument.status()) {
      case NOT_BINDING ->
          switch (instrument.kind()) {
            case GUIDANCE, POLICY, STUDY -> of((Enum<?>) instrument.kind());
            default -> of(instrument.status());
          };
      case IN_FORCE ->
          switch (instrument.kind()) {
            case LAW, GUIDANCE -> of(instrument.status());
            default -> of((Enum<?>) instrument.kind());
          };
      default -> of(instrument.status());
    };
  }

  public static String of(Confidence confidence) {
    return confidence.words() + " " + confidence.value().toPlainString();
  }

  public static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** Such as {@code 2 high · 1 low}, the gravest first; {@code none} when there is none. */
  static String counts(Iterable<Severity> severities) {
    Map<Severity, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    severities.forEach(severity -> counts.merge(severity, 1, Integer::sum));
    return counts.isEmpty()
        ? "none"
        : String.join(
            " · ",
            counts.entrySet().stream().map(e -> e.getValue() + " " + of(e.getKey())).toList());
  }
}
