package eu.policyadvisor.advice;

import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a conclusion rests on and that nobody checked against a source, or whose status is
 * to be confirmed because its review date has come.
 *
 * @param kind why it is in doubt
 * @param of what it is: instrument, parameter, country group or catalogue entry
 * @param id its id
 * @param title how a report names it
 * @param since the review date; null for what was not verified
 */
public record Doubt(Kind kind, Of of, String id, String title, @Nullable LocalDate since) {

  /** Why something is in doubt. */
  public enum Kind {
    /** Nobody checked it against a source. */
    UNVERIFIED,
    /** Its review date has come: its status is to be confirmed. */
    STATUS_TO_BE_CONFIRMED
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
    CATALOGUE_ENTRY
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
    List<Doubt> doubts = new ArrayList<>();
    for (Citation citation : way.rule().citations()) {
      Instrument instrument = citation.instrument();
      add(
          doubts,
          Of.INSTRUMENT,
          instrument.id(),
          instrument.title(),
          instrument.verified(),
          instrument.reviewOn(),
          day);
    }
    for (Premise premise : way.premises()) {
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
    }
    return doubts;
  }

  private static void entries(
      Premise.Given given, Catalogue catalogue, LocalDate day, List<Doubt> doubts) {
    for (String field : given.fields()) {
      FieldOrigin origin = given.fact().provenance().fields().get(field);
      String entry = origin == null ? null : origin.catalogueEntry();
      if (entry != null) {
        String[] parts = entry.split("/", 2);
        catalogue
            .find(parts[0], parts[1])
            .ifPresent(
                found ->
                    add(
                        doubts,
                        Of.CATALOGUE_ENTRY,
                        entry,
                        "catalogue " + found.values().getOrDefault("name", parts[1]),
                        found.verified(),
                        found.reviewOn(),
                        day));
      }
    }
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
