package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.DrlFiles;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.cli.io.Output;
import eu.policyadvisor.cli.io.UsageException;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.format.DrlFormatter;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Formats rule files. */
@Command(
    name = "fmt",
    description = {
      "Write rule files in the style of the built-in rules.",
      "Only spaces, ends of lines and the order of imports change; comments stay. What a rule means"
          + " never changes: a file is written only if it parses to the same rules as before.",
      "The name of each file that was changed is printed."
    })
final class FmtCommand extends Subcommand {
  private static final String DEFAULT = "rules";

  @Option(
      names = "--check",
      description =
          "Write nothing; print each file that is not formatted, with the first line that differs,"
              + " and exit with 1 if there is one.")
  private boolean check;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "DRL files, or directories that hold some. Default: the directory " + DEFAULT + " here.")
  private List<String> paths = List.of();

  FmtCommand(Door door) {
    super(door);
  }

  @Override
  Exit run() {
    DrlFiles found = DrlFiles.find(paths.isEmpty() ? defaults() : paths);
    Exit exit = door.say(found.problems(), Exit.USAGE);
    for (Path file : found.files()) {
      exit = exit.or(format(file));
    }
    return exit;
  }

  private static List<String> defaults() {
    if (!Files.isDirectory(Path.of(DEFAULT))) {
      throw new UsageException(
          "name files or directories with rules; there is no directory '" + DEFAULT + "' here");
    }
    return List.of(DEFAULT);
  }

  private Exit format(Path file) {
    try {
      String drl = Files.readString(file);
      String formatted = DrlFormatter.format(file.toString(), drl);
      if (formatted.equals(drl)) {
        return Exit.DONE;
      } else if (check) {
        door.out().println(FirstDifference.of(drl, formatted).in(file));
        return Exit.FINDINGS;
      } else if (readOnly(file)) {
        throw new AccessDeniedException(file.toString());
      }
      Output.write(file, formatted);
      door.out().println(Plain.message(file.toString()));
      return Exit.DONE;
    } catch (RuleBaseException e) {
      return door.say(e.problems(), Exit.RULES);
    } catch (CharacterCodingException e) {
      return door.say(List.of(Problem.of(file.toString(), "this is not UTF-8 text")), Exit.USAGE);
    } catch (IOException e) {
      return door.say(List.of(Problem.of(file.toString(), Faults.reason(e))), Exit.USAGE);
    }
  }

  /** Whether nobody may write a file; an administrator could all the same, but was told not to. */
  private static boolean readOnly(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return !Files.isWritable(file);
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    return !permissions.contains(PosixFilePermission.OWNER_WRITE)
        && !permissions.contains(PosixFilePermission.GROUP_WRITE)
        && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }
}
