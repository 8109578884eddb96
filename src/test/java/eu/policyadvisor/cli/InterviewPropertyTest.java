package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Drawn;
import eu.policyadvisor.Seed;
import eu.policyadvisor.fact.CatalogueReference;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Interviews about generated facts. */
@ExtendWith(Seed.class)
final class InterviewPropertyTest {
  private static final Pattern QUESTION =
      Pattern.compile("(?m)^(?:> \\n)?Question (\\d+) of (\\d+)\\. ");

  @TempDir private Path directory;

  @Test
  void whoeverAnswersUnknownEverywhereIsAskedNoMoreThanAtTheBeginning() throws IOException {
    for (FactSet set : Drawn.sets(20261215, 6)) {
      Path file = Files.writeString(directory.resolve("facts.yaml"), Drawn.yaml(List.of(set)));
      int beginning = questions(file).size();

      Run run = Run.reading("unknown\n".repeat(beginning + 50), "ask", file);

      assertThat(run.code()).as(run.err()).isZero();
      Matcher asked = QUESTION.matcher(run.out());
      List<String> numbers = new ArrayList<>();
      while (asked.find()) {
        numbers.add(asked.group(1) + "/" + asked.group(2));
      }
      List<String> expected = new ArrayList<>();
      for (int i = 1; i <= beginning; i++) {
        expected.add(i + "/" + beginning);
      }
      assertThat(numbers).isEqualTo(expected);
      assertThat(Run.of("check", file).code()).isZero();
    }
  }

  @Test
  void noQuestionAsksWhatIsKnownOrWhatTheCatalogueStatesAndNoneIsAskedTwice() throws IOException {
    Catalogue catalogue = Advisor.standard().knowledge().catalogue();
    int ofProducts = 0;
    for (FactSet set : Drawn.sets(20261216, 20)) {
      Path file = Files.writeString(directory.resolve("facts.yaml"), Drawn.yaml(List.of(set)));
      Set<String> seen = new HashSet<>();
      for (JsonNode question : questions(file)) {
        String list = question.get("list").asString();
        String field = question.path("field").asString("");
        String id = question.path("fact").asString("");
        assertThat(seen.add(list + "/" + id + "/" + field)).isTrue();
        if (!field.isEmpty()) {
          Fact fact = fact(set, list, id);
          assertThat(fact.value(field)).as("%s of %s", field, id).isNull();
          Optional<CatalogueEntry> entry = entry(catalogue, fact);
          if (entry.isPresent()) {
            ofProducts++;
            String stated = entry.get().on(Drawn.day(set)).values().get(field);
            assertThat(stated == null || isSaidToBeUnknown(fact, field))
                .as("%s of %s, of which the catalogue says %s", field, id, stated)
                .isTrue();
            assertThat(question.get("text").asString().contains(" The catalogue says " + stated))
                .isEqualTo(stated != null);
          }
        }
      }
    }
    assertThat(ofProducts).isPositive();
  }

  /**
   * Parties that are only named, and measures that hold without being named, have no place in it.
   */
  @Test
  void noQuestionAsksAboutAFactThatIsNotInTheFile() throws IOException {
    int notInFile = 0;
    for (FactSet set : Drawn.sets(20261217, 12)) {
      Path file = Files.writeString(directory.resolve("facts.yaml"), Drawn.yaml(List.of(set)));
      Set<String> stated = new HashSet<>();
      set.all().forEach(fact -> stated.add(fact.section().key() + "/" + fact.id()));
      notInFile +=
          (int)
              Advisor.standard().assess(set, Drawn.day(set)).unknowns().stream()
                  .map(unknown -> unknown.value().fact())
                  .filter(fact -> !stated.contains(fact.section().key() + "/" + fact.id()))
                  .count();
      for (JsonNode question : questions(file)) {
        if (question.has("fact")) {
          assertThat(stated)
              .contains(question.get("list").asString() + "/" + question.get("fact").asString());
        }
      }
    }
    assertThat(notInFile).as("values that matter and cannot be asked for").isPositive();
  }

  private static boolean isSaidToBeUnknown(Fact fact, String field) {
    return fact.provenance().fields().containsKey(field);
  }

  private static JsonNode questions(Path file) {
    Run run = Run.of("ask", file, "--questions", "--format", "json");
    assertThat(run.code()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.out()).get("questions");
  }

  private static Fact fact(FactSet set, String list, String id) {
    return set.all().stream()
        .filter(fact -> fact.section().key().equals(list) && fact.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(list + " has no " + id));
  }

  private static Optional<CatalogueEntry> entry(Catalogue catalogue, Fact fact) {
    return fact.section() == Section.NONE
        ? Optional.empty()
        : CatalogueReference.of(fact.getClass())
            .filter(reference -> fact.value(reference.field()) != null)
            .flatMap(
                reference ->
                    catalogue.find(
                        reference.part(), String.valueOf(fact.value(reference.field()))));
  }
}
