package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.rule.CompiledRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;

/** The rules that the build compiled, found without a KIE container: far fewer classes to load. */
public final class CompiledModels {
  private static final ClassLoader LOADER = CompiledModels.class.getClassLoader();

  private CompiledModels() {}

  public static List<Model> builtIn() {
    return instantiate(index(), LOADER);
  }

  /** Names of the compiled packages. */
  public static List<String> names() {
    return names(index());
  }

  private static byte[] index() {
    try (InputStream index = LOADER.getResourceAsStream(CompiledRule.INDEX)) {
      if (index == null) {
        throw new IllegalStateException(
            "the build compiled no rules: " + CompiledRule.INDEX + " is missing");
      }
      return index.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Model> instantiate(byte[] index, ClassLoader loader) {
    return names(index).stream().map(name -> instantiate(name, loader)).toList();
  }

  private static List<String> names(byte[] index) {
    return new String(index, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("Drools-Model-Version"))
        .map(String::strip)
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

  /** Some of the rules of the build, by the packages they stand in. */
  public static List<Model> builtIn(Collection<CompiledRule> rules) {
    Map<String, ModelImpl> models = new LinkedHashMap<>();
    for (CompiledRule compiled : rules) {
      Rule rule = make(compiled.owner(), compiled.method());
      ModelImpl model = models.computeIfAbsent(rule.getPackage(), name -> new ModelImpl(name));
      model.addRule(rule);
    }
    return List.copyOf(models.values());
  }

  public static Rule make(String owner, String method) {
    try {
      return (Rule) Class.forName(owner, true, LOADER).getMethod(method).invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a compiled rule does not load: " + owner + "." + method, e);
    }
  }
}
