package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Reading;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All fact sets that the arguments of a command name. What is wrong with one file is said and does
 * not stop the others.
 *
 * @param factSets the valid fact sets, in the order of the files
 * @param files number of files they stand in
 * @param exit what is wrong with the files
 */
record FactInput(List<FactSet> factSets, int files, Exit exit) {
  private static final String STANDARD_INPUT = "<stdin>";

  static FactInput read(List<String> arguments, Advisor advisor, Door door) {
    FactFiles found = FactFiles.find(arguments);
    found.problems().forEach(door.err()::println);
    Exit exit = found.problems().isEmpty() ? Exit.DONE : Exit.USAGE;
    List<FactSet> factSets = new ArrayList<>();
    int files = 0;
    for (String name : found.names()) {
      try {
        Reading reading =
            name.equals(FactFiles.STANDARD_INPUT)
                ? advisor.read(STANDARD_INPUT, door.in())
                : advisor.read(Path.of(name));
        reading.problems().forEach(door.err()::println);
        if (!reading.problems().isEmpty()) {
          exit = exit.or(Exit.INVALID_FACTS);
        }
        if (!reading.factSets().isEmpty()) {
          files++;
        }
        factSets.addAll(reading.factSets());
      } catch (IOException e) {
        door.err().println(new Problem(name, 0, 0, "cannot be read: " + Faults.reason(e)));
        exit = exit.or(Exit.USAGE);
      }
    }
    return new FactInput(factSets, files, exit);
  }
}
