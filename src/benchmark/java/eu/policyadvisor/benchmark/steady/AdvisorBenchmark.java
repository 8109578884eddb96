package eu.policyadvisor.benchmark.steady;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.fact.FactSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The advisor with all its rules, by how much one asks of it. */
@State(Scope.Benchmark)
public class AdvisorBenchmark {

  /** How much is asked. */
  @Param public Effort effort;

  private Effort.Task task;
  private FactSet facts;

  /** Reads the facts and loads the rules. */
  @Setup
  public void prepare() {
    Advisor advisor = Advisor.standard();
    facts = FactSets.of(advisor, FactSets.AVERAGE);
    task = effort.with(advisor, FactSets.rules(advisor));
  }

  /** One fact set. */
  @Benchmark
  public Object assess() {
    return task.of(facts);
  }
}
