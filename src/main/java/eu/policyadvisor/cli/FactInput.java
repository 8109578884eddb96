package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Reading;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All fact sets that the arguments of a command name. What is wrong with one file is said and does
 * not stop the others.
 *
 * @param factSets the valid fact sets, in the order of the files
 * @param files number of files they stand in
 * @param exit what is wrong with the files
 */
record FactInput(List<FactSet> factSets, int files, Exit exit) {
  static FactInput read(List<String> arguments, Advisor advisor, Door door) {
    FactFiles found = FactFiles.find(arguments);
    found.problems().forEach(door.err()::println);
    found.notes().forEach(door.err()::println);
    Exit exit = found.problems().isEmpty() ? Exit.DONE : Exit.USAGE;
    List<FactSet> factSets = new ArrayList<>();
    Set<String> files = new HashSet<>();
    try (FactStream stream = new FactStream(found.names(), door.in(), Choice.Input.AUTO)) {
      while (stream.hasNext()) {
        FactItem item = stream.next();
        try {
          Reading reading = item.read(advisor, door.err()::println);
          reading.problems().forEach(door.err()::println);
          if (!reading.problems().isEmpty()) {
            exit = exit.or(Exit.INVALID_FACTS);
          }
          if (!reading.factSets().isEmpty()) {
            files.add(item.file());
          }
          factSets.addAll(reading.factSets());
        } catch (IOException e) {
          door.err().println(Faults.unreadable(item.file(), e));
          exit = exit.or(Exit.USAGE);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FactInput(factSets, files.size(), exit);
  }
}
