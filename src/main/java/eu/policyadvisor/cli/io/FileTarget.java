package eu.policyadvisor.cli.io;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** A file that text is written to, piece by piece. */
public final class FileTarget extends Writer {
  private static final int BUFFER = 1 << 16;
  private static final String PART = ".part";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final OutputStream out;
  private final @Nullable FileChannel channel;
  private final @Nullable Path part;
  private final Path target;
  private long length;

  private FileTarget(OutputStream out, @Nullable Path part, Path target) {
    this.out = new BufferedOutputStream(out, BUFFER);
    this.channel = null;
    this.part = part;
    this.target = target;
  }

  private FileTarget(FileChannel channel, Path target, long length) {
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    this.channel = channel;
    this.part = null;
    this.target = target;
    this.length = length;
  }

  /**
   * A file that is written as a whole or not at all: to a neighbour first, which takes its place
   * when it is {@linkplain #finish finished}. What is no regular file, such as a pipe, is written
   * to directly.
   */
  public static FileTarget whole(Path file) throws IOException {
    requireWritable(file);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return new FileTarget(new FileOutputStream(file.toFile()), null, file);
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    clear(target);
    Path part =
        target.resolveSibling("%s%016x%s".formatted(front(target), RANDOM.nextLong(), PART));
    FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock(channel);
    return new FileTarget(Channels.newOutputStream(channel), part, target);
  }

  private static String front(Path target) {
    return "." + target.getFileName() + ".";
  }

  /** As long as it is written, so that nobody takes it for a leftover. */
  private static @Nullable FileLock lock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException | IOException e) {
      return null; // Held by this process, or a file system without locks.
    }
  }

  /** Deletes what killed processes left beside a file. */
  private static void clear(Path target) throws IOException {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(
            target.resolveSibling(""),
            path -> {
              String name = path.getFileName().toString();
              return name.startsWith(front(target)) && name.endsWith(PART);
            })) {
      for (Path part : parts) {
        if (isLeft(part)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static boolean isLeft(Path part) {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      return lock(channel) != null;
    } catch (IOException e) {
      return false; // Gone meanwhile, or of somebody else.
    }
  }

  /**
   * A file that holds at any time what was written so far.
   *
   * @param length how much of what it holds stays
   * @throws IOException if it cannot be written, or holds less
   */
  public static FileTarget growing(Path file, long length) throws IOException {
    requireWritable(file);
    RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
    if (out.length() < length) {
      out.close();
      throw new IOException("it holds less than was written before the interruption");
    }
    out.setLength(length);
    out.seek(length);
    return new FileTarget(out.getChannel(), file, length);
  }

  private static void requireWritable(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(Faults.DIRECTORY);
    } else if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
  }

  @Override
  public void write(char[] text, int offset, int many) throws IOException {
    write(new String(text, offset, many));
  }

  @Override
  public void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes as they are. */
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    length += bytes.length;
  }

  /** How many bytes it holds. */
  public long length() {
    return length;
  }

  /** Puts all that was written on disk. */
  @Override
  public void flush() throws IOException {
    out.flush();
    if (channel != null) {
      channel.force(false);
    }
  }

  /** Puts it in its place. */
  public void finish() throws IOException {
    out.close();
    if (part != null) {
      if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
      }
      move(part, target);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Gives up what was not finished. */
  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    }
  }
}
