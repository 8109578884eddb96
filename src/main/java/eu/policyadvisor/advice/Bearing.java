package eu.policyadvisor.advice;

import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Instrument;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of all that rules cite bears on what they concluded.
 *
 * <p>A rule may serve several cases, such as suppliers from China and from the United States, and
 * cites for all of them. The law of a country bears on a conclusion only where the values that it
 * rests on name that country; law that claims to bind anybody does so wherever they are; a decision
 * on a country bears only on that country. What bears a later date than the advice does not bear on
 * it: nobody could have relied on it. Law of the Union and what is nobody's law always bear.
 *
 * <p>The countries of a conclusion are collected from the values at the leaves of its reasons:
 * fields that hold countries, the state whose list a party is on, and the state that imposed a
 * measure. The cost is that of walking the reasons once for each link.
 */
public final class Bearing {
  /** The fields of a kind of fact that hold countries. */
  private static final Map<Class<?>, Set<String>> COUNTRY_FIELDS = new ConcurrentHashMap<>();

  private Bearing() {}

  /**
   * Everything that conclusions and their reasons cite and that bears on them, each once, nearest
   * first, with instruments as they stood on the day.
   *
   * @param catalogue how instruments stand, with what was confirmed
   */
  public static List<Citation> of(
      Collection<? extends Reasoned<?>> conclusions, Catalogue catalogue, LocalDate day) {
    Set<Citation> citations = new LinkedHashSet<>();
    for (Reasoned<?> conclusion : conclusions) {
      for (Reasoned<?> link : Evidence.chain(conclusion)) {
        link.because().forEach(way -> citations.addAll(of(way, catalogue, day)));
      }
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

  /** What the rule of one way cites and bears on it on a day. */
  public static List<Citation> of(Justification way, Catalogue catalogue, LocalDate day) {
    Set<String> countries = null;
    List<Citation> bearing = new ArrayList<>();
    for (Citation citation : way.rule().citations()) {
      Instrument instrument = catalogue.current(citation.instrument());
      if (!instrument.existsOn(day)) {
        continue;
      }
      if (depends(instrument)) {
        countries = countries == null ? countries(way) : countries;
        if (!bears(instrument, countries)) {
          continue;
        }
      }
      bearing.add(new Citation(instrument.on(day), citation.pinpoint(), citation.inSpirit()));
    }
    return bearing;
  }

  /** Whether it takes the countries of a case to say whether an instrument bears on it. */
  private static boolean depends(Instrument instrument) {
    return !instrument.concerns().isEmpty() || isBound(instrument);
  }

  private static boolean isBound(Instrument instrument) {
    return !instrument.reachesAbroad()
        && !instrument.jurisdiction().equals(Instrument.GENERAL)
        && !instrument.jurisdiction().equals(Instrument.UNION);
  }

  private static boolean bears(Instrument instrument, Set<String> countries) {
    return (!isBound(instrument) || countries.contains(instrument.jurisdiction()))
        && (instrument.concerns().isEmpty()
            || !Collections.disjoint(instrument.concerns(), countries));
  }

  /** The countries that one way is about. */
  static Set<String> countries(Justification way) {
    Set<String> countries = new LinkedHashSet<>();
    for (Premise premise : way.premises()) {
      if (premise instanceof Premise.Given given) {
        add(given, countries);
      } else if (premise instanceof Premise.Concluded concluded) {
        for (Reasoned<?> link : Evidence.chain(concluded.conclusion())) {
          for (Justification each : link.because()) {
            for (Premise inner : each.premises()) {
              if (inner instanceof Premise.Given given) {
                add(given, countries);
              }
            }
          }
        }
      }
    }
    return countries;
  }

  private static void add(Premise.Given given, Set<String> countries) {
    Fact fact = given.fact();
    Set<String> fields = COUNTRY_FIELDS.computeIfAbsent(fact.getClass(), Bearing::countryFields);
    for (String field : given.fields()) {
      Object value = fact.value(field);
      if (fields.contains(field)) {
        add(value, countries);
      } else if (value instanceof Collection<?> all) {
        all.stream().filter(PartyList.class::isInstance).forEach(list -> add(list, countries));
      }
    }
    // A share is of a country and a measure is of a state, whatever else is asked about them.
    if (fact instanceof CountryShare share) {
      add(share.country(), countries);
    } else if (fact instanceof PolicyEvent event) {
      add(event.imposingCountry(), countries);
    }
  }

  private static void add(@Nullable Object value, Set<String> countries) {
    if (value instanceof String country) {
      countries.add(country);
    } else if (value instanceof PartyList list) {
      countries.add(stateOf(list));
    } else if (value instanceof Collection<?> all) {
      all.forEach(each -> add(each, countries));
    }
  }

  private static String stateOf(PartyList list) {
    return switch (list) {
      case US_ENTITY_LIST, US_DOD_1260H -> "US";
      case TAIWAN_SHTC -> "TW";
      case EU_HIGH_RISK_VENDOR, EU_SANCTIONS -> Instrument.UNION;
    };
  }

  private static Set<String> countryFields(Class<?> kind) {
    return Stream.of(kind.getRecordComponents())
        .filter(each -> each.isAnnotationPresent(Field.class))
        .filter(each -> each.getAnnotation(Field.class).country())
        .map(RecordComponent::getName)
        .map(Names::inFile)
        .collect(Collectors.toUnmodifiableSet());
  }
}
