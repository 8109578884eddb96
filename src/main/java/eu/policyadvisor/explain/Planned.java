package eu.policyadvisor.explain;

import eu.policyadvisor.fact.Accelerator;
import eu.policyadvisor.fact.Application;
import eu.policyadvisor.fact.CloudService;
import eu.policyadvisor.fact.DataFlow;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Model;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Stage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which things are only an idea, planned or in tender, so that advice on them says what to do
 * before they go into service and not what to stop.
 *
 * <p>A model, an application and a chip say so themselves. A cloud service and a flow of data have
 * no stage: they are planned where all that is stated to run on the service, or the model that the
 * flow goes to, is. What does not say so is taken to be in use.
 */
public final class Planned {
  private static final Set<Lifecycle> BEFORE = Set.of(Lifecycle.PLANNED, Lifecycle.TENDER);

  private final FactSet facts;

  /** Among these facts. */
  public Planned(FactSet facts) {
    this.facts = facts;
  }

  /** Whether all of these things are only planned. */
  public boolean all(List<Fact> things) {
    return things.stream().allMatch(this::is);
  }

  private boolean is(Fact thing) {
    if (thing instanceof Model model) {
      return model.stage() == Stage.IDEA;
    } else if (thing instanceof Application application) {
      return application.stage() == Stage.IDEA;
    } else if (thing instanceof Accelerator chip) {
      return chip.lifecycle() != null && BEFORE.contains(chip.lifecycle());
    } else if (thing instanceof DataFlow flow) {
      return models().anyMatch(each -> each.id().equals(flow.model()) && is(each));
    } else if (thing instanceof CloudService service) {
      List<Fact> running =
          Stream.concat(
                  models().filter(each -> service.id().equals(each.cloudService())),
                  facts.facts(Section.ACCELERATORS).stream()
                      .map(Accelerator.class::cast)
                      .filter(each -> service.id().equals(each.cloudService())))
              .map(Fact.class::cast)
              .toList();
      return !running.isEmpty() && all(running);
    }
    return false;
  }

  private Stream<Model> models() {
    return facts.facts(Section.MODELS).stream().map(Model.class::cast);
  }
}
