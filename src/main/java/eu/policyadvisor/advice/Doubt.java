package eu.policyadvisor.advice;

import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.ListedRow;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.RuleCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a conclusion rests on and that nobody checked against a source, whose status is to
 * be confirmed because its review date has come, or that was not there yet.
 *
 * @param kind why it is in doubt
 * @param of what it is: instrument, parameter, country group, catalogue entry, screening list or
 *     rule
 * @param id its id
 * @param title how a report names it
 * @param since the review date, or the date from which there is a basis; null for what was not
 *     verified
 */
public record Doubt(Kind kind, Of of, String id, String title, @Nullable LocalDate since) {

  /** Why something is in doubt. */
  public enum Kind {
    /** Nobody checked it against a source. */
    UNVERIFIED,
    /** Its review date has come: its status is to be confirmed. */
    STATUS_TO_BE_CONFIRMED,
    /** All that a rule cites bears a later date than the advice. */
    BASIS_LATER
  }

  /** What is in doubt. */
  public enum Of {
    /** A law, guidance or report. */
    INSTRUMENT,
    /** A threshold. */
    PARAMETER,
    /** A group of countries. */
    COUNTRY_GROUP,
    /** An entry of the reference catalogue. */
    CATALOGUE_ENTRY,
    /** A screening list. */
    SCREENING_LIST,
    /** A rule. */
    RULE
  }

  /** All doubts in the reasons of a conclusion on a day, each once, nearest first. */
  public static List<Doubt> of(Reasoned<?> conclusion, Catalogue catalogue, LocalDate day) {
    Set<Doubt> doubts = new LinkedHashSet<>();
    for (Reasoned<?> link : Evidence.chain(conclusion)) {
      link.because().forEach(way -> doubts.addAll(of(way, catalogue, day)));
    }
    return List.copyOf(doubts);
  }

  /** The doubts about what one rule cites and matched on a day, not those behind it. */
  public static List<Doubt> of(Justification way, Catalogue catalogue, LocalDate day) {
    List<Doubt> doubts = new ArrayList<>(of(way.rule(), catalogue, day));
    way.premises().forEach(premise -> doubts.addAll(of(premise, catalogue, day)));
    return doubts;
  }

  /** The doubts about what a rule cites on a day. */
  public static List<Doubt> of(RuleCard rule, Catalogue catalogue, LocalDate day) {
    List<Doubt> doubts = new ArrayList<>();
    for (Citation citation : rule.citations()) {
      Instrument instrument = catalogue.current(citation.instrument());
      if (!instrument.existsOn(day)) {
        continue;
      }
      add(
          doubts,
          Of.INSTRUMENT,
          instrument.id(),
          instrument.title(),
          instrument.verified(),
          instrument.unconfirmedSince(day),
          day);
    }
    if (rule.citations().stream().noneMatch(each -> each.instrument().existsOn(day))) {
      rule.citations().stream()
          .map(each -> each.instrument().date())
          .min(Comparator.naturalOrder())
          .ifPresent(
              first ->
                  doubts.add(
                      new Doubt(Kind.BASIS_LATER, Of.RULE, rule.id(), "rule " + rule.id(), first)));
    }
    return doubts;
  }

  /** The doubts about one thing that a rule matched on a day, not those behind it. */
  public static List<Doubt> of(Premise premise, Catalogue catalogue, LocalDate day) {
    List<Doubt> doubts = new ArrayList<>();
    if (premise instanceof Premise.Threshold threshold) {
      var parameter = threshold.parameter();
      add(
          doubts,
          Of.PARAMETER,
          parameter.name(),
          "threshold " + parameter.name(),
          parameter.verified(),
          parameter.reviewOn(),
          day);
    } else if (premise instanceof Premise.Group grouped) {
      var group = grouped.group();
      add(
          doubts,
          Of.COUNTRY_GROUP,
          group.name(),
          "countries " + group.name(),
          group.verified(),
          group.reviewOn(),
          day);
    } else if (premise instanceof Premise.Given given) {
      entries(given, catalogue, day, doubts);
    }
    return doubts;
  }

  private static void entries(
      Premise.Given given, Catalogue catalogue, LocalDate day, List<Doubt> doubts) {
    for (String field : given.fields()) {
      FieldOrigin origin = given.fact().provenance().fields().get(field);
      if (origin != null && origin.listedRow() != null) {
        list(origin.listedRow(), day, doubts);
      }
      String entry = origin == null ? null : origin.catalogueEntry();
      if (entry != null) {
        catalogue
            .find(entry)
            .ifPresent(
                found ->
                    add(
                        doubts,
                        Of.CATALOGUE_ENTRY,
                        entry,
                        "catalogue " + found.values().getOrDefault("name", found.id()),
                        found.verified(),
                        found.reviewOn(),
                        day));
      }
    }
  }

  /** Parties come and go: what an old list says of them is to be confirmed. */
  private static void list(ListedRow row, LocalDate day, List<Doubt> doubts) {
    add(
        doubts,
        Of.SCREENING_LIST,
        row.list(),
        row.dated() ? "list " + row.list() + " of " + row.date() : "date of list " + row.list(),
        row.dated(),
        row.reviewOn(),
        day);
  }

  private static void add(
      List<Doubt> doubts,
      Of of,
      String id,
      String title,
      boolean verified,
      @Nullable LocalDate reviewOn,
      LocalDate day) {
    if (!verified) {
      doubts.add(new Doubt(Kind.UNVERIFIED, of, id, title, null));
    }
    if (reviewOn != null && !day.isBefore(reviewOn)) {
      doubts.add(new Doubt(Kind.STATUS_TO_BE_CONFIRMED, of, id, title, reviewOn));
    }
  }
}
