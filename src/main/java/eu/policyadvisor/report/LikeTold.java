package eu.policyadvisor.report;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.AssessmentBuilder;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.fact.LikeFacts;
import java.util.List;
import java.util.function.Predicate;

/**
 * An assessment as people read it: of facts that nothing tells apart the first, by id, is told of,
 * and said to have others like it. What is said of the others is the same.
 */
final class LikeTold {
  private LikeTold() {}

  /**
   * The facts that are told of together; none where findings were decided on one by one, or are
   * held against earlier ones.
   */
  static LikeFacts in(Assessment assessment) {
    return assessment.triage().equals(Triage.NONE)
        ? LikeFacts.of(assessment.facts())
        : LikeFacts.NONE;
  }

  /** The assessment without what it says of the others. */
  static Assessment of(Assessment assessment, LikeFacts like) {
    if (like.isEmpty()) {
      return assessment;
    }
    return AssessmentBuilder.builder(assessment)
        .items(told(assessment.items(), item -> !like.isLater(item.fact())))
        .concepts(told(assessment.concepts(), each -> isTold(each, like)))
        .findings(told(assessment.findings(), each -> isTold(each, like)))
        .recommendations(told(assessment.recommendations(), each -> isTold(each, like)))
        .superseded(told(assessment.superseded(), each -> isTold(each.recommendation(), like)))
        .unknowns(told(assessment.unknowns(), each -> !like.isLater(each.value().fact())))
        .build();
  }

  private static boolean isTold(Reasoned<?> conclusion, LikeFacts like) {
    return !like.isLater(conclusion.conclusion().on());
  }

  private static <T> List<T> told(List<T> all, Predicate<T> isTold) {
    return all.stream().filter(isTold).toList();
  }
}
