package eu.policyadvisor.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitHubReportTest {
  private static List<String> commands(Assessment... assessments) {
    return new GitHubReport(new SourceTree(Path.of("")))
        .render(List.of(assessments))
        .lines()
        .toList();
  }

  @Test
  void readsAsKept() {
    Golden.assertSame(
        Path.of("src/test/resources/golden/rich.github.txt"),
        String.join("\n", commands(Scenario.waived(), Scenario.rich())) + "\n");
  }

  @Test
  void saysWhereAValueBeginsAndEnds() {
    assertThat(commands(Scenario.rich()).get(0))
        .startsWith(
            "::error file=facts/ascend-cluster.yaml,line=14,endLine=14,col=7,endColumn=25,title=");
  }

  @Test
  void isAsLoudAsAFindingIsGrave() {
    assertThat(commands(Scenario.rich()).stream().map(each -> each.split(" ")[0]))
        .containsExactly("::error", "::warning", "::notice");
    assertThat(commands(Scenario.waived()).get(0))
        .startsWith("::notice ")
        .contains("waived by CISO, expires 2027-03-31 (RISK-12): in use until the exit");
  }

  @Test
  void letsNoNameEndACommandOrBeginAnother() {
    for (String name : List.of("a\n::error::b", "a\r\n::add-mask::b", "100%0A::x", "a,b:c=d")) {
      assertThat(commands(Scenario.named(name, name)))
          .hasSize(3)
          .allMatch(line -> line.matches("::(error|warning|notice) [^:]*::.*"));
    }
  }

  @Test
  void escapesWhatHasAMeaningInAProperty() {
    assertThat(commands(Scenario.named("50 %, or: less", "x")).get(0)).contains("50 %25, or: less");
  }
}
