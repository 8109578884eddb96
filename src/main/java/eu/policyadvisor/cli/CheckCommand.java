package eu.policyadvisor.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Validates fact files without assessing them. */
@Command(
    name = "check",
    sortOptions = false,
    description = "Check that facts can be read; nothing is assessed.")
final class CheckCommand implements Callable<Integer> {
  private final Door door;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Fact files, directories that hold some, patterns, or - for standard input.")
  private List<String> files = List.of();

  CheckCommand(Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    FactInput input = FactInput.read(files, door.advisor(null), door);
    int sets = input.factSets().size();
    if (sets == 0) {
      // What is wrong was said.
      return input.exit().code();
    }
    door.out()
        .println(
            String.format(
                Locale.ROOT,
                "%s fact %s in %s %s %s valid",
                String.valueOf(sets),
                sets == 1 ? "set" : "sets",
                String.valueOf(input.files()),
                input.files() == 1 ? "file" : "files",
                sets == 1 ? "is" : "are"));
    return input.exit().code();
  }
}
