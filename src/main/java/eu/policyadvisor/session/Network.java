package eu.policyadvisor.session;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The network that the engine runs, built when it is first needed. Many a process assesses one fact
 * set: the first run gets no more of the network than its facts can reach, all later ones the whole
 * of it.
 */
final class Network {
  private final List<Model> models;
  private final AtomicBoolean ran = new AtomicBoolean();
  private volatile @Nullable InternalKnowledgeBase whole;

  Network(List<Model> models) {
    this.models = models;
  }

  /**
   * For one run.
   *
   * @param reached ids of the rules that can match in this run
   */
  InternalKnowledgeBase reaching(Supplier<Set<String>> reached) {
    if (whole == null && ran.compareAndSet(false, true)) {
      Set<String> ids = reached.get();
      return KieBaseBuilder.createKieBaseFromModel(
          Overlay.kept(models, ids::contains).stream()
              .filter(model -> !model.getRules().isEmpty())
              .toList());
    }
    return whole();
  }

  /** With all rules. */
  InternalKnowledgeBase whole() {
    InternalKnowledgeBase built = whole;
    if (built == null) {
      synchronized (this) {
        built = whole;
        if (built == null) {
          built = KieBaseBuilder.createKieBaseFromModel(models);
          whole = built;
        }
      }
    }
    return built;
  }
}
