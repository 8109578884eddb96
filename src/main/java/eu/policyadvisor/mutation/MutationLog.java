package eu.policyadvisor.mutation;

import eu.policyadvisor.rule.Mutation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of changes that were tried already, in a file with a line for each, so that a run
 * that was interrupted can go on. It holds for one state of rules and cases only.
 */
public final class MutationLog {
  private static final String HEAD = "advisor mutation log 1 ";

  private static final Set<String> VERDICTS =
      Stream.of(MutationOutcome.Verdict.values())
          .map(MutationOutcome.Verdict::name)
          .collect(Collectors.toUnmodifiableSet());

  private final @Nullable Path file;
  private final Map<String, String> known = new HashMap<>();
  private boolean outdated;

  private MutationLog(@Nullable Path file) {
    this.file = file;
  }

  /** Keeps nothing. */
  public static MutationLog none() {
    return new MutationLog(null);
  }

  /**
   * Reads what a file holds and goes on writing to it.
   *
   * @param file made when it is not there; begun anew when it is of other rules or cases
   * @param state stands for the rules and cases
   * @throws IOException if the file cannot be read or written, or is something else
   */
  public static MutationLog open(Path file, String state) throws IOException {
    MutationLog log = new MutationLog(file);
    if (Files.exists(file) && Files.size(file) > 0) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (!text.startsWith(HEAD)) {
        throw new IOException("it is no mutation log; name another file");
      }
      List<String> lines = new ArrayList<>(text.lines().toList());
      if (lines.get(0).equals(HEAD + state)) {
        // A run that was killed while it wrote leaves half a line.
        int whole = text.endsWith("\n") ? lines.size() : lines.size() - 1;
        for (int i = 1; i < whole; i++) {
          log.take(i + 1, lines.get(i));
        }
        if (whole < lines.size()) {
          Files.writeString(file, String.join("\n", lines.subList(0, whole)) + "\n");
        }
        return log;
      }
      log.outdated = true;
    }
    Files.writeString(file, HEAD + state + "\n", StandardCharsets.UTF_8);
    return log;
  }

  private void take(int number, String line) throws IOException {
    String[] parts = line.split("\t", -1);
    if (parts.length < 3 || !VERDICTS.contains(parts[1])) {
      throw new IOException("line " + number + " is damaged; delete the file to begin anew");
    }
    known.put(parts[0], line.substring(parts[0].length() + 1));
  }

  /** Whether the file was of other rules or cases, and was begun anew. */
  public boolean outdated() {
    return outdated;
  }

  /** How many changes were tried before. */
  public int size() {
    return known.size();
  }

  /** What became of a change. */
  Optional<MutationOutcome> find(Mutation mutation) {
    String line = known.get(key(mutation));
    if (line == null) {
      return Optional.empty();
    }
    String[] parts = line.split("\t", -1);
    return Optional.of(
        new MutationOutcome(
            mutation,
            MutationOutcome.Verdict.valueOf(parts[0]),
            parts[1],
            List.of(parts).subList(2, parts.length)));
  }

  /** Notes what became of changes. */
  synchronized void put(MutationOutcome outcome) {
    if (file == null) {
      return;
    }
    List<String> parts = new ArrayList<>();
    parts.add(key(outcome.mutation()));
    parts.add(outcome.verdict().name());
    parts.add(flat(outcome.note()));
    outcome.witness().forEach(line -> parts.add(flat(line)));
    try {
      Files.writeString(
          file, String.join("\t", parts) + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String flat(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }

  private static String key(Mutation mutation) {
    return mutation.place()
        + " "
        + mutation.kind()
        + " "
        + Integer.toHexString(mutation.text().hashCode());
  }
}
