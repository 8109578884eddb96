package eu.policyadvisor.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Prints a script that completes commands and options in a shell. */
@Command(
    name = "completion",
    sortOptions = false,
    description = "Print a completion script for bash and zsh: source <(advisor completion)")
final class CompletionCommand implements Callable<Integer> {
  private final Door door;
  private final CommandLine root;

  CompletionCommand(Door door, CommandLine root) {
    this.door = door;
    this.root = root;
  }

  @Override
  public Integer call() {
    door.out().print(AutoComplete.bash("advisor", root));
    return Exit.DONE.code();
  }
}
