package eu.policyadvisor.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How reports for other tools name files: from the directory of the project where they are in it,
 * so that a report says nothing of the machine that wrote it.
 */
public final class SourceTree {
  private final Path root;

  /**
   * A tree.
   *
   * @param root the directory of the project; file names that are not absolute begin there
   */
  public SourceTree(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** The tree below the directory in which this program runs. */
  public static SourceTree here() {
    return new SourceTree(Path.of(""));
  }

  /** Whether a file is in it; standard input is not. */
  boolean holds(String file) {
    Path path = path(file);
    return path != null && path.startsWith(root);
  }

  /** The name of a file from the root, with slashes; as the user named it when it is elsewhere. */
  String name(String file) {
    Path path = path(file);
    if (path == null || !path.startsWith(root)) {
      return file;
    }
    List<String> parts = new ArrayList<>();
    root.relativize(path).forEach(part -> parts.add(part.toString()));
    return String.join("/", parts);
  }

  /** The same as a reference, which is absolute for a file that is elsewhere. */
  String uri(String file) {
    try {
      Path path = path(file);
      if (path == null || path.startsWith(root)) {
        String name = name(file);
        boolean likeScheme = name.substring(0, (name + "/").indexOf('/')).contains(":");
        return new URI(null, null, (likeScheme ? "./" : "") + name, null).toASCIIString();
      }
      String absolute = path.toString().replace('\\', '/');
      return new URI("file", "", absolute.startsWith("/") ? absolute : "/" + absolute, null)
          .toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no reference to " + file, e);
    }
  }

  private @Nullable Path path(String file) {
    if (file.startsWith("<")) {
      return null;
    }
    try {
      return root.resolve(file).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
