package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.check.Case;
import eu.policyadvisor.check.Generator;
import eu.policyadvisor.check.RuleCases;
import eu.policyadvisor.explain.Question;
import eu.policyadvisor.explain.Questions;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactSetBuilder;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Finding;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the reasons must reach, over generated fact sets. Every build measures over few of them;
 * {@code -Dmeasures=full} over as many as the documents name, and prints the figures.
 */
@ExtendWith(Seed.class)
class MeasuresTest {
  private static final boolean FULL = "full".equals(System.getProperty("measures"));

  private final Advisor advisor = Advisor.standard();

  private static void print(String figure) {
    System.out.println("measured: " + figure);
  }

  @Test
  void everySuggestedEditMakesItsRuleConcludeAndNoPartOfItDoes() {
    Generator generator = new Generator(Seed.of(20261124));
    int sets = FULL ? 500 : 6;
    List<FactSet> all = Stream.generate(generator::next).limit(sets).toList();
    List<Long> micros = Collections.synchronizedList(new ArrayList<>());
    Map<String, Integer> none = Collections.synchronizedMap(new TreeMap<>());
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    all.parallelStream()
        .forEach(
            facts -> {
              LocalDate asOf = Objects.requireNonNull(facts.asOf());
              Inquiry inquiry = advisor.inquire(facts, asOf);
              for (Map.Entry<String, RuleStatus> rule :
                  inquiry.assessment().statuses().entrySet()) {
                if (rule.getValue() != RuleStatus.CLEAR
                    && rule.getValue() != RuleStatus.UNDETERMINED) {
                  continue;
                }
                long start = System.nanoTime();
                Optional<Edit> edit = inquiry.remedy(rule.getKey(), null);
                micros.add((System.nanoTime() - start) / 1000);
                if (edit.isEmpty()) {
                  none.merge(rule.getKey(), 1, Integer::sum);
                } else {
                  wrong.addAll(wrong(facts, asOf, rule.getKey(), edit.get()));
                }
              }
            });
    Collections.sort(micros);
    int missing = none.values().stream().mapToInt(Integer::intValue).sum();
    print(
        "why not: %d fact sets, %d questions, %d answered with an edit, %d without; %d edits wrong;"
                .formatted(sets, micros.size(), micros.size() - missing, missing, wrong.size())
            + " median answer %.1f ms".formatted(micros.get(micros.size() / 2) / 1000.0));
    if (FULL) {
      print("why not: without an edit " + none);
    }
    assertThat(wrong).isEmpty();
    assertThat(missing).isLessThan(micros.size() / 5);
  }

  private List<String> wrong(FactSet facts, LocalDate asOf, String rule, Edit edit) {
    List<String> wrong = new ArrayList<>();
    if (!concludes(facts, asOf, rule, edit)) {
      wrong.add(rule + " does not conclude after " + edit);
    }
    for (Edit part : parts(edit)) {
      if (concludes(facts, asOf, rule, part)) {
        wrong.add(rule + " concludes after a part of " + edit);
      }
    }
    return wrong;
  }

  /** An edit without one of its steps, or without one element of a list that it gives. */
  private static List<Edit> parts(Edit edit) {
    List<Edit> parts = new ArrayList<>();
    List<Change> changes = edit.changes();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.size() > 1) {
        List<Change> part = new ArrayList<>(changes);
        part.remove(i);
        parts.add(new Edit(part));
      }
      if (changes.get(i) instanceof Change.Put put
          && put.value() instanceof List<?> elements
          && elements.size() > 1) {
        for (Object element : elements) {
          List<Object> fewer = new ArrayList<>(elements);
          fewer.remove(element);
          List<Change> part = new ArrayList<>(changes);
          part.set(i, new Change.Put(put.section(), put.id(), put.field(), fewer));
          parts.add(new Edit(part));
        }
      }
    }
    return parts;
  }

  private boolean concludes(FactSet facts, LocalDate asOf, String rule, Edit edit) {
    FactSet edited;
    try {
      edited = edit.apply(facts);
    } catch (IllegalArgumentException e) {
      return false; // a part that changes a fact which the rest would add
    }
    if (!advisor.loaded().check(edited).isEmpty()) {
      return false;
    }
    FactSet completed = advisor.loaded().completed(edited, asOf);
    return advisor
        .loaded()
        .rules()
        .run(advisor.loaded().memory(completed, asOf), asOf)
        .matches()
        .values()
        .stream()
        .flatMap(List::stream)
        .anyMatch(match -> match.rule().equals(rule));
  }

  @Test
  void noRuleIsClearWhenACompletionConcludes() {
    Random random = new Random(Seed.of(20261124));
    Generator generator = new Generator(Seed.of(3));
    List<FactSet> sources = Stream.generate(generator::next).limit(400).toList();
    Pool pool = new Pool(advisor, random, sources);
    int sets = FULL ? 500 : 12;
    int pairs = 0;
    int needless = 0;
    Map<String, Integer> needlessly = new TreeMap<>();
    List<String> hidden = new ArrayList<>();
    for (int i = 0; i < sets; i++) {
      FactSet full = pool.filled(sources.get(i % sources.size()));
      List<Change.Put> blanks = pool.blanks(full, 3);
      if (!advisor.loaded().check(full).isEmpty() || blanks.isEmpty()) {
        continue;
      }
      List<Change> blanked = new ArrayList<>();
      blanks.forEach(put -> blanked.add(put));
      FactSet asked = new Edit(blanked).apply(full);
      LocalDate asOf = Objects.requireNonNull(full.asOf());
      Assessment assessment = advisor.assess(asked, asOf);
      Set<String> concluding = new LinkedHashSet<>();
      for (Edit completion : pool.completions(blanks, full, 12)) {
        FactSet completed = completion.apply(asked);
        if (advisor.loaded().check(completed).isEmpty()) {
          List<Object> memory =
              advisor.loaded().memory(advisor.loaded().completed(completed, asOf), asOf);
          advisor.loaded().rules().run(memory, asOf).matches().values().stream()
              .flatMap(List::stream)
              .forEach(match -> concluding.add(match.rule()));
        }
      }
      for (Map.Entry<String, RuleStatus> rule : assessment.statuses().entrySet()) {
        pairs++;
        boolean concludes = concluding.contains(rule.getKey());
        if (concludes && rule.getValue() == RuleStatus.CLEAR) {
          hidden.add(rule.getKey() + " in set " + i + ", blank " + blanks);
        } else if (!concludes && rule.getValue() == RuleStatus.UNDETERMINED) {
          needless++;
          needlessly.merge(rule.getKey(), 1, Integer::sum);
        }
      }
    }
    print(
        "unknown: %d pairs of rule and fact set; clear although a completion concludes: %d;"
                .formatted(pairs, hidden.size())
            + " undetermined although none does: %d (%.2f %%)"
                .formatted(needless, 100.0 * needless / pairs));
    if (FULL) {
      print("unknown: needlessly undetermined " + needlessly);
    }
    assertThat(hidden).isEmpty();
    assertThat(100.0 * needless / pairs).isLessThanOrEqualTo(1.0);
  }

  @Test
  void theLeavesOfEveryProofAloneConcludeTheSame() throws IOException {
    List<FactSet> sets = new ArrayList<>();
    try (Stream<Path> examples = Files.list(Path.of("facts/examples"))) {
      for (Path file : examples.sorted().toList()) {
        sets.addAll(advisor.read(file).factSets());
      }
    }
    for (Case each : RuleCases.all()) {
      sets.add(FactSetBuilder.builder(each.facts()).asOf(each.asOf()).build());
    }
    Generator generator = new Generator(Seed.of(11));
    Stream.generate(generator::next).limit(FULL ? 2000 : 100).forEach(sets::add);
    int proofs = 0;
    List<String> failed = new ArrayList<>();
    for (FactSet facts : sets) {
      LocalDate asOf = facts.asOf() == null ? LocalDate.of(2026, 11, 1) : facts.asOf();
      Inquiry inquiry = advisor.inquire(facts, asOf);
      for (Reasoned<?> conclusion : inquiry.conclusions()) {
        proofs++;
        FactSet alone = Leaves.alone(conclusion, inquiry.facts());
        boolean again =
            new Inquiry(advisor.loaded(), null, alone, asOf)
                .conclusions().stream().anyMatch(each -> same(each, conclusion));
        if (!again) {
          failed.add(conclusion.card().id() + " on " + conclusion.conclusion().on().id());
        }
      }
    }
    print(
        "why: %d fact sets, %d proofs of findings and recommendations, %d fail"
            .formatted(sets.size(), proofs, failed.size()));
    assertThat(failed).isEmpty();
    assertThat(proofs).isGreaterThan(2 * sets.size());
  }

  private static boolean same(Reasoned<?> one, Reasoned<?> other) {
    return one.card().id().equals(other.card().id())
        && one.conclusion().on().id().equals(other.conclusion().on().id())
        && (!(one.conclusion() instanceof Finding finding)
            || Objects.equals(finding.severity(), ((Finding) other.conclusion()).severity()));
  }

  @Test
  void answersToMostlyFewerThanSixInTenOpenFieldsSettleTheAdvice() {
    Random random = new Random(Seed.of(7));
    Generator generator = new Generator(Seed.of(5));
    List<FactSet> sources = Stream.generate(generator::next).limit(400).toList();
    Pool pool = new Pool(advisor, random, sources);
    int sets = FULL ? 50 : 6;
    double shares = 0;
    int tried = 0;
    int answers = 0;
    List<String> different = new ArrayList<>();
    for (int i = 0; i < sets; i++) {
      FactSet truth = pool.filled(sources.get(i));
      LocalDate asOf = Objects.requireNonNull(truth.asOf());
      List<Change> blanked = new ArrayList<>();
      for (Change.Put put : pool.blanks(truth, Integer.MAX_VALUE)) {
        if (random.nextBoolean()) {
          blanked.add(put);
        }
      }
      FactSet now = new Edit(blanked).apply(truth);
      if (!advisor.loaded().check(now).isEmpty() || blanked.isEmpty()) {
        continue;
      }
      tried++;
      Set<String> asked = new LinkedHashSet<>();
      while (true) {
        Assessment assessment = advisor.assess(now, asOf);
        Question question =
            Questions.of(assessment).stream()
                .filter(each -> each.value() != null)
                .filter(each -> !asked.contains(key(each.value())))
                .findFirst()
                .orElse(null);
        if (question == null) {
          if (!advice(assessment).equals(advice(advisor.assess(truth, asOf)))) {
            different.add(
                "set "
                    + i
                    + ": "
                    + advice(assessment)
                    + " instead of "
                    + advice(advisor.assess(truth, asOf)));
          }
          break;
        }
        OpenValue value = question.value();
        asked.add(key(value));
        Object answer =
            truth.all().stream()
                .filter(fact -> fact.section() == value.fact().section())
                .filter(fact -> fact.id().equals(value.fact().id()))
                .findFirst()
                .orElseThrow()
                .value(value.field());
        now =
            new Edit(
                    List.of(
                        new Change.Put(
                            value.fact().section(), value.fact().id(), value.field(), answer)))
                .apply(now);
      }
      answers += asked.size();
      shares += (double) asked.size() / Math.max(1, open(new Edit(blanked).apply(truth)));
    }
    print(
        "ask: %d half-filled fact sets, %.1f answers each, %.0f %% of the open fields;"
                .formatted(tried, (double) answers / tried, 100 * shares / tried)
            + " advice differs from that with everything filled in: "
            + different.size());
    assertThat(different).isEmpty();
    assertThat(tried).isGreaterThan(sets / 2);
    assertThat(answers).isGreaterThan(tried);
    assertThat(shares / tried).isLessThanOrEqualTo(0.6);
  }

  private static String key(OpenValue value) {
    return value.fact().section() + " " + value.fact().id() + " " + value.field();
  }

  /** What is said of stated facts: a party that is only named is asked about once it is listed. */
  private static List<String> advice(Assessment assessment) {
    List<String> advice = new ArrayList<>();
    Predicate<Fact> stated =
        fact ->
            !(fact instanceof Party) || assessment.facts().facts(Section.PARTIES).contains(fact);
    assessment.recommendations().stream()
        .filter(each -> stated.test(each.conclusion().on()))
        .forEach(each -> advice.add(each.card().id() + " on " + each.conclusion().on().id()));
    assessment.findings().stream()
        .filter(each -> stated.test(each.conclusion().on()))
        .forEach(
            each ->
                advice.add(
                    each.card().id()
                        + " on "
                        + each.conclusion().on().id()
                        + " "
                        + Assessment.severity(each)));
    Collections.sort(advice);
    advice.add(assessment.recommendations().isEmpty() ? "" : assessment.stance().name());
    return advice;
  }

  /** Fields that no one has filled in. */
  private static int open(FactSet set) {
    int open = 0;
    for (Fact fact : set.all()) {
      for (RecordComponent component : Pool.fields(fact)) {
        open += fact.value(Names.inFile(component.getName())) == null ? 1 : 0;
      }
    }
    return open == 0 ? Integer.MAX_VALUE : open;
  }
}
