package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.FactFiles;
import eu.policyadvisor.cli.io.OutputGuard;
import eu.policyadvisor.cli.io.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a fact file of inventories. */
@Command(
    name = "import",
    description = {
      "Make a fact file of inventories: each value with the line that states it, and below what no"
          + " fact is made of.",
      "Taken are CycloneDX 1.4 to 1.7 in JSON and XML, SPDX 3 in JSON-LD, Kubernetes manifests, and"
          + " model cards and configurations of Hugging Face, told apart by their content. Several"
          + " make one fact file of one subject."
    })
final class ImportCommand extends Subcommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Inventories, directories that hold them, patterns, or - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the fact file there. Default: standard output.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite the file that --output names.")
  private boolean force;

  @Option(names = "--rules", paramLabel = "DIR", description = Door.RULES)
  private @Nullable Path rules;

  ImportCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() throws IOException {
    if (output != null && Files.isDirectory(output)) {
      throw new UsageException("'" + output + "' is a directory; --output takes a file");
    } else if (output != null && Files.exists(output) && !force) {
      throw new UsageException(
          "'" + output + "' exists; name another file, or overwrite it with --force");
    }
    if (output != null) {
      new OutputGuard(OutputGuard.paths(FactFiles.withInventories(files).names()), force)
          .check(List.of(output));
    }
    return new ImportRun(door, output).run(files, rules);
  }
}
