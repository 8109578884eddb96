package eu.policyadvisor.cli.io;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.compare.Side;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Rules that the user names: directories, or revisions of the Git repository around a directory,
 * whose rules are taken out into directories that are deleted at the end.
 */
public final class RuleSources implements AutoCloseable {
  private final Door door;
  private final Path here;
  private final List<Path> extracted = new ArrayList<>();

  /**
   * Sources as one names them at a place.
   *
   * @param here the directory in which the user works
   */
  public RuleSources(Door door, Path here) {
    this.door = door;
    this.here = here;
  }

  /**
   * Where rules are.
   *
   * @param name what the user calls them
   * @param directory where they are now
   * @param identity the same for the same rules: the real path, or the id of the commit
   * @param place how to name a file in the directory to the user
   */
  private record Source(
      String name, Path directory, String identity, UnaryOperator<String> place) {}

  /**
   * Two knowledge bases.
   *
   * @throws RuleBaseException naming all that is wrong with both
   */
  public List<Side> sides(String before, String after) {
    Source one = source(before);
    Source other = source(after);
    if (one.identity().equals(other.identity())) {
      throw new UsageException(
          "'" + before + "' and '" + after + "' are the same rules; name two that differ");
    }
    List<Side> sides = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Source source : List.of(one, other)) {
      try {
        Advisor advisor = door.advisor(source.directory());
        sides.add(new Side(source.name(), advisor, source.place()));
      } catch (RuleBaseException e) {
        e.problems().forEach(problem -> problems.add(renamed(problem, source)));
      }
    }
    if (!problems.isEmpty()) {
      throw new RuleBaseException(problems);
    }
    return sides;
  }

  private static Problem renamed(Problem problem, Source source) {
    return new Problem(
        source.place().apply(problem.file()),
        problem.line(),
        problem.column(),
        source.place().apply(problem.message()));
  }

  private Source source(String word) {
    try {
      Path path = here.resolve(word);
      if (Files.isDirectory(path)) {
        // The user named it as seen from where he works, and so do messages.
        Path named = here.toString().isEmpty() ? Path.of(word) : path;
        return new Source(word, named, path.toRealPath().toString(), UnaryOperator.identity());
      } else if (Files.exists(path)) {
        throw new UsageException(
            "'" + word + "' is a file; --rules takes directories with rules, or Git revisions");
      }
      return revision(word);
    } catch (InvalidPathException e) {
      return revision(word);
    } catch (IOException e) {
      throw new UsageException("'" + word + "' cannot be read: " + Faults.reason(e));
    }
  }

  private Source revision(String word) {
    GitRepository repository = GitRepository.around(here, word);
    String commit = repository.commit(word);
    try {
      Path directory = Files.createTempDirectory("advisor-rules-").toRealPath();
      extracted.add(directory);
      repository.extractRules(commit, word, directory);
      return new Source(
          word, directory, commit, text -> text.replace(directory.toString(), word + ":rules"));
    } catch (IOException e) {
      throw new UsageException(
          "the rules of revision '" + word + "' cannot be read: " + Faults.reason(e));
    }
  }

  /** Deletes what was taken out. */
  @Override
  public void close() {
    for (Path directory : extracted) {
      try (Stream<Path> paths = Files.walk(directory)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      } catch (IOException e) {
        door.err().println(Problem.of(directory.toString(), "cannot be deleted; delete it"));
      }
    }
  }
}
