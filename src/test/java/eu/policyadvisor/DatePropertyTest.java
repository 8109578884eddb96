package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Listing;
import eu.policyadvisor.rule.Owner;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On which days advice changes: a property of generated facts. */
@ExtendWith(Seed.class)
class DatePropertyTest {
  private static final Advisor ADVISOR = Advisor.standard();

  /** The first days on which something holds, no longer holds or is to be confirmed, by kind. */
  private static List<List<LocalDate>> boundaries() {
    KnowledgeBase knowledge = ADVISOR.knowledge();
    List<LocalDate> windows = new ArrayList<>();
    List<LocalDate> instruments = new ArrayList<>();
    List<LocalDate> parameters = new ArrayList<>();
    List<LocalDate> reviews = new ArrayList<>();
    for (RuleCard card : knowledge.cards().values()) {
      windows.add(card.effective());
      windows.add(card.expires());
      for (Citation citation : card.citations()) {
        instruments.add(citation.instrument().date());
        citation.instrument().states().forEach(state -> instruments.add(state.from()));
        reviews.add(citation.instrument().reviewOn());
      }
    }
    knowledge.uncovered().stream()
        .flatMap(question -> question.cites().stream())
        .flatMap(citation -> citation.instrument().states().stream())
        .forEach(state -> instruments.add(state.from()));
    for (Parameter parameter : knowledge.parameters()) {
      LocalDate last = parameter.validTo();
      parameters.add(parameter.validFrom());
      parameters.add(last == null ? null : last.plusDays(1));
      reviews.add(parameter.reviewOn());
    }
    knowledge.countryGroups().forEach(group -> reviews.add(group.reviewOn()));
    List<LocalDate> listings = new ArrayList<>();
    List<LocalDate> measures = new ArrayList<>();
    for (Map<String, CatalogueEntry> part : knowledge.catalogue().entries().values()) {
      for (CatalogueEntry entry : part.values()) {
        reviews.add(entry.reviewOn());
        for (Listing listing : entry.listings()) {
          LocalDate last = listing.until();
          listings.add(listing.since());
          listings.add(last == null ? null : last.plusDays(1));
        }
        for (Owner owner : entry.owners()) {
          LocalDate last = owner.until();
          listings.add(owner.since());
          listings.add(last == null ? null : last.plusDays(1));
        }
        if (entry.part().equals(Catalogue.MEASURES)) {
          entry.values().values().stream()
              .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}"))
              .map(LocalDate::parse)
              .forEach(date -> measures.addAll(List.of(date, date.plusDays(1))));
        }
      }
    }
    return Stream.of(windows, instruments, parameters, reviews, listings, measures)
        .map(days -> days.stream().filter(Objects::nonNull).distinct().sorted().toList())
        .toList();
  }

  /**
   * What depends on a date of a fact changes when that day comes, which no card tells; nor does it
   * tell that a month, in which something is replaced, has more days than a stock.
   */
  private static Fact withoutDates(Fact fact) {
    Fact without = fact;
    for (RecordComponent component : Pool.fields(fact)) {
      if (component.getType() == LocalDate.class || component.getName().equals("stockDays")) {
        without = without.with(Names.inFile(component.getName()), null);
      }
    }
    return without;
  }

  /**
   * Whether what follows from the facts has dates of its own, as a measure of the catalogue has and
   * a party that was listed: rules may count days from them.
   */
  private static boolean derivesDates(FactSet facts, LocalDate day) {
    return ADVISOR.loaded().completed(facts, day).derived().stream()
        .anyMatch(
            fact ->
                Pool.fields(fact).stream()
                    .filter(component -> component.getType() == LocalDate.class)
                    .anyMatch(component -> fact.value(Names.inFile(component.getName())) != null));
  }

  private static String advice(FactSet facts, LocalDate day) {
    Assessment assessment = ADVISOR.inquire(facts, day).advice(Set.of());
    return new JsonReport()
        .render(List.of(assessment))
        .replaceFirst("\"as_of\": \"" + day, "\"as_of\": \"");
  }

  @Test
  void adviceIsTheSameFromOneDayOfTheKnowledgeBaseToTheNext() {
    List<List<LocalDate>> kinds = boundaries();
    assertThat(kinds).allMatch(days -> !days.isEmpty());
    TreeSet<LocalDate> all = new TreeSet<>();
    kinds.forEach(all::addAll);
    Random random = new Random(Seed.of(15));
    int compared = 0;
    int changed = 0;
    for (FactSet set : Drawn.sets(20261215, 200)) {
      FactSet facts = Drawn.each(set, DatePropertyTest::withoutDates);
      for (List<LocalDate> kind : kinds) {
        LocalDate day = kind.get(random.nextInt(kind.size()));
        LocalDate next = Objects.requireNonNullElse(all.higher(day), day.plusYears(1));
        if (derivesDates(facts, day) || derivesDates(facts, next.minusDays(1))) {
          continue;
        }
        compared++;
        String first = advice(facts, day);
        assertThat(advice(facts, next.minusDays(1)))
            .as("from %s to %s: %s", day, next, facts)
            .isEqualTo(first);
        changed += advice(facts, day.minusDays(1)).equals(first) ? 0 : 1;
      }
    }
    assertThat(compared).as("days that were compared").isGreaterThan(800);
    assertThat(changed).as("days from which advice is another one").isGreaterThan(20);
  }
}
