package eu.policyadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One jar made of several. */
final class LibrariesJarTest {
  @TempDir Path directory;

  private void jar(String name, String... entriesAndTexts) throws IOException {
    try (JarOutputStream out =
        new JarOutputStream(Files.newOutputStream(directory.resolve(name)))) {
      for (int i = 0; i < entriesAndTexts.length; i += 2) {
        out.putNextEntry(new JarEntry(entriesAndTexts[i]));
        out.write(entriesAndTexts[i + 1].getBytes(UTF_8));
        out.closeEntry();
      }
    }
  }

  private Map<String, String> merged() throws IOException {
    Path merged = directory.resolve("merged");
    LibrariesJar.main(new String[] {directory.toString(), merged.toString()});
    Map<String, String> entries = new TreeMap<>();
    try (JarFile file = new JarFile(merged.toFile(), true)) {
      assertThat(file.isMultiRelease()).isTrue();
      for (JarEntry entry : file.stream().toList()) {
        entries.put(entry.getName(), new String(file.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    entries.remove(JarFile.MANIFEST_NAME);
    return entries;
  }

  @Test
  void holdsWhatAllHold() throws IOException {
    jar("b.jar", "b/B.class", "B", "META-INF/versions/21/b/B.class", "B of 21");
    jar("a.jar", "a/", "", "a/A.class", "A");
    Files.writeString(directory.resolve("c.txt"), "no jar");
    assertThat(merged())
        .containsOnly(
            Map.entry("a/A.class", "A"),
            Map.entry("b/B.class", "B"),
            Map.entry("META-INF/versions/21/b/B.class", "B of 21"));
  }

  @Test
  void ofOneNameTheFirstCounts() throws IOException {
    jar("b.jar", "x.txt", "second");
    jar("a.jar", "x.txt", "first");
    assertThat(merged()).containsOnly(Map.entry("x.txt", "first"));
  }

  @Test
  void providersOfAServiceStandTogether() throws IOException {
    jar("a.jar", "META-INF/services/s.Service", "a.One");
    jar("b.jar", "META-INF/services/s.Service", "b.Two\n");
    assertThat(merged()).containsOnly(Map.entry("META-INF/services/s.Service", "a.One\nb.Two\n\n"));
  }

  @Test
  void dropsWhatSpeaksOfTheJarItWasIn() throws IOException {
    jar(
        "a.jar",
        "META-INF/SIGNER.SF",
        "",
        "META-INF/SIGNER.RSA",
        "",
        "module-info.class",
        "",
        "META-INF/versions/9/module-info.class",
        "",
        "META-INF/NOTICE",
        "kept");
    assertThat(merged()).containsOnly(Map.entry("META-INF/NOTICE", "kept"));
  }
}
