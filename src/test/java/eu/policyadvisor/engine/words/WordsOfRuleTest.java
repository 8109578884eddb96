package eu.policyadvisor.engine.words;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.knowledge.ReferenceData;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The conditions of a rule, and the sentences that its page shows of them. */
final class WordsOfRuleTest {
  private static final KnowledgeBase KNOWLEDGE =
      new KnowledgeBase(
          "1",
          Map.of(),
          ReferenceData.builtIn().catalogue(),
          List.of(
              new Parameter("most", new BigDecimal("0.65"), null, null, "a law", true, null),
              new Parameter("tin.most", BigDecimal.TEN, null, null, "a guess", false, null)),
          List.of(new CountryGroup("near", Set.of("FR"), "a map", true, null)));

  private static RuleText text(String conditions) {
    DrlFile file = DrlFile.read("a.drl", "rule \"a\" when\n" + conditions + "\nthen end");
    assertThat(file.problems()).isEmpty();
    return WordsOfRule.text(file.rules(), KNOWLEDGE, type -> List.of("some/rule"));
  }

  private static List<String> said(String... conditions) {
    return text(String.join("\n", conditions)).conditions();
  }

  @Test
  void eachConditionIsASentence() {
    assertThat(said("Subject( country == \"FR\" )", "Model( openWeights == null )"))
        .hasSize(2)
        .first()
        .isEqualTo("For the subject, its country is FR.");
  }

  @Test
  void theSecondOfAKindIsAnother() {
    assertThat(said("$one : Model()", "$other : Model( this != $one )"))
        .containsExactly(
            "There is a model.", "There is another model such that it is not the model.");
  }

  @Test
  void aVariableIsCalledByWhatItWasBoundTo() {
    assertThat(said("$chip : Accelerator( $maker : vendor )", "Party( id == $maker )"))
        .containsExactly(
            "There is an accelerator.",
            "There is a party such that it is the vendor of the accelerator.");
  }

  @Test
  void aParameterSaysNothingButLendsItsNumber() {
    RuleText text =
        text(
            "Parameter( name == \"most\", $most : value )\nAccelerator( shareOfCompute >= $most )");

    assertThat(text.conditions())
        .containsExactly(
            "There is an accelerator such that its share_of_compute is at least 0.65 (most).");
    assertThat(text.terms())
        .contains(new RuleText.Term("most", "the parameter 0.65; source: a law"));
  }

  @Test
  void aParameterMayBeNamedByItsEnding() {
    assertThat(text("Parameter( name == $metal + \".most\", $most : value )").terms())
        .containsExactly(
            new RuleText.Term("tin.most", "the parameter 10; source: a guess (not verified)"));
  }

  @Test
  void aSmallGroupOfCountriesIsSaidByItsMembers() {
    assertThat(
            said(
                "CountryGroup( name == \"near\", $near : countries )",
                "Subject( $near contains country )"))
        .containsExactly("For the subject, its country is FR.");
  }

  @Test
  void whatMustNotBeIsSaidToBeAbsent() {
    assertThat(said("not Model( )")).containsExactly("There is no model.");
  }

  @Test
  void alternativesAreJoined() {
    assertThat(said("( Model() or Party() )"))
        .containsExactly("Either there is a model; or else there is a party.");
  }

  @Test
  void conclusionsOfRulesAreCalledByTheirIds() {
    assertThat(
            said(
                "$on : Model()",
                "Finding( rule in ( \"a/b\", \"c/d\" ), on == $on )",
                "not Recommendation( rule == \"e/f\" )"))
        .containsExactly(
            "There is a model.",
            "There is one of the findings a/b or c/d on the model.",
            "There is no recommendation e/f.");
  }

  @Test
  void aTotalIsSaidWhereItIsCompared() {
    assertThat(
            said(
                "accumulate( Accelerator( $n : quantity != null ); $all : sum( $n ) )",
                "Subject( $all > 5 )"))
        .containsExactly(
            "For the subject, the total of quantity over all accelerators is more than 5.");
  }

  @Test
  void aListIsAskedWhetherItIsStated() {
    assertThat(said("StatedList( section == Section.DATA_FLOWS )"))
        .containsExactly("The list of data flows is stated; it may be empty.");
  }

  @Test
  void whatIsMentionedIsExplained() {
    assertThat(text("Accelerator( vendor == \"x\" )").terms())
        .extracting(RuleText.Term::name)
        .containsExactly("vendor");
  }
}
