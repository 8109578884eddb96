package eu.policyadvisor.report.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.Advisor;
import eu.policyadvisor.calendar.Calendar;
import eu.policyadvisor.calendar.Calendars;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.report.Golden;
import eu.policyadvisor.report.JsonReportTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarReportTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/eu/policyadvisor/report/calendar.schema.json");
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
  private static final Advisor ADVISOR = Advisor.standard();

  private FactSet magnets;
  private List<Calendar> calendars;

  @BeforeAll
  void make() throws IOException {
    magnets = ADVISOR.read(Path.of("facts/examples/magnet-importer.yaml")).factSets().get(0);
    FactSet ascend = ADVISOR.read(Path.of("facts/examples/ascend-cluster.yaml")).factSets().get(0);
    calendars = List.of(calendar(magnets, NOVEMBER), calendar(ascend, NOVEMBER));
  }

  private static Calendar calendar(FactSet facts, LocalDate asOf) {
    return Calendars.of(ADVISOR, facts, asOf, LocalDate.of(2025, 1, 1), LocalDate.of(2028, 12, 31));
  }

  @Test
  void looksTheSameAsBefore() {
    Golden.assertSame(golden("calendar.txt"), new CalendarText(80, false).render(calendars));
    Golden.assertSame(golden("calendar.json"), new CalendarJson().render(calendars));
    Golden.assertSame(
        golden("calendar.ics"), new CalendarIcs().render(calendars).replace("\r\n", "\n"));
  }

  @Test
  void saysTheSameInColour() {
    assertThat(new CalendarText(80, true).render(calendars).replaceAll("\\u001B\\[[0-9;]*m", ""))
        .isEqualTo(new CalendarText(80, false).render(calendars));
  }

  @Test
  void isNoWiderThanTheTerminal() {
    for (int width : new int[] {60, 80, 160}) {
      assertThat(new CalendarText(width, false).render(calendars).lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void saysWhichRulesWereTriedEachDay() {
    Calendar some = calendars.get(0);
    List<Calendar> daily =
        List.of(
            new Calendar(
                some.facts(),
                some.knowledge(),
                some.asOf(),
                some.from(),
                some.to(),
                some.events(),
                some.courses(),
                some.runs(),
                new TreeSet<>(List.of("own/second", "own/first"))));
    assertThat(new CalendarText(160, false).render(daily))
        .contains("which compute with it: own/first, own/second");
    assertThat(new CalendarJson().render(daily))
        .containsPattern("\"tried_daily\": \\[\\s*\"own/first\",\\s*\"own/second\"");
  }

  @Test
  void shipsTheSchemaOfWhatItWrites() {
    Golden.assertSame(
        SCHEMA,
        JsonReportTest.schema(
            CalendarJson.Document.class,
            CalendarJson.SCHEMA,
            "Calendars of the EU AI Policy Advisor"));
  }

  @Test
  void writesWhatTheSchemaAllows() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA, StandardCharsets.UTF_8), InputFormat.JSON);
    assertThat(schema.validate(new CalendarJson().render(calendars), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate("{\"calendars\": 1}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void isReadByProgramsThatKeepAppointments() throws IOException, ParserException {
    var read = parsed(new CalendarIcs().render(calendars));

    assertThat(read.validate(true).hasErrors()).isFalse();
    List<VEvent> events = events(read);
    int changes =
        calendars.stream()
            .flatMap(calendar -> calendar.courses().stream())
            .flatMap(course -> course.stretches().stream())
            .mapToInt(stretch -> stretch.from().equals(LocalDate.of(2025, 1, 1)) ? 0 : 1)
            .sum();
    assertThat(events)
        .hasSize(changes + calendars.stream().mapToInt(each -> each.events().size()).sum());
    assertThat(events).extracting(event -> value(event, "UID")).doesNotHaveDuplicates();
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(value(event, "DTSTAMP")).isEqualTo("20261101T000000Z");
              assertThat(value(event, "DTSTART")).hasSize("20261101".length());
              assertThat(event.getProperty("DTEND")).isEmpty();
              assertThat(event.getProperty("CATEGORIES")).isPresent();
            });
    assertThat(events)
        .filteredOn(event -> value(event, "DTSTART").equals("20261110"))
        .extracting(event -> value(event, "SUMMARY"))
        .anyMatch(summary -> summary.endsWith("suspended until 10 November 2026"));
  }

  @Test
  void keepsTheIdsOfEventsWhenTheAdviceIsOfALaterDay() throws IOException, ParserException {
    var later = parsed(new CalendarIcs().render(List.of(calendar(magnets, NOVEMBER.plusDays(3)))));
    var now = parsed(new CalendarIcs().render(List.of(calendars.get(0))));

    assertThat(events(later))
        .extracting(event -> value(event, "UID"))
        .containsExactlyInAnyOrderElementsOf(
            events(now).stream().map(event -> value(event, "UID")).toList());
    assertThat(new CalendarIcs().render(calendars)).isEqualTo(new CalendarIcs().render(calendars));
  }

  @Test
  void breaksNoCharacterAndNoLineThatIsTooLong() throws IOException, ParserException {
    String name = "𝄞 Österreichische Größen, \"so; genannt\": 磁铁 ".repeat(20).strip();
    Fact named = magnets.facts(Section.CRITICAL_INPUTS).get(0).with("name", name);
    FactSet facts = magnets.with(Section.CRITICAL_INPUTS, List.of(named));
    String text = new CalendarIcs().render(List.of(calendar(facts, NOVEMBER)));

    assertThat(text.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(events(parsed(text)))
        .extracting(event -> value(event, "DESCRIPTION"))
        .anyMatch(description -> description.contains(name));
  }

  private static String value(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }

  private static List<VEvent> events(net.fortuna.ical4j.model.Calendar calendar) {
    List<CalendarComponent> components = calendar.getComponents();
    return components.stream().map(VEvent.class::cast).toList();
  }

  private static net.fortuna.ical4j.model.Calendar parsed(String text)
      throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static Path golden(String name) {
    return Path.of("src/test/resources/golden", name);
  }
}
