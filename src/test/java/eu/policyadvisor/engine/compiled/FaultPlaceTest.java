package eu.policyadvisor.engine.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.engine.drl.DrlFile;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A compiler that fails without saying where is asked about less and less of the files. */
final class FaultPlaceTest {
  private static final String DRL =
      """
      package own
      import java.util.List

      rule "own/first" when then end
      rule "own/second" when then end
      rule "own/third" when then end
      """;

  private final SortedMap<String, DrlFile> files = new TreeMap<>();
  private int compilations;

  /** Where files stand that a compiler cannot take which fails on a word. */
  private String place(String word) {
    SortedMap<String, String> texts = new TreeMap<>();
    files.forEach((path, file) -> texts.put(path, file.compilable()));
    return new FaultPlace(files, texts, some -> compile(some, word)).find().toString();
  }

  private Optional<String> compile(SortedMap<String, String> texts, String word) {
    compilations++;
    return String.join("\n", texts.values()).contains(word)
        ? Optional.of("is too much")
        : Optional.empty();
  }

  @Test
  void theRuleWithWhichTheCompilerBeginsToFailIsNamed() {
    files.put("a.drl", DrlFile.read("rules/a.drl", DRL));
    assertThat(place("own/first")).isEqualTo("rules/a.drl:4:1: rule 'own/first' is too much");
    assertThat(place("own/second")).isEqualTo("rules/a.drl:5:1: rule 'own/second' is too much");
    assertThat(place("own/third")).isEqualTo("rules/a.drl:6:1: rule 'own/third' is too much");
  }

  @Test
  void soIsADeclaration() {
    files.put("a.drl", DrlFile.read("rules/a.drl", DRL));
    assertThat(place("List")).isEqualTo("rules/a.drl:2:1: is too much");
    assertThat(place("package")).isEqualTo("rules/a.drl:1:1: is too much");
  }

  @Test
  void ofSeveralFilesItIsTheOneThatFailsByItself() {
    files.put("a.drl", DrlFile.read("rules/a.drl", DRL));
    files.put("b.drl", DrlFile.read("rules/b.drl", DRL.replace("own/", "other/")));
    assertThat(place("other/second")).isEqualTo("rules/b.drl:5:1: rule 'other/second' is too much");
  }

  @Test
  void filesThatFailOnlyTogetherAreNamedByTheFirst() {
    files.put("a.drl", DrlFile.read("rules/a.drl", "package a"));
    files.put("b.drl", DrlFile.read("rules/b.drl", "package b"));
    assertThat(place("package a\npackage b")).isEqualTo("rules/a.drl: is too much");
  }

  @Test
  void manyRulesTakeFewCompilations() {
    StringBuilder many = new StringBuilder("package own\n");
    for (int i = 0; i < 1000; i++) {
      many.append("rule \"own/r").append(i).append("x\" when then end\n");
    }
    files.put("a.drl", DrlFile.read("rules/a.drl", many.toString()));
    assertThat(place("r700x")).startsWith("rules/a.drl:702:1: rule 'own/r700x'");
    assertThat(compilations).isLessThan(15);
  }
}
