package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Exit;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Prints a script that completes commands and options in a shell. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh: source <(advisor completion)")
final class CompletionCommand extends Subcommand {
  private final CommandLine root;

  CompletionCommand(Door door, CommandLine root) {
    super(door);
    this.root = root;
  }

  @Override
  Exit run() {
    door.out().print(AutoComplete.bash("advisor", root));
    return Exit.DONE;
  }
}
