package eu.policyadvisor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.soabase.recordbuilder.core.RecordBuilderGenerated;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls of the house: who may import whom, and what a public type looks like. */
final class ArchitectureTest {
  private static final String ROOT = "eu.policyadvisor";
  private static final String FACT = ROOT + ".fact";
  private static final String RULE = ROOT + ".rule";
  private static final String FINDING = ROOT + ".finding";
  private static final String ADVICE = ROOT + ".advice";
  private static final String YAML = ROOT + ".yaml";
  private static final String SESSION = ROOT + ".session";
  private static final String DRL = ROOT + ".engine.drl";
  private static final String COMPILED = ROOT + ".engine.compiled";
  private static final String REPORT = ROOT + ".report";
  private static final String CHECK = ROOT + ".check";
  private static final String EXPLAIN = ROOT + ".explain";
  private static final String COMPARE = ROOT + ".compare";
  private static final String TRIAGE = ROOT + ".triage";
  private static final String INVENTORY = ROOT + ".inventory";
  private static final String CLI = ROOT + ".cli";
  private static final String SPARK = ROOT + ".spark";
  private static final String SCREENING = ROOT + ".screening";

  /** Our classes, without those that Drools generates from rules/. */
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/eu/policyadvisor/rules/"))
          .importPackages(ROOT);

  @Test
  void everyPackageHasItsPlace() {
    assertThat(packages().map(JavaPackage::getName))
        .as("a package that no test here names has no walls")
        .isSubsetOf(
            ROOT, FACT, RULE, FINDING, ADVICE, YAML, SESSION, REPORT, CHECK, EXPLAIN, COMPARE,
            INVENTORY, SCREENING, TRIAGE, CLI, SPARK, DRL, COMPILED);
  }

  @Test
  void factsSeeNothing() {
    seesOnly(FACT, "what is so does not depend on who reasons about it");
  }

  @Test
  void rulesSeeFacts() {
    seesOnly(RULE, "the card of a rule tells what it reads, not what came of it", FACT);
  }

  @Test
  void findingsSeeFactsAndRules() {
    seesOnly(
        FINDING, "a finding is what a rule holds true of a fact, before any advice", FACT, RULE);
  }

  @Test
  void adviceSeesTheOtherData() {
    seesOnly(ADVICE, "advice rests on findings, and nothing rests on it", FACT, RULE, FINDING);
  }

  @Test
  void yamlSeesFactsAndRules() {
    seesOnly(YAML, "reading a file is no reasoning", FACT, RULE);
  }

  @Test
  void inventoriesSeeFactsAndTheCatalogue() {
    seesOnly(
        INVENTORY,
        "an inventory is one more way to state facts, and reasons about none",
        FACT,
        RULE,
        YAML);
  }

  @Test
  void screeningSeesFacts() {
    seesOnly(
        SCREENING, "whether a name is on a list does not depend on what follows from it", FACT);
  }

  @Test
  void theReaderOfRulesSeesHowProblemsAreTold() {
    seesOnly(DRL, "how a rule is written is read before anyone asks what it means", FACT);
  }

  @Test
  void whatIsSaidOfRulesThatDoNotCompileIsReadFromTheirText() {
    seesOnly(COMPILED, "the compiler is asked about text, whatever it makes of it", DRL, FACT);
  }

  @Test
  void theSessionSeesDataAndRulesAsWritten() {
    seesOnly(
        SESSION,
        "the engine does not care where facts come from",
        DRL,
        COMPILED,
        FACT,
        RULE,
        FINDING,
        ADVICE);
  }

  @Test
  void theAdvisorSeesNoDoor() {
    seesOnly(
        ROOT,
        "an embedder gets neither reports nor a command line",
        FACT,
        RULE,
        FINDING,
        ADVICE,
        YAML,
        SCREENING,
        SESSION,
        DRL);
  }

  @Test
  void reportsSeeData() {
    seesOnly(
        REPORT,
        "a report is a pure function of an assessment, an explanation or a comparison",
        FACT,
        RULE,
        FINDING,
        ADVICE,
        EXPLAIN,
        COMPARE,
        SCREENING);
  }

  @Test
  void explanationsSeeTheAdvisor() {
    seesOnly(
        EXPLAIN,
        "an explanation asks the advisor as anyone may",
        ROOT,
        FACT,
        RULE,
        FINDING,
        ADVICE);
  }

  @Test
  void comparisonsSeeTheAdvisor() {
    seesOnly(
        COMPARE,
        "what differs between two pieces of advice is found by asking for more advice",
        ROOT,
        DRL,
        FACT,
        RULE,
        FINDING,
        ADVICE);
  }

  @Test
  void checksSeeTheAdvisor() {
    seesOnly(
        CHECK,
        "a case is tried as a user would try it, and rules are looked at as they are compiled",
        ROOT,
        SESSION,
        DRL,
        YAML,
        FACT,
        RULE,
        FINDING,
        ADVICE);
  }

  @Test
  void triageSeesReadersAndData() {
    seesOnly(
        TRIAGE,
        "what was decided about a finding changes nothing about how it is found",
        YAML,
        FACT,
        RULE,
        FINDING,
        ADVICE);
  }

  @Test
  void sparkSeesWhatAnEmbedderSees() {
    seesOnly(
        SPARK,
        "a cluster asks the advisor as anyone may",
        ROOT,
        FACT,
        RULE,
        FINDING,
        ADVICE,
        REPORT);
  }

  @Test
  void nobodySeesADoor() {
    for (String door : List.of(CLI, SPARK)) {
      check(
          noClasses()
              .that()
              .resideOutsideOfPackage(door)
              .should()
              .dependOnClassesThat()
              .resideInAPackage(door)
              .because("doors are optional"));
    }
  }

  @Test
  void packagesFormNoCycle() {
    check(
        slices()
            .assignedFrom(
                new SliceAssignment() {
                  @Override
                  public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return type.getPackageName().startsWith(ROOT)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
                  }

                  @Override
                  public String getDescription() {
                    return "packages";
                  }
                })
            .should()
            .beFreeOfCycles()
            .because("a package can then be read without the next"));
  }

  @Test
  void onlyTheSessionKnowsDrools() {
    onlyIn(
        Set.of(SESSION, DRL, COMPILED), "the engine can be replaced", "org.drools..", "org.kie..");
  }

  @Test
  void onlyReadersAndReportsKnowJackson() {
    onlyIn(
        Set.of(YAML, INVENTORY, SCREENING, REPORT, TRIAGE),
        "records are not shaped by how they are written down",
        "tools.jackson..",
        "com.fasterxml.jackson..");
  }

  @Test
  void onlyInventoriesKnowPackageUrls() {
    onlyIn(Set.of(INVENTORY), "facts name products of the catalogue", "com.github.packageurl..");
  }

  @Test
  void onlyDoorsKnowPicocli() {
    onlyIn(Set.of(CLI, SPARK), "an embedder does not have it", "picocli..");
  }

  @Test
  void onlyScreeningKnowsOtherScripts() {
    onlyIn(Set.of(SCREENING), "an embedder does not have it", "com.ibm.icu..");
  }

  @Test
  void onlyTheCommandLineKnowsTheProgressBar() {
    onlyIn(Set.of(CLI), "an embedder does not have it", "me.tongfei..");
  }

  @Test
  void onlyItsDoorKnowsSpark() {
    onlyIn(
        Set.of(SPARK),
        "nobody else has it",
        "org.apache.spark..",
        "org.apache.hadoop..",
        "scala..");
  }

  @Test
  void onlyTheCommandLinePrints() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should(ACCESS_STANDARD_STREAMS)
            .because("a library returns what it has to say"));
  }

  @Test
  void publicTypesCannotBeExtended() {
    check(
        classes()
            .that()
            .resideInAnyPackage(ROOT, FACT, RULE, FINDING, ADVICE)
            .and()
            .arePublic()
            .and()
            .areNotAnnotatedWith(RecordBuilderGenerated.class)
            .should(
                be(
                    INTERFACES
                        .or(DescribedPredicate.describe("enums", JavaClass::isEnum))
                        .or(modifier(JavaModifier.FINAL).forSubtype())
                        .as("records, enums, interfaces or final classes")))
            .because("a subclass could break what a record promises"));
  }

  @Test
  void nothingHasSetters() {
    check(
        noMethods()
            .should()
            .haveNameMatching("set\\p{Lu}.*")
            .because("what is given and what was concluded never changes"));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(packages())
        .allSatisfy(
            each ->
                assertThat(each.isAnnotatedWith(NullMarked.class))
                    .as("%s has a package-info with @NullMarked", each.getName())
                    .isTrue());
  }

  private static Stream<JavaPackage> packages() {
    JavaPackage root = OURS.getPackage(ROOT);
    return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
        .filter(each -> !each.getClasses().isEmpty());
  }

  private static void seesOnly(String viewer, String reason, String... seen) {
    Set<String> allowed = new TreeSet<>(List.of(seen));
    allowed.add(viewer);
    DescribedPredicate<JavaClass> elsewhere =
        resideInAnyPackage(ROOT + "..")
            .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new))))
            .as("are ours and not in %s", allowed);
    check(
        noClasses()
            .that()
            .resideInAPackage(viewer)
            .should()
            .dependOnClassesThat(elsewhere)
            .because(reason)
            .allowEmptyShould(packages().noneMatch(each -> each.getName().equals(viewer))));
  }

  private static void onlyIn(Set<String> homes, String reason, String... libraries) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(homes.toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(libraries)
            .because(reason));
  }

  private static void check(ArchRule rule) {
    rule.check(OURS);
  }
}
