package eu.policyadvisor.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Seed;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Seed.class)
class YamlReaderTest {

  @Test
  void keepsThePlaceOfEveryKeyAndValueInBlockStyle() throws IOException {
    Node.Mapping root = root("a: 1\nlist:\n  - x\n  - key: y\n");

    assertThat(root.at()).isEqualTo(new Place(1, 1));
    assertThat(root.entries().get(1).keyAt()).isEqualTo(new Place(2, 1));
    Node.Sequence list = (Node.Sequence) root.find("list").orElseThrow().value();
    assertThat(list.at()).isEqualTo(new Place(3, 3));
    assertThat(list.items().get(0).at()).isEqualTo(new Place(3, 5));
    Node.Entry entry = ((Node.Mapping) list.items().get(1)).entries().get(0);
    assertThat(entry.keyAt()).isEqualTo(new Place(4, 5));
    assertThat(entry.value().at()).isEqualTo(new Place(4, 10));
  }

  @Test
  void keepsThePlaceOfEveryKeyAndValueInFlowStyle() throws IOException {
    Node.Mapping root = root("m: {x: [é, \"q\"], y: 2}\n");

    Node.Mapping m = (Node.Mapping) root.find("m").orElseThrow().value();
    assertThat(m.at()).isEqualTo(new Place(1, 4));
    Node.Entry x = m.entries().get(0);
    assertThat(x.keyAt()).isEqualTo(new Place(1, 5));
    assertThat(((Node.Sequence) x.value()).items())
        .containsExactly(
            new Node.Scalar("é", false, new Place(1, 9), new Place(1, 10)),
            new Node.Scalar("q", true, new Place(1, 12), new Place(1, 15)));
    assertThat(m.entries().get(1).keyAt()).isEqualTo(new Place(1, 18));
  }

  /** The library reads pieces of 1,024 and more, and fails where one ends within a character. */
  @Test
  void readsACharacterOfTwoHalvesWhereverItStands() throws IOException {
    for (int before = 1000; before < 1050; before++) {
      for (int pieces = 0; pieces < 4; pieces++) {
        String front = "# " + "x".repeat(before + pieces * 1024) + "😀\n";
        Node.Mapping root = root(front + "a: '😀😀'\n");
        assertThat(root.entries().get(0).value().text()).isEqualTo("😀😀");
      }
    }
  }

  @Test
  void saysWhereSomethingIsLongerThanTheLibraryTakes() throws IOException {
    for (String text : List.of("a: [b, %s]", "a: {'%s': 1}", "a: {? '%s' : 1}", "[%s: 1]")) {
      for (String what : List.of("1".repeat(1001), "k".repeat(60_000), "-" + "9".repeat(5000))) {
        Checked<List<Node>> read = read(text.formatted(what));
        assertThat(read.problems())
            .allMatch(problem -> problem.line() > 0)
            .noneMatch(problem -> problem.message().contains("fails"));
      }
    }
  }

  @Test
  void countsCharactersNotBytesOrHalves() throws IOException {
    Node.Mapping root = root("a: [äöü, 😀, \"x\"]\n");

    assertThat(((Node.Sequence) root.entries().get(0).value()).items())
        .containsExactly(
            new Node.Scalar("äöü", false, new Place(1, 5), new Place(1, 8)),
            new Node.Scalar("😀", false, new Place(1, 10), new Place(1, 11)),
            new Node.Scalar("x", true, new Place(1, 13), new Place(1, 16)));
  }

  @Test
  void acceptsAByteOrderMarkAndWindowsLineEnds() throws IOException {
    Node.Mapping root = root("\uFEFFa: 1\r\nb:\r\n  c: 'x'\r\n");

    assertThat(root.entries().get(0).keyAt()).isEqualTo(new Place(1, 1));
    assertThat(root.entries().get(0).value().at()).isEqualTo(new Place(1, 4));
    Node.Mapping b = (Node.Mapping) root.entries().get(1).value();
    assertThat(b.entries().get(0).value())
        .isEqualTo(new Node.Scalar("x", true, new Place(3, 6), new Place(3, 9)));
  }

  @ParameterizedTest
  @CsvSource({"NO", "off", "y", "010", "1_000", "0x1F", "1.10", "2026-01-01", "+5", "TRUE"})
  void readsPlainWordsAsWritten(String word) throws IOException {
    assertThat(root("a: " + word).entries().get(0).value())
        .isEqualTo(new Node.Scalar(word, false, new Place(1, 4), new Place(1, 4 + word.length())));
  }

  @Test
  void tellsNothingFromQuotedWords() throws IOException {
    Node.Mapping root = root("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: '~'\n");

    assertThat(root.entries())
        .extracting(entry -> ((Node.Scalar) entry.value()).isNothing())
        .containsExactly(true, true, true, true, false, false);
  }

  @Test
  void readsAllDocumentsOfAFile() throws IOException {
    Checked<List<Node>> reading = read("a: 1\n---\n---\nb: 2\n...\n");

    assertThat(reading.value()).extracting(Node::text).containsExactly("{a: 1}", "{b: 2}");
    assertThat(reading.value().get(1).at()).isEqualTo(new Place(4, 1));
  }

  @Test
  void findsNothingInAnEmptyFileOrAmongComments() throws IOException {
    assertThat(read("")).isEqualTo(new Checked<>(List.of(), List.of()));
    assertThat(read("# nothing\n\n# here")).isEqualTo(new Checked<>(List.of(), List.of()));
  }

  @Test
  void keepsADocumentThatEndsBeforeASyntaxError() throws IOException {
    Checked<List<Node>> reading = read("a: 1\n---\nb: ]\n");

    assertThat(reading.value()).extracting(Node::text).containsExactly("{a: 1}");
    assertThat(reading.problems()).containsExactly(problem(3, 4, "a value is missing here"));
  }

  @Test
  void refusesAliases() throws IOException {
    assertThat(problems("a: &x 1\nb: *x\n"))
        .containsExactly(problem(2, 4, "aliases are not supported; write the value out"));
    assertThat(problems("a: &x 1\n*x : 1\n"))
        .containsExactly(problem(2, 1, "aliases are not supported; write the value out"));
  }

  @Test
  void refusesAnAliasBombWithoutExpandingIt() throws IOException {
    StringBuilder bomb = new StringBuilder("l0: &l0 [lol]\n");
    for (int i = 1; i < 100; i++) {
      bomb.append("l%d: &l%d [%s]\n".formatted(i, i, "*l%d, ".formatted(i - 1).repeat(9)));
    }

    assertThat(problems(bomb.toString()))
        .hasSize(99 * 9)
        .allSatisfy(problem -> assertThat(problem.message()).startsWith("aliases are not"));
  }

  @Test
  void refusesMergeKeys() throws IOException {
    assertThat(problems("a: {<<: {b: 1}, c: 2}\n"))
        .containsExactly(problem(1, 5, "merge keys (<<) are not supported; write the values out"));
  }

  @Test
  void refusesTagsOnValuesKeysListsAndMappings() throws IOException {
    assertThat(
            problems(
                "a: !!java.util.Date 2020\n"
                    + "b: !m {k: 1, l: 2}\n"
                    + "!!str c: 1\n"
                    + "d: !!set [x]\n"
                    + "e: !<tag:x> y\n"))
        .containsExactly(
            problem(1, 4, "the tag !!java.util.Date is not supported; remove it"),
            problem(2, 4, "the tag !m is not supported; remove it"),
            problem(3, 1, "the tag !!str is not supported; remove it"),
            problem(4, 4, "the tag !!set is not supported; remove it"),
            problem(5, 4, "the tag tag:x is not supported; remove it"));
  }

  @Test
  void refusesKeysThatStandTwiceAndNamesTheFirst() throws IOException {
    assertThat(problems("a: 1\nm:\n  b: 1\n  'b': 2\na: 2\n"))
        .containsExactly(
            problem(4, 3, "'b' stands twice; it first stands at line 3, column 3"),
            problem(5, 1, "'a' stands twice; it first stands at line 1, column 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"? [a]|1:3", "{[a]: b}|1:2", "x: {{a: b}: c}|1:5"})
  void refusesKeysThatAreNotText(String yaml, String at) throws IOException {
    assertThat(problems(yaml)).hasToString("[f.yaml:" + at + ": a key must be plain text]");
  }

  @ParameterizedTest
  @CsvSource({"[", "'{a: '", "'- '", "'? '"})
  void refusesTenThousandLevelsInOneLine(String level) throws IOException {
    assertThat(problems(level.repeat(10_000)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(1);
              assertThat(problem.message())
                  .doesNotContain("\n")
                  .containsAnyOf("nested deeper than 64 levels", "a key must be plain text");
            });
  }

  @Test
  void refusesTenThousandIndentedLevels() throws IOException {
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      deep.append(" ".repeat(Math.min(i, 300))).append("a:\n");
    }

    assertThat(problems(deep.toString()))
        .containsExactly(
            problem(65, 65, "is nested deeper than 64 levels; facts need no more than a few"));
  }

  @Test
  void reads64Levels() throws IOException {
    assertThat(problems("[".repeat(64) + "]".repeat(64))).isEmpty();
    assertThat(problems("[".repeat(65) + "]".repeat(65))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: b: c|1:5|a key cannot stand here; check the indentation, and quote a value that holds"
            + " ': '",
        "a:\\n\\t- b|2:1|a tab stands where YAML allows only spaces; indent with spaces",
        "- a\\nb: c|2:1|this does not fit the lines above; check the indentation",
        "a:\\n  - b\\n c: d|3:2|this does not fit the lines above; check the indentation",
        "a: ]|1:4|a value is missing here",
        "a: @b|1:4|a value cannot begin with '@'; put it in quotes",
        "a: %b|1:4|a value cannot begin with '%'; put it in quotes",
        "x: 1\\na: 'b\\nc: d|2:4|the quotation mark is not closed",
        "a: \"b|1:4|the quotation mark is not closed",
        "a: \"\\q\"|1:6|'\\' begins an escape that YAML does not know; use single quotes to keep it"
            + " as it is",
        "{a: b|1:6|',' or '}' is missing; '{' was opened at line 1, column 1",
        "a: [1, 2\\nb: 3|2:2|',' or ']' is missing; '[' was opened at line 1, column 4",
        "a: b\\nkey\\nc: d|3:1|':' is missing after a key",
        "a: - b|1:4|a list entry cannot begin here; begin it on a line of its own",
        "a: &|1:5|'&' and '*' cannot begin a value; put it in quotes",
        "a: b\\n...\\nfoo: 1|3:1|a document has ended above; begin the next one with '---'",
        "a: !<x|1:7|'!' cannot begin a value; put it in quotes",
      })
  void explainsASyntaxErrorInOneLine(String yaml, String at, String message) throws IOException {
    assertThat(problems(yaml.replace("\\n", "\n").replace("\\t", "\t")))
        .hasToString("[f.yaml:" + at + ": " + message + "]");
  }

  @Test
  void refusesTextThatIsNotUtf8AndSaysWhere() throws IOException {
    assertThat(read("a: 1\nb: Zürich\n".getBytes(ISO_8859_1)).problems())
        .containsExactly(problem(2, 5, "is not UTF-8 text; save it as UTF-8"));
    byte[] whole = "a: cut ü".getBytes(UTF_8);
    assertThat(read(Arrays.copyOf(whole, whole.length - 1)).problems())
        .containsExactly(problem(1, 8, "is not UTF-8 text; save it as UTF-8"));
  }

  @Test
  void refusesBinaryFiles() throws IOException {
    Problem binary = new Problem("f.yaml", 0, 0, "is a binary file, not YAML text");
    byte[] random = new byte[4096];
    new Random(1).nextBytes(random);
    assertThat(read(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0}).problems())
        .containsExactly(binary);
    assertThat(read(random).problems()).hasSize(1);
    assertThat(read("a: 1".getBytes(UTF_16)).problems()).hasSize(1);
  }

  @Test
  void refusesControlCharacters() throws IOException {
    assertThat(problems("a: 1\nb: x\u0001\n"))
        .containsExactly(problem(2, 5, "the character U+0001 is not allowed in YAML; remove it"));
  }

  @Test
  void refusesALargeFileBeforeReadingAllOfIt() throws IOException {
    long[] served = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            served[0]++;
            return '#';
          }
        };

    assertThat(YamlReader.read("f.yaml", endless).problems())
        .containsExactly(
            new Problem("f.yaml", 0, 0, "is larger than 16 MiB, the most that is read"));
    assertThat(served[0]).isLessThan(17 << 20);
  }

  @Test
  void readsAFileOfSeveralMegabytes() throws IOException {
    String text = "list:\n" + "- {id: x, name: some text to fill the line}\n".repeat(100_000);

    Checked<List<Node>> reading = read(text);

    assertThat(reading.problems()).isEmpty();
    assertThat(
            ((Node.Sequence) ((Node.Mapping) reading.value().get(0)).entries().get(0).value())
                .items())
        .hasSize(100_000);
  }

  @Test
  void limitsTheNumberOfProblems() throws IOException {
    assertThat(problems("[" + "*a, ".repeat(5000) + "]"))
        .hasSize(1001)
        .first()
        .hasToString("f.yaml: has more than 1000 problems; these come first");
  }

  @Test
  void turnsNoDamageIntoAnException() throws IOException {
    String text =
        "title: \"x\"\n"
            + "subject: {type: company, 'a': &a [1, 2]}\n"
            + "list:\n"
            + "  - id: >-\n"
            + "      b\n"
            + "  - !t {c: *a}\n";
    String noise = "{}[]:,-?&*!|>'\"%@`#\t\n \\<\r\0\u0085é~=";
    Random random = new Random(Seed.of(42));
    for (int run = 0; run < 20_000; run++) {
      StringBuilder damaged = new StringBuilder(text);
      for (int edits = random.nextInt(4); edits >= 0; edits--) {
        int at = random.nextInt(damaged.length());
        switch (random.nextInt(3)) {
          case 0 -> damaged.deleteCharAt(at);
          case 1 -> damaged.insert(at, noise.charAt(random.nextInt(noise.length())));
          default -> damaged.setCharAt(at, noise.charAt(random.nextInt(noise.length())));
        }
      }
      assertThat(problems(damaged.toString()))
          .allSatisfy(
              problem ->
                  assertThat(problem.message()).doesNotContain("\n", "Exception", "jackson"));
    }
  }

  private static Node.Mapping root(String yaml) throws IOException {
    Checked<List<Node>> reading = read(yaml);
    assertThat(reading.problems()).isEmpty();
    return (Node.Mapping) reading.value().get(0);
  }

  private static List<Problem> problems(String yaml) throws IOException {
    return read(yaml).problems();
  }

  private static Checked<List<Node>> read(String yaml) throws IOException {
    return read(yaml.getBytes(UTF_8));
  }

  private static Checked<List<Node>> read(byte[] bytes) throws IOException {
    return YamlReader.read("f.yaml", new ByteArrayInputStream(bytes));
  }

  private static Problem problem(int line, int column, String message) {
    return new Problem("f.yaml", line, column, message);
  }
}
