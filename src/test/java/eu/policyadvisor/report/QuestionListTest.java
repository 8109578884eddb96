package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.policyadvisor.Advisor;
import eu.policyadvisor.explain.Question;
import eu.policyadvisor.explain.Questions;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Means;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionListTest {
  private static final Path SCHEMA =
      Path.of("src/main/resources/eu/policyadvisor/report/questions.schema.json");

  /** What identifies a fact or says where it comes from; no interview asks for that. */
  private static final Set<String> NOT_ASKED = Set.of("id", "name", "source", "confidence", "asOf");

  @Test
  void everyListAndFieldThatCanBeAskedHasAQuestionAndNothingElse() {
    ResourceBundle questions =
        ResourceBundle.getBundle("eu.policyadvisor.explain.questions", Locale.ROOT);
    List<String> asked = new ArrayList<>();
    for (Section list : Section.values()) {
      if (list != Section.NONE) {
        asked.add(list.key());
      }
      Arrays.stream(list.kind().getRecordComponents())
          .filter(component -> component.isAnnotationPresent(Field.class))
          .filter(component -> !NOT_ASKED.contains(component.getName()))
          .forEach(component -> asked.add(list.key() + "." + Names.inFile(component.getName())));
    }
    assertThat(questions.keySet()).containsExactlyInAnyOrderElementsOf(asked);
    for (String key : questions.keySet()) {
      assertThat(questions.getString(key))
          .as("question of %s", key)
          .matches("[A-Z].*[^ ?.]\\?")
          .doesNotContain("  ")
          .hasSizeLessThan(120);
    }
  }

  @Test
  void phrasesOfConstantsFitBehindThem() {
    for (Class<?> type : constants()) {
      int widest =
          Arrays.stream(type.getEnumConstants())
              .mapToInt(each -> ((Enum<?>) each).name().length())
              .max()
              .orElseThrow();
      for (java.lang.reflect.Field constant : type.getFields()) {
        Means means = constant.getAnnotation(Means.class);
        if (means != null) {
          assertThat(means.value()).as("phrase of %s", constant).doesNotMatch(".*[. ]");
          assertThat(4 + widest + 2 + means.value().length())
              .as("columns of %s", constant)
              .isLessThanOrEqualTo(80);
        }
      }
    }
  }

  @Test
  void shipsTheSchemaOfWhatItWrites() throws IOException {
    Golden.assertSame(
        SCHEMA,
        JsonReportTest.schema(
            QuestionList.Document.class,
            QuestionList.SCHEMA,
            "Questions of the EU AI Policy Advisor"));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA, StandardCharsets.UTF_8), InputFormat.JSON);
    for (List<Question> each : ofExamples()) {
      assertThat(schema.validate(QuestionList.json(each), InputFormat.JSON)).isEmpty();
    }
    assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void keepsToTheColumns() throws IOException {
    for (List<Question> each : ofExamples()) {
      for (int columns : List.of(80, 100)) {
        assertThat(QuestionList.text(each, columns).lines())
            .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
        each.forEach(
            question ->
                assertThat(QuestionList.ask(question, 10, 12, columns).lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns)));
      }
    }
  }

  private static List<List<Question>> ofExamples() throws IOException {
    Advisor advisor = Advisor.standard();
    List<List<Question>> all = new ArrayList<>();
    try (Stream<Path> examples = Files.list(Path.of("facts/examples"))) {
      for (Path file : examples.sorted().toList()) {
        FactSet facts = advisor.read(file).factSets().get(0);
        LocalDate day = Objects.requireNonNullElse(facts.asOf(), LocalDate.of(2026, 11, 1));
        all.add(Questions.of(advisor.inquire(facts, day)));
      }
    }
    return all;
  }

  private static List<RecordComponent> fields() {
    return Arrays.stream(Fact.class.getPermittedSubclasses())
        .filter(kind -> !kind.getSimpleName().equals("CountryShare"))
        .flatMap(kind -> Arrays.stream(kind.getRecordComponents()))
        .filter(component -> component.isAnnotationPresent(Field.class))
        .toList();
  }

  private static List<Class<?>> constants() {
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : fields()) {
      Class<?> type =
          component.getGenericType() instanceof ParameterizedType generic
              ? (Class<?>) generic.getActualTypeArguments()[0]
              : component.getType();
      if (type.isEnum() && !types.contains(type)) {
        types.add(type);
      }
    }
    return types;
  }
}
