package eu.policyadvisor.session;

import eu.policyadvisor.fact.Problem;
import java.util.List;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** Names the rule that triggers itself without end: one more firing shows it. */
final class Endless {
  private Endless() {}

  static RuleBaseException rule(KieSession session, int bound) {
    String[] last = {"a rule"};
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void afterMatchFired(AfterMatchFiredEvent event) {
            last[0] = "rule '" + event.getMatch().getRule().getName() + "'";
          }
        });
    session.fireAllRules(1);
    return new RuleBaseException(
        List.of(
            new Problem(
                "rules",
                0,
                0,
                last[0] + " triggers itself without end: stopped after " + bound + " firings")));
  }
}
