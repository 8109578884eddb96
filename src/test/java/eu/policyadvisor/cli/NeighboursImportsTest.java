package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules in a copy of the built-in knowledge base that lean on the imports of built-in files. */
final class NeighboursImportsTest {
  private static final String RULE =
      """
      rule %s
          @kind("finding") @title("Own") @summary("A rule of an analyst.") @keyPoints("3")
          @layer("talent") @severity("low") @confidence(0.5) @cites("crma Art. 5(1)")
      when
          $talent : Talent( militaryLinkedPartner == true )
      then
          insertLogical( new Finding( drools.getRule().getName(), $talent ) );
      end

      """;

  private static final String FACTS =
      """
      subject: {id: centre, name: Centre, type: research_organisation, country: SE}
      talent: [{id: lab, military_linked_partner: true}]
      """;

  @TempDir private Path directory;

  @Test
  void areSeenInEverySpelling() throws IOException {
    Path rules = copy();
    Files.writeString(
        rules.resolve("talent/own.drl"),
        "package eu.policyadvisor.rules.talent\n"
            + RULE.formatted("\"talent/own-plain\"")
            + RULE.formatted("'talent/own-quoted'")
            + RULE.formatted("\n  \"talent/own-below\"")
            + "/* ours */ "
            + RULE.formatted("\"talent/own-commented\"")
            + RULE.formatted("\"talent/own-more\" extends \"talent/research-security\""));
    Path facts = Files.writeString(directory.resolve("facts.yaml"), FACTS);
    List<String> own =
        List.of(
            "talent/own-plain", "talent/own-quoted", "talent/own-below", "talent/own-commented");
    Run run = Run.of("assess", facts, "--rules", rules, "--format", "json");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(own);
    Run list = Run.of("rules", "--all", "--rules", rules);
    assertThat(list.out()).contains(own).contains("talent/own-more", "talent/research-security ");
    Run mutants =
        Run.of(
            "test",
            rules.resolve("talent"),
            "--mutate",
            "--rules",
            rules,
            "--filter",
            "talent/own",
            "--sample",
            "9");
    assertThat(mutants.out()).contains("9 changes").doesNotContain("9 not viable");
  }

  private Path copy() throws IOException {
    Path source = Path.of("rules");
    Path copy = directory.resolve("rules");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(source.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    return copy;
  }
}
