package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.NamedParty;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.reasoning.Conclusive;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.PartyNames;
import eu.policyadvisor.screening.ScreenedFacts;
import eu.policyadvisor.screening.ScreeningLists;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is not known is neither yes nor no: properties of generated facts. */
@ExtendWith(Seed.class)
class UnknownPropertyTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final Set<RuleStatus> CONCLUDED =
      EnumSet.of(RuleStatus.CONCLUDED, RuleStatus.SUPERSEDED);

  /** Rules that ask that something is not there, or little of it; no proof shows what is not. */
  private static final Set<String> ON_ABSENCE =
      Set.of(
          "apps/implementation-gap",
          "dependency/dependence-on-one-country",
          "dependency/single-vendor-accelerator",
          "dependency/us-hardware-supply-constraint",
          "derived/listed-counterparty-presumed",
          "derived/second-vendor",
          "export-control/affiliates-50pct-back",
          "export-control/listed-party-role-open",
          "export-control/us-origin-software-reexport",
          "geo/measure-against-others",
          "derived/reversibility-locked-code",
          "derived/strategic-dependency-accelerators",
          "derived/transfer-risk-weak-tool",
          "export-control/eu-sanctioned-party",
          "models/prompts-to-china");

  @TempDir Path directory;

  /** The rules that conclude, by the engine alone. */
  private static Set<String> concluding(FactSet set, LocalDate day) {
    Set<String> rules = new TreeSet<>();
    ADVISOR
        .loaded()
        .rules()
        .run(ADVISOR.loaded().memory(ADVISOR.loaded().completed(set, day), day), day)
        .matches()
        .values()
        .forEach(matches -> matches.forEach(match -> rules.add(match.rule())));
    return rules;
  }

  /** What rules conclude, be it superseded. */
  private static List<Reasoned<?>> conclusions(FactSet set) {
    Assessment assessment = Conclusive.assess(ADVISOR, set, Drawn.day(set));
    List<Reasoned<?>> all = new ArrayList<>(assessment.findings());
    all.addAll(assessment.concepts());
    all.addAll(assessment.recommendations());
    assessment.superseded().forEach(each -> all.add(each.recommendation()));
    return all;
  }

  /**
   * What the conclusion rests on and facts of the set say, each asked anew. What follows from them,
   * such as a measure of the catalogue, cannot be asked; nor are fields asked by which the
   * catalogue adds facts of its own, for in a list that is stated nobody looks for them:
   * docs/unknown.md.
   */
  private static List<Change.Put> blanks(Reasoned<?> conclusion, FactSet set) {
    List<String> stated = ids(set);
    return Evidence.of(conclusion).stream()
        .filter(each -> each.fact().value(each.field()) != null && !each.field().equals("id"))
        .filter(each -> stated.contains(blank(each).id()))
        .filter(each -> !bringsFacts(each))
        .map(UnknownPropertyTest::blank)
        .distinct()
        .toList();
  }

  /** Whether the catalogue knows a party, or a measure, by the value. */
  private static boolean bringsFacts(Evidence evidence) {
    return evidence.field().equals("material")
        || NamedParty.in(evidence.fact()).anyMatch(each -> each.field().equals(evidence.field()));
  }

  /** That a value is not known; shares are known of all countries or of none. */
  private static Change.Put blank(Evidence evidence) {
    return evidence.fact() instanceof CountryShare share
        ? new Change.Put(share.of().section(), share.of().id(), "shares", null)
        : new Change.Put(evidence.fact().section(), evidence.fact().id(), evidence.field(), null);
  }

  @Test
  void blankingWhatAConclusionRestsOnNeverClearsItsRule() {
    Random random = new Random(Seed.of(1));
    Map<String, Integer> tried = new HashMap<>();
    Set<String> waiting = new TreeSet<>();
    List<String> cleared = new ArrayList<>();
    for (FactSet set : Drawn.sets(20261130, 300)) {
      List<Reasoned<?>> conclusions = new ArrayList<>(conclusions(set));
      Collections.shuffle(conclusions, random);
      Optional<Reasoned<?>> rarest =
          conclusions.stream()
              .filter(each -> !blanks(each, set).isEmpty())
              .min(Comparator.comparingInt(each -> tried.getOrDefault(each.card().id(), 0)));
      if (rarest.isEmpty()) {
        continue;
      }
      List<Change.Put> blanks = blanks(rarest.get(), set);
      Change.Put blank = blanks.get(random.nextInt(blanks.size()));
      FactSet blanked = new Edit(List.of(blank)).apply(set);
      if (!ADVISOR.loaded().check(blanked).isEmpty()) {
        continue;
      }
      tried.merge(rarest.get().card().id(), 1, Integer::sum);
      Map<String, RuleStatus> after = ADVISOR.assess(blanked, Drawn.day(set)).statuses();
      for (String rule : concluding(set, Drawn.day(set))) {
        RuleStatus status = after.get(rule);
        if (status == RuleStatus.UNDETERMINED) {
          waiting.add(rule);
        } else if (!CONCLUDED.contains(status)) {
          cleared.add(
              rule + " is " + status + " without " + blank + " in " + set.asOf() + set.all());
        }
      }
    }
    assertThat(cleared).isEmpty();
    assertThat(tried).as("rules of which a value was blanked").hasSizeGreaterThan(100);
    assertThat(waiting).as("rules that wait for it").hasSizeGreaterThan(100);
  }

  @Test
  void whatIsSettledWithBlanksStaysSoAndWhatIsPresumedIsAsked() {
    Random random = new Random(Seed.of(2));
    List<FactSet> sources = Drawn.sets(20261201, 150);
    Pool pool = new Pool(ADVISOR, random, sources);
    List<String> wrong = new ArrayList<>();
    int differing = 0;
    int presumed = 0;
    for (FactSet set : sources) {
      List<Change.Put> known = new ArrayList<>();
      conclusions(set).forEach(each -> known.addAll(blanks(each, set)));
      Collections.shuffle(known, random);
      List<Change.Put> blanks = known.stream().distinct().limit(2).toList();
      FactSet blanked = new Edit(List.copyOf(blanks)).apply(set);
      if (!ADVISOR.loaded().check(blanked).isEmpty()) {
        continue;
      }
      Assessment assessment = ADVISOR.assess(blanked, Drawn.day(set));
      Map<String, RuleStatus> statuses = assessment.statuses();
      Set<String> asked = new TreeSet<>();
      assessment.unknowns().forEach(unknown -> asked.addAll(unknown.rules()));
      Map<String, Boolean> before = presumed(blanked, blanks);
      for (Edit completion :
          pool.completions(blanks, ADVISOR.loaded().completed(set, Drawn.day(set)), 3)) {
        FactSet filled = completion.apply(blanked);
        if (!ADVISOR.loaded().check(filled).isEmpty()) {
          continue;
        }
        Set<String> after = presumed(filled, blanks).keySet();
        differing += after.equals(before.keySet()) ? 0 : 1;
        for (String rule : concluding(filled, Drawn.day(set))) {
          if (statuses.get(rule) == RuleStatus.CLEAR) {
            wrong.add(rule + " is clear and concludes with " + completion);
          }
        }
        for (Map.Entry<String, Boolean> conclusion : before.entrySet()) {
          if (after.contains(conclusion.getKey())) {
            continue;
          }
          String rule = conclusion.getKey().replaceAll(" on .*", "");
          boolean finds = ADVISOR.knowledge().rule(rule).orElseThrow().kind() == Kind.FINDING;
          presumed++;
          if (!conclusion.getValue()) {
            wrong.add(conclusion.getKey() + " falls and presumes nothing, with " + completion);
          } else if (finds && !asked.contains(rule)) {
            wrong.add(conclusion.getKey() + " falls and nothing is asked, with " + completion);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(differing).as("completions that conclude something else").isGreaterThan(200);
    assertThat(presumed).as("conclusions that were presumed and fall").isGreaterThan(50);
  }

  /** What each rule concludes, and whether all proofs say that they presume what is blank. */
  private static Map<String, Boolean> presumed(FactSet set, List<Change.Put> blanks) {
    Map<String, Boolean> presumed = new TreeMap<>();
    for (Reasoned<?> each : conclusions(set)) {
      for (Justification way : each.because()) {
        presumed.merge(
            // A measure is called by its supply once it holds for two.
            way.rule().id() + " on " + each.conclusion().on().id().replaceAll(" on .*", ""),
            presumes(new Reasoned<>(each.conclusion(), each.confidence(), List.of(way)), blanks),
            (one, other) -> one && other);
      }
    }
    return presumed;
  }

  private static boolean presumes(Reasoned<?> proof, List<Change.Put> blanks) {
    return Evidence.of(proof).stream().anyMatch(each -> blanks.contains(blank(each)))
        || Evidence.chain(proof).stream()
            .flatMap(link -> link.because().stream())
            .anyMatch(way -> ON_ABSENCE.contains(way.rule().id()));
  }

  /** Lists answer what the facts say is not known of {@code lists}: docs/screening.md. */
  private static boolean isAnsweredByLists(Fact fact, String field) {
    return fact instanceof Party && (field.equals("lists") || field.equals("entity_listed_since"));
  }

  /** A field that called a party something holds its id afterwards. */
  private static boolean isIdOfParty(
      Fact fact, String field, @Nullable Object called, FactSet all) {
    return called != null
        && !called.equals(fact.value(field))
        && NamedParty.in(fact)
            .filter(named -> named.field().equals(field))
            .flatMap(named -> all.all().stream().filter(each -> each.id().equals(named.name())))
            .anyMatch(party -> isCalled((Party) party, called.toString()));
  }

  private static boolean isCalled(Party party, String text) {
    return PartyNames.key(text).equals(PartyNames.key(party.label()))
        || PartyNames.of(ADVISOR.knowledge().catalogue()).called(text).contains(party.vendor());
  }

  private static ScreenedFacts completed(ScreeningLists lists, FactSet facts, LocalDate day) {
    return lists.complete(ADVISOR.loaded().completed(facts, day), day);
  }

  @Test
  void completionKeepsWhatFactsSayAndTwiceIsOnce() throws Exception {
    ScreeningLists lists = ListedParties.lists(directory);
    Random random = new Random(Seed.of(13));
    Map<FieldOrigin.Kind, Integer> filled = new EnumMap<>(FieldOrigin.Kind.class);
    int unknown = 0;
    int named = 0;
    for (FactSet drawn : Drawn.sets(20261213, 300)) {
      FactSet before = ListedParties.with(drawn, random);
      LocalDate day = Drawn.day(drawn);
      FactSet after = completed(lists, before, day).facts();
      FactSet again = completed(lists, after, day).facts();
      assertThat(again.all()).containsExactlyElementsOf(after.all());
      assertThat(again).isEqualTo(after);
      assertThat(after.lists().keySet()).isEqualTo(before.lists().keySet());
      assertThat(ids(after)).startsWith(ids(before).toArray(String[]::new));
      assertThat(ids(after)).hasSize(before.all().size() + after.derived().size());
      for (int i = 0; i < before.all().size(); i++) {
        Fact one = before.all().get(i);
        Fact other = after.all().get(i);
        for (RecordComponent component : one.getClass().getRecordComponents()) {
          String field = Names.inFile(component.getName());
          if (field.equals("provenance")) {
            continue;
          }
          Object value = one.value(field);
          FieldOrigin said = one.provenance().fields().get(field);
          FieldOrigin now = other.provenance().fields().get(field);
          if (value != null || said != null && !isAnsweredByLists(one, field)) {
            unknown += value == null ? 1 : 0;
            if (isIdOfParty(other, field, value, after)) {
              named++;
              continue;
            }
            assertThat(other.value(field)).as("%s of %s", field, one).isEqualTo(value);
            assertThat(now).as("%s of %s", field, one).isEqualTo(said);
          } else if (other.value(field) != null) {
            filled.merge(Objects.requireNonNull(now).kind(), 1, Integer::sum);
          } else {
            assertThat(now).as("%s of %s", field, one).isEqualTo(said);
          }
        }
      }
    }
    assertThat(unknown).as("values said to be unknown").isGreaterThan(300);
    assertThat(filled.keySet())
        .containsExactlyInAnyOrder(
            FieldOrigin.Kind.CATALOGUE, FieldOrigin.Kind.LISTED, FieldOrigin.Kind.DERIVED);
    assertThat(named).as("parties named by what they are called").isGreaterThan(30);
    assertThat(filled.values()).allMatch(many -> many > 300);
  }

  private static List<String> ids(FactSet set) {
    return set.all().stream().map(Fact::id).toList();
  }
}
