package eu.policyadvisor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.check.BacktestReader;
import eu.policyadvisor.check.CaseReader;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.engine.format.DrlFormatter;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.inventory.FactFile;
import eu.policyadvisor.inventory.Inventories;
import eu.policyadvisor.inventory.InventoryForm;
import eu.policyadvisor.inventory.Recognition;
import eu.policyadvisor.knowledge.ReferenceData;
import eu.policyadvisor.mutation.MutationLog;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.screening.InvalidListException;
import eu.policyadvisor.screening.ListReader;
import eu.policyadvisor.screening.NameFile;
import eu.policyadvisor.triage.BaselineReader;
import eu.policyadvisor.triage.Waivers;
import eu.policyadvisor.yaml.Answer;
import eu.policyadvisor.yaml.Component;
import eu.policyadvisor.yaml.ConfirmationReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes come, each reader takes them or refuses them: within five seconds, without an
 * exception that is not said to come, each problem in words and at a place that the input has, each
 * run with an exit code that is listed. A build tries what was found before; {@code -Pfuzz} looks
 * for more.
 */
@Timeout(5)
class HostileInputTest {
  private static final Advisor ADVISOR = Advisor.standard();

  /** Longer ones are like shorter ones, and slow. */
  private static final int LONGEST = 20_000;

  /** What can be said of an input as a whole only. */
  private static final Pattern OF_THE_WHOLE =
      Pattern.compile(
          "(is (a binary file|empty|larger|not JSON|SPDX 2|no inventory|neither|none of the"
              + " lists)|holds |has no |says no |does not say|and \\d+ more).*");

  @TempDir static Path directory;

  @BeforeAll
  static void loadsWhatIsNotOnTrial() {
    ADVISOR.knowledge();
  }

  private static InputStream stream(byte[] input) {
    return new ByteArrayInputStream(input);
  }

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  /** Lines by whatever any reader takes for the end of one. */
  private static long lines(byte[] input) {
    return 1 + text(input).chars().filter(c -> "\n\r\u0085\u2028\u2029".indexOf(c) >= 0).count();
  }

  private static void assertSaid(List<Problem> problems, byte[] input) {
    long lines = problems.isEmpty() ? 0 : lines(input);
    for (Problem each : problems) {
      assertThat(each.message()).isNotBlank().doesNotContain("reader fails", "reader of");
      assertThat(each.toString().lines()).hasSize(1);
      if (each.line() == 0) {
        assertThat(each.message()).as("has a place").matches(OF_THE_WHOLE);
      } else {
        assertThat(each.line()).as("%s", each).isBetween(1, (int) lines);
        assertThat(each.column()).as("%s", each).isBetween(1, input.length + 1);
      }
    }
  }

  private static Path file(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private static Stream<Arguments> files(Path below, String... ends) {
    try (Stream<Path> paths = Files.walk(below)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(ends).anyMatch(file.toString()::endsWith))
          .filter(file -> file.toFile().length() <= LONGEST)
          .sorted()
          .toList()
          .stream()
          .map(HostileInputTest::seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Arguments seed(Path file) {
    try {
      return arguments(named(file.getFileName().toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Arguments> texts(String... texts) {
    return Stream.of(texts)
        .map(text -> arguments(named(text.strip(), text.getBytes(StandardCharsets.UTF_8))));
  }

  static Stream<Arguments> factFiles() {
    return files(Path.of("facts/examples"), ".yaml");
  }

  @MethodSource("factFiles")
  @FuzzTest
  void factsInYaml(byte[] input) throws IOException {
    FactsRead read = ADVISOR.read("facts", stream(input));
    assertSaid(read.problems(), input);
    read.factSets().forEach(facts -> assertSaid(ADVISOR.warnings(facts), input));
  }

  static Stream<Arguments> factLines() {
    return texts(
        "{\"subject\":{\"id\":\"s\",\"type\":\"company\",\"country\":\"DE\"},\"accelerators\":[{\"id\":\"a\",\"product\":\"huawei-ascend-910c\",\"quantity\":8}]}",
        "{\"as_of\":\"2026-01-02\",\"subject\":{\"id\":\"s\"},\"critical_inputs\":[{\"id\":\"c\",\"material\":\"gallium\",\"shares\":{\"CN\":0.9}}]}");
  }

  @MethodSource("factLines")
  @FuzzTest
  void factsInJsonLines(byte[] input) {
    FactsRead read = ADVISOR.readLine("facts", 1, input);
    assertSaid(read.problems(), input);
    read.factSets().forEach(facts -> assertSaid(ADVISOR.warnings(facts), input));
  }

  static Stream<Arguments> ruleFiles() {
    return files(Path.of("rules"), ".drl");
  }

  /** Rules are code that may do what it likes, but what cannot be read is said. */
  @MethodSource("ruleFiles")
  @FuzzTest
  void rulesInDrl(byte[] input) {
    try {
      String formatted = DrlFormatter.format("rules", text(input));
      assertThat(DrlFormatter.format("rules", formatted)).isEqualTo(formatted);
    } catch (RuleBaseException e) {
      assertThat(e.problems()).isNotEmpty();
      assertSaid(e.problems(), input);
    }
  }

  static Stream<Arguments> caseFiles() {
    return files(Path.of("rules"), ".cases.yaml").limit(20);
  }

  @MethodSource("caseFiles")
  @FuzzTest
  void cases(byte[] input) throws IOException {
    assertSaid(
        CaseReader.read("cases", stream(input)).checked(ADVISOR.knowledge().catalogue()).problems(),
        input);
  }

  static Stream<Arguments> decisions() {
    return files(Path.of("facts/cases"), ".yaml").limit(20);
  }

  @MethodSource("decisions")
  @FuzzTest
  void documentedDecisions(byte[] input) throws IOException {
    assertSaid(
        BacktestReader.read("decisions", stream(input), ADVISOR.knowledge()).problems(), input);
  }

  static Stream<Arguments> knowledgeFiles() {
    return Stream.concat(
        files(Path.of("rules/vocabularies"), ".yaml"),
        files(Path.of("rules"), "parameters.yaml", "groups.yaml", "coverage.yaml"));
  }

  private static final List<String> KNOWLEDGE =
      List.of(
          "parameters.yaml",
          "vocabularies/own.yaml",
          "catalog/vendors.yaml",
          "catalog/accelerators.yaml",
          "catalog/models.yaml",
          "catalog/measures.yaml",
          "catalog/instruments.yaml",
          "catalog/coverage.yaml");

  /** Parameters, vocabularies and catalogue of one's own; the first byte tells which. */
  @MethodSource("knowledgeFiles")
  @FuzzTest
  void knowledge(byte[] input) throws IOException {
    String name = KNOWLEDGE.get(input.length == 0 ? 0 : Math.floorMod(input[0], KNOWLEDGE.size()));
    Path own = Files.createDirectories(directory.resolve("own"));
    if (!Files.exists(own.resolve("catalog"))) {
      empty(own);
    }
    Path file = own.resolve(name);
    Files.write(file, input);
    try {
      List<Problem> problems = ReferenceData.read(own).problems();
      assertSaid(
          problems.stream().filter(each -> each.file().equals(file.toString())).toList(), input);
    } finally {
      Files.write(file, new byte[0]);
    }
  }

  /** A knowledge base without anything: to read the built-in one each time takes too long. */
  private static void empty(Path own) throws IOException {
    for (String each : List.of("catalog", "vocabularies")) {
      Files.createDirectories(own.resolve(each));
      try (Stream<Path> files = Files.list(Path.of("rules", each))) {
        for (Path file : files.toList()) {
          Files.write(own.resolve(each).resolve(file.getFileName()), new byte[0]);
        }
      }
    }
    Files.write(own.resolve(KNOWLEDGE.get(0)), new byte[0]);
  }

  private static Stream<Arguments> inventoriesOf(String form) {
    return files(
        Path.of("src/test/resources/inventories").resolve(form), ".json", ".xml", ".yaml", ".md");
  }

  private static void assertTaken(InventoryForm form, byte[] input) throws IOException {
    Recognition.of(input);
    Inventories inventories = new Inventories(ADVISOR.knowledge().catalogue(), remark -> {});
    assertSaid(inventories.read("inventory", form, stream(input)), input);
    if (inventories.facts().isPresent()) {
      StringBuilder made = new StringBuilder();
      FactFile.write(inventories, made);
      byte[] facts = made.toString().getBytes(StandardCharsets.UTF_8);
      assertThat(ADVISOR.read("made", stream(facts)).problems()).isEmpty();
    }
  }

  static Stream<Arguments> cycloneDx() {
    return inventoriesOf("cyclonedx");
  }

  @MethodSource("cycloneDx")
  @FuzzTest
  void cycloneDxInJson(byte[] input) throws IOException {
    assertTaken(InventoryForm.CYCLONEDX_JSON, input);
  }

  @MethodSource("cycloneDx")
  @FuzzTest
  void cycloneDxInXml(byte[] input) throws IOException {
    assertTaken(InventoryForm.CYCLONEDX_XML, input);
  }

  static Stream<Arguments> spdxFiles() {
    return inventoriesOf("spdx");
  }

  @MethodSource("spdxFiles")
  @FuzzTest
  void spdx(byte[] input) throws IOException {
    assertTaken(InventoryForm.SPDX, input);
  }

  static Stream<Arguments> manifests() {
    return inventoriesOf("kubernetes");
  }

  @MethodSource("manifests")
  @FuzzTest
  void kubernetes(byte[] input) throws IOException {
    assertTaken(InventoryForm.KUBERNETES, input);
  }

  static Stream<Arguments> huggingFace() {
    return inventoriesOf("hugging-face");
  }

  @MethodSource("huggingFace")
  @FuzzTest
  void modelCards(byte[] input) throws IOException {
    assertTaken(InventoryForm.MODEL_CARD, input);
  }

  @MethodSource("huggingFace")
  @FuzzTest
  void modelConfigurations(byte[] input) throws IOException {
    assertTaken(InventoryForm.MODEL_CONFIGURATION, input);
  }

  static Stream<Arguments> lists() {
    return texts(
        "source,type,name,alt_names,addresses,start_date,license_requirement\n"
            + "Entity List (EL),Entity,Huawei,\"HW; Hua Wei\",\"Bantian, CN\",2019-05-21,All\n",
        "{\"search_performed_at\":\"2026-11-20T05:00:00\",\"results\":[{\"source\":\"SDN\",\"name\":\"X\",\"alt_names\":[\"Y\"],\"addresses\":[{\"country\":\"CN\"}],\"start_date\":\"2020-01-01\"}]}",
        "<export generationDate=\"2026-11-20T05:00:00\""
            + " xmlns=\"http://eu.europa.ec/fpi/fsd/export\"><sanctionEntity"
            + " euReferenceNumber=\"EU.1\" logicalId=\"1\"><regulation programme=\"RUS\""
            + " entryIntoForceDate=\"2022-03-01\"/><subjectType code=\"enterprise\"/><nameAlias"
            + " wholeName=\"X\"/><address countryIso2Code=\"RU\"/></sanctionEntity></export>",
        "fileGenerationDate;Entity_LogicalId;Entity_SubjectType;Entity_Regulation_Programme;NameAlias_WholeName\n"
            + "20/11/2026;1;E;RUS;X\n",
        "id,schema,name,aliases,countries,sanctions,dataset,last_seen\n"
            + "q1,Company,X,Y;Z,cn,EU,eu_fsf,2026-11-20\n");
  }

  @MethodSource("lists")
  @FuzzTest
  void screeningLists(byte[] input) {
    try {
      ListReader.read("list", input);
    } catch (InvalidListException e) {
      assertThat(e.problems()).isNotEmpty();
      assertSaid(e.problems(), input);
    }
  }

  static Stream<Arguments> namesToScreen() {
    return texts(
        "name,country\nHuawei,CN\n", "x;Name\n1;\"Ro\nsa\"\n", "Huawei\nZTE\n", "Name\tx\nA\tb\n");
  }

  @MethodSource("namesToScreen")
  @FuzzTest
  void names(byte[] input) {
    try {
      NameFile.read("names", input);
    } catch (InvalidListException e) {
      assertThat(e.problems()).isNotEmpty();
      assertSaid(e.problems(), input);
    }
  }

  static Stream<Arguments> waiverFiles() {
    return texts(
        "waivers:\n"
            + "- rule: hardware/gp10-exposure\n"
            + "  subject: s\n"
            + "  reason: r\n"
            + "  approver: a\n"
            + "  expires: 2027-01-01\n"
            + "  ticket: T-1\n",
        "waivers:\n"
            + "- rule: hardware/gp10-exposure\n"
            + "  fingerprint: 0123456789abcdef0123456789abcdef\n"
            + "  reason: r\n"
            + "  approver: a\n"
            + "  expires: 2027-01-01\n");
  }

  @MethodSource("waiverFiles")
  @FuzzTest
  void waivers(byte[] input) throws IOException {
    assertSaid(Waivers.read("waivers", stream(input), ADVISOR.knowledge()).problems(), input);
  }

  static Stream<Arguments> confirmationFiles() {
    return texts(
        "confirmations:\n"
            + "- instrument: us-affiliates-rule\n"
            + "  status: suspended\n"
            + "  date: 2026-11-10\n"
            + "  by: J. Doe\n"
            + "  source: https://x.example\n");
  }

  @MethodSource("confirmationFiles")
  @FuzzTest
  void confirmations(byte[] input) throws IOException {
    assertSaid(
        ConfirmationReader.read("confirmations", stream(input), ADVISOR.knowledge().catalogue())
            .problems(),
        input);
  }

  static Stream<Arguments> reports() {
    return texts(
        "{\"assessments\":[{\"subject\":{\"id\":\"s\"},\"title\":\"t\",\"findings\":[{\"rule\":\"r\",\"on\":{\"id\":\"a\",\"file\":\"f\"},\"fingerprint\":\"01\"}],\"recommendations\":[],\"baseline\":{\"unchanged\":[{\"kind\":\"finding\",\"rule\":\"r\",\"on\":\"a\",\"fingerprint\":\"02\"}]}}]}",
        "{\"file\":\"f\",\"subject\":{\"id\":\"s\"},\"findings\":[]}\n"
            + "{\"file\":\"g\",\"subject\":{\"id\":\"t\"},\"recommendations\":[{\"rule\":\"r\",\"on\":\"a\",\"fingerprint\":\"03\"}]}\n");
  }

  @MethodSource("reports")
  @FuzzTest
  void baselines(byte[] input) throws IOException {
    assertSaid(BaselineReader.read("report", stream(input), Set.of("f")).problems(), input);
  }

  static Stream<Arguments> mutationLogs() {
    return texts(
        "advisor mutation log 1 s\nrules/a.drl:3:5 DROPS_CONDITION 1f\tKILLED\tby a case\n",
        "advisor mutation log 1 s\nx\tSURVIVED\t\tsubject:\t  id: s\nhalf");
  }

  @MethodSource("mutationLogs")
  @FuzzTest
  void logsOfMutationsToResume(byte[] input) throws IOException {
    try {
      MutationLog.open(file("mutations", input), "s");
    } catch (IOException e) {
      assertThat(Faults.reason(e)).isNotBlank();
    }
  }

  static Stream<Arguments> answersTyped() {
    return texts(
        "yes",
        "CN: 0.6, DE: 0.4",
        "2026-01-02",
        "1,000.5",
        "Technical evaluation",
        "[a, b]",
        "80 %");
  }

  @MethodSource("answersTyped")
  @FuzzTest
  void answers(byte[] input) {
    String typed = text(input);
    for (Section section : Section.values()) {
      for (Component each : Component.of(section.kind())) {
        Answer answer = Answer.read(section.kind().asSubclass(Fact.class), each.key(), typed);
        assertThat(answer.value().isPresent()).isEqualTo(answer.problem().isEmpty());
      }
    }
  }
}
