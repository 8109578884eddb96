package eu.policyadvisor.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A line of JSON Lines gives the facts, and the places, that the same text gives as YAML. */
class FactLineTest {
  private static final String FILE = "facts.jsonl";

  private static Checked<Optional<FactSet>> line(int number, byte[] text) {
    return FactReader.readLine(FILE, number, text, facts -> List.of());
  }

  private static Checked<Optional<FactSet>> line(String text) {
    return line(1, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Checked<List<FactSet>> yaml(String text) throws IOException {
    return FactReader.read(FILE, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files =
        Stream.concat(Files.list(Path.of("facts/examples")), Files.list(Path.of("facts/cases")))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsWhatTheSameTextIsAsYaml(Path file) throws IOException {
    JsonNode tree = new YAMLMapper().readTree(Files.readString(file));
    String json = new JsonMapper().writeValueAsString(tree);
    Checked<Optional<FactSet>> line = line(json);
    Checked<List<FactSet>> yaml = yaml(json);
    assertThat(line.problems()).isEqualTo(yaml.problems());
    assertThat(line.value().stream().toList()).isEqualTo(yaml.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"subject\":{},\"as_of\":%s}",
        "{\"%s\":1}",
        "{\"subject\":{\"id\":%s}}",
        "{\"subject\":{\"%s\":1}}"
      })
  void saysWhereSomethingIsLongerThanTheLibraryTakes(String text) {
    for (String what : List.of("1".repeat(1001), "1".repeat(50_001))) {
      assertThat(line(text.formatted(what)).problems())
          .isNotEmpty()
          .allMatch(problem -> problem.line() == 1 && problem.column() > 0)
          .allMatch(problem -> problem.toString().length() < 600)
          .noneMatch(problem -> problem.message().contains("fails"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "{\"subject\": {\"id\": \"a\"; \"nmae\": \"x\"}; \"sbject\": 1}",
        "{\"subject\": {\"id\": \"a\"; \"id\": \"b\"}}",
        "{\"subject\": {\"id\": \"ü𝄞\"; \"country\": \"XX\"}}",
        "{\"subject\": null}",
        "{\"subject\": {\"id\": \"a\"}; \"accelerators\": [{\"id\": \"x\"; \"share_of_compute\":"
            + " \"0.5\"}]}",
        "{\"subject\": {\"id\": \"a\"}; \"accelerators\": [{\"id\": \"x\"; \"share_of_compute\":"
            + " 7}]}",
        "{\"subject\": {\"id\": \"a\"}; \"accelerators\": [{\"id\": \"x\"; \"publicly_funded\":"
            + " \"no\"}]}",
        "[]",
        "7"
      })
  void findsTheProblemsThatYamlHas(String text) throws IOException {
    String json = text.replace(';', ',');
    assertThat(line(json).problems()).isNotEmpty().isEqualTo(yaml(json).problems());
  }

  @Test
  void readsTheQuestion() {
    assertThat(line("{\"question\": \"May we?\", \"subject\": {\"id\": \"a\"}}").value())
        .hasValueSatisfying(facts -> assertThat(facts.question()).isEqualTo("May we?"));
  }

  @Test
  void namesTheLine() {
    byte[] text = "{\"subject\": {\"id\": \"a\"}}".getBytes(StandardCharsets.UTF_8);
    FactSet facts = line(7, text).value().orElseThrow();
    assertThat(facts.provenance().line()).isEqualTo(7);
    assertThat(facts.subject().provenance().line()).isEqualTo(7);
    assertThat(facts.subject().provenance().column()).isEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "no json,1",
        "{\"subject\": {id: a}},14",
        "{\"subject\": {\"id\": \"a\"},24",
        "{\"subject\": {\"id\": 'a'}},20",
        "[1 2],4"
      })
  void saysWhereALineIsNoJson(String text, int column) {
    assertThat(line(text).problems())
        .containsExactly(
            new Problem(FILE, 1, column, "is not valid JSON here; a line holds one JSON object"));
  }

  @Test
  void refusesTwoDocumentsInALine() {
    assertThat(line("{\"subject\": {\"id\": \"a\"}} {}").problems())
        .containsExactly(
            new Problem(FILE, 1, 26, "a line holds one fact set; something stands after it"));
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] text = "{\"subject\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(line(3, text).problems())
        .containsExactly(new Problem(FILE, 3, 14, "is not UTF-8 text; save it as UTF-8"));
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThat(line("[".repeat(100_000)).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("nested deeper than 64"));
  }

  @Test
  void refusesALineThatIsTooLong() {
    assertThat(line(2, new byte[YamlReader.MAX_BYTES + 1]).problems())
        .singleElement()
        .asString()
        .startsWith(FILE + ":2:1: the line is longer than 16 MiB");
  }

  @Test
  void ignoresAByteOrderMark() {
    assertThat(line("\uFEFF{\"subject\": {\"id\": \"a\"}}").value()).isPresent();
  }
}
