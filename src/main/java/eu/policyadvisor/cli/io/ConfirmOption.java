package eu.policyadvisor.cli.io;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.yaml.ConfirmationReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that all commands share which give advice: legal states that the reader saw. */
public final class ConfirmOption {
  @Option(
      names = "--confirm",
      paramLabel = "FILE",
      description =
          "Legal states of instruments that you saw: a YAML file with a list 'confirmations', each"
              + " with instrument, status, date, source and who. They take the place of what the"
              + " catalogue says from their date on.")
  private @Nullable Path file;

  /** The file that is named, or null. */
  public @Nullable Path file() {
    return file;
  }

  /**
   * The advisor with the confirmations of the file, or as it is where none is named.
   *
   * @throws UsageException if the file cannot be read
   * @throws FaultyFileException if something in it is wrong
   */
  public Advisor of(Advisor advisor) {
    return advisor.withConfirmations(read(advisor));
  }

  /**
   * The confirmations of the file; none where none is named.
   *
   * @throws UsageException if the file cannot be read
   * @throws FaultyFileException if something in it is wrong
   */
  public List<Confirmation> read(Advisor advisor) {
    Path named = file;
    if (named == null) {
      return List.of();
    }
    try (InputStream in = Files.newInputStream(named)) {
      Checked<List<Confirmation>> read =
          ConfirmationReader.read(named.toString(), in, advisor.knowledge().catalogue());
      if (!read.problems().isEmpty()) {
        throw new FaultyFileException(read.problems());
      }
      return read.value();
    } catch (IOException e) {
      throw new UsageException(Faults.unreadable(named.toString(), e).toString());
    }
  }
}
