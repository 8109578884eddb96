package eu.policyadvisor.cli.io;

import eu.policyadvisor.problem.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The Git repository around a directory, read with the program git; nothing in it is changed. */
final class GitRepository {
  private static final String RULES = "rules";

  private final Path top;

  private GitRepository(Path top) {
    this.top = top;
  }

  /**
   * The repository around a directory.
   *
   * @param wanted the revision that is wanted of it, for messages
   */
  static GitRepository around(Path directory, String wanted) {
    Answer top = run(directory, "rev-parse", "--show-toplevel");
    if (!top.done()) {
      throw new UsageException(
          "there is no directory '%s', and it can be no Git revision either; git says of %s: %s"
              .formatted(
                  wanted,
                  directory.toAbsolutePath().normalize(),
                  top.text().lines().findFirst().orElse("nothing")));
    }
    return new GitRepository(Path.of(top.text()));
  }

  /** The full id of a commit. */
  String commit(String revision) {
    boolean option = revision.isBlank() || revision.startsWith("-");
    Answer commit =
        run(top, "rev-parse", "--verify", "--quiet", (option ? "" : revision) + "^{commit}");
    if (!commit.done()) {
      throw new UsageException(
          "there is no directory and no Git revision '%s'%s"
              .formatted(revision, Suggestion.question(revision, names(), 3)));
    }
    return commit.text();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of("HEAD"));
    run(top, "for-each-ref", "--format=%(refname:short)").text().lines().forEach(names::add);
    return names;
  }

  /**
   * Writes the rules of a commit into a directory.
   *
   * @param revision what the user calls the commit
   */
  void extractRules(String commit, String revision, Path into) throws IOException {
    if (!run(top, "rev-parse", "--verify", "--quiet", commit + ":" + RULES).done()) {
      throw new UsageException("revision '" + revision + "' has no directory " + RULES + "/");
    }
    Process git = start(top, List.of("archive", "--format=zip", commit + ":" + RULES), false);
    try (ZipInputStream files = new ZipInputStream(git.getInputStream())) {
      for (ZipEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
        write(files, entry, into);
      }
      // What follows the last file: git fails when nobody reads it.
      git.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
    if (exit(git) != 0) {
      throw new IOException("git cannot read " + RULES + "/ of '" + revision + "'");
    }
  }

  private static void write(InputStream content, ZipEntry entry, Path into) throws IOException {
    Path file = into.resolve(entry.getName()).normalize();
    if (!file.startsWith(into)) {
      throw new IOException("the revision holds a file outside of its directory: " + entry);
    } else if (entry.isDirectory()) {
      Files.createDirectories(file);
    } else {
      Files.createDirectories(file.resolveSibling(""));
      Files.copy(content, file);
    }
  }

  /**
   * What git says.
   *
   * @param done whether it did what it was asked to
   * @param text what it printed, diagnostics included
   */
  private record Answer(boolean done, String text) {}

  private static Answer run(Path directory, String... arguments) {
    Process git = start(directory, List.of(arguments), true);
    try (InputStream out = git.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Answer(exit(git) == 0, text);
    } catch (IOException e) {
      throw new UsageException("cannot read what git says: " + Faults.reason(e));
    }
  }

  private static Process start(Path directory, List<String> arguments, boolean diagnostics) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    if (diagnostics) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    try {
      Process git = builder.start();
      git.getOutputStream().close();
      return git;
    } catch (IOException e) {
      throw new UsageException(
          "needs git to read revisions, and there is none on the PATH; name directories instead");
    }
  }

  private static int exit(Process git) {
    try {
      return git.waitFor();
    } catch (InterruptedException e) {
      git.destroy();
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
