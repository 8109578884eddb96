package eu.policyadvisor.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Cut;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.problem.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A value, cut out of its file, is what stands there: no more, and no less. */
class ValueEndsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: plain # comment|plain",
        "a: two words  |two words",
        "a: 'quo''ted'|'quo''ted'",
        "a: \"dou\\\"ble\" # x|\"dou\\\"ble\"",
        "a: [b, 'c']|[b, 'c']",
        "a: {b: 1, c: []}  # x|{b: 1, c: []}",
        "a: 😀é|😀é",
      })
  void endsWhereItsLastCharacterDoes(String yaml, String value) throws IOException {
    assertThat(value(yaml + "\n")).isEqualTo(value == null ? "" : value);
  }

  @Test
  void endsABlockOfTextBeforeWhatFollowsIt() throws IOException {
    assertThat(value("a: |\n  one\n  two\n\n# comment\nb: 1\n")).isEqualTo("|\n  one\n  two");
    assertThat(value("a: >-\n  one\n\n  two  \nb: 1\n")).isEqualTo(">-\n  one\n\n  two");
    assertThat(value("a: |+\n  one")).isEqualTo("|+\n  one");
  }

  @Test
  void endsAPlainTextOfSeveralLinesWithItsLastWord() throws IOException {
    assertThat(value("a: one\n  two\n  three # x\nb: 1\n")).isEqualTo("one\n  two\n  three");
  }

  @Test
  void endsAListInABlockWithItsLastEntry() throws IOException {
    assertThat(value("a:\n  - b\n  - c: 1\n    d: [x]\n\n# comment\nb: 1\n"))
        .isEqualTo("- b\n  - c: 1\n    d: [x]");
    assertThat(value("a:\n  b: 1\n  c:\n\nd: 1\n")).isEqualTo("b: 1\n  c:");
    assertThat(value("a: [\n  b,\n  c\n  ] # x\n")).isEqualTo("[\n  b,\n  c\n  ]");
  }

  @Test
  void countsCodePointsInJsonLinesToo() {
    String line =
        "{\"subject\": {\"id\": \"s😀\", \"cn_operations\": true},"
            + " \"accelerators\": [{\"id\": \"a\", \"quantity\": 12, \"name\": \"x\\\"é\"} ] }";
    FactSet facts =
        FactReader.readLine("f.jsonl", 7, line.getBytes(StandardCharsets.UTF_8), set -> List.of())
            .value()
            .orElseThrow();
    Fact accelerator = facts.all().get(1);
    String text = "\n".repeat(6) + line;
    assertThat(cut(text, facts.subject(), "id")).isEqualTo("\"s😀\"");
    assertThat(cut(text, facts.subject(), "cn_operations")).isEqualTo("true");
    assertThat(cut(text, accelerator, "quantity")).isEqualTo("12");
    assertThat(cut(text, accelerator, "name")).isEqualTo("\"x\\\"é\"");
    assertThat(cut(text, facts.provenance().fields().get("accelerators")))
        .startsWith("[{\"id\"")
        .endsWith("\"} ]");
  }

  @ParameterizedTest
  @MethodSource("factFiles")
  void holdsForAllFactsThatShip(Path file) throws IOException {
    String text = Files.readString(file);
    List<FactSet> sets =
        FactReader.read(
                file.toString(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .value();
    assertThat(sets).isNotEmpty();
    for (FactSet set : sets) {
      for (Fact fact : set.all()) {
        fact.provenance()
            .fields()
            .forEach(
                (field, origin) ->
                    assertThat(bare(cut(text, origin)))
                        .as("%s of %s", field, fact.id())
                        .isEqualTo(bare(origin.text())));
      }
    }
  }

  static Stream<Path> factFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("facts"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  /** Without what only says how a value is laid out. */
  private static String bare(String value) {
    return value.replaceAll("(?m)#.*$", "").replaceAll("[\\s\"'|>{}\\[\\],-]", "");
  }

  private static String value(String yaml) throws IOException {
    Node.Mapping root =
        (Node.Mapping)
            YamlReader.read(
                    "x.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .value()
                .stream()
                .findFirst()
                .orElse(new Node.Mapping(List.of(), Place.NONE));
    if (root.entries().isEmpty()) {
      return "";
    }
    Node value = root.entries().get(0).value();
    return Cut.from(
        yaml, value.at().line(), value.at().column(), value.end().line(), value.end().column());
  }

  private static String cut(String text, Fact fact, String field) {
    return cut(text, fact.provenance().fields().get(field));
  }

  private static String cut(String text, FieldOrigin origin) {
    return Cut.from(text, origin.line(), origin.column(), origin.endLine(), origin.endColumn());
  }
}
