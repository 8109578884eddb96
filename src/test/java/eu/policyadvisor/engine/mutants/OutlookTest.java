package eu.policyadvisor.engine.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FewRules;
import eu.policyadvisor.engine.reading.ReadableRules;
import eu.policyadvisor.rule.Mutation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which changes of {@code quantity > 7} need not be run over which facts. */
final class OutlookTest {
  private static final String RULE = "few/many";

  @TempDir Path directory;
  private Advisor advisor;

  @BeforeEach
  void write() throws IOException {
    advisor =
        FewRules.advisor(
            directory, FewRules.finding(RULE, "low", "0.5", "$on : Accelerator( quantity > 7 )"));
  }

  /** The changes after which the rule may conclude otherwise of chips, so many or unknown. */
  private List<String> differing(String quantity, Set<String> lookedInto) throws IOException {
    ReadableRules rules = advisor.loaded().rules().rules();
    List<Mutation> changes =
        Mutations.of(rules.compiled().sources()).stream()
            .filter(each -> each.before().equals("quantity > 7"))
            .toList();
    assertThat(changes).hasSize(4);
    Outlook outlook =
        advisor
            .inquire(
                FewRules.facts(
                    advisor, "subject: {id: it}\naccelerators: [{id: chip" + quantity + "}]\n"),
                FewRules.DAY)
            .outlook(lookedInto);
    return MutantCompiler.compile(rules, changes, advisor.knowledge().catalogue()).values().stream()
        .filter(outlook::mayDiffer)
        .map(each -> each.mutation().change())
        .sorted()
        .toList();
  }

  @Test
  void nineAreMoreThanSevenAndMoreThanEight() throws IOException {
    assertThat(differing(", quantity: 9", Set.of()))
        .containsExactly("quantity > 7 -> quantity < 7");
  }

  @Test
  void sevenTellTheBoundary() throws IOException {
    assertThat(differing(", quantity: 7", Set.of()))
        .containsExactly("quantity > 7 -> quantity >= 7", "without quantity > 7");
  }

  @Test
  void anUnknownNumberTellsOnlyThatTheConditionIsLeftOut() throws IOException {
    assertThat(differing("", Set.of(RULE))).containsExactly("without quantity > 7");
  }
}
