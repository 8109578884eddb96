package eu.policyadvisor.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * Puts the libraries of the command line into one jar, which the launcher keeps beside its archive
 * of classes: whoever asks for a class that is nowhere, or for all providers of a service, has
 * every jar of the class path opened, at each start.
 */
final class LibrariesJar {
  private static final String SERVICES = "META-INF/services/";

  private final Map<String, StringBuilder> services = new LinkedHashMap<>();
  private final Set<String> written = new HashSet<>();
  private final JarOutputStream out;

  private LibrariesJar(JarOutputStream out) {
    this.out = out;
  }

  /**
   * Writes the jar.
   *
   * @param args a directory of jars, and the jar to write
   */
  public static void main(String[] args) throws IOException {
    List<Path> jars;
    try (Stream<Path> all = Files.list(Path.of(args[0]))) {
      jars = all.filter(each -> each.toString().endsWith(".jar")).sorted().toList();
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])));
        JarOutputStream out = new JarOutputStream(to, manifest)) {
      out.setLevel(Deflater.BEST_SPEED);
      LibrariesJar merged = new LibrariesJar(out);
      for (Path jar : jars) {
        merged.add(jar);
      }
      merged.addServices();
    }
  }

  /** As on a class path, the first of several entries of one name counts. */
  private void add(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      for (JarEntry entry : Collections.list(file.entries())) {
        String name = entry.getName();
        if (name.startsWith(SERVICES) && !entry.isDirectory()) {
          try (InputStream in = file.getInputStream(entry)) {
            services
                .computeIfAbsent(name, any -> new StringBuilder())
                .append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                .append('\n');
          }
        } else if (isKept(entry) && written.add(name)) {
          out.putNextEntry(new JarEntry(name));
          try (InputStream in = file.getInputStream(entry)) {
            in.transferTo(out);
          }
          out.closeEntry();
        }
      }
    }
  }

  /** Signatures and descriptions speak of a jar that this one is not. */
  private static boolean isKept(JarEntry entry) {
    String name = entry.getName();
    boolean ofAJar =
        name.equals(JarFile.MANIFEST_NAME)
            || name.endsWith("module-info.class")
            || name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
    return !entry.isDirectory() && !ofAJar;
  }

  private void addServices() throws IOException {
    for (Map.Entry<String, StringBuilder> each : services.entrySet()) {
      out.putNextEntry(new JarEntry(each.getKey()));
      out.write(each.getValue().toString().getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
  }
}
