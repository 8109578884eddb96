package eu.policyadvisor.explain;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.TransactionStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A question that has a meaning only after another one about the same fact: a plan that is not
 * there was not tested. Only what follows from the words themselves belongs here; what follows from
 * the law stands in the conditions of rules.
 *
 * @param first the field that is asked first
 * @param open whether its value leaves the question open
 */
record FollowUp(String first, Predicate<Object> open) {
  private static final Predicate<Object> YES = Boolean.TRUE::equals;
  private static final Predicate<Object> ANY = Objects::nonNull;

  private static final Map<String, FollowUp> BY_FIELD =
      Map.of(
          "cloud_services.exit_tested", new FollowUp("exit_plan", YES),
          "models.placed_on_eu_market_since", new FollowUp("placed_on_eu_market", YES),
          "applications.stage_since", new FollowUp("stage", ANY),
          "frameworks.second_vendor_cost_gap", new FollowUp("second_vendor_benchmark_date", ANY),
          "dependencies.back_end_share", new FollowUp("back_end_country", ANY),
          "parties.entity_listed_since",
              new FollowUp(
                  "lists",
                  lists -> lists instanceof List<?> on && on.contains(PartyList.US_ENTITY_LIST)),
          "parties.exempt_until",
              new FollowUp("lists", lists -> lists instanceof List<?> on && !on.isEmpty()),
          "transactions.completed_on",
              new FollowUp("status", status -> status == TransactionStatus.COMPLETED),
          "policy_events.exempt_until", new FollowUp("exempt", YES),
          "policy_events.extension_confirmed", new FollowUp("suspended_until", ANY));

  /**
   * Whether a question is not to be asked: because of what was answered before, or because another
   * one comes first.
   */
  static boolean isPremature(OpenValue asked, Assessment assessment) {
    Fact fact = asked.fact();
    FollowUp rule = BY_FIELD.get(fact.section().key() + "." + asked.field());
    if (rule == null) {
      return false;
    }
    Object value = fact.value(rule.first());
    if (value != null) {
      return !rule.open().test(value);
    }
    OpenValue before = new OpenValue(fact, rule.first());
    return before.asked()
        || assessment.unknowns().stream().anyMatch(unknown -> unknown.value().equals(before));
  }
}
