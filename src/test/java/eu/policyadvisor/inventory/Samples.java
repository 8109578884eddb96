package eu.policyadvisor.inventory;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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

    /** All that came of it, each value with its place: what a whole comparison compares. */
    String told() {
      StringBuilder told = new StringBuilder();
      inventories.facts().ifPresent(facts -> facts.all().forEach(fact -> tell(fact, told)));
      told.append("entries %d, unused %d\n".formatted(inventories.entries(), inventories.unused()));
      for (Remark each : remarks) {
        told.append(
            "%d:%d %s: %s\n".formatted(each.line(), each.column(), each.path(), each.text()));
      }
      problems.forEach(problem -> told.append("! ").append(problem).append('\n'));
      return told.toString();
    }

    private void tell(Fact fact, StringBuilder told) {
      Provenance at = fact.provenance();
      told.append("%s @%d:%d %s\n".formatted(fact.id(), at.line(), at.column(), at.path()));
      new TreeMap<>(at.fields())
          .forEach(
              (field, from) ->
                  told.append(
                      "  %s: %s @%d:%d-%d:%d '%s'\n"
                          .formatted(
                              field,
                              Names.value(fact.value(field)),
                              from.line(),
                              from.column(),
                              from.endLine(),
                              from.endColumn(),
                              from.text())));
      if (fact.value("source") != null) {
        told.append("  from ").append(fact.value("source")).append('\n');
      }
      inventories
          .comments(fact.id())
          .forEach(each -> told.append("  # ").append(each).append('\n'));
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
