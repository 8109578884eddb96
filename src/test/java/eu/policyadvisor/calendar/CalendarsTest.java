package eu.policyadvisor.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarsTest {
  private static final LocalDate ASKED = LocalDate.of(2026, 11, 1);
  private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
  private static final LocalDate TO = LocalDate.of(2028, 12, 31);

  private static final String PILOT =
      """
      subject: {type: company, country: DE}
      applications:
        - {id: pilot, stage: pilot, stage_since: 2025-08-31}
      """;

  @Test
  void turnsOnTheDayOnWhichARuleBegins() throws IOException {
    Calendar calendar =
        calendar(
            Advisor.standard(), Files.readString(Path.of("facts/examples/ascend-cluster.yaml")));
    List<Course.Stretch> pool = course(calendar, "ascend-pool").stretches();

    assertThat(pool)
        .extracting(Course.Stretch::from, Course.Stretch::to, Course.Stretch::stance)
        .containsExactly(
            tuple(FROM, LocalDate.of(2025, 5, 12), Stance.NOTHING_FOUND),
            tuple(LocalDate.of(2025, 5, 13), TO, Stance.RESTRICT));
    assertThat(pool.get(1).begins())
        .extracting(RuleCard::id)
        .contains("export-control/huawei-ascend-gp10");
    assertThat(calendar.courses().get(0).item()).isNull();
    assertThat(calendar.runs()).isLessThan(30);
  }

  @Test
  void findsTheDayOnWhichAnAgeIsReached() throws IOException {
    // A pilot lasts too long from the day on whose like twelve months before lies after its first.
    Calendar calendar = calendar(Advisor.standard(), PILOT);
    List<Course.Stretch> stretches = course(calendar, "pilot").stretches();

    assertThat(stretches).hasSize(2);
    assertThat(stretches.get(0).stance()).isEqualTo(Stance.NOTHING_FOUND);
    assertThat(stretches.get(1).stance()).isEqualTo(Stance.CONDITIONAL);
    assertThat(stretches.get(1).turned())
        .extracting(RuleCard::id)
        .containsExactly("apps/implementation-gap");
    assertThat(stretches.get(1).rule().id()).isEqualTo("apps/fund-rollout");
    LocalDate first = stretches.get(1).from();
    assertThat(Advisor.standard().advise(facts(PILOT), first).stance())
        .isEqualTo(Stance.CONDITIONAL);
    assertThat(Advisor.standard().advise(facts(PILOT), first.minusDays(1)).stance())
        .isEqualTo(Stance.NOTHING_FOUND);
  }

  @Test
  void knowsARuleOfTomorrow(@TempDir Path rules) throws IOException {
    Files.writeString(
        rules.resolve("tomorrow.drl"),
        own("date-effective \"15-Mar-2027\"\n    date-expires \"01-Apr-2027\"", "", "$pilot"));
    Calendar calendar = calendar(Advisor.standard().withRules(rules), PILOT);
    List<Course.Stretch> stretches = course(calendar, "pilot").stretches();

    assertThat(stretches)
        .extracting(Course.Stretch::from)
        .contains(LocalDate.of(2027, 3, 15), LocalDate.of(2027, 4, 1));
    Course.Stretch stopped =
        stretches.stream().filter(s -> s.stance() == Stance.PROHIBIT).findFirst().orElseThrow();
    assertThat(stopped.to()).isEqualTo(LocalDate.of(2027, 3, 31));
    assertThat(stopped.begins()).extracting(RuleCard::id).contains("own/stop");
    assertThat(stretches.get(stretches.size() - 1).ended())
        .extracting(RuleCard::id)
        .contains("own/stop");
    assertThat(calendar.daily()).isEmpty();
  }

  @Test
  void runsEachDayWhereARuleComputesWhatCannotBeAskedAhead(@TempDir Path rules) throws IOException {
    Files.writeString(
        rules.resolve("total.drl"),
        own(
            "date-effective \"01-Mar-2027\"\n    date-expires \"01-Apr-2027\"",
            """
                AsOf( $day : day )
                accumulate( Application( ); $all : count() )
                Application( this == $pilot, $day.getDayOfMonth() > 10 + $all )
            """,
            "$pilot"));
    Calendar calendar = calendar(Advisor.standard().withRules(rules), PILOT);

    assertThat(calendar.daily()).containsExactly("own/stop");
    assertThat(
            course(calendar, "pilot").stretches().stream()
                .filter(stretch -> stretch.stance() == Stance.PROHIBIT))
        .extracting(Course.Stretch::from, Course.Stretch::to)
        .containsExactly(tuple(LocalDate.of(2027, 3, 12), LocalDate.of(2027, 3, 31)));
  }

  @Test
  void leavesOutWhatWasConfirmedLater() throws IOException {
    String magnets =
        """
        subject: {type: company, country: DE}
        critical_inputs:
          - {id: magnets, material: holmium, strategic: true, shares: {CN: 0.9, DE: 0.1}}
        """;
    String confirmed =
        magnets
            + """
            confirmations:
              - {instrument: mofcom-57-2025, status: in_force, date: 2026-11-12, source: a notice, who: J. Doe}
            """;
    LocalDate day = LocalDate.of(2026, 11, 12);
    Calendar without = calendar(Advisor.standard(), magnets);
    Calendar with = calendar(Advisor.standard(), confirmed);
    Course told = with.courses().get(0);
    Course untold = without.courses().get(0);

    assertThat(told.on(day.minusDays(1))).isEqualTo(untold.on(day.minusDays(1)));
    assertThat(told.on(day)).isNotEqualTo(untold.on(day));
    assertThat(told.on(day)).hasValue(Advisor.standard().advise(facts(confirmed), day).stance());
    assertThat(
            calendar(
                    Advisor.standard().withConfirmations(facts(confirmed).confirmations()), magnets)
                .courses())
        .isEqualTo(with.courses());
  }

  @Test
  void namesTheDaysOfFactsAndTheDaysByWhichStepsAreDue() throws IOException {
    Calendar calendar =
        calendar(
            Advisor.standard(),
            """
            subject: {type: company, country: DE}
            critical_inputs:
              - {id: magnets, material: dysprosium, strategic: true, shares: {CN: 0.9, DE: 0.1}}
            policy_events:
              - id: licence
                type: export_licence
                imposing_country: CN
                concerns: magnets
                status: in_force
                exempt: true
                exempt_until: 2027-03-31
                as_of: 2026-10-01
            """);

    assertThat(calendar.events())
        .filteredOn(event -> event instanceof Event.OfFact of && of.fact().id().equals("licence"))
        .singleElement()
        .satisfies(event -> assertThat(event.day()).isEqualTo(LocalDate.of(2027, 3, 31)));
    assertThat(calendar.events())
        .filteredOn(Event.Due.class::isInstance)
        .isNotEmpty()
        .allSatisfy(due -> assertThat(due.day()).isAfter(ASKED));
    assertThat(calendar.events())
        .extracting(Event::day)
        .isSorted()
        .allSatisfy(day -> assertThat(day).isBetween(FROM, TO));
  }

  @Test
  void readsDaysHoweverDeepTheyStand() {
    record Deep(List<Object> all) {}

    assertThat(
            Dates.in(
                new Deep(
                    List.of(
                        Map.of("text", "2026-02-28", "other", "2026-02-30"),
                        new Deep(List.of(LocalDate.of(2027, 12, 31)))))))
        .containsExactly(
            LocalDate.of(2026, 2, 28),
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2027, 12, 31),
            LocalDate.of(2028, 1, 1));
  }

  @Test
  void refusesASpanThatEndsBeforeItBegins() {
    assertThatThrownBy(() -> Calendars.of(Advisor.standard(), facts(PILOT), ASKED, TO, FROM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2024-01-01");
  }

  private static String own(String dates, String more, String on) {
    return """
    package eu.policyadvisor.rules.own

    import eu.policyadvisor.advice.Recommendation
    import eu.policyadvisor.fact.Application
    import eu.policyadvisor.fact.Stage
    import eu.policyadvisor.rule.AsOf

    rule "own/stop"
        @kind("advice")
        @title("Stop the pilot")
        @summary("A pilot is to be stopped.")
        @action("Stop {on}")
        @addressee("subject") @urgency("now") @strength("should") @stance("prohibit")
        @keyPoints("5") @layer("applications") @confidence(0.7)
        @cites("source-post")
        %s
    when
        $pilot : Application( stage == Stage.PILOT )
    %s
    then
        insertLogical( new Recommendation( drools.getRule().getName(), %s ) );
    end
    """
        .formatted(dates, more, on);
  }

  private static Course course(Calendar calendar, String id) {
    return calendar.courses().stream()
        .filter(each -> each.item() != null && each.item().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Calendar calendar(Advisor advisor, String facts) throws IOException {
    return Calendars.of(advisor, facts(facts), ASKED, FROM, TO);
  }

  private static FactSet facts(String text) throws IOException {
    FactsRead read =
        Advisor.standard()
            .read("facts.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.problems()).isEmpty();
    return read.factSets().get(0);
  }
}
