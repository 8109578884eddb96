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
    HAND_WRITTEN("hand-written Java, the floor"),
    /** A session for each fact set. */
    DROOLS("Drools 10.2, new session"),
    /** A session that is reset between fact sets. */
    DROOLS_POOLED("Drools 10.2, pooled session");

    final String words;

    Engine(String words) {
      this.words = words;
    }

    Peer peer(Thresholds thresholds) {
      return this == HAND_WRITTEN
          ? new HandWritten(thresholds)
          : DroolsPeer.with(Subset.RULES, this == DROOLS_POOLED);
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
