package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.KnowledgeBase;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On which days advice changes: a property of generated facts. */
@ExtendWith(Seed.class)
class DatePropertyTest {
  private static final Advisor ADVISOR = Advisor.standard();

  /** The first days of what holds, no longer holds or is to be confirmed from then on. */
  private static NavigableSet<LocalDate> boundaries() {
    KnowledgeBase knowledge = ADVISOR.knowledge();
    List<LocalDate> days = new ArrayList<>();
    knowledge
        .cards()
        .values()
        .forEach(
            card -> {
              days.add(card.effective());
              days.add(card.expires());
              card.citations().stream()
                  .map(Citation::instrument)
                  .forEach(
                      instrument -> {
                        days.add(instrument.date());
                        days.add(instrument.reviewOn());
                      });
            });
    knowledge
        .parameters()
        .forEach(
            parameter -> {
              days.add(parameter.validFrom());
              days.add(parameter.validTo() == null ? null : parameter.validTo().plusDays(1));
              days.add(parameter.reviewOn());
            });
    knowledge.countryGroups().forEach(group -> days.add(group.reviewOn()));
    knowledge
        .catalogue()
        .entries()
        .values()
        .forEach(part -> part.values().forEach(entry -> days.add(entry.reviewOn())));
    TreeSet<LocalDate> boundaries = new TreeSet<>();
    days.stream().filter(Objects::nonNull).forEach(boundaries::add);
    return boundaries;
  }

  /** What depends on a date of a fact changes when that day comes, which no card tells. */
  private static Fact withoutDates(Fact fact) {
    Fact without = fact;
    for (RecordComponent component : Pool.fields(fact)) {
      if (component.getType() == LocalDate.class) {
        without = without.with(Names.inFile(component.getName()), null);
      }
    }
    return without;
  }

  private static String advice(FactSet facts, LocalDate day) {
    return new JsonReport()
        .withStatuses()
        .render(List.of(ADVISOR.assess(facts, day)))
        .replaceFirst("\"as_of\": \"" + day, "\"as_of\": \"");
  }

  @Test
  void adviceIsTheSameFromOneDayOfTheKnowledgeBaseToTheNext() {
    List<LocalDate> days = List.copyOf(boundaries());
    Random random = new Random(Seed.of(15));
    int changed = 0;
    for (FactSet set : Drawn.sets(20261215, 60)) {
      FactSet facts = Drawn.each(set, DatePropertyTest::withoutDates);
      int at = random.nextInt(days.size() - 2);
      LocalDate next = days.get(at + 1);
      String first = advice(facts, days.get(at));
      assertThat(advice(facts, next.minusDays(1)))
          .as("from %s to %s: %s", days.get(at), next, facts)
          .isEqualTo(first);
      changed += advice(facts, next).equals(first) ? 0 : 1;
    }
    assertThat(changed).as("boundaries on which advice changed").isGreaterThan(10);
  }
}
