package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.yaml.Component;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What could colour, move, hide or forge what people read reaches none of them: it stands in every
 * field, id, name of a file and option, and every reader and every format passes it on.
 */
class HostileTextTest {
  /** One of each kind. */
  private static final String HOSTILE =
      "\u001B[2J\u009B\u0000\r\n::stop-commands::x \u202E\u2066\u200F\uFFFE\uFDD0\u2028\u0085"
          + "\uFEFF\uDB40\uDC41##vso[task.setvariable variable=x]y##[add-mask]z\uD800";

  /** Half a character cannot be written in UTF-8. */
  private static final Pattern CHARACTERS =
      Pattern.compile(
          "[\\p{Cntrl}\u0085\u009B\u200F\u2028\u202E\u2066\uFDD0\uFEFF\uFFFE\\x{E0041}&&[^\n]]");

  private static final Pattern COMMANDS =
      Pattern.compile("(?m)^\\h*::(?!(error|warning|notice) )|(?i)##(vso)?\\[");

  @TempDir Path directory;

  /** What something is found of, so that there is something to report. */
  private static final Map<String, String> FOUND =
      Map.of(
          "accelerators.product",
          "huawei-ascend-910c",
          "accelerators.lifecycle",
          "operating",
          "subject.country",
          "DE");

  private static void assertHarmless(String text) {
    assertThat(text).doesNotContainPattern(CHARACTERS);
  }

  private static void assertHarmlessInLog(String text) {
    assertHarmless(text);
    assertThat(text).doesNotContainPattern(COMMANDS);
  }

  private static Run run(Object... arguments) {
    return harmless(Run.of(arguments));
  }

  private static Run harmless(Run run) {
    assertHarmlessInLog(run.out());
    assertHarmlessInLog(run.err());
    assertThat(run.err()).doesNotContain("internal error");
    return run;
  }

  /** As JSON and YAML in quotes write it. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(c -> quoted.append(c < ' ' || c > '~' ? "\\u%04x".formatted(c) : (char) c));
    return quoted.append('"').toString();
  }

  /** One fact of each kind, with every field that is not left out. */
  private static String facts(String id, boolean all) {
    return facts(id, all, List.of(Section.values()));
  }

  private static String facts(String id, boolean all, List<Section> of) {
    List<String> sections = new ArrayList<>(List.of("\"title\":" + quoted(HOSTILE)));
    for (Section section : of) {
      List<String> fields = new ArrayList<>();
      for (Component each : Component.of(section.kind())) {
        boolean free =
            each.type() == String.class
                && each.rule() != null
                && !each.isCountry()
                && !each.rule().refersToAny()
                && each.rule().refersTo() == Section.NONE
                && each.rule().catalogue().isEmpty();
        if (each.key().equals("id")) {
          fields.add("\"id\":" + quoted(id + section.key()));
        } else if (!all && FOUND.containsKey(section.key() + "." + each.key())) {
          fields.add(
              quoted(each.key()) + ":" + quoted(FOUND.get(section.key() + "." + each.key())));
        } else if (all || free) {
          fields.add(quoted(each.key()) + ":" + quoted(HOSTILE));
        }
      }
      String fact = "{" + String.join(",", fields) + "}";
      sections.add(
          quoted(section.key()) + ":" + (section == Section.NONE ? fact : "[" + fact + "]"));
    }
    return "{" + String.join(",", sections) + "}";
  }

  /** Where no name of a file may hold a line feed, as on Windows, a tame one stands in. */
  private Path named(String end) {
    try {
      return directory.resolve("\u001B[31m\n::stop-commands::x##[y]" + end);
    } catch (java.nio.file.InvalidPathException e) {
      return directory.resolve("tame" + end);
    }
  }

  private Path file(String end, String text) throws IOException {
    return Files.writeString(named(end), text);
  }

  /** Half a character cannot be written in UTF-8, nor stand in YAML. */
  private static String whole(String json) {
    return json.replace("\\ud800", "");
  }

  @Test
  void standsInNoMessageAboutAField() throws IOException {
    Path yaml = file(".yaml", whole(facts(HOSTILE, true)));
    Path lines = file(".jsonl", facts(HOSTILE, true) + "\n");
    for (Path each : List.of(yaml, lines)) {
      Run run = run("check", each);
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err().lines().count()).isGreaterThan(100);
      assertThat(run.err().lines()).allMatch(line -> line.length() < 2500);
    }
    run("check", file(".yml", whole("{" + quoted(HOSTILE) + ": 1}")));
  }

  @ParameterizedTest
  @EnumSource
  void standsInNoReport(Choice.ReportFormat format) throws IOException {
    Path facts = file(".jsonl", facts(HOSTILE, false) + "\n");
    Path copy = directory.resolve("report");
    Run run =
        run(
            "assess",
            "--range",
            "never",
            "--format",
            format,
            "--output",
            format + "=" + copy,
            facts);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("stop-commands");
    assertHarmless(Files.readString(copy));
    Run coloured = Run.inColour("assess", "--range", "never", "--format", format, facts);
    assertHarmlessInLog(coloured.out().replaceAll("\u001B\\[[0-9;]*m", ""));
    switch (format) {
      case JSON, JSONL, SARIF ->
          assertThat(new JsonMapper().readTree(run.out()).toString())
              .as("it is data")
              .contains("\u202E");
      case JUNIT -> assertWellFormed(run.out());
      default -> {
        // Text.
      }
    }
  }

  private static void assertWellFormed(String xml) {
    try {
      XMLStreamReader reader =
          XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        reader.next();
      }
    } catch (XMLStreamException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("check", "--say"),
        List.of("explain"),
        List.of("explain", "--format", "json"),
        List.of("explain", "--format", "markdown"),
        List.of("ask", "--questions"),
        List.of("ask", "--questions", "--format", "json"),
        List.of("compare", "facts/examples/ascend-cluster.yaml"),
        List.of("compare", "--format", "markdown", "facts/examples/ascend-cluster.yaml"),
        List.of("calendar", "--format", "text"),
        List.of("calendar", "--format", "json"),
        List.of("import"),
        List.of("test"),
        List.of("fmt"),
        List.of("lists", "import"),
        List.of("screen", "--file"),
        List.of("assess", "--waivers"),
        List.of("assess", "--baseline"),
        List.of("assess", "--confirm"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void standsInNothingThatACommandSays(List<String> command) throws IOException {
    List<Object> words = new ArrayList<>(command);
    List<Section> few = List.of(Section.NONE, Section.ACCELERATORS, Section.PARTIES);
    words.add(file(".yaml", whole(facts(HOSTILE, false, few))));
    run(words.toArray());
    words.add("--as-of=" + HOSTILE);
    run(words.toArray());
    run(command.get(0), HOSTILE);
    run(command.get(0), "--" + HOSTILE);
    run(HOSTILE);
  }

  @Test
  void standsInNoAppointment() throws IOException {
    List<Section> few = List.of(Section.NONE, Section.ACCELERATORS, Section.PARTIES);
    Path ics = directory.resolve("days.ics");
    Run run =
        Run.of(
            "calendar", file(".yaml", whole(facts(HOSTILE, false, few))), "--output", "ics=" + ics);
    assertThat(run.code()).as(run.err()).isZero();
    // Lines of such a file end so.
    assertHarmless(Files.readString(ics).replace("\r\n", "\n"));
  }

  static Stream<String> inventories() {
    String name = quoted(HOSTILE);
    return Stream.of(
        """
        {"bomFormat":"CycloneDX","specVersion":"1.6","%1$s":1,"components":[
        {"type":"machine-learning-model","name":"Qwen2.5","supplier":{"name":%2$s}},
        {"type":"machine-learning-model","name":%2$s,"version":%2$s,"purl":%2$s},
        {"type":%2$s,"name":%2$s},{"type":"device","name":%2$s}],
        "services":[{"name":%2$s,"provider":{"name":%2$s}}]}\
        """
            .formatted("x\u202Ey", name),
        """
        {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
        {"type":"ai_AIPackage","spdxId":%1$s,"name":%1$s,"suppliedBy":%1$s},
        {"type":%1$s,"spdxId":%1$s,"name":%1$s}]}\
        """
            .formatted(name),
        """
        <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>
        <component type="machine-learning-model"><name>x&#x202E;&#xA;::y&#x2028;&#x9B;##vso[z]</name>
        </component></components></bom>\
        """,
        whole(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: %1$s}
            spec:
              containers:
                - {name: %1$s, image: %1$s, resources: {limits: {%1$s: %1$s, nvidia.com/gpu: %1$s}}}
            """
                .formatted(name)),
        whole("---\nlicense: mit\nbase_model: %1$s\nlibrary_name: %1$s\n---\n# x\u202E\u2028 y\n")
            .formatted(whole(name)),
        """
        {"architectures":[%1$s],"model_type":%1$s,"_name_or_path":%1$s}\
        """
            .formatted(name));
  }

  @ParameterizedTest
  @MethodSource("inventories")
  void standsInNothingThatIsMadeOfAnInventory(String inventory) throws IOException {
    Path bill = file(".json", inventory);
    Run run = run("import", bill);
    assertThat(run.out()).startsWith("# Made by");
    Path facts = directory.resolve("made.yaml");
    assertThat(run("import", bill, "--output", facts).code()).isEqualTo(run.code());
    assertHarmless(Files.readString(facts));
    assertThat(run("check", facts).code()).isZero();
    run("assess", bill);
  }

  @Test
  void standsInNoListAndNoNameThatIsLookedUp() throws IOException {
    Path store = directory.resolve("lists");
    String cell = "x\u001B[2J\u202E\uFFFE\u2028y";
    Path list =
        file(
            ".csv",
            "source,type,name,alt_names,start_date,license_requirement\nEntity List (EL) "
                + cell
                + ",,Huawei "
                + cell
                + ","
                + cell
                + ",2022-01-01,"
                + cell
                + "\n");
    assertThat(run("lists", "import", "--lists", store, "--name", "own", list).err()).isNotNull();
    run("lists", "--lists", store);
    run("lists", "import", "--lists", store, file(".txt", cell + "," + cell + "\n1,2"));
    for (Choice.MatchFormat format : Choice.MatchFormat.values()) {
      run("screen", "--lists", store, "--format", format, "Huawei " + cell, cell);
    }
    run("screen", "--lists", store, "--file", file(".tsv", cell + ";name\n" + cell + ";" + cell));
  }

  @Test
  void anAnswerIsWrittenAsEscapes() throws IOException {
    Path facts =
        file(".yaml", "subject: {id: s, type: company, country: DE}\nparties: [{id: p}]\n");
    String typed = "x\u001B[2J\u202E##vso[y]\uFFFE\u2028";
    harmless(Run.reading((typed + "\n").repeat(40), "ask", facts));
    assertHarmless(Files.readString(facts).replace("##vso[", ""));
    assertThat(run("check", facts).code()).isZero();
  }

  @Test
  void aLongValueIsQuotedInPart() throws IOException {
    String id = "i".repeat(900);
    Path facts =
        file(".jsonl", facts(id, true).replace(quoted(HOSTILE), '"' + "v w".repeat(400) + '"'));
    Run run = run("check", facts);
    assertThat(run.err()).contains("…").doesNotContain("i".repeat(201), "v w".repeat(67));
    assertThat(run("assess", "--as-of", id, facts).err())
        .contains("…")
        .doesNotContain("i".repeat(201));
    assertThat(run("assess", "--" + id, facts).err()).contains("…").doesNotContain("i".repeat(201));
  }
}
