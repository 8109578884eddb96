package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Model;

/**
 * What a model does, where rules treat several uses alike.
 *
 * @param on the model
 * @param task what it does
 */
@Phrasing("does a task that rules treat alike")
public record ModelTask(Model on, Task task) implements Concept {

  /** What a model does. */
  public enum Task {
    /** Informs the public, pupils, readers, researchers or makers of policy. */
    INFORMS,
    /** Writes software. */
    WRITES_CODE,
    /** Decides in defence, law enforcement or the control of critical infrastructure. */
    DECIDES
  }

  @Override
  public String text() {
    return switch (task) {
      case INFORMS -> "informs the public, teaching, research or policy";
      case WRITES_CODE -> "writes software";
      case DECIDES -> "decides in defence, law enforcement or critical control";
    };
  }
}
