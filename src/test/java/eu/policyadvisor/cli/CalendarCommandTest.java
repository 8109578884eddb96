package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The days that matter, and from when to when each answer holds. */
class CalendarCommandTest {
  private static final String ASCEND = "facts/examples/ascend-cluster.yaml";
  private static final String MAGNETS = "facts/examples/magnet-importer.yaml";

  @TempDir Path directory;

  @Test
  void saysFromWhenToWhenAnAnswerHoldsAndWhy() {
    Run run = Run.of("calendar", ASCEND, "--from", "2025-01-01", "--to", "2026-12-31");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "Calendar from 2025-01-01 to 2026-12-31, as of 2026-11-01",
            "Huawei Ascend 910C (ascend-pool): NOTHING FOUND until 2025-05-12; HOLD BACK from"
                + " 2025-05-13",
            "2025-05-13: Export-control breach risk begins to hold:",
            "PyTorch (pytorch): NOTHING FOUND throughout",
            "2025-05-13  BIS guidance of 13 May 2025",
            "2026-11-08  due: Keep ");
    assertThat(run.out().indexOf("To come")).isLessThan(run.out().indexOf("2026-11-08  due"));
    assertThat(run.out().indexOf("To come")).isGreaterThan(run.out().indexOf("2025-05-13  BIS"));
  }

  @Test
  void goesAYearBackAndTenYearsOnFromTheDayOfTheAdvice() {
    assertThat(Run.of("calendar", ASCEND).out()).contains("from 2025-11-01 to 2036-11-01");
    assertThat(Run.of("calendar", ASCEND, "--as-of", "2026-01-15").out())
        .contains("from 2025-01-15 to 2036-01-15, as of 2026-01-15");
    assertThat(Run.of("calendar", ASCEND, "--as-of", "9999-06-01", "--from", "9999-01-01").out())
        .contains("to 9999-12-31");
  }

  @Test
  void takesManyFilesAndWritesSeveralForms() throws IOException {
    Path json = directory.resolve("days.json");
    Path ics = directory.resolve("days.ics");
    Run run =
        Run.of("calendar", ASCEND, MAGNETS, "--output", "json=" + json, "--output", "ics=" + ics);

    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(Files.readString(json)).contains("Nordic HPC Centre", "Motori Alpini");
    assertThat(Files.readString(ics))
        .startsWith("BEGIN:VCALENDAR\r\n")
        .endsWith("END:VCALENDAR\r\n")
        .doesNotContain(directory.toString(), System.getProperty("user.dir"));
    assertThat(Run.of("calendar", MAGNETS, "--format", "ics").out())
        .startsWith("BEGIN:VCALENDAR\r\n");
  }

  @Test
  void takesWhatIsConfirmed() throws IOException {
    Path confirmed = directory.resolve("confirmed.yaml");
    Files.writeString(
        confirmed,
        """
        confirmations:
          - instrument: mofcom-61-2025
            status: in_force
            date: 2026-10-20
            source: a notice
            who: J. Doe
        """);
    String before = Run.of("calendar", MAGNETS).out();
    Run after = Run.of("calendar", MAGNETS, "--confirm", confirmed);

    assertThat(after.code()).isZero();
    assertThat(before).doesNotContain("2026-10-20");
    assertThat(after.out()).contains("2026-10-20", "confirmed by J. Doe");
  }

  @Test
  void knowsWhenAPartyIsPutOnAList() throws IOException {
    Path facts = directory.resolve("facts.yaml");
    Files.writeString(
        facts,
        "subject: {country: DE}\n"
            + "parties:\n"
            + "  - {id: s, name: Huawei Technologies Co., role: [supplier]}\n");
    Path lists = directory.resolve("lists");
    Run.of("lists", "import", "--lists", lists, "src/test/resources/screening/rows.csv");
    for (Object[] more : new Object[][] {{}, {"--lists", lists}}) {
      List<Object> words =
          new ArrayList<>(List.of("calendar", facts, "--from", "2019-01-01", "--to", "2026-12-31"));
      words.addAll(List.of(more));
      Run run = Run.of(words.toArray());
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out())
          .contains(
              "Huawei Technologies Co.: NOTHING FOUND until 2019-05-15; YES, IF from 2019-05-16",
              "2019-05-16  Huawei Technologies Co.: from this day on: US Entity List");
    }
  }

  @Test
  void saysInALineWhatIsWrong() throws IOException {
    Path broken = directory.resolve("broken.yaml");
    Files.writeString(broken, "subject: {id: a}\nmodels: 1\n");

    assertRefused(
        Run.of("calendar", ASCEND, "--from", "2027-01-01", "--to", "2026-01-01"),
        "the last day, 2026-01-01, is before the first, 2027-01-01");
    assertRefused(Run.of("calendar", ASCEND, "--from", "1800-01-01"), "more than the 100 years");
    assertRefused(Run.of("calendar", ASCEND, "--from", "May"), "'May' is not a date");
    assertRefused(
        Run.of("calendar", ASCEND, "--format", "pdf"), "'pdf' is none of text, json, ics");
    assertRefused(
        Run.of("calendar", ASCEND, "--output", "json=x", "--output", "ics=x"),
        "two reports go to 'x'");
    assertRefused(Run.of("calendar", MAGNETS, "--output", "json=" + MAGNETS), MAGNETS);
    Run invalid = Run.of("calendar", broken, ASCEND);
    assertThat(invalid.code()).isEqualTo(3);
    assertThat(invalid.err()).contains("broken.yaml:2");
    assertThat(invalid.out()).contains("Nordic HPC Centre");
    Run missing = Run.of("calendar", directory.resolve("none.yaml"));
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("there is no such file");
  }

  @Test
  void saysWhichRuleFailsWhileDaysAreTried() throws IOException {
    Files.writeString(
        directory.resolve("own.drl"),
        """
        package eu.policyadvisor.rules.own

        import eu.policyadvisor.advice.Recommendation
        import eu.policyadvisor.fact.Accelerator

        rule "own/fails"
            @kind("advice") @title("Fails") @summary("It fails.") @action("Fail {on}")
            @addressee("subject") @urgency("now") @strength("should") @stance("prohibit")
            @keyPoints("5") @layer("chips") @confidence(0.7) @cites("source-post")
            date-effective "01-Jan-2030"
        when
            $chip : Accelerator( id.substring( 1000 ) == "x" )
        then
            insertLogical( new Recommendation( drools.getRule().getName(), $chip ) );
        end
        """);
    Run run = Run.of("calendar", ASCEND, "--rules", directory);

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("own/fails");
  }

  private static void assertRefused(Run run, String message) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @Test
  void saysInALineThatAppointmentsNeedALibrary() throws Exception {
    String without =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(each -> !each.contains("ical4j"))
            .collect(Collectors.joining(File.pathSeparator));
    for (String format : new String[] {"text", "ics"}) {
      Path err = directory.resolve("err");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  without,
                  "eu.policyadvisor.cli.Main",
                  "calendar",
                  MAGNETS,
                  "--format",
                  format)
              .redirectError(err.toFile())
              .start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (format.equals("text")) {
        assertThat(code).isZero();
        assertThat(out).contains("Motori Alpini");
      } else {
        assertThat(code).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(Files.readString(err))
            .hasLineCount(1)
            .contains("add the library org.mnode.ical4j:ical4j to the class path");
      }
    }
  }
}
