package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.ListDirectory;
import eu.policyadvisor.cli.run.AssessmentOptions;
import eu.policyadvisor.cli.run.AssessmentRun;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Assesses fact files and reports the advice. */
@Command(
    name = "assess",
    description = {
      "Assess facts and print findings and recommendations.",
      "A file or line with problems does not stop the others. There may be any number of them."
    })
final class AssessCommand extends Subcommand {
  private final AdvisorCommand advisorCommand;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Fact files in YAML or JSON Lines (*.jsonl), inventories as 'advisor import' takes them,"
              + " directories that hold YAML files, patterns, or - for standard input.")
  private List<String> files = List.of();

  @Mixin private AssessmentOptions options = new AssessmentOptions();

  AssessCommand(Door door, AdvisorCommand advisorCommand) {
    super(door);
    this.advisorCommand = advisorCommand;
  }

  @Override
  Exit run() throws IOException, InterruptedException {
    options.requireDifferentFiles();
    return new AssessmentRun(
            door,
            options.confirm.of(ListDirectory.asked(door.advisor(options.rules), options.lists)),
            options,
            advisorCommand.verbose())
        .run(files);
  }
}
