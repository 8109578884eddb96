package eu.policyadvisor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrlRuleTest {
  private static final String RULE =
      """
      rule "a/when-then"
          @title("Not then, (when)") @severity("high")
          date-effective "23-May-2024"
          no-loop
      when
          Model( name == "a  // no comment", // a comment
                 weights == null )
      then
          insertLogical( new Finding( "then" ) );
      end
      """;

  @Test
  void takesARuleApart() {
    DrlRule rule = DrlRule.of(RULE);
    assertThat(rule.attributes().text()).isEqualTo("no - loop");
    assertThat(rule.conditions().text())
        .isEqualTo("Model( name == \"a  // no comment\", weights == null )");
    assertThat(rule.consequence().text()).isEqualTo("insertLogical( new Finding( \"then\" ) );");
  }

  @Test
  void commentsSpacesAndWhatTheCardHoldsDoNotCount() {
    String other =
        RULE.replace("@severity(\"high\")", "@severity( \"low\" ) // more")
            .replace("\n", "\n\n")
            .replace("// a comment", "/* another */")
            .replace("Model( name", "Model(name")
            .replace("23-May-2024", "24-May-2024");
    assertThat(same(RULE, other)).isTrue();
  }

  @Test
  void valuesAndAttributesCount() {
    assertThat(same(RULE, RULE.replace("a  //", "a //"))).isFalse();
    assertThat(same(RULE, RULE.replace("no-loop", ""))).isFalse();
    assertThat(same(RULE, RULE.replace("\"then\" )", "\"now\" )"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rule x @a @b(c) salience 3 when A() then b(); end | salience 3 | A() | b();",
        "rule x @a((when)) lock when A( when, (then) ) then c( end ); end | lock | A( when, (then)"
            + " ) | c( end );",
        "rule x @a(b) when then end | `` | `` | ``",
        "rule x lock @a(b)(c) when A() then end | lock ( c ) | A() | ``",
        "rule x lock @a | lock | `` | ``",
        "rule x lock @a( b | lock | `` | ``",
        "rule x lock date - effective \"a\" lock date when A() then end | lock lock date | A() |"
            + " ``",
        "rule x date-expires \"a\" lock when A() then end | lock | A() | ``",
      })
  void wordsInBracketsEndNoPart(
      String drl, String attributes, String conditions, String consequence) {
    DrlRule rule = DrlRule.of(drl);
    assertThat(rule.attributes().text()).isEqualTo(attributes);
    assertThat(rule.conditions().text()).isEqualTo(conditions);
    assertThat(rule.consequence().text()).isEqualTo(consequence);
  }

  private static boolean same(String one, String other) {
    DrlRule first = DrlRule.of(one);
    DrlRule second = DrlRule.of(other);
    return first.attributes().sameAs(second.attributes())
        && first.conditions().sameAs(second.conditions())
        && first.consequence().sameAs(second.consequence());
  }
}
