package eu.policyadvisor.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that the build leaves, in a directory of classes that someone works in. */
class KnowledgeFileTest {
  private static final Path CLASSES = Path.of("target/classes");

  @TempDir Path classes;

  @BeforeEach
  void copy() throws IOException {
    for (String part : List.of("eu/policyadvisor", "rules", "META-INF")) {
      try (Stream<Path> files = Files.walk(CLASSES.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = classes.resolve(CLASSES.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private boolean counts() throws Exception {
    URL[] path = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Object found =
          loader.loadClass(KnowledgeFile.class.getName()).getMethod("builtIn").invoke(null);
      return ((Optional<?>) found).isPresent();
    }
  }

  @Test
  void countsWhileItsSourcesAreAsTheBuildReadThem() throws Exception {
    assertThat(counts()).isTrue();
  }

  @Test
  void countsNoLongerOnceAParameterIsEdited() throws Exception {
    Files.writeString(
        classes.resolve("rules/parameters.yaml"), "\n# edited\n", StandardOpenOption.APPEND);
    assertThat(counts()).isFalse();
  }

  @Test
  void isNotMissedWhereTheBuildLeftNone() throws Exception {
    Files.delete(classes.resolve(KnowledgeFile.RESOURCE));
    assertThat(counts()).isFalse();
  }
}
