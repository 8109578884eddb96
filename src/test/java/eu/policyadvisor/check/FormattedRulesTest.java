package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.engine.format.DrlFormatter;
import eu.policyadvisor.engine.format.Mangled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormattedRulesTest {
  private static final Path RULES = Path.of("rules");
  private static final int SEED = 20261101;

  @TempDir Path directory;

  @Test
  void mangledRulesThatWereFormattedPassAllCases() throws IOException {
    for (Path file : files()) {
      String formatted =
          DrlFormatter.format(
              file.toString(), Mangled.wildly(Files.readString(file), SEED + file.hashCode()));
      Path copy = directory.resolve(RULES.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, formatted);
    }
    Advisor formatted = Advisor.standard().withRules(directory);
    assertThat(formatted.knowledge().cards()).isEqualTo(Advisor.standard().knowledge().cards());
    CaseRunner runner = new CaseRunner(formatted);
    Map<String, List<String>> failed = new TreeMap<>();
    List<Case> cases = RuleCases.all();
    for (Case test : cases) {
      List<String> failures = runner.run(test).stream().map(Object::toString).toList();
      if (!failures.isEmpty()) {
        failed.put(test.file() + ":" + test.line(), failures);
      }
    }
    assertThat(cases).isNotEmpty();
    assertThat(failed).isEmpty();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(RULES)) {
      return paths.filter(path -> path.toString().endsWith(".drl")).sorted().toList();
    }
  }
}
