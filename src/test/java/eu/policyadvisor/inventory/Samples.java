package eu.policyadvisor.inventory;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Problem;
import eu.policyadvisor.rule.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The inventories that are kept for tests, and readings of others. */
final class Samples {
  static final Path DIRECTORY = Path.of("src/test/resources/inventories");
  private static final Catalogue CATALOGUE = Advisor.standard().knowledge().catalogue();

  private Samples() {}

  static List<Path> all() {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("ATTRIBUTION.md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came of one inventory. */
  record Read(Inventories inventories, List<Problem> problems, List<Remark> remarks) {
    FactSet facts() {
      return inventories.facts().orElseThrow();
    }

    Fact fact(String id) {
      return facts().all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    List<String> ids() {
      return facts().all().stream().map(Fact::id).toList();
    }

    List<String> said() {
      return problems.stream().map(Problem::toString).toList();
    }

    List<String> remarked() {
      return remarks.stream().map(Remark::text).toList();
    }
  }

  static Read read(Path file) {
    try {
      return read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Read read(String file, String text) {
    return read(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static Read read(String file, byte[] text) {
    return read(file, Recognition.of(text).orElseThrow(), text);
  }

  static Read read(String file, InventoryForm form, byte[] text) {
    List<Remark> remarks = new ArrayList<>();
    Inventories inventories = new Inventories(CATALOGUE, remarks::add);
    try {
      List<Problem> problems = inventories.read(file, form, new ByteArrayInputStream(text));
      return new Read(inventories, problems, remarks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
