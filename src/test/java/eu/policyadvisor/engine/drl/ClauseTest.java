package eu.policyadvisor.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the text of a condition is taken apart. */
final class ClauseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "share >= $limit.value | share >= [$limit.value]",
        "a == 1 ,, b == \"x ,, y\" && c | any(a == [1]; all(b == [\"x ,, y\"]; c))",
        "( a != null && ( b ,, c ) ) | all(a != [null]; any(b; c))",
        "role not in ( Role.A, Role.B ) | role not in [Role.A, Role.B]",
        "name contains \"(\" | name contains [\"(\"]",
        "countries.size() > 2 | countries.size() > [2]",
      })
  void isTold(String condition, String clause) {
    assertThat(told(Clause.of(condition.replace(",,", "||"))))
        .isEqualTo(clause.replace(",,", "||"));
  }

  private static String told(Clause clause) {
    if (clause instanceof Clause.Test test) {
      return test.operator().isEmpty()
          ? test.left()
          : test.left() + (test.negated() ? " not " : " ") + test.operator() + " " + test.right();
    }
    return (clause instanceof Clause.All all ? all.parts() : ((Clause.Any) clause).parts())
        .stream()
            .map(ClauseTest::told)
            .collect(Collectors.joining("; ", clause instanceof Clause.All ? "all(" : "any(", ")"));
  }
}
