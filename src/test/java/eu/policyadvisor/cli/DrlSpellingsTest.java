package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules in every spelling that the compiler takes are seen by every command: as many come out as
 * the parser of Drools counts, each under its own name.
 */
final class DrlSpellingsTest {
  private static final String CARD =
      """
      @kind("finding") @title("Sketch") @summary("Many chips are there.")
          @keyPoints("1") @layer("chips") @severity("low") @confidence(0.5) @cites("crma Art. 5(1)")\
      """;

  private static final String PLAIN =
      """
      rule "ID"
          %s
      when
          $chip : Accelerator( quantity > 7 )
      then
          insertLogical( new Finding( drools.getRule().getName(), $chip ) );
      end
      """
          .formatted(CARD);

  private static final String ON_ONE_LINE = PLAIN.replaceAll("\\s+", " ").strip();

  private static final String NEIGHBOUR =
      """
      package sketches

      import eu.policyadvisor.fact.Accelerator
      import eu.policyadvisor.fact.Subject
      import eu.policyadvisor.finding.Finding

      """;

  private static final String FACTS =
      """
      subject: {id: centre, name: Centre, type: research_organisation, country: SE}
      accelerators:
        - {id: pool, quantity: 8}
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static Path directory;

  /** Ids of the rules by the name of the file, as the parser of Drools gives them. */
  private static final Map<String, List<String>> PARSED = new TreeMap<>();

  private static Path rules;
  private static Path facts;
  private static Path cases;
  private static Advisor advisor;

  /** What is in a file, by its name; {@code ID} stands for an id made of it. */
  private static Map<String, String> spellings() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("plain", PLAIN);
    all.put("single-quotes", PLAIN.replace("\"ID\"", "'ID'"));
    all.put("name-below", PLAIN.replace("rule \"ID\"", "rule\n  \"ID\""));
    all.put("comment-before", PLAIN.replace("rule \"ID\"", "/* ours */ rule \"ID\""));
    all.put("comment-in-between", PLAIN.replace("rule \"ID\"", "rule /* ours */ // too\n \"ID\""));
    all.put("names-another", "// as in rule \"sketch/plain\"\n" + PLAIN.replace("rule ", "rule  "));
    all.put("tab", PLAIN.replace("rule ", "rule\t"));
    all.put("indented", PLAIN.indent(6));
    all.put("ends-of-dos", PLAIN.replace("\n", "\r\n"));
    all.put("two-on-a-line", ON_ONE_LINE + " " + ON_ONE_LINE.replace("ID", "ID-too"));
    all.put("one-line", ON_ONE_LINE);
    all.put("no-space", ON_ONE_LINE.replace(" ( ", "(").replace(" ) ", ")").replace("( ", "("));
    all.put("colon", PLAIN.replace("when", "when:"));
    all.put("semicolons", PLAIN.replace("7 )", "7 );").replace("end\n", "end;\n"));
    all.put(
        "extends",
        PLAIN
            + PLAIN
                .replace("\"ID\"", "\"ID-more\" extends \"ID\"")
                .replace("$chip : Accelerator(", "Accelerator( this == $chip,"));
    all.put("words-in-strings", PLAIN.replace("7 )", "7, product != \"rule 'x' when then end\" )"));
    all.put("words-in-title", PLAIN.replace("Sketch", "A rule, when it does end, then"));
    all.put(
        "words-in-comments",
        PLAIN
            .replace("end\n", "// end\nend\n")
            .replace("then\n", "then /* end */\n")
            .replace("when\n", "when // then end\n"));
    all.put("rule-in-comment", "/*\nrule \"sketch/none\"\nwhen then\nend\n*/\n" + PLAIN);
    all.put("rule-in-lines", "// rule \"sketch/none\"\n// when then\n// end\n" + PLAIN);
    all.put(
        "text-block",
        PLAIN
            .replace("\"Many chips are", "\"\"\"\n  Many \"chips\" are")
            .replace("there.\"", "there.\n  \"\"\""));
    all.put("wrapped-text", PLAIN.replace("Many chips are", "Many chips\n        are"));
    all.put("joined-text", PLAIN.replace("Many chips are", "Many chips \"\n        + \"are"));
    all.put(
        "wrapped-annotation",
        PLAIN.replace("@summary(", "@summary(\n  ").replace("there.\")", "there.\"\n)"));
    all.put(
        "annotations-in-single-quotes", PLAIN.replaceAll("@(\\w+)\\(\"([^\"]*)\"\\)", "@$1('$2')"));
    all.put("quotes-in-text", PLAIN.replace("Many chips", "Many \\\"chips\\\""));
    all.put("attributes", PLAIN.replace("when", "    salience 3, no-loop true\nwhen"));
    all.put("dialect", PLAIN.replace("when", "    dialect \"java\" enabled true\nwhen"));
    all.put("day-in-small-letters", PLAIN.replace("when", "date-effective \"1-jan-2020\" when"));
    all.put("attribute-of-file", "no-loop true\n\n" + PLAIN);
    all.put("query", "query chips( int $n )\n  Accelerator( quantity > $n )\nend\n\n" + PLAIN);
    all.put(
        "function",
        PLAIN
            + "function boolean many(int n) {\n  return n > 7; // end\n}\n"
            + PLAIN
                .replace("ID", "ID-asks")
                .replace("quantity > 7", "quantity > 7, many(quantity)"));
    all.put("declaration", "declare Note\n  text : String\nend\n" + PLAIN);
    all.put(
        "imports-of-its-own",
        "import eu.policyadvisor.fact.*;\nimport eu.policyadvisor.finding.Finding;\n" + PLAIN);
    all.put("import-below", PLAIN + "import eu.policyadvisor.fact.Talent\n");
    all.put(
        "java",
        PLAIN.replace(
            "insertLogical", "if (!\"end\".isEmpty()) { /* rule */ }\n    insertLogical"));
    all.put("single-quotes-in-conditions", PLAIN.replace("7 )", "7, product != 'x y' )"));
    all.put(
        "alternatives",
        PLAIN.replace(
            "Accelerator( quantity > 7 )",
            "Accelerator( ( quantity > 7 || quantity > 9 ) && quantity != 99 )"));
    all.put(
        "not",
        PLAIN.replace(
            "when",
            "when\n"
                + "    not ( Accelerator( quantity > 99 ) )\n"
                + "    exists( Accelerator() and Subject() )"));
    all.put(
        "or",
        PLAIN.replace(
            "when", "when\n    ( Subject( country == \"SE\" ) or Subject( country == \"FI\" ) )"));
    all.put(
        "total",
        PLAIN.replace(
            "when",
            "when\n"
                + "    accumulate( Accelerator( quantity > 7, $q : quantity ); $sum : sum( $q );"
                + " $sum > 7 )"));
    all.put("wide-letters", PLAIN.replace("Sketch", "Grüße 😀").replace("$chip", "$größe"));
    all.put("no-dollar", PLAIN.replace("$chip", "chip"));
    all.put("no-last-line", PLAIN.strip());
    all.put("right-below", PLAIN + PLAIN.replace("ID", "ID-too"));
    return all;
  }

  @BeforeAll
  static void write() throws IOException {
    rules = Files.createDirectories(directory.resolve("rules"));
    Files.writeString(rules.resolve("parameters.yaml"), "parameters: []\n");
    put(rules, "neighbour", NEIGHBOUR + PLAIN);
    spellings()
        .forEach(
            (name, drl) -> {
              String ends = drl.contains("\r\n") ? "\r\n" : "\n";
              put(rules, name, "package sketches;" + ends + drl);
            });
    put(rules, "byte-order-mark", "\uFEFFpackage sketches\n" + PLAIN);
    put(rules, "header", "/*\n * rule \"sketch/none\"\n */\n\n package  sketches \n" + PLAIN);
    facts = Files.writeString(directory.resolve("facts.yaml"), FACTS);
    cases =
        Files.writeString(
            directory.resolve("sketches.cases.yaml"),
            """
            - case: eight are many
              as_of: 2026-11-01
              facts: {accelerators: [{id: pool, quantity: 8}], subject: {id: centre, country: SE}}
              expect:
                concludes: [%s]
                severity: {%s}
            - case: seven are few
              as_of: 2026-11-01
              facts: {accelerators: [{id: pool, quantity: 7}], subject: {id: centre, country: SE}}
              expect:
                silent: [%s]
            """
                .formatted(
                    ids().stream().map(id -> id + " on pool").collect(Collectors.joining(", ")),
                    ids().stream().map(id -> id + ": low").collect(Collectors.joining(", ")),
                    String.join(", ", ids())));
    advisor = Advisor.standard().withRules(rules);
  }

  private static void put(Path directory, String name, String drl) {
    try {
      String text = drl.replace("ID", "sketch/" + name);
      Files.writeString(directory.resolve(name + ".drl"), text);
      PARSED.put(name, parsed(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> parsed(String drl) {
    try {
      DrlParser parser = new DrlParser();
      PackageDescr file = parser.parse(true, drl.replace("\uFEFF", ""));
      assertThat(parser.getErrors()).as(drl).isEmpty();
      return file.getRules().stream()
          .filter(rule -> !(rule instanceof QueryDescr))
          .map(RuleDescr::getName)
          .toList();
    } catch (DroolsParserException e) {
      throw new IllegalStateException(drl, e);
    }
  }

  private static Set<String> ids() {
    return PARSED.values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void thereAreManySpellings() {
    assertThat(PARSED).hasSizeGreaterThan(45);
    assertThat(ids()).hasSizeGreaterThan(PARSED.size()).doesNotContain("sketch/none");
  }

  @Test
  void assessConcludesEachRule() {
    Run run = Run.of("assess", facts, "--rules", rules, "--format", "json");
    assertThat(run.err()).isEmpty();
    Set<String> concluded = new TreeSet<>();
    JSON.readTree(run.out())
        .get("assessments")
        .forEach(
            assessment ->
                assessment
                    .get("findings")
                    .forEach(each -> concluded.add(each.get("rule").asString())));
    assertThat(concluded).isEqualTo(ids());
  }

  @Test
  void rulesListsEachRule() {
    Run run = Run.of("rules", "--all", "--rules", rules);
    assertThat(run.err()).isEmpty();
    assertThat(words(run.out())).containsAll(ids());
    assertThat(advisor.knowledge().cards().keySet()).isEqualTo(ids());
  }

  @Test
  void showShowsEachRuleUnderItsOwnNameAndNoOther() {
    PARSED.forEach(
        (name, ids) ->
            ids.forEach(
                id -> {
                  Run run = Run.knowing(advisor, "rules", "show", id);
                  assertThat(run.err()).isEmpty();
                  assertThat(run.out())
                      .contains("Conditions\n", rules.resolve(name + ".drl") + ":");
                  String drl = run.out().substring(run.out().indexOf(".drl:"));
                  assertThat(parsed(drl.substring(drl.indexOf('\n')))).as(id).containsExactly(id);
                }));
  }

  @Test
  void checkSpeaksOfEachRule() {
    Run run = Run.of("check", "--witness", "none", "--rules", rules);
    assertThat(run.err()).isEmpty();
    ids()
        .forEach(
            id ->
                assertThat(run.out())
                    .containsPattern(
                        "\\.drl:\\d+:\\d+: rule '" + id + "' compares with 7 written in its"));
  }

  @Test
  void testRunsCasesOfEachRule() {
    Run run = Run.of("test", cases, "--require-tests", "--rules", rules);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("2 cases for " + ids().size() + " rules: 2 passed, 0 failed");
    assertThat(run.code()).isZero();
  }

  @Test
  void coverageCountsTheConditionsOfEachRule() throws IOException {
    Path one =
        Files.writeString(
            directory.resolve("one.cases.yaml"),
            Files.readString(cases).replaceAll("(?s)- case: seven.*", ""));
    Path page = directory.resolve("page.html");
    Run run = Run.of("test", one, "--coverage", "--html", page, "--rules", rules);
    assertThat(run.err()).isEmpty();
    assertThat(words(run.out())).containsAll(ids());
    assertThat(run.out()).contains(" of " + ids().size() + " rules");
    String html = Files.readString(page);
    ids()
        .forEach(
            id ->
                assertThat(html).containsPattern("(?s)id=\"" + id + "\">.*?<mark [^>]*>quantity"));
  }

  @Test
  void mutationsChangeEachRule() {
    Run run = Run.of("test", cases, "--mutate", "--format", "json", "--rules", rules);
    assertThat(run.err()).isEmpty();
    Set<String> killed = new TreeSet<>();
    for (JsonNode change : JSON.readTree(run.out()).get("changes")) {
      if (change.get("verdict").asString().equals("killed")) {
        killed.add(change.get("of").asString());
      }
    }
    assertThat(killed).isEqualTo(ids());
  }

  @Test
  void compareTellsTheEditOfEachRule() throws IOException {
    Path edited = Files.createDirectories(directory.resolve("edited"));
    Files.writeString(edited.resolve("parameters.yaml"), "parameters: []\n");
    for (String name : PARSED.keySet()) {
      Files.writeString(
          edited.resolve(name + ".drl"),
          Files.readString(rules.resolve(name + ".drl")).replace("> 7", "> 70"));
    }
    Run run = Run.of("compare", "--rules", rules, edited, facts);
    assertThat(run.err()).isEmpty();
    assertThat(words(run.out())).containsAll(ids());
  }

  @Test
  void formattingKeepsEachRule() throws IOException {
    Path formatted = Files.createDirectories(directory.resolve("formatted"));
    for (String name : PARSED.keySet()) {
      Files.copy(rules.resolve(name + ".drl"), formatted.resolve(name + ".drl"));
    }
    Run run = Run.of("fmt", formatted);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    for (String name : PARSED.keySet()) {
      assertThat(parsed(Files.readString(formatted.resolve(name + ".drl"))))
          .as(name)
          .isEqualTo(PARSED.get(name));
    }
    assertThat(Run.of("fmt", "--check", formatted).code()).isZero();
  }

  private static Set<String> words(String text) {
    return Stream.of(text.split("[^\\w/-]+")).collect(Collectors.toSet());
  }
}
