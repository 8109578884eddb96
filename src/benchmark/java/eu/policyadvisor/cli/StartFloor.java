package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Reading;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.benchmark.HandWritten;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.report.TextReport;
import eu.policyadvisor.yaml.CatalogueCompletion;
import eu.policyadvisor.yaml.FactCheck;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.ParseResult;

/**
 * {@code advisor assess FILE} with the rules replaced by a Java method: the same command line, the
 * same reading of YAML, the same checks, the same report.
 */
final class StartFloor {
  private StartFloor() {}

  /** Advises as the command line does, for facts that {@link HandWritten} covers. */
  public static void main(String[] args) throws IOException {
    Advisor advisor = Advisor.standard();
    PrintWriter out = writer(FileDescriptor.out);
    Door door =
        new Door(
            () -> advisor,
            InputStream.nullInputStream(),
            out,
            writer(FileDescriptor.err),
            Door.COLUMNS,
            false,
            false,
            0,
            LocalDate::now);
    ParseResult command = Main.commandLine(door).parseArgs(args).subcommand();
    List<String> files = command.matchedPositional(0).getValue();
    List<Assessment> assessments = new ArrayList<>();
    for (String file : files) {
      Reading reading = advisor.read(Path.of(file));
      for (FactSet facts : reading.factSets()) {
        assessments.add(assess(facts, advisor));
      }
    }
    out.print(new TextReport(Door.COLUMNS, false).render(assessments));
    out.flush();
    System.exit(Exit.DONE.code());
  }

  private static Assessment assess(FactSet facts, Advisor advisor) {
    var knowledge = advisor.knowledge();
    if (!FactCheck.check(facts, knowledge.catalogue()).isEmpty()) {
      throw new IllegalArgumentException("the facts contradict each other");
    }
    return HandWritten.assess(
        CatalogueCompletion.complete(facts, knowledge.catalogue()),
        Objects.requireNonNull(facts.asOf()),
        knowledge);
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
  }
}
