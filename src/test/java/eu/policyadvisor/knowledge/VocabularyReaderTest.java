package eu.policyadvisor.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How vocabularies are written, and what is said of slips. */
final class VocabularyReaderTest {
  private static final Catalogue BUILT_IN = ReferenceData.builtIn().catalogue();
  private static final String HEAD =
      """
      field: critical_inputs.material
      source: a book
      date: 2026-11-01
      """;
  private static final String TERMS =
      """
      terms:
        - {name: gallium, de: [Gallium], symbols: [Ga]}
        - {name: zinc, fr: [zinc métal]}
      """;

  @TempDir Path directory;

  private Path file;

  @BeforeEach
  void makeTheDirectory() throws IOException {
    file = Files.createDirectories(directory.resolve("vocabularies")).resolve("own.yaml");
  }

  private Checked<ReferenceData> read(String yaml) throws IOException {
    Files.writeString(file, yaml);
    return ReferenceData.read(directory);
  }

  private List<String> problems(String yaml) throws IOException {
    return read(yaml).problems().stream()
        .map(Problem::toString)
        .map(text -> text.replace(file + ":", ""))
        .toList();
  }

  @Test
  void aDirectoryMayAddAVocabularyToTheBuiltInOnes() throws IOException {
    Checked<ReferenceData> read =
        read(
            HEAD
                + TERMS
                + "groups:\n"
                + "  - {name: own, terms: [zinc], reference: r, date: 2026-01-01, rare_earth:"
                + " false}\n");
    assertThat(read.problems()).isEmpty();
    assertThat(read.value().catalogue().vocabularies())
        .extracting(Vocabulary::name)
        .containsExactly(
            "classifications",
            "components",
            "domains",
            "items",
            "materials",
            "measures",
            "own",
            "sectors");
    TermGroup own =
        read.value().catalogue().termGroups().stream()
            .filter(each -> each.name().equals("own"))
            .findFirst()
            .orElseThrow();
    assertThat(own.covers("Zinc métal")).isTrue();
    assertThat(own.covers("gallium")).isFalse();
    assertThat(own.states()).containsEntry("rare_earth", "false");
  }

  @Test
  void aDirectoryMayReplaceABuiltInVocabulary() throws IOException {
    file = file.resolveSibling("components.yaml");
    assertThat(read(HEAD + TERMS + "groups: []\n").value().catalogue().termGroups())
        .extracting(TermGroup::name)
        .contains("chips")
        .doesNotContain("high-bandwidth-memory");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{name: tin, en: [gallium]}|7:22: spelling 'gallium' of term 'tin' is one of term 'gallium'"
            + " too; leave it to one of them",
        "{name: tin, en: [Zinc-Métal]}|7:22: spelling 'Zinc-Métal' of term 'tin' is one of term"
            + " 'zinc' too; leave it to one of them",
        "{name: tin, symbols: [Ga]}|7:27: spelling 'Ga' of term 'tin' is one of term 'gallium' too;"
            + " leave it to one of them",
        "{name: zinc}|7:5: term 'zinc' stands twice",
        "{name: tin, en: ['*']}|7:22: spelling '*' of term 'tin' has no letters",
        "{name: tin, english: [tin]}|7:17: unknown field 'english' of term; did you"
            + " mean 'en'?",
        "{name: tin, en: tin}|7:21: en must be a list; write [tin]",
        "{en: [tin]}|7:5: term has no name; it needs one",
        "tin|7:5: term must be a mapping with keys, not text",
      })
  void saysWhatIsWrongWithATerm(String term, String message) throws IOException {
    assertThat(problems(HEAD + TERMS + "  - " + term + "\ngroups: []\n")).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{name: g, terms: [galium], reference: r, date: 2026-01-01}|8:22: group 'g' names 'galium',"
            + " which is no term of this vocabulary; did you mean 'gallium'?",
        "{name: g, terms: [], reference: r}|8:5: group has no date; it needs one",
        "{name: g, terms: [], reference: r, date: 2026}|8:46: '2026' is not a date; write"
            + " year-month-day, such as 2025-05-13",
        "{name: g, terms: [], reference: r, date: 2026-01-01, dates: 1}|8:58: unknown field 'dates'"
            + " of group; did you mean 'date'?",
        "{name: g, terms: [], reference: r, date: 2026-01-01, rare_earth: maybe}|8:70: rare_earth"
            + " is 'maybe'; write true, false or unknown",
      })
  void saysWhatIsWrongWithAGroup(String group, String message) throws IOException {
    assertThat(problems(HEAD + TERMS + "groups:\n  - " + group + "\n")).containsExactly(message);
  }

  @Test
  void aGroupHasANameOfItsOwnInAllVocabularies() throws IOException {
    String group = "  - {name: mine, terms: [], reference: r, date: 2026-01-01}\n";
    assertThat(problems(HEAD + TERMS + "groups:\n" + group + group))
        .containsExactly("9:5: group 'mine' stands twice; vocabulary 'own' has it too");
    assertThat(problems(HEAD + TERMS + "groups:\n" + group.replace("mine", "chips")))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem)
                    .startsWith("rules/vocabularies/sectors.yaml:")
                    .endsWith(": group 'chips' stands twice; vocabulary 'own' has it too"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "field: critical_input.material\\n"
            + "source: s\\n"
            + "date: 2026-01-01\\n"
            + "terms: []\\n"
            + "groups: []|1:8: field 'critical_input.material' is no text of a fact; did you mean"
            + " 'critical_inputs.material'?; write one such as transactions.target_sector",
        "source: s\\ndate: 2026-01-01\\nterms: []|1:1: vocabulary must hold a list 'groups'",
        "source: s\\nterms: []\\ngroups: []|1:1: vocabulary has no date; it needs one",
        "sorce: s\\n"
            + "date: 2026-01-01\\n"
            + "terms: []\\n"
            + "groups: []|1:1: unknown field 'sorce' of vocabulary; did you mean 'source'?",
        "[a]|1:1: vocabulary must be a mapping with keys, not a list",
      })
  void saysWhatIsWrongWithTheFile(String yaml, String message) throws IOException {
    assertThat(problems(yaml.replace("\\n", "\n") + "\n")).contains(message);
  }

  @Test
  void aFileThatNobodyWouldReadIsTold() throws IOException {
    file = file.resolveSibling("own.yml");
    assertThat(problems("terms: []\n"))
        .containsExactly(" is not read; let its name end with .yaml");
  }

  @Test
  void noSpellingOfTheBuiltInVocabulariesMakesATextThatNoneOfThemKnows() {
    assertThat(BUILT_IN.vocabularies())
        .allSatisfy(each -> assertThat(each.spellings()).allMatch(each::knows));
  }
}
