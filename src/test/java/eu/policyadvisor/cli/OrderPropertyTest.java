package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Drawn;
import eu.policyadvisor.Seed;
import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * The order of findings and advice in each format, of generated facts: the keys are read from JSON,
 * which tells them all, and the other formats have the order of JSON.
 */
@ExtendWith(Seed.class)
class OrderPropertyTest {
  private static final List<String> SEVERITIES = List.of("critical", "high", "moderate", "low");
  private static final List<String> URGENCIES = List.of("now", "short", "medium", "long", "watch");
  private static final List<String> STRENGTHS = List.of("must", "should", "may", "info");

  /** As the analyst's guide has them. */
  private static final List<String> STANCES =
      List.of(
          "prohibit",
          "countermeasure",
          "restrict",
          "conditional",
          "diversify",
          "investigate",
          "permit",
          "monitor");

  private static final List<String> SECTIONS =
      Arrays.stream(Section.values()).map(Section::key).toList();

  @TempDir private static Path directory;
  private static final Map<Choice.ReportFormat, String> REPORTS =
      new EnumMap<>(Choice.ReportFormat.class);
  private static List<JsonNode> assessments = List.of();

  /** What told neighbours apart, and how often. */
  private final Map<String, Integer> decided = new TreeMap<>();

  @BeforeAll
  static void reportInEveryFormat() throws IOException {
    List<FactSet> sets = new ArrayList<>();
    for (FactSet drawn : Drawn.sets(20261204, 60)) {
      // Without names of their own facts are called by their ids, or by their products and ids.
      sets.add(
          Drawn.of(
              "subject number " + sets.size(), Drawn.each(drawn, fact -> fact.with("name", null))));
    }
    Path facts = Files.writeString(directory.resolve("facts.yaml"), Drawn.yaml(sets));
    List<Object> arguments = new ArrayList<>(List.of("assess", "--quiet", "--detail=full", facts));
    for (Choice.ReportFormat format : Choice.ReportFormat.values()) {
      arguments.add("--output=" + format + "=" + directory.resolve(format.toString()));
    }
    Run run = Run.of(arguments.toArray());
    // Days are drawn from many years.
    assertThat(run.err().lines().filter(line -> !line.contains(" rests on a catalogue of ")))
        .isEmpty();
    assertThat(run.code()).isZero();
    for (Choice.ReportFormat format : Choice.ReportFormat.values()) {
      REPORTS.put(format, Files.readString(directory.resolve(format.toString())));
    }
    assessments =
        new JsonMapper()
            .readTree(REPORTS.get(Choice.ReportFormat.JSON))
            .path("assessments")
            .valueStream()
            .toList();
    assertThat(assessments).hasSameSizeAs(sets);
  }

  private static String report(Choice.ReportFormat format) {
    return REPORTS.getOrDefault(format, "");
  }

  /** Something that stands before something else by this. */
  private record Key(String name, Comparator<JsonNode> order) {
    static Key of(String name, String pointer) {
      return new Key(name, Comparator.comparing(node -> text(node, pointer)));
    }

    static Key of(String name, String pointer, List<String> order) {
      return new Key(
          name,
          Comparator.comparing(
              node -> {
                assertThat(order).contains(text(node, pointer));
                return order.indexOf(text(node, pointer));
              }));
    }
  }

  private static final Key SUREST_FIRST =
      new Key(
          "confidence",
          Comparator.comparing(
              (JsonNode node) -> new BigDecimal(text(node, "confidence/value")).negate()));
  private static final List<Key> BY_RULE_AND_FACT =
      List.of(
          Key.of("rule", "rule"),
          Key.of("section", "on/section", SECTIONS),
          Key.of("fact", "on/id"));

  private static List<Key> keys(Key... first) {
    List<Key> keys = new ArrayList<>(List.of(first));
    keys.addAll(BY_RULE_AND_FACT);
    return keys;
  }

  private static final List<Key> OF_FINDINGS =
      keys(Key.of("severity", "severity", SEVERITIES), SUREST_FIRST);
  private static final List<Key> OF_ADVICE =
      keys(
          Key.of("urgency", "urgency", URGENCIES),
          Key.of("presumed", "presumed", List.of("false", "true")),
          Key.of("strength", "strength", STRENGTHS),
          Key.of("stance", "stance", STANCES),
          SUREST_FIRST);

  private static String text(JsonNode node, String pointer) {
    return node.at("/" + pointer).asString();
  }

  private static List<JsonNode> list(JsonNode node, String pointer) {
    return node.at("/" + pointer).valueStream().toList();
  }

  private static List<JsonNode> findings(JsonNode assessment) {
    return list(assessment, "findings");
  }

  private static List<JsonNode> advice(JsonNode assessment) {
    return list(assessment, "recommendations");
  }

  private void requireOrder(List<JsonNode> nodes, List<Key> keys) {
    for (int i = 1; i < nodes.size(); i++) {
      for (Key key : keys) {
        int order = key.order().compare(nodes.get(i - 1), nodes.get(i));
        assertThat(order)
            .as("%s of %s before %s", key.name(), nodes.get(i - 1), nodes.get(i))
            .isNotPositive();
        if (order < 0) {
          decided.merge(key.name(), 1, Integer::sum);
          break;
        }
      }
    }
  }

  @Test
  void jsonHasTheGravestAndSurestFindingsFirst() {
    assessments.forEach(each -> requireOrder(findings(each), OF_FINDINGS));
    assertThat(decided).containsKeys("severity", "confidence", "rule", "fact");
  }

  @Test
  void jsonHasWhatTheSubjectShouldDoFirstAndTheMostPressingOfItBefore() {
    for (JsonNode assessment : assessments) {
      Map<Integer, List<JsonNode>> ranked =
          advice(assessment).stream()
              .collect(
                  Collectors.groupingBy(
                      each -> each.path("rank").asInt(), LinkedHashMap::new, Collectors.toList()));
      assertThat(ranked.keySet())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, ranked.size()).boxed().toList());
      String subject = text(assessment, "subject/label");
      List<Key> keys = new ArrayList<>(OF_ADVICE);
      keys.add(0, new Key("part", Comparator.comparing(each -> part(each, subject))));
      requireOrder(ranked.values().stream().map(each -> each.get(0)).toList(), keys);
      for (List<JsonNode> ofOneRule : ranked.values()) {
        assertThat(ofOneRule)
            .extracting(each -> text(each, "rule"))
            .containsOnly(text(ofOneRule.get(0), "rule"));
        requireOrder(ofOneRule, OF_ADVICE);
      }
    }
    assertThat(decided)
        .containsKeys("part", "urgency", "strength", "stance", "confidence", "rule", "fact");
  }

  /** Do first, then, keep in mind, for others. */
  private static int part(JsonNode advice, String subject) {
    if (!text(advice, "addressee_label").equals(subject)) {
      return 3;
    } else if (text(advice, "strength").equals("info") || text(advice, "urgency").equals("watch")) {
      return 2;
    }
    return URGENCIES.indexOf(text(advice, "urgency")) <= 1 ? 0 : 1;
  }

  private static List<String> all(Function<JsonNode, Stream<String>> ofAssessment) {
    List<String> all = assessments.stream().flatMap(ofAssessment).toList();
    assertThat(all).hasSizeGreaterThan(50);
    return all;
  }

  private static String print(JsonNode assessment, JsonNode conclusion) {
    return text(assessment, "subject/id") + " " + text(conclusion, "fingerprint");
  }

  /** Such as a report tells it in words. */
  private static String words(JsonNode finding) {
    return text(finding, "title")
        + " on "
        + text(finding, "on/label")
        + " "
        + text(finding, "rule");
  }

  @Test
  void jsonLinesHaveTheOrderOfJson() {
    List<JsonNode> lines =
        report(Choice.ReportFormat.JSONL)
            .lines()
            .map(line -> new JsonMapper().readTree(line))
            .toList();
    for (String list : List.of("findings", "recommendations")) {
      assertThat(lines.stream().map(each -> each.path(list)))
          .isEqualTo(assessments.stream().map(each -> each.path(list)).toList());
    }
  }

  @Test
  void csvHasTheOrderOfJson() throws IOException {
    List<String> rows = new ArrayList<>();
    try (var values =
        new CsvMapper()
            .readerFor(Map.class)
            .with(CsvSchema.emptySchema().withHeader())
            .<Map<String, String>>readValues(report(Choice.ReportFormat.CSV))) {
      values.forEachRemaining(
          row ->
              rows.add(row.get("kind") + " " + row.get("subject") + " " + row.get("fingerprint")));
    }
    rows.removeIf(row -> row.startsWith("none "));
    assertThat(rows)
        .isEqualTo(
            all(
                each ->
                    Stream.concat(
                        findings(each).stream().map(finding -> "finding " + print(each, finding)),
                        advice(each).stream()
                            .map(advice -> "recommendation " + print(each, advice)))));
  }

  @Test
  void sarifHasTheOrderOfJson() {
    List<JsonNode> results =
        list(new JsonMapper().readTree(report(Choice.ReportFormat.SARIF)), "runs/0/results");
    assertThat(results)
        .extracting(
            each ->
                text(each, "properties/subject")
                    + " "
                    + text(each, "partialFingerprints/policyAdvisorFinding~1v1"))
        .isEqualTo(all(each -> findings(each).stream().map(finding -> print(each, finding))));
    requireTodo(
        all(each -> findings(each).stream().map(finding -> text(each, "subject/id"))),
        results.stream()
            .map(each -> text(each, "message/text"))
            .map(
                text ->
                    text.contains(" To do: ")
                        ? text.split(" To do: ", 2)[1].replaceFirst("\\.$", "")
                        : "")
            .toList());
  }

  @Test
  void oscalHasTheOrderOfJson() {
    List<String> prints = new ArrayList<>();
    List<String> todo = new ArrayList<>();
    List<String> subjects = new ArrayList<>();
    for (JsonNode result :
        list(
            new JsonMapper().readTree(report(Choice.ReportFormat.OSCAL)),
            "assessment-results/results")) {
      String subject = property(result, "subject");
      for (JsonNode finding : list(result, "findings")) {
        prints.add(subject + " " + property(finding, "fingerprint"));
      }
      for (JsonNode risk : list(result, "risks")) {
        subjects.add(subject);
        todo.add(
            list(risk, "remediations").stream()
                .map(each -> text(each, "title"))
                .collect(Collectors.joining("; ")));
      }
    }
    assertThat(prints)
        .isEqualTo(all(each -> findings(each).stream().map(finding -> print(each, finding))));
    requireTodo(subjects, todo);
  }

  private static String property(JsonNode node, String name) {
    return list(node, "props").stream()
        .filter(each -> text(each, "name").equals(name))
        .map(each -> text(each, "value"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void junitHasTheOrderOfJson() throws Exception {
    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    report(Choice.ReportFormat.JUNIT).getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("testcase");
    List<String> found = new ArrayList<>();
    List<String> todo = new ArrayList<>();
    for (int i = 0; i < cases.getLength(); i++) {
      Element each = (Element) cases.item(i);
      NodeList failures = each.getElementsByTagName("failure");
      if (failures.getLength() > 0) {
        found.add(each.getAttribute("name") + " " + each.getAttribute("classname"));
        todo.add(todo(failures.item(0).getTextContent(), "to do: "));
      }
    }
    assertThat(found).isEqualTo(all(each -> findings(each).stream().map(OrderPropertyTest::words)));
    requireTodo(
        all(each -> findings(each).stream().map(finding -> text(each, "subject/id"))), todo);
  }

  private static String todo(String text, String mark) {
    return text.lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .collect(Collectors.joining("; "));
  }

  @Test
  void githubHasTheOrderOfJson() {
    List<String> found = new ArrayList<>();
    List<String> todo = new ArrayList<>();
    Pattern command =
        Pattern.compile("::\\w+ .*title=(.*) \\((.*)\\)::(.*?): (.*)", Pattern.DOTALL);
    for (String line : report(Choice.ReportFormat.GITHUB).lines().toList()) {
      var parts =
          command.matcher(URLDecoder.decode(line.replace("+", "%2B"), StandardCharsets.UTF_8));
      assertThat(parts.matches()).as(line).isTrue();
      found.add(parts.group(1) + " on " + parts.group(3) + " " + parts.group(2));
      todo.add(todo(parts.group(4), "To do: "));
    }
    assertThat(found).isEqualTo(all(each -> findings(each).stream().map(OrderPropertyTest::words)));
    requireTodo(
        all(each -> findings(each).stream().map(finding -> text(each, "subject/id"))), todo);
  }

  /** What is to do about each finding is the most pressing first, whoever should do it. */
  private static void requireTodo(List<String> subjects, List<String> todo) {
    assertThat(todo).hasSameSizeAs(subjects).anyMatch(each -> each.contains("; "));
    Map<String, List<String>> pressing = new LinkedHashMap<>();
    Comparator<JsonNode> order =
        OF_ADVICE.stream().map(Key::order).reduce(Comparator::thenComparing).orElseThrow();
    assessments.forEach(
        each ->
            pressing.put(
                text(each, "subject/id"),
                advice(each).stream()
                    .sorted(order)
                    .map(advice -> text(advice, "action"))
                    .toList()));
    for (int i = 0; i < todo.size(); i++) {
      String rest = todo.get(i);
      for (String action : pressing.getOrDefault(subjects.get(i), List.of())) {
        if (rest.equals(action) || rest.startsWith(action + "; ")) {
          rest = rest.substring(Math.min(rest.length(), action.length() + 2));
        }
      }
      assertThat(rest).as("out of order in %s", todo.get(i)).isEmpty();
    }
  }

  @Test
  void markdownHasTheOrderOfJson() {
    String report = report(Choice.ReportFormat.MARKDOWN).replace("\\", "");
    Pattern row =
        Pattern.compile(
            "^\\| \\w+ \\| \\*\\*(.*?)\\.\\*\\*.* \\| (.*?)(?: `[^`]*`)? \\| [^|]* \\| `(.*)`"
                + " \\|$");
    List<String> found = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    for (String line : report.lines().toList()) {
      var finding = row.matcher(line);
      if (finding.matches()) {
        found.add(finding.group(1) + " on " + finding.group(2) + " " + finding.group(3));
      } else if (line.matches(" +- rule: `.*`")) {
        rules.add(line.replaceAll(".*`(.*)`", "$1"));
      }
    }
    assertThat(found).isEqualTo(all(each -> findings(each).stream().map(OrderPropertyTest::words)));
    assertThat(rules).isEqualTo(all(OrderPropertyTest::ranked));
  }

  /** The rules of advice, each once for each number. */
  private static Stream<String> ranked(JsonNode assessment) {
    return advice(assessment).stream()
        .map(each -> each.path("rank").asInt() + " " + text(each, "rule"))
        .distinct()
        .map(each -> each.replaceFirst("\\d+ ", ""));
  }

  @Test
  void textHasTheOrderOfJson() {
    String report = report(Choice.ReportFormat.TEXT);
    assertThat(
            report
                .lines()
                .filter(line -> line.matches(" {5}rule {7}\\S+"))
                .map(line -> line.strip().replaceFirst("rule +", "")))
        .isEqualTo(all(OrderPropertyTest::ranked));
    List<String> pages = List.of(report.split("\n─+\n"));
    assertThat(pages).hasSameSizeAs(assessments);
    int many = 0;
    for (int i = 0; i < pages.size(); i++) {
      String page = pages.get(i);
      String findings = page.substring(page.indexOf("\nFindings")).replaceAll("\\s+", " ");
      int at = 0;
      for (List<JsonNode> group : together(findings(assessments.get(i)))) {
        List<String> on = group.stream().map(each -> text(each, "on/label")).toList();
        int last = on.size() - 1;
        String words =
            text(group.get(0), "title")
                + " · on "
                + (last == 0
                    ? on.get(0)
                    : String.join(", ", on.subList(0, last)) + " and " + on.get(last))
                + " · confidence ";
        int next = findings.indexOf(words, at);
        assertThat(next).as("'%s' after %s in %s", words, at, findings).isNotNegative();
        at = next + words.length();
        many++;
      }
    }
    assertThat(many).isGreaterThan(50);
  }

  /** Findings of one rule that are equally grave stand together, where the first one does. */
  private static Iterable<List<JsonNode>> together(List<JsonNode> findings) {
    return findings.stream()
        .collect(
            Collectors.groupingBy(
                each -> text(each, "rule") + " " + text(each, "severity"),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }
}
