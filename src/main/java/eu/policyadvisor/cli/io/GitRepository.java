package eu.policyadvisor.cli.io;

import eu.policyadvisor.problem.Suggestion;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Git repository around a directory, read with the program git; nothing in it is changed.
 *
 * <p>What a commit holds is taken by its bytes: no attribute, filter, hook or replacement that the
 * repository sets up has a say in what is compared.
 */
final class GitRepository {
  private static final String RULES = "rules";

  /** A regular file with its id and its path; a link or another repository is none. */
  private static final Pattern ENTRY =
      Pattern.compile("100\\d{3} blob (\\p{XDigit}+)\t(.+)", Pattern.DOTALL);

  /** What the repository says of these is not done. */
  private static final List<String> PLAIN =
      List.of(
          "git",
          "--no-replace-objects",
          "--no-optional-locks",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.hooksPath=/dev/null",
          "-C");

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
    Process git = start(top, List.of("cat-file", "--batch"), false);
    try (OutputStream asked = git.getOutputStream();
        DataInputStream held = new DataInputStream(new BufferedInputStream(git.getInputStream()))) {
      for (Entry entry : entries(commit, revision)) {
        asked.write((entry.id() + "\n").getBytes(StandardCharsets.US_ASCII));
        asked.flush();
        write(content(entry, held), entry, into);
      }
    }
    if (exit(git) != 0) {
      throw new IOException("git cannot read " + RULES + "/ of '" + revision + "'");
    }
  }

  /**
   * A file of a commit.
   *
   * @param id that of its content
   * @param path below the rules
   */
  private record Entry(String id, String path) {}

  private List<Entry> entries(String commit, String revision) throws IOException {
    Process git =
        start(top, List.of("ls-tree", "-r", "-z", "--full-tree", commit + ":" + RULES), false);
    git.getOutputStream().close();
    String listed;
    try (InputStream out = git.getInputStream()) {
      listed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (exit(git) != 0) {
      throw new IOException("git cannot read " + RULES + "/ of '" + revision + "'");
    }
    List<Entry> entries = new ArrayList<>();
    for (String line : listed.split("\0", -1)) {
      if (line.isEmpty()) {
        continue; // behind the last one
      }
      Matcher entry = ENTRY.matcher(line);
      if (!entry.matches()) {
        throw new IOException(
            "%s of '%s' holds what is no file: %s".formatted(RULES, revision, line.strip()));
      }
      entries.add(new Entry(entry.group(1), entry.group(2)));
    }
    return entries;
  }

  private static byte[] content(Entry entry, DataInputStream held) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = held.readUnsignedByte(); c != '\n'; c = held.readUnsignedByte()) {
      head.append((char) c);
    }
    String[] words = head.toString().split(" ", -1);
    if (words.length != 3 || !words[1].equals("blob")) {
      throw new IOException("git does not hold " + RULES + "/" + entry.path());
    }
    byte[] content = new byte[Integer.parseInt(words[2])];
    held.readFully(content);
    held.readByte();
    return content;
  }

  private static void write(byte[] content, Entry entry, Path into) throws IOException {
    Path file = into.resolve(entry.path()).normalize();
    if (!file.startsWith(into)) {
      throw new IOException("the revision holds a file outside of its directory: " + entry.path());
    }
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, content, StandardOpenOption.CREATE_NEW);
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
      git.getOutputStream().close();
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Answer(exit(git) == 0, text);
    } catch (IOException e) {
      throw new UsageException("cannot read what git says: " + Faults.reason(e));
    }
  }

  private static Process start(Path directory, List<String> arguments, boolean diagnostics) {
    List<String> command = new ArrayList<>(PLAIN);
    command.add(directory.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    if (diagnostics) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    try {
      builder.environment().put("GIT_NO_LAZY_FETCH", "1");
      return builder.start();
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
