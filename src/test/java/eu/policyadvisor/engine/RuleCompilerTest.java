package eu.policyadvisor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.policyadvisor.engine.compiled.OwnRules;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.rule.CompiledRule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step of the build that compiles rules, and when it has nothing to do. */
final class RuleCompilerTest {
  private static final String RULE =
      """
      package eu.policyadvisor.rules.%s;
      import eu.policyadvisor.fact.Subject;
      import eu.policyadvisor.finding.Finding;
      rule "topic/%s" when $s : Subject() then
        insertLogical( new Finding( drools.getRule().getName(), $s ) );
      end
      """;

  @TempDir Path directory;

  @BeforeEach
  void settle() throws IOException, URISyntaxException {
    Path built = Path.of(Subject.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    for (String type : List.of("advice", "fact", "finding", "rule")) {
      Path from = built.resolve("eu/policyadvisor/" + type);
      Path to = Files.createDirectories(classes().resolve("eu/policyadvisor/" + type));
      try (Stream<Path> all = Files.list(from)) {
        for (Path each : all.toList()) {
          Files.copy(each, to.resolve(each.getFileName()));
        }
      }
    }
    Files.createDirectories(directory.resolve("rules"));
    rule("topic", "one");
  }

  private Path classes() {
    return directory.resolve("classes");
  }

  private void rule(String topic, String id) throws IOException {
    Files.writeString(directory.resolve("rules/one.drl"), RULE.formatted(topic, id));
  }

  private boolean compile() throws IOException {
    AtomicBoolean begun = new AtomicBoolean();
    boolean compiled =
        RuleCompiler.compile(
            directory.resolve("rules"),
            classes(),
            directory.resolve("rules.sum"),
            () -> begun.set(true));
    assertThat(begun.get()).isEqualTo(compiled);
    return compiled;
  }

  private TreeSet<String> compiled() throws IOException {
    try (Stream<Path> all = Files.walk(classes().resolve("eu/policyadvisor/rules"))) {
      return new TreeSet<>(all.filter(Files::isRegularFile).map(Path::toString).toList());
    }
  }

  @Test
  void compilesAndLeavesAnIndex() throws IOException {
    assertThat(compile()).isTrue();
    assertThat(compiled()).isNotEmpty();
    assertThat(classes().resolve(CompiledRule.INDEX))
        .content()
        .contains("eu.policyadvisor.rules.topic.Rules");
  }

  @Test
  void doesNothingWhereNothingChanged() throws IOException {
    compile();
    TreeSet<String> first = compiled();
    rule("topic", "one");
    assertThat(compile()).isFalse();
    assertThat(compiled()).isEqualTo(first);
  }

  @Test
  void compilesAnewWhereRulesChangedAndLeavesNothingOfTheOldOnes() throws IOException {
    compile();
    TreeSet<String> first = compiled();
    rule("other", "one");
    assertThat(compile()).isTrue();
    TreeSet<String> second = compiled();
    rule("topic", "one");
    assertThat(compile()).isTrue();
    assertThat(compiled()).isEqualTo(first).doesNotContainAnyElementsOf(second);
  }

  @Test
  void compilesAnewWhereOnlyTheIdOfARuleChanged() throws IOException {
    compile();
    rule("topic", "two");
    assertThat(compile()).isTrue();
  }

  @Test
  void rulesImportNothingThatIsNotLookedAt() throws IOException {
    Pattern imported =
        Pattern.compile("(?m)^\\s*import\\s+(?:static\\s+)?eu\\.policyadvisor\\.(\\w+)");
    TreeSet<String> packages = new TreeSet<>();
    for (String drl : OwnRules.read(Path.of("rules")).values()) {
      imported.matcher(drl).results().forEach(each -> packages.add(each.group(1)));
    }
    assertThat(packages).isNotEmpty().isSubsetOf(RuleCompiler.TYPES);
  }

  @Test
  void compilesAnewWhereATypeChanged() throws IOException {
    compile();
    Files.write(
        classes().resolve("eu/policyadvisor/fact/Subject.class"),
        new byte[] {1},
        StandardOpenOption.APPEND);
    assertThat(compile()).isTrue();
  }

  @Test
  void compilesAnewWhereWhatItMadeIsGone() throws IOException {
    compile();
    Files.delete(classes().resolve(CompiledRule.INDEX));
    assertThat(compile()).isTrue();
  }

  @Test
  void namesTheLineOfARuleThatDoesNotCompileAndKeepsNothing() throws IOException {
    compile();
    Files.writeString(
        directory.resolve("rules/two.drl"),
        RULE.formatted("topic", "two").replace("Subject()", "Subject( nam == \"x\" )"));
    assertThatThrownBy(this::compile)
        .isInstanceOfSatisfying(
            RuleBaseException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .asString()
                    .startsWith("rules/two.drl:4")
                    .contains("nam"));
    Files.delete(directory.resolve("rules/two.drl"));
    assertThat(compile()).isTrue();
  }
}
