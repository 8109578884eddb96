package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.report.Golden;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Strength;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * That somebody looked up what the gravest rules cite, and that {@code docs/review.md} says what
 * was found.
 *
 * <p>A rule is grave if its finding is of severity high or critical, or if its advice says must.
 */
final class ReviewTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final Path FILE = Path.of("docs/provisions.yaml");
  private static final Provision.All LOOKED = Provision.read(FILE);

  private static final List<RuleCard> CARDS =
      ADVISOR.knowledge().cards().values().stream().sorted().toList();
  private static final List<RuleCard> GRAVE = CARDS.stream().filter(ReviewTest::isGrave).toList();

  @Test
  void whatAGraveRuleCitesWasLookedUp() {
    Set<String> missing = new TreeSet<>();
    for (RuleCard rule : GRAVE) {
      for (Citation citation : rule.citations()) {
        if (LOOKED.list().stream().noneMatch(each -> each.is(citation))) {
          missing.add(
              "%s: no entry for what it cites; add to %s: {instrument: %s, pinpoint: \"%s\", says: .., seen: .., source: ..}"
                  .formatted(rule.id(), FILE, citation.instrument().id(), citation.pinpoint()));
        }
      }
    }

    assertThat(GRAVE).hasSizeGreaterThan(100);
    assertThat(missing).as("grave rules that cite what nobody looked up").isEmpty();
  }

  @Test
  void whatWasLookedUpIsCitedByAGraveRule() {
    assertThat(LOOKED.list())
        .allSatisfy(
            each ->
                assertThat(GRAVE)
                    .as(
                        "%s:%d: no grave rule cites %s any more; remove the entry",
                        FILE, each.line(), each.name())
                    .anyMatch(rule -> rule.citations().stream().anyMatch(each::is)));
  }

  @Test
  void noProvisionStandsTwice() {
    Set<String> names = new HashSet<>();
    assertThat(LOOKED.list())
        .allSatisfy(
            each ->
                assertThat(names.add(each.name()))
                    .as("%s:%d: %s stands there twice", FILE, each.line(), each.name())
                    .isTrue());
  }

  @Test
  void whatWasSeenHasASourceAndWhatWasNotIsBelieved() {
    assertThat(LOOKED.list())
        .allSatisfy(
            each -> {
              String place = "%s:%d: %s".formatted(FILE, each.line(), each.name());
              assertThat(each.says()).as("%s: what does it say?", place).isNotBlank();
              if (each.seen()) {
                assertThat(each.sources()).as("%s: seen where?", place).isNotEmpty();
              }
              assertThat(each.says().startsWith("believed: "))
                  .as("%s: 'believed: ' stands before what was not seen, and only there", place)
                  .isEqualTo(!each.seen());
            });
  }

  @Test
  void thePageSaysWhatWasFound() {
    Golden.assertSame(Path.of("docs/review.md"), ReviewPage.of(GRAVE, LOOKED));
  }

  @Test
  void whoSaysMustCitesLawThatBindsHere() {
    Set<String> europe = new HashSet<>(Set.of(Instrument.UNION));
    ADVISOR.knowledge().countryGroups().stream()
        .filter(each -> each.name().equals("eu"))
        .map(CountryGroup::countries)
        .forEach(europe::addAll);

    assertThat(CARDS)
        .filteredOn(ReviewTest::saysMust)
        .isNotEmpty()
        .allSatisfy(
            rule ->
                assertThat(rule.citations())
                    .as("%s says must, and cites no law of the Union that does", rule.id())
                    .anyMatch(
                        each ->
                            each.instrument().binds()
                                && !each.inSpirit()
                                && europe.contains(each.instrument().jurisdiction())));
  }

  @Test
  void whatRestsOnStrategiesAndStudiesAloneIsOurJudgement() {
    assertThat(CARDS)
        .filteredOn(rule -> rule.citations().stream().allMatch(ReviewTest::laysDownNothing))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            rule -> {
              assertThat(rule.citations()).as(rule.id()).allMatch(Citation::inSpirit);
              assertThat(saysMust(rule)).as("%s says must on a judgement", rule.id()).isFalse();
            });
  }

  private static boolean laysDownNothing(Citation citation) {
    return citation.instrument().kind() == Instrument.Kind.POLICY
        || citation.instrument().kind() == Instrument.Kind.STUDY;
  }

  private static boolean isGrave(RuleCard rule) {
    return rule.severity() == Severity.HIGH
        || rule.severity() == Severity.CRITICAL
        || saysMust(rule);
  }

  private static boolean saysMust(RuleCard rule) {
    return rule.advice() != null && rule.advice().strength() == Strength.MUST;
  }
}
