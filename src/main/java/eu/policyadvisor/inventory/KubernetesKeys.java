package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Suggestion;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds misspelt keys around containers, by what stands below them: other kinds of objects have
 * keys of their own that are near.
 */
final class KubernetesKeys {
  private static final List<String> CONTAINERS =
      List.of("containers", "initContainers", "ephemeralContainers");
  private static final List<String> RESOURCES = List.of("resources");
  private static final List<String> AMOUNTS = List.of("limits", "requests", "claims");

  private final Intake intake;

  KubernetesKeys(Intake intake) {
    this.intake = intake;
  }

  void look(Tree.Fields fields) {
    check(fields, "pod", CONTAINERS, KubernetesKeys::areContainers);
    if (fields.entry("image").isPresent() || fields.path().isBelow("containers")) {
      check(fields, "container", RESOURCES, KubernetesKeys::haveAmounts);
      fields
          .fields("resources")
          .ifPresent(
              resources -> check(resources, "resources", AMOUNTS, Tree.Fields.class::isInstance));
    }
  }

  private void check(
      Tree.Fields fields, String owner, List<String> keys, Predicate<Tree> looksLikeThem) {
    for (Tree.Entry entry : fields.entries()) {
      String question = Suggestion.question(entry.key(), keys, 1);
      if (!keys.contains(entry.key()) && !question.isEmpty() && looksLikeThem.test(entry.value())) {
        intake.problem(
            entry.keyAt(),
            "unknown field '" + StatedText.clean(entry.key()) + "' of " + owner + question);
      }
    }
  }

  private static boolean areContainers(Tree value) {
    return value instanceof Tree.Items list
        && list.items().stream()
            .anyMatch(
                each -> each instanceof Tree.Fields fields && fields.entry("image").isPresent());
  }

  private static boolean haveAmounts(Tree value) {
    return value instanceof Tree.Fields fields
        && fields.entries().stream()
            .filter(entry -> entry.value() instanceof Tree.Fields)
            .anyMatch(
                entry ->
                    AMOUNTS.contains(entry.key())
                        || !Suggestion.question(entry.key(), AMOUNTS, 1).isEmpty());
  }
}
