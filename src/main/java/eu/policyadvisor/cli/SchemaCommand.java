package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.report.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of fact files or of results. */
@Command(
    name = "schema",
    description =
        "Print the JSON Schema of fact files or waivers, for editors, of results, lines of results,"
            + " explanations, questions, comparisons or calendars.")
final class SchemaCommand extends Subcommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      description = "Which one: ${COMPLETION-CANDIDATES}. Default: facts.")
  private Choice.Schema what = Choice.Schema.FACTS;

  SchemaCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    door.out()
        .print(
            switch (what) {
              case FACTS -> resource("/eu/policyadvisor/yaml/facts.schema.json");
              case RESULTS -> resource("/eu/policyadvisor/report/assessment.schema.json");
              case LINES -> resource("/eu/policyadvisor/report/line.schema.json");
              case EXPLANATIONS -> resource("/eu/policyadvisor/report/explanation.schema.json");
              case COMPARISONS -> resource("/eu/policyadvisor/report/comparison.schema.json");
              case CALENDARS -> resource("/eu/policyadvisor/report/calendar.schema.json");
              case QUESTIONS -> resource("/eu/policyadvisor/report/questions.schema.json");
              case WAIVERS -> resource("/eu/policyadvisor/triage/waivers.schema.json");
            });
    return Exit.DONE;
  }

  private static String resource(String name) {
    try (InputStream in = JsonReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
