package eu.policyadvisor.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.knowledge.ReferenceData;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleProblemsTest {
  private static final Catalogue CATALOGUE = ReferenceData.builtIn().catalogue();
  private static final String HEAD =
      """
      package own
      import eu.policyadvisor.fact.Accelerator
      import eu.policyadvisor.finding.Finding

      """;
  private static final String RULE =
      """
      rule "own/chip"
          @kind("finding")
          @title("Own")
          @summary("A rule of one's own.")
          @keyPoints("3") @layer("chips") @severity("low") @confidence(0.5)
          @cites("merics-ai-2025; crma Art. 5")
      when
          $chip : Accelerator()
      then
          insertLogical( new Finding( drools.getRule().getName(), $chip ) );
      end
      """;

  @TempDir Path directory;

  @Test
  void namesEveryAnnotationThatIsMissing() throws IOException {
    assertThat(
            problems(
                RULE.replaceAll("(?m)^    @.*\\R", "")
                    .replace("\"own/chip\"", "\"own/chip\" @kind(\"finding\")")))
        .containsExactly(
            "own.drl:5:1: rule 'own/chip' has no @cites; add one, such as @cites(\"gdpr Art. 44\")",
            "own.drl:5:1: rule 'own/chip' has no @confidence; add one, such as @confidence(0.8)",
            "own.drl:5:1: rule 'own/chip' has no @keyPoints; add one, such as @keyPoints(\"3, 7\")",
            "own.drl:5:1: rule 'own/chip' has no @layer; add one, such as @layer(\"chips\")",
            "own.drl:5:1: rule 'own/chip' has no @severity; add one, such as @severity(\"high\")",
            "own.drl:5:1: rule 'own/chip' has no @summary; add one, such as"
                + " @summary(\"One sentence that an official could check.\")",
            "own.drl:5:1: rule 'own/chip' has no @title; add one, such as @title(\"Up to five"
                + " words\")");
  }

  @Test
  void namesABasisThatDoesNotExistAndTheOneThatWasMeant() throws IOException {
    assertThat(problems(RULE.replace("crma Art. 5", "crmaa Art. 5")))
        .containsExactly(
            "own.drl:10:29: rule 'own/chip' cites 'crmaa', which the catalogue does not list;"
                + " did you mean 'crma'?");
    assertThat(problems(RULE.replace("crma Art. 5", "zzz")))
        .containsExactly(
            "own.drl:10:29: rule 'own/chip' cites 'zzz', which the catalogue does not list;"
                + " add it to rules/catalog/instruments.yaml");
  }

  @Test
  void namesAWindowThatEndsBeforeItStarts() throws IOException {
    assertThat(
            problems(
                RULE.replace(
                    "when",
                    "    date-effective \"02-Aug-2026\"\n    date-expires \"02-Aug-2025\"\nwhen")))
        .containsExactly(
            "own.drl:12:5: rule 'own/chip' never holds: date-expires is 2025-08-02, not after"
                + " date-effective, 2026-08-02; date-expires is the first day on which it no longer"
                + " holds");
  }

  @Test
  void namesBothPlacesOfAnIdThatIsUsedTwice() throws IOException {
    Files.writeString(directory.resolve("second.drl"), HEAD.replace("own", "other") + RULE);
    assertThat(problems(RULE))
        .containsExactly(
            "second.drl:5:1: rule id 'own/chip' is used twice; own.drl:5 has it too."
                + " Give one of them another id");
    Files.delete(directory.resolve("second.drl"));
    assertThat(problems(RULE + "\n" + RULE))
        .containsExactly(
            "own.drl:17:1: rule id 'own/chip' is used twice; own.drl:5 has it too."
                + " Give one of them another id");
  }

  @Test
  void namesValuesThatNoAnnotationTakes() throws IOException {
    assertThat(
            problems(
                RULE.replace("@layer(\"chips\")", "@layer(\"chip\")")
                    .replace("@keyPoints(\"3\")", "@keyPoints(\"3, 8\")")
                    .replace("@confidence(0.5)", "@confidence(5)")
                    .replace("@title(\"Own\")", "@title(\"Own\") @titel(\"Own\")")))
        .containsExactly(
            "own.drl:7:19: rule 'own/chip' has @titel, which a rule of kind finding does not take;"
                + " did you mean 'title'?",
            "own.drl:9:5: rule 'own/chip' has '8' in @keyPoints; the key points are 1 to 7",
            "own.drl:9:24: rule 'own/chip' has @layer(chip), which is not one of chips, compute,"
                + " frameworks, models, applications, data, talent, funding, materials,"
                + " whole_stack",
            "own.drl:9:56: rule 'own/chip' has @confidence(5), which is not a number from 0 to 1");
  }

  @Test
  void namesAGroupOfTermsThatNoVocabularyHolds() throws IOException {
    String asking =
        RULE.replace(
            "$chip : Accelerator()",
            "$own : eu.policyadvisor.rule.TermGroup( name == \"chps\" )\n"
                + "    $chip : Accelerator(name != null, $own.covers( name ))");
    assertThat(problems(asking))
        .containsExactly(
            "own.drl:12:45: rule 'own/chip' asks for the term group 'chps', which no vocabulary"
                + " holds; did you mean 'chips'?");
    assertThat(problems(asking.replace("chps", "zzz")))
        .containsExactly(
            "own.drl:12:45: rule 'own/chip' asks for the term group 'zzz', which no vocabulary"
                + " holds; add it to one of rules/vocabularies");
  }

  @Test
  void theRulesOfTheBuildHaveEachIdOnce() {
    assertThat(DrlSources.duplicates(DrlSources.ofTheBuild().get().files())).isEmpty();
  }

  private List<String> problems(String rules) throws IOException {
    Files.writeString(directory.resolve("own.drl"), HEAD + rules);
    RuleBaseException thrown =
        catchThrowableOfType(
            RuleBaseException.class,
            () -> CompiledRules.of(new RuleDirectory(directory, false), CATALOGUE));
    assertThat(thrown).isNotNull();
    return thrown.problems().stream()
        .map(Problem::toString)
        .map(text -> text.replace(directory + "/", ""))
        .toList();
  }
}
