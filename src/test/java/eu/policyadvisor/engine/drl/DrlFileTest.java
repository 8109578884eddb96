package eu.policyadvisor.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Seed;
import eu.policyadvisor.problem.Problem;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a file holds, and what the compiler is given of it. */
final class DrlFileTest {
  private static DrlFile file(String drl) {
    return DrlFile.read("a.drl", drl);
  }

  @Test
  void holdsTheRulesThatTheParserFindsAndNoQueries() {
    DrlFile file =
        file(
            """
            package a.b; // rule "x/comment"
            import java.util.List
            rule 'x/one' when then end rule "x/two"
            when String( this == "rule 'x/text' when then end" ) then end
            query "x/query"() String() end
            function void f() { /* rule "x/three" */ }
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.packageName()).isEqualTo("a.b");
    assertThat(file.imports()).containsExactly("java.util.List");
    assertThat(file.rules()).extracting(DrlRule::id).containsExactly("x/one", "x/two");
    assertThat(file.rule("x/two").map(DrlRule::line)).contains(3);
    assertThat(file.ruleAt(file.text().indexOf("String( this")).map(DrlRule::id)).contains("x/two");
    assertThat(file.ruleAt(0)).isEmpty();
  }

  @Test
  void aCommentBelongsToTheRuleThatItStandsRightAbove() {
    DrlFile file =
        file(
            """
            // Of the file.

            // Of the
            /* first. */
            rule one when then end // Behind it.
            // Of the second.
            rule two when then end /* Of the third. */ rule three when then end
            """);
    assertThat(file.rules())
        .extracting(DrlRule::text)
        .containsExactly(
            "// Of the\n/* first. */\nrule one when then end",
            "// Of the second.\nrule two when then end",
            "/* Of the third. */ rule three when then end");
  }

  @Test
  void countsLinesFromOneAndColumnsByLettersThatPeopleSee() {
    DrlFile file = file("\uFEFF// 😀 é x\nrule one when then end");
    assertThat(file.problem(file.text().indexOf('x'), "is x")).hasToString("a.drl:1:8: is x");
    assertThat(file.problemIn(file.text().indexOf("when"), "waits"))
        .hasToString("a.drl:2:10: rule 'one' waits");
    assertThat(file.offset(2, 5)).isEqualTo(file.text().indexOf("one"));
  }

  @Test
  void saysWhereAndInWhichRuleItDoesNotParse() {
    DrlFile file = file("rule one when then end\nrule two when A( b = ) then end");
    assertThat(file.problems())
        .extracting(Problem::toString)
        .first()
        .asString()
        .startsWith("a.drl:2:20: rule 'two' cannot be read from '=' on; look for");
    assertThat(file("rule one when then").problems())
        .extracting(Problem::message)
        .containsExactly(
            "rule 'one' cannot be read to its end; look for a comma, a parenthesis, a quotation"
                + " mark or an 'end' that is missing or too many before it");
  }

  @Test
  void theCompilerGetsEachTextInAnAnnotationOnOneLineAndNoLineMoves() {
    assertThat(
            List.of(
                file("rule one @a( \"b\n   c\" ) @d(1) when then end").compilable(),
                file("rule one @a('b \"c\" ' +\n\"d\") when then end").compilable(),
                file("rule one @a(\"\"\"\n b \"c\"\n\"\"\") when then end").compilable()))
        .containsExactly(
            "rule one @a( \"b c\"\n ) @d(1) when then end",
            "rule one @a(\"b \\\"c\\\" d\"\n) when then end",
            "rule one @a(\"b \\\"c\\\"\"\n\n) when then end");
    String plain = "rule one @a('b') @c(\"d\") when A( e == \"f\n g\" ) then end";
    assertThat(file(plain).compilable()).isEqualTo(plain);
  }

  @Test
  void theCompilerCanBeGivenItInAnotherPackage() {
    assertThat(file("/* c */ package a.b; rule one when then end").compilableIn("d"))
        .isEqualTo("/* c */ package d; rule one when then end");
    assertThat(file("rule one when then end").compilableIn("d"))
        .isEqualTo("package d; rule one when then end");
  }

  @Test
  void whateverStandsInAFileIsReadOrIsAProblem() {
    int problems = 0;
    for (DrlFile shipped : DrlSources.ofTheBuild().get().files()) {
      Random random = new Random(Seed.of(shipped.text().length()));
      for (int i = 0; i < 4; i++) {
        DrlToken one = shipped.tokens().get(random.nextInt(shipped.tokens().size()));
        DrlToken other = shipped.tokens().get(random.nextInt(shipped.tokens().size()));
        DrlFile spoilt =
            file(
                shipped.text().substring(0, one.from())
                    + (i % 2 == 0 ? "" : other.text())
                    + shipped.text().substring(one.to()));
        problems += spoilt.problems().isEmpty() ? 0 : 1;
        assertThat(spoilt.problems())
            .allSatisfy(problem -> assertThat(problem.toString()).matches("a\\.drl:\\d+:\\d+: .+"));
      }
    }
    assertThat(problems).isGreaterThan(100);
  }
}
