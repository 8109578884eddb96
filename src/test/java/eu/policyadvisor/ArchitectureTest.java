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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house: who may import whom, and what a public type looks like. */
final class ArchitectureTest {
  private static final String ROOT = "eu.policyadvisor";

  /** A room, which other rooms it may see, and why no more. */
  private record Room(String name, String because, List<String> sees) {
    static Room of(String name, String because, String... sees) {
      return new Room(in(name), because, Stream.of(sees).map(Room::in).toList());
    }

    private static String in(String name) {
      return name.isEmpty() ? ROOT : ROOT + "." + name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** From the ground up: a room sees only rooms that stand before it. */
  private static final List<Room> ROOMS =
      List.of(
          Room.of("problem", "what is wrong and where is the same for whatever is read"),
          Room.of("fact", "what is so does not depend on who reasons about it", "problem"),
          Room.of(
              "rule",
              "the card of a rule tells what it reads, not what came of it",
              "problem",
              "fact"),
          Room.of(
              "finding",
              "a finding is what a rule holds true of a fact, before any advice",
              "fact",
              "rule"),
          Room.of(
              "advice",
              "advice rests on findings, and nothing rests on it",
              "fact",
              "rule",
              "finding"),
          Room.of("yaml", "reading a file is no reasoning", "problem", "fact", "rule"),
          Room.of(
              "inventory",
              "an inventory is one more way to state facts, and reasons about none",
              "problem",
              "fact",
              "rule",
              "yaml"),
          Room.of(
              "screening",
              "whether a name is on a list does not depend on what follows from it",
              "problem",
              "fact"),
          Room.of("search", "how parts are left out does not depend on what they are parts of"),
          Room.of("engine.drl", "text is read before anything is compiled", "problem", "rule"),
          Room.of(
              "engine.compiled",
              "what the compiler leaves is told before it runs",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "engine.drl"),
          Room.of(
              "engine.reading",
              "a condition means the same whoever asks",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "engine.drl",
              "engine.compiled"),
          Room.of(
              "engine.words",
              "a sentence says what a condition asks, not what came of it",
              "fact",
              "rule",
              "finding",
              "engine.drl",
              "engine.compiled"),
          Room.of(
              "engine",
              "running rules needs no explanation of why others did not run",
              "search",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "engine.drl",
              "engine.compiled",
              "engine.reading"),
          Room.of(
              "engine.whynot",
              "a rule that did not conclude is read, not run",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "engine.compiled",
              "engine.reading",
              "engine.words"),
          Room.of(
              "engine.lint",
              "what is wrong with rules shows without running them",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "engine.drl",
              "engine.compiled",
              "engine.reading"),
          Room.of(
              "engine.mutants",
              "a changed rule is compiled and read; who runs it is another matter",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "engine.drl",
              "engine.compiled",
              "engine.reading"),
          Room.of(
              "engine.format",
              "how rules are laid out does not depend on what they say",
              "problem",
              "engine.drl",
              "engine.compiled"),
          Room.of(
              "knowledge",
              "rules and reference data belong together before anybody asks them anything",
              "problem",
              "fact",
              "rule",
              "yaml",
              "engine",
              "engine.drl",
              "engine.compiled",
              "engine.words"),
          Room.of(
              "reasoning",
              "reasons are made of what a run concluded, for whoever asked",
              "search",
              "engine.drl",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "yaml",
              "screening",
              "engine",
              "engine.compiled",
              "engine.reading",
              "engine.whynot",
              "knowledge"),
          Room.of(
              "",
              "an embedder gets neither reports nor a command line",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "yaml",
              "screening",
              "engine",
              "engine.compiled",
              "engine.reading",
              "engine.mutants",
              "engine.whynot",
              "knowledge",
              "reasoning"),
          Room.of(
              "explain",
              "an explanation asks the advisor as anyone may",
              "",
              "fact",
              "rule",
              "finding",
              "advice"),
          Room.of(
              "say",
              "facts are read back as they were understood, whatever follows from them",
              "fact",
              "rule",
              "advice",
              "yaml",
              "explain"),
          Room.of(
              "compare",
              "what differs between two pieces of advice is found by asking for more advice",
              "search",
              "",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "engine",
              "engine.drl",
              "engine.compiled",
              "knowledge"),
          Room.of(
              "calendar",
              "when advice changes is found by asking for advice on many days",
              "",
              "fact",
              "rule",
              "finding",
              "advice",
              "engine",
              "engine.compiled",
              "engine.reading",
              "knowledge",
              "explain"),
          Room.of(
              "triage",
              "what was decided about a finding changes nothing about how it is found",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "yaml"),
          Room.of(
              "check",
              "a case is tried as a user would try it, and rules are looked at as compiled",
              "search",
              "",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "yaml",
              "engine",
              "engine.drl",
              "engine.compiled",
              "engine.reading",
              "engine.lint",
              "knowledge"),
          Room.of(
              "mutation",
              "a change that no case notices is found by running the cases",
              "",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "yaml",
              "engine",
              "engine.drl",
              "engine.compiled",
              "engine.reading",
              "engine.mutants",
              "knowledge",
              "check"),
          Room.of(
              "report",
              "a report is a pure function of an assessment",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "explain",
              "say",
              "screening"),
          Room.of(
              "report.document",
              "a document is a pure function of an assessment",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "explain",
              "report"),
          Room.of(
              "report.pages", "a page says what it is given", "rule", "report", "report.document"),
          Room.of(
              "report.explanation",
              "a report is a pure function of an explanation",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "explain",
              "report"),
          Room.of(
              "report.comparison",
              "a report is a pure function of a comparison",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "explain",
              "compare",
              "report",
              "report.explanation"),
          Room.of(
              "report.calendar",
              "a report is a pure function of a calendar",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "explain",
              "say",
              "calendar",
              "report"),
          Room.of(
              "report.rules",
              "a report is a pure function of what tests of rules found",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "explain",
              "check",
              "mutation",
              "report",
              "report.explanation"),
          Room.of(
              "spark",
              "a cluster asks the advisor as anyone may",
              "",
              "problem",
              "fact",
              "rule",
              "finding",
              "advice",
              "report"));

  /** The command line may use all of the others; its own rooms stand on each other. */
  private static final List<Room> DOORS =
      List.of(
          Room.of("cli.io", "what commands share knows no command"),
          Room.of("cli.run", "a run over many files knows no command", "cli.io"),
          Room.of("cli", "a command uses what it needs", "cli.io", "cli.run"));

  private static final String YAML = Room.in("yaml");
  private static final String KNOWLEDGE = Room.in("knowledge");
  private static final String INVENTORY = Room.in("inventory");
  private static final String SCREENING = Room.in("screening");
  private static final String TRIAGE = Room.in("triage");
  private static final String REPORT = Room.in("report");
  private static final String CLI = Room.in("cli");
  private static final String SPARK = Room.in("spark");

  /** Our classes, without those that Drools generates from rules/. */
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/eu/policyadvisor/rules/"))
          .importPackages(ROOT);

  @Test
  void everyPackageIsARoom() {
    assertThat(packages().map(JavaPackage::getName))
        .as("a package that is no room has no walls")
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ROOMS, DOORS).flatMap(List::stream).map(Room::name).toList());
  }

  @Test
  void noRoomSeesOneThatStandsAfterIt() {
    List<String> names = ROOMS.stream().map(Room::name).toList();
    assertThat(ROOMS)
        .allSatisfy(
            room ->
                assertThat(names.subList(0, names.indexOf(room.name())))
                    .as("before %s", room)
                    .containsAll(room.sees()));
  }

  static List<Room> rooms() {
    return ROOMS;
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomSeesOnlyWhatItMay(Room room) {
    Set<String> allowed = new TreeSet<>(room.sees());
    allowed.add(room.name());
    sees(room, ROOT + "..", allowed);
  }

  static List<Room> doors() {
    return DOORS;
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theRoomsOfTheCommandLineStandOnEachOther(Room door) {
    Set<String> allowed = new TreeSet<>(door.sees());
    allowed.add(door.name());
    sees(door, CLI + "..", allowed);
  }

  @Test
  void nobodySeesADoor() {
    for (String door : List.of(CLI, SPARK)) {
      check(
          noClasses()
              .that()
              .resideOutsideOfPackage(door + "..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage(door + "..")
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
  void onlyTheEngineKnowsDrools() {
    onlyIn(Set.of(Room.in("engine..")), "the engine can be replaced", "org.drools..", "org.kie..");
  }

  @Test
  void onlyReadersAndReportsKnowJackson() {
    onlyIn(
        Set.of(YAML, KNOWLEDGE, INVENTORY, SCREENING, REPORT + "..", TRIAGE),
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
    onlyIn(Set.of(CLI + "..", SPARK), "an embedder does not have it", "picocli..");
  }

  @Test
  void onlyScreeningKnowsOtherScripts() {
    onlyIn(Set.of(SCREENING), "an embedder does not have it", "com.ibm.icu..");
  }

  @Test
  void onlyTheCommandLineKnowsTheProgressBar() {
    onlyIn(Set.of(CLI + ".."), "an embedder does not have it", "me.tongfei..");
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
            .resideOutsideOfPackage(CLI + "..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a library returns what it has to say"));
  }

  @Test
  void publicTypesCannotBeExtended() {
    check(
        classes()
            .that()
            .resideInAnyPackage(
                ROOT, Room.in("fact"), Room.in("rule"), Room.in("finding"), Room.in("advice"))
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

  private static void sees(Room room, String within, Set<String> allowed) {
    DescribedPredicate<JavaClass> elsewhere =
        resideInAnyPackage(within)
            .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new))))
            .as("are ours and not in %s", allowed);
    check(
        noClasses()
            .that()
            .resideInAPackage(room.name())
            .should()
            .dependOnClassesThat(elsewhere)
            .because(room.because()));
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
