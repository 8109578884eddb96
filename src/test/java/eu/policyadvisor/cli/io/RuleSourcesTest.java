package eu.policyadvisor.cli.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.compare.Side;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules named as directories and as revisions of a Git repository. */
class RuleSourcesTest {
  private static final String RULE =
      """
      package own
      import eu.policyadvisor.fact.Accelerator
      import eu.policyadvisor.finding.Finding

      rule "own/chip"
          @kind("finding") @title("Own") @summary("A rule of one's own.")
          @keyPoints("3") @layer("chips") @severity("low") @confidence(0.5)
          @cites("merics-ai-2025")
      when
          $chip : Accelerator()
      then
          insertLogical( new Finding( drools.getRule().getName(), $chip ) );
      end
      """;

  @TempDir Path repository;

  @BeforeEach
  void commitTwoVersionsOfARule() throws IOException, InterruptedException {
    git("init", "-q", "-b", "main");
    commit("rules/README", "nothing yet");
    git("tag", "before-rules");
    commit("rules/own.drl", RULE);
    git("tag", "first");
    commit("rules/own.drl", RULE.replace("\"low\"", "\"high\""));
  }

  @Test
  void takesTheRulesOfRevisionsAndLeavesTheWorkTreeAlone()
      throws IOException, InterruptedException {
    Files.writeString(repository.resolve("rules/own.drl"), "work in progress");
    try (RuleSources sources = sources()) {
      List<Side> sides = sources.sides("first", "HEAD");
      assertThat(sides.stream().map(Side::name)).containsExactly("first", "HEAD");
      assertThat(sides.stream().map(side -> severity(side.advisor())))
          .containsExactly("LOW", "HIGH");
      String file = sides.get(1).advisor().source("own/chip").orElseThrow().file();
      assertThat(sides.get(1).place().apply(file)).isEqualTo("HEAD:rules/own.drl");
    }
    assertThat(repository.resolve("rules/own.drl")).hasContent("work in progress");
    assertThat(git("stash", "list")).isEmpty();
  }

  @Test
  void deletesWhatItTookOut() {
    Path taken;
    try (RuleSources sources = sources()) {
      Side side = sources.sides("first", "HEAD").get(0);
      taken = Path.of(side.advisor().source("own/chip").orElseThrow().file());
      assertThat(taken).exists();
    }
    assertThat(taken.resolveSibling("")).doesNotExist();
  }

  @Test
  void comparesARevisionWithADirectory() {
    try (RuleSources sources = sources()) {
      assertThat(sources.sides("HEAD~1", "rules").stream().map(side -> severity(side.advisor())))
          .containsExactly("LOW", "HIGH");
    }
  }

  @Test
  void refusesTwoNamesOfOneRevision() {
    refuses("main", "HEAD", "'main' and 'HEAD' are the same rules; name two that differ");
  }

  @Test
  void suggestsTheRevisionThatWasMeant() {
    refuses(
        "frist",
        "HEAD",
        "there is no directory and no Git revision 'frist'; did you mean 'first'?");
    refuses(
        "HEAD~99",
        "HEAD",
        "there is no directory and no Git revision 'HEAD~99'; did you mean 'HEAD'?");
    refuses("--all", "HEAD", "there is no directory and no Git revision '--all'");
  }

  @Test
  void refusesARevisionWithoutRules() throws IOException, InterruptedException {
    git("rm", "-rq", "rules");
    commit("other", "text");
    refuses("first", "HEAD", "revision 'HEAD' has no directory rules/");
  }

  @Test
  void namesWhatDoesNotCompileByItsRevision() {
    try (RuleSources sources = sources()) {
      assertThatThrownBy(() -> sources.sides("before-rules", "HEAD"))
          .isInstanceOf(RuleBaseException.class)
          .hasMessage("before-rules:rules: holds no rules (*.drl)");
    }
  }

  @Test
  void saysThatADirectoryIsInNoRepository(@TempDir Path elsewhere) {
    try (RuleSources sources = new RuleSources(door(), elsewhere)) {
      assertThatThrownBy(() -> sources.sides("HEAD~1", "HEAD"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("there is no directory 'HEAD~1', and it can be no Git revision")
          .hasMessageContaining("git says of " + elsewhere + ": ");
    }
  }

  /** Else who proposes a change of rules could hide a rule from the comparison. */
  @Test
  void comparesWhatTheRevisionHoldsWhateverTheRepositorySetsUp()
      throws IOException, InterruptedException {
    commit("rules/.gitattributes", "own.drl export-ignore filter=empty text eol=crlf\n");
    git("config", "filter.empty.smudge", "true");
    git("config", "core.fsmonitor", "touch ran; true");
    Files.writeString(repository.resolve(".git/info/attributes"), "*.drl export-ignore\n");
    try (RuleSources sources = sources()) {
      assertThat(sources.sides("first", "HEAD").stream().map(side -> severity(side.advisor())))
          .containsExactly("LOW", "HIGH");
    }
    assertThat(repository.resolve("ran")).doesNotExist();
  }

  @Test
  void takesNoReplacementForACommit() throws IOException, InterruptedException {
    git("replace", "HEAD", "first");
    try (RuleSources sources = sources()) {
      assertThat(sources.sides("first", "HEAD").stream().map(side -> severity(side.advisor())))
          .containsExactly("LOW", "HIGH");
    }
  }

  @Test
  void refusesALinkAmongTheRules() throws IOException, InterruptedException {
    assumeTrue(Files.getFileStore(repository).supportsFileAttributeView("posix"), "no links");
    Files.createSymbolicLink(repository.resolve("rules/link.drl"), Path.of("own.drl"));
    commit("rules/NOTE", "a link");
    try (RuleSources sources = sources()) {
      assertThatThrownBy(() -> sources.sides("first", "HEAD"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("holds what is no file")
          .hasMessageContaining("link.drl");
    }
  }

  private void refuses(String before, String after, String message) {
    try (RuleSources sources = sources()) {
      assertThatThrownBy(() -> sources.sides(before, after))
          .isInstanceOf(UsageException.class)
          .hasMessage(message);
    }
  }

  private static String severity(Advisor advisor) {
    return String.valueOf(advisor.knowledge().rule("own/chip").orElseThrow().severity());
  }

  private RuleSources sources() {
    return new RuleSources(door(), repository);
  }

  private static Door door() {
    return new Door(
        Advisor::standard,
        InputStream.nullInputStream(),
        new PrintWriter(new StringWriter()),
        new PrintWriter(new StringWriter()),
        Door.COLUMNS,
        false,
        false,
        0,
        () -> LocalDate.of(2026, 11, 1));
  }

  private void commit(String file, String text) throws IOException, InterruptedException {
    Path path = repository.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, text);
    git("add", "-A");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "change " + file);
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    Stream.of(arguments).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Neither hooks nor signatures of whoever runs this, nor the repository it runs in.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder
        .environment()
        .putAll(
            Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1", "LC_ALL", "C"));
    Process git = builder.start();
    try (InputStream out = git.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(git.waitFor()).as("%s: %s", command, said).isZero();
      return said;
    }
  }
}
