package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.finding.Conclusion;
import java.util.Collection;
import java.util.List;
import org.kie.api.conf.BetaRangeIndexOption;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.conf.Option;
import org.kie.internal.builder.conf.AlphaNetworkCompilerOption;
import org.kie.internal.builder.conf.PropertySpecificOption;
import org.kie.internal.conf.AlphaRangeIndexThresholdOption;
import org.kie.internal.conf.ParallelExecutionOption;
import org.kie.internal.conf.ShareAlphaNodesOption;
import org.kie.internal.conf.ShareBetaNodesOption;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All rules on Drools alone, under options of the engine. */
@State(Scope.Benchmark)
public class EngineOptionBenchmark {

  /** What differs from the defaults of the engine. */
  public enum Variant {
    /** Nothing. */
    NONE("none: a session for each fact set"),
    /** Sessions are reset and used again. */
    POOLED("sessions from a pool"),
    /** A change of any property of a fact matches rules again. */
    NOT_PROPERTY_REACTIVE("no property reactivity", PropertySpecificOption.DISABLED),
    /** Conditions on one fact become Java. */
    ALPHA_COMPILER("conditions on one fact compiled", AlphaNetworkCompilerOption.INMEMORY),
    /** Rules cannot be added later. */
    IMMUTABLE("rules that cannot be changed", KieBaseMutabilityOption.DISABLED),
    /** Ranges in joins are looked up. */
    RANGE_INDEX("index of ranges in joins", BetaRangeIndexOption.ENABLED),
    /** Ranges in single conditions are looked up, however few they are. */
    ALPHA_RANGE_INDEX("index of ranges from 2 nodes on", AlphaRangeIndexThresholdOption.get(2)),
    /** Conditions that several rules ask are evaluated for each. */
    UNSHARED("no shared nodes", ShareAlphaNodesOption.NO, ShareBetaNodesOption.NO),
    /** Rules are matched on several threads. */
    PARALLEL("parallel evaluation", ParallelExecutionOption.PARALLEL_EVALUATION);

    final String words;
    private final Option[] options;

    Variant(String words, Option... options) {
      this.words = words;
      this.options = options;
    }

    Peer peer() {
      return DroolsPeer.withAllRules(this == POOLED, options);
    }
  }

  /** What is tried. */
  @Param public Variant variant;

  private Peer peer;
  private List<Object> memory;

  /** Reads the facts and builds the rules. */
  @Setup
  public void prepare() {
    Advisor advisor = Advisor.standard();
    memory = advisor.workingMemory(FactSets.of(advisor, FactSets.AVERAGE), FactSets.AS_OF);
    peer = variant.peer();
  }

  /** One fact set. */
  @Benchmark
  public Collection<? extends Conclusion> conclude() {
    return peer.conclude(memory);
  }
}
