package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.finding.Conclusion;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same facts and the same rules, in each engine of this JVM. */
@State(Scope.Benchmark)
public class PeerBenchmark {

  /** How the rules are evaluated; the constant says which. */
  public enum Engine {
    /** Plain Java. */
    HAND_WRITTEN(Subset.ALL),
    /** A session for each fact set. */
    DROOLS(Subset.ALL),
    /** A session that is reset between fact sets. */
    DROOLS_POOLED(Subset.ALL),
    /** What Evrete can express, on Drools. */
    DROOLS_WITHOUT_AGGREGATES(Subset.WITHOUT_AGGREGATES),
    /** What it can express. */
    EVRETE(Subset.WITHOUT_AGGREGATES),
    /** What engines without joins can express, on Drools. */
    DROOLS_PER_FACT(Subset.PER_FACT),
    /** What it can express. */
    EASY_RULES(Subset.PER_FACT);

    final Subset subset;

    Engine(Subset subset) {
      this.subset = subset;
    }

    Peer peer(Thresholds thresholds) {
      return switch (this) {
        case HAND_WRITTEN -> new HandWritten(thresholds);
        case DROOLS_POOLED -> DroolsPeer.with(subset.rules(), true);
        case DROOLS, DROOLS_WITHOUT_AGGREGATES, DROOLS_PER_FACT ->
            DroolsPeer.with(subset.rules(), false);
        case EVRETE -> new EvretePeer(thresholds);
        case EASY_RULES -> new EasyRulesPeer(thresholds);
      };
    }
  }

  /** Which engine is measured. */
  @Param public Engine engine;

  private Peer peer;
  private List<Object> memory;

  /** Reads the facts and makes the engine ready. */
  @Setup
  public void prepare() {
    Advisor advisor = Advisor.standard();
    memory = advisor.workingMemory(FactSets.of(advisor, FactSets.AVERAGE), FactSets.AS_OF);
    peer = engine.peer(Thresholds.of(memory));
  }

  /** One fact set. */
  @Benchmark
  public Collection<? extends Conclusion> conclude() {
    return peer.conclude(memory);
  }
}
