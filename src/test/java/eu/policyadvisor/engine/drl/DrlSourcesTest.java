package eu.policyadvisor.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.problem.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules of several files, and what they need of each other. */
final class DrlSourcesTest {
  private static final String PLAIN = "rule \"ID\" when A() B() then end\n";

  private static DrlSources of(String one, String other) {
    return DrlSources.of(Map.of("one.drl", one, "other.drl", other), true);
  }

  @Test
  void findRulesByTheirId() {
    DrlSources sources =
        of("rule 'x/a' when then end // as 'x/b'", "// rule 'x/a'\nrule 'x/b' when then end");
    assertThat(sources.rule("x/b").map(rule -> rule.file().name())).contains("other.drl");
    assertThat(sources.rule("x/c")).isEmpty();
    assertThat(sources.rules()).containsOnlyKeys("x/a", "x/b");
  }

  @Test
  void thoseOfAnAnalystTakeThePlaceOfThoseOfTheBuild() {
    String id = "talent/research-security";
    DrlSources over = DrlSources.of(Map.of("own.drl", PLAIN.replace("ID", id)), false);
    assertThat(over.rule(id).map(rule -> rule.file().name())).contains("own.drl");
    assertThat(over.rule("talent/ring-fence-joint-work").map(rule -> rule.file().name()))
        .contains("rules/talent/research-security.drl");
    assertThat(over.files()).extracting(DrlFile::name).containsExactly("own.drl");
    assertThat(DrlSources.ofTheBuild().get().rule(id).map(rule -> rule.file().name()))
        .contains("rules/talent/research-security.drl");
  }

  @Test
  void nameTheSecondPlaceOfAnIdThatIsUsedTwice() {
    DrlSources sources = of(PLAIN, "\n" + PLAIN);
    assertThat(DrlSources.duplicates(sources.files()))
        .extracting(Problem::toString)
        .containsExactly(
            "other.drl:2:1: rule id 'ID' is used twice; one.drl:1 has it too. Give one of them"
                + " another id");
  }

  @Test
  void sayWhereAProblemIs() {
    DrlSources sources = of("\n" + PLAIN, "");
    assertThat(sources.problem("ID", "B( )", "is odd"))
        .hasToString("one.drl:2:20: rule 'ID' is odd");
    assertThat(sources.problem("ID", "C()", "is odd")).hasToString("one.drl:2:1: rule 'ID' is odd");
    assertThat(sources.problem("none", "is odd")).hasToString("rules: rule 'none' is odd");
  }

  @Test
  void giveAFileWhatItUsesOfTheImportsOfItsPackage() {
    DrlSources sources =
        of(
            "package a\nimport x.Chip\nrule one when Chip() Cloud() then end",
            "package a\nimport x.Cloud\nimport x.Other\nimport y.Chip\nrule two when then end");
    DrlFile one = sources.files().get(0);
    assertThat(sources.imports(one)).containsExactly("x.Chip", "x.Cloud");
    assertThat(sources.importsBeside(one)).isEqualTo("\nimport x.Cloud");
    assertThat(sources.importsBeside(sources.files().get(1))).isEmpty();
  }

  @Test
  void surroundARuleWithAllThatItNeedsToCompileAlone() {
    DrlSources sources =
        of(
            """
            package a
            // Above.
            rule one when then end
            // Between.
            declare Note end
            rule two extends "parent" when Cloud() then end
            import x.Chip
            """,
            "package a\nimport x.Cloud\nrule parent extends first when then end\n"
                + "rule first when then end");
    DrlRule two = sources.rule("two").orElseThrow();
    assertThat(sources.withParents(two))
        .extracting(DrlRule::id)
        .containsExactly("first", "parent", "two");
    assertThat(Surroundings.of(two, sources).with("RULE"))
        .isEqualTo(
            """
            package a
            // Above.
            RULE
            declare Note end
            import x.Chip
            rule first when then end
            rule parent extends first when then end

            import x.Cloud\
            """);
  }

  @Test
  void aRuleThatIsItsOwnParentHasNoOther() {
    DrlSources sources = of("rule one extends one when then end", "");
    assertThat(sources.withParents(sources.rule("one").orElseThrow())).hasSize(1);
  }
}
