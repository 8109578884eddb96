package eu.policyadvisor.engine.reading;

import eu.policyadvisor.engine.compiled.Bindings;
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
public record Trial(
    Rule rule,
    Bindings env,
    List<FailedCondition> snags,
    @Nullable Conclusion conclusion,
    int cost) {
  public Trial {
    snags = List.copyOf(snags);
  }

  public Conclusion concluding() {
    return Objects.requireNonNull(conclusion);
  }
}
