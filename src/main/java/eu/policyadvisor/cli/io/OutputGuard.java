package eu.policyadvisor.cli.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is written from taking the place of what somebody needs: of a file that the command
 * reads, by whatever name or link, and of a file that reads as input.
 */
public final class OutputGuard {
  private final Map<Object, Path> read = new HashMap<>();
  private final boolean force;

  /**
   * For a command.
   *
   * @param read the files that it reads; what does not exist is passed over
   * @param force whether other files that read as input may be overwritten
   */
  public OutputGuard(Collection<Path> read, boolean force) {
    this.force = force;
    for (Path file : read) {
      if (Files.exists(file)) {
        this.read.putIfAbsent(identity(file), file);
      }
    }
  }

  /**
   * Lets reports through.
   *
   * @param outputs where they go; nulls are passed over
   * @throws UsageException if one of them would destroy input
   */
  public void check(Collection<? extends @Nullable Path> outputs) {
    outputs.stream().filter(Objects::nonNull).forEach(this::check);
  }

  private void check(Path output) {
    if (!Files.isRegularFile(output)) {
      return;
    }
    Path same = read.get(identity(output));
    if (same != null) {
      throw new UsageException(
          "'%s' is read by this command%s; name another file to write to"
              .formatted(output, same.equals(output) ? "" : " as '" + same + "'"));
    } else if (!force) {
      FileKind kind = kind(output);
      if (kind != FileKind.OTHER) {
        throw new UsageException(
            "'%s' is %s; name another file to write to, or overwrite it with --force"
                .formatted(output, kind.words()));
      }
    }
  }

  private static FileKind kind(Path file) {
    try {
      return FileKind.of(file);
    } catch (IOException e) {
      throw new UsageException("'" + file + "' cannot be read: " + Faults.reason(e));
    }
  }

  /** The same for two names of one file. */
  private static Object identity(Path file) {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? file.toRealPath() : key;
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  /** The names of files as paths; standard input is none. */
  public static List<Path> paths(Collection<String> names) {
    return names.stream()
        .filter(name -> !name.equals(FactFiles.STANDARD_INPUT))
        .map(Path::of)
        .toList();
  }
}
