package eu.policyadvisor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A report that goes to a file.
 *
 * @param format its form
 * @param file where it goes
 */
record Output(Choice.Format format, Path file) {

  /**
   * Writes the file as a whole or not at all: to a neighbour first, which then takes its place.
   * What is no regular file, such as a pipe, is written to directly.
   */
  void write(String text) throws IOException {
    write(file, text);
  }

  /** The same for any text. */
  static void write(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (Files.isDirectory(file)) {
      throw new IOException("it is a directory");
    } else if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.write(file, bytes, StandardOpenOption.WRITE);
      return;
    } else if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path part =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
      if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
      }
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Reads {@code json=result.json}. */
  static final class Converter implements ITypeConverter<Output> {
    @Override
    public Output convert(String value) {
      int equals = value.indexOf('=');
      if (equals < 1 || equals == value.length() - 1) {
        throw new TypeConversionException(
            "'" + value + "' is not FORMAT=FILE, such as json=result.json");
      }
      try {
        return new Output(
            Choice.of(Choice.Format.class, value.substring(0, equals)),
            Path.of(value.substring(equals + 1)));
      } catch (InvalidPathException e) {
        throw new TypeConversionException("'" + e.getInput() + "' is not a file name");
      }
    }
  }
}
