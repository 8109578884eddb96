package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.engine.compiled.CompiledRules;
import eu.policyadvisor.engine.compiled.Conditions;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Application;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Conclusion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.model.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that nothing tells apart are read once, and what is said is the same as one by one. */
final class LikeFactsTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String SUBJECT =
      "subject: {id: s, type: research_organisation, country: SE, cn_operations: false,"
          + " us_nexus: [us_origin_technology]}\n";

  private static FactSet read(String yaml) throws IOException {
    FactsRead read =
        ADVISOR.read("f.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.problems()).isEmpty();
    return read.factSets().get(0);
  }

  private static FactSet many(int copies, String list, String fact) throws IOException {
    return read(
        SUBJECT
            + IntStream.range(0, copies)
                .mapToObj(i -> "  - {id: x" + i + ", " + fact + "}\n")
                .collect(Collectors.joining("", list + ":\n", "")));
  }

  /** Each fact several times; shares, which would be more than the whole, are not known. */
  private static FactSet several(FactSet facts) {
    FactSet several = facts;
    for (Section section : facts.lists().keySet()) {
      List<Fact> copies = new ArrayList<>();
      for (Fact fact : facts.facts(section)) {
        Fact copy = fact;
        for (String field : fact.provenance().fields().keySet()) {
          if (field.startsWith("share_of")) {
            copy = copy.withFieldOf(Fact.unknown(fact.getClass(), "none"), field);
          }
        }
        copies.add(copy);
        for (int i = 0; i <= LikeFacts.READ; i++) {
          copies.add(copy.with("id", fact.id() + "-like-" + i));
        }
      }
      several = several.with(section, copies);
    }
    return several;
  }

  /** The values by what they are of, where those of the first of like facts stand for all. */
  private static String of(OpenValue value, LikeFacts like) {
    return Item.key(like.first(value.fact())) + "." + value.field();
  }

  private static List<String> told(Assessment assessment, LikeFacts like) {
    List<String> told = new ArrayList<>();
    told.add(assessment.stance().name());
    for (Item item : assessment.items()) {
      told.add(
          "%s %s %s %s"
              .formatted(
                  Item.key(item.fact()),
                  item.stance(),
                  item.findings().stream().map(each -> each.card().id()).toList(),
                  item.awaits().stream()
                      .map(
                          value ->
                              Item.key(value.fact()).equals(Item.key(item.fact()))
                                  ? "own " + value.field()
                                  : of(value, like))
                      .collect(Collectors.toCollection(TreeSet::new))));
    }
    assessment.findings().forEach(each -> told.add(each.toString()));
    assessment.recommendations().forEach(each -> told.add(each.toString()));
    assessment.superseded().forEach(each -> told.add(each.by().conclusion().toString()));
    assessment.presumed().stream().map(Object::toString).sorted().forEach(told::add);
    Map<String, Set<String>> unknowns = new TreeMap<>();
    assessment
        .unknowns()
        .forEach(
            each ->
                unknowns
                    .computeIfAbsent(of(each.value(), like), any -> new TreeSet<>())
                    .addAll(each.rules()));
    told.add(unknowns.toString());
    assessment
        .undetermined()
        .forEach(
            each ->
                told.add(
                    each.rule().id()
                        + each.awaits().stream()
                            .map(value -> of(value, like))
                            .collect(Collectors.toCollection(TreeSet::new))
                        + each.lists()));
    return told;
  }

  private static Assessment compare(FactSet facts) {
    Inquiry together = ADVISOR.inquire(facts, DAY);
    Assessment read = together.advice();
    LikeFacts like = LikeFacts.of(read.facts());
    assertThat(like.isEmpty()).isFalse();
    assertThat(told(read, like))
        .isEqualTo(told(ADVISOR.inquire(facts, DAY).oneByOne().advice(), like));
    return read;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ascend-cluster",
        "car-maker-one-vendor",
        "hospital-open-weight-model",
        "magnet-importer",
        "ministry-chat-app"
      })
  void adviceIsTheSameAsOneByOne(String example) throws IOException {
    compare(
        several(ADVISOR.read(Path.of("facts/examples/" + example + ".yaml")).factSets().get(0)));
  }

  /** Six times two devices are no longer few, and a tenth of the share is not most of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "product: nvidia-h100, quantity: 2",
        "product: nvidia-h100, quantity: 200, share_of_compute: 0.15",
        "product: nvidia-h100, quantity: 2, share_of_compute: unknown, lifecycle: operating"
      })
  void totalsAreThoseOfAll(String fact) throws IOException {
    compare(many(6, "accelerators", fact));
  }

  private static Set<String> turns(Range range, LikeFacts like) {
    return range.turns().stream()
        .filter(turn -> !like.isLater(turn.on()) && !like.isLater(turn.value().fact()))
        .map(
            turn ->
                "%s %s %s %s"
                    .formatted(
                        Item.key(turn.on()), turn.then(), of(turn.value(), like), turn.when()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "product: huawei-ascend-910c, quantity: 2, lifecycle: operating, purpose: production",
        "product: huawei-ascend-910c, lifecycle: operating, purpose: production"
      })
  void valuesOfTheFirstTurnWhatTheyTurnOneByOne(String fact) throws IOException {
    FactSet facts = many(6, "accelerators", fact);
    Inquiry together = ADVISOR.inquire(facts, DAY);
    Range range = together.range(together.advice());
    Inquiry apart = ADVISOR.inquire(facts, DAY).oneByOne();
    Range each = apart.range(apart.advice());
    LikeFacts like = LikeFacts.of(together.facts());
    assertThat(range.tried()).hasSizeLessThan(each.tried().size());
    assertThat(turns(range, like)).isNotEmpty().isEqualTo(turns(each, like));
  }

  @Test
  void whatAnotherFactMentionsIsNotAlike() throws IOException {
    FactSet facts =
        read(
            SUBJECT
                + IntStream.range(0, 6)
                    .mapToObj(i -> "  - {id: m" + i + ", product: deepseek-r1}\n")
                    .collect(Collectors.joining("", "models:\n", ""))
                + "applications: [{id: a, uses_model: m3}]\n");
    LikeFacts like = LikeFacts.of(facts);
    assertThat(like.groups()).hasSize(1);
    assertThat(like.groups().get(0))
        .extracting(Fact::id)
        .containsExactly("m0", "m1", "m2", "m4", "m5");
  }

  @Test
  void theLastThatIsReadStandsForTheOthers() throws IOException {
    FactSet facts = many(1000, "models", "product: deepseek-r1");
    FactSet few = LikeFacts.of(facts).few(facts);
    assertThat(few.facts(Section.MODELS))
        .extracting(fact -> fact.provenance().copies())
        .containsExactly(1, 1, 1, 997);
  }

  @Test
  void whatIsSaidToBeUnknownIsNotLikeWhatIsNotStated() throws IOException {
    FactSet facts =
        read(
            SUBJECT
                + IntStream.range(0, 10)
                    .mapToObj(
                        i -> "  - {id: m" + i + (i < 5 ? ", deployment: unknown" : "") + "}\n")
                    .collect(Collectors.joining("", "models:\n", "")));
    assertThat(LikeFacts.of(facts).groups()).hasSize(2);
  }

  /** A fifth one could matter only where a rule looked at five together. */
  @Test
  void rulesLookAtNoMoreFactsOfAKindTogetherThanAreRead() {
    CompiledRules rules = ADVISOR.loaded().rules().compiled();
    for (Rule rule : rules.rules().values()) {
      Map<Class<?>, Long> patterns =
          Conditions.patterns(rule)
              .<Class<?>>map(pattern -> pattern.getPatternVariable().getType())
              .filter(
                  type ->
                      Fact.class.isAssignableFrom(type) || Conclusion.class.isAssignableFrom(type))
              .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
      patterns.keySet().removeIf(type -> !rules.mayStandForOthers(type));
      assertThat(patterns.values()).as(rule.getName()).allMatch(many -> many <= LikeFacts.READ);
    }
  }

  @Test
  void whatRulesCountStandsForItself() {
    CompiledRules rules = ADVISOR.loaded().rules().compiled();
    assertThat(rules.mayStandForOthers(Accelerator.class)).isTrue();
    assertThat(rules.mayStandForOthers(Application.class)).isFalse();
  }
}
