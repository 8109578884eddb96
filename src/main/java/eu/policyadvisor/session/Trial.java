package eu.policyadvisor.session;

import eu.policyadvisor.finding.Conclusion;
import java.util.List;
import java.util.Objects;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule read with objects that meet some of its conditions.
 *
 * @param rule the rule
 * @param env what its variables stand for
 * @param snags the conditions that fail
 * @param conclusion what it would conclude; null when that cannot be told
 * @param cost how many conditions fail
 */
record Trial(Rule rule, Env env, List<Snag> snags, @Nullable Conclusion conclusion, int cost) {
  Trial {
    snags = List.copyOf(snags);
  }

  Conclusion concluding() {
    return Objects.requireNonNull(conclusion);
  }
}
