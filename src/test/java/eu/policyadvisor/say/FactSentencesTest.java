package eu.policyadvisor.say;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.yaml.Component;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads facts back must see what is wrong with them. */
final class FactSentencesTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final Catalogue CATALOGUE = ADVISOR.knowledge().catalogue();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  @Test
  void saysAnItemInOneSentence() throws IOException {
    assertThat(
            sentences(
                """
                subject: {id: lab, name: A laboratory, type: company, country: HU, us_nexus: []}
                accelerators:
                  - id: offer
                    name: Huawei Ascend 950PR servers
                    quantity: 10240
                    lifecycle: tender
                    purpose: production
                    location: HU
                    authorisation: none
                    substitution_months: 1
                    as_of: 2026-11-27
                    source: the offer
                critical_inputs:
                  - id: magnets
                    material: rare-earth magnets
                    shares: {DE: 0.005, CN: 0.66, NL: 0.335}
                    annual_need_t: 1.5
                """))
        .containsExactly(
            "Subject A laboratory (lab): company, in Hungary, no links to the United States.",
            "AI chips Huawei Ascend 950PR servers (offer): 10 240 chips, offered or out to tender,"
                + " for productive use, in Hungary, no US licence, 1 month to replace, according to"
                + " \"the offer\", as of 27 November 2026.",
            "Input magnets: \"rare-earth magnets\", 1.5 tonnes a year, 66 % from China, 33.5 % from"
                + " the Netherlands and 0.5 % from Germany. From the catalogue: a rare earth.");
  }

  @Test
  void saysWhatIsNotKnownAndWhatTheCatalogueAdds() throws IOException {
    assertThat(
            sentences(
                """
                subject: {country: GB}
                models:
                  - {id: m, product: qwen3, hosting_country: unknown, stage: service, source: unknown}
                parties: []
                exports: unknown
                """))
        .hasSize(5)
        .satisfies(
            all -> {
              assertThat(all.get(0)).isEqualTo("Subject subject: in the United Kingdom.");
              assertThat(all.get(1))
                  .startsWith(
                      "Model Qwen3 (m): in service. Not known: In which country does it run? Its"
                          + " source? From the catalogue: developed by Alibaba,")
                  .contains("developer in China, weights open");
              assertThat(all.get(2)).contains("From the catalogue: seat in China");
            })
        .contains(
            "Are there suppliers, customers, providers or owners that matter? No.",
            "Does it export goods, services or access to machines? Not known.");
  }

  @Test
  void saysWhoAFieldMeans() throws IOException {
    assertThat(
            sentences(
                """
                subject: {name: We}
                cloud_services:
                  - {id: c, name: Our cloud, provider: p}
                models:
                  - {id: m, cloud_service: c}
                parties:
                  - {id: p, name: A provider, hq: DE}
                policy_events:
                  - {id: e, instrument: gdpr, concerns: m, target: [US, p]}
                """))
        .contains(
            "Subject We.",
            "Cloud service Our cloud (c): provided by A provider.",
            "Model m: runs on Our cloud.",
            "Party A provider (p): seat in Germany. It follows: provider.")
        .anySatisfy(
            each ->
                assertThat(each)
                    .startsWith("Measure e: aimed at the United States and A provider")
                    .contains("concerns m, by General Data Protection Regulation (EU) 2016/679."));
  }

  @Test
  void tellsFactsOfOneNameApart() throws IOException {
    assertThat(
            sentences(
                """
                subject: {name: We}
                models:
                  - {id: a, name: Assistant, stage: pilot}
                  - {id: b, name: Assistant, stage: service}
                  - {id: c, name: "Other, the", stage: idea}
                applications:
                  - {id: x, uses_model: a}
                  - {id: y, uses_model: c}
                """))
        .contains(
            "Model Assistant (a): in a pilot.",
            "Model Assistant (b): in service.",
            "Application x: uses Assistant (a).",
            "Application y: uses \"Other, the\".");
  }

  @Test
  void saysTheSameInWhateverLanguageTheMachineSpeaks() throws IOException {
    String yaml =
        "subject: {country: DE, as_of: 2026-03-01}\n"
            + "funding: [{id: f, budget_meur: 12000.5}]\n";
    Locale before = Locale.getDefault();
    List<String> english = sentences(yaml);
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(sentences(yaml)).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(english)
        .containsExactly(
            "Subject subject: in Germany, as of 1 March 2026.", "Funding f: EUR 12 000.5 million.");
  }

  @Test
  void headsFactsWithTitleDateAndQuestion() throws IOException {
    assertThat(
            FactSentences.heading(
                facts("title: T\nquestion: May we?\nas_of: 2026-11-01\nsubject: {}\n")))
        .containsExactly("T, as of 1 November 2026", "Question: May we?");
    assertThat(FactSentences.heading(facts("subject: {}\n"))).containsExactly("Facts");
  }

  @Test
  void saysTheFactsOfAnAssessment() throws IOException {
    assertThat(FactSentences.of(ADVISOR.assess(facts("subject: {country: PL}\n"), DAY)))
        .extracting(Sentence::text)
        .containsExactly("Subject subject: in Poland.");
  }

  static Stream<Arguments> fields() {
    return Stream.of(Section.values())
        .flatMap(
            section ->
                Component.of(section.kind()).stream()
                    .map(component -> arguments(section, component.key())));
  }

  /** Two values that read the same hide a mistake. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("fields")
  void eachValueOfEachFieldReadsDifferently(Section section, String key) {
    Component component =
        Component.of(section.kind()).stream()
            .filter(each -> each.key().equals(key))
            .findFirst()
            .orElseThrow();
    List<String> said = new ArrayList<>();
    for (Object value : samples(component)) {
      Map<String, Object> values = new HashMap<>(Map.of("id", "x"));
      values.put(key, value);
      Fact fact = Fact.of(section.kind(), values, Provenance.NONE);
      FactSet facts =
          section == Section.NONE
              ? FactSet.of((Subject) fact)
              : FactSet.of(Fact.unknown(Subject.class, "s"), fact);
      List<Sentence> sentences = FactSentences.of(facts, CATALOGUE);
      said.add(sentences.get(sentences.size() - 1).text());
    }
    assertThat(said).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    assertThat(said).allSatisfy(each -> assertThat(each).doesNotContain("null", "{", "|"));
  }

  private static List<Object> samples(Component component) {
    List<Object> samples = new ArrayList<>();
    if (component.nullable()) {
      samples.add(null);
    }
    samples.addAll(samples(component.type()));
    return samples;
  }

  private static List<?> samples(java.lang.reflect.Type type) {
    if (type == Boolean.class) {
      return List.of(true, false);
    } else if (type == Integer.class) {
      return List.of(0, 1, 2, 20, 20000);
    } else if (type == BigDecimal.class) {
      return Stream.of("0", "0.05", "0.5", "1", "100", "1e24", "1e25")
          .map(BigDecimal::new)
          .toList();
    } else if (type == LocalDate.class) {
      return List.of(DAY, DAY.plusDays(1), DAY.plusMonths(1), DAY.plusYears(1));
    } else if (type == String.class) {
      return List.of("CN", "TW", "y");
    } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
      return List.of(
          Map.of(),
          Map.of("CN", new BigDecimal("0.66")),
          Map.of("CN", new BigDecimal("0.066")),
          Map.of("DE", new BigDecimal("0.66")));
    } else if (type instanceof ParameterizedType generic) {
      List<?> each = samples(generic.getActualTypeArguments()[0]);
      List<Object> lists = new ArrayList<>(List.of(List.of(), each));
      each.forEach(one -> lists.add(Collections.singletonList(one)));
      return lists;
    }
    return Arrays.asList(((Class<?>) type).getEnumConstants());
  }

  @ParameterizedTest
  @EnumSource(Section.class)
  void theListOfWordsNamesEachFieldOnce(Section section) {
    assertThat(Words.TEXTS.getString(section.key()).split(": ", 2)[1].split(" "))
        .containsExactlyInAnyOrderElementsOf(
            Component.of(section.kind()).stream()
                .map(Component::key)
                .filter(
                    key -> !List.of("id", "name", "source", "confidence", "as_of").contains(key))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(Section.class)
  void eachFieldThatMayBeUnknownHasWordsForAValue(Section section) {
    assertThat(
            Component.of(section.kind()).stream()
                .map(Component::key)
                .filter(key -> !key.equals("id")))
        .allSatisfy(
            key ->
                assertThat(
                        Words.TEXTS.containsKey(section.key() + "." + key)
                            || Words.TEXTS.containsKey("any." + key))
                    .as(section.key() + "." + key)
                    .isTrue());
  }

  @Test
  void theListOfWordsHasNoneThatNobodySays() {
    List<String> known = new ArrayList<>(List.of("names"));
    for (Section section : Section.values()) {
      known.add(section.key());
      Component.of(section.kind())
          .forEach(
              each -> {
                known.add(section.key() + "." + each.key());
                known.add("any." + each.key());
              });
    }
    constants().forEach(each -> known.add(key(each)));
    assertThat(known).containsAll(Collections.list(Words.TEXTS.getKeys()));
  }

  static List<Enum<?>> constants() {
    return Stream.of(Section.values())
        .flatMap(section -> Component.of(section.kind()).stream())
        .map(Component::type)
        .map(
            type ->
                type instanceof ParameterizedType generic
                    ? generic.getActualTypeArguments()[0]
                    : type)
        .filter(type -> type instanceof Class<?> named && named.isEnum())
        .distinct()
        .flatMap(type -> Arrays.stream(((Class<?>) type).getEnumConstants()))
        .<Enum<?>>map(constant -> (Enum<?>) constant)
        .toList();
  }

  private static String key(Enum<?> constant) {
    return constant.getDeclaringClass().getSimpleName() + "." + Names.inFile(constant);
  }

  @ParameterizedTest
  @MethodSource("constants")
  void wordsOfAConstantFitIntoASentenceAndRepeatNothing(Enum<?> constant) {
    assertThat(Words.constant(constant)).doesNotContain(",", ";", "|");
    if (Words.TEXTS.containsKey(key(constant))) {
      assertThat(Words.TEXTS.getString(key(constant)))
          .isNotEqualTo(Words.means(constant).orElse(""));
    }
  }

  private static List<String> sentences(String yaml) throws IOException {
    FactSet completed = ADVISOR.loaded().completed(facts(yaml), DAY);
    return FactSentences.of(completed, CATALOGUE).stream()
        .map(each -> each.text().replace('\u00A0', ' '))
        .toList();
  }

  private static FactSet facts(String yaml) throws IOException {
    var read = ADVISOR.read("f", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.problems()).isEmpty();
    return read.factSets().get(0);
  }
}
