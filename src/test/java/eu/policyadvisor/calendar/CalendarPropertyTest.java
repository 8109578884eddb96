package eu.policyadvisor.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Seed;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.check.Generator;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.rule.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a calendar says of a day is what advice for that day says. */
@ExtendWith(Seed.class)
class CalendarPropertyTest {
  private static final LocalDate FROM = LocalDate.of(2019, 1, 1);
  private static final LocalDate TO = LocalDate.of(2030, 12, 31);
  private static final int SHIPPED = 6;
  private static final int DAYS = 12;

  private static final Advisor ADVISOR = Advisor.standard();

  @Test
  void saysOfGeneratedFactsWhatTheDaySays() {
    Generator generator = new Generator(Seed.of(41));
    Random random = new Random(Seed.of(42));
    for (int i = 0; i < Seed.sets(10); i++) {
      compare("generated set " + i, generator.next(), random);
    }
  }

  @Test
  void saysOfShippedFactsWhatTheDaySays() throws IOException {
    Random random = new Random(Seed.of(43));
    List<Path> files = new ArrayList<>();
    for (String directory : List.of("facts/examples", "facts/cases")) {
      try (Stream<Path> all = Files.list(Path.of(directory))) {
        all.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
      }
    }
    for (int i = 0; i < SHIPPED; i++) {
      Path file = files.remove(random.nextInt(files.size()));
      for (FactSet facts : ADVISOR.read(file).factSets()) {
        compare(file.toString(), facts, random);
      }
    }
  }

  /** On days that are drawn, and around each day on which an answer turns. */
  private static void compare(String name, FactSet facts, Random random) {
    LocalDate asOf = Objects.requireNonNullElse(facts.asOf(), LocalDate.of(2026, 11, 1));
    Calendar calendar = Calendars.of(ADVISOR, facts, asOf, FROM, TO);
    assertThat(calendar.daily()).as(name).isEmpty();
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (int i = 0; i < DAYS; i++) {
      days.add(FROM.plusDays(random.nextInt((int) (TO.toEpochDay() - FROM.toEpochDay()))));
    }
    for (Course course : calendar.courses()) {
      for (Course.Stretch stretch : course.stretches()) {
        days.addAll(List.of(stretch.from().minusDays(1), stretch.from(), stretch.to()));
        days.addAll(List.of(stretch.from().plusDays(1), stretch.to().plusDays(1)));
      }
    }
    for (LocalDate day : days.subSet(FROM, true, TO, true)) {
      assertThat(said(calendar, day)).as("%s on %s", name, day).isEqualTo(advised(facts, day));
    }
  }

  private static Map<String, Stance> said(Calendar calendar, LocalDate day) {
    Map<String, Stance> said = new TreeMap<>();
    for (Course course : calendar.courses()) {
      String item = course.item() == null ? "" : Item.key(course.item());
      course.on(day).ifPresent(stance -> said.put(item, stance));
    }
    return said;
  }

  private static Map<String, Stance> advised(FactSet facts, LocalDate day) {
    FactSet known =
        FactSetBuilder.builder(facts)
            .confirmations(
                facts.confirmations().stream().filter(c -> !c.date().isAfter(day)).toList())
            .build();
    Assessment assessment = ADVISOR.advise(known, day);
    Map<String, Stance> advised = new TreeMap<>(Map.of("", assessment.stance()));
    assessment.items().forEach(item -> advised.put(Item.key(item.fact()), item.stance()));
    return advised;
  }
}
