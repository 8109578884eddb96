package consumer;

import java.util.Collection;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.definition.rule.Rule;

/** Finds the rules by the name of their KieBase, with nothing but KIE API. */
public final class KieConsumer {
  private KieConsumer() {}

  /** Prints the id of each rule. */
  public static void main(String[] args) {
    KieBase rules = KieServices.get().getKieClasspathContainer().getKieBase("eu.policyadvisor");
    rules.getKiePackages().stream()
        .map(each -> each.getRules())
        .flatMap(Collection::stream)
        .map(Rule::getName)
        .sorted()
        .forEach(System.out::println);
  }
}
