package eu.policyadvisor.engine.drl;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.engine.drl.DrlCondition.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule consists of, and where each part stands. */
final class DrlRuleTest {
  private static final String RULE =
      """
      // Above it.
      rule "a/when-then" extends 'a/parent'
          @title("Not then, (when)") @severity("high") /* of all */
          date-effective "23-May-2024"
          no-loop
      when
          $m : Model( name == "a  // no comment", // a comment
                      ( weights == null || open == true && size > 1 ) )
          not ( Chip( this != $m ) or exists Talent() )
          accumulate( Party( $v : value ); $sum : sum( $v ); $sum > 2 )
      then
          insertLogical( new Finding( "then" ) );
      end
      """;

  private static DrlRule rule(String drl) {
    DrlFile file = DrlFile.read("a.drl", drl);
    assertThat(file.problems()).isEmpty();
    return file.rules().get(0);
  }

  private static String text(DrlRule rule, DrlRule.Span span) {
    return rule.file().text().substring(span.from(), span.to());
  }

  @Test
  void hasAnIdAParentAndAPlace() {
    DrlRule rule = rule(RULE);
    assertThat(rule.id()).isEqualTo("a/when-then");
    assertThat(rule.parent()).isEqualTo("a/parent");
    assertThat(rule.line()).isEqualTo(2);
    assertThat(text(rule, rule.name())).isEqualTo("\"a/when-then\"");
    assertThat(rule.text()).isEqualTo(RULE.strip());
    assertThat(rule.problem("is odd")).hasToString("a.drl:2:1: rule 'a/when-then' is odd");
  }

  @Test
  void hasAnnotationsAndAttributesInItsHead() {
    DrlRule rule = rule(RULE);
    assertThat(rule.items())
        .extracting(DrlRule.HeadItem::name)
        .containsExactly("extends", "@title", "@severity", "date-effective", "no-loop");
    DrlRule.HeadItem title = rule.item("@title").orElseThrow();
    assertThat(title.text()).isEqualTo("Not then, (when)");
    assertThat(text(rule, title.span())).isEqualTo("@title(\"Not then, (when)\")");
    assertThat(text(rule, title.value())).isEqualTo("Not then, (when)");
    assertThat(title.find("when").map(word -> text(rule, word))).contains("when");
    assertThat(title.find("whe")).isEmpty();
    DrlRule.HeadItem date = rule.item("date-effective").orElseThrow();
    assertThat(text(rule, date.nameSpan())).isEqualTo("date-effective");
    assertThat(text(rule, date.value())).isEqualTo("23-May-2024");
  }

  @Test
  void hasItsConditionsAsATree() {
    DrlRule rule = rule(RULE);
    assertThat(rule.conditions().stream().map(DrlRuleTest::shape))
        .containsExactly(
            "Model[TEST, TEST[OR[TEST, TEST[AND[TEST, TEST]]]]]",
            "NOT[OR[Chip[TEST], EXISTS[Talent]]]",
            "ACCUMULATE[Party[TEST]]");
    DrlCondition not = rule.conditions().get(1);
    assertThat(rule.file().text().substring(not.from(), not.to()))
        .isEqualTo("not ( Chip( this != $m ) or exists Talent() )");
    assertThat(rule.around(RULE.indexOf("size"), Kind.TEST).map(rule::tokens).orElseThrow())
        .extracting(DrlToken::text)
        .containsExactly("size", ">", "1");
  }

  private static String shape(DrlCondition condition) {
    String name = condition.kind() == Kind.PATTERN ? condition.type() : condition.kind().name();
    List<String> parts = condition.children().stream().map(DrlRuleTest::shape).toList();
    return parts.isEmpty() ? name : name + "[" + String.join(", ", parts) + "]";
  }

  @Test
  void findsConditionsWhateverTheSpacesAndQuotesInThem() {
    DrlRule rule = rule(RULE);
    assertThat(rule.find("name=='a  // no comment'", DrlRule.START).map(span -> text(rule, span)))
        .contains("name == \"a  // no comment\"");
    assertThat(rule.find("weights == null||open == true", DrlRule.START)).isPresent();
    assertThat(rule.find("name == \"a\"", DrlRule.START)).isEmpty();
    assertThat(rule.find("name ==", RULE.indexOf("weights"))).isEmpty();
    assertThat(rule.names("a  // no comment")).isTrue();
    assertThat(rule.names("then")).as("it stands in the consequence").isFalse();
    assertThat(rule.next(Kind.EXISTS, DrlRule.START).map(span -> text(rule, span)))
        .contains("exists");
  }

  @Test
  void isComparedWithoutCommentsSpacesAndWhatItsCardHolds() {
    DrlRule rule = rule(RULE);
    assertThat(DrlToken.onOneLine(rule.attributes())).isEqualTo("extends 'a/parent' no-loop");
    assertThat(DrlToken.onOneLine(rule.consequenceTokens()))
        .isEqualTo("insertLogical( new Finding( \"then\" ) );");
    String other =
        RULE.replace("@severity(\"high\")", "@severity( \"low\" ) // more")
            .replace("\n", "\n\n")
            .replace("// a comment", "/* another */")
            .replace("Model( name", "Model(name")
            .replace("23-May-2024", "24-May-2024");
    assertThat(same(RULE, other)).isTrue();
    assertThat(same(RULE, RULE.replace("a  //", "a //"))).isFalse();
    assertThat(same(RULE, RULE.replace("no-loop", ""))).isFalse();
    assertThat(same(RULE, RULE.replace("\"then\" )", "\"now\" )"))).isFalse();
  }

  private static boolean same(String one, String other) {
    DrlRule first = rule(one);
    DrlRule second = rule(other);
    return DrlToken.same(first.attributes(), second.attributes())
        && DrlToken.same(first.conditionTokens(), second.conditionTokens())
        && DrlToken.same(first.consequenceTokens(), second.consequenceTokens());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rule x @a @b(c) salience 3 when A() then b(); end | salience 3 | A() | b();",
        "rule x salience 3, no-loop true when then end | salience 3, no-loop true | `` | ``",
        "rule x2 when A() then b( end ); end | `` | A() | b( end );",
        "rule 'x' no-loop when: A( then == 1 ) then range.end = 1; end | no-loop | A( then == 1 ) |"
            + " range.end = 1;",
        "rule x then b(); end | `` | `` | b();",
        "rule x date-expires \"01-Jan-2030\" dialect \"java\" when A() then end |"
            + " dialect \"java\" | A() | ``",
      })
  void wordsInBracketsEndNoPart(
      String drl, String attributes, String conditions, String consequence) {
    DrlRule rule = rule(drl);
    assertThat(DrlToken.onOneLine(rule.attributes())).isEqualTo(attributes);
    assertThat(DrlToken.onOneLine(rule.conditionTokens())).isEqualTo(conditions);
    assertThat(DrlToken.onOneLine(rule.consequenceTokens())).isEqualTo(consequence);
  }
}
