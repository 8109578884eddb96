package eu.policyadvisor.report.calendar;

import eu.policyadvisor.calendar.Calendar;
import eu.policyadvisor.calendar.Course;
import eu.policyadvisor.calendar.Event;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.FactNames;
import eu.policyadvisor.report.Labels;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.say.FactSentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How calendars say things. */
final class CalendarWords {
  /** More sources than this are counted. */
  private static final int MOST_SOURCES = 2;

  private final Calendar calendar;
  private final Catalogue catalogue;
  private final FactNames names;

  CalendarWords(Calendar calendar) {
    this.calendar = calendar;
    this.catalogue = calendar.knowledge().catalogue();
    this.names = new FactNames(calendar.facts());
  }

  /** What kind of day it is. */
  enum Sort {
    LAW,
    RULE,
    FACT,
    LIST,
    OWNER,
    STEP,
    REVIEW,
    ANSWER;

    /** The kind of an event. */
    static Sort of(Event event) {
      if (event instanceof Event.OfInstrument) {
        return LAW;
      } else if (event instanceof Event.OfRule) {
        return RULE;
      } else if (event instanceof Event.OfFact) {
        return FACT;
      } else if (event instanceof Event.Listed) {
        return LIST;
      } else if (event instanceof Event.Owned) {
        return OWNER;
      }
      return event instanceof Event.Due ? STEP : REVIEW;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who the advice is for, and what its facts are called. */
  String title() {
    String title = calendar.facts().title();
    String subject = name(calendar.facts().subject());
    return title == null ? subject : subject + ": " + Plain.text(title);
  }

  String name(Fact fact) {
    return names.label(fact);
  }

  /** The names of what an event is about. */
  List<String> on(Event event) {
    return event.on().stream().map(this::name).distinct().toList();
  }

  /** Whether what happens is said of the one thing that it is about. */
  static boolean isOfItem(Event event) {
    return event instanceof Event.OfFact
        || event instanceof Event.Listed
        || event instanceof Event.Owned;
  }

  boolean isPast(LocalDate day) {
    return day.isBefore(calendar.asOf());
  }

  /** What happens. */
  String what(Event event) {
    if (event instanceof Event.OfInstrument of) {
      InstrumentStatus status = of.state().status();
      return Plain.text(of.instrument().title())
          + ": "
          + (status == InstrumentStatus.NOT_BINDING ? "appears" : Labels.of(status));
    } else if (event instanceof Event.OfRule of) {
      return (of.begins() ? "begins to hold: " : "no longer holds: ") + of.rule().title();
    } else if (event instanceof Event.OfFact of) {
      return Plain.text(
          FactSentences.supposed(calendar.facts(), catalogue, of.fact(), of.field(), of.day()));
    } else if (event instanceof Event.Listed of) {
      return (of.day().equals(of.listing().since()) ? "from this day " : "until this day ")
          + FactSentences.supposed(
              calendar.facts(), catalogue, of.fact(), "lists", List.of(of.listing().list()));
    } else if (event instanceof Event.Owned of) {
      return (of.day().equals(of.owner().since())
              ? "owned from this day by "
              : "last day owned by ")
          + Plain.text(of.owner().owner());
    } else if (event instanceof Event.Due of) {
      String brief = names.shortForm(of.step());
      return "due: "
          + (brief == null ? names.action(of.step()) : brief)
          + " ("
          + names.addressee(of.step().get(0))
          + ")";
    }
    return "to be confirmed: " + Plain.text(((Event.Review) event).doubt().title());
  }

  /** Where it comes from, with the status that it has on the day of the advice. */
  String source(Event event) {
    if (event instanceof Event.OfInstrument of) {
      return itself(of.instrument());
    } else if (event instanceof Event.OfRule of) {
      return basis(of.basis());
    } else if (event instanceof Event.OfFact of) {
      return source(of.fact(), of.field());
    } else if (event instanceof Event.Listed of) {
      return "catalogue, "
          + of.entry().reference()
          + (of.listing().verified() ? "" : " (not verified)");
    } else if (event instanceof Event.Owned of) {
      return "catalogue, " + of.entry().reference();
    } else if (event instanceof Event.Due of) {
      return basis(of.basis());
    }
    Event.Review review = (Event.Review) event;
    Instrument instrument = catalogue.instruments().get(review.doubt().id());
    return instrument == null ? "review date of the catalogue" : itself(instrument);
  }

  /** Of an instrument whose title was said. */
  private String itself(Instrument instrument) {
    return Objects.requireNonNullElse(instrument.reference(), "the text itself")
        + " "
        + status(instrument);
  }

  private String source(Fact fact, String field) {
    Instrument instrument =
        fact instanceof PolicyEvent measure && measure.instrument() != null
            ? catalogue.instruments().get(measure.instrument())
            : null;
    if (instrument != null) {
      return stated(instrument);
    }
    FieldOrigin origin = fact.provenance().fields().get(field);
    if (origin != null && origin.catalogueEntry() != null) {
      return "catalogue, " + origin.catalogueEntry();
    }
    Object source = fact.value("source");
    return source == null ? "the facts" : "the facts: " + Plain.text(source.toString());
  }

  private String stated(Instrument instrument) {
    return Plain.text(instrument.title()) + " " + status(instrument);
  }

  private String status(Instrument instrument) {
    return instrument.existsOn(calendar.asOf())
        ? Labels.doubt(instrument, calendar.asOf())
        : "(from " + instrument.date() + ")";
  }

  private String basis(Collection<Citation> citations) {
    List<Citation> current =
        citations.stream()
            .map(
                each ->
                    new Citation(
                        catalogue.current(each.instrument()), each.pinpoint(), each.inSpirit()))
            .distinct()
            .toList();
    List<String> told = new ArrayList<>();
    List<FactNames.Basis> all = FactNames.basis(current);
    all.stream()
        .limit(MOST_SOURCES)
        .forEach(each -> told.add(each.text() + " " + status(each.instrument())));
    if (all.size() > MOST_SOURCES) {
      told.add(all.size() - MOST_SOURCES + " more");
    }
    return told.isEmpty() ? "a judgement of this project" : String.join("; ", told);
  }

  /** What an answer is on. */
  String on(Course course) {
    return course.item() == null ? "The whole" : name(course.item());
  }

  /** Such as {@code YES, IF until 2026-12-01; HOLD BACK from 2026-12-02}. */
  String holds(Course course) {
    List<String> parts = new ArrayList<>();
    for (Course.Stretch stretch : course.stretches()) {
      String word = Labels.word(stretch.stance());
      boolean first = stretch.from().equals(calendar.from());
      boolean last = stretch.to().equals(calendar.to());
      parts.add(
          first && last
              ? word + " throughout"
              : first
                  ? word + " until " + stretch.to()
                  : last
                      ? word + " from " + stretch.from()
                      : word + " from " + stretch.from() + " to " + stretch.to());
    }
    return String.join("; ", parts);
  }

  /**
   * Why an answer holds from its first day on: a rule that begins to hold or no longer does, else
   * one that looks at the day, else the advice itself. Null where it held before the calendar
   * begins.
   */
  @Nullable String reason(Course.Stretch stretch) {
    RuleCard rule = turning(stretch);
    if (stretch.from().equals(calendar.from())) {
      return null;
    } else if (rule == null) {
      return "what was tried on it changes";
    } else if (stretch.begins().contains(rule)) {
      return rule.title() + " begins to hold: " + rule.summary();
    } else if (stretch.ended().contains(rule)) {
      return rule.title() + " no longer holds: " + rule.summary();
    } else if (rule.equals(stretch.fell())) {
      return "no longer advised: " + rule.title();
    }
    RuleCard advice = stretch.rule();
    return (advice == null ? rule : advice).title() + ": " + rule.summary();
  }

  /** The rule that is the reason; null where there is none. */
  static @Nullable RuleCard turning(Course.Stretch stretch) {
    return Stream.of(
            first(stretch.begins()),
            first(stretch.ended()),
            first(stretch.turned()),
            Optional.ofNullable(stretch.rule()),
            Optional.ofNullable(stretch.fell()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  /** A finding says most of why an answer changes. */
  private static Optional<RuleCard> first(List<RuleCard> rules) {
    return rules.stream()
        .filter(card -> card.kind() == Kind.FINDING)
        .findFirst()
        .or(() -> rules.stream().findFirst());
  }
}
