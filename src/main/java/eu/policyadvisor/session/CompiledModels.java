package eu.policyadvisor.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.model.Model;

/** The rules that the build compiled, found without a KIE container: far fewer classes to load. */
final class CompiledModels {
  private static final String INDEX = "META-INF/kie/eu.policyadvisor/policy-advisor/drools-model";

  private CompiledModels() {}

  static List<Model> builtIn() {
    ClassLoader loader = CompiledModels.class.getClassLoader();
    try (InputStream index = loader.getResourceAsStream(INDEX)) {
      if (index == null) {
        throw new IllegalStateException("the build compiled no rules: " + INDEX + " is missing");
      }
      return instantiate(index.readAllBytes(), loader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Model> instantiate(byte[] index, ClassLoader loader) {
    return new String(index, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("Drools-Model-Version"))
        .map(name -> instantiate(name.strip(), loader))
        .toList();
  }

  private static Model instantiate(String name, ClassLoader loader) {
    try {
      return Class.forName(name, true, loader)
          .asSubclass(Model.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a compiled rule package does not load: " + name, e);
    }
  }
}
