package eu.policyadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits for changes of files. */
final class Watch implements AutoCloseable {
  /** Editors write a file in several steps; they are taken for one change. */
  private static final long QUIET_MILLIS = 200;

  private final List<Path> paths;
  private WatchService service;

  /** Watches files, and directories with all below them. */
  Watch(List<Path> paths) throws IOException {
    this.paths = List.copyOf(paths);
    this.service = register();
  }

  /** New directories are watched as well, so that all is registered anew after each change. */
  private WatchService register() throws IOException {
    WatchService fresh = paths.get(0).getFileSystem().newWatchService();
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath();
      Path top = Files.isDirectory(absolute) ? absolute : absolute.getParent();
      try (Stream<Path> directories = Files.walk(top, Files.isDirectory(absolute) ? 64 : 0)) {
        for (Path directory : directories.filter(Files::isDirectory).toList()) {
          directory.register(
              fresh,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
        }
      }
    }
    return fresh;
  }

  /** Waits until something has changed and nothing changes any more; false when interrupted. */
  boolean await() throws IOException {
    try {
      WatchKey key = service.take();
      while (key != null) {
        key.pollEvents();
        key.reset();
        key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    WatchService before = service;
    service = register();
    before.close();
    return true;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
