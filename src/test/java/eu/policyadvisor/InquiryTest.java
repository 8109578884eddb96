package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Undetermined;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shorter ways to ask say the same as the longest, as far as they go. */
class InquiryTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

  /** Nothing is advised in these: what waits makes the stance. */
  private static final List<String> UNDECIDED =
      List.of(
          "{subject: {id: asked}, accelerators: unknown}",
          "{subject: {id: open}, models: [{id: m, developer_hq: CN}]}");

  @Test
  void conclusionsAloneAreThoseOfTheWholeAssessment() throws IOException {
    Set<Stance> stances = EnumSet.noneOf(Stance.class);
    int undecided = 0;
    int superseded = 0;
    for (FactSet facts : decisions()) {
      Inquiry inquiry = ADVISOR.inquire(facts, NOVEMBER);
      Assessment whole = inquiry.assessment();
      Assessment alone = inquiry.conclusionsOnly();
      assertThat(alone.stance()).as(facts.subject().id()).isEqualTo(whole.stance());
      assertThat(alone.findings()).isEqualTo(whole.findings());
      assertThat(alone.recommendations())
          .containsExactlyInAnyOrderElementsOf(whole.recommendations());
      assertThat(alone.superseded()).isEqualTo(whole.superseded());
      stances.add(whole.stance());
      undecided += whole.recommendations().isEmpty() ? 1 : 0;
      superseded += whole.superseded().size();
    }
    assertThat(stances).contains(Stance.PROHIBIT, Stance.RESTRICT, Stance.INVESTIGATE);
    assertThat(undecided).isGreaterThanOrEqualTo(UNDECIDED.size());
    assertThat(superseded).isPositive();
  }

  /** The documented decisions, in all of which some advice binds, and some where none does. */
  private static List<FactSet> decisions() throws IOException {
    List<FactSet> decisions = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("facts/cases"))) {
      for (Path file : files.sorted().toList()) {
        decisions.addAll(ADVISOR.read(file).factSets());
      }
    }
    assertThat(decisions).hasSizeGreaterThan(10);
    for (String text : UNDECIDED) {
      decisions.add(FewRules.facts(ADVISOR, text));
    }
    return decisions;
  }

  @Test
  void adviceLeavesOutNothingButWhatCameOfEachRule() throws IOException {
    int waiting = 0;
    int leftOut = 0;
    for (FactSet facts : decisions()) {
      Inquiry inquiry = ADVISOR.inquire(facts, NOVEMBER);
      Assessment whole = inquiry.assessment();
      Assessment advice = inquiry.advice();
      assertThat(advice.undeterminedFindings())
          .extracting(Undetermined::rule, Undetermined::awaits)
          .isEqualTo(
              whole.undeterminedFindings().stream()
                  .map(each -> tuple(each.rule(), each.awaits()))
                  .toList());
      assertThat(advice.statuses()).isEmpty();
      assertThat(whole.statuses()).hasSameSizeAs(ADVISOR.knowledge().cards());
      assertThat(advice)
          .isEqualTo(whole.withStatuses(advice.statuses()).withUndetermined(advice.undetermined()));
      waiting += advice.undeterminedFindings().size();
      leftOut += whole.undetermined().size() - advice.undetermined().size();
    }
    assertThat(waiting).isPositive();
    assertThat(leftOut).isPositive();
  }

  /** The first assessment of a process loads no rules but those that its facts can reach. */
  @Test
  void theFirstAssessmentAsksAboutAListThatIsNotKnownWhateverRulesItLoaded() throws IOException {
    Advisor advisor = Advisor.standard();
    FactSet facts = FewRules.facts(advisor, "{subject: {id: s}, accelerators: unknown}");

    Assessment first = advisor.assess(facts, NOVEMBER);

    assertThat(first.undeterminedFindings())
        .extracting(each -> each.rule().id())
        .contains("export-control/huawei-ascend-gp10");
    assertThat(first).isEqualTo(advisor.assess(facts, NOVEMBER));
  }
}
