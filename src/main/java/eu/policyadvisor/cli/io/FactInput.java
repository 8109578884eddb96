package eu.policyadvisor.cli.io;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.MissingLibraryException;
import eu.policyadvisor.problem.Problem;
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
public record FactInput(List<FactSet> factSets, int files, Exit exit) {
  public static FactInput read(List<String> arguments, Advisor advisor, Door door) {
    FactFiles found = FactFiles.find(arguments);
    Exit exit = door.say(found.problems(), Exit.USAGE);
    found.notes().forEach(door.err()::println);
    List<FactSet> factSets = new ArrayList<>();
    Set<String> files = new HashSet<>();
    try (FactStream stream = new FactStream(found.names(), door.in(), Choice.Input.AUTO)) {
      while (stream.hasNext()) {
        FactItem item = stream.next();
        try {
          FactsRead reading = item.source().read(advisor, door.err()::println);
          exit = exit.or(door.say(reading.problems(), Exit.INVALID_FACTS));
          if (!reading.factSets().isEmpty()) {
            files.add(item.file());
          }
          factSets.addAll(reading.factSets());
        } catch (IOException e) {
          exit = exit.or(door.say(List.of(Faults.unreadable(item.file(), e)), Exit.USAGE));
        } catch (RuleBaseException | MissingLibraryException e) {
          throw e;
        } catch (RuntimeException | StackOverflowError e) {
          Problem internal = Problem.of(item.name(), Faults.internal(e, false).get(0));
          exit = exit.or(door.say(List.of(internal), Exit.INTERNAL));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FactInput(factSets, files.size(), exit);
  }
}
