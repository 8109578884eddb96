package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Opposed;
import eu.policyadvisor.Seed;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Superseded;
import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Authorisation;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.DataFlow;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.PolicyEvent;
import eu.policyadvisor.fact.Purpose;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import eu.policyadvisor.fact.TransferAssessment;
import eu.policyadvisor.fact.TransferMechanism;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.reasoning.Conclusive;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.yaml.FactCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every fact set; tried on generated ones. */
@ExtendWith(Seed.class)
class PropertiesTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final long SEED = Seed.of(20261123);

  private static List<Advised> advised = List.of();

  /**
   * A breach finding says that law is, or is presumed to be, broken: rules of the themes data and
   * export-control that conclude findings, without those that ask, clear, speak of an exception or
   * of a licence that is held.
   */
  private static final Set<String> NO_BREACH =
      Set.of(
          "export-control/prc-chip-unknown-tpp",
          "export-control/eu-reexport-licence-open",
          "export-control/advanced-chips-customer-open",
          "export-control/iaas-training-open",
          "export-control/us-licence-duty-open",
          "export-control/eu-authorisation-open",
          "export-control/national-licence-open",
          "export-control/national-item-on-union-list",
          "export-control/hbm-licence-open",
          "export-control/tool-servicing-at-risk",
          "export-control/chip-bills-pending",
          "export-control/prc-supply-chain-questions",
          "export-control/diversion-end-use-open",
          "export-control/listed-party-role-open",
          "export-control/belarus-check-annexes",
          "export-control/listed-party-supplies",
          "export-control/below-threshold-prc-chip",
          "export-control/chip-not-for-data-centres",
          "export-control/export-outside-3a090",
          "export-control/gp10-evaluation-exception",
          "export-control/licence-held",
          "export-control/listed-shipment-cleared",
          "export-control/eu-sanctions-exempt",
          "export-control/national-licence-revocable",
          "data/covered-by-adequate-country",
          "data/covered-by-decision",
          "data/covered-by-certification",
          "data/covered-by-assessed-tool",
          "data/covered-by-tool",
          "data/covered-by-measures",
          "data/assessed-tool-china",
          "data/assessed-tool-offensive-state",
          "data/assessed-tool-reached-provider",
          "data/assessment-still-owed",
          "data/decision-not-known",
          "data/derogation-once",
          "data/direct-collection-nuance",
          "data/eu-establishment-unknown",
          "data/ground-unknown",
          "data/special-ground-unknown",
          "data/open-ground-of-others");

  /** What convicts nobody: a question, and that nothing is known against a thing. */
  private static final Set<String> CONVICTS_NOBODY =
      Set.of("models/prompts-to-china", "models/european-service");

  /**
   * The rules whose basis is jurisdiction: whose law reaches the developer or the service. These,
   * and no others, tell models apart by the country of their developer in the fact sets below.
   */
  private static final Set<String> JURISDICTION =
      Set.of(
          "apps/public-device-service",
          "compute/czech-warning-china",
          "compute/operational-data-to-china",
          "derived/prc-service-of-developer",
          "derived/access-by-service",
          "derived/access-by-open-path",
          // What goes to a service of a Chinese developer reaches China, and all that follows from
          // it.
          "derived/reaches-prc-developer",
          "derived/third-country-transfer",
          "derived/third-country-transfer-direct",
          "derived/third-country-transfer-presumed",
          "derived/transfer-risk-derogation",
          "derived/transfer-risk-derogation-presumed",
          "derived/transfer-risk-no-decision",
          "derived/transfer-risk-no-tool",
          "derived/transfer-risk-weak-tool",
          // A service rests on the state whose law reaches it, and so does a measure of that state.
          "derived/service-dependency",
          "derived/service-dependency-high",
          "derived/measure-on-developer",
          "derived/measure-on-subject-presumed",
          "dependency/access-cut",
          "models/path-to-developer-not-known",
          "models/path-to-developer-open",
          "models/cut-by-letter-possible",
          "derived/measure-on-supply",
          "derived/coercion-exposure",
          "derived/coercion-exposure-critical",
          "dependency/supply-open-to-coercion",
          "derived/service-transfer-risk",
          "derived/service-transfer-risk-unlinked",
          "data/assessed-tool-china",
          "data/assessment-still-owed",
          "data/controlled-technology-export",
          "data/covered-by-measures",
          "data/covered-by-tool",
          "data/derogation-once",
          "data/derogation-repeated",
          "data/direct-collection-nuance",
          "data/trade-secret-leak",
          "data/transfer-no-mechanism",
          "data/transfer-of-others",
          "data/open-ground-of-others",
          "data/special-categories-weak-tool",
          "data/tia-missing",
          "data/weak-transfer-of-others",
          "data/eu-establishment-unknown",
          "data/eu-representative-missing",
          "data/ground-unknown",
          "data/special-ground-unknown",
          "data/remote-access-is-transfer",
          "data/assessment-unknown",
          "data/eu-establishment-unknown-abroad",
          "models/own-personal-data-ground-open",
          "models/prc-hosted-service-ground-open",
          "models/prompts-to-china",
          "models/prc-hosted-service-important-entity",
          "data/dsa-notice-route",
          "models/content-alignment-censorship",
          "models/critical-decision-bar",
          "models/czech-warning-deepseek",
          "models/european-model-on-own-machines",
          "models/european-service",
          "models/gpai-documentation-gap",
          "models/gpai-documentation-gap-legacy",
          "models/own-personal-data-to-prc-service",
          "models/prc-hosted-service-essential-entity",
          "models/prc-hosted-service-personal-data",
          "models/prc-hosted-service-public-sector",
          "models/self-hosted-model-checked",
          "models/self-hosted-open-weight-mitigates-transfer");

  @Test
  void nothingExoneratingAddsABreach() {
    Map<String, UnaryOperator<Fact>> changes =
        Map.of(
            "a US licence is held",
            fact ->
                fact instanceof Accelerator
                    ? with(fact, "authorisation", Authorisation.BIS_LICENCE)
                    : fact,
            "chips are for evaluation only",
            fact ->
                fact instanceof Accelerator
                    ? with(fact, "purpose", Purpose.TECHNICAL_EVALUATION)
                    : fact,
            "transfers have a tool with a convincing assessment",
            fact ->
                fact instanceof DataFlow
                    ? with(
                        with(fact, "mechanism", TransferMechanism.SCC),
                        "tia",
                        TransferAssessment.DONE)
                    : fact,
            "an export is licensed",
            fact ->
                fact instanceof eu.policyadvisor.fact.Export ? with(fact, "licensed", true) : fact);
    Map<String, FactSet> worse = new ConcurrentSkipListMap<>();
    Map<String, LongAdder> tried = new ConcurrentSkipListMap<>();
    changes.keySet().forEach(change -> tried.put(change, new LongAdder()));
    sets(1600)
        .parallel()
        .forEach(
            set -> {
              Set<String> before = null;
              for (Map.Entry<String, UnaryOperator<Fact>> change : changes.entrySet()) {
                FactSet exonerated = each(set, change.getValue());
                if (exonerated.equals(set)) {
                  continue;
                }
                before = before == null ? breaches(set) : before;
                Objects.requireNonNull(tried.get(change.getKey())).add(before.isEmpty() ? 0 : 1);
                Set<String> added = breaches(exonerated);
                added.removeAll(before);
                // What was known and is presumed now is the same breach, on weaker grounds.
                Set<String> known = before;
                added.removeIf(each -> known.contains(each.replace("-presumed on ", " on ")));
                added.forEach(
                    finding ->
                        worse.putIfAbsent(
                            change.getKey() + " adds " + finding.replaceAll(" on .*", ""), set));
              }
            });
    nothing(worse);
    assertThat(tried)
        .as("breaches that each change might have added to")
        .allSatisfy((change, sets) -> assertThat(sets.sum()).as(change).isGreaterThan(100));
  }

  @Test
  void removingAServiceHostedInChinaAddsNoTransferRisk() throws IOException {
    Map<String, FactSet> worse = new ConcurrentSkipListMap<>();
    LongAdder removals = new LongAdder();
    LongAdder left = new LongAdder();
    Stream.concat(files(), sets(1000))
        .parallel()
        .forEach(
            set -> {
              Set<String> removed =
                  set.facts(Section.MODELS).stream()
                      .map(Model.class::cast)
                      .filter(model -> "CN".equals(model.hostingCountry()))
                      .map(Model::id)
                      .collect(Collectors.toSet());
              if (removed.isEmpty()) {
                return;
              }
              FactSet without = without(set, removed);
              Set<String> added = transferRisks(without);
              removals.increment();
              left.add(added.size());
              added.removeAll(transferRisks(set));
              added.forEach(risk -> worse.putIfAbsent(risk.replaceAll(" on .*", ""), set));
            });
    nothing(worse);
    assertThat(removals.sum()).as("fact sets with such a service").isGreaterThan(50);
    assertThat(left.sum()).as("risks that might have been new").isGreaterThan(10);
  }

  @Test
  void outsideItsWindowARuleConcludesNothing() {
    Map<String, FactSet> wrong = new ConcurrentSkipListMap<>();
    LongAdder days = new LongAdder();
    sets(1000)
        .parallel()
        .forEach(
            set -> {
              for (RuleCard card : concluding(assess(set))) {
                Stream.of(
                        Optional.ofNullable(card.effective()).map(day -> day.minusDays(1)),
                        Optional.ofNullable(card.expires()))
                    .flatMap(Optional::stream)
                    .peek(day -> days.increment())
                    .filter(day -> concluding(day, set).contains(card))
                    .forEach(day -> wrong.putIfAbsent(card.id() + " on " + day, set));
              }
            });
    nothing(wrong);
    assertThat(days.sum()).as("days outside a window").isGreaterThan(100);
  }

  @Test
  void onlyRulesOnJurisdictionTellDevelopersApart() throws IOException {
    Set<String> differing = new TreeSet<>();
    Stream.concat(files(), sets(18000))
        .filter(set -> !set.facts(Section.MODELS).isEmpty())
        .parallel()
        .map(
            set -> {
              Set<String> rules = new TreeSet<>();
              List<Set<String>> of =
                  Stream.of("CN", "US", "FR")
                      .map(
                          country ->
                              conclusions(
                                  assess(
                                      each(
                                          set,
                                          fact ->
                                              fact instanceof Model
                                                  ? with(fact, "developerHq", country)
                                                  : fact))))
                      .toList();
              for (Set<String> one : of) {
                for (Set<String> other : of) {
                  one.stream().filter(each -> !other.contains(each)).forEach(rules::add);
                }
              }
              return rules.stream()
                  .map(each -> each.replaceAll(" on .*", ""))
                  .collect(Collectors.toSet());
            })
        .toList()
        .forEach(differing::addAll);
    Set<String> findings =
        differing.stream()
            .filter(id -> kind(id) == Kind.FINDING || kind(id) == Kind.CONCEPT)
            .collect(Collectors.toCollection(TreeSet::new));
    // Which of them are reached follows from what is drawn, and that from the cases there are.
    assertThat(findings).isSubsetOf(JURISDICTION).hasSizeGreaterThan(JURISDICTION.size() - 8);
  }

  /**
   * Unknown is not yes. For each finding on known values and each value it rests on: when the value
   * is not known, the same rule may still conclude on the same fact, because something else carries
   * it or because it presumes, which the rule that does so says by matching null in that field.
   * What it may not do is to conclude where it did not while the value was known, with the
   * confidence of its card in full: not knowing would then be worth more than knowing. Tried for
   * every field of every fact that a finding rests on.
   */
  @Test
  void notKnowingNeverConvictsMoreThanKnowing() {
    Map<String, FactSet> wrong = new ConcurrentSkipListMap<>();
    LongAdder blanks = new LongAdder();
    LongAdder presumed = new LongAdder();
    sets(1000)
        .parallel()
        .forEach(
            set -> {
              Assessment known = assess(set);
              Set<String> before = conclusions(known);
              for (Premise.Given given : read(known)) {
                for (RecordComponent field : Parts.fields(given.fact().getClass())) {
                  if (!Parts.mayBeUnknown(field)
                      || !given.fields().contains(Names.inFile(field.getName()))) {
                    continue;
                  }
                  FactSet unknown = unknown(set, given.fact(), field);
                  if (!FactCheck.check(unknown, ADVISOR.knowledge().catalogue()).isEmpty()) {
                    continue;
                  }
                  blanks.increment();
                  Assessment blank = assess(unknown);
                  for (Reasoned<Finding> finding : blank.findings()) {
                    String text = finding.card().id() + " on " + finding.conclusion().on().id();
                    if (before.contains(text)
                        || CONVICTS_NOBODY.contains(finding.card().id())
                        || finding.confidence().compareTo(finding.card().confidence()) < 0) {
                      continue;
                    }
                    Set<String> gone = gone(known, blank);
                    if (presumes(finding, field, gone)) {
                      presumed.increment();
                    } else if (!gone.contains(finding.card().id())) {
                      // Else it stood on another fact, of which more was known.
                      wrong.putIfAbsent(
                          finding.card().id()
                              + " without "
                              + given.fact().section().key()
                              + "."
                              + Names.inFile(field.getName()),
                          set);
                    }
                  }
                }
              }
            });
    nothing(wrong);
    assertThat(blanks.sum()).as("values that were taken away").isGreaterThan(1000);
    assertThat(presumed.sum()).as("findings that presume").isPositive();
  }

  /** Silence included: which of several ways to a conclusion is named must not hang on chance. */
  @Test
  void theOrderOfFactsMakesNoDifference() {
    Random random = new Random(SEED);
    sets(300)
        .forEach(
            set -> {
              Map<Section, List<Fact>> shuffled = new EnumMap<>(Section.class);
              set.lists()
                  .forEach(
                      (section, facts) -> {
                        List<Fact> order = new ArrayList<>(facts);
                        Collections.shuffle(order, random);
                        shuffled.put(section, order);
                      });
              FactSet other =
                  new FactSet(set.title(), set.asOf(), set.subject(), shuffled, set.provenance());
              assertThat(new JsonReport().render(List.of(assess(other))))
                  .isEqualTo(new JsonReport().render(List.of(assess(set))));
            });
  }

  /**
   * What two tests ask of many fact sets, each of which is assessed once.
   *
   * @param set the fact set
   * @param pairs pairs of advice on one thing
   * @param standings pairs of advice of which one keeps a thing out of use
   * @param concluding ids of the rules that conclude
   */
  private record Advised(
      FactSet set, List<Opposed.Pair> pairs, List<Opposed.Pair> standings, Set<String> concluding) {
    private static Advised of(FactSet set) {
      Assessment assessment = assess(set);
      return new Advised(
          set,
          Opposed.pairs(assessment),
          Opposed.standings(assessment, PropertiesTest::restsOn).toList(),
          PropertiesTest.concluding(assessment).stream()
              .map(RuleCard::id)
              .collect(Collectors.toSet()));
    }
  }

  private static synchronized List<Advised> advised() throws IOException {
    if (advised.isEmpty()) {
      advised = Stream.concat(files(), sets(5000)).parallel().map(Advised::of).toList();
    }
    return advised;
  }

  private static void opposed(List<Opposed.Pair> pairs, FactSet set, Map<String, FactSet> wrong) {
    pairs.stream()
        .filter(Opposed.Pair::opposed)
        .forEach(each -> wrong.putIfAbsent(each.one() + " and " + each.other(), set));
  }

  @Test
  void noTwoLiveRecommendationsContradictEachOther() throws IOException {
    Map<String, FactSet> wrong = new ConcurrentSkipListMap<>();
    int pairs = 0;
    Set<String> concluding = new TreeSet<>();
    for (Advised each : advised()) {
      pairs += each.pairs().size();
      opposed(each.pairs(), each.set(), wrong);
      concluding.addAll(each.concluding());
    }
    nothing(wrong);
    assertThat(pairs).as("pairs of advice on one thing").isGreaterThan(1000);
    Set<String> findings =
        ADVISOR.knowledge().cards().values().stream()
            .filter(card -> card.kind() == Kind.FINDING)
            .map(RuleCard::id)
            .collect(Collectors.toCollection(TreeSet::new));
    int all = findings.size();
    findings.removeAll(concluding);
    assertThat(findings).as("rules that no generated fact set reaches").hasSizeLessThan(all / 10);
  }

  /**
   * Who is told to keep a thing out of use is not told as well to test it, to qualify something
   * beside it or to add to it; nor to use what rests on it, such as a model on barred chips.
   */
  @Test
  void nothingIsPutToUseThatOtherAdviceKeepsOut() throws IOException {
    Map<String, FactSet> wrong = new ConcurrentSkipListMap<>();
    int barred = 0;
    for (Advised each : advised()) {
      barred += each.standings().size();
      opposed(each.standings(), each.set(), wrong);
    }
    nothing(wrong);
    assertThat(barred).as("pairs of advice on a thing out of use").isGreaterThan(1000);
  }

  /** Fields that name another fact on which theirs does not rest. */
  private static final Set<String> NAMES_ONLY =
      Set.of("replaces", "ownedBy", "concerns", "targetParties");

  /** Whether a fact is the other one, or names it as what it rests on. */
  private static boolean restsOn(Fact fact, Fact other) {
    return fact.equals(other)
        || Parts.fields(fact.getClass()).stream()
            .filter(field -> Parts.refers(field) && !NAMES_ONLY.contains(field.getName()))
            .anyMatch(field -> other.id().equals(Parts.value(fact, field)));
  }

  /** Each fact with the fields of it that a finding rests on, directly or through concepts. */
  private static Set<Premise.Given> read(Assessment assessment) {
    return assessment.findings().stream()
        .flatMap(finding -> Evidence.chain(finding).stream())
        .flatMap(link -> link.because().stream())
        .flatMap(way -> way.premises().stream())
        .filter(Premise.Given.class::isInstance)
        .map(Premise.Given.class::cast)
        .filter(given -> !(given.fact() instanceof CountryShare))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static FactSet unknown(FactSet set, Fact of, RecordComponent field) {
    if (of.section() == Section.NONE) {
      Subject subject = (Subject) Parts.withUnknown(set.subject(), field);
      return new FactSet(set.title(), set.asOf(), subject, set.lists(), set.provenance());
    }
    return each(
        set,
        fact ->
            fact.id().equals(of.id()) && fact.section() == of.section()
                ? Parts.withUnknown(fact, field)
                : fact);
  }

  @Test
  void noInstrumentIsCitedBeforeItsDate() throws IOException {
    Map<String, Instrument> instruments = ADVISOR.knowledge().catalogue().instruments();
    LongAdder cited = new LongAdder();
    LongAdder later = new LongAdder();
    Stream.concat(files(), sets(200))
        .parallel()
        .forEach(
            set -> {
              LocalDate day = Objects.requireNonNull(set.asOf());
              Assessment assessment = assess(set);
              JsonMapper.shared()
                  .readTree(new JsonReport().render(List.of(assessment)))
                  .findParents("instrument")
                  .forEach(
                      each -> {
                        cited.increment();
                        String id = each.path("instrument").asString();
                        LocalDate date = Objects.requireNonNull(instruments.get(id)).date();
                        assertThat(each.path("date").asString(""))
                            .as(id)
                            .isEqualTo(date == null ? "" : date.toString());
                        assertThat(date == null || !date.isAfter(day))
                            .as("%s on %s", id, day)
                            .isTrue();
                      });
              later.add(
                  concluding(assessment).stream()
                      .flatMap(card -> card.citations().stream())
                      .map(citation -> citation.instrument().date())
                      .filter(date -> date != null && date.isAfter(day))
                      .count());
            });
    assertThat(cited.sum()).as("citations").isGreaterThan(1000);
    assertThat(later.sum()).as("citations that were too early").isGreaterThan(100);
  }

  /**
   * Whether a rule on the way to the finding says what it makes of silence, by matching null in the
   * field that is not known, or stands in where another finding, which is gone, does not conclude.
   */
  private static boolean presumes(
      Reasoned<Finding> finding, RecordComponent field, Set<String> gone) {
    // What a party is to the facts that name it follows from them.
    boolean names =
        field.getAnnotation(Field.class).party().length > 0 || field.getName().equals("ownedBy");
    // Whether a measure is aimed at the subject follows from where the subject is.
    boolean where =
        field.getDeclaringRecord() == Subject.class && field.getName().equals("country");
    // Who states the last day of an exemption has one.
    boolean exemption =
        field.getDeclaringRecord() == PolicyEvent.class && field.getName().equals("exemptUntil");
    String also = names ? "|role" : where ? "|againstSubject" : exemption ? "|exempt" : "";
    String read = "(" + field.getName() + also + ")";
    return Evidence.chain(finding).stream()
        .flatMap(link -> link.because().stream())
        .map(way -> ADVISOR.source(way.rule().id()).orElseThrow().drl())
        .distinct()
        .anyMatch(
            drl ->
                drl.matches("(?s).*\\b" + read + " == null\\b.*")
                    || STANDS_IN
                        .matcher(drl)
                        .results()
                        .anyMatch(not -> gone.stream().anyMatch(id -> not.group().contains(id))));
  }

  private static final Pattern STANDS_IN = Pattern.compile("\\bnot [A-Z]\\w*\\([^)]*\\)");

  private static void nothing(Map<String, FactSet> wrong) {
    assertThat(wrong.keySet())
        .as(
            () ->
                wrong.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + written(entry.getValue()))
                    .collect(Collectors.joining("\n")))
        .isEmpty();
  }

  /** A fact set on few lines, for who looks into a failure. */
  private static String written(FactSet set) {
    return set.asOf()
        + set.all().stream()
            .map(
                fact ->
                    "\n  "
                        + fact.section().key()
                        + " "
                        + new java.util.TreeMap<>(Parts.values(fact)))
            .collect(Collectors.joining());
  }

  private static Fact with(Fact fact, String name, Object value) {
    return Parts.fields(fact.getClass()).stream()
        .filter(field -> field.getName().equals(name))
        .findFirst()
        .map(field -> Parts.with(fact, field, value))
        .orElseThrow();
  }

  private static FactSet each(FactSet set, UnaryOperator<Fact> change) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    set.lists()
        .forEach((section, facts) -> lists.put(section, facts.stream().map(change).toList()));
    return new FactSet(set.title(), set.asOf(), set.subject(), lists, set.provenance());
  }

  /** Without these models, what speaks of them, and what speaks of that. */
  private static FactSet without(FactSet set, Set<String> gone) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    Set<String> models = new TreeSet<>(gone);
    set.all().stream().filter(fact -> speaksOf(fact, gone)).map(Fact::id).forEach(models::add);
    set.lists()
        .forEach(
            (section, facts) ->
                lists.put(
                    section,
                    facts.stream()
                        .filter(fact -> !models.contains(fact.id()) && !speaksOf(fact, models))
                        .toList()));
    FactSet without = new FactSet(set.title(), set.asOf(), set.subject(), lists, set.provenance());
    return models.equals(gone) ? without : without(set, models);
  }

  private static boolean speaksOf(Fact fact, Set<String> ids) {
    return Parts.fields(fact.getClass()).stream()
        .filter(Parts::refers)
        .map(field -> Parts.value(fact, field))
        .anyMatch(id -> id != null && ids.contains(id.toString()));
  }

  private static Set<String> breaches(FactSet set) {
    return findings(
        set,
        id ->
            (id.startsWith("export-control/") || id.startsWith("data/"))
                && !NO_BREACH.contains(id));
  }

  private static Set<String> transferRisks(FactSet set) {
    return findings(
        set, id -> id.startsWith("data/") || id.equals("models/prc-hosted-service-personal-data"));
  }

  private static Set<String> findings(FactSet set, Function<String, Boolean> wanted) {
    return assess(set).findings().stream()
        .filter(finding -> wanted.apply(finding.card().id()))
        .map(finding -> finding.card().id() + " on " + finding.conclusion().on().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> conclusions(Assessment assessment) {
    return Stream.of(assessment.findings(), assessment.concepts())
        .flatMap(List::stream)
        .flatMap(
            each ->
                each.because().stream()
                    .map(way -> way.rule().id() + " on " + each.conclusion().on().id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The rules of findings, and the kinds of concepts, that one assessment has and another one
   * lacks.
   */
  private static Set<String> gone(Assessment from, Assessment to) {
    Set<String> there = conclusions(to);
    Set<String> gone =
        from.findings().stream()
            .map(each -> each.card().id() + " on " + each.conclusion().on().id())
            .filter(each -> !there.contains(each))
            .map(each -> each.replaceAll(" on .*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<?> concepts = to.concepts().stream().map(Reasoned::conclusion).collect(Collectors.toSet());
    from.concepts().stream()
        .map(Reasoned::conclusion)
        .filter(each -> !concepts.contains(each))
        .forEach(each -> gone.add("not " + each.getClass().getSimpleName() + "("));
    return gone;
  }

  private static Set<RuleCard> concluding(LocalDate day, FactSet set) {
    return concluding(Conclusive.assess(ADVISOR, set, day));
  }

  private static Set<RuleCard> concluding(Assessment assessment) {
    return Stream.of(
            assessment.concepts(),
            assessment.findings(),
            assessment.recommendations(),
            assessment.superseded().stream().map(Superseded::by).toList())
        .flatMap(List::stream)
        .flatMap(each -> each.because().stream())
        .map(Justification::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Kind kind(String rule) {
    return ADVISOR.knowledge().rule(rule).orElseThrow().kind();
  }

  private static Assessment assess(FactSet set) {
    return Conclusive.assess(ADVISOR, set, Objects.requireNonNull(set.asOf()));
  }

  private static Stream<FactSet> sets(int count) {
    Generator generator = new Generator(SEED);
    return IntStream.range(0, count).mapToObj(i -> generator.next()).toList().stream();
  }

  /** The facts of all examples, documented decisions and rule cases. */
  private static Stream<FactSet> files() throws IOException {
    List<FactSet> sets = new ArrayList<>();
    RuleCases.all().forEach(each -> sets.add(dated(each.facts(), each.asOf())));
    try (Stream<Path> paths = Files.walk(Path.of("facts"))) {
      paths
          .filter(path -> path.toString().endsWith(".yaml"))
          .sorted()
          .forEach(
              path -> {
                try (InputStream in = Files.newInputStream(path)) {
                  if (path.getParent().endsWith("cases")) {
                    BacktestReader.read(path.toString(), in, ADVISOR.knowledge())
                        .value()
                        .forEach(each -> sets.add(each.facts()));
                  } else {
                    sets.addAll(ADVISOR.read(path.toString(), in).factSets());
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return sets.stream();
  }

  private static FactSet dated(FactSet set, LocalDate asOf) {
    return new FactSet(set.title(), asOf, set.subject(), set.lists(), set.provenance());
  }
}
